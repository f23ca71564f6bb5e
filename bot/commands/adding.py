"""`briefing add URL`: one page becomes an article."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Literal

import click

from bot.app import label_language
from bot.commands.feeds import fail
from bot.commands.options import (
    screen_of,
    settings_of,
    with_json,
    with_language,
    with_store,
)
from bot.dialogue.printable import clean
from bot.dialogue.viewer import Viewer
from bot.keeping import open_configured_store, open_refreshing, open_stock
from bot.sources.web.adding import add_page_alone
from bot.sources.web.answers import Failed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.adapters.terminal.screen import Form
    from bot.core.models import Language
    from bot.formats.as_json import JsonObject
    from bot.settings import Settings
    from bot.sources.feeds.arrivals import Arrival


Outcome = Literal["new", "known", "corrected"]

_OUTCOMES: Mapping[Language, Mapping[Outcome, str]] = {
    "de": {"new": "Neu", "known": "Schon da", "corrected": "Korrigierte Fassung"},
    "en": {"new": "New", "known": "Already there", "corrected": "Corrected version"},
}


@click.command("add")
@click.argument("url")
@with_json
@with_language
@with_store
def add(url: str, form: Form | None, language: str | None, store_url: str | None) -> None:
    """Read the article on the page at URL and keep it; say if it is new, known or corrected."""
    settings = settings_of((), language, store_url)
    added = _add(url, settings)
    if isinstance(added, Failed):
        fail(added, settings)
    line = _line(added, label_language(settings))
    screen_of(settings, form).show_wrapped([line], data=_as_dict(added))


def _add(url: str, settings: Settings) -> Arrival | Failed:
    with open_configured_store(settings) as store:
        stock = open_stock(settings, store)
        return asyncio.run(
            add_page_alone(url, open_refreshing(settings, store, stock), restoring=True)
        )


def _as_dict(added: Arrival) -> JsonObject:
    article = added.article
    return {
        "schema": 1,
        "outcome": _outcome(added),
        "id": article.id,
        "title": article.title,
        "outlet": article.outlet,
        "author": article.author,
        "published": article.published_on.isoformat() if article.published_on else None,
        "url": article.url,
        "language": article.language,
        "extent": added.extent,
        "characters": len(article.text),
    }


def _outcome(added: Arrival) -> Outcome:
    if added.replaces:
        return "corrected"
    return "known" if added.is_known else "new"


def _line(added: Arrival, language: Language) -> str:
    """What became of the page, then what it is."""
    german = language == "de"
    day = added.article.published_on
    undated = "ohne Datum" if german else "undated"
    when = Viewer(language).day(day) if day else undated
    parts = [added.article.title, added.article.outlet, when]
    if added.extent == "teaser":
        parts.append("nur der Anfang ist frei" if german else "only the beginning is free")
    told = " · ".join(clean(part) for part in parts if part)
    return f"{_OUTCOMES[language][_outcome(added)]}: {told}"

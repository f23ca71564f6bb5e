"""`briefing remove LINK|ID`: an article that a feed or somebody brought goes, and stays away."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from bot.app import label_language
from bot.commands.exits import FAILURE, NOT_FOUND
from bot.commands.options import (
    screen_of,
    settings_of,
    with_json,
    with_language,
    with_store,
)
from bot.dialogue.printable import clean
from bot.dialogue.viewer import Viewer
from bot.keeping import open_existing_store
from bot.sources.duplicates import text_hash
from bot.sources.web.tracking import page_key, without_tracking
from bot.stocking.planning import origin_of
from bot.stocking.shelving import WEB

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.adapters.terminal.screen import Form
    from bot.core.models import Article, Language
    from bot.store import Store

# Shorter texts, as of teasers, may be those of other articles as well.
_SHORTEST_TEXT = 200
_YES = frozenset({"j", "ja", "y", "yes"})
_SAID: Mapping[Language, Mapping[str, str]] = {
    "de": {
        "none": "unter dieser Adresse oder id liegt kein Artikel",
        "file": "dieser Artikel kommt aus einer Datei: {path}. Ohne die Datei ist er weg",
        "ask": "Entfernen: {title}{versions}? [j/N]",
        "versions": ", alle {n} Fassungen",
        "kept": "nichts entfernt",
        "gone": "Entfernt: {title}{versions}.",
        "then": (
            "Karten und Digests entstehen ab jetzt ohne ihn, und kein Feed bringt ihn zurück. "
            "Was verschickt ist, bleibt; unter alten Karten steht bei den Belegen, dass er fehlt. "
            "„briefing add“ nimmt ihn wieder auf."
        ),
    },
    "en": {
        "none": "no article lies at this address or has this id",
        "file": "this article comes from a file: {path}. Without the file it is gone",
        "ask": "Remove: {title}{versions}? [y/N]",
        "versions": ", all {n} versions",
        "kept": "nothing was removed",
        "gone": "Removed: {title}{versions}.",
        "then": (
            "Cards and digests are made without it from now on, and no feed brings it back. What "
            "was delivered stays; under old cards the evidence says that it is missing. "
            "“briefing add” takes it in again."
        ),
    },
}


@click.command("remove")
@click.argument("what", metavar="LINK|ID")
@click.option("--yes", is_flag=True, help="Do not ask.")
@with_json
@with_language
@with_store
def remove(
    what: str, *, yes: bool, form: Form | None, language: str | None, store_url: str | None
) -> None:
    """Remove an article that a feed or `briefing add` brought, by its address or id.

    All its versions go, and no feed brings it back. What was delivered stays delivered.
    """
    settings = settings_of((), language, store_url)
    viewer = Viewer(label_language(settings))
    said = _SAID[viewer.language]
    with open_existing_store(settings) as store:
        articles = _find_removable(what.strip(), store, said)
        told = _tell_apart(articles, viewer)
        if not yes and not _agrees(said["ask"].format(**told)):
            click.echo(f"briefing: {said['kept']}", err=True)
            raise click.exceptions.Exit(FAILURE)
        latest = articles[-1]
        gone, removed = _remove(latest.id, store)
    told = _tell_apart(removed or articles, viewer)
    screen_of(settings, form).show_wrapped(
        (said["gone"].format(**told), said["then"]),
        data={"schema": 1, "removed": list(gone), "title": latest.title, "url": latest.url},
    )


def _find_removable(what: str, store: Store, said: Mapping[str, str]) -> Sequence[Article]:
    """All versions of the article, the latest last; ends the command if they cannot be removed."""
    found = _find(what, store)
    if not found:
        click.echo(f"briefing: {said['none']}", err=True)
        raise click.exceptions.Exit(NOT_FOUND)
    path = found[-1][1]
    if origin_of(path) != WEB:
        where = clean(path.partition(":")[2])
        click.echo(f"briefing: {said['file'].format(path=where)}", err=True)
        raise click.exceptions.Exit(FAILURE)
    return [article for article, _ in found]


def _remove(article_id: str, store: Store) -> tuple[Sequence[str], Sequence[Article]]:
    """The ids that went, and the versions, with one that came while somebody was asked."""
    articles = [article for article, _ in _find(article_id, store)]
    texts = [text_hash(one.text) for one in articles if len(one.text) >= _SHORTEST_TEXT]
    return store.removals.remove(article_id, texts, now=datetime.now(UTC)), articles


def _tell_apart(articles: Sequence[Article], viewer: Viewer) -> Mapping[str, str]:
    """The words for the article and, of several, the count of its versions."""
    versions = _SAID[viewer.language]["versions"]
    several = versions.format(n=len(articles)) if len(articles) > 1 else ""
    return {"title": _describe(articles[-1], viewer), "versions": several}


def _find(what: str, store: Store) -> Sequence[tuple[Article, str]]:
    """All versions of the article, each with its place, the latest last; none if it is unknown."""
    own = store.removals.versions(what)
    if not own and "://" in what:
        page = store.removals.find_page(page_key(what), [what, without_tracking(what)])
        own = store.removals.versions(page) if page else ()
    found = {article.id: (article, path) for article, path in store.articles.load_articles(own)}
    return [found[one] for one in own if one in found]


def _describe(article: Article, viewer: Viewer) -> str:
    day = viewer.day(article.published_on) if article.published_on else ""
    return " · ".join(clean(part) for part in (article.title, article.outlet or "", day) if part)


def _agrees(question: str) -> bool:
    """Whether somebody says yes; whoever cannot be asked does not."""
    click.echo(f"{question} ", nl=False, err=True)
    answer = sys.stdin.readline()
    if not answer.endswith("\n"):
        click.echo(err=True)
    return answer.strip().casefold() in _YES

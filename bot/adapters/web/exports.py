"""Cards and digests as Markdown, JSON and a page of their own; the same things, the same bytes."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from aiohttp import web

from bot.dialogue.answer_outline import outline_answer
from bot.dialogue.answers import CardAnswer, DigestAnswer
from bot.dialogue.viewer import Viewer
from bot.formats.as_markdown import outlines_as_markdown
from bot.formats.traceable import traceable_card, traceable_digest

if TYPE_CHECKING:
    from bot.adapters.web.site import Site
    from bot.core.cards import Digest, TopicCard
    from bot.core.models import Language
    from bot.dialogue.outline import Outline
    from bot.formats.as_json import JsonObject


@dataclass(frozen=True, slots=True)
class Export:
    """A file to be saved."""

    body: str
    content_type: str
    ending: str


def card_export(site: Site, card: TopicCard, kind: str, language: Language) -> Export:
    """The card as "md", "json" or "html".

    Raises:
        web.HTTPNotFound: it is not saved as that.
    """
    outlines = outline_answer(CardAnswer(card), _reader(site, language))
    return _export(site, outlines, traceable_card(card, site.shelf.reading), kind, language)


def digest_export(
    site: Site, digest: Digest, kind: str, language: Language, *, bare: bool = False
) -> Export:
    """The digest as "md", "json" or "html"; `bare` leaves the frame of the page away.

    Raises:
        web.HTTPNotFound: it is not saved as that.
    """
    outlines = outline_answer(DigestAnswer(digest), _reader(site, language))
    data = traceable_digest(digest, site.shelf.reading)
    return _export(site, outlines, data, kind, language, bare=bare)


def _reader(site: Site, language: Language) -> Viewer:
    # Without a present moment: an export says nothing that is different tomorrow.
    return Viewer(language, site.config.zone)


def _export(  # noqa: PLR0913 - what is shown, as data and in its form
    site: Site,
    outlines: tuple[Outline, ...],
    data: JsonObject,
    kind: str,
    language: Language,
    *,
    bare: bool = False,
) -> Export:
    match kind:
        case "md":
            return Export(outlines_as_markdown(outlines), "text/markdown", "md")
        case "json":
            written = json.dumps(data, ensure_ascii=False, indent=2)
            return Export(f"{written}\n", "application/json", "json")
        case "html":
            html = site.drawer.export(outlines, data, language, bare=bare)
            return Export(html, "text/html", "html")
        case _:
            raise web.HTTPNotFound

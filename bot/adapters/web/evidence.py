"""A card by its key: the card itself, its evidence in the articles, and as a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiohttp import web

from bot.adapters.web.exports import card_export
from bot.adapters.web.marking import mark_articles, number_points
from bot.adapters.web.responses import file, page
from bot.adapters.web.site import site_of, visitor_of

if TYPE_CHECKING:
    from bot.adapters.web.site import Site
    from bot.adapters.web.visitors import Visitor
    from bot.core.cards import TopicCard


async def show_evidence(request: web.Request) -> web.Response:
    """The cited articles with each point of the card marked in its place."""
    site, visitor = site_of(request), visitor_of(request)
    card = await _card(request)
    return page(await site.run(_evidence_page, site, card, request.match_info["key"], visitor))


async def export_card(request: web.Request) -> web.Response:
    """The card as a file, with the hashes of the articles that its spans count in."""
    site, visitor = site_of(request), visitor_of(request)
    card = await _card(request)
    export = await site.run(card_export, site, card, request.match_info["kind"], visitor.language)
    return file(export.body, export.content_type, f"{card.id}.{export.ending}")


async def _card(request: web.Request) -> TopicCard:
    site = site_of(request)
    card = await site.run(site.desk.card, request.match_info["key"])
    if card is None:
        raise web.HTTPNotFound
    return card


def _evidence_page(site: Site, card: TopicCard, key: str, visitor: Visitor) -> str:
    return site.drawer.draw(
        "evidence.html",
        visitor,
        site.around.clock(),
        here="",
        card=card,
        key=key,
        points=number_points(card, site.shelf.reading),
        articles=mark_articles(card, site.shelf.reading, excerpts=site.shelf.excerpts),
    )

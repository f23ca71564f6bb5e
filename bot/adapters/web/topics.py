"""The topics, and one topic with its card and pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiohttp import web

from bot.adapters.web.chat import shown_with_previews
from bot.adapters.web.responses import file, page
from bot.adapters.web.site import site_of, visitor_of
from bot.dialogue.answers import CardAnswer
from bot.dialogue.requests import AskTopic
from bot.pictures.days import count_days, draw_days
from bot.pictures.timeline import draw_timeline
from bot.pictures.voices import draw_voices

if TYPE_CHECKING:
    from bot.adapters.web.site import Site
    from bot.adapters.web.visitors import Visitor
    from bot.core.cards import TopicCard
    from bot.core.outcomes import TopicLine
    from bot.desk.replies import Reply
    from bot.dialogue.viewer import Viewer


async def list_topics(request: web.Request) -> web.Response:
    """All topics with their numbers."""
    site, visitor = site_of(request), visitor_of(request)
    lines = await site.run(site.shelf.topics)
    now = site.around.clock()
    return page(
        await site.run(site.drawer.draw, "topics.html", visitor, now, here="topics", lines=lines)
    )


async def show_topic(request: web.Request) -> web.Response:
    """The card of a topic as somebody gets it who asks for it, and its pictures."""
    site, visitor = site_of(request), visitor_of(request)
    return page(await site.run(_topic_page, site, request.match_info["slug"], visitor))


async def show_picture(request: web.Request) -> web.Response:
    """One picture of a topic as an SVG file."""
    site, visitor = site_of(request), visitor_of(request)
    kind = request.match_info["kind"]
    pictures = await site.run(_picture_files, site, request.match_info["slug"], visitor)
    if kind not in pictures:
        raise web.HTTPNotFound
    return file(pictures[kind], "image/svg+xml")


def draw_pictures(site: Site, card: TopicCard, viewer: Viewer) -> dict[str, str]:
    """The pictures of a card by their kind; one without anything to show is left out."""
    days = count_days(site.shelf.published_days(card.name))
    drawn = {
        "timeline": draw_timeline(card, viewer),
        "voices": draw_voices(card, viewer),
        "days": draw_days(card.name, card.slug, days, viewer),
    }
    return {kind: picture for kind, picture in drawn.items() if picture}


def _topic_page(site: Site, slug: str, visitor: Visitor) -> str:
    reply, card = _ask(site, slug, visitor)
    now = site.around.clock()
    pictures = draw_pictures(site, card, site.drawer.viewer(visitor, now))
    shown = shown_with_previews(site, reply, visitor)
    return site.drawer.draw(
        "topic.html",
        visitor,
        now,
        here="topics",
        slug=slug,
        card=card,
        shown=shown,
        pictures=pictures,
    )


def _picture_files(site: Site, slug: str, visitor: Visitor) -> dict[str, str]:
    _, card = _ask(site, slug, visitor)
    return draw_pictures(site, card, site.drawer.viewer(visitor, site.around.clock()))


def _ask(site: Site, slug: str, visitor: Visitor) -> tuple[Reply, TopicCard]:
    """The answer to the question for the topic, and its card.

    Raises:
        web.HTTPNotFound: there is no such topic.
    """
    reply = site.desk.respond(AskTopic(_find(site, slug).name), visitor.asker)
    if not isinstance(reply.answer, CardAnswer):
        raise web.HTTPNotFound
    return reply, reply.answer.card


def _find(site: Site, slug: str) -> TopicLine:
    for line in site.shelf.topics():
        if line.slug == slug:
            return line
    raise web.HTTPNotFound

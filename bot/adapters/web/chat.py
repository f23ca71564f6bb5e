"""The chat: what is asked and pressed goes to the desk, its answer comes back as messages."""

from __future__ import annotations

import secrets
import time
from functools import partial
from typing import TYPE_CHECKING

from aiohttp import web

from bot.adapters.web.planning import PlanForm, plan
from bot.adapters.web.render import Shown, show_parts
from bot.adapters.web.responses import page
from bot.adapters.web.site import site_of, visitor_of, wants_piece
from bot.dialogue.answers import CardAnswer, DigestAnswer
from bot.dialogue.buttons import ACTIONS, card_key
from bot.dialogue.requests import aloud

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.adapters.web.site import Site
    from bot.adapters.web.visitors import Visitor
    from bot.core.cards import TopicCard
    from bot.desk.replies import Reply
    from bot.dialogue.buttons import Action

# What a person can type; the grammar itself hears no more than this.
LONGEST_TEXT = 2000
_LONGEST_TARGET = 200
_SUGGESTIONS = 8


async def show_chat(request: web.Request) -> web.Response:
    """The page with nothing asked yet."""
    return await _chat_page(request)


async def say(request: web.Request) -> web.Response:
    """Answer a line that was typed."""
    text = await _field(request, "text", longest=LONGEST_TEXT)
    if not text.strip():
        return await show_chat(request)
    site, visitor = site_of(request), visitor_of(request)
    reply = await _timed(site, "say", partial(_reply, site, text, visitor))
    if reply.form is not None:
        return await _chat_page(request, said=text, plan=PlanForm(reply.form))
    return await _answer(request, text, reply)


async def plan_digest(request: web.Request) -> web.Response:
    """Keep the plan that was filled in, or ask again for what does not fit yet."""
    site, visitor = site_of(request), visitor_of(request)
    planned = await site.run(plan, site.desk, await request.post(), visitor.asker)
    if isinstance(planned, PlanForm):
        return await _chat_page(request, plan=planned)
    return await _answer(request, "", planned)


async def press(request: web.Request) -> web.Response:
    """Answer a button. A thumb down asks back which passage is meant."""
    action = _read_action(await _field(request, "action", longest=20))
    target = await _field(request, "target", longest=_LONGEST_TARGET)
    label = await _field(request, "label", longest=_LONGEST_TARGET)
    site, visitor = site_of(request), visitor_of(request)
    if action == "down":
        points = await site.run(site.desk.points, target)
        if points:
            return await _chat_page(request, said=label, complain=target, points=points)
    reply = await _timed(site, "press", lambda: site.desk.press(action, target, visitor.asker))
    return await _answer(request, label, reply, pressed=action)


async def complain(request: web.Request) -> web.Response:
    """Keep what somebody finds wrong with a card or one of its points."""
    card = await _field(request, "card", longest=_LONGEST_TARGET)
    point = await _field(request, "point", longest=10)
    reason = await _field(request, "reason", longest=LONGEST_TEXT)
    site, visitor = site_of(request), visitor_of(request)
    reply = await site.run(site.desk.complain, card, point, reason, visitor.asker)
    return await _answer(request, "", reply)


async def suggest(request: web.Request) -> web.Response:
    """Names of topics for what is typed so far, as JSON."""
    site = site_of(request)
    typed = request.query.get("typed", "")[:LONGEST_TEXT].removeprefix("/briefing").strip()
    names = site.desk.suggest(typed, limit=_SUGGESTIONS) if typed else ()
    return web.json_response(list(names), headers={"Cache-Control": "no-store"})


def shown_with_previews(site: Site, reply: Reply, visitor: Visitor) -> tuple[Shown, ...]:
    """The messages of a reply with their cards and their look on the chat platforms."""
    return show_parts(
        reply,
        _cards_of(reply),
        lambda part: site.drawer.looks(part, visitor.language, site.around.previews),
    )


def _reply(site: Site, text: str, visitor: Visitor) -> Reply:
    return site.desk.respond(aloud(site.desk.parse(text)), visitor.asker)


def _cards_of(reply: Reply) -> dict[str, TopicCard]:
    match reply.answer:
        case CardAnswer(card):
            return {card_key(card): card}
        case DigestAnswer(digest):
            return {card_key(entry.card): entry.card for entry in digest.entries}
        case _:
            return {}


async def _timed(site: Site, kind: str, ask: Callable[[], Reply]) -> Reply:
    began = time.perf_counter()
    reply = await site.run(ask)
    site.around.on_answer(kind, time.perf_counter() - began)
    return reply


async def _answer(
    request: web.Request, said: str, reply: Reply, *, pressed: str = ""
) -> web.Response:
    site, visitor = site_of(request), visitor_of(request)
    shown = await site.run(shown_with_previews, site, reply, visitor)
    return await _chat_page(request, said=said, shown=shown, pressed=pressed, answered=True)


async def _chat_page(request: web.Request, **turn: object) -> web.Response:
    """The whole page, or only the turn for our script."""
    site, visitor = site_of(request), visitor_of(request)
    filled: dict[str, object] = {
        "said": "",
        "shown": (),
        "pressed": "",
        "complain": "",
        "points": (),
        "plan": None,
        "answered": False,
        "turn": f"t{secrets.token_hex(4)}",
        **turn,
    }
    template = "turn.html" if wants_piece(request) else "chat.html"
    now = site.around.clock()
    return page(await site.run(site.drawer.draw, template, visitor, now, here="chat", **filled))


async def _field(request: web.Request, name: str, *, longest: int) -> str:
    value = (await request.post()).get(name, "")
    if not isinstance(value, str):
        raise web.HTTPBadRequest
    return value[:longest]


def _read_action(text: str) -> Action:
    for action in ACTIONS:
        if action == text:
            return action
    raise web.HTTPBadRequest

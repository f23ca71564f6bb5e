"""What is said to us: slash commands, mentions, direct messages, follow-ups in our threads."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from bot.adapters.slack.front import needs_rights
from bot.adapters.slack.heard import (
    is_follow_up,
    is_written,
    mentions,
    where_of_command,
    where_of_event,
    words_of,
)
from bot.adapters.slack.outlets import Openly, Privately
from bot.dialogue.requests import PlanDigest

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from bot.adapters.slack.front import Front
    from bot.adapters.slack.heard import Where
    from bot.adapters.slack.planning import Planning

    Ack = Callable[..., Awaitable[Any]]
    Payload = Mapping[str, Any]


class Talking:
    """Handlers for words. Each acknowledges first."""

    def __init__(self, front: Front, planning: Planning) -> None:
        """Answer with `front`; a plan is opened by `planning`."""
        self._front = front
        self._planning = planning

    async def hear_command(self, ack: Ack, command: Payload) -> None:
        """`/briefing …` and `/digest …`: privately, and a plan in a form."""
        await ack()
        where = where_of_command(command)
        line = f"{command['command']} {command.get('text') or ''}"
        outlet = Privately(self._front.client, where, command.get("response_url", ""))
        await self._front.guard(outlet, where, self._command(outlet, where, line, command))

    async def hear_mention(self, event: Payload, body: Payload) -> None:
        """A mention is answered in its thread. Bolt has acknowledged it already."""
        if is_written(event):
            await self._answer(event, body)

    async def hear_message(self, event: Payload, body: Payload) -> None:
        """A direct message, or what follows in a thread in which we have spoken."""
        me, direct = self._front.me, event.get("channel_type") == "im"
        # In a channel a mention comes once more, as an event of its own.
        named = me in mentions(event.get("text", ""))
        if is_written(event) and (direct or (is_follow_up(event, me) and not named)):
            await self._answer(event, body)

    async def _command(self, outlet: Privately, where: Where, line: str, command: Payload) -> None:
        desk = self._front.desk
        request = await asyncio.to_thread(desk.parse, line)
        if isinstance(request, PlanDigest):
            await self._planning.open(where, command["trigger_id"])
            return
        await self._front.serve(
            outlet, where, lambda asker: desk.respond(request, asker), fresh=needs_rights(request)
        )

    async def _answer(self, event: Payload, body: Payload) -> None:
        where = where_of_event(event, str(body.get("team_id") or event.get("team") or ""))
        outlet = Openly(self._front.client, where)
        await self._front.guard(outlet, where, self._reply(outlet, where, event, body))

    async def _reply(self, outlet: Openly, where: Where, event: Payload, body: Payload) -> None:
        """Answer once, however often Slack sends the event."""
        desk, people = self._front.desk, self._front.people
        place = people.stranger(where).place
        if event.get("type") == "message" and not where.direct:
            ours = event.get("parent_user_id") == self._front.me
            if not (ours or await asyncio.to_thread(desk.is_in, place)):
                return
        event_id = str(body.get("event_id") or f"{event['channel']}:{event['ts']}")
        if not await asyncio.to_thread(desk.is_first, where.team, event_id):
            return
        request = await asyncio.to_thread(desk.parse, words_of(event.get("text", "")))
        if not where.direct:
            await asyncio.to_thread(desk.enter, place)
        if isinstance(request, PlanDigest):
            await self._planning.offer(where)
            return
        await self._front.serve(
            outlet, where, lambda asker: desk.respond(request, asker), fresh=needs_rights(request)
        )

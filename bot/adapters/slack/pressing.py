"""What is pressed under a card, and the complaint that a thumb down opens."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from bot.adapters.slack.forms import read_complaint, where_of_view
from bot.adapters.slack.heard import where_of_action
from bot.adapters.slack.outlets import Openly, Privately, open_modal
from bot.adapters.slack.render import blocks_of_outline
from bot.adapters.slack.submitting import submit
from bot.adapters.slack.views import complaint_modal, fill_modal
from bot.adapters.slack.words import WORDS
from bot.dialogue.buttons import ACTIONS
from bot.dialogue.labels.forms import FORMS

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Coroutine, Mapping

    from bot.adapters.slack.blocks import Block
    from bot.adapters.slack.front import Front
    from bot.adapters.slack.heard import Where
    from bot.adapters.slack.outlets import InModal, Outlet
    from bot.core.models import Language
    from bot.desk.people import Asker
    from bot.desk.plans import Problem
    from bot.dialogue.buttons import Action

    Ack = Callable[..., Awaitable[Any]]
    Payload = Mapping[str, Any]


class Pressing:
    """Handlers for buttons. Who presses is asked anew, whoever was shown the card."""

    def __init__(self, front: Front) -> None:
        """Answer with `front`."""
        self._front = front

    async def press(self, ack: Ack, body: Payload, action: Payload) -> None:
        """Any button of the desk's."""
        await ack()
        where, outlet = where_of_action(body), self._outlet(body)
        work = self._work(outlet, where, body, action)
        await self._front.guard(outlet, where, work)

    async def complain(self, ack: Ack, body: Payload, view: Payload) -> None:
        """The complaint is sent."""
        said, desk = read_complaint(view), self._front.desk

        async def work(asker: Asker) -> Block:
            reply = await asyncio.to_thread(desk.complain, said.key, said.point, said.reason, asker)
            language = asker.language
            blocks = [b for part in reply.parts for b in blocks_of_outline(part.outline, language)]
            return fill_modal(FORMS[language].complaint_title, blocks, language)

        def mend(asker: Asker, problems: tuple[Problem, ...]) -> Block:
            del problems
            return fill_modal(FORMS[asker.language].complaint_title, [], asker.language)

        await submit(self._front, ack, body, where_of_view(body), work=work, mend=mend)

    def _work(
        self, outlet: Outlet, where: Where, body: Payload, action: Payload
    ) -> Coroutine[Any, Any, None]:
        name, target = action_of(action["action_id"]), str(action["value"])
        match name:
            case "evidence":
                return self._show_evidence(where, target, body)
            case "down":
                return self._open_complaint(where, target, body)
            case "share":
                return self._share(where, target, body)
            case _:
                return self._press(outlet, where, name, target)

    async def _press(self, outlet: Outlet, where: Where, name: Action, target: str) -> None:
        desk = self._front.desk
        await self._front.serve(outlet, where, lambda asker: desk.press(name, target, asker))

    def _outlet(self, body: Payload) -> Outlet:
        """On the home tab there is no channel: the answer comes as a direct message."""
        where, address = where_of_action(body), str(body.get("response_url") or "")
        if where.channel == where.user:
            return Openly(self._front.client, where)
        return Privately(self._front.client, where, address)

    async def _show_evidence(self, where: Where, target: str, body: Payload) -> None:
        modal = await self._open(where, body, lambda language: WORDS[language].evidence)
        await self._press(modal, where, "evidence", target)

    async def _open_complaint(self, where: Where, target: str, body: Payload) -> None:
        modal = await self._open(where, body, lambda language: FORMS[language].complaint_title)
        asker = await self._front.people.asker(where)
        points = await asyncio.to_thread(self._front.desk.points, target)
        if not points:
            await modal.show(self._front.desk.say("card_gone", asker).parts, asker.language)
            return
        view = complaint_modal(target, points, where, asker.language)
        await self._front.client.views_update(view_id=modal.view_id, view=view)

    async def _share(self, where: Where, target: str, body: Payload) -> None:
        """Once for each private answer, however often it is pressed."""
        shown = (body.get("container") or {}).get("message_ts", "")
        once = f"share {where.channel} {shown} {where.user} {target}"
        if await asyncio.to_thread(self._front.desk.is_first, where.team, once):
            outlet = Openly(self._front.client, where, str(body.get("response_url") or ""))
            await self._press(outlet, where, "share", target)

    async def _open(self, where: Where, body: Payload, title: Callable[[Language], str]) -> InModal:
        """Open it before anything is looked up: the right to do so lasts three seconds."""
        language = self._front.people.stranger(where).language
        trigger = body["trigger_id"]
        return await open_modal(self._front.client, trigger, title(language), language)


def action_of(action_id: str) -> Action:
    """The desk's action behind an id such as "more" or "ask.2"."""
    name = action_id.partition(".")[0]
    return next(action for action in ACTIONS if action == name)

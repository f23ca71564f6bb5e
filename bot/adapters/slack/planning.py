"""The planning form: opened, previewed, sent. Rights are asked anew at each of these steps."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from slack_sdk.errors import SlackApiError

from bot.adapters.slack.blocks import context, section
from bot.adapters.slack.forms import read_plan_form, where_of_view
from bot.adapters.slack.heard import where_of_action
from bot.adapters.slack.mrkdwn import bold, plain
from bot.adapters.slack.outlets import Privately, open_modal
from bot.adapters.slack.render import Message, blocks_of_outline
from bot.adapters.slack.submitting import submit
from bot.adapters.slack.views import fill_modal, plan_modal, plan_offer
from bot.adapters.slack.words import WORDS
from bot.desk.replies import Reply
from bot.dialogue.answers import NoticeAnswer
from bot.dialogue.labels.forms import FORMS
from bot.dialogue.requests import PlanDigest

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from bot.adapters.slack.blocks import Block
    from bot.adapters.slack.front import Front
    from bot.adapters.slack.heard import Where
    from bot.adapters.slack.outlets import InModal
    from bot.core.models import Language
    from bot.desk.people import Asker
    from bot.desk.plans import Problem

    Ack = Callable[..., Awaitable[Any]]
    Payload = Mapping[str, Any]


class Planning:
    """Handlers for the planning form."""

    def __init__(self, front: Front) -> None:
        """Answer with `front`."""
        self._front = front

    async def press(self, ack: Ack, body: Payload) -> None:
        """The button that offers the form."""
        await ack()
        where = where_of_action(body)
        outlet = Privately(self._front.client, where, str(body.get("response_url") or ""))
        await self._front.guard(outlet, where, self.open(where, body["trigger_id"]))

    async def open(self, where: Where, trigger: str) -> None:
        """Open the form at once and fill it in then; who may not plan is told so in it."""
        language = self._front.people.stranger(where).language
        modal = await open_modal(self._front.client, trigger, FORMS[language].plan_title, language)
        await self._front.guard(modal, where, self._fill(modal, where))

    async def offer(self, where: Where) -> None:
        """Where words alone were said, a form can be opened only by a button."""
        asker = await self._front.people.asker(where)
        title = FORMS[asker.language].plan_title
        message = Message(title, (section(bold(title)), *plan_offer(asker.language)))
        await self._front.client.chat_postMessage(
            channel=where.channel, thread_ts=where.thread or None, **message.as_arguments()
        )

    async def preview(self, ack: Ack, body: Payload) -> None:
        """Today's digest as the form would bring it, on top of the form."""
        await ack()
        where = where_of_view(body)
        outlet = Privately(self._front.client, where)
        await self._front.guard(outlet, where, self._preview(where, body))

    async def send(self, ack: Ack, body: Payload, view: Payload) -> None:
        """The form is sent."""
        where = where_of_view(body)

        async def work(asker: Asker) -> Block | tuple[Problem, ...]:
            draft = read_plan_form(view, asker.language)
            result = await asyncio.to_thread(self._front.desk.plan, draft, asker)
            if isinstance(result, Reply):
                return await self._planned(result, where, asker.language)
            return result

        def mend(asker: Asker, problems: tuple[Problem, ...]) -> Block:
            return plan_modal(read_plan_form(view, asker.language), where, asker.language, problems)

        await submit(self._front, ack, body, where, work=work, mend=mend)

    async def _fill(self, modal: InModal, where: Where) -> None:
        asker = await self._front.people.asker(where, fresh=True)
        reply = await asyncio.to_thread(self._front.desk.respond, PlanDigest(), asker)
        if reply.form is None:
            await modal.show(reply.parts, asker.language)
            return
        view = plan_modal(reply.form, where, asker.language)
        await self._front.client.views_update(view_id=modal.view_id, view=view)

    async def _preview(self, where: Where, body: Payload) -> None:
        language = self._front.people.stranger(where).language
        title, trigger = WORDS[language].plan_preview, body["trigger_id"]
        modal = await open_modal(self._front.client, trigger, title, language, push=True)
        asker = await self._front.people.asker(where, fresh=True)
        if not asker.may_plan:
            refused = await asyncio.to_thread(self._front.desk.respond, PlanDigest(), asker)
            await modal.show(refused.parts, asker.language)
            return
        draft = read_plan_form(body["view"], asker.language)
        result = await asyncio.to_thread(
            self._front.desk.preview, draft, replace(asker, private=False)
        )
        if isinstance(result, Reply):
            await modal.show(result.parts, draft.language)
            return
        sentences = [section(plain(problem.sentence)) for problem in result]
        await modal.fill(sentences, asker.language)

    async def _planned(self, reply: Reply, where: Where, language: Language) -> Block:
        """What was planned; and that we must be invited, if we cannot see the channel yet."""
        words = WORDS[language]
        blocks = [b for part in reply.parts for b in blocks_of_outline(part.outline, language)]
        answer = reply.answer
        if isinstance(answer, NoticeAnswer) and answer.kind == "planned":
            inside = where.direct or await self._is_inside(where)
            blocks += [] if inside else [context(plain(words.invite))]
        return fill_modal(FORMS[language].plan_title, blocks, language)

    async def _is_inside(self, where: Where) -> bool:
        """Whether the history of the channel can be read, as is needed to post exactly once."""
        try:
            await self._front.client.conversations_history(channel=where.channel, limit=1)
        except SlackApiError:
            return False
        return True

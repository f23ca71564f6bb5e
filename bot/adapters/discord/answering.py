"""From a question to messages: acknowledge, ask in a thread, say that it takes longer, send.

Whatever breaks is told with the id under which the log has the traceback.
"""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

import discord

from bot.adapters.discord.limits import THREAD_NAME, TOKEN_SECONDS
from bot.adapters.discord.planning import AgainButton
from bot.adapters.discord.render import render_parts
from bot.desk.excuses import excuse
from bot.dialogue.labels.forms import FORMS

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.adapters.discord.render import Message
    from bot.desk.desk import Desk
    from bot.desk.people import Asker
    from bot.desk.replies import Reply

    Interaction = discord.Interaction[Any]

_T = TypeVar("_T")
_logger = logging.getLogger(__name__)
# After so long a person is told that it takes longer; long before the token ends, that it failed.
_SLOW = 10.0
_LAST_MOMENT = TOKEN_SECONDS - 60.0
# A card and its second page stand together; more messages would fill the channel.
_TOGETHER = 2
# A form must be the first answer to an interaction, which Discord awaits for three seconds.
FORM_LIMIT = 2.0


class Run(Protocol):
    """Runs work of the desk so that the event loop stays free, as `asyncio.to_thread` does."""

    async def __call__(self, work: Callable[[], _T], /) -> _T:
        """What `work` returns or raises."""


class Target(Protocol):
    """Where an answer is shown."""

    async def show(self, messages: tuple[Message, ...]) -> None:
        """Show these instead of what was shown there before."""


class TookTooLong(Exception):
    """The answer did not come while the question could be answered."""


class Answering:
    """Answers one question after the other; knows no commands."""

    def __init__(self, desk: Desk, run: Run) -> None:
        """Ask `desk`, by means of `run`."""
        self._desk = desk
        self._run = run

    async def ask(self, work: Callable[[], _T]) -> _T:
        """Run work of the desk, to be waited for at once."""
        return await self._run(work)

    async def privately(
        self, interaction: Interaction, ask: Callable[[], Reply | None], asker: Asker
    ) -> None:
        """Answer so that only who asked sees it."""
        if await acknowledge(interaction):
            await self.answer(PrivateTarget(interaction), ask, asker)

    async def answer(
        self,
        target: Target,
        ask: Callable[[], Reply | None],
        asker: Asker,
        *,
        note: str = "",
    ) -> None:
        """Show the reply at `target`, or say there that it failed. None is no reply at all."""
        try:
            reply = await self._patiently(target, ask, asker)
            if reply is not None:
                await target.show(draw(reply, asker, note=note))
        except discord.NotFound as error:
            _logger.info("the question is gone (%s)", error.code)
        except Exception as error:  # noqa: BLE001 - logged with its traceback there
            await self.fail(target, asker, error)

    async def open(
        self, interaction: Interaction, make: Callable[[], discord.ui.Modal | Reply], asker: Asker
    ) -> None:
        """Show a form, which must be the first answer, or say why there is none."""
        making = asyncio.ensure_future(self._run(make))
        if not await _ends_within(making, FORM_LIMIT):
            making.cancel()
            await self._fail_privately(interaction, asker, TookTooLong())
            return
        error = making.exception()
        if error is not None:
            await self._fail_privately(interaction, asker, error)
            return
        made = making.result()
        if not isinstance(made, discord.ui.Modal):
            await self.privately(interaction, lambda: made, asker)
            return
        # Stopped, so that discord.py keeps no copy: what was filled in is read from the payload.
        made.stop()
        try:
            await interaction.response.send_modal(made)
        except discord.HTTPException as refused:
            _logger.warning("a form came too late or was refused (%s)", refused.code)

    async def fail(self, target: Target, asker: Asker, error: BaseException) -> None:
        """Log what broke, and tell the person."""
        reply = excuse(self._desk, asker, error)
        try:
            await target.show(render_parts(reply.parts, asker.language))
        except discord.HTTPException as refused:
            _logger.warning("that there is no answer could not be told (%s)", refused.code)

    async def _fail_privately(
        self, interaction: Interaction, asker: Asker, error: BaseException
    ) -> None:
        if await acknowledge(interaction):
            await self.fail(PrivateTarget(interaction), asker, error)

    async def _patiently(
        self, target: Target, ask: Callable[[], Reply | None], asker: Asker
    ) -> Reply | None:
        task = asyncio.ensure_future(self._run(ask))
        if not await _ends_within(task, _SLOW):
            waiting = self._desk.say("takes_longer", asker)
            await target.show(render_parts(waiting.parts, asker.language))
            if not await _ends_within(task, _LAST_MOMENT - _SLOW):
                task.cancel()
                raise TookTooLong
        return task.result()


def draw(reply: Reply, asker: Asker, *, note: str = "") -> tuple[Message, ...]:
    """The reply as messages, with a button where a form is to be filled in."""
    messages = render_parts(reply.parts, asker.language, note=note)
    if reply.form is None or not messages:
        return messages
    again = AgainButton(FORMS[asker.language].plan_title)
    return (*messages[:-1], messages[-1].plus(discord.ui.ActionRow(again)))


async def acknowledge(interaction: Interaction, *, thinking: bool = True) -> bool:
    """Tell Discord at once that an answer comes; False if it no longer waits for one.

    Without `thinking` what was pressed stays as it is, and answers come as new messages.
    """
    try:
        await interaction.response.defer(ephemeral=True, thinking=thinking)
    except discord.NotFound:
        _logger.warning("an interaction reached this bot too late to be answered")
        return False
    except discord.HTTPException as error:
        # A replay after a resumed connection: it was acknowledged the first time.
        _logger.info("an interaction could not be acknowledged (%s)", error.code)
        return False
    return True


class PrivateTarget:
    """The answer to an interaction, seen by one person."""

    def __init__(self, interaction: Interaction) -> None:
        """Answer `interaction`, which was acknowledged."""
        self._interaction = interaction

    async def show(self, messages: tuple[Message, ...]) -> None:
        """The first message replaces the sign of waiting, further ones follow it."""
        if not messages:
            await self._interaction.delete_original_response()
            return
        await self._interaction.edit_original_response(view=messages[0].view())
        for message in messages[1:]:
            await self._interaction.followup.send(view=message.view(), ephemeral=True)


class FollowTarget:
    """Messages after an interaction whose own message stays as it is."""

    def __init__(self, interaction: Interaction, *, private: bool) -> None:
        """Follow up on `interaction`, for its person alone or for all."""
        self._interaction = interaction
        self._private = private

    async def show(self, messages: tuple[Message, ...]) -> None:
        """Send all of them."""
        for message in messages:
            await self._interaction.followup.send(view=message.view(), ephemeral=self._private)


class ReplyTarget:
    """The reply to a message; many further messages stand in a thread under it, if they can."""

    def __init__(self, message: discord.Message) -> None:
        """Reply to `message`, pinging nobody."""
        self._message = message
        self._shown: discord.Message | None = None

    async def show(self, messages: tuple[Message, ...]) -> None:
        """Reply, or change the reply that was there before."""
        if not messages:
            return
        first, *rest = messages
        if self._shown is None:
            self._shown = await self._reply(first)
        else:
            await self._shown.edit(view=first.view())
        place: discord.abc.Messageable = self._shown.channel
        if len(messages) > _TOGETHER:
            place = await self._place_for_rest(self._shown)
        for message in rest:
            await place.send(view=message.view())

    async def _reply(self, message: Message) -> discord.Message:
        asked = self._message
        try:
            return await asked.channel.send(
                view=message.view(),
                reference=asked.to_reference(fail_if_not_exists=False),
                mention_author=False,
            )
        except discord.Forbidden:
            # Who asks where the bot may not speak is answered all the same.
            return await asked.author.send(view=message.view())

    async def _place_for_rest(self, shown: discord.Message) -> discord.abc.Messageable:
        if not isinstance(shown.channel, discord.TextChannel):
            return shown.channel
        try:
            return await shown.create_thread(name=_thread_name(self._message))
        except discord.HTTPException as error:
            _logger.info("no thread for an answer (%s)", error.code)
            return shown.channel


async def _ends_within(task: asyncio.Future[Any], seconds: float) -> bool:
    done, _ = await asyncio.wait({task}, timeout=seconds)
    return bool(done)


def _thread_name(message: discord.Message) -> str:
    return f"Morgenlage {message.created_at:%Y-%m-%d}"[:THREAD_NAME]

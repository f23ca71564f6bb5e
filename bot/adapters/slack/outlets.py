"""Where an answer goes: to one person, into a thread, into a modal. Each sends what it is given."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Protocol

import aiohttp
from slack_sdk.errors import SlackApiError

from bot.adapters.slack.clients import open_responder
from bot.adapters.slack.render import blocks_of_outline, fit_view, render_part, render_parts
from bot.adapters.slack.verdicts import wait_of
from bot.adapters.slack.views import fill_modal, loading_modal

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from slack_sdk.web.async_client import AsyncWebClient

    from bot.adapters.slack.blocks import Block
    from bot.adapters.slack.heard import Where
    from bot.adapters.slack.render import Message
    from bot.core.models import Language
    from bot.dialogue.buttons import Part

_logger = logging.getLogger(__name__)
_OK = 200
# Nobody waits longer for an answer than to be told that there is none.
_LONGEST_WAIT = 30.0


class Outlet(Protocol):
    """Shows the parts of an answer in a language.

    Raises SlackApiError, aiohttp.ClientError or TimeoutError where Slack does not take them.
    """

    async def show(self, parts: Sequence[Part], language: Language) -> None:
        """Send them, in order."""


@dataclass(frozen=True, slots=True)
class Privately:
    """For the eyes of one person: by the response address, else in the channel, else directly."""

    client: AsyncWebClient
    where: Where
    address: str = ""

    async def show(self, parts: Sequence[Part], language: Language) -> None:
        """Send each message on the first way that takes it."""
        for message in render_parts(parts, language):
            if not (await self._respond(message) or await self._whisper(message)):
                arguments = message.as_arguments()
                await patiently(
                    partial(self.client.chat_postMessage, channel=self.where.user, **arguments)
                )

    async def _respond(self, message: Message) -> bool:
        """Whether the response address took it: one that ran out answers 404 and raises nothing."""
        if not self.address:
            return False
        return await respond(self.client, self.address, message, response_type="ephemeral")

    async def _whisper(self, message: Message) -> bool:
        if self.where.direct:
            return False
        try:
            await patiently(
                partial(
                    self.client.chat_postEphemeral,
                    channel=self.where.channel,
                    user=self.where.user,
                    thread_ts=self.where.thread or None,
                    **message.as_arguments(),
                )
            )
        except SlackApiError as error:
            _logger.info("no private message in a channel (%s)", error.response.get("error"))
            return False
        return True


@dataclass(frozen=True, slots=True)
class Openly:
    """For everybody in the channel or thread; by the response address where we are no member."""

    client: AsyncWebClient
    where: Where
    address: str = ""

    async def show(self, parts: Sequence[Part], language: Language) -> None:
        """Post each part as a message of its own."""
        for message in (render_part(part, language) for part in parts):
            try:
                await patiently(
                    partial(
                        self.client.chat_postMessage,
                        channel=self.where.channel,
                        thread_ts=self.where.thread or None,
                        **message.as_arguments(),
                    )
                )
            except SlackApiError:
                if not self.address:
                    raise
                if not await respond(
                    self.client, self.address, message, response_type="in_channel"
                ):
                    raise


@dataclass(frozen=True, slots=True)
class InModal:
    """Into a modal that is open already."""

    client: AsyncWebClient
    view_id: str
    title: str

    async def show(self, parts: Sequence[Part], language: Language) -> None:
        """Replace what the modal shows."""
        outlines = [part.outline for part in parts]
        blocks = [
            block
            for one in outlines
            for block in blocks_of_outline(one, language, under=self.title)
        ]
        await self.fill(blocks, language)

    async def fill(self, blocks: Sequence[Block], language: Language) -> None:
        """Replace what the modal shows by these blocks, as many as fit."""
        view = fill_modal(self.title, fit_view(blocks, language), language)
        await patiently(partial(self.client.views_update, view_id=self.view_id, view=view))


async def patiently(ask: Callable[[], Awaitable[object]]) -> None:
    """Ask once more if Slack wants to be left alone for a moment: then it has done nothing yet.

    Raises what `ask` raises otherwise.
    """
    try:
        await ask()
    except SlackApiError as error:
        wait = wait_of(error)
        if wait is None or wait > _LONGEST_WAIT:
            raise
        await asyncio.sleep(wait)
    else:
        return
    await ask()


async def open_modal(
    client: AsyncWebClient, trigger: str, title: str, language: Language, *, push: bool = False
) -> InModal:
    """Open an empty modal at once, over another one with `push`."""
    view = loading_modal(title, language)
    opening = client.views_push if push else client.views_open
    opened = await opening(trigger_id=trigger, view=view)
    return InModal(client, str(opened["view"]["id"]), title)


async def respond(
    client: AsyncWebClient, address: str, message: Message, *, response_type: str
) -> bool:
    """Whether a response address took the message."""
    try:
        answer = await open_responder(address, client.session).send(
            text=message.text,
            blocks=list(message.blocks),
            response_type=response_type,
            replace_original=False,
            unfurl_links=False,
            unfurl_media=False,
        )
    except (aiohttp.ClientError, TimeoutError) as error:
        _logger.info("a response address did not answer (%s)", type(error).__name__)
        return False
    return answer.status_code == _OK

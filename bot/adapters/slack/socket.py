"""The socket over which Slack speaks to us, and a watch on it.

The SDK reconnects by itself, but sockets have been seen to hang while it thought them open
(slackapi/bolt-python#417, slackapi/python-slack-sdk#1110).
"""

from __future__ import annotations

import asyncio
import logging
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import aiohttp
from slack_bolt.adapter.socket_mode.async_handler import AsyncSocketModeHandler
from slack_sdk.errors import SlackClientError

from bot.adapters.slack.clients import open_client, silent_logger

if TYPE_CHECKING:
    from collections.abc import Callable

    from slack_bolt.app.async_app import AsyncApp

    from bot.adapters.slack.config import SlackConfig

_logger = logging.getLogger(__name__)
_PING_SECONDS = 5.0
_CHECK_SECONDS = 2.0
# The SDK is given so long to come back by itself.
_PATIENCE = 20.0
# A socket on which nothing came for so long is opened anew; that costs nothing.
_QUIET = 3600.0
_CONNECT_SECONDS = 15.0
# A service has five seconds for its end, and answers are to come out in them as well.
_GOODBYE_SECONDS = 1.0


class Socket:
    """One connection in Socket Mode."""

    def __init__(
        self,
        app: AsyncApp,
        config: SlackConfig,
        *,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        """Hand to `app` what comes. Needs a running loop."""
        self._monotonic = monotonic
        self._handler = AsyncSocketModeHandler(
            app,
            config.app_token,
            logger=silent_logger(),
            web_client=open_client(config, config.app_token),
            ping_interval=_PING_SECONDS,
        )
        # Of this class the SDK's adapter says only that it is some client.
        self._client: Any = self._handler.client
        self._client.message_listeners.append(self._note)
        self._heard_at = self._well_at = monotonic()
        self._is_well = False
        self._watch: asyncio.Task[None] | None = None

    @property
    def is_well(self) -> bool:
        """Whether the connection stood when it was last looked at."""
        return self._is_well

    async def open(self) -> None:
        """Connect, and watch from now on. Without an answer the watch goes on trying."""
        with suppress(TimeoutError):
            async with asyncio.timeout(_CONNECT_SECONDS):
                await self._client.connect()
        self._is_well = bool(await self._client.is_connected())
        self._watch = asyncio.create_task(self._watch_over())

    async def close(self) -> None:
        """Take nothing more."""
        if self._watch is not None:
            self._watch.cancel()
        self._is_well = False
        with suppress(aiohttp.ClientError, SlackClientError, ConnectionError):
            try:
                async with asyncio.timeout(_GOODBYE_SECONDS):
                    await self._client.close()
            except TimeoutError:
                # The other side does not take its leave; the second time that is not waited for.
                await self._client.close()

    async def _note(self, *_: object) -> None:
        self._heard_at = self._monotonic()

    async def _watch_over(self) -> None:
        while True:
            await asyncio.sleep(_CHECK_SECONDS)
            await self._look()

    async def _look(self) -> None:
        now = self._monotonic()
        connected = bool(await self._client.is_connected())
        if connected != self._is_well:
            _logger.warning("Slack: the connection %s", "stands again" if connected else "broke")
        self._is_well = connected
        if connected:
            self._well_at = now
        if now - self._well_at > _PATIENCE or now - self._heard_at > _QUIET:
            await self._reconnect(now)

    async def _reconnect(self, now: float) -> None:
        self._well_at = self._heard_at = now
        try:
            async with asyncio.timeout(_CONNECT_SECONDS):
                await self._client.connect_to_new_endpoint(force=True)
        except (aiohttp.ClientError, SlackClientError, TimeoutError, OSError) as error:
            _logger.warning("Slack: no new connection yet (%s)", type(error).__name__)

"""Discord as a service: connects, says how it is, and stops without cutting answers off."""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress
from typing import TYPE_CHECKING

import aiohttp
import discord
import yarl
from discord.gateway import DiscordWebSocket
from discord.http import Route

from bot.adapters.discord.client import BriefingClient
from bot.adapters.discord.config import API
from bot.adapters.discord.delivery import DiscordPlatform
from bot.adapters.discord.exchange import HttpExchange
from bot.adapters.discord.quiet import quieten
from bot.errors import SettingsError

if TYPE_CHECKING:
    from bot.adapters.discord.config import DiscordConfig
    from bot.adapters.discord.planning import Notes
    from bot.desk.desk import Desk

_logger = logging.getLogger(__name__)
_TOKEN = "BRIEFING_DISCORD_TOKEN"  # noqa: S105 - the name of the setting
_BAD_TOKEN = "Discord does not accept this token; copy it anew from the page of your bot"  # noqa: S105 - a sentence
_BAD_INTENTS = "Discord refuses the intents of this bot; they are all unprivileged, so try again"
_BAD_SHARDS = "Discord refuses these shards; BRIEFING_DISCORD_SHARD_COUNT may be too small"
# https://discord.com/developers/docs/topics/opcodes-and-status-codes
_AUTHENTICATION_FAILED = 4004
_FINAL = {
    _AUTHENTICATION_FAILED: (_TOKEN, _BAD_TOKEN),
    4010: ("BRIEFING_DISCORD_SHARD_IDS", _BAD_SHARDS),
    4011: ("BRIEFING_DISCORD_SHARD_COUNT", _BAD_SHARDS),
    4013: (_TOKEN, _BAD_INTENTS),
    4014: (_TOKEN, _BAD_INTENTS),
}
_UNREACHABLE = "Discord cannot be reached; trying again"
_FIRST_PAUSE, _LONGEST_PAUSE = 1.0, 60.0
# How long a start waits for Discord before it goes on in the background.
_START_LIMIT = 20.0
_STOP_LIMIT = 5.0


class DiscordService:
    """The one door to Discord for whoever composes the program."""

    name = "discord"

    def __init__(self, config: DiscordConfig, desk: Desk, notes: Notes) -> None:
        """Serve `desk` on Discord; `notes` keeps drafts and the fingerprint of the commands."""
        self._config = config
        self._desk = desk
        self._notes = notes
        self._client: BriefingClient | None = None
        self._running: asyncio.Task[None] | None = None
        self._ready = asyncio.Event()
        self._problem: str | None = "not started"
        self.platform = DiscordPlatform(
            HttpExchange(config.token, config.api), is_forum=self._is_forum
        )

    async def start(self) -> None:
        """Connect. While Discord cannot be reached, trying goes on behind `health`.

        Raises:
            SettingsError: Discord refuses the token or the shards for good.
        """
        quieten()
        # What is missing for sound is nothing to warn of here.
        discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False
        if self._config.api != API:
            Route.BASE = self._config.api
        if self._config.gateway:
            DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(self._config.gateway)
        self._problem = _UNREACHABLE
        self._running = asyncio.create_task(self._run(), name="discord")
        ready = asyncio.create_task(self._ready.wait())
        try:
            await asyncio.wait(
                {self._running, ready}, timeout=_START_LIMIT, return_when=asyncio.FIRST_COMPLETED
            )
        except asyncio.CancelledError:
            # Nobody will stop what never started.
            await self.stop()
            raise
        finally:
            ready.cancel()
        if self._running.done():
            self._running.result()

    async def stop(self) -> None:
        """Let answers that are under way end, for at most five seconds, and disconnect."""
        if self._client is not None:
            await self._client.finish_answers(_STOP_LIMIT)
            await self._client.close()
        if self._running is not None:
            self._running.cancel()
            with suppress(asyncio.CancelledError, SettingsError):
                await self._running
        self._problem = "stopped"

    async def wait(self) -> None:
        """Until the connection ends.

        Raises:
            SettingsError: Discord refuses the token or the shards, perhaps after a while.
        """
        if self._running is not None:
            await asyncio.shield(self._running)

    def health(self) -> str | None:
        """None while connected, else one plain line."""
        if self._problem is None and self._client is not None and self._client.is_closed():
            return _UNREACHABLE
        return self._problem

    async def _run(self) -> None:
        pause = _FIRST_PAUSE
        while True:
            try:
                await self._connect()
            except SettingsError as error:
                if self._problem is None:
                    # Whoever started this has long gone on; the log is where it is told.
                    _logger.error("discord is off: %s", error)  # noqa: TRY400 - a line for a person
                self._problem = str(error)
                raise
            except (OSError, aiohttp.ClientError, discord.DiscordException) as error:
                _logger.warning("%s (%s)", _UNREACHABLE, type(error).__name__)
            if self._problem is None:
                pause = _FIRST_PAUSE
            self._problem = _UNREACHABLE
            await asyncio.sleep(pause)
            pause = min(_LONGEST_PAUSE, pause * 2)

    async def _connect(self) -> None:
        """One client from its login to its end. A client that was closed is not used again."""
        client = BriefingClient(self._config, self._desk, self._notes)
        self._client = client
        waiting = asyncio.create_task(self._tell_ready(client))
        try:
            await client.start(self._config.token, reconnect=True)
        except discord.LoginFailure as error:
            raise SettingsError(_TOKEN, _BAD_TOKEN) from error
        except discord.PrivilegedIntentsRequired as error:
            raise SettingsError(_TOKEN, _BAD_INTENTS) from error
        except discord.ConnectionClosed as error:
            if error.code in _FINAL:
                raise SettingsError(*_FINAL[error.code]) from error
            raise
        finally:
            waiting.cancel()
            if not client.is_closed():
                await client.close()

    async def _tell_ready(self, client: BriefingClient) -> None:
        # Before the login there is nothing yet that could be waited for.
        await client.connected.wait()
        self._problem = None
        self._ready.set()

    def _is_forum(self, channel: int) -> bool:
        """Whether the channel is a forum, as far as the gateway told."""
        found = self._client.get_channel(channel) if self._client is not None else None
        return isinstance(found, discord.ForumChannel)

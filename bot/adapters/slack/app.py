"""The Slack service: connects, stays connected, and stops without losing an answer."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

import aiohttp
from aiohttp import web

from bot.adapters.slack.clients import open_client
from bot.adapters.slack.delivery import SlackPlatform
from bot.adapters.slack.front import Front
from bot.adapters.slack.identity import identify, try_app_token
from bot.adapters.slack.people import People
from bot.adapters.slack.posting import look_last
from bot.adapters.slack.routes import build_app
from bot.adapters.slack.socket import Socket
from bot.adapters.slack.verdicts import SPEAKING_FAILS
from bot.errors import SettingsError

if TYPE_CHECKING:
    from slack_bolt.app.async_app import AsyncApp

    from bot.adapters.slack.config import SlackConfig
    from bot.desk.desk import Desk

_logger = logging.getLogger(__name__)
PATH = "/slack/events"
_PORT = "BRIEFING_SLACK_PORT"
_STOP_SECONDS = 5.0
_FIRST_PAUSE, _LONGEST_PAUSE = 2.0, 60.0


class SlackService:
    """Slack for one workspace. `start`, `stop` and `health` belong to one event loop."""

    name = "slack"

    def __init__(self, config: SlackConfig, desk: Desk) -> None:
        """Answer with `desk`; nothing is connected yet."""
        self.platform = SlackPlatform()
        self._config = config
        self._desk = desk
        self._session: aiohttp.ClientSession | None = None
        self._front: Front | None = None
        self._socket: Socket | None = None
        self._runner: web.AppRunner | None = None
        self._trying: asyncio.Task[None] | None = None
        self._trouble: str | None = "Slack: not started"

    async def start(self) -> None:
        """Connect. While Slack cannot be reached, trying goes on behind this.

        Raises:
            SettingsError: a token, a permission or the signing secret is missing or wrong.
        """
        self._config.check()
        self._session = aiohttp.ClientSession(trace_configs=[look_last()])
        try:
            await self._connect(self._session)
        except SettingsError:
            await self.stop()
            raise
        except (*SPEAKING_FAILS, OSError) as error:
            self._complain(error)
            self._trying = asyncio.create_task(self._keep_trying(self._session))

    async def stop(self) -> None:
        """Take nothing more, finish what is being answered, at most five seconds long."""
        self._trouble = "Slack: stopped"
        if self._trying is not None:
            self._trying.cancel()
        if self._socket is not None:
            await self._socket.close()
        if self._front is not None and self._front.running:
            await asyncio.wait(self._front.running, timeout=_STOP_SECONDS)
        if self._runner is not None:
            await self._runner.cleanup()
        self.platform.disconnect()
        if self._session is not None:
            await self._session.close()

    def health(self) -> str | None:
        """None if all is well, else one line."""
        if self._trouble is not None:
            return self._trouble
        if self._socket is not None and not self._socket.is_well:
            return "Slack: the connection is broken; a new one is being opened"
        return None

    async def _connect(self, session: aiohttp.ClientSession) -> None:
        config = self._config
        client = open_client(config, config.bot_token, session)
        identity = await identify(client)
        front = Front(self._desk, People(client, config), client, config, identity.me)
        app = build_app(front, config)
        if config.mode == "socket":
            await try_app_token(config, session)
            self._socket = Socket(app, config)
            await self._socket.open()
        else:
            self._runner = await _listen(app, config)
        self._front = front
        self.platform.connect(client, identity.site)
        self._trouble = None
        _logger.info("Slack: connected to %s in %s mode", identity.team, config.mode)

    async def _keep_trying(self, session: aiohttp.ClientSession) -> None:
        pause = _FIRST_PAUSE
        while True:
            await asyncio.sleep(pause)
            pause = min(_LONGEST_PAUSE, 2 * pause)
            try:
                await self._connect(session)
            except SettingsError as error:
                self._trouble = str(error)
                _logger.error("%s", error)  # noqa: TRY400 - one line says it all
                return
            except (*SPEAKING_FAILS, OSError) as error:
                self._complain(error)
            else:
                return

    def _complain(self, error: Exception) -> None:
        self._trouble = (
            f"Slack: {self._config.api_url} cannot be reached ({type(error).__name__}); "
            "trying again"
        )
        _logger.warning("%s", self._trouble)


async def _listen(app: AsyncApp, config: SlackConfig) -> web.AppRunner:
    """Take signed requests.

    Raises:
        SettingsError: the port is taken.
    """
    runner = web.AppRunner(app.web_app(path=PATH), access_log=None)
    await runner.setup()
    try:
        await web.TCPSite(runner, config.host, config.port).start()
    except OSError as error:
        await runner.cleanup()
        reason = f"cannot listen on {config.host}:{config.port} ({error.strerror})"
        raise SettingsError(_PORT, reason) from error
    return runner

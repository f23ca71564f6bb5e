"""The Slack service: connects, stays connected, and stops without losing an answer."""

from __future__ import annotations

import asyncio
import logging
from functools import partial
from typing import TYPE_CHECKING

import aiohttp
from aiohttp import web

from bot.adapters.slack.clients import listen_for_waits, open_client, open_session
from bot.adapters.slack.delivery import SlackPlatform
from bot.adapters.slack.front import Front
from bot.adapters.slack.identity import identify, try_app_token
from bot.adapters.slack.installed import Installed, States
from bot.adapters.slack.installing import INSTALL, build_flow, build_site
from bot.adapters.slack.people import People
from bot.adapters.slack.posting import look_last
from bot.adapters.slack.routes import build_app
from bot.adapters.slack.sealing import Seal
from bot.adapters.slack.socket import Socket
from bot.adapters.slack.verdicts import SPEAKING_FAILS
from bot.adapters.slack.workspaces import Workspaces
from bot.errors import SettingsError

if TYPE_CHECKING:
    from typing import Any

    from bot.adapters.slack.config import OAuth, SlackConfig
    from bot.desk.desk import Desk
    from bot.store import Store

_logger = logging.getLogger(__name__)
PATH = "/slack/events"
_PORT, _CLIENT_ID = "BRIEFING_SLACK_PORT", "BRIEFING_SLACK_CLIENT_ID"
_NEEDS_STORE = "several workspaces need the database"
_STOP_SECONDS = 5.0
_FIRST_PAUSE, _LONGEST_PAUSE = 2.0, 60.0


class SlackService:
    """Slack for one workspace, or for all that install the bot.

    `start`, `stop` and `health` belong to one event loop.
    """

    name = "slack"

    def __init__(self, config: SlackConfig, desk: Desk, store: Store | None = None) -> None:
        """Answer with `desk`; nothing is connected yet. OAuth needs `store`."""
        self.platform = SlackPlatform()
        self._config = config
        self._desk = desk
        self._session: aiohttp.ClientSession | None = None
        self._store = store
        self._running: set[asyncio.Task[Any]] = set()
        self._socket: Socket | None = None
        self._runner: web.AppRunner | None = None
        self._trying: asyncio.Task[None] | None = None
        self._trouble: str | None = "Slack: not started"

    async def start(self) -> None:
        """Connect. While Slack cannot be reached, trying goes on behind this.

        Raises:
            SettingsError: a token, a permission, a key or a secret is missing or wrong.
            StoreUnavailable: the installations cannot be read.
        """
        self._config.check()
        self._session = open_session(look_last())
        try:
            if self._config.oauth is None:
                await self._connect(self._session)
            else:
                await self._open_door(self._session, self._config.oauth)
        except (*SPEAKING_FAILS, OSError) as error:
            self._complain(error)
            self._trying = asyncio.create_task(self._keep_trying(self._session))
        except BaseException:
            # Also where the start is broken off from outside: nobody will stop what never started.
            await self.stop()
            raise

    async def stop(self) -> None:
        """Take nothing more, finish what is being answered, at most five seconds long."""
        self._trouble = "Slack: stopped"
        if self._trying is not None:
            self._trying.cancel()
            await asyncio.wait({self._trying})
        if self._socket is not None:
            await self._socket.close()
        if self._running:
            await asyncio.wait(self._running, timeout=_STOP_SECONDS)
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
        listen_for_waits(client, partial(self.platform.hold, identity.team_id))
        people = People(client, config)
        front = Front(self._desk, people, client, config, identity.me, self._running)
        app = build_app(front, config)
        if config.mode == "socket":
            await try_app_token(config, session)
            self._socket = Socket(app, config)
            await self._socket.open()
        else:
            self._runner = await _listen(app.web_app(path=PATH), config)
        self.platform.connect(client, identity.site)
        self._trouble = None
        _logger.info("Slack: connected to %s in %s mode", identity.team, config.mode)

    async def _open_door(self, session: aiohttp.ClientSession, oauth: OAuth) -> None:
        """Take requests of every workspace that installed the bot, and installations."""
        if self._store is None:
            raise SettingsError(_CLIENT_ID, _NEEDS_STORE)
        config, database = self._config, self._store.database
        installed = Installed(database, oauth.client_id, Seal(oauth.token_keys))
        count = await asyncio.to_thread(installed.renew)
        workspaces = Workspaces(
            config=config,
            oauth=oauth,
            desk=self._desk,
            installed=installed,
            subscriptions=self._store.subscriptions,
            session=session,
            running=self._running,
            hold=self.platform.hold,
        )
        flow = build_flow(config, oauth, installed, States(database), session)
        self._runner = await _listen(build_site(flow, workspaces, PATH), config)
        self.platform.connect_many(workspaces.client_of, workspaces.site_of)
        self._trouble = None
        _logger.info("Slack: serves %s workspaces; more install it at %s", count, INSTALL)

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


async def _listen(app: web.Application, config: SlackConfig) -> web.AppRunner:
    """Take signed requests.

    Raises:
        SettingsError: the port is taken.
    """
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    try:
        await web.TCPSite(runner, config.host, config.port).start()
    except OSError as error:
        await runner.cleanup()
        reason = f"cannot listen on {config.host}:{config.port} ({error.strerror})"
        raise SettingsError(_PORT, reason) from error
    return runner

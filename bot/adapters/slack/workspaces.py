"""Several workspaces: each with its own client, token and handlers, made when first needed."""

from __future__ import annotations

import asyncio
import logging
import time
from collections import defaultdict
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from slack_bolt.app.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.response import BoltResponse
from slack_sdk.errors import SlackTokenRotationError
from slack_sdk.oauth.token_rotation.async_rotator import AsyncTokenRotator
from slack_sdk.signature import SignatureVerifier

from bot.adapters.slack.clients import listen_for_waits, open_client, silent_logger
from bot.adapters.slack.front import Front
from bot.adapters.slack.people import People
from bot.adapters.slack.routes import build_app, forget
from bot.adapters.slack.verdicts import SPEAKING_FAILS, NotInstalled, name_of
from bot.errors import BriefingError

if TYPE_CHECKING:
    from collections.abc import Callable

    import aiohttp
    from slack_bolt.request.async_request import AsyncBoltRequest
    from slack_sdk.oauth.installation_store import Bot
    from slack_sdk.web.async_client import AsyncWebClient

    from bot.adapters.slack.config import OAuth, SlackConfig
    from bot.adapters.slack.installed import Installed
    from bot.desk.desk import Desk
    from bot.store.subscriptions import Subscriptions

_logger = logging.getLogger(__name__)
# A token lives for twelve hours; it is renewed when two are left.
_RENEW_MINUTES = 120
_NOT_HERE = "Morgenlage ist hier nicht mehr installiert. / Morgenlage is no longer installed here."
_NOT_NOW = (
    "Das Archiv ist gerade nicht erreichbar. Bitte frag in ein paar Minuten noch einmal. / "
    "The archive cannot be reached right now. Please ask again in a few minutes."
)
_LATER = 503


@dataclass(slots=True)
class Workspace:
    """One that has the bot. `site`: its address, as far as Slack told us."""

    front: Front
    app: AsyncApp
    site: str


class Workspaces:
    """Finds the workspace of each request and each digest. Belongs to one event loop.

    The database is asked every time, since another process may have renewed a token or taken
    note of a removal.
    """

    def __init__(  # noqa: PLR0913 - what a workspace is made of
        self,
        *,
        config: SlackConfig,
        oauth: OAuth,
        desk: Desk,
        installed: Installed,
        subscriptions: Subscriptions,
        session: aiohttp.ClientSession,
        running: set[asyncio.Task[Any]],
        hold: Callable[[str, float], None],
    ) -> None:
        """Answers under way are kept in `running`; `hold` hears which workspace asks to wait."""
        self._hold = hold
        self._config = config
        self._desk = desk
        self._installed = installed
        self._subscriptions = subscriptions
        self._session = session
        self._running = running
        self._known: dict[str, Workspace] = {}
        self._locks: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._verifier = SignatureVerifier(config.signing_secret)
        self._nowhere = _open_nowhere(config)
        self._rotator = AsyncTokenRotator(
            client_id=oauth.client_id,
            client_secret=oauth.client_secret,
            client=open_client(config, "", session),
        )

    async def dispatch(self, request: AsyncBoltRequest) -> BoltResponse:
        """Hand a request to its workspace. A forged one is refused before anything is looked up."""
        team = request.context.team_id
        headers = {name: values[0] for name, values in request.headers.items() if values}
        if not team or not self._verifier.is_valid_request(request.raw_body, headers):
            return await self._nowhere.async_dispatch(request)
        try:
            workspace = await self.open(team)
        except NotInstalled:
            return await self._nowhere.async_dispatch(request)
        except (*SPEAKING_FAILS, BriefingError) as error:
            _logger.warning("Slack: a workspace cannot be served (%s)", name_of(error))
            return _put_off(request)
        return await workspace.app.async_dispatch(request)

    async def open(self, team: str) -> Workspace:
        """The workspace, its token valid.

        Raises:
            NotInstalled: it does not have the bot.
            SlackApiError, aiohttp.ClientError, TimeoutError: its token has run out and cannot be
                renewed.
            BriefingError: the database cannot be used.
        """
        async with self._locks[team]:
            bot = await self._find(team)
            if bot is None:
                self._known.pop(team, None)
                raise NotInstalled(team)
            bot = await self._renewed(team, bot)
            if team not in self._known:
                self._known[team] = await self._make(team, bot)
            workspace = self._known[team]
            workspace.front.client.token = bot.bot_token
            workspace.front.me = bot.bot_user_id
            return workspace

    async def client_of(self, team: str) -> AsyncWebClient:
        """The client of a workspace; raises like `open`."""
        return (await self.open(team)).front.client

    def site_of(self, team: str) -> str:
        """The address of a workspace that was opened."""
        return self._known[team].site if team in self._known else ""

    async def leave(self, team: str, at: float) -> None:
        """Forget the workspace's tokens and stop its digests, unless it came back after `at`."""
        async with self._locks[team]:
            bot = await self._find(team)
            if bot is None or (at and int(bot.installed_at) > at):
                return
            await asyncio.to_thread(self._stop_digests, team)
            await self._installed.async_delete_all(enterprise_id=None, team_id=team)
            self._known.pop(team, None)
        _logger.info("Slack: the workspace %s removed the bot; its digests are stopped", team)

    async def _find(self, team: str) -> Bot | None:
        return await self._installed.async_find_bot(enterprise_id=None, team_id=team)

    async def _renewed(self, team: str, bot: Bot) -> Bot:
        """The bot with a token that lasts; the old one as long as it can still be used."""
        try:
            fresh = await self._rotator.perform_bot_token_rotation(
                bot=bot, minutes_before_expiration=_RENEW_MINUTES
            )
        except SPEAKING_FAILS as error:
            again = await self._find(team)
            if again is not None and again.bot_token != bot.bot_token:
                return again
            if (bot.bot_token_expires_at or 0) > time.time():
                _logger.warning("Slack: a token could not be renewed yet")
                return bot
            if isinstance(error, SlackTokenRotationError):
                raise error.api_error from error
            raise
        if fresh is None:
            return bot
        await self._installed.async_save_bot(fresh)
        return fresh

    async def _make(self, team: str, bot: Bot) -> Workspace:
        client = open_client(self._config, bot.bot_token, self._session)
        listen_for_waits(client, partial(self._hold, team))
        front = Front(
            self._desk,
            People(client, self._config),
            client,
            self._config,
            bot.bot_user_id,
            self._running,
            lambda at: self.leave(team, at),
        )

        async def authorize() -> AuthorizeResult:
            return AuthorizeResult(
                enterprise_id=None,
                team_id=team,
                bot_user_id=front.me,
                bot_id=bot.bot_id,
                bot_token=client.token,
            )

        app = build_app(front, self._config, authorize=authorize)
        return Workspace(front, app, await _site(client))

    def _stop_digests(self, team: str) -> None:
        for order in self._subscriptions.list_all():
            wish = order.wish
            if (wish.platform, wish.workspace) == ("slack", team) and order.state != "stopped":
                self._subscriptions.stop(order.id, "not_installed")


def _put_off(request: AsyncBoltRequest) -> BoltResponse:
    """Whoever gave a command reads a sentence. All else Slack sends again, or says that it failed.

    No workspace is known that could be asked for the person's language.
    """
    if request.body.get("command"):
        return BoltResponse(status=200, body=_NOT_NOW)
    return BoltResponse(status=_LATER)


def _open_nowhere(config: SlackConfig) -> AsyncApp:
    """Answers what belongs to no workspace: Slack's checks of the address, and forged requests."""

    async def authorize() -> Any:  # noqa: ANN401 - Bolt takes None for a stranger, which its types do not say
        return None

    app = AsyncApp(
        signing_secret=config.signing_secret,
        authorize=authorize,
        raise_error_for_unhandled_request=True,
        user_facing_authorize_error_message=_NOT_HERE,
        logger=silent_logger(),
    )
    app.error(forget)
    return app


async def _site(client: AsyncWebClient) -> str:
    """The address of the workspace, which only makes links; empty if Slack does not say."""
    try:
        return str((await client.auth_test()).get("url") or "")
    except SPEAKING_FAILS:
        return ""

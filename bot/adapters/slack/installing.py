"""How a workspace installs the bot: the pages that a browser sees on the way."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from aiohttp import web
from slack_bolt.adapter.aiohttp import to_aiohttp_response, to_bolt_request
from slack_bolt.oauth.async_callback_options import AsyncCallbackOptions
from slack_bolt.oauth.async_oauth_flow import AsyncOAuthFlow
from slack_bolt.oauth.async_oauth_settings import AsyncOAuthSettings
from slack_bolt.response import BoltResponse

from bot.adapters.slack.clients import open_client, silent_logger
from bot.adapters.slack.config import SCOPES
from bot.adapters.slack.installed import STATE_SECONDS
from bot.crash import error_id
from bot.store import StoreUnavailable

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    import aiohttp
    from slack_bolt.oauth.async_callback_options import AsyncFailureArgs, AsyncSuccessArgs
    from slack_bolt.request.async_request import AsyncBoltRequest

    from bot.adapters.slack.config import OAuth, SlackConfig
    from bot.adapters.slack.installed import Installed, States
    from bot.adapters.slack.workspaces import Workspaces

_logger = logging.getLogger(__name__)
INSTALL, REDIRECT = "/slack/install", "/slack/oauth_redirect"
_DONE = {
    "de": "Morgenlage ist installiert. Lade den Bot in einen Kanal ein: /invite @Morgenlage",
    "en": "Morgenlage is installed. Invite the bot to a channel: /invite @Morgenlage",
}
_FAILED = {
    "de": "Das hat nicht geklappt. Beginne noch einmal unter {address}.",
    "en": "That did not work. Begin once more at {address}.",
}
_AWAY = {
    "de": "Die Datenbank ist gerade nicht erreichbar. Bitte in ein paar Minuten noch einmal.",
    "en": "The database cannot be reached right now. Please try again in a few minutes.",
}
_OUR_FAULT = {
    "de": "Da ist etwas schiefgegangen (Fehler {number}).",
    "en": "Something went wrong (error {number}).",
}


def build_flow(
    config: SlackConfig,
    oauth: OAuth,
    installed: Installed,
    states: States,
    session: aiohttp.ClientSession,
) -> AsyncOAuthFlow:
    """The SDK's flow, with our stores and our words."""
    settings = AsyncOAuthSettings(
        client_id=oauth.client_id,
        client_secret=oauth.client_secret,
        scopes=sorted(SCOPES),
        user_scopes=[],
        redirect_uri=oauth.redirect_url or None,
        install_path=INSTALL,
        install_page_rendering_enabled=False,
        redirect_uri_path=REDIRECT,
        callback_options=AsyncCallbackOptions(success=_succeed, failure=_fail),
        authorization_url=urljoin(config.api_url, "/oauth/v2/authorize"),
        installation_store=installed,
        installation_store_bot_only=True,
        state_store=states,
        state_expiration_seconds=STATE_SECONDS,
        logger=silent_logger(),
    )
    return AsyncOAuthFlow(
        client=open_client(config, "", session), logger=silent_logger(), settings=settings
    )


def build_site(flow: AsyncOAuthFlow, workspaces: Workspaces, path: str) -> web.Application:
    """What listens: requests of Slack at `path`, and the two pages of an installation."""
    site = web.Application()
    site.add_routes(
        [
            web.post(path, _answering(workspaces.dispatch)),
            web.get(INSTALL, _answering(flow.handle_installation)),
            web.get(REDIRECT, _answering(flow.handle_callback)),
        ]
    )
    return site


def _answering(
    answer: Callable[[AsyncBoltRequest], Awaitable[BoltResponse]],
) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
    async def handle(request: web.Request) -> web.StreamResponse:
        asked = await to_bolt_request(request)
        try:
            return await to_aiohttp_response(await answer(asked))
        except StoreUnavailable as error:
            _logger.warning("Slack: an installation has to wait: %s", error)
            return await to_aiohttp_response(_page(_AWAY[_language(asked)], 503))
        except Exception as error:
            # The log writes the same id behind this line.
            _logger.exception("a request of Slack's or an installation failed")
            words = _OUR_FAULT[_language(asked)].format(number=error_id(error))
            return await to_aiohttp_response(_page(words, 500))

    return handle


async def _succeed(args: AsyncSuccessArgs) -> BoltResponse:
    _logger.info("Slack: the workspace %s installed the bot", args.installation.team_id)
    return _page(_DONE[_language(args.request)], 200)


async def _fail(args: AsyncFailureArgs) -> BoltResponse:
    _logger.warning("Slack: an installation failed (%s)", _plain_reason(args.reason))
    words = _FAILED[_language(args.request)].format(address=INSTALL)
    return _page(words, args.suggested_status_code)


def _page(words: str, status: int) -> BoltResponse:
    headers: dict[str, str | Sequence[str]] = {
        "Content-Type": "text/plain; charset=utf-8",
        "Cache-Control": "no-store",
    }
    return BoltResponse(status=status, body=words, headers=headers)


def _language(request: AsyncBoltRequest) -> str:
    wanted = next(iter(request.headers.get("accept-language") or ()), "")
    return "de" if wanted.lower().startswith("de") else "en"


def _plain_reason(reason: str) -> str:
    """A reason comes with the address of the request: only what looks like a word of Slack's."""
    return reason if reason.replace("_", "").isalnum() and len(reason) <= 40 else "unknown"  # noqa: PLR2004 - longer than any of them

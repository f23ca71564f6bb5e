"""What `briefing check` finds out about Slack: tokens and permissions, by asking Slack once."""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING

from slack_sdk.errors import SlackApiError

from bot.adapters.slack.clients import open_client, open_session
from bot.adapters.slack.identity import identify, missing_scopes, try_app_token
from bot.adapters.slack.installed import Installed
from bot.adapters.slack.installing import INSTALL
from bot.adapters.slack.sealing import Seal
from bot.adapters.slack.verdicts import SPEAKING_FAILS, code_of
from bot.dialogue.labels import ENGLISH
from bot.errors import BriefingError
from bot.findings import Finding

if TYPE_CHECKING:
    import aiohttp
    from slack_sdk.oauth.installation_store import Bot

    from bot.adapters.slack.config import OAuth, SlackConfig
    from bot.store import Store

# So many workspaces are asked about at the same time.
_AT_ONCE = 8


def check_slack(config: SlackConfig | None, store: Store | None = None) -> tuple[Finding, ...]:
    """Whether Slack is on and everything it needs is right. Nothing is raised.

    Of several workspaces each is asked about by its own token, which `store` has.
    """
    if config is None:
        return (Finding("off", "slack", "BRIEFING_SLACK_BOT_TOKEN is not set"),)
    try:
        config.check()
        if config.oauth is not None:
            return _check_workspaces(config, config.oauth, store)
        team = asyncio.run(_ask(config))
    except BriefingError as error:
        return (Finding("wrong", "slack", str(error)),)
    except (*SPEAKING_FAILS, OSError) as error:
        reason = f"{config.api_url} cannot be reached ({type(error).__name__})"
        return (Finding("wrong", "slack", reason),)
    sentence = f"the workspace {team} takes the tokens, and no permission is missing"
    return (Finding("on", "slack", f"{sentence}; mode {config.mode}"),)


async def _ask(config: SlackConfig) -> str:
    async with open_session() as session:
        identity = await identify(open_client(config, config.bot_token, session))
        if config.mode == "socket":
            await try_app_token(config, session)
        return identity.team


def _check_workspaces(
    config: SlackConfig, oauth: OAuth, store: Store | None
) -> tuple[Finding, ...]:
    """How many workspaces are well, and a line for each that is not."""
    bots: tuple[Bot, ...] = ()
    if store is not None:
        bots = Installed(store.database, oauth.client_id, Seal(oauth.token_keys)).list_all()
    asked = asyncio.run(_ask_all(config, bots))
    ailing = tuple(one for one in asked if one is not None)
    said = (
        f"{len(bots) - len(ailing)} of {len(bots)} workspaces take their tokens; "
        f"more install the bot at {INSTALL}; mode {config.mode}"
    )
    return (Finding("on", "slack", said), *ailing)


async def _ask_all(config: SlackConfig, bots: tuple[Bot, ...]) -> list[Finding | None]:
    turns = asyncio.Semaphore(_AT_ONCE)

    async def ask(bot: Bot) -> Finding | None:
        async with turns:
            return await _ask_about(config, bot, session)

    async with open_session() as session:
        # Whether Slack answers at all, without a token.
        await open_client(config, "", session).api_test()
        return await asyncio.gather(*map(ask, bots))


async def _ask_about(
    config: SlackConfig, bot: Bot, session: aiohttp.ClientSession
) -> Finding | None:
    """What is wrong with an installation; None if nothing is."""
    named = f"workspace {bot.team_name or bot.team_id}"
    if bot.bot_refresh_token and (bot.bot_token_expires_at or 0) < time.time():
        # A refresh token is good once, and a running bot may be about to use it.
        return Finding("warning", named, "its token has run out; briefing run renews it")
    try:
        answer = await open_client(config, bot.bot_token or "", session).auth_test()
    except SlackApiError as error:
        code = code_of(error)
        why = f"{ENGLISH.why(code)} ({code}); it must be installed again at {INSTALL}"
        return Finding("wrong", named, why)
    except SPEAKING_FAILS as error:
        return Finding("warning", named, f"Slack did not answer ({type(error).__name__})")
    missing = missing_scopes(answer)
    if missing:
        lacking = f"the app lacks the permissions {', '.join(missing)}"
        why = f"{lacking}; it must be installed again at {INSTALL}"
        return Finding("wrong", named, why)
    return None

"""What `briefing check` finds out about Slack: tokens and permissions, by asking Slack once."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import aiohttp

from bot.adapters.slack.clients import open_client
from bot.adapters.slack.identity import identify, try_app_token
from bot.adapters.slack.verdicts import SPEAKING_FAILS
from bot.errors import SettingsError
from bot.findings import Finding

if TYPE_CHECKING:
    from bot.adapters.slack.config import SlackConfig


def check_slack(config: SlackConfig | None) -> tuple[Finding, ...]:
    """Whether Slack is on and everything it needs is right. Nothing is raised."""
    if config is None:
        return (Finding("off", "slack", "BRIEFING_SLACK_BOT_TOKEN is not set"),)
    try:
        config.check()
        if config.oauth is not None:
            asyncio.run(_greet(config))
            sentence = "several workspaces may install the bot at /slack/install"
            return (Finding("on", "slack", f"{sentence}; mode {config.mode}"),)
        team = asyncio.run(_ask(config))
    except SettingsError as error:
        return (Finding("wrong", "slack", str(error)),)
    except (*SPEAKING_FAILS, OSError) as error:
        reason = f"{config.api_url} cannot be reached ({type(error).__name__})"
        return (Finding("wrong", "slack", reason),)
    sentence = f"the workspace {team} takes the tokens, and no permission is missing"
    return (Finding("on", "slack", f"{sentence}; mode {config.mode}"),)


async def _greet(config: SlackConfig) -> None:
    """Whether Slack answers, without a token."""
    async with aiohttp.ClientSession() as session:
        await open_client(config, "", session).api_test()


async def _ask(config: SlackConfig) -> str:
    async with aiohttp.ClientSession() as session:
        identity = await identify(open_client(config, config.bot_token, session))
        if config.mode == "socket":
            await try_app_token(config, session)
        return identity.team

"""Who we are to Slack, and whether it takes our tokens."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from slack_sdk.errors import SlackApiError

from bot.adapters.slack.clients import open_client
from bot.adapters.slack.config import SCOPES
from bot.adapters.slack.verdicts import code_of
from bot.errors import SettingsError

if TYPE_CHECKING:
    import aiohttp
    from slack_sdk.web.async_client import AsyncWebClient
    from slack_sdk.web.async_slack_response import AsyncSlackResponse

    from bot.adapters.slack.config import SlackConfig

# What only somebody who changes a setting can mend.
_FINAL = {
    "invalid_auth": "Slack does not know this token; copy it anew",
    "not_authed": "Slack does not know this token; copy it anew",
    "account_inactive": "the app was removed from the workspace; install it again",
    "token_revoked": "the token was revoked; install the app again and copy the new one",
    "token_expired": "the token has expired; install the app again and copy the new one",
    "not_allowed_token_type": "this is a token of another kind",
    "missing_scope": "the app lacks a permission; update it from config/slack-manifest.json",
}


@dataclass(frozen=True, slots=True)
class Identity:
    """Our own id, name, address and id of the workspace."""

    me: str
    team: str
    site: str
    team_id: str


async def identify(client: AsyncWebClient) -> Identity:
    """Who we are to Slack.

    Raises:
        SettingsError: the token is wrong, or the app lacks permissions.
    """
    where = "BRIEFING_SLACK_BOT_TOKEN"
    try:
        answer = await client.auth_test()
    except SlackApiError as error:
        _raise_final(where, error)
        raise
    missing = missing_scopes(answer)
    if missing:
        reason = (
            f"the app lacks the permissions {', '.join(missing)}; "
            "update it from config/slack-manifest.json and install it again"
        )
        raise SettingsError(where, reason)
    return Identity(*(str(answer.get(key) or "") for key in ("user_id", "team", "url", "team_id")))


def missing_scopes(answer: AsyncSlackResponse) -> tuple[str, ...]:
    """Which of our permissions the token of this answer lacks; none where Slack does not say."""
    granted = next((v for k, v in answer.headers.items() if k.lower() == "x-oauth-scopes"), "")
    missing = SCOPES - {scope.strip() for scope in granted.split(",")}
    return tuple(sorted(missing)) if granted else ()


async def try_app_token(config: SlackConfig, session: aiohttp.ClientSession) -> None:
    """Slack's answer to the app token, which the SDK would go on asking for ever.

    Raises:
        SettingsError: Slack refuses it.
    """
    try:
        client = open_client(config, config.app_token, session)
        await client.apps_connections_open(app_token=config.app_token)
    except SlackApiError as error:
        _raise_final("BRIEFING_SLACK_APP_TOKEN", error)
        raise


def _raise_final(where: str, error: SlackApiError) -> None:
    code = code_of(error)
    if code in _FINAL:
        raise SettingsError(where, f"{_FINAL[code]} ({code})") from error

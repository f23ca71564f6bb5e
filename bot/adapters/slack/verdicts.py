"""What an error of Slack means for a post. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

import aiohttp
from slack_sdk.errors import SlackApiError, SlackClientError

from bot.delivery.port import Ambiguous, Refused, RetryAfter
from bot.errors import BriefingError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.delivery.port import SendResult


class NotInstalled(BriefingError):
    """The workspace removed the bot, or never had it."""

    def __init__(self, team: str) -> None:
        """Name the workspace by its id."""
        super().__init__(f"the bot is not installed in {team}")
        self.team = team


# What may go wrong when something is said to Slack.
SPEAKING_FAILS = (SlackClientError, aiohttp.ClientError, TimeoutError, NotInstalled)
# https://docs.slack.dev/reference/methods/chat.postMessage#errors: trying again is useless until
# somebody changes something in Slack. `bot.dialogue.labels.refusals` has the words for each.
PERMANENT = frozenset(
    {
        "account_inactive",
        "access_denied",
        "channel_not_found",
        "invalid_auth",
        "invalid_refresh_token",
        "is_archived",
        "messages_tab_disabled",
        "missing_scope",
        "no_permission",
        "not_authed",
        "not_in_channel",
        "not_installed",
        "org_login_required",
        "restricted_action",
        "restricted_action_read_only_channel",
        "team_access_not_granted",
        "token_expired",
        "token_revoked",
        "user_disabled",
    }
)
# Slack says of these that a part of the work may have been done.
_UNCLEAR = frozenset({"fatal_error", "internal_error", "request_timeout", "service_unavailable"})
TOO_MANY = 429
_SERVER_ERROR = 500
_DEFAULT_WAIT = 30.0


def judge(error: Exception) -> SendResult:
    """What became of a post whose request ended like this."""
    match error:
        case SlackApiError():
            return _judge_answer(error)
        case NotInstalled():
            return Refused("not_installed", permanent=True)
        case aiohttp.ClientConnectorError():
            return Refused("Slack cannot be reached", permanent=False)
        case _:
            return Ambiguous(type(error).__name__)


def code_of(error: SlackApiError) -> str:
    """Slack's word for the error; empty for an answer that is none of its own."""
    data = error.response.data if hasattr(error.response, "data") else error.response
    return str(data.get("error") or "") if isinstance(data, dict) else ""


def name_of(error: Exception) -> str:
    """Slack's word for what went wrong, or ours; never the text of an exception."""
    match error:
        case SlackApiError():
            return code_of(error) or "no answer"
        case NotInstalled():
            return "not_installed"
        case _:
            return type(error).__name__


def unposted(verdict: SendResult) -> SendResult:
    """The same, where it is certain that nothing was posted."""
    if isinstance(verdict, Ambiguous):
        return Refused(verdict.reason, permanent=False)
    return verdict


def wait_of(error: SlackApiError) -> float | None:
    """For how many seconds Slack wants to hear nothing; None if that is not what it says."""
    status = getattr(error.response, "status_code", 0)
    if status != TOO_MANY and code_of(error) != "ratelimited":
        return None
    return wait_in(getattr(error.response, "headers", None) or {})


def wait_in(headers: Mapping[str, str]) -> float:
    """The seconds of an answer's Retry-After."""
    given = next((v for k, v in headers.items() if k.lower() == "retry-after"), "")
    try:
        return max(0.0, float(given))
    except ValueError:
        return _DEFAULT_WAIT


def _judge_answer(error: SlackApiError) -> SendResult:
    code, wait = code_of(error), wait_of(error)
    if wait is not None:
        return RetryAfter(wait, scope="workspace")
    if code in PERMANENT:
        return Refused(code, permanent=True)
    if not code or code in _UNCLEAR or getattr(error.response, "status_code", 0) >= _SERVER_ERROR:
        return Ambiguous(code or "an answer that is not Slack's")
    return Refused(code, permanent=False)

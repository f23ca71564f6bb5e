"""What an error of Slack means for a post. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

import aiohttp
from slack_sdk.errors import SlackApiError, SlackClientError

from bot.delivery.port import ZONE_GONE, Ambiguous, Refused, RetryAfter
from bot.errors import BriefingError

if TYPE_CHECKING:
    from bot.core.models import Language
    from bot.delivery.port import SendResult


class NotInstalled(BriefingError):
    """The workspace removed the bot, or never had it."""

    def __init__(self, team: str) -> None:
        """Name the workspace by its id."""
        super().__init__(f"the bot is not installed in {team}")
        self.team = team


# What may go wrong when something is said to Slack.
SPEAKING_FAILS = (SlackClientError, aiohttp.ClientError, TimeoutError, NotInstalled)
_ZONE_GONE: dict[Language, str] = {
    "de": "seine Zeitzone gibt es nicht mehr; /digest plan nimmt eine andere",
    "en": "its time zone is gone; /digest plan takes another",
}
# https://docs.slack.dev/reference/methods/chat.postMessage#errors: trying again is useless until
# somebody changes something in Slack.
PERMANENT: dict[str, dict[Language, str]] = {
    "account_inactive": {
        "de": "der Bot wurde abgeschaltet",
        "en": "the bot was deactivated",
    },
    "access_denied": {"de": "der Zugriff wurde verweigert", "en": "access was denied"},
    "channel_not_found": {
        "de": "den Kanal gibt es nicht mehr, oder der Bot ist nicht darin",
        "en": "the channel is gone, or the bot is not in it",
    },
    "invalid_auth": {"de": "das Token gilt nicht mehr", "en": "the token is no longer valid"},
    "invalid_refresh_token": {
        "de": "das Token ließ sich nicht erneuern; die App muss neu installiert werden",
        "en": "the token could not be renewed; the app must be installed again",
    },
    "is_archived": {"de": "der Kanal ist archiviert", "en": "the channel is archived"},
    "messages_tab_disabled": {
        "de": "Direktnachrichten an den Bot sind abgeschaltet",
        "en": "direct messages to the bot are switched off",
    },
    "missing_scope": {
        "de": "der App fehlt eine Berechtigung",
        "en": "the app lacks a permission",
    },
    "no_permission": {"de": "dort darf der Bot nicht", "en": "the bot may not do that there"},
    "not_authed": {"de": "das Token fehlt", "en": "the token is missing"},
    "not_in_channel": {
        "de": "der Bot ist nicht im Kanal",
        "en": "the bot is not in the channel",
    },
    "not_installed": {
        "de": "die App ist dort nicht mehr installiert",
        "en": "the app is no longer installed there",
    },
    "org_login_required": {
        "de": "die Organisation wird gerade umgezogen",
        "en": "the organisation is being moved",
    },
    "restricted_action": {
        "de": "eine Regel des Workspace verbietet das Posten",
        "en": "a rule of the workspace forbids to post",
    },
    "restricted_action_read_only_channel": {
        "de": "der Kanal ist nur zum Lesen",
        "en": "the channel is read-only",
    },
    "team_access_not_granted": {
        "de": "die App hat keinen Zugang zu diesem Workspace",
        "en": "the app has no access to this workspace",
    },
    "token_expired": {"de": "das Token ist abgelaufen", "en": "the token has expired"},
    "token_revoked": {"de": "das Token wurde widerrufen", "en": "the token was revoked"},
    "user_disabled": {"de": "das Konto ist abgeschaltet", "en": "the account is disabled"},
}
# Slack says of these that a part of the work may have been done.
_UNCLEAR = frozenset({"fatal_error", "internal_error", "request_timeout", "service_unavailable"})
_TOO_MANY = 429
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
    if status != _TOO_MANY and code_of(error) != "ratelimited":
        return None
    headers = getattr(error.response, "headers", None) or {}
    given = next((v for k, v in headers.items() if k.lower() == "retry-after"), "")
    try:
        return max(0.0, float(given))
    except ValueError:
        return _DEFAULT_WAIT


def explain(reason: str, language: Language) -> str:
    """An error of Slack's in plain words, or a reason of ours; what is unknown stays as it is."""
    if reason == ZONE_GONE:
        return _ZONE_GONE[language]
    return PERMANENT.get(reason, {}).get(language, reason)


def _judge_answer(error: SlackApiError) -> SendResult:
    code, wait = code_of(error), wait_of(error)
    if wait is not None:
        return RetryAfter(wait, scope="workspace")
    if code in PERMANENT:
        return Refused(code, permanent=True)
    if not code or code in _UNCLEAR or getattr(error.response, "status_code", 0) >= _SERVER_ERROR:
        return Ambiguous(code or "an answer that is not Slack's")
    return Refused(code, permanent=False)

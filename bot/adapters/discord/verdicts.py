"""What an answer of Discord means for a digest. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.delivery.port import Ambiguous, Refused, RetryAfter, Sent

if TYPE_CHECKING:
    from bot.adapters.discord.exchange import Answer
    from bot.delivery.port import SendResult

UNKNOWN_CHANNEL = 10003
UNKNOWN_MESSAGE = 10008
THREAD_EXISTS = 160004
# What does not mend itself; `bot.dialogue.labels.refusals` has the words for each.
# https://discord.com/developers/docs/topics/opcodes-and-status-codes
PERMANENT = {
    UNKNOWN_CHANNEL: "unknown_channel",
    10004: "unknown_channel",
    50001: "missing_access",
    50013: "missing_permissions",
    50007: "direct_closed",
    50008: "not_taken",
    50024: "not_taken",
    160005: "not_taken",
    160006: "not_taken",
}
_TOO_MANY = 429
_UNAUTHORIZED = 401
_SERVER_ERROR = 500
# Without the header of a proxy a 429 is a ban by Discord's edge, which lasts much longer.
_BANNED_SECONDS = 600.0
_UNNAMED_SECONDS = 5.0


def judge(answer: Answer, reference: str) -> SendResult:
    """What became of a post. `reference` is what it is called if it was made."""
    if 200 <= answer.status < 300:  # noqa: PLR2004 - HTTP
        return Sent(reference)
    if answer.status == _TOO_MANY:
        return RetryAfter(wait_of(answer), "workspace" if is_global(answer) else "channel")
    if answer.status >= _SERVER_ERROR:
        # Some of these were posted all the same: the history tells.
        return Ambiguous(f"HTTP {answer.status}")
    reason = PERMANENT.get(answer.code)
    if reason is not None and answer.status != _UNAUTHORIZED:
        return Refused(reason, permanent=True)
    return Refused(f"HTTP {answer.status}, code {answer.code}", permanent=False)


def wait_of(answer: Answer) -> float:
    """How many seconds a refused request is to wait, as the body or the header says."""
    if "via" not in answer.headers and not isinstance(answer.body, dict):
        return _BANNED_SECONDS
    body = answer.body if isinstance(answer.body, dict) else {}
    said = (body.get("retry_after"), answer.headers.get("retry-after"))
    for one in said:
        seconds = _seconds(one)
        if seconds is not None:
            return seconds
    return _UNNAMED_SECONDS if "via" in answer.headers else _BANNED_SECONDS


def is_global(answer: Answer) -> bool:
    """Whether the limit holds for everything that the bot does, not for one channel."""
    body = answer.body if isinstance(answer.body, dict) else {}
    return (
        bool(body.get("global"))
        or answer.headers.get("x-ratelimit-scope") == "global"
        or answer.headers.get("x-ratelimit-global", "").lower() == "true"
        or "via" not in answer.headers
    )


def pause_after(answer: Answer) -> float:
    """How many seconds the same channel takes nothing more, by its headers; mostly 0."""
    if answer.headers.get("x-ratelimit-remaining") != "0":
        return 0.0
    return _seconds(answer.headers.get("x-ratelimit-reset-after")) or 0.0


def _seconds(said: object) -> float | None:
    try:
        seconds = float(said) if isinstance(said, str | int | float) else None
    except ValueError:
        return None
    return seconds if seconds is not None and 0 <= seconds < 86_400 else None  # noqa: PLR2004 - a day

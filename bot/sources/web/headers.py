"""Headers of HTTP, written and read. Pure."""

from __future__ import annotations

import re
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

from bot.sources.web.answers import Reason, Validators, Wishes

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

# What is asked for longer than this is a slip or a trick; a feed is looked at once a month.
LONGEST_WAIT = 31 * 24 * 3600
_LONGEST_VALIDATOR = 1_000
_MAX_AGE = re.compile(r"(?:^|[,\s])(?:s-maxage|max-age)\s*=\s*\"?(\d{1,10})", re.IGNORECASE)
# Not "must-revalidate", which counts once the answer is stale (RFC 9111, 5.2.2.2).
_FRESHLY = re.compile(r"(?:^|[,\s])(?:no-cache|no-store)(?:$|[,\s])", re.IGNORECASE)
_REASONS: dict[int, Reason] = {
    401: "forbidden",
    402: "forbidden",
    403: "forbidden",
    404: "not found",
    410: "gone",
    429: "busy",
    451: "forbidden",
    503: "busy",
}
_SUCCESS = range(200, 300)


def request_headers(validators: Validators | None, *, agent: str) -> dict[str, str]:
    """The headers of a request, conditional where a validator is known."""
    headers = {
        "User-Agent": agent,
        "Accept": (
            "application/atom+xml, application/rss+xml, application/feed+json, "
            "application/xml;q=0.9, text/html;q=0.9, */*;q=0.8"
        ),
        "Accept-Encoding": "gzip, deflate",
        "Accept-Language": "de, en;q=0.8",
    }
    if validators and validators.etag:
        headers["If-None-Match"] = validators.etag
    if validators and validators.last_modified:
        headers["If-Modified-Since"] = validators.last_modified
    return headers


def validators_of(headers: Mapping[str, str]) -> Validators:
    """What the server gives for the next time, exactly as it stands there."""
    return Validators(_short(headers.get("ETag")), _short(headers.get("Last-Modified")))


def wishes_of(headers: Mapping[str, str], now: datetime) -> Wishes:
    """When the server wants to be asked again, at most a month from `now`."""
    control = headers.get("Cache-Control", "")
    found = _MAX_AGE.search(control)
    if found and not _FRESHLY.search(control):
        age = int(found[1])
    elif control:
        age = 0
    else:
        age = _seconds_until(headers.get("Expires", ""), now)
    retry = headers.get("Retry-After", "").strip()
    wait = int(retry) if re.fullmatch(r"\d{1,10}", retry) else _seconds_until(retry, now)
    return Wishes(retry_after=min(wait, LONGEST_WAIT), max_age=min(age, LONGEST_WAIT))


def verdict_of_status(status: int) -> Reason | None:
    """Why an answer with this status is no success; None if it is one."""
    return None if status in _SUCCESS else _REASONS.get(status, "status")


def _short(value: str | None) -> str | None:
    usable = value is not None and value.isprintable() and 0 < len(value) <= _LONGEST_VALIDATOR
    return value if usable else None


def _seconds_until(moment: str, now: datetime) -> int:
    try:
        then = parsedate_to_datetime(moment)
        return max(0, round((then - now).total_seconds()))
    except (ValueError, TypeError, OverflowError, IndexError):
        # A date that is none, or one without a zone.
        return 0

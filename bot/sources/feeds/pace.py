"""When a feed is asked again. Pure: what is known and what came of the last visit, in; state, out.

A server's wish (Retry-After, Cache-Control, ttl) only ever makes it later, and chance adds up
to a tenth, so that feeds that were added together do not come due together for ever.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from bot.core.feeds import PATIENCE, FeedState

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from bot.core.feeds import Feed
    from bot.sources.feeds.entries import ParsedFeed
    from bot.sources.web.answers import Failed, Fetched, NotModified, Wishes

SHORTEST = 600
LONGEST = 12 * 3600
# How much of the usual time between two articles passes between two visits.
_SHARE = 3
_GROWTH = 1.2
_RECENT = 10
_SPREAD = 0.1
# A server that says a page is good for a year does not know that it is a feed.
_LONGEST_FRESH = 24 * 3600
# A wish for less patience than this is as good as none.
_HOUR = 3600
# A place to which a feed moved, and which fails for so long, is given up for the first one.
_TRUSTED = timedelta(days=1)
_FIRST_RETRY = 300
_LONGEST_RETRY = 24 * 3600
_DOUBLINGS = 10


def first_state(feed: Feed, *, now: datetime) -> FeedState:
    """A feed that nobody has visited yet is due at once."""
    return FeedState(feed.address, next_at=now)


def after_reading(  # noqa: PLR0913 - what the next visit depends on, all named
    state: FeedState,
    feed: Feed,
    answer: Fetched,
    parsed: ParsedFeed,
    *,
    now: datetime,
    chance: float,
) -> FeedState:
    """After a visit that brought the feed. `chance` is from 0 to 1."""
    moments = [moment for entry in parsed.entries if (moment := entry.published or entry.updated)]
    interval = feed.interval or pace(moments, now)
    wait = max(interval, parsed.seconds, _wish(answer.wishes))
    return replace(
        _succeeded(state, answer.moved_to, now),
        title=parsed.title or state.title,
        etag=answer.validators.etag,
        last_modified=answer.validators.last_modified,
        reason=_patience(answer.wishes, interval),
        interval=interval,
        newest_at=max((one for one in moments if one <= now), default=state.newest_at),
        next_at=_later(now, wait, chance),
        has_baseline=True,
    )


def after_nothing_new(
    state: FeedState, feed: Feed, answer: NotModified, *, now: datetime, chance: float
) -> FeedState:
    """After a visit that found nothing changed: the next one comes a little later."""
    grown = min(LONGEST, round(max(state.interval, SHORTEST) * _GROWTH))
    interval = feed.interval or grown
    given = answer.validators
    return replace(
        _succeeded(state, answer.moved_to, now),
        # A server may give new validators with a 304, and often gives none.
        etag=given.etag or state.etag,
        last_modified=given.last_modified or state.last_modified,
        reason=_patience(answer.wishes, interval),
        interval=interval,
        next_at=_later(now, max(interval, _wish(answer.wishes)), chance),
    )


def after_failure(
    state: FeedState, feed: Feed, failed: Failed, *, now: datetime, chance: float
) -> FeedState:
    """After a visit that failed: each time twice as long, at most a day; gone is gone.

    Where it only failed it has not moved to. Where it moved and fails for a day, or is gone, it
    is asked at the first address again.
    """
    failures = state.failures + 1
    backoff = _FIRST_RETRY * 2 ** min(failures - 1, _DOUBLINGS)
    since = state.failing_since or now
    is_gone = failed.reason == "gone"
    if state.url not in {"", state.address} and (is_gone or now - since >= _TRUSTED):
        # Validators are those of the other place, and so is the waiting.
        state = replace(state, url="", etag=None, last_modified=None)
        is_gone, backoff = False, _FIRST_RETRY
    wait = max(min(_LONGEST_RETRY, backoff), feed.interval or 0, failed.wishes.retry_after)
    return replace(
        state,
        failures=failures,
        failing_since=since,
        last_tried_at=now,
        reason=failed.reason,
        status=failed.status,
        is_gone=is_gone,
        next_at=_later(now, wait, chance),
    )


def put_off(state: FeedState, until: datetime) -> FeedState:
    """A feed whose host does not want to be asked before `until`."""
    return replace(state, next_at=max(state.next_at, until), reason=state.reason or PATIENCE)


def pace(moments: Iterable[datetime], now: datetime) -> int:
    """Seconds between two visits of a feed with entries of these moments, 10 minutes to 12 hours.

    A third of the usual gap between the latest ten entries, or of the time since the last one
    where that is longer: a feed that falls silent is asked less and less.
    """
    latest = sorted((one for one in moments if one <= now), reverse=True)[:_RECENT]
    if not latest:
        return LONGEST // 4
    gaps = [(later - earlier).total_seconds() for later, earlier in pairwise(latest)]
    usual = median(gaps) if gaps else 0.0
    silent = (now - latest[0]).total_seconds()
    return round(min(LONGEST, max(SHORTEST, max(usual, silent) / _SHARE)))


def _succeeded(state: FeedState, moved_to: str | None, now: datetime) -> FeedState:
    url = moved_to or state.url
    return replace(
        state,
        url=url,
        failures=0,
        failing_since=None,
        last_tried_at=now,
        last_success_at=now,
        reason="",
        status=0,
        moved_at=state.moved_at if url == state.url else now,
        is_gone=False,
    )


def _wish(wishes: Wishes) -> int:
    return max(min(wishes.max_age, _LONGEST_FRESH), wishes.retry_after)


def _patience(wishes: Wishes, interval: int) -> str:
    """Whether it is the host that makes the next visit come later than it would."""
    return PATIENCE if wishes.retry_after > max(interval, _HOUR) else ""


def _later(now: datetime, wait: float, chance: float) -> datetime:
    return now + timedelta(seconds=wait * (1 + _SPREAD * chance))

"""How the feeds are doing: data for `briefing sources`, for status and for the digest's footer.

Pure. The words for reasons are in `bot.dialogue.source_words`.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from bot.core.feeds import FeedHealth, FeedTrouble

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    from bot.core.feeds import Feed, FeedState

TOLD_AFTER = timedelta(days=1)


def health_of(
    feeds: Iterable[Feed],
    states: Mapping[str, FeedState],
    tallies: Mapping[str, Mapping[str, int]],
) -> tuple[FeedHealth, ...]:
    """One for each feed, in their order."""
    return tuple(
        FeedHealth(
            feed=feed,
            state=states.get(feed.address),
            read=tallies.get(feed.address, {}).get("", 0),
            skipped=tuple(
                sorted(
                    (reason, count)
                    for reason, count in tallies.get(feed.address, {}).items()
                    if reason
                )
            ),
        )
        for feed in feeds
    )


def troubles(health: Sequence[FeedHealth], *, now: datetime) -> tuple[FeedTrouble, ...]:
    """What is wrong by now: failing for a day or longer, gone, or moved for good."""
    found = (_trouble(one, now) for one in health)
    return tuple(trouble for trouble in found if trouble is not None)


def untold(
    health: Sequence[FeedHealth], *, now: datetime, zone: str = "UTC"
) -> tuple[FeedTrouble, ...]:
    """Those troubles that nobody was told of before today, by the day of `zone`.

    Who tells them calls `mark_told` with their addresses. So all channels hear of a trouble on
    its first day, and none on the next; a success makes it news again.
    """
    place = ZoneInfo(zone)
    today = now.astimezone(place).date()
    told = {
        one.feed.address
        for one in health
        if one.state and one.state.told_at and one.state.told_at.astimezone(place).date() < today
    }
    return tuple(one for one in troubles(health, now=now) if one.address not in told)


def _trouble(health: FeedHealth, now: datetime) -> FeedTrouble | None:
    state = health.state
    if state is None:
        return None
    if state.is_gone and state.failing_since is not None:
        return FeedTrouble(
            state.address, health.name, "gone", state.failing_since, state.reason, state.status
        )
    if state.failing_since is not None:
        if now - state.failing_since < TOLD_AFTER:
            return None
        return FeedTrouble(
            state.address, health.name, "failing", state.failing_since, state.reason, state.status
        )
    if state.url and state.url != state.address and state.last_success_at is not None:
        return FeedTrouble(
            state.address, health.name, "moved", state.last_success_at, moved_to=state.url
        )
    return None

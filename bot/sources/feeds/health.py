"""How the feeds are doing: data for `briefing sources`, for status and for the digest's footer.

Pure. The words for reasons are in `bot.dialogue.source_words`.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

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
    health: Sequence[FeedHealth], *, now: datetime, since: datetime | None
) -> tuple[FeedTrouble, ...]:
    """Those troubles that came to be known after `since`, when their readers were last told.

    So each channel hears of a trouble once, in its next digest; one that was never told anything
    (None) hears of all that is wrong by now. A success makes a trouble news again.
    """
    return tuple(one for one in troubles(health, now=now) if since is None or one.known_at > since)


def _trouble(health: FeedHealth, now: datetime) -> FeedTrouble | None:
    state = health.state
    if state is None:
        return None
    if state.failing_since is not None:
        # One that is gone is not tried again, and is no hiccup.
        known_at = state.failing_since + TOLD_AFTER
        if state.is_gone:
            known_at = state.last_tried_at or state.failing_since
        if known_at > now:
            return None
        return FeedTrouble(
            state.address,
            health.name,
            "gone" if state.is_gone else "failing",
            state.failing_since,
            known_at,
            state.reason,
            state.status,
        )
    if state.url and state.url != state.address and state.moved_at is not None:
        at = state.moved_at
        return FeedTrouble(state.address, health.name, "moved", at, at, moved_to=state.url)
    return None

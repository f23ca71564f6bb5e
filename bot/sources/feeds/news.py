"""What is new in a feed and what has changed. Pure: entries and what is known, in; intents, out.

The first visit takes a baseline: what stands in the feed is known from then on, and only the
latest of it is read, so that a feed that is added floods nobody.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from bot.core.feeds import REMOVED, STILL_THERE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.core.feeds import SeenEntry
    from bot.sources.feeds.entries import Entry

BASELINE = 10
BASELINE_AGE = timedelta(days=2)
# An entry that appears long after its date is an old one that came back.
OLDEST_NEWS = timedelta(days=30)
# Most corrections come within hours, and many without a change of the entry: a page whose server
# can tell whether it has changed is asked so often on its first day, another once, so long after
# its publication, if that is not too long ago by then.
ASKED_EVERY = timedelta(hours=1)
LOOKED_AT_AGAIN = timedelta(hours=3)
YOUNG = timedelta(days=1)
_NEVER = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Read:
    """Make an article of the entry; `earlier` is what was made of it before it changed.

    `again`: the entry did not change, but its page may have.
    """

    entry: Entry
    earlier: SeenEntry | None = None
    again: bool = False


@dataclass(frozen=True, slots=True)
class Pass:
    """Remember the entry and make nothing of it, for a reason ("" if it stays what it was)."""

    entry: Entry
    reason: str
    earlier: SeenEntry | None = None


Intent = Read | Pass


def decide(
    entries: Sequence[Entry],
    known: Mapping[str, SeenEntry],
    *,
    has_baseline: bool,
    now: datetime,
) -> tuple[Intent, ...]:
    """What to do, in the order of the feed. Entries that are as they were are left out."""
    if not has_baseline:
        return _take_baseline(entries, known, now)
    intents = (_decide(entry, known.get(entry.key), now) for entry in entries)
    return tuple(intent for intent in intents if intent is not None)


def _take_baseline(
    entries: Sequence[Entry], known: Mapping[str, SeenEntry], now: datetime
) -> tuple[Intent, ...]:
    latest = sorted(entries, key=lambda entry: entry.published or _NEVER, reverse=True)
    read = {
        entry.key
        for entry in latest[:BASELINE]
        if entry.published and now - BASELINE_AGE <= entry.published
    }
    return tuple(
        Read(entry, known.get(entry.key))
        if entry.key in read
        else Pass(entry, "before", known.get(entry.key))
        for entry in entries
    )


def _decide(entry: Entry, earlier: SeenEntry | None, now: datetime) -> Intent | None:
    if earlier is None:
        is_old = entry.published is not None and entry.published < now - OLDEST_NEWS
        return Pass(entry, "old") if is_old else Read(entry)
    if entry.fingerprint != earlier.fingerprint:
        # What was left out on purpose stays out, however it changes.
        is_out = earlier.reason in {"before", "old", REMOVED}
        return Pass(entry, earlier.reason, earlier) if is_out else Read(entry, earlier)
    if _may_be_corrected(entry, earlier, now):
        return Read(entry, earlier, again=True)
    if now - earlier.seen_at > STILL_THERE:
        return Pass(entry, earlier.reason, earlier)
    return None


def _may_be_corrected(entry: Entry, earlier: SeenEntry, now: datetime) -> bool:
    """Whether its page is to be looked at once more."""
    if not earlier.article_id or entry.published is None:
        return False
    if earlier.is_conditional:
        return now - earlier.seen_at >= ASKED_EVERY and now <= entry.published + YOUNG
    at = entry.published + LOOKED_AT_AGAIN
    return earlier.seen_at < at <= now <= entry.published + YOUNG

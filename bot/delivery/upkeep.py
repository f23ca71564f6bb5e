"""What is done beside delivering: old rows are forgotten, and what happened is told in a line."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from bot.store import Store

# Platforms send an event again for an hour at most; a week is on the safe side.
EVENTS_KEPT = timedelta(days=7)
# Digests take it that what was shown is known for so long (`bot.core.edition`).
SHOWN_KEPT = timedelta(days=31)
# An entry that is still in its feed is noted once a week; one that left may come back.
ENTRIES_KEPT = timedelta(days=60)
# Long enough for the clocks of all replicas.
BLOCKS_KEPT = timedelta(hours=1)
# By then every replica has been told of what left before an index was saved.
INDEX_SETTLED = timedelta(hours=1)
# What is told of a tick, in this order. The rest (claimed, put off) is the loop's own affair.
_TOLD = ("sent", "found", "skipped", "expired", "failed", "unknown", "ambiguous", "error")


def forget_old(store: Store, now: datetime, keep: timedelta) -> int:
    """Forget what is older than `keep`, and what was shown than a month; how many rows.

    Plans and what people follow are kept, whatever their age.
    """
    oldest = now - keep
    return (
        store.ledger.forget_before(oldest)
        + store.memory.forget_before(min(oldest, now - SHOWN_KEPT))
        + store.memory.forget_events_before(now - EVENTS_KEPT)
        + store.notes.forget_cards_before(oldest)
        + store.notes.forget_talks_before(oldest)
        + store.ledger.forget_blocks_before(now - BLOCKS_KEPT)
        + store.index_parts.forget_gone(now - INDEX_SETTLED)
        + store.feeds.forget_before(min(oldest, now - ENTRIES_KEPT))
    )


def describe_counts(counts: Mapping[str, int]) -> str:
    """What a tick did, as "2 sent, 1 failed"; empty if nothing that anybody needs to know."""
    return ", ".join(f"{counts[name]} {name}" for name in _TOLD if counts.get(name))

"""What a channel was told and shown before, so that its digest tells what is new to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.core.digest import Known

if TYPE_CHECKING:
    from datetime import date

    from bot.core.ledger import Claimed
    from bot.store import Store


@dataclass(frozen=True, slots=True)
class Remembered:
    """The local day of the last digest, and what was shown; None where nothing is known."""

    told_on: date | None = None
    known: Known | None = None


def channel_memory(store: Store, claimed: Claimed) -> Remembered:
    """What the channel of the delivery knows from the digests before it.

    A digest that is made once more for its day is compared by days alone: what it showed the
    first time is no reason to leave it out now.
    """
    order, delivery = claimed.subscription, claimed.delivery
    last, _ = store.ledger.last_and_next(order.id)
    if last is None or last.sent_at is None or last.local_date >= delivery.local_date:
        return Remembered()
    if delivery.edition > 1:
        return Remembered(last.local_date)
    seen = store.memory.seen_topics(order.wish.channel_key)
    articles = {one.topic: frozenset(one.articles) for one in seen}
    return Remembered(last.local_date, Known(last.sent_at, articles))

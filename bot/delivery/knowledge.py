"""What a channel was told and shown before, so that its digest tells what is new to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.core.digest import Known, Moment
from bot.delivery.payload import rendered_at

if TYPE_CHECKING:
    from bot.core.ledger import Claimed, Delivery
    from bot.store import Store


@dataclass(frozen=True, slots=True)
class Remembered:
    """Of when the last digest told, and what was shown; None where nothing is known."""

    told: Moment | None = None
    known: Known | None = None


def channel_memory(store: Store, claimed: Claimed) -> Remembered:
    """What the channel of the delivery knows from the digests before it.

    A digest that is made once more for its day is compared by days alone: what it showed the
    first time is no reason to leave it out now.
    """
    order, delivery = claimed.subscription, claimed.delivery
    last = store.ledger.last_sent(order.id)
    if last is None or last.sent_at is None or last.local_date >= delivery.local_date:
        return Remembered()
    told = moment_told(last)
    if delivery.edition > 1:
        return Remembered(told)
    seen = store.memory.seen_topics(order.wish.channel_key)
    articles = {one.topic: frozenset(one.articles) for one in seen}
    return Remembered(told, Known(told.instant, articles, told.seen_by))


def moment_told(last: Delivery) -> Moment:
    """Of when a digest that went out told.

    Not of when it was sent: what came between its making and its sending is in none yet. If it
    is not known when it was made, it holds nothing that came after it was due: rather an article
    is told twice than never.
    """
    return Moment(last.local_date, last.due_at, rendered_at(last.payload or ""))

"""Whether every delivery has come to its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from bot.store.ledger import SETTLED
from bot.store.schema import delivery

if TYPE_CHECKING:
    from bot.store.store import Store


def is_settled(store: Store) -> bool:
    """Whether none waits and none is under way.

    In one statement: asked one after the other, a delivery that is put off for later between the
    two questions stands in neither.
    """
    left = select(delivery.c.id).where(delivery.c.state.not_in(SETTLED)).limit(1)
    with store.database.reading() as connection:
        return connection.execute(left).first() is None

"""A few are taken from the front of what waits, not sorted out of all of it."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from delivery.plans import plan_a_crowd
from sqlalchemy import event, text, update
from store.orders import DUE, LEASE

from bot.store.schema import delivery

if TYPE_CHECKING:
    from bot.store import Store

_CROWD = 1_000
_FIRST_FEW = re.compile(r"ORDER BY.* LIMIT", re.DOTALL)
_SORTED = re.compile(r"\bSort\b|TEMP B-TREE")
_MINUTE = timedelta(minutes=1)


def test_what_waits_is_read_in_the_order_of_an_index(store: Store) -> None:
    plan_a_crowd(store, _CROWD, due=DUE, workspaces=3)
    store.ledger.insert_due(DUE + _MINUTE, limit=_CROWD)
    _count_when_nothing_waits(store)
    plans = _plans_of_queues(store)
    tomorrow = DUE + timedelta(days=1) + _MINUTE
    assert store.ledger.insert_due(tomorrow, limit=_CROWD) == _CROWD
    assert len(store.ledger.claim(tomorrow, token="t", lease=LEASE, limit=5)) == 5
    waiting, free = plans
    assert not _SORTED.search(waiting)
    assert not _SORTED.search(free)
    assert "subscription_due" in waiting
    assert "delivery_queue" in free


def _count_when_nothing_waits(store: Store) -> None:
    """As PostgreSQL does by itself in the course of a day."""
    with store.database.writing() as connection:
        connection.execute(update(delivery).values(state="sent"))
        for table in ("delivery", "subscription"):
            connection.execute(text(f"ANALYZE {table}"))


def _plans_of_queues(store: Store) -> list[str]:
    """Filled with the plan of each statement that takes the first few, as it is run."""
    plans: list[str] = []
    explain_it = "EXPLAIN" if store.database.kind == "postgresql" else "EXPLAIN QUERY PLAN"

    @event.listens_for(store.database.writer, "before_cursor_execute")
    def explain(
        _connection: object, cursor: Any, statement: str, parameters: object, *_: object
    ) -> None:
        if _FIRST_FEW.search(statement):
            cursor.execute(f"{explain_it} {statement}", parameters)
            plans.append("\n".join(str(row[-1]) for row in cursor.fetchall()))

    return plans

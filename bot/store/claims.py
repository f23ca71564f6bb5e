"""Taking deliveries: the statements, built once, and what is read along with what is taken."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import Integer, and_, bindparam, or_, select, update

from bot.core.ledger import Claimed
from bot.store.columns import Moment
from bot.store.due import MISSED
from bot.store.queues import in_order_of_index
from bot.store.rows import delivery_of, subscription_of
from bot.store.schema import blocked, delivery, subscription

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sqlalchemy import ColumnElement, Connection
    from sqlalchemy.sql.dml import ReturningUpdate

    from bot.core.ledger import Delivery

EXPIRED = "too late"
# A day that was missed longer ago is no news any more.
_REMEMBERED = timedelta(days=32)
_NOW = bindparam("now", type_=Moment)


def _taking(which: ColumnElement[bool]) -> ReturningUpdate[tuple[object, ...]]:
    table = delivery.c
    # A CTE that locks rows is worked out once; as a plain subquery PostgreSQL may run it
    # again for each row and take more than the limit.
    free = (
        select(table.id)
        .where(which)
        .order_by(table.not_before, table.turn, table.id)
        .limit(bindparam("most", type_=Integer))
        .with_for_update(skip_locked=True)
        .cte("free")
    )
    return (
        update(delivery)
        .where(table.id.in_(select(free.c.id)))
        .values(token=bindparam("holder"), lease_until=bindparam("until", type_=Moment))
        .returning(delivery)
    )


def _is_pending() -> ColumnElement[bool]:
    table = delivery.c
    shut = select(blocked.c.workspace).where(
        blocked.c.workspace == table.workspace, blocked.c.until > _NOW
    )
    return and_(table.state == "pending", table.not_before <= _NOW, _is_free(), ~shut.exists())


def _is_free() -> ColumnElement[bool]:
    return or_(delivery.c.lease_until.is_(None), delivery.c.lease_until < _NOW)


# What may go out now: held by nobody, and its workspace is not blocked.
PENDING = _taking(_is_pending())
# What may be out or not: whoever sent it last has not settled it within its lease.
AMBIGUOUS = _taking(and_(delivery.c.state == "sending", _is_free()))
_OWNERS = select(subscription).where(subscription.c.id.in_(bindparam("numbers", expanding=True)))
_GAPS = (
    select(delivery.c.subscription_id)
    .where(
        delivery.c.subscription_id.in_(bindparam("numbers", expanding=True)),
        delivery.c.local_date >= bindparam("since"),
        delivery.c.state == "skipped",
        delivery.c.reason.in_((MISSED, EXPIRED)),
    )
    .distinct()
)


def take(  # noqa: PLR0913 - the terms of a lease, all named
    connection: Connection,
    which: ReturningUpdate[tuple[object, ...]],
    *,
    now: datetime,
    token: str,
    until: datetime,
    limit: int,
) -> tuple[Claimed, ...]:
    """Take at most `limit` deliveries until `until`, oldest first, workspaces in turn."""
    in_order_of_index(connection)
    bound = {"now": now, "holder": token, "until": until, "most": limit}
    rows = connection.execute(which, bound).mappings().all()
    ordered = sorted(rows, key=lambda row: (row["not_before"], row["turn"], row["id"]))
    return _with_subscriptions(connection, [delivery_of(row) for row in ordered])


def _with_subscriptions(
    connection: Connection, deliveries: Sequence[Delivery]
) -> tuple[Claimed, ...]:
    if not deliveries:
        return ()
    numbers = {"numbers": sorted({one.subscription_id for one in deliveries})}
    owners = {
        row["id"]: subscription_of(row) for row in connection.execute(_OWNERS, numbers).mappings()
    }
    since = min(one.local_date for one in deliveries) - _REMEMBERED
    gaps = frozenset(connection.execute(_GAPS, numbers | {"since": since}).scalars())
    return tuple(
        Claimed(one, owners[one.subscription_id], may_have_missed=one.subscription_id in gaps)
        for one in deliveries
    )

"""Standing orders: one per channel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import and_, func, select, update

from bot.store.calendar import due_after, zone_of
from bot.store.errors import UnusableWish
from bot.store.rows import subscription_of, wish_values
from bot.store.schema import delivery, subscription
from bot.store.steps import given_up

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection

    from bot.core.ledger import Subscription, SubscriptionState, Wish
    from bot.store.calendar import IsHoliday
    from bot.store.database import Database

_WEEK = frozenset(range(7))


class Subscriptions:
    """Plans, pauses and finds standing orders. Every method is one transaction."""

    def __init__(self, database: Database, is_holiday: IsHoliday) -> None:
        """Keep them in `database`."""
        self._database = database
        self._is_holiday = is_holiday

    def plan(self, wish: Wish, now: datetime) -> Subscription:
        """Plan `wish` for its channel, or change the plan that is there; it is active then.

        A day on which the channel got its digest stays dealt with, whatever the new time.

        Raises:
            UnusableWish: there is no such zone, or no weekday is named.
        """
        _check(wish)
        values = wish_values(wish) | {
            "state": "active",
            "reason": "",
            "next_due_at": due_after(wish, now, self._is_holiday),
        }
        new = self._database.insert(subscription).values(**values, version=1, created_at=now)
        planned = new.on_conflict_do_update(
            index_elements=["platform", "workspace", "channel"],
            set_=values | {"version": subscription.c.version + 1},
        ).returning(subscription)
        with self._database.writing() as connection:
            return subscription_of(connection.execute(planned).mappings().one())

    def pause(self, subscription_id: int, reason: str) -> Subscription | None:
        """Send nothing until it is resumed; what is pending is given up with `reason`.

        None if there is no such subscription.
        """
        return self._end(subscription_id, "paused", reason)

    def stop(self, subscription_id: int, reason: str = "stopped") -> Subscription | None:
        """End it. The row stays, so that its deliveries can be looked up."""
        return self._end(subscription_id, "stopped", reason)

    def resume(self, subscription_id: int, now: datetime) -> Subscription | None:
        """Make it active again, due next after `now`; days in between are not made up for.

        Raises:
            UnusableWish: its time zone is gone.
        """
        with self._database.writing() as connection:
            found = _locked(connection, subscription_id)
            if found is None or found.state == "active":
                return found
            due = due_after(found.wish, now, self._is_holiday)
            return _change(connection, subscription_id, state="active", reason="", next_due_at=due)

    def get(self, subscription_id: int) -> Subscription | None:
        """The subscription with this number."""
        with self._database.reading() as connection:
            return _get(connection, subscription_id)

    def find(self, platform: str, workspace: str, channel: str) -> Subscription | None:
        """The subscription of a channel, in whatever state."""
        table = subscription.c
        same = and_(
            table.platform == platform, table.workspace == workspace, table.channel == channel
        )
        with self._database.reading() as connection:
            row = connection.execute(select(subscription).where(same)).mappings().first()
        return subscription_of(row) if row else None

    def list_all(self) -> tuple[Subscription, ...]:
        """All of them, in the order in which they were first planned."""
        every = select(subscription).order_by(subscription.c.id)
        with self._database.reading() as connection:
            return tuple(map(subscription_of, connection.execute(every).mappings()))

    def next_due(self) -> datetime | None:
        """When the next digest of all is due; None if none is planned."""
        table = subscription.c
        first = select(func.min(table.next_due_at)).where(table.state == "active")
        with self._database.reading() as connection:
            return connection.execute(first).scalar()

    def _end(
        self, subscription_id: int, state: SubscriptionState, reason: str
    ) -> Subscription | None:
        with self._database.writing() as connection:
            # Locked first, so that nobody enters a delivery for it at the same time.
            if _locked(connection, subscription_id) is None:
                return None
            connection.execute(
                update(delivery)
                .where(delivery.c.subscription_id == subscription_id)
                .where(delivery.c.state == "pending")
                .values(given_up("skipped"))
                .values(reason=reason, lease_until=None, token="")
            )
            return _change(
                connection, subscription_id, state=state, reason=reason, next_due_at=None
            )


def _check(wish: Wish) -> None:
    zone_of(wish)
    if not wish.weekdays or not _WEEK.issuperset(wish.weekdays):
        reason = "weekdays are numbers from 0 (Monday) to 6, at least one"
        raise UnusableWish(reason)


def _get(connection: Connection, subscription_id: int) -> Subscription | None:
    wanted = select(subscription).where(subscription.c.id == subscription_id)
    row = connection.execute(wanted).mappings().first()
    return subscription_of(row) if row else None


def _locked(connection: Connection, subscription_id: int) -> Subscription | None:
    wanted = select(subscription).where(subscription.c.id == subscription_id).with_for_update()
    row = connection.execute(wanted).mappings().first()
    return subscription_of(row) if row else None


def _change(connection: Connection, subscription_id: int, **values: object) -> Subscription:
    changed = (
        update(subscription)
        .where(subscription.c.id == subscription_id)
        .values(**values, version=subscription.c.version + 1)
        .returning(subscription)
    )
    return subscription_of(connection.execute(changed).mappings().one())

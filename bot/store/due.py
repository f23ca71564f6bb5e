"""Enters in the ledger what is due, and skips what was missed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from itertools import islice
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select, update

from bot.store.calendar import due_after, due_days
from bot.store.columns import Moment
from bot.store.errors import UnusableWish
from bot.store.queues import in_order_of_index
from bot.store.rows import subscription_of
from bot.store.schema import delivery, subscription

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime

    from sqlalchemy import Connection

    from bot.core.ledger import Subscription
    from bot.store.calendar import IsHoliday
    from bot.store.database import Database

    OnPaused = Callable[[Subscription], None]

MISSED = "missed"
# So that one channel that was forgotten for years leaves room for the others.
_DAYS_AT_ONCE = 14
# Between two days of one zone lie at least 23 hours. Looking back half of that finds the due
# day again even if the zone's rules were changed after `next_due_at` was reckoned.
_LOOK_BACK = timedelta(hours=11)


@dataclass(frozen=True, slots=True)
class Due:
    """The due days of one subscription, and when it is due next."""

    subscription: Subscription
    days: tuple[tuple[date, datetime], ...]
    next_due_at: datetime | None


@dataclass(frozen=True, slots=True)
class Entered:
    """How many due days were dealt with, and which subscriptions were paused, as they were."""

    dealt_with: int
    paused: tuple[Subscription, ...] = ()


def unheard(one: Subscription) -> None:
    """Tell nobody that a subscription was paused."""
    del one


def enter_due(
    database: Database,
    now: datetime,
    *,
    limit: int,
    grace: timedelta,
    is_holiday: IsHoliday,
) -> Entered:
    """Enter due days and move their subscriptions on, in one transaction.

    Subscriptions that another process is just working on are left to it.
    """
    with database.writing() as connection:
        waiting = _waiting(connection, now, limit)
        found: list[Due] = []
        paused: list[Subscription] = []
        room = limit
        for one in waiting:
            if room <= 0:
                break
            try:
                due = find_due(one, now, limit=room, is_holiday=is_holiday)
            except UnusableWish as error:
                _pause(connection, one.id, error.reason)
                paused.append(one)
                continue
            found.append(due)
            room -= max(1, len(due.days))
        _write(connection, database, found, oldest=now - grace)
    days = sum(max(1, len(due.days)) for due in found)
    return Entered(days + len(paused), tuple(paused))


def find_due(one: Subscription, now: datetime, *, limit: int, is_holiday: IsHoliday) -> Due:
    """The days of a subscription that are due by `now`, at most `limit`, oldest first.

    Raises:
        UnusableWish: its time zone is gone.
    """
    start = (one.next_due_at or now) - _LOOK_BACK
    coming = due_days(one.wish, start, now, is_holiday)
    days = tuple(islice(coming, min(limit, _DAYS_AT_ONCE)))
    last = days[-1][1] if days else start
    return Due(one, days, due_after(one.wish, last, is_holiday))


def _waiting(connection: Connection, now: datetime, limit: int) -> tuple[Subscription, ...]:
    table = subscription.c
    wanted = (
        select(subscription)
        .where(table.state == "active", table.next_due_at <= now)
        .order_by(table.next_due_at, table.id)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    in_order_of_index(connection)
    return tuple(map(subscription_of, connection.execute(wanted).mappings()))


def _pause(connection: Connection, subscription_id: int, reason: str) -> None:
    connection.execute(
        update(subscription)
        .where(subscription.c.id == subscription_id)
        .values(
            state="paused",
            reason=reason,
            next_due_at=None,
            version=subscription.c.version + 1,
        )
    )


def _write(
    connection: Connection, database: Database, found: list[Due], *, oldest: datetime
) -> None:
    turns: Counter[str] = Counter()
    entries: list[dict[str, object]] = []
    for due in found:
        for day, moment in due.days:
            key = due.subscription.wish.workspace_key
            turns[key] += 1
            entries.append(
                _entry(due.subscription, day, moment, missed=moment < oldest) | {"turn": turns[key]}
            )
    if entries:
        connection.execute(database.insert(delivery).on_conflict_do_nothing(), entries)
    if found:
        moved = update(subscription).where(subscription.c.id == bindparam("of"))
        connection.execute(
            moved.values(next_due_at=bindparam("next_due", type_=Moment)),
            [{"of": due.subscription.id, "next_due": due.next_due_at} for due in found],
        )


def _entry(one: Subscription, day: date, moment: datetime, *, missed: bool) -> dict[str, object]:
    return {
        "subscription_id": one.id,
        "workspace": one.wish.workspace_key,
        "local_date": day,
        "due_at": moment,
        "state": "skipped" if missed else "pending",
        "attempt": 0,
        "edition": 1,
        "token": "",
        "not_before": moment,
        "fresh_from": moment,
        "message_ref": "",
        "reason": MISSED if missed else "",
    }

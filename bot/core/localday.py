"""The local-day rule: when a digest is due, once on every day that a time zone has."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from itertools import takewhile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator
    from zoneinfo import ZoneInfo

_DAY = timedelta(days=1)
# Longer than any run of holidays and missing days; without an end, a rule under which no day
# is ever due would search for ever.
_DAYS_AHEAD = 400


def no_holiday(_day: date) -> bool:
    """The calendar of somebody who takes no public holidays off."""
    return False


def due_at(day: date, at: time, zone: ZoneInfo) -> datetime | None:
    """The instant (UTC) at which it is `at` on `day` in `zone`; None if that day does not exist.

    A time that the clock passes twice counts the first time. A time that the clock leaves out
    counts as if the clock had not yet been put forward, unless that would already be the next
    day, as in Greenland every spring: then as if it had been put forward before.

    Checked over every zone and transition from 1990 to 2037 (tests/core/test_localday.py): no
    day is missed or doubled. Apia, Fakaofo, Kwajalein, Enderbury and Kiritimati each left out a
    whole day when they crossed the date line.
    """
    for fold in (0, 1):
        local = datetime.combine(day, at.replace(fold=fold), tzinfo=zone)
        instant = local.astimezone(UTC)
        if instant.astimezone(zone).date() == day:
            return instant
    return None


def next_due(
    after: datetime,
    at: time,
    zone: ZoneInfo,
    weekdays: Collection[int],
    is_holiday: Callable[[date], bool] = no_holiday,
) -> tuple[date, datetime] | None:
    """The first local day that is due later than `after`, with its instant in UTC.

    `weekdays` counts from 0 for Monday. None if no day of the next 400 is due: there are no
    weekdays, or all of them are holidays.
    """
    return next(_due_days(after, at, zone, weekdays, is_holiday), None)


def days_between(  # noqa: PLR0913 - a stretch of time and the four parts of a rule
    after: datetime,
    until: datetime,
    *,
    at: time,
    zone: ZoneInfo,
    weekdays: Collection[int],
    is_holiday: Callable[[date], bool] = no_holiday,
) -> Iterator[tuple[date, datetime]]:
    """The local days that are due later than `after` and not later than `until`, oldest first.

    At most 400 days are looked at. Days are made as they are asked for, so that a caller may
    stop early.
    """
    days = _due_days(after, at, zone, weekdays, is_holiday)
    return takewhile(lambda due: due[1] <= until, days)


def _due_days(
    after: datetime,
    at: time,
    zone: ZoneInfo,
    weekdays: Collection[int],
    is_holiday: Callable[[date], bool],
) -> Iterator[tuple[date, datetime]]:
    # The day before as well: where the clock is put back over midnight, `after` may already
    # stand on a day whose eve comes again.
    first = after.astimezone(zone).date() - _DAY
    for ahead in range(_DAYS_AHEAD + 2):
        day = first + ahead * _DAY
        if day.weekday() not in weekdays or is_holiday(day):
            continue
        instant = due_at(day, at, zone)
        if instant is not None and instant > after:
            yield day, instant

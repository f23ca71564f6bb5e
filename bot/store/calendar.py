"""When a standing order is due next, by the local-day rule."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.core.localday import days_between, next_due
from bot.store.errors import UnusableWish

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date, datetime

    from bot.core.ledger import Wish

    # Whether a day is a public holiday in a calendar ("DE-BE").
    IsHoliday = Callable[[str, date], bool]


def no_holidays(_calendar: str, _day: date) -> bool:
    """No day is a holiday."""
    return False


def due_after(wish: Wish, after: datetime, is_holiday: IsHoliday) -> datetime | None:
    """The first moment later than `after` at which the wish is due; None if there is none.

    Raises:
        UnusableWish: there is no such zone.
    """
    found = next_due(
        after, wish.local_time, zone_of(wish), wish.weekdays, _holidays(wish, is_holiday)
    )
    return found[1] if found else None


def due_days(
    wish: Wish, after: datetime, until: datetime, is_holiday: IsHoliday
) -> Iterator[tuple[date, datetime]]:
    """The local days that are due later than `after` and not later than `until`, in order.

    Raises:
        UnusableWish: there is no such zone.
    """
    return days_between(
        after,
        until,
        at=wish.local_time,
        zone=zone_of(wish),
        weekdays=wish.weekdays,
        is_holiday=_holidays(wish, is_holiday),
    )


def zone_of(wish: Wish) -> ZoneInfo:
    """The time zone of the wish.

    Raises:
        UnusableWish: there is no such zone.
    """
    try:
        return ZoneInfo(wish.zone)
    # A name such as "../x" or "Europe" is refused with ValueError or OSError.
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        reason = f"there is no time zone {wish.zone!r}; zones are named like Europe/Berlin"
        raise UnusableWish(reason) from error


def _holidays(wish: Wish, is_holiday: IsHoliday) -> Callable[[date], bool]:
    return partial(is_holiday, wish.holidays) if wish.holidays else _no_holiday


def _no_holiday(_day: date) -> bool:
    return False

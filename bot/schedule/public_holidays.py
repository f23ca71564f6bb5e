"""Public holidays of a country or a part of it, from the `holidays` library."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import holidays

if TYPE_CHECKING:
    from datetime import date

    from holidays import HolidayBase

# A calendar for each region and year that is asked about; a year has a dozen entries.
_CALENDARS = 256
_ANY_YEAR = 2026


def is_public_holiday(region: str, day: date) -> bool:
    """Whether `day` is a public holiday in `region`, as in "DE" or "DE-BE".

    A region that nobody knows has none; `is_region` tells which ones are known.
    """
    calendar = _calendar(region, day.year)
    return calendar is not None and day in calendar


def is_region(region: str) -> bool:
    """Whether there is a calendar of this name."""
    return _calendar(region, _ANY_YEAR) is not None


@lru_cache(maxsize=_CALENDARS)
def _calendar(region: str, year: int) -> HolidayBase | None:
    country, _, part = region.partition("-")
    try:
        return holidays.country_holidays(country, subdiv=part or None, years=year, expand=False)
    except NotImplementedError:
        return None

"""From the wording of a date to the day, month or year it means, seen from the publication."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from dateutil.easter import easter

from bot.core.language.date_words import FUTURE, PAST, THIS

if TYPE_CHECKING:
    from bot.core.models import Precision

# Without any sign of tense a date ahead must be this much nearer than the one behind.
_PAST_BIAS = 2
# Tense is no proof: a date this many times nearer is meant, whatever the verb beside it.
# Days; a limit that lies further ahead may be one that has just passed.
_LONG = 250
_MUCH_NEARER = 8
_MONTHS_A_YEAR = 12
_SEASON_MONTHS = 3
_LEAP_DAY = (2, 29)
# The years for which Easter is computed, by the Gregorian calendar.
_EASTERS = range(1583, 4100)


@dataclass(frozen=True, slots=True)
class Expression:
    """What a wording says, before anything is computed. `start`, `end` are in the article.

    `shift` counts in units of the precision from the day of publication; `week` is the week of
    a `weekday` (-1 is last week); `easter` counts days from Easter Sunday; `way` is FUTURE, PAST
    or 0 where pointing words say so; `is_limit` marks "bis" and "ab", `is_open` what cannot be
    pinned to one date ("jeden Montag").
    """

    start: int
    end: int
    precision: Precision = "day"
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    easter: int | None = None
    shift: int | None = None
    year_shift: int | None = None
    week: int | None = None
    way: int = 0
    is_strict: bool = False
    is_limit: bool = False
    is_open: bool = False
    is_relative: bool = False


def is_real(year: int | None, month: int, day: int) -> bool:
    """Whether the calendar has that day (29 February counts if the year is unknown)."""
    try:
        date(2000 if year is None else year, month, day)
    except ValueError:
        return False
    return True


def resolve(expression: Expression, published: date | None, tense: int) -> str | None:
    """The ISO date at the expression's precision, or None where it cannot be known."""
    if expression.is_open:
        return None
    if expression.is_relative:
        return None if published is None else _resolve_relative(expression, published, tense)
    if expression.easter is not None:
        day = _day_in(expression, expression.year or 0)
        return day.isoformat() if day else None
    return _iso(expression.year, expression.month, expression.day)


def _iso(year: int | None, month: int | None, day: int | None) -> str | None:
    if year is None or not date.min.year <= year <= date.max.year:
        return None
    if month is None:
        return f"{year:04}"
    return f"{year:04}-{month:02}" if day is None else f"{year:04}-{month:02}-{day:02}"


def _resolve_relative(expression: Expression, published: date, tense: int) -> str | None:
    way = tense if expression.way == THIS else expression.way
    if expression.shift is not None:
        return _shifted(expression, published)
    if expression.year_shift is not None:
        year, month, day = published.year + expression.year_shift, expression.month, expression.day
        return _iso(year, month, day) if is_real(year, month or 1, day or 1) else None
    has_day = expression.month is not None and expression.day is not None
    if has_day or expression.easter is not None:
        return _nearest_day(expression, published, way)
    if expression.month is not None:
        return _nearest_month(expression, published, way)
    if expression.weekday is not None:
        return _nearest_weekday(expression, published, way)
    return None


def _shifted(expression: Expression, published: date) -> str | None:
    shift = expression.shift or 0
    if expression.precision == "year":
        return _iso(published.year + shift, None, None)
    if expression.precision == "month":
        months = published.year * _MONTHS_A_YEAR + published.month - 1 + shift
        year, month = divmod(months, _MONTHS_A_YEAR)
        return _iso(year, month + 1, None)
    try:
        return (published + timedelta(days=shift)).isoformat()
    except OverflowError:
        return None


def _nearest_day(expression: Expression, published: date, way: int) -> str | None:
    reach = 4 if (expression.month, expression.day) == _LEAP_DAY else 1
    years = range(max(1, published.year - reach), min(9999, published.year + reach) + 1)
    days = [day for day in (_day_in(expression, year) for year in years) if day]
    if expression.weekday is not None:
        days = [one for one in days if one.weekday() == expression.weekday]
        return min(days, key=lambda one: abs(one - published)).isoformat() if days else None
    behind = max((one for one in days if one <= published), default=None)
    ahead = min((one for one in days if one >= published), default=None)
    if expression.is_limit and way == THIS and (not ahead or (ahead - published).days > _LONG):
        return min(days, key=lambda one: abs(one - published)).isoformat() if days else None
    if expression.is_limit and way == THIS:
        return ahead.isoformat() if ahead else None
    chosen = _choose(behind, ahead, published, way)
    return chosen.isoformat() if chosen else None


def _day_in(expression: Expression, year: int) -> date | None:
    if expression.easter is not None:
        return easter(year) + timedelta(days=expression.easter) if year in _EASTERS else None
    month, day = expression.month or 1, expression.day or 1
    return date(year, month, day) if is_real(year, month, day) else None


def _nearest_month(expression: Expression, published: date, way: int) -> str:
    month = expression.month or 1
    this = published.replace(day=1)
    months = _SEASON_MONTHS if expression.precision == "year" else 1
    if 0 <= this.month - month < months and not expression.is_strict:
        year = this.year
    else:
        behind = date(max(1, this.year - (month >= this.month)), month, 1)
        ahead = date(min(9999, this.year + (month <= this.month)), month, 1)
        # By a month that has passed nothing can be done any more.
        is_ahead = expression.is_limit and way != PAST
        chosen = ahead if is_ahead else None
        chosen = _pointed(behind, ahead, way) if expression.is_strict else chosen
        year = (chosen or _choose(behind, ahead, this, way) or this).year
    return f"{year:04}" if expression.precision == "year" else f"{year:04}-{month:02}"


def _pointed(behind: date, ahead: date, way: int) -> date:
    return ahead if way == FUTURE else behind


def _choose(behind: date | None, ahead: date | None, published: date, way: int) -> date | None:
    if behind is None or ahead is None:
        return behind or ahead
    back, forth = published - behind, ahead - published
    if way == FUTURE:
        return ahead if forth <= back * _MUCH_NEARER else behind
    if way == PAST:
        return behind if back <= forth * _MUCH_NEARER else ahead
    return ahead if forth * _PAST_BIAS < back else behind


def _nearest_weekday(expression: Expression, published: date, way: int) -> str | None:
    weekday = expression.weekday or 0
    if expression.week is not None:
        distance = weekday - published.weekday() + 7 * expression.week
    elif way == FUTURE or (expression.is_limit and way == THIS):
        distance = (weekday - published.weekday()) % 7
    else:
        distance = -((published.weekday() - weekday) % 7)
    if expression.is_strict and distance == 0:
        distance = 7 * way
    try:
        return (published + timedelta(days=distance)).isoformat()
    except OverflowError:
        return None

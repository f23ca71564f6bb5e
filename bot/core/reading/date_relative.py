"""Dates that count from the day of publication: "gestern", "im vergangenen Jahr".

Weeks and weekends alone are no dates: no day, month or year could stand for them. "Vor einer
Woche" is the same day of that week.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.core.language import date_words as words
from bot.core.language.number_words import ONES, small_number
from bot.core.reading.date_resolution import Expression
from bot.core.reading.date_today import is_this_day
from bot.core.reading.date_wording import (
    YEAR_BEHIND,
    end_with_time_of_day,
    has_part,
    pointer,
    wording_start,
    year_pointed_at,
)

if TYPE_CHECKING:
    from bot.core.models import Language, Precision
    from bot.core.reading.date_place import Place

_CLOCK = re.compile(r",? (?:um |at )?\d{1,2}[.:]\d\d| (?:um|at) \d|, (?:am|den|dem) ")
_PRECISIONS: dict[str, Precision] = {words.YEAR: "year", words.MONTH: "month", words.DAY: "day"}
# Beyond these, people round ("vor 20 Jahren").
_MOST_EXACT = {words.YEAR: 9, words.MONTH: 11, words.WEEK: 3, words.DAY: 14}
_DAYS_A_WEEK = 7
# "More than two days ago", "at least a week ago", "half a year ago".
_INEXACT = words.NUMBER_SIGNS | {"than", "least", "most", "half"}
_WEEKDAY_BEHIND = re.compile(r" (?:on )?[A-Z][a-z]{2,5}day\b")
_IN = frozenset(("im", "in"))
_MONTHS_OF = {words.QUARTER: 3, words.HALF: 6}


def read_adverb(place: Place) -> Expression | None:
    """Such as "gestern", "tomorrow"; "heute" only where it is surely this day, not nowadays."""
    lowered = place.word.lower()
    if lowered == "morgen" and (place.word != lowered or not _is_tomorrow(place)):
        return None
    if lowered in {"heute", "today"} and not _is_this_day(place):
        return None
    shift = words.DAY_ADVERBS[place.language][lowered]
    return Expression(place.start, end_with_time_of_day(place), shift=shift, is_relative=True)


def read_timed_adverb(place: Place) -> Expression | None:
    """Such as "heute, 07:45" where the day of publication is not known."""
    return read_adverb(place) if _CLOCK.match(place.text, place.end, place.unit.end) else None


def read_holiday(place: Place) -> Expression | None:
    """A holiday with a fixed day."""
    month, day = words.HOLIDAYS[place.word]
    if behind := YEAR_BEHIND.match(place.text, place.end, place.unit.end):
        return Expression(place.start, behind.end(), year=int(behind["y"]), month=month, day=day)
    return Expression(wording_start(place), place.end, month=month, day=day, is_relative=True)


def read_season(place: Place) -> Expression | None:
    """A season with its year, or one that is pointed at; known to the year at most."""
    month = words.SEASON_STARTS.get(place.word.lower())
    if behind := YEAR_BEHIND.match(place.text, place.end, place.unit.end):
        year = int(behind["y"])
        return Expression(place.start, behind.end(), "year", year=year, is_open=month is None)
    if pointed := year_pointed_at(place, place.end):
        end, shift = pointed
        return Expression(wording_start(place), end, "year", shift=shift, is_relative=True)
    way = pointer(place)
    if way is None and place.before().lower() not in words.SEASON_PREPOSITIONS[place.language]:
        return None
    return Expression(
        wording_start(place),
        place.end,
        "year",
        month=month,
        way=way or words.THIS,
        is_strict=bool(way),
        is_relative=True,
        is_open=month is None,
    )


def read_quarter(place: Place) -> Expression | None:
    """Such as "Q3 2025"."""
    return _read_part_of_year(place, place.start, 3 * int(place.word[1]) - 2)


def read_year_part(place: Place) -> Expression | None:
    """Such as "Jahresende 2015", "bis zum Jahresende"."""
    if behind := YEAR_BEHIND.match(place.text, place.end, place.unit.end):
        return Expression(place.start, behind.end(), "year", year=int(behind["y"]))
    return Expression(wording_start(place), place.end, "year", shift=0, is_relative=True)


def read_previous_year(place: Place) -> Expression | None:
    """Such as "im Vorjahr"."""
    return Expression(wording_start(place), place.end, "year", shift=-1, is_relative=True)


def read_period(place: Place) -> Expression | None:
    """Such as "im vergangenen Jahr", "Ende des Monats", "vor drei Tagen", "two days ago"."""
    period = words.PERIODS[place.language][place.word.lower()]
    if found := _read_ago(place, period):
        return found
    if period in _MONTHS_OF:
        return _read_ordinal_part(place, period)
    if period not in {words.YEAR, words.MONTH} or place.word.lower() in words.PLURAL_PERIODS:
        return None
    way = pointer(place)
    if way is None and not has_part(place):
        return None
    if YEAR_BEHIND.match(place.text, place.end, place.unit.end):
        return None
    start, precision = wording_start(place), _PRECISIONS[period]
    return Expression(start, place.end, precision, shift=way or 0, is_relative=True)


def _is_tomorrow(place: Place) -> bool:
    return place.before().lower() not in {"am", "auf", "den", "diesen", "jeden", "guten"}


def _is_this_day(place: Place) -> bool:
    following = place.after()
    return (
        place.before().lower() in words.TODAY_BEFORE
        or following in words.TODAY_AFTER
        or following in words.DAYTIMES
        or bool(_CLOCK.match(place.text, place.end, place.unit.end))
        or _announces(place)
        or is_this_day(place)
    )


def _announces(place: Place) -> bool:
    """Such as "teilte heute mit", "hat heute beschlossen": something was done on this day."""
    return place.before() in words.SAYING or place.after() in words.SAYING


def _read_ordinal_part(place: Place, period: str) -> Expression | None:
    before = place.before()
    number = words.ORDINALS.get(before.lower(), 0)
    start = place.start_before(1 + (place.before(2).lower() in _IN)) if number else place.start
    if not number and place.text[place.start - 2 : place.start] == ". ":
        written = place.unit.words[place.index - 1] if place.index else ""
        number = int(written) if written in {"1", "2", "3", "4"} else 0
        start = place.start - 2 - len(written)
    months = _MONTHS_OF[period]
    if not 0 < number <= 12 // months:
        return None
    return _read_part_of_year(place, start, months * (number - 1) + 1)


def _read_part_of_year(place: Place, start: int, month: int) -> Expression:
    if behind := YEAR_BEHIND.match(place.text, place.end, place.unit.end):
        return Expression(start, behind.end(), "year", year=int(behind["y"]))
    return Expression(start, place.end, "year", month=month, is_relative=True)


def _read_ago(place: Place, period: str) -> Expression | None:
    count = _count_of(place.before(), place.language)
    if count is None:
        return None
    is_rounded = place.before(2).lower() in _INEXACT
    steps = 2 if is_rounded else 1
    if place.language == "en":
        if place.after().lower() != "ago":
            return None
        start, end = place.start_before(steps), place.end + len(" ago")
    else:
        if place.before(steps + 1).lower() != "vor":
            return None
        start, end = place.start_before(steps + 1), place.end
    is_exact = not is_rounded and count <= _MOST_EXACT.get(period, 0)
    if _WEEKDAY_BEHIND.match(place.text, end, place.unit.end):
        is_exact = False
    return Expression(
        start,
        end,
        _PRECISIONS.get(period, "day"),
        shift=-count * (_DAYS_A_WEEK if period == words.WEEK else 1),
        is_relative=True,
        is_open=not is_exact,
    )


def _count_of(word: str, language: Language) -> int | None:
    if word.lower() in ONES:
        return 1
    if word.isdecimal() and len(word) <= 4:  # noqa: PLR2004
        return int(word)
    return small_number(word, language) if word else None

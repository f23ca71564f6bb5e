"""Years: which numbers are years, which only look like one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.core.language import date_words as words
from bot.core.language.number_words import SCALES_DE, SCALES_EN
from bot.core.language.unit_words import UNITS
from bot.core.reading.date_resolution import Expression
from bot.core.reading.date_wording import part_start

if TYPE_CHECKING:
    from bot.core.reading.date_place import Place

# "2015/2120" is the number of a law, "2015/2016" are two years.
_YEAR = re.compile(r"(?P<y>\d{4})(?!\w|[.,:]\d|-[^\W\d]|/(?!(?:19|20)\d\d\b)\d)")
_SEASON = re.compile(r"(?P<y>\d{4})/(?P<next>\d\d)(?![\d/])")
_DECADE = re.compile(r"(?:\d{3}0|\d0)(?:er|ern|s)\b(?:[- ]Jahren?)?")
_LIFETIME = re.compile(r"\d{4} ?[–-] ?\d{4}\)")
# Whoever reads a briefing asks not since when a page is owned.
_COPYRIGHT = re.compile(r"© ?(?:\d{4} ?[–-] ?)?$")
_LONGEST_COPYRIGHT = len("© 1999 - ")
_UNIT_SIGN = re.compile(r" ?[%€$£°]")
_NOT_BEFORE_YEAR = frozenset("$€£¥#§+:")

_EARLIEST, _LATEST = 1900, 2099
_EARLIEST_NAMED = 1000
_CENTURY = 100


def read_year(place: Place) -> Expression | None:
    """A decade ("1990er Jahre"), a season ("2015/16") or a year (2025)."""
    text, start, end = place.text, place.start, place.unit.end
    if decade := _DECADE.match(text, start, end):
        return Expression(start, decade.end(), "year", is_open=True)
    if season := _SEASON.match(text, start, end):
        is_next = int(season["next"]) == (int(season["y"]) + 1) % _CENTURY
        return Expression(start, season.end(), "year", is_open=True) if is_next else None
    match = _YEAR.match(text, start, end)
    if not match or not _is_year(place, int(match["y"])):
        return None
    return Expression(part_start(place), match.end(), "year", year=int(match["y"]))


def _is_year(place: Place, year: int) -> bool:
    before = place.before().lower()
    if place.start > place.unit.start and place.text[place.start - 1] in _NOT_BEFORE_YEAR:
        return False
    is_named = before in words.YEAR_PREPOSITIONS
    if _is_numbered(place) or _has_unit(place, is_named=is_named) or _is_owned(place):
        return False
    if not _EARLIEST <= year <= _LATEST:
        return year >= _EARLIEST_NAMED and _is_old_year(place, before)
    return not _is_count(place, year, is_named=is_named)


def _is_old_year(place: Place, before: str) -> bool:
    """Such as "im Jahr 1876", "1799-1851)", "seit 1870", but not "seit 1870 Stunden"."""
    if before in words.SINCE:
        behind = place.after().lower()
        return behind not in words.TIME_NOUNS and behind not in words.PERIODS[place.language]
    is_life = bool(_LIFETIME.match(place.text, place.start, place.unit.end))
    return is_life or before.startswith(("jahr", "year"))


def _is_owned(place: Place) -> bool:
    """Such as "© 2016", "© 1999-2016"."""
    start = place.start
    return bool(_COPYRIGHT.search(place.text[max(0, start - _LONGEST_COPYRIGHT) : start]))


def _is_numbered(place: Place) -> bool:
    """Such as "rund 2000", "mehr als 2000", "ICE 2030"; not "bis mindestens 2030"."""
    before = place.before()
    if before == "mindestens" and place.before(2).lower() == "bis":
        return False
    if before in {"als", "than"}:
        return place.before(2).lower() in words.COMPARATIVES
    return before.lower() in words.NUMBER_SIGNS or before in words.NUMBERED


def _has_unit(place: Place, *, is_named: bool) -> bool:
    following = place.after().lower()
    return (
        following in UNITS
        or (not is_named and (following in SCALES_DE or following in SCALES_EN))
        or bool(_UNIT_SIGN.match(place.text, place.end, place.unit.end))
    )


def _is_count(place: Place, year: int, *, is_named: bool) -> bool:
    """Whether it counts what follows: "2000 Stellen", but not "the 2024 election"."""
    following = place.after()
    if place.language == "en":
        is_plural = following.endswith("s") or following == "people"
        return is_plural and following.islower() and not is_named
    is_counted = following[:1].isupper() and not place.before().lower().startswith("jahr")
    return year % _CENTURY == 0 and (is_counted or not is_named)

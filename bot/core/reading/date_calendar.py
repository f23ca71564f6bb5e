"""Dates by the calendar: digits and months, alone or together."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.core.language import date_words as words
from bot.core.language.date_words import THIS
from bot.core.reading.date_resolution import Expression, is_real
from bot.core.reading.date_wording import (
    YEAR_BEHIND,
    part_start,
    pointer,
    wording_start,
    year_pointed_at,
)

if TYPE_CHECKING:
    from bot.core.reading.date_place import Place

_LONG = "|".join(name for name in sorted(words.DAY_MONTHS) if name not in words.SHORT_MONTHS)
_MONTH = rf"(?:{_LONG})\b|(?:{'|'.join(sorted(words.SHORT_MONTHS))})\b\.?"
# A hyphen without blanks or between two: "2-" before a date is a page.
_JOIN = r"(?:\s?(?:und|bis zum|bis am|bis|oder|sowie|zum|and|to|or|/|–|,)\s?|\s-\s|-)"
_ORDINAL = r"(?:\.|st|nd|rd|th)?"

_ISO = re.compile(r"(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)(?!\d)(?:T[\d:.,+Z-]{4,30})?")
_DOTTED = re.compile(
    r"(?P<d>\d{1,2})\. ?(?P<m>\d{1,2})\.(?: ?(?P<y>\d{4})(?!\d)|(?P<yy>\d\d)(?!\d)|(?!\d))"
)
_DASHED = re.compile(r"(?P<d>\d{1,2})-(?P<m>\d{1,2})-(?P<y>\d{4})(?!\d)")
_SLASHED = re.compile(r"(?P<d>\d{1,2})/(?P<m>\d{1,2})/(?P<y>\d{4}|\d\d)(?!\d|/)")
_DAY_MONTH = re.compile(
    rf"(?P<d>\d{{1,2}}){_ORDINAL}\s{{0,2}}(?:of )?(?P<mon>{_MONTH})(?:,? {{1,2}}(?P<y>\d{{4}})\b)?"
)
_MONTH_DAY = re.compile(
    rf"(?P<mon>{_MONTH}) (?P<d>\d{{1,2}})(?:st|nd|rd|th)?\b(?!\d|[.,:]\d)"
    r"(?:,? (?P<y>\d{4})\b)?"
)
# The first of "15. und 16. März", "16. bis 20.07.", "15-17 March", with the last of them.
_LONE_DAY = re.compile(
    rf"(?P<d>\d{{1,2}}){_ORDINAL}(?=(?:{_JOIN}\d{{1,2}}\.){{0,3}}{_JOIN}(?:\w{{2,10}}, )?"
    rf"(?P<last>\d{{1,2}})(?:{_ORDINAL}\s?(?P<mon>{_MONTH})|\.\s?(?P<m>\d{{1,2}})\.)"
    r"(?: ?(?P<y>\d{4}))?)"
)
_DATES = (_ISO, _DOTTED, _DAY_MONTH, _DASHED, _SLASHED, _LONE_DAY)

_MAX_MONTH = 12
# "Straße des 17. Juni" is a place.
_STREETS = ("straße", "platz")
_SHORT_YEARS_TURN = 50
_NOT_BEFORE_DATE = frozenset("$€£¥#§+")


def read_digits(place: Place) -> Expression | None:
    """A date that begins with its day or is written in digits: 24.01.2025, 24. Januar."""
    start = place.start
    if start > place.unit.start and place.text[start - 1] in _NOT_BEFORE_DATE:
        return None
    for pattern in _DATES:
        match = pattern.match(place.text, start, place.unit.end)
        if match and (found := _dated(match, place)):
            return found
    return None


def read_month(place: Place) -> Expression | None:
    """A date that begins with a month, or the month alone where a preposition says so."""
    match = _MONTH_DAY.match(place.text, place.start, place.unit.end)
    if match and (found := _dated(match, place)):
        return found
    month = words.DAY_MONTHS[place.word]
    if behind := YEAR_BEHIND.match(place.text, place.end, place.unit.end):
        return Expression(
            part_start(place), behind.end(), "month", year=int(behind["y"]), month=month
        )
    if place.word not in words.MONTHS[place.language]:
        return None
    return _of_pointed_year(place, month) or _lone_month(place, month)


def read_day(place: Place) -> Expression | None:
    """A date with its day that begins at this word, in digits or with its month."""
    if place.word[0].isdigit():
        found = read_digits(place)
    elif place.word in words.DAY_MONTHS:
        match = _MONTH_DAY.match(place.text, place.start, place.unit.end)
        found = _dated(match, place) if match else None
    else:
        found = None
    return found if found and found.day is not None else None


def read_first_day(place: Place) -> tuple[Expression, Expression] | None:
    """The first of several days and the last one, which stands further behind."""
    match = _LONE_DAY.match(place.text, place.start, place.unit.end)
    found = _dated(match, place) if match else None
    if match is None or found is None:
        return None
    last = int(match["last"])
    return (
        (found, replace(found, day=last)) if is_real(found.year, found.month or 1, last) else None
    )


def _dated(match: re.Match[str], place: Place) -> Expression | None:
    parts = match.groupdict()
    day, month, year = int(parts["d"]), _month_of(parts), _year_of(parts)
    if match.re is _SLASHED:
        if day != month and max(day, month) <= _MAX_MONTH:  # 3/4/2025: which is the month?
            return Expression(match.start(), match.end(), is_open=True)
        day, month = max(day, month), min(day, month)
    if not is_real(year, month, day):
        return None
    if match.re is _DOTTED and year is None and place.before().lower() in words.VERSIONS:
        return None
    if place.before().lower() == "des" and place.before(2).lower().endswith(_STREETS):
        return None
    if year is not None:
        return Expression(match.start(), match.end(), year=year, month=month, day=day)
    pointed = year_pointed_at(place, match.end())
    return Expression(
        wording_start(place),
        pointed[0] if pointed else match.end(),
        month=month,
        day=day,
        weekday=_weekday_before(place),
        year_shift=pointed[1] if pointed else None,
        is_relative=True,
    )


def _weekday_before(place: Place) -> int | None:
    """The day of the week before the bracket in which the date stands: "Freitag (15. April)"."""
    start = place.start
    if place.skip or not place.index or place.text[start - 2 : start] != " (":
        return None
    before = place.at(place.index - 1)
    is_beside = before.end == start - 2
    return words.WEEKDAYS[place.language].get(before.word) if is_beside else None


def _month_of(parts: dict[str, str | None]) -> int:
    name = parts.get("mon")
    return words.DAY_MONTHS[name.rstrip(".")] if name else int(parts["m"] or 0)


def _year_of(parts: dict[str, str | None]) -> int | None:
    written = parts.get("y") or parts.get("yy")
    if not written:
        return None
    if len(written) == 4:  # noqa: PLR2004
        return int(written)
    return int(written) + (1900 if int(written) >= _SHORT_YEARS_TURN else 2000)


def _of_pointed_year(place: Place, month: int) -> Expression | None:
    """Such as "April vergangenen Jahres", "March of last year"."""
    pointed = year_pointed_at(place, place.end)
    if pointed is None:
        return None
    end, way = pointed
    return Expression(
        wording_start(place), end, "month", month=month, year_shift=way, is_relative=True
    )


def _lone_month(place: Place, month: int) -> Expression | None:
    if not _is_month(place) or place.text[place.end : place.end + 1] == "-":
        return None
    way = pointer(place) or THIS
    return Expression(
        wording_start(place),
        place.end,
        "month",
        month=month,
        way=way,
        is_strict=way != THIS,
        is_relative=True,
    )


def _is_month(place: Place) -> bool:
    """Whether a preposition says that it is no name ("Theresa May", "August Müller")."""
    before = place.before().lower()
    if before in words.SHORT_JOINS:
        return place.before(2) in words.MONTHS[place.language]
    if before in words.POINTERS[place.language]:
        return True
    is_weak = before not in words.SURE_MONTH_PREPOSITIONS
    if is_weak and place.word in words.MONTHS_LIKE_NAMES:
        return before in words.MONTH_PREPOSITIONS["de"] and not place.after()[:1].isupper()
    return before in words.MONTH_PREPOSITIONS[place.language]

"""Days of the week and feasts, alone or with the date behind them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.core.language import date_words as words
from bot.core.language.date_words import THIS
from bot.core.reading.date_calendar import read_day, read_first_day
from bot.core.reading.date_resolution import Expression
from bot.core.reading.date_wording import (
    YEAR_BEHIND,
    end_with_time_of_day,
    pointer,
    wording_start,
)

if TYPE_CHECKING:
    from bot.core.reading.date_place import Place

_OF_WEEK = re.compile(r" (?:of the |of |der |in der )?(?P<way>\w{3,15}) (?:Woche|week)\b")
_TO_DATE = re.compile(r"\.?(?: ?[,·(|]|,? de[nmr])? ?(?:de[nmr] )?(?=[\dA-Z])")
_DAY = "|".join(sorted(words.WEEKDAYS["de"] | words.WEEKDAYS["en"]))
_SECOND = re.compile(
    rf"(?:/|–|-| – | (?:und|oder|bis|and|or|to) )(?:{_DAY})(?:,|,? de[nmr]| \()? ?(?=\d)"
)
# "Ostermontag 1066": of a year, though not one that is read.
_UNREAD_YEAR = re.compile(r",? {1,2}(?:of )?\d{4}\b")
_SUNDAY = 6


def read_weekday(place: Place) -> Expression | None:
    """A day of the week, with the date behind it if there is one."""
    weekday = words.WEEKDAYS[place.language][place.word]
    if _is_name(place, weekday):
        return None
    found = _first_of_two(place, weekday) or _second_of_two(place, weekday)
    if found or (found := _weekday_with_date(place, weekday)):
        return found
    end = end_with_time_of_day(place)
    if place.before().lower() in words.EVERY:
        return Expression(place.start, end, is_open=True)
    behind = _OF_WEEK.match(place.text, place.end, place.unit.end)
    if behind and behind["way"].lower() in words.TOLD_WEEKS:
        return Expression(wording_start(place), behind.end(), is_open=True)
    week = words.POINTERS[place.language].get(behind["way"].lower()) if behind else None
    way = pointer(place) or THIS
    return Expression(
        wording_start(place),
        behind.end() if behind and week is not None else end,
        weekday=weekday,
        shift=words.DAY_ADJECTIVES.get(place.before().lower()),
        week=week,
        way=way,
        is_strict=way != THIS,
        is_relative=True,
    )


def read_short_weekday(place: Place) -> Expression | None:
    """Such as "Mo., 11.01.2016": the abbreviation counts only with its date."""
    return _weekday_with_date(place, words.SHORT_WEEKDAYS[place.language][place.word])


def read_weekdays(place: Place) -> Expression:
    """Such as "an den Samstagen", which have no day, or the first ("…, 16. und 23. April")."""
    weekday = words.PLURAL_WEEKDAYS[place.language][place.word]
    return _weekday_with_date(place, weekday) or Expression(place.start, place.end, is_open=True)


def read_feast(place: Place) -> Expression:
    """A feast that moves with Easter, with its date or its year behind it if there is one."""
    days = words.FEASTS[place.word]
    if found := _weekday_with_date(place, (_SUNDAY + days) % 7):
        return found
    if behind := YEAR_BEHIND.match(place.text, place.end, place.unit.end):
        return Expression(place.start, behind.end(), year=int(behind["y"]), easter=days)
    if _UNREAD_YEAR.match(place.text, place.end, place.unit.end):
        return Expression(place.start, place.end, is_open=True)
    return Expression(wording_start(place), place.end, easter=days, is_relative=True)


def _is_name(place: Place, weekday: int) -> bool:
    """Such as "Bild am Sonntag", "Black Friday", "Sunday Times"; not "Die Welt am Mittwoch"."""
    before = place.before().lower()
    return (
        before in words.NAMED_DAYS
        or (weekday == _SUNDAY and place.before(2).lower() in words.PAPERS)
        or place.after().lower() in words.PAPER_TAILS
        or (
            place.text[place.end : place.end + 1] == "-"
            and place.text[place.end + 1 :][:1].isalpha()
        )
    )


def _first_of_two(place: Place, weekday: int) -> Expression | None:
    """The day of "Freitag" in "Freitag/Samstag, 18./19. März", "Freitag bis Sonntag, 18. bis …"."""
    second = _SECOND.match(place.text, place.end, place.unit.end)
    target = _place_at(place, second.end()) if second else None
    days = read_first_day(target) if target else None
    return _dated(place, days[0], weekday) if days else None


def _second_of_two(place: Place, weekday: int) -> Expression | None:
    """The day of "Samstag" in "Freitag/Samstag, 18./19. März"."""
    is_second = any(
        place.index >= steps
        and place.unit.words[place.index - steps] in words.WEEKDAYS[place.language]
        for steps in (1, 2)
    )
    gap = _TO_DATE.match(place.text, place.end, place.unit.end) if is_second else None
    target = _place_at(place, gap.end()) if gap else None
    days = read_first_day(target) if target else None
    return _dated(place, days[1], weekday) if days else None


def _weekday_with_date(place: Place, weekday: int) -> Expression | None:
    """With the date behind it one date, but alone where the date stands in brackets.

    So do the annotators of the SmartData corpus: "Freitag, 15. April" is one span, "Freitag
    (15. April)" are two.
    """
    gap = _TO_DATE.match(place.text, place.end, place.unit.end)
    target = _place_at(place, gap.end()) if gap else None
    found = read_day(target) if target else None
    if gap is None or found is None:
        return None
    if "(" in gap.group():
        return _dated(place, found, weekday)
    start = wording_start(place) if found.is_relative else place.start
    return replace(found, start=start, weekday=weekday)


def _dated(place: Place, found: Expression, weekday: int) -> Expression:
    """The day of the week itself, on the day that is said behind it."""
    start = wording_start(place) if found.is_relative else place.start
    return replace(found, start=start, end=place.end, weekday=weekday)


def _place_at(place: Place, start: int) -> Place | None:
    """The word of the same unit that begins at `start`, a few words behind."""
    index = place.index + 1
    while index < len(place.unit.words) and place.at(index).start < start:
        index += 1
    if index == len(place.unit.words) or place.at(index).start != start:
        return None
    return place.at(index)

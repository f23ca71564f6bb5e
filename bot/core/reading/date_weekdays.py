"""Days of the week, alone or with the date behind them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.core.language import date_words as words
from bot.core.language.date_words import THIS
from bot.core.reading.date_calendar import read_day
from bot.core.reading.date_resolution import Expression
from bot.core.reading.date_wording import end_with_time_of_day, pointer, wording_start

if TYPE_CHECKING:
    from bot.core.reading.date_place import Place

_OF_WEEK = re.compile(r" (?:of |der |in der )?(?P<way>\w{3,12}) (?:Woche|week)\b")
_TO_DATE = re.compile(r"\.?(?: ?[,·(|]|,? de[nmr])? ?(?:de[nmr] )?(?=[\dA-Z])")


def read_weekday(place: Place) -> Expression | None:
    """A day of the week, with the date behind it if there is one."""
    if _is_name(place):
        return None
    weekday = words.WEEKDAYS[place.language][place.word]
    if found := _weekday_with_date(place, weekday):
        return found
    end = end_with_time_of_day(place)
    if place.before().lower() in words.EVERY:
        return Expression(place.start, end, is_open=True)
    behind = _OF_WEEK.match(place.text, place.end, place.unit.end)
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


def _is_name(place: Place) -> bool:
    """Such as "Bild am Sonntag", "Black Friday", "Sunday Times"."""
    before = place.before().lower()
    return (
        before in words.NAMED_DAYS
        or place.before(2).lower() in words.PAPERS
        or place.after().lower() in words.PAPER_TAILS
        or (
            place.text[place.end : place.end + 1] == "-"
            and place.text[place.end + 1 :][:1].isalpha()
        )
    )


def _weekday_with_date(place: Place, weekday: int) -> Expression | None:
    gap = _TO_DATE.match(place.text, place.end, place.unit.end)
    following = place.index + 1
    while gap and following < len(place.unit.words) and place.at(following).start < gap.end():
        following += 1
    if not gap or following >= len(place.unit.words):
        return None
    target = place.at(following)
    if target.start != gap.end():
        return None
    found = read_day(target)
    if found is None:
        return None
    start = wording_start(place) if found.is_relative else place.start
    return replace(found, start=start, weekday=weekday)

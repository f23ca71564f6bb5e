"""What stands around a date word and belongs to it: "Anfang", "am vergangenen", a year behind."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.core.language import date_words as words

if TYPE_CHECKING:
    from bot.core.reading.date_place import Place

YEAR_BEHIND = re.compile(r"\.?,? {1,2}(?:of )?(?P<y>(?:1[5-9]|20)\d\d)\b(?!-|[.,]\d)")
_OF_YEAR = re.compile(r" (?:of |des )?(?P<way>\w{3,12}) (?:Jahre?s?|year)\b")
_TIME_BEHIND = re.compile(r" (?P<time>\w{3,10})\b")
_MOST_STEPS = 5


def pointer(place: Place) -> int | None:
    """PAST, FUTURE or THIS if the word before points ("vergangenen", "next"), else None."""
    return words.POINTERS[place.language].get(place.before().lower())


def year_pointed_at(place: Place, end: int) -> tuple[int, int] | None:
    """Where "vergangenen Jahres" or "of last year" right behind `end` ends, and which it is."""
    behind = _OF_YEAR.match(place.text, end, place.unit.end)
    way = words.POINTERS[place.language].get(behind["way"].lower()) if behind else None
    return (behind.end(), way) if behind and way is not None else None


def part_start(place: Place) -> int:
    """Where the wording of the date begins with its part ("Ende Januar", "early March")."""
    before = place.before().lower()
    if before in words.PARTS[place.language]:
        return place.start_before(1)
    if before == "of" and place.before(2).lower() in words.PARTS["en"]:
        return place.start_before(2)
    return place.start


def has_part(place: Place) -> bool:
    """Whether "Anfang", "Mitte" or "Ende" (des, dieses, vergangenen) stands before."""
    steps = 1
    while _is_between(place, steps) and steps < _MOST_STEPS:
        steps += 1
    return place.before(steps).lower() in words.PARTS[place.language]


def wording_start(place: Place) -> int:
    """Where a date that counts from the day of publication begins: "Am vergangenen Montag"."""
    steps = 0
    while steps < _MOST_STEPS and _is_between(place, steps + 1):
        steps += 1
    if place.before(steps + 1).lower() in words.PARTS[place.language]:
        steps += 1
    if place.before(steps + 1).lower() in words.WORDING_STARTS[place.language]:
        steps += 1
        if place.before(steps + 1).lower() == "bis":
            steps += 1
    return place.start_before(steps)


def end_with_time_of_day(place: Place) -> int:
    """Where the date ends with its part of the day: "Montag Vormittag", "heute Abend"."""
    match = _TIME_BEHIND.match(place.text, place.end, place.unit.end)
    return match.end() if match and match["time"] in words.DAYTIMES else place.end


def _is_between(place: Place, steps: int) -> bool:
    lowered = place.before(steps).lower()
    return (
        lowered in words.POINTERS[place.language]
        or lowered in words.ARTICLES
        or lowered in words.DAY_ADJECTIVES
        or lowered == "of"
    )

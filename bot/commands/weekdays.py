"""Days of the week as somebody writes them."""

from __future__ import annotations

from itertools import chain

_NAMES = ("mo", "di tu", "mi we", "do th", "fr", "sa", "so su")
_NUMBERS = {name: number for number, names in enumerate(_NAMES) for name in names.split()}
_WEEK = 7
_DAILY = ("täglich", "taeglich", "daily")


def parse_weekdays(text: str) -> tuple[int, ...]:
    """The days, from 0 for Monday: "mo-fr", "mo,mi,fr", "Montag", "daily", in two languages.

    Raises:
        ValueError: one is no day of the week.
    """
    if text.strip().lower() in _DAILY:
        return tuple(range(_WEEK))
    parts = (part for part in text.replace(",", " ").split() if part)
    return tuple(sorted(set(chain.from_iterable(_days_of(part) for part in parts))))


def _days_of(part: str) -> tuple[int, ...]:
    first, dash, last = part.partition("-")
    start, end = _day(first), _day(last) if dash else _day(first)
    # "sa-mo" goes over the end of the week.
    return tuple((start + step) % _WEEK for step in range((end - start) % _WEEK + 1))


def _day(name: str) -> int:
    number = _NUMBERS.get(name.strip().lower()[:2])
    if number is None:
        reason = "holds no day of the week; write it as mo-fr or mo,mi,fr"
        raise ValueError(reason)
    return number

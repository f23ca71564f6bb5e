"""Figures: numbers with their unit, what they count and how exact they are."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from bot.core.language.number_words import HALVES, ONES, number_words
from bot.core.language.remembered import Remembered
from bot.core.models import Figure, Range
from bot.core.reading.date_place import Place
from bot.core.reading.dates import find_dates
from bot.core.reading.figure_amounts import Amount, read_amount
from bot.core.reading.figure_context import counted_by, is_figure, qualifier_of, refers_back
from bot.core.reading.figure_votes import name_sides

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.core.models import Article, DateMention, Draft, Language, Sentence

_RANGE = re.compile(
    r"\s?(?:–|—|-|\b(?:bis zu|bis|to|auf)\b)\s?(?:rund |etwa |über |zu )?(?:[A-Z]{0,3}[$€£])?"
)
_SHARES = re.compile(r" (?:zu|gegen) ")
_PAIR = re.compile(r"\s(?:und|and)\s(?:[A-Z]{0,3}[$€£])?")
_BETWEEN = re.compile(r"\b(?:zwischen|between) [$€£]?$", re.IGNORECASE)
_THOUSAND = 1000
_SHORTEST_COMPOUND = 6
_LONGEST_RANGE = 60
_SENTENCE_MARKS = re.compile(r"[.;:?!„“”]")
_PASSIVE_BEHIND = re.compile(r" (?:wurden|werden|were|are)\b")


def find_figures(draft: Draft, dates: tuple[DateMention, ...] | None = None) -> tuple[Figure, ...]:
    """All figures in the order of the text; none overlaps a date or another figure.

    The range is number and unit; what is counted stands in `counts` in the article's own words,
    "" where that is not certain. `dates` are those of the draft, found anew if not given.
    """
    taken = find_dates(draft) if dates is None else dates
    days = iter([*(mention.range for mention in taken), Range(len(draft.article.text) + 1, 0)])
    day = next(days)
    figures: list[Figure] = []
    for unit in draft.units:
        for figure in _figures(draft.article, unit):
            while day.end and day.end <= figure.range.start:
                day = next(days)
            if not figure.range.overlaps(day):
                figures.append(figure)
    return tuple(figures)


def _figures(article: Article, unit: Sentence) -> Iterator[Figure]:
    text, language = article.text, article.language
    amounts = _joined(text, list(_amounts(article, unit)))
    counted = [counted_by(text, unit, amount, language) for amount in amounts]
    sides = name_sides(text, unit, amounts, counted)
    for number, amount in enumerate(amounts):
        counts = sides.get(number, counted[number])
        if (
            not counts
            and number + 1 < len(amounts)
            and _are_range(text, amount, amounts[number + 1])
        ):
            counts = counted[number + 1]
        if not counts and number and _goes_on(text, amounts[number - 1], amount):
            counts = counted[number] = counted[number - 1]
        if number in sides or (
            is_figure(text, unit, amount, counts) and not refers_back(text, unit, amount)
        ):
            yield Figure(
                range=Range(amount.start, amount.end),
                value=amount.value,
                unit=amount.unit,
                counts=counts,
                qualifier=qualifier_of(text, unit, amount),
            )


def _goes_on(text: str, before: Amount, amount: Amount) -> bool:
    """Whether the noun was said before: "14 Menschen starben, 30 wurden verletzt"."""
    bare = not (amount.unit or before.unit or amount.is_bound)
    gap = text[before.end : amount.start]
    near = len(gap) <= _LONGEST_RANGE and not _SENTENCE_MARKS.search(gap)
    return bare and near and bool(_PASSIVE_BEHIND.match(text, amount.end))


def _amounts(article: Article, unit: Sentence) -> Iterator[Amount]:
    beginnings = _beginnings(article.language)
    end = unit.start
    for index, word in enumerate(unit.words):
        if not beginnings[word] or unit.start + unit.offsets[index] < end:
            continue
        place: Place | None = Place(article.text, unit, index, article.language)
        while place:
            amount = read_amount(place)
            if amount and amount.start >= end:
                end = amount.end
                yield amount
            # Only votes are read before a colon: "23:18 Stimmen".
            place = _behind(place, "-") or (_behind(place, ":") if amount else None)


@lru_cache(maxsize=2)
def _beginnings(language: Language) -> Remembered[bool]:
    """Whether a word, as written, can begin an amount."""
    lower = {*number_words(language), *ONES, *HALVES, "half", "hundert", "tausend"}
    known = frozenset(lower | {word.capitalize() for word in lower})
    return Remembered(
        lambda word: word[0].isdecimal() or word in known or _is_compound(word, known)
    )


def _is_compound(word: str, beginnings: frozenset[str]) -> bool:
    """Such as "zweihundert", "dreitausend", "Fünf-Prozent-Hürde"."""
    if len(word) < _SHORTEST_COMPOUND:
        return False
    return "hundert" in word or "tausend" in word or word.partition("-")[0] in beginnings


def _behind(place: Place, joint: str) -> Place | None:
    """The second number of "10-15"."""
    mark = place.word.find(joint)
    if (
        mark < 1
        or len(place.word) > _LONGEST_RANGE
        or not place.word[mark + 1 : mark + 2].isdecimal()
    ):
        return None
    return replace(place, skip=place.skip + mark + 1)


def _joined(text: str, amounts: list[Amount]) -> list[Amount]:
    """Lend the first number of a range scale and unit of the second: "300 auf 500 Millionen"."""
    for number in range(len(amounts) - 2, -1, -1):
        first, second = amounts[number], amounts[number + 1]
        if not _are_range(text, first, second):
            continue
        has_sign = not text[first.start].isalnum()
        if has_sign and not second.unit:
            amounts[number + 1] = second = replace(second, unit=first.unit)
        is_whole = first.scale > 1 or first.mantissa >= _THOUSAND or (first.unit and not has_sign)
        amounts[number] = replace(
            first,
            unit=first.unit or second.unit,
            scale=first.scale if is_whole else second.scale,
        )
    return amounts


def _are_range(text: str, first: Amount, second: Amount) -> bool:
    if first.unit and second.unit and first.unit != second.unit:
        return False
    gap = text[first.end : second.start]
    if _RANGE.fullmatch(gap) or (second.unit == "percent" and _SHARES.fullmatch(gap)):
        return True
    return bool(
        _PAIR.fullmatch(gap) and _BETWEEN.search(text[max(0, first.start - 12) : first.start])
    )

"""Dates in the text, absolute and relative to the day of publication."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from bot.core.language import date_words as words
from bot.core.language.remembered import Remembered
from bot.core.models import DateMention, Range
from bot.core.reading import date_calendar as calendar
from bot.core.reading import date_relative as relative
from bot.core.reading import date_weekdays as weekdays
from bot.core.reading.date_place import Place
from bot.core.reading.date_resolution import Expression, resolve
from bot.core.reading.date_tense import find_tense
from bot.core.reading.date_years import read_year

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bot.core.models import Article, Draft, Language, Sentence

    Reader = Callable[[Place], Expression | None]

_LONGEST_RANGE = 60
_LONGEST_LIMIT = 20


def find_dates(draft: Draft) -> tuple[DateMention, ...]:
    """All dates in the order of the text, none overlapping another.

    Where a date counts from the day of publication its range is its whole wording ("Am Montag",
    kept in `resolved_from`); without that day, and where the wording leaves several days open
    ("letzte Woche"), its `date` is None. An adverb alone ("heute", "gestern") is a date only if
    that day is known: the annotators of the SmartData corpus, whose texts have none, count one
    in eight of them, but all that stand with their time ("heute, 07:45").
    """
    article = draft.article
    return tuple(
        _mention(article, unit, expression)
        for unit in draft.units
        for expression in _expressions(article, unit)
    )


def _expressions(article: Article, unit: Sentence) -> Iterator[Expression]:
    readers = _readers(article.language, is_dated=article.published_on is not None)
    end = unit.start
    for index, word in enumerate(unit.words):
        reader = readers[word]
        if reader is None or unit.start + unit.offsets[index] < end:
            continue
        place = Place(article.text, unit, index, article.language)
        found = reader(place)
        while found and found.start >= end:
            end = found.end
            yield found
            rest = _rest(place, end)
            if rest is None:
                break
            place, found = rest, _read_digit(rest)


def _rest(place: Place, end: int) -> Place | None:
    """What is left of a word such as "2014-2016" behind a date that ends inside it."""
    if (
        len(place.word) > _LONGEST_RANGE
        or not place.start < end < place.end - 1
        or place.text[end] != "-"
    ):
        return None
    skip = place.skip + end + 1 - place.start
    return replace(place, skip=skip) if place.text[end + 1].isdecimal() else None


def _mention(article: Article, unit: Sentence, expression: Expression) -> DateMention:
    part = Range(expression.start, expression.end)
    if _is_limit(article, part):
        expression = replace(expression, is_limit=True)
    tense = 0
    if expression.is_relative and expression.shift is None:
        tense = find_tense(
            article.text, unit.range, part, article.language, is_limit=expression.is_limit
        )
    return DateMention(
        range=part,
        date=resolve(expression, article.published_on, tense),
        precision=expression.precision,
        resolved_from=article.cut(part) if expression.is_relative else None,
    )


def _is_limit(article: Article, part: Range) -> bool:
    """Whether the date is that up to which something goes on or is to be done."""
    if article.cut(part).partition(" ")[0].lower() in words.LIMITS:
        return True
    before = article.text[max(0, part.start - _LONGEST_LIMIT) : part.start].lower()
    return before.endswith(words.LIMITS_BEFORE)


def _read_digit(place: Place) -> Expression | None:
    return calendar.read_digits(place) or read_year(place)


@lru_cache(maxsize=4)
def _readers(language: Language, *, is_dated: bool) -> Remembered[Reader | None]:
    """The reader for each word, as written, that can begin or carry a date."""
    adverb = relative.read_adverb if is_dated else relative.read_timed_adverb
    table: dict[str, Reader] = {}
    for keys, reader, is_any_case in (
        (words.SHORT_WEEKDAYS[language], weekdays.read_short_weekday, False),
        (words.PERIODS[language], relative.read_period, True),
        (words.DAY_ADVERBS[language], adverb, True),
        (words.YEAR_PARTS, relative.read_year_part, True),
        (words.PREVIOUS_YEARS, relative.read_previous_year, True),
        (words.SEASONS[language], relative.read_season, False),
        (words.HOLIDAYS, relative.read_holiday, False),
        (words.FEASTS, weekdays.read_feast, False),
        (("Q1", "Q2", "Q3", "Q4"), relative.read_quarter, False),
        (words.WEEKDAYS[language], weekdays.read_weekday, False),
        (words.PLURAL_WEEKDAYS[language], weekdays.read_weekdays, False),
        (words.DAY_MONTHS, calendar.read_month, False),
    ):
        for key in keys:
            table[key] = reader
            if is_any_case:
                table[key.capitalize()] = reader
    return Remembered(lambda word: _read_digit if word[0].isdecimal() else table.get(word))

"""Sentences of two articles of which one says the contrary of what the other says.

One denies it outright, or has the opposite word for it: "genehmigt" and "abgelehnt".
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, get_args

from bot.core.alike import WordSets, similarity
from bot.core.assertions import contradicts, may_be_of_same_matter
from bot.core.figure_disputes import LONGEST_SIDE
from bot.core.joining import SAME_WORDS
from bot.core.language.content_words import STOPWORDS
from bot.core.language.count_words import EMPTY
from bot.core.language.opposite_words import COUNTED, OPPOSITES, PARTED_OPPOSITES
from bot.core.models import Precision
from bot.core.origins import origin_of
from bot.core.points import candidate_point
from bot.core.within import inside

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.core.assertions import Assertion
    from bot.core.cards import Point
    from bot.core.joining import Sayings
    from bot.core.models import Sentence
    from bot.core.ranking import Candidate, Evidence

_RELEVANT = 0.5
# Later it is not denied but has changed.
_SAME_DAYS = 31
# A share that rose by three percent on Monday may have fallen by as much on Friday.
_SAME_FIGURE_DAYS = 1


def find_opposites(evidence: Evidence) -> Iterator[tuple[Point, Point]]:
    """Pairs of points, those in the most similar words first, the earlier article's side first."""
    told = [one for one in evidence.candidates if _is_told(one)]
    words = WordSets(one.words for one in told)
    found: list[tuple[float, Candidate, Candidate]] = []
    for place, one in enumerate(told):
        for number in words.find(one.words, SAME_WORDS):
            other = told[number]
            if number >= place or not _is_same_time(one, other):
                continue
            if _are_contrary(one, other, evidence.said):
                first, second = sorted((one, other), key=_when)
                found.append((-similarity(one.words, other.words), first, second))
    found.sort(key=lambda row: (row[0], row[1].key, row[2].key))
    for _, one, other in found:
        sides = candidate_point(one, LONGEST_SIDE), candidate_point(other, LONGEST_SIDE)
        if sides[0] is not None and sides[1] is not None:
            yield sides[0], sides[1]


def _are_contrary(one: Candidate, other: Candidate, said: Sayings) -> bool:
    if may_be_of_same_matter(one.words, other.words) and contradicts(said.of(one), said.of(other)):
        return True
    return (
        _are_opposite(one, other)
        and _is_same_moment(one, other)
        and _are_plain(said.of(one), said.of(other))
    )


def _is_told(candidate: Candidate) -> bool:
    """Whether it is a statement about the topic that a reader understands alone."""
    traits = candidate.traits
    return (
        candidate.relevance >= _RELEVANT
        and traits.stands_alone
        and not (traits.asks or traits.judges)
    )


def _is_same_time(one: Candidate, other: Candidate) -> bool:
    first, second = one.reading.article, other.reading.article
    if first.id == second.id:
        return False
    if first.published_on is None or second.published_on is None:
        return True
    return abs((first.published_on - second.published_on).days) <= _SAME_DAYS


def _are_plain(one: Assertion, other: Assertion) -> bool:
    """Whether both state, of the same people and figures, what is so: no denial, hedge or plan.

    "abgelehnt" alone counts as a word that denies.
    """
    return (
        one.language == other.language
        and one.names == other.names
        and one.amounts == other.amounts
        and one.modality == other.modality
        and not (one.denied or other.denied or one.is_hedged or other.is_hedged)
        and not (one.turned | other.turned) - {"denial"}
    )


@dataclass(frozen=True, slots=True)
class _Turn:
    """What a sentence says by one of two opposites, and of what: its other words in order."""

    pair: int
    is_first: bool
    matter: tuple[str, ...]


def _are_opposite(one: Candidate, other: Candidate) -> bool:
    """Whether they differ in one word and its opposite alone, in papers of different houses.

    Days, and words that say next to nothing, may be told by one of them only.
    """
    houses = origin_of(one.reading.article), origin_of(other.reading.article)
    if houses[0] == houses[1]:
        return False
    first, second = _turn_of(one), _turn_of(other)
    return (
        first is not None
        and second is not None
        and first.pair == second.pair
        and first.is_first != second.is_first
        and first.matter == second.matter
    )


def _turn_of(candidate: Candidate) -> _Turn | None:
    """None if it has no such word, or more than one."""
    sentence = candidate.sentence
    parted = _parted(sentence)
    whole = [parted.get(place, lemma) for place, lemma in enumerate(sentence.lemmas)]
    found = {place: OPPOSITES[word] for place, word in enumerate(whole) if word in OPPOSITES}
    if len(found) > 1:
        # "Der Gewinn stieg": what rose is the profit.
        found = {place: found[place] for place in found if whole[place] not in COUNTED}
    if len(found) != 1:
        return None
    ((turning, (pair, is_first)),) = found.items()
    dates = inside(candidate.reading.analysis.dates, sentence.range)
    matter = tuple(
        word
        for place, word in enumerate(whole)
        if place != turning
        and word
        and word not in STOPWORDS
        and word not in EMPTY
        and not any(mention.range.contains(sentence.word_range(place)) for mention in dates)
    )
    return _Turn(pair, is_first, matter) if matter else None


def _parted(sentence: Sentence) -> dict[int, str]:
    """The places of verbs whose part stands behind them, with the whole verb; "" for the part."""
    out: dict[int, str] = {}
    lemmas = sentence.lemmas
    for (verb, part), whole in PARTED_OPPOSITES.items():
        if verb in lemmas and part in lemmas:
            first = lemmas.index(verb)
            last = len(lemmas) - 1 - lemmas[::-1].index(part)
            # The part ends its clause.
            if first < last and last == len(lemmas) - 1:
                out |= {first: whole, last: ""}
    return out


def _is_same_moment(one: Candidate, other: Candidate) -> bool:
    """Whether both tell of one day; of one figure, if neither names a day, of days in a row."""
    if _name_other_times(one, other):
        return False
    first, second = _days(one), _days(other)
    if first and second:
        return True
    printed, printed_too = one.reading.article.published_on, other.reading.article.published_on
    if printed is None or printed_too is None:
        return False
    if first or second:
        silent = printed_too if first else printed
        return any(0 <= (silent - day).days <= 1 for day in first | second)
    apart = abs((printed - printed_too).days)
    return apart <= (_SAME_FIGURE_DAYS if one.figures else 0)


def _name_other_times(one: Candidate, other: Candidate) -> bool:
    """Whether each names days, months or years, and none that the other names."""
    return any(
        first and second and first.isdisjoint(second)
        for first, second in (
            (_named(one, precision), _named(other, precision)) for precision in get_args(Precision)
        )
    )


def _days(candidate: Candidate) -> frozenset[date]:
    """The days that the sentence names."""
    return frozenset(map(date.fromisoformat, _named(candidate, "day")))


def _named(candidate: Candidate, precision: Precision) -> frozenset[str]:
    dates = inside(candidate.reading.analysis.dates, candidate.sentence.range)
    return frozenset(one.date for one in dates if one.date and one.precision == precision)


def _when(candidate: Candidate) -> tuple[int, tuple[str, int]]:
    day = candidate.reading.article.published_on
    return (day.toordinal() if day else 0, candidate.key)

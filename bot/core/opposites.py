"""Sentences of two articles of which one denies outright what the other says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.core.alike import WordSets, similarity
from bot.core.assertions import contradicts
from bot.core.figure_disputes import LONGEST_SIDE
from bot.core.joining import SAME_WORDS, Sayings
from bot.core.points import candidate_point

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.core.cards import Point
    from bot.core.ranking import Candidate, Evidence

_RELEVANT = 0.5
# Later it is not denied but has changed.
_SAME_DAYS = 31


def find_opposites(evidence: Evidence) -> Iterator[tuple[Point, Point]]:
    """Pairs of points, those in the most similar words first, the earlier article's side first."""
    said = Sayings()
    told = [one for one in evidence.candidates if _is_told(one)]
    words = WordSets(one.words for one in told)
    found: list[tuple[float, Candidate, Candidate]] = []
    for place, one in enumerate(told):
        for number in words.find(one.words, SAME_WORDS):
            other = told[number]
            if number >= place or not _is_same_time(one, other):
                continue
            if contradicts(said.of(one), said.of(other)):
                first, second = sorted((one, other), key=_when)
                found.append((-similarity(one.words, other.words), first, second))
    found.sort(key=lambda row: (row[0], row[1].key, row[2].key))
    for _, one, other in found:
        sides = candidate_point(one, LONGEST_SIDE), candidate_point(other, LONGEST_SIDE)
        if sides[0] is not None and sides[1] is not None:
            yield sides[0], sides[1]


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


def _when(candidate: Candidate) -> tuple[int, tuple[str, int]]:
    day = candidate.reading.article.published_on
    return (day.toordinal() if day else 0, candidate.key)

"""What changed between two states of a topic. Pure: two states in, a delta out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.core.disputes import differ
from bot.core.language.folding import fold
from bot.core.models import Change, Delta
from bot.core.points import candidate_point, point_of
from bot.core.ranking import content_words, similarity
from bot.core.subjects import sentences_at
from bot.core.within import inside

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet
    from datetime import date

    from bot.core.models import Figure, Point, Reading
    from bot.core.ranking import Candidate, Evidence

MOST_CHANGES = 3
LONGEST_CHANGE = 160
_KNOWN_ALREADY = 0.5
_SAME_COUNT = 0.3
_RELEVANT = 0.5


def compare(
    before: Evidence,
    after: Evidence,
    *,
    added: AbstractSet[str],
    gone: AbstractSet[str],
    since: date | None,
) -> Delta:
    """What `after` tells of the topic that `before` did not, at most three changes.

    `added` and `gone` are the ids of all articles of the topic that came and went; the
    evidence holds only the most telling. New if there was nothing before, unchanged if no
    article came or went.
    """
    if not before.articles:
        return Delta("new", None, ())
    if not added and not gone:
        return Delta("unchanged", since, ())
    changes = [*_told_anew(before, after, added), *_withdrawn(before, gone)]
    return Delta("updated", since, tuple(changes[:MOST_CHANGES]))


def _told_anew(before: Evidence, after: Evidence, added: AbstractSet[str]) -> Iterator[Change]:
    known = [
        content_words(one.reading, number)
        for one in before.articles
        for number in range(len(one.reading.analysis.sentences))
        if (one.reading.article.id, number) in before.relevance
    ]
    shown: list[frozenset[str]] = []
    for candidate in sorted(after.candidates, key=lambda one: (-one.weight, one.key)):
        if candidate.reading.article.id not in added or not _is_news(candidate):
            continue
        if any(similarity(candidate.words, words) >= _KNOWN_ALREADY for words in (*known, *shown)):
            continue
        change = _change(candidate, before)
        if change is not None:
            shown.append(candidate.words)
            yield change
        if len(shown) == MOST_CHANGES:
            return


def _is_news(candidate: Candidate) -> bool:
    return candidate.relevance >= _RELEVANT and candidate.traits.is_plain


def _change(candidate: Candidate, before: Evidence) -> Change | None:
    """A number that differs from one told before is a change of it, all else is new."""
    point = candidate_point(candidate, LONGEST_CHANGE)
    if point is None:
        return None
    for figure in inside(candidate.reading.analysis.figures, candidate.sentence.range):
        earlier = _earlier_figure(figure, candidate, before)
        if earlier is not None:
            return Change("changed", point, earlier)
    return Change("new", point)


def _earlier_figure(figure: Figure, candidate: Candidate, before: Evidence) -> Point | None:
    if not figure.counts:
        return None
    for one in before.articles:
        for other in one.reading.analysis.figures:
            if fold(other.counts) != fold(figure.counts) or other.unit != figure.unit:
                continue
            if differ(figure, other) and _is_same_matter(candidate, one.reading, other):
                return _sentence_with(one.reading, other)
    return None


def _is_same_matter(candidate: Candidate, reading: Reading, figure: Figure) -> bool:
    numbers = sentences_at(reading.analysis.sentences, (figure.range,))
    return any(
        similarity(candidate.words, content_words(reading, number)) >= _SAME_COUNT
        for number in numbers
    )


def _sentence_with(reading: Reading, figure: Figure) -> Point | None:
    numbers: Sequence[int] = sentences_at(reading.analysis.sentences, (figure.range,))
    for number in numbers:
        sentence = reading.analysis.sentences[number]
        return point_of(reading, sentence, LONGEST_CHANGE, keep=(figure.range,))
    return None


def _withdrawn(before: Evidence, gone: AbstractSet[str]) -> Iterator[Change]:
    """The best sentence of each article that is gone, unless somebody else said it too."""
    told: set[str] = set()
    for candidate in before.candidates:
        article_id = candidate.reading.article.id
        holders = {article_id, *(reading.article.id for reading, _ in candidate.supporters)}
        if not holders <= gone or article_id in told or not _is_news(candidate):
            continue
        point = candidate_point(candidate, LONGEST_CHANGE)
        if point is not None:
            told.add(article_id)
            yield Change("withdrawn", point)

"""Where a corrected article gives another figure than its version before. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.core.alike import similarity
from bot.core.cards import Change
from bot.core.points import point_of
from bot.core.ranking import content_words, numbers
from bot.core.versions import earlier_version
from bot.core.within import inside

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.core.cards import Point
    from bot.core.models import Reading

# A sentence in which a figure was corrected stays as it was but for that and a word or two.
_SAME_SENTENCE = 0.6


def corrected_pairs(
    now: Iterable[Reading], before: Iterable[Reading]
) -> tuple[tuple[Reading, Reading], ...]:
    """Articles of the earlier state with the version that has taken their place."""
    past = {one.article.id: one for one in before}
    pairs = ((earlier_version(one.article.id, past), one) for one in now)
    return tuple((past[old], new) for old, new in pairs if old is not None)


def find_corrections(before: Reading, after: Reading, *, limit: int) -> Iterator[Change]:
    """What was a figure in `before` and is another in `after`, in the order of the text.

    Each change holds the sentence as it is and as it was, in at most `limit` characters each.
    """
    earlier = [
        (number, _rest(before, number), _amounts(before, number))
        for number in range(len(before.analysis.sentences))
    ]
    for number in range(len(after.analysis.sentences)):
        words, amounts = _rest(after, number), _amounts(after, number)
        alike = [(similarity(words, other), -place, place, told) for place, other, told in earlier]
        likeness, _, place, told = max(alike, default=(0.0, 0, 0, frozenset()))
        if likeness < _SAME_SENTENCE or not amounts or not told or amounts == told:
            continue
        now, then = _point(after, number, limit), _point(before, place, limit)
        if now is not None and then is not None:
            yield Change("changed", now, then)


def _rest(reading: Reading, number: int) -> frozenset[str]:
    words = content_words(reading, number)
    return words - numbers(words)


def _amounts(reading: Reading, number: int) -> frozenset[object]:
    """The figures of a sentence, however they are written, and its other numbers."""
    part = reading.analysis.sentences[number].range
    figures = inside(reading.analysis.figures, part)
    told = {(figure.value, figure.unit) for figure in figures}
    return frozenset(told) or numbers(content_words(reading, number))


def _point(reading: Reading, number: int, limit: int) -> Point | None:
    sentence = reading.analysis.sentences[number]
    figures = [figure.range for figure in inside(reading.analysis.figures, sentence.range)]
    return point_of(reading, sentence, limit, keep=figures)

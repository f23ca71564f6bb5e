"""What learned weights say about the words of a line, kept for words that come again."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from struct import Struct
from typing import TYPE_CHECKING, Protocol

from bot.core.reading.name_features import (
    BEFORE_NOUNS,
    EDGE,
    NO_RULE,
    NO_SIGNS,
    ORDINARY_NOUN,
    REACH,
    Look,
    Signs,
    look_at,
    read_signs,
    sign_attributes,
    word_attributes,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bot.core.models import NameKind
    from bot.core.reading.name_lines import Lexicon, Line

    Points = tuple[int, ...]

# The order of labels in weights: none, then beginning and inside of each kind.
KINDS: tuple[NameKind, ...] = ("PER", "ORG", "LOC", "OTHER")
LABELS = ("O", *(f"{part}-{kind}" for kind in KINDS for part in "BI"))
# Points of weights are thousandths of a logarithm of chances.
SCALE = 1000
NEVER_REACHED = -(10**9)
_LANES = Struct(f"<{len(LABELS)}I")
_BESIDE = tuple(place for place in range(-REACH, REACH + 1) if place)
_KEPT_WORDS = 1 << 15
_KEPT_SIGNS = 1 << 13


class NameTagger(Protocol):
    """Learned weights; fulfilled from outside, since they lie in a file."""

    def points(self, attributes: Iterable[str]) -> int:
        """What the attributes together say for each of `LABELS`, packed into one number.

        Every label has 32 bits, the first the lowest, so that one addition adds them all. All
        labels may have the same amount too much: only differences count.
        """
        ...

    def moves(self) -> tuple[Points, ...]:
        """What speaks for each of `LABELS` (inner) after each of `LABELS` (outer)."""
        ...

    def __hash__(self) -> int:
        """Weights are told apart by identity; what follows from them is kept."""
        ...


@lru_cache(maxsize=2)
def scorer_of(tagger: NameTagger, lexicon: Lexicon) -> Scorer:
    """The scorer of these weights and words, the same at every call."""
    return Scorer(tagger, lexicon)


@dataclass(slots=True)
class _Known:
    """A word and what it says about its neighbours; about itself only once that is asked."""

    look: Look
    points: tuple[int, ...]
    own: int | None = None


class Scorer:
    """Scores words for each label, and keeps what single words and signs contribute."""

    def __init__(self, tagger: NameTagger, lexicon: Lexicon) -> None:
        """Nothing is known yet."""
        self.moves = _legal_moves(tagger)
        self._tagger = tagger
        self._lexicon = lexicon
        self._words: dict[str, _Known] = {}
        self._signs: dict[tuple[Signs, Signs, Signs], int] = {}
        self._edge = self._learn(EDGE)

    def score(self, line: Line, first: int, last: int, rules: Mapping[int, str]) -> list[Points]:
        """What everything around the words from `first` to `last` says for each label."""
        words = [self._known(line, n) for n in range(first - REACH, last + 1 + REACH)]
        signs = [
            self._sign(line, number, words[number - first + REACH], rules)
            for number in range(first - 1, last + 2)
        ]
        scores = []
        for place in range(last - first + 1):
            total = self._sign_points(signs[place], signs[place + 1], signs[place + 2])
            before, last_before, here, after, last_after = words[place : place + 2 * REACH + 1]
            total += before.points[0] + last_before.points[1] + self._own_points(here)
            total += after.points[2] + last_after.points[3]
            scores.append(_LANES.unpack(total.to_bytes(_LANES.size, "little")))
        return scores

    def is_idle(self, line: Line, first: int, last: int, rules: Mapping[int, str]) -> bool:
        """Whether this is an ordinary noun behind its article or adjective: most are."""
        return (
            first == last
            and first not in rules
            and self._known(line, first).look.sort == ORDINARY_NOUN
            and line.joined(first)
            and self._known(line, first - 1).look.sort in BEFORE_NOUNS
        )

    def _known(self, line: Line, number: int) -> _Known:
        if not 0 <= number < len(line.words):
            return self._edge
        word = line.words[number]
        known = self._words.get(word)
        if known is None:
            if len(self._words) >= _KEPT_WORDS:
                self._words.clear()
            known = self._words[word] = self._learn(look_at(word, self._lexicon))
        return known

    def _learn(self, look: Look) -> _Known:
        points = self._tagger.points
        return _Known(
            look,
            tuple(points(word_attributes(look, place, self._lexicon)) for place in _BESIDE),
        )

    def _own_points(self, known: _Known) -> int:
        if known.own is None:
            known.own = self._tagger.points(word_attributes(known.look, 0, self._lexicon))
        return known.own

    def _sign(self, line: Line, number: int, known: _Known, rules: Mapping[int, str]) -> Signs:
        if number < 0:
            return NO_SIGNS
        return read_signs(line, number, rules.get(number, NO_RULE), known.look.sort)

    def _sign_points(self, *around: Signs) -> int:
        before, here, after = around
        points = self._signs.get((before, here, after))
        if points is None:
            if len(self._signs) >= _KEPT_SIGNS:
                self._signs.clear()
            points = self._tagger.points(sign_attributes(before, here, after))
            self._signs[before, here, after] = points
        return points


def _legal_moves(tagger: NameTagger) -> tuple[Points, ...]:
    """What speaks for each label (outer) after each label (inner); no inside without beginning."""
    moves = tagger.moves()
    return tuple(
        tuple(
            NEVER_REACHED if label[0] == "I" and before[1:] != label[1:] else moves[old][new]
            for old, before in enumerate(LABELS)
        )
        for new, label in enumerate(LABELS)
    )

"""What learned weights say about the words of a line, kept for words that come again."""

from __future__ import annotations

from functools import lru_cache
from struct import Struct
from typing import TYPE_CHECKING, NamedTuple, Protocol

from bot.core.language.remembered import Remembered
from bot.core.reading.name_features import (
    BEFORE_NOUNS,
    EDGE,
    MARKS,
    NO_RULE,
    ORDINARY_NOUN,
    REACH,
    Look,
    Signs,
    look_at,
    sign_attributes,
    word_attributes,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bot.core.models import NameKind
    from bot.core.reading.name_lines import Lexicon, Line

    Points = tuple[int, ...]

# The order of labels in weights: none, then beginning and inside of each kind.
KINDS: tuple[NameKind, ...] = ("PER", "ORG", "LOC", "OTHER")
LABELS = ("O", *(f"{part}-{kind}" for kind in KINDS for part in "BI"))
# Points of weights are thousandths of a logarithm of chances.
SCALE = 1000
BEGINS = tuple(range(1, len(LABELS), 2))
NEVER_REACHED = -(10**9)
_LANES = Struct(f"<{len(LABELS)}I")
_EDGES = ("",) * REACH
_KEPT_WORDS = 1 << 16
_KEPT_SIGNS = 1 << 14


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


class Moves(NamedTuple):
    """What speaks for each label (outer) after each label (inner), and the other way round.

    `alone` is what speaks for a single word outside, and for one that begins a name of each kind.
    """

    into: tuple[Points, ...]
    out: tuple[Points, ...]
    alone: Points


@lru_cache(maxsize=2)
def scorer_of(tagger: NameTagger, lexicon: Lexicon) -> Scorer:
    """The scorer of these weights and words, the same at every call."""
    return Scorer(tagger, lexicon)


class Laid(NamedTuple):
    """A line as the scorer sees it: `words` and `sorts` have `REACH` empty ones at both ends.

    `around[i]` are the sorts of word i and its neighbours and the marks before and after it.
    """

    words: Sequence[str]
    sorts: Sequence[str]
    around: Sequence[tuple[str, ...]]
    rules: Mapping[int, str]


class Scorer:
    """Scores words for each label, and keeps what single words and signs contribute."""

    def __init__(self, tagger: NameTagger, lexicon: Lexicon) -> None:
        """Nothing is known yet."""
        self.moves = _legal_moves(tagger)
        self._tagger = tagger
        self._lexicon = lexicon
        self._looks = Remembered(self._look, most=_KEPT_WORDS)
        self._sorts = Remembered(lambda word: self._looks[word].sort, most=_KEPT_WORDS)
        self._words = tuple(self._points_at(place) for place in range(-REACH, REACH + 1))
        self._signs: dict[tuple[str, ...], int] = {}

    def lay(self, line: Line, rules: Mapping[int, str]) -> Laid:
        """The line with what the rules see in its words, ready to be scored."""
        words = (*_EDGES, *line.words, *_EDGES)
        sorts = [*map(self._sorts.__getitem__, words)]
        marks = [*map(MARKS.__getitem__, line.gaps)]
        beside = sorts[REACH - 1 :], sorts[REACH:], sorts[REACH + 1 :]
        return Laid(words, sorts, [*zip(*beside, marks, marks[1:], strict=False)], rules)

    def score(self, laid: Laid, first: int, last: int) -> list[Points]:
        """What everything around the words from `first` to `last` says for each label."""
        words = laid.words[first : last + 1 + 2 * REACH]
        before, last_before, here, after, last_after = self._words
        scores = []
        for place, number in enumerate(range(first, last + 1)):
            total = (
                before[words[place]]
                + last_before[words[place + 1]]
                + here[words[place + 2]]
                + after[words[place + 3]]
                + last_after[words[place + 4]]
                + self._sign_points(laid, number)
            )
            scores.append(_LANES.unpack(total.to_bytes(_LANES.size, "little")))
        return scores

    def _look(self, word: str) -> Look:
        return look_at(word, self._lexicon) if word else EDGE

    def _points_at(self, place: int) -> Remembered[int]:
        """What each word says about the one that stands `place` words before it."""
        points = self._tagger.points
        return Remembered(
            lambda word: points(word_attributes(self._looks[word], place, self._lexicon)),
            most=_KEPT_WORDS,
        )

    def _sign_points(self, laid: Laid, number: int) -> int:
        around = laid.around[number]
        if rules := laid.rules:
            near = number - 1, number, number + 1
            around += tuple([rules.get(place, NO_RULE) for place in near])
        points = self._signs.get(around)
        if points is None:
            if len(self._signs) >= _KEPT_SIGNS:
                self._signs.clear()
            points = self._signs[around] = self._tagger.points(_signs_around(around))
        return points


def is_idle(laid: Laid, line: Line, first: int, last: int) -> bool:
    """Whether this is an ordinary noun behind its article or adjective: most are."""
    return (
        first == last
        and first not in laid.rules
        and laid.sorts[first + REACH] == ORDINARY_NOUN
        and line.joined(first)
        and laid.sorts[first + REACH - 1] in BEFORE_NOUNS
    )


def _signs_around(around: Sequence[str]) -> tuple[str, ...]:
    """The attributes of three classes, the marks before and after, and three rules if any."""
    sort_before, sort, sort_after, mark, mark_after, *rules = around
    rule_before, rule, rule_after = rules or (NO_RULE,) * 3
    return sign_attributes(
        # Of the word before, the mark before it says nothing.
        Signs(rule_before, sort_before, ""),
        Signs(rule, sort, mark),
        Signs(rule_after, sort_after, mark_after),
    )


def _legal_moves(tagger: NameTagger) -> Moves:
    """Those of the weights, but for an inside without its beginning."""
    moves = tagger.moves()
    into = tuple(
        tuple(
            NEVER_REACHED if label[0] == "I" and before[1:] != label[1:] else moves[old][new]
            for old, before in enumerate(LABELS)
        )
        for new, label in enumerate(LABELS)
    )
    alone = tuple([into[label][0] + into[0][label] for label in (0, *BEGINS)])
    return Moves(into, tuple(zip(*into, strict=True)), alone)

"""The likeliest names of a line by learned weights: a chain of labels, solved exactly.

A linear-chain CRF as in Lafferty, McCallum and Pereira (2001), decoded with whole numbers, so
that every machine finds the same. Only words that may belong to a name are looked at.
"""

from __future__ import annotations

from functools import lru_cache
from operator import add
from struct import Struct
from typing import TYPE_CHECKING, NamedTuple, Protocol

from bot.core.language.name_words import INSIDE_ROLES, PARTICLES
from bot.core.reading.name_features import (
    EDGE,
    NO_RULE,
    NO_SIGNS,
    NO_SORT,
    REACH,
    Signs,
    read_signs,
    rules_of,
    sign_attributes,
    sort_of,
    word_attributes,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from bot.core.models import NameKind
    from bot.core.reading.name_candidates import Found
    from bot.core.reading.name_lines import Lexicon, Line

    Points = tuple[int, ...]

# The order of labels in weights: none, then beginning and inside of each kind.
KINDS: tuple[NameKind, ...] = ("PER", "ORG", "LOC", "OTHER")
LABELS = ("O", *(f"{part}-{kind}" for kind in KINDS for part in "BI"))
# Points of weights are thousandths of a logarithm of chances.
SCALE = 1000
_NEVER = -(10**9)
_BEGINS = tuple(range(1, len(LABELS), 2))
_LANES = Struct(f"<{len(LABELS)}I")
_PLACES = range(-REACH, REACH + 1)
_KEPT_WORDS = 1 << 13
_KEPT_SIGNS = 1 << 13
_LONGEST_LINK = 3
_LONGEST_ABBREVIATION = 4
_JOINTS = frozenset((" ", "\u00a0", "-", " - ", " & ", "&"))
_LINKS = PARTICLES | INSIDE_ROLES


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


class Guess(NamedTuple):
    """A name from word `first` to word `last`; `margin` is how far the next best choice lies."""

    first: int
    last: int
    kind: NameKind
    margin: int


class Stretch(NamedTuple):
    """What the weights find from word `first` on, and how sure they are of each word.

    `doubts[i]` is how much better word `first + i` is outside of any name than inside.
    """

    first: int
    guesses: tuple[Guess, ...]
    doubts: tuple[int, ...]


def decode_names(
    line: Line, hits: Sequence[Found], lexicon: Lexicon, *, tagger: NameTagger
) -> tuple[Stretch, ...]:
    """The stretches of the line that may hold names, in order and apart."""
    scorer = _scorer(tagger, lexicon)
    rules = rules_of(line, hits)
    return tuple(
        _solve(first, scorer.score(line, first, last, rules), scorer.moves)
        for first, last in _open_stretches(line)
    )


@lru_cache(maxsize=2)
def _scorer(tagger: NameTagger, lexicon: Lexicon) -> _Scorer:
    return _Scorer(tagger, lexicon)


class _Scorer:
    """Scores words for each label, and keeps what single words and signs contribute."""

    def __init__(self, tagger: NameTagger, lexicon: Lexicon) -> None:
        self.moves = _legal_moves(tagger)
        self._tagger = tagger
        self._lexicon = lexicon
        self._sorts: dict[str, str] = {}
        self._words: tuple[dict[str, int], ...] = tuple({} for _ in _PLACES)
        self._signs: dict[tuple[Signs, Signs, Signs], int] = {}

    def score(self, line: Line, first: int, last: int, rules: Mapping[int, str]) -> list[Points]:
        """What everything around the words from `first` to `last` says for each label."""
        signs = [self._sign(line, number, rules) for number in range(first - 1, last + 2)]
        words = [
            line.words[number] if 0 <= number < len(line.words) else EDGE
            for number in range(first - REACH, last + 1 + REACH)
        ]
        scores = []
        for place in range(last - first + 1):
            total = self._sign_points(signs[place], signs[place + 1], signs[place + 2])
            for offset, known in enumerate(self._words):
                word = words[place + offset]
                points = known.get(word)
                total += self._word_points(word, offset) if points is None else points
            scores.append(_LANES.unpack(total.to_bytes(_LANES.size, "little")))
        return scores

    def _sign(self, line: Line, number: int, rules: Mapping[int, str]) -> Signs:
        if number < 0:
            return NO_SIGNS
        if number == len(line.words):
            return read_signs(line, number, NO_RULE, NO_SORT)
        word = line.words[number]
        sort = self._sorts.get(word)
        if sort is None:
            if len(self._sorts) >= _KEPT_WORDS:
                self._sorts.clear()
            sort = self._sorts[word] = sort_of(word, self._lexicon)
        return read_signs(line, number, rules.get(number, NO_RULE), sort)

    def _sign_points(self, *around: Signs) -> int:
        before, here, after = around
        points = self._signs.get((before, here, after))
        if points is None:
            if len(self._signs) >= _KEPT_SIGNS:
                self._signs.clear()
            points = self._tagger.points(sign_attributes(before, here, after))
            self._signs[before, here, after] = points
        return points

    def _word_points(self, word: str, offset: int) -> int:
        known = self._words[offset]
        if len(known) >= _KEPT_WORDS:
            known.clear()
        attributes = word_attributes(word, offset - REACH, self._lexicon)
        points = known[word] = self._tagger.points(attributes)
        return points


def _open_stretches(line: Line) -> Iterator[tuple[int, int]]:
    """Runs of words with a capital or a digit, small links such as "von der" between them."""
    first = last = -1
    for number in line.capitals:
        if first >= 0 and not _is_linked(line, last, number):
            yield _with_digits(line, first, last)
            first = -1
        if first < 0:
            first = number
        last = number
    if first >= 0:
        yield _with_digits(line, first, last)


def _is_linked(line: Line, last: int, number: int) -> bool:
    between = line.words[last + 1 : number]
    return (
        len(between) <= _LONGEST_LINK
        and all(word in _LINKS or word[0].isdigit() for word in between)
        and all(_joins(line, place) for place in range(last + 1, number + 1))
    )


def _joins(line: Line, number: int) -> bool:
    """Whether a name may go on over the marks before word `number`: a stop only after "Dr"."""
    gap = line.gaps[number]
    return gap in _JOINTS or (
        gap.strip() == "." and len(line.words[number - 1]) <= _LONGEST_ABBREVIATION
    )


def _with_digits(line: Line, first: int, last: int) -> tuple[int, int]:
    # "1. FC Muster" and "Muster 04", unless the digits belong to the stretch before.
    if last + 1 < len(line.words) and line.words[last + 1][0].isdigit() and line.joined(last + 1):
        following = line.words[last + 2 : last + 3]
        last += not (following and following[0] != following[0].lower())
    if first and line.words[first - 1][0].isdigit():
        first -= 1
    return first, last


def _legal_moves(tagger: NameTagger) -> tuple[Points, ...]:
    """What speaks for each label (outer) after each label (inner); no inside without beginning."""
    moves = tagger.moves()
    return tuple(
        tuple(
            _NEVER if label[0] == "I" and before[1:] != label[1:] else moves[old][new]
            for old, before in enumerate(LABELS)
        )
        for new, label in enumerate(LABELS)
    )


def _solve(first: int, scores: Sequence[Points], moves: tuple[Points, ...]) -> Stretch:
    """The best labels, and for each word what the best way through each label reaches."""
    through = _single(scores[0], moves) if len(scores) == 1 else _through(scores, moves)
    labels = [row.index(max(row)) for row in through]
    doubts = tuple([row[0] - max(row[1:]) for row in through])
    return Stretch(first, _guesses(first, labels, through) if any(labels) else (), doubts)


def _single(score: Points, moves: tuple[Points, ...]) -> list[Points]:
    row = [_NEVER] * len(LABELS)
    for label in (0, *_BEGINS):
        row[label] = score[label] + moves[label][0] + moves[0][label]
    return [tuple(row)]


def _through(scores: Sequence[Points], moves: tuple[Points, ...]) -> list[Points]:
    """For each word and label the points of the best labelling of all that has this label here."""
    forward: list[Points] = []
    reached: Points = (0, *(_NEVER for _ in LABELS[1:]))
    for score in scores:
        reached = tuple(
            [
                max(map(add, reached, into)) + points
                for points, into in zip(score, moves, strict=True)
            ]
        )
        forward.append(reached)
    backward = _backward(scores, moves)
    return [tuple(map(add, *rows)) for rows in zip(forward, backward, strict=True)]


def _backward(scores: Sequence[Points], moves: tuple[Points, ...]) -> list[Points]:
    """For each word and label the most that can still come after it."""
    outward = [*zip(*moves, strict=True)]
    rest = moves[0]
    rows = [rest]
    for score in reversed(scores[1:]):
        following = [*map(add, score, rest)]
        rest = tuple([max(map(add, following, out)) for out in outward])
        rows.append(rest)
    rows.reverse()
    return rows


def _guesses(first: int, labels: Sequence[int], through: Sequence[Points]) -> tuple[Guess, ...]:
    found = []
    for place, label in enumerate(labels):
        if label not in _BEGINS:
            continue
        last = place
        while last + 1 < len(labels) and labels[last + 1] == label + 1:
            last += 1
        row = through[place]
        rival = max(points for other, points in enumerate(row) if other != label)
        kind = KINDS[_BEGINS.index(label)]
        found.append(Guess(first + place, first + last, kind, row[label] - rival))
    return tuple(found)

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
INSIDES = tuple(range(2, len(LABELS), 2))
NEVER_REACHED = -(10**9)
_LANES = Struct(f"<{len(LABELS)}I")
# The same number in each lane; the highest bit of each, which sums of points never reach.
_EVERY = sum(1 << (32 * lane) for lane in range(len(LABELS)))
_TOP = _EVERY << 31
_FIRST = (1 << 32) - 1
_HALF = 1 << 30
# How much a word's own letters and lists must speak against every name for its neighbours not to
# be asked: alone, and among others that may belong to a name. In 600 articles with 13,184
# mentions this loses "Man" (twice) and "Stücke"; in blocks of GermEval that the weights had not
# seen it loses none and keeps some false ones away. Three in five sums are never made.
_CLEAR_ALONE = 4000
_CLEAR_AMONG = 400
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

    def listed(self, word: str) -> str:
        """The lists of names that have this very word, a letter each, or nothing."""
        ...

    def __hash__(self) -> int:
        """Weights are told apart by identity; what follows from them is kept."""
        ...


class Moves(NamedTuple):
    """What speaks for each label (outer) after each label (inner), and the other way round.

    `into_open` are the rows of `into` for the labels that may follow any label: outside and the
    beginnings. `alone` is what speaks for a single word outside, and for one that begins a name
    of each kind. `gains` is the most that each label brings by its place among others.
    """

    into: tuple[Points, ...]
    out: tuple[Points, ...]
    into_open: tuple[Points, ...]
    alone: Points
    gains: Points


@lru_cache(maxsize=2)
def scorer_of(tagger: NameTagger, lexicon: Lexicon) -> Scorer:
    """The scorer of these weights and words, the same at every call."""
    return Scorer(tagger, lexicon)


class Laid(NamedTuple):
    """A line as the scorer sees it: `words` have `REACH` empty ones at both ends.

    `gaps` are what stands between the words, `rules` what the rules see in them.
    """

    words: Sequence[str]
    gaps: Sequence[str]
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
        alone = self.moves.alone
        begins = dict(zip((0, *BEGINS), (one - alone[0] for one in alone), strict=True))
        self._alone = _spare(begins.get(label, -_HALF) for label in range(len(LABELS)))
        self._among = _spare(self.moves.gains)
        self._clear_alone = self._clear_words(
            {label: gain + _CLEAR_ALONE for label, gain in begins.items() if label}
        )
        self._clear_among = self._clear_words(dict.fromkeys(range(1, len(LABELS)), _CLEAR_AMONG))

    def lay(self, line: Line, rules: Mapping[int, str]) -> Laid:
        """The line with what the rules see in its words, ready to be scored."""
        return Laid((*_EDGES, *line.words, *_EDGES), line.gaps, rules)

    def is_clear(self, words: Sequence[str]) -> bool:
        """Whether these words, which may be a name by their place, are none by themselves."""
        if len(words) == 1:
            return self._clear_alone[words[0]]
        clear = self._clear_among
        return all(map(clear.__getitem__, words))

    def is_idle(self, laid: Laid, line: Line, number: int) -> bool:
        """Whether this is an ordinary noun behind its article or adjective: most are."""
        sorts, words = self._sorts, laid.words
        return (
            number not in laid.rules
            and sorts[words[number + REACH]] == ORDINARY_NOUN
            and line.joined(number)
            and sorts[words[number + REACH - 1]] in BEFORE_NOUNS
        )

    def add_up(self, laid: Laid, first: int, last: int) -> list[int]:
        """What everything around the words from `first` to `last` says, packed."""
        words = laid.words[first : last + 1 + 2 * REACH]
        before, last_before, here, after, last_after = self._words
        return [
            before[words[place]]
            + last_before[words[place + 1]]
            + here[words[place + 2]]
            + after[words[place + 3]]
            + last_after[words[place + 4]]
            + self._sign_points(laid, first + place)
            for place in range(last - first + 1)
        ]

    def is_outside(self, totals: Sequence[int]) -> bool:
        """Whether no labelling can be better than the one without any name, as is mostly so.

        False where only the whole computation tells.
        """
        return _holds(totals, self._alone if len(totals) == 1 else self._among)

    def unpack(self, totals: Iterable[int]) -> list[Points]:
        """The points for each label, a row for each word."""
        return [_LANES.unpack(total.to_bytes(_LANES.size, "little")) for total in totals]

    def _look(self, word: str) -> Look:
        return look_at(word, self._lexicon, self._tagger.listed) if word else EDGE

    def _points_at(self, place: int) -> Remembered[int]:
        """What each word says about the one that stands `place` words before it."""
        points = self._tagger.points
        return Remembered(
            lambda word: points(word_attributes(self._looks[word], place, self._lexicon)),
            most=_KEPT_WORDS,
        )

    def _clear_words(self, margins: Mapping[int, int]) -> Remembered[bool]:
        """Whether a word by itself says less for each label than for none, by such a margin."""
        spare = _spare(margins.get(label, -_HALF) for label in range(len(LABELS)))
        here = self._words[REACH]
        return Remembered(lambda word: _holds((here[word],), spare), most=_KEPT_WORDS)

    def _sign_points(self, laid: Laid, number: int) -> int:
        words, sorts, gaps = laid.words, self._sorts, laid.gaps
        around: tuple[str, ...] = (
            sorts[words[number + REACH - 1]],
            sorts[words[number + REACH]],
            sorts[words[number + REACH + 1]],
            MARKS[gaps[number]],
            MARKS[gaps[number + 1]],
        )
        if rules := laid.rules:
            near = number - 1, number, number + 1
            around += tuple([rules.get(place, NO_RULE) for place in near])
        points = self._signs.get(around)
        if points is None:
            if len(self._signs) >= _KEPT_SIGNS:
                self._signs.clear()
            points = self._signs[around] = self._tagger.points(_signs_around(around))
        return points


def _spare(gains: Iterable[int]) -> int:
    """Packed: a highest bit for each label, less what the label brings beyond its points."""
    return sum(((1 << 31) - gain) << (32 * lane) for lane, gain in enumerate(gains))


def _holds(totals: Iterable[int], spare: int) -> bool:
    """Whether, for each word and label, what speaks for none leaves something over."""
    still = _TOP
    for total in totals:
        still &= (total & _FIRST) * _EVERY + spare - total
    return still == _TOP


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
    into_open = tuple([into[label] for label in (0, *BEGINS)])
    return Moves(into, tuple(zip(*into, strict=True)), into_open, alone, _gains(into))


def _gains(into: Sequence[Points]) -> Points:
    """Bounds: a labelling brings at most the sum of these more than the one without any name.

    What a move brings beyond one from outside to outside is charged to the label that it leads
    to. Loans between labels, which cancel out along a line since it begins and ends outside,
    keep the charges small: as if entering a name were as dear as leaving it is.
    """
    plain = into[0][0]
    loans = [0] * len(LABELS)
    for begin in BEGINS:
        inside = begin + 1
        loans[inside] = plain - into[0][inside]
        further = into[inside][inside] - into[inside][begin]
        loans[begin] = min(further + loans[inside], plain - into[0][begin])
    labels = range(len(LABELS))
    return tuple(
        [max(into[new][old] - plain + loans[old] - loans[new] for old in labels) for new in labels]
    )

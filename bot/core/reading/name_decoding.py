"""The likeliest names of a line by learned weights: a chain of labels, solved exactly.

A linear-chain CRF as in Lafferty, McCallum and Pereira (2001), decoded with whole numbers, so
that every machine finds the same. Only words that may belong to a name are looked at.
"""

from __future__ import annotations

from operator import add
from typing import TYPE_CHECKING, NamedTuple

from bot.core.language.name_words import INSIDE_ROLES, PARTICLES
from bot.core.reading.name_candidates import is_sure
from bot.core.reading.name_features import rules_of
from bot.core.reading.name_scoring import BEGINS, INSIDES, KINDS, scorer_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.core.models import NameKind
    from bot.core.reading.name_candidates import Found
    from bot.core.reading.name_lines import Lexicon, Line
    from bot.core.reading.name_scoring import Moves, NameTagger, Points

_LONGEST_LINK = 3
_LONGEST_ABBREVIATION = 4
_JOINTS = frozenset((" ", "\u00a0", "-", " - ", " & ", "&"))
_LINKS = PARTICLES | INSIDE_ROLES


class Guess(NamedTuple):
    """A name from word `first` to word `last`; `margin` is how far the next best choice lies."""

    first: int
    last: int
    kind: NameKind
    margin: int


class Stretch(NamedTuple):
    """What the weights find from word `first` to word `last`, and how sure they are.

    `doubts[i]` is how much better word `first + i` is outside of any name than inside; there
    are none where neither rules nor weights see a name, since nobody asks for them.
    """

    first: int
    last: int
    guesses: tuple[Guess, ...]
    doubts: tuple[int, ...]


def decode_names(
    line: Line, hits: Sequence[Found], lexicon: Lexicon, *, tagger: NameTagger
) -> tuple[Stretch, ...]:
    """The stretches of the line that may hold names, in order and apart.

    Those are left out in which neither rules see a name nor weights can, and those in which the
    rules are sure of every word.
    """
    scorer = scorer_of(tagger, lexicon)
    rules = rules_of(line, hits)
    sure = _sure_words(line, hits)
    laid = scorer.lay(line, rules)
    solved = []
    for first, last in open_stretches(line):
        if sure and sure.issuperset(range(first, last + 1)):
            continue
        asked = bool(rules) and not rules.keys().isdisjoint(range(first, last + 1))
        if not asked and (
            (first == last and scorer.is_idle(laid, line, first))
            or scorer.is_clear(line.words[first : last + 1])
        ):
            continue
        totals = scorer.add_up(laid, first, last)
        if not asked and scorer.is_outside(totals):
            continue
        guesses, doubts = _solve(first, scorer.unpack(totals), scorer.moves, asked=asked)
        solved.append(Stretch(first, last, guesses, doubts))
    return tuple(solved)


def _sure_words(line: Line, hits: Sequence[Found]) -> set[int]:
    """The numbers of the words about which nothing that weights say would change anything."""
    return {
        number for hit in hits if is_sure(hit, line) for number in range(hit.first, hit.last + 1)
    }


def open_stretches(line: Line) -> Iterator[tuple[int, int]]:
    """Runs of words with a capital or a digit, small links such as "von der" between them.

    They are apart: "7TI (7-Tage-Schnitt)" has digits at both of two runs.
    """
    taken = -1
    for first, last in _runs(line):
        start, taken = _with_digits(line, first, last, after=taken)
        yield start, taken


def _runs(line: Line) -> Iterator[tuple[int, int]]:
    first = last = -1
    for number in line.capitals:
        if first >= 0 and not _is_linked(line, last, number):
            yield first, last
            first = -1
        if first < 0:
            first = number
        last = number
    if first >= 0:
        yield first, last


def _is_linked(line: Line, last: int, number: int) -> bool:
    if number == last + 1:
        return _joins(line, number)
    if number - last > _LONGEST_LINK + 1:
        return False
    between = line.words[last + 1 : number]
    return all(word in _LINKS or word[0].isdigit() for word in between) and all(
        _joins(line, place) for place in range(last + 1, number + 1)
    )


def _joins(line: Line, number: int) -> bool:
    """Whether a name may go on over the marks before word `number`: a stop only after "Dr"."""
    gap = line.gaps[number]
    return gap in _JOINTS or (
        gap.strip() == "." and len(line.words[number - 1]) <= _LONGEST_ABBREVIATION
    )


def _with_digits(line: Line, first: int, last: int, *, after: int) -> tuple[int, int]:
    # "1. FC Muster" and "Muster 04", unless the digits belong to the stretch before.
    if last + 1 < len(line.words) and line.words[last + 1][0].isdigit() and line.joined(last + 1):
        following = line.words[last + 2 : last + 3]
        last += not (following and following[0] != following[0].lower())
    if first - 1 > after and line.words[first - 1][0].isdigit():
        first -= 1
    return first, last


def _solve(
    first: int, scores: Sequence[Points], moves: Moves, *, asked: bool
) -> tuple[tuple[Guess, ...], tuple[int, ...]]:
    """The best labels as guesses, and doubts, which may be left out unless they are asked for."""
    if len(scores) == 1:
        return _solve_one(first, scores[0], moves.alone)
    forward = _forward(scores, moves)
    if not asked and _is_outside(scores, forward[-1], moves.into[0]):
        return (), ()
    backward = _backward(scores, moves)
    through = [tuple(map(add, *rows)) for rows in zip(forward, backward, strict=True)]
    labels = [row.index(max(row)) for row in through]
    doubts = tuple([row[0] - max(row[1:]) for row in through])
    return _guesses(first, labels, through) if any(labels) else (), doubts


def _solve_one(
    first: int, score: Points, alone: Points
) -> tuple[tuple[Guess, ...], tuple[int, ...]]:
    """The same of a word that stands alone: it is outside, or the beginning of a name."""
    outside = score[0] + alone[0]
    begins = [*map(add, score[1::2], alone[1:])]
    best = max(begins)
    if best <= outside:
        return (), (outside - best,)
    kind = begins.index(best)
    begins[kind] = outside
    return (Guess(first, first, KINDS[kind], best - max(begins)),), (outside - best,)


def _is_outside(scores: Sequence[Points], reached: Points, out: Points) -> bool:
    """Whether no labelling is better than the one without any name."""
    none = sum([score[0] for score in scores]) + out[0] * (len(scores) + 1)
    best: int = max(map(add, reached, out))
    return none == best


def _forward(scores: Sequence[Points], moves: Moves) -> list[Points]:
    """For each word and label the most that can come up to here."""
    reached = tuple(map(add, scores[0], moves.out[0]))
    forward = [reached]
    for score in scores[1:]:
        into = [max(map(add, reached, row)) for row in moves.into_open]
        for label in INSIDES:
            begin, row = label - 1, moves.into[label]
            into.insert(label, max(reached[begin] + row[begin], reached[label] + row[label]))
        reached = tuple(map(add, into, score))
        forward.append(reached)
    return forward


def _backward(scores: Sequence[Points], moves: Moves) -> list[Points]:
    """For each word and label the most that can still come after it."""
    rest = moves.into[0]
    rows = [rest]
    for score in reversed(scores[1:]):
        following = [*map(add, score, rest)]
        rest = tuple([max(map(add, following, out)) for out in moves.out])
        rows.append(rest)
    rows.reverse()
    return rows


def _guesses(first: int, labels: Sequence[int], through: Sequence[Points]) -> tuple[Guess, ...]:
    found = []
    for place, label in enumerate(labels):
        if label not in BEGINS:
            continue
        last = place
        while last + 1 < len(labels) and labels[last + 1] == label + 1:
            last += 1
        row = through[place]
        rival = max(points for other, points in enumerate(row) if other != label)
        kind = KINDS[BEGINS.index(label)]
        found.append(Guess(first + place, first + last, kind, row[label] - rival))
    return tuple(found)

"""What may be a name, with votes for its kind, before the whole article has decided."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from bot.core.models import NameKind, Range
    from bot.core.reading.name_lines import Line

# A name of the lists or of a sure pattern; what is below 1 needs more than one sign.
SURE = 2.0


class Vote(NamedTuple):
    """Points for one kind. A vote of kind None says only: this is a name."""

    kind: NameKind | None
    points: float


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words that may be a name. `range` is where, or None for what stands in the title only."""

    words: tuple[str, ...]
    range: Range | None
    votes: tuple[Vote, ...]


class Found(NamedTuple):
    """A candidate from word `first` to word `last` of a line; `end` where it ends in the text."""

    first: int
    last: int
    end: int
    votes: tuple[Vote, ...]


def found(line: Line, first: int, last: int, *votes: Vote) -> Found:
    """The words from `first` to `last` with their votes."""
    return Found(first, last, line.range(first, last).end, votes)


def is_whole(hit: Found, line: Line) -> bool:
    """Whether it reaches to the end of its last word, unlike Oracle in "Oracle-Konzern"."""
    return hit.end >= line.range(hit.last, hit.last).end


def points_of(hit: Found) -> float:
    """The points of all its votes."""
    return sum([vote.points for vote in hit.votes])


def is_sure(hit: Found, line: Line) -> bool:
    """Whether this is a name of the lists or of a sure pattern, and not merely part of a word."""
    return points_of(hit) >= SURE and is_whole(hit, line)

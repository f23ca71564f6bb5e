"""The one or two sentences that say what a topic is and what is newest about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.core.language.reference_words import INTRODUCING_WORDS
from bot.core.points import candidate_point
from bot.core.shown import by_weight

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.core.cards import Point
    from bot.core.ranking import Candidate, Evidence
    from bot.core.shown import Shown

LONGEST_LEAD = 280

_SECOND_LEAD_ROOM = 60
_SECOND_LEAD = 0.7
_WITH_NEXT = 0.4
_INTRODUCED = 1.3


def choose_lead(evidence: Evidence, shown: Shown) -> tuple[Point, ...]:
    """What the topic is, and a second sentence if it fits whole.

    The first names the topic and tells most, whatever its age. The second goes on where the
    first stops, or tells what is newest. If no plain statement names the topic, the best
    sentence that fits is taken.
    """
    plain = by_weight(one for one in evidence.candidates if one.traits.is_plain)
    named = [one for one in plain if one.relevance >= 1.0]
    telling = sorted(named, key=lambda one: (-_definition(one, evidence), one.key))
    for first in (*telling, *plain, *evidence.candidates):
        point = candidate_point(first, LONGEST_LEAD)
        if point is not None:
            shown.add(first)
            second = _second_lead(evidence, first, point, shown=shown, named=named)
            return (point, second) if second else (point,)
    return ()


def _definition(candidate: Candidate, evidence: Evidence) -> float:
    """How well a sentence says what the topic is, with the one after it if that goes on."""
    after = (candidate.key[0], candidate.number + 1)
    more = max(
        (
            one.timeless_weight
            for one in evidence.candidates
            if one.key == after and _goes_on(candidate, one)
        ),
        default=0.0,
    )
    introduces = not INTRODUCING_WORDS.isdisjoint(candidate.sentence.lemmas)
    weight = candidate.timeless_weight + _WITH_NEXT * more
    return weight * (_INTRODUCED if introduces else 1.0)


def _second_lead(
    evidence: Evidence,
    first: Candidate,
    point: Point,
    *,
    shown: Shown,
    named: Sequence[Candidate],
) -> Point | None:
    room = LONGEST_LEAD - len(point.text) - 1
    if room < _SECOND_LEAD_ROOM:
        return None
    after = (first.key[0], first.number + 1)
    next_ones = [one for one in evidence.candidates if one.key == after and _goes_on(first, one)]
    least = _SECOND_LEAD * first.weight
    for candidate in (*next_ones, *(one for one in named if one.weight >= least)):
        whole = candidate_point(candidate, room)
        if whole is not None and whole.kind == "verbatim" and not shown.repeats(candidate):
            shown.add(candidate)
            return whole
    return None


def _goes_on(first: Candidate, other: Candidate) -> bool:
    """Whether the next sentence of the paragraph says more, so that "Es soll" is understood."""
    traits = other.traits
    return (
        first.sentence.paragraph == other.sentence.paragraph
        and bool(other.figures or len(other.names) > 1)
        and not (traits.asks or traits.judges or traits.quotes)
    )

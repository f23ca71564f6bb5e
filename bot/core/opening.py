"""How a card opens: the lead, what is new, and both sides of what is disputed among it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.core.lead import LONGEST_LEAD, choose_lead
from bot.core.models import Range
from bot.core.points import candidate_point, point_of
from bot.core.shown import Shown, favour
from bot.core.subjects import sentences_at

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bot.core.cards import Change, Dispute, Point
    from bot.core.models import Language
    from bot.core.ranking import Candidate, Evidence

_NEARLY_AS_MUCH = 0.8


def choose_opening(
    evidence: Evidence, changes: tuple[Change, ...], shown: Shown, language: Language
) -> tuple[tuple[Point, ...], tuple[Change, ...]]:
    """The lead, and the changes without those that it tells; both are shown from then on.

    If it tells all of them, the first is left to the changes: the lead says something else that
    is plain of the topic and tells nearly as much. If there is nothing, both tell it.
    """
    before = shown.copy() if changes else shown
    lead = _choose_lead(evidence, shown, language)
    left = left_by(lead, changes, evidence)
    if changes and not left:
        left = changes[:1]
        if not left_by(lead[1:], left, evidence):
            lead = lead[:1]
        else:
            note_points(evidence, [left[0].point], before)
            other = _choose_other_lead(evidence, lead, before, language)
            if other:
                lead = other
                shown.become(before)
    note_points(evidence, [change.point for change in left], shown)
    return lead, left


def with_both_sides(
    evidence: Evidence, lead: tuple[Point, ...], disputed: Iterable[Dispute]
) -> tuple[Point, ...]:
    """The lead, with the other side of what it tells if that is disputed, or without it.

    Both sides are sentences, the claim first; if they do not fit, neither leads.
    """
    pairs = tuple(disputed)
    told = [places_of(evidence, [point]) for point in lead] if pairs else []
    for pair in pairs:
        sides = [places_of(evidence, [point]) for point in pair.points]
        held = [any(place & side for place in told) for side in sides]
        if held[0] == held[1]:
            continue
        if not told[0] & (sides[0] | sides[1]):
            return lead[:1]
        points = [point for side in sides for point in _sentences(evidence, side)]
        size = sum(len(point.text) for point in points) + 1
        return tuple(points) if len(points) == len(sides) and size <= LONGEST_LEAD else ()
    return lead


def note_points(evidence: Evidence, points: Iterable[Point], shown: Shown) -> None:
    """Count the sentences of the points as shown."""
    places = places_of(evidence, points)
    if not places:
        return
    shown.keys |= places
    for candidate in evidence.candidates:
        if candidate.key in places:
            shown.add(candidate)


def places_of(evidence: Evidence, points: Iterable[Point]) -> set[tuple[str, int]]:
    """The sentences, by article and number, in which the points begin."""
    points = tuple(points)
    if not points:
        return set()
    readings = {one.reading.article.id: one.reading for one in evidence.articles}
    out: set[tuple[str, int]] = set()
    for point in points:
        span = point.spans[0]
        if span.article in readings:
            sentences = readings[span.article].analysis.sentences
            numbers = sentences_at(sentences, (Range(span.start, span.end),))
            out |= {(span.article, number) for number in numbers}
    return out


def _choose_lead(evidence: Evidence, shown: Shown, language: Language) -> tuple[Point, ...]:
    """The lead of what nobody disputes, if some plain statement of that names the topic."""
    left = tuple(one for one in evidence.candidates if not shown.repeats(one))
    if any(map(_may_lead, left)):
        lead = choose_lead(replace(evidence, candidates=left), shown, language)
        if lead:
            return lead
    return choose_lead(evidence, shown, language)


def _choose_other_lead(
    evidence: Evidence, lead: Sequence[Point], shown: Shown, language: Language
) -> tuple[Point, ...]:
    """A lead without what is shown, if there is one that tells nearly as much as `lead`."""
    first = places_of(evidence, lead[:1])
    weights = {
        one.key: one.timeless_weight * favour(one.reading, language) for one in evidence.candidates
    }
    least = _NEARLY_AS_MUCH * max((weights[key] for key in first if key in weights), default=0.0)
    others = tuple(one for one in evidence.candidates if not shown.repeats(one))
    if not any(_may_lead(one) and weights[one.key] >= least for one in others):
        return ()
    return choose_lead(replace(evidence, candidates=others), shown, language)


def _may_lead(candidate: Candidate) -> bool:
    return candidate.is_plain and candidate.relevance >= 1.0


def left_by(
    lead: Sequence[Point], changes: tuple[Change, ...], evidence: Evidence
) -> tuple[Change, ...]:
    """The changes that the lead does not tell; one of a figure is told with what it was."""
    if not changes:
        return ()
    told = places_of(evidence, lead)
    return tuple(
        one for one in changes if one.before or places_of(evidence, [one.point]).isdisjoint(told)
    )


def _sentences(evidence: Evidence, places: Iterable[tuple[str, int]]) -> Iterator[Point]:
    """The sentences at these places that can stand in a lead, as points."""
    readings = {one.reading.article.id: one.reading for one in evidence.articles}
    candidates = {one.key: one for one in evidence.candidates}
    for place in sorted(places):
        known, reading = candidates.get(place), readings[place[0]]
        sentence = reading.analysis.sentences[place[1]]
        point = (
            candidate_point(known, LONGEST_LEAD)
            if known
            else point_of(reading, sentence, LONGEST_LEAD)
        )
        if point is not None:
            yield point

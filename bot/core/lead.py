"""The one or two sentences that say what a topic is and what is newest about it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.core.language.folding import spelling_key
from bot.core.language.reference_words import INTRODUCING_WORDS
from bot.core.points import candidate_point
from bot.core.references import find_references
from bot.core.retelling import own_first
from bot.core.shown import by_weight, favour

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bot.core.cards import Point
    from bot.core.models import Language
    from bot.core.ranking import Candidate, Evidence
    from bot.core.shown import Shown

LONGEST_LEAD = 280

_SECOND_LEAD_ROOM = 60
_SECOND_LEAD = 0.7
_WITH_NEXT = 0.4
_INTRODUCED = 1.3
_ACTING = 1.15
_NOT_UNDERSTOOD = 0.6
_LONGEST_NAME = 4


def choose_lead(
    evidence: Evidence, shown: Shown, language: Language | None = None
) -> tuple[Point, ...]:
    """What the topic is, and a second sentence if it fits whole.

    The first names the topic and tells most, whatever its age. The second goes on where the
    first stops, or tells what is newest. If no plain statement names the topic, or the best is
    not understood alone, one that leads to a sentence that names it stands before that, or words
    that somebody said are taken, or one that begins with its name though it says too little to
    stand alone; else the best that fits. Of what tells about as much, or the same, a sentence in
    `language` is taken.
    """
    plain = by_weight((one for one in evidence.candidates if one.is_plain), language)
    named = own_first(
        [one for one in plain if one.relevance >= 1.0], language, longest=LONGEST_LEAD
    )
    spellings = _spellings(evidence)
    weights = {
        one.key: _definition(one, evidence, spellings) * favour(one.reading, language)
        for one in named
    }
    ranked = sorted(named, key=lambda one: (-weights[one.key], one.key))
    telling = own_first(ranked, language, longest=LONGEST_LEAD)
    if not telling or not telling[0].bearing.is_full:
        seconds = telling[:1] if telling and telling[0].bearing.is_open else evidence.candidates
        pair = _led_to(evidence, shown, seconds, language)
        if pair:
            return pair
    for first in _in_turn(evidence, telling, plain, spellings, language):
        point = candidate_point(first, LONGEST_LEAD)
        if point is not None:
            shown.add(first)
            second = _second_lead(evidence, first, point, shown=shown, named=named)
            return (point, second) if second else (point,)
    return ()


def _in_turn(
    evidence: Evidence,
    telling: Sequence[Candidate],
    plain: Sequence[Candidate],
    spellings: frozenset[str],
    language: Language | None,
) -> Iterator[Candidate]:
    """What may lead, the best first. Mostly the first does, so each is looked for when asked."""
    yield from (one for one in telling if _keeps_name(one, spellings))
    yield from telling
    best = by_weight(evidence.candidates, language)
    yield from (one for one in best if _is_said_of_topic(one))
    yield from (one for one in best if _begins_with(one, spellings))
    yield from plain
    yield from evidence.candidates


def _spellings(evidence: Evidence) -> frozenset[str]:
    """The keys under which the articles name the topic."""
    subjects = [one.subject for one in evidence.articles]
    return frozenset(
        spelling_key(name) for subject in subjects for name in (subject.name, *subject.variants)
    )


def _keeps_name(candidate: Candidate, spellings: frozenset[str]) -> bool:
    """Whether the name of the topic is still there when the sentence is short enough."""
    point = candidate_point(candidate, LONGEST_LEAD)
    if point is None or point.kind == "verbatim":
        return point is not None
    text = spelling_key(point.text)
    return any(name in text for name in spellings)


def _is_said_of_topic(candidate: Candidate) -> bool:
    traits = candidate.traits
    return candidate.relevance >= 1.0 and traits.stands_alone and not (traits.asks or traits.judges)


def _begins_with(candidate: Candidate, spellings: frozenset[str]) -> bool:
    """Whether it states something of the topic, which it names first: "Stargate ist da."."""
    traits = candidate.traits
    return _opens_with_name(candidate, spellings) and not (
        traits.asks or traits.judges or traits.quotes
    )


def _led_to(
    evidence: Evidence, shown: Shown, seconds: Iterable[Candidate], language: Language | None
) -> tuple[Point, Point] | None:
    """The best plain sentence with one of `seconds`, which names the topic but needs the first."""
    by_key = {one.key: one for one in evidence.candidates}
    pairs = [
        (first, second)
        for second in seconds
        for first in (by_key.get((second.key[0], second.number - 1)),)
        if first is not None and first.is_plain and _is_led_to(first, second)
    ]
    pairs.sort(
        key=lambda pair: (
            -(pair[0].weight + pair[1].weight) * favour(pair[0].reading, language),
            pair[0].key,
        )
    )
    for first, second in pairs:
        points = (candidate_point(first, LONGEST_LEAD), candidate_point(second, LONGEST_LEAD))
        if points[0] is None or points[1] is None:
            continue
        if len(points[0].text) + 1 + len(points[1].text) <= LONGEST_LEAD:
            shown.add(first)
            shown.add(_meant_by(first, second))
            return points[0], points[1]
    return None


def _is_led_to(first: Candidate, second: Candidate) -> bool:
    traits = second.traits
    return (
        second.relevance >= 1.0
        and not (traits.stands_alone and second.bearing.is_full)
        and _is_told_in(first, second)
        and first.sentence.paragraph == second.sentence.paragraph
        and not (traits.asks or traits.judges or traits.quotes)
    )


def _definition(candidate: Candidate, evidence: Evidence, spellings: frozenset[str]) -> float:
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
    weight *= _ACTING if _opens_with_name(candidate, spellings) else 1.0
    weight *= _NOT_UNDERSTOOD if candidate.bearing.is_open else 1.0
    return weight * (_INTRODUCED if introduces else 1.0)


def _opens_with_name(candidate: Candidate, spellings: frozenset[str]) -> bool:
    """Whether the topic is what the sentence begins with: mostly it is what acts."""
    words = candidate.sentence.words[:_LONGEST_NAME]
    return any(
        spelling_key("".join(words[:count])) in spellings for count in range(1, 1 + len(words))
    )


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
    next_ones = [
        one
        for one in evidence.candidates
        if one.key == after and _goes_on(first, one) and _is_told_in(first, one)
    ]
    least = _SECOND_LEAD * first.weight
    others = (one for one in named if one.weight >= least and _is_understood(first, one))
    for candidate in (*next_ones, *others):
        whole = candidate_point(candidate, room)
        if whole is not None and whole.kind == "verbatim" and not shown.repeats(candidate):
            shown.add(_meant_by(first, candidate) if candidate.key == after else candidate)
            return whole
    return None


def _is_understood(first: Candidate, other: Candidate) -> bool:
    """Whether it tells something alone, or goes on with what the first tells."""
    if other.bearing.is_thin:
        return False
    is_next = other.key[0] == first.key[0] and _is_told_in(first, other)
    return is_next or not other.bearing.refers


def _meant_by(first: Candidate, other: Candidate) -> Candidate:
    """What the other says, with the names that "it" or "the group" may stand for."""
    return replace(other, names=first.names | other.names)


def _is_told_in(first: Candidate, other: Candidate) -> bool:
    """Whether the first tells what the other speaks of: not "the bid" of a sentence before."""
    return not other.bearing.refers or all(
        one.told_in in {None, first.number} for one in find_references(other.reading, other.number)
    )


def _goes_on(first: Candidate, other: Candidate) -> bool:
    """Whether the next sentence of the paragraph says more, so that "Es soll" is understood."""
    traits = other.traits
    return (
        first.sentence.paragraph == other.sentence.paragraph
        and bool(other.figures or len(other.names) > 1)
        and not other.bearing.is_empty
        and not (traits.asks or traits.judges or traits.quotes)
    )

"""What of a topic's evidence is shown, part by part, each within its limits.

Nothing is shown twice: what the lead says is no fact, what stands on the timeline neither, nor
what two articles dispute.
The order in which the parts choose is not the order in which they are shown: the lead first,
then the changes and dates, which few sentences can fill, then the facts.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.core.alike import similarity
from bot.core.bearing import leaves_open
from bot.core.disputes import find_contradictions, find_disputes, without_told
from bot.core.judging import carries_judgement
from bot.core.opening import choose_opening, left_by, note_points, places_of, with_both_sides
from bot.core.points import candidate_point, point_of, published
from bot.core.ranking import NEAR_THE_TOPIC, content_words
from bot.core.retelling import own_first
from bot.core.roles import find_roles
from bot.core.seeking import find_answers
from bot.core.shown import Shown, by_weight
from bot.core.timeline import choose_dates
from bot.core.utterances import find_retelling, sums_of
from bot.core.voices import choose_voices, find_doubts, find_spoken, is_in

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.core.cards import Change, Dispute, Point, TimelineItem, Voice
    from bot.core.models import Language, Reading, Sentence
    from bot.core.ranking import Candidate, Evidence
    from bot.core.seeking import Question
    from bot.core.voices import Spoken

LONGEST_FACT = 160
LONGEST_OPEN = 200
MOST_FACTS = 5
FEWEST_FACTS = 3
MOST_OPEN = 2

_WORTH_SHOWING = 0.25
_ABOUT_THE_TOPIC = 0.4
# Less, and a sentence tells of its article but not of the topic.
_OF_THE_TOPIC = 0.3
_SAME_QUESTION = 0.6


@dataclass(frozen=True, slots=True)
class Selection:
    """The parts of a card before their sources are numbered."""

    lead: tuple[Point, ...]
    changes: tuple[Change, ...]
    facts: tuple[Point, ...]
    voices: tuple[Voice, ...]
    disputed: tuple[Dispute, ...]
    open: tuple[Point, ...]
    timeline: tuple[TimelineItem, ...]
    answers: tuple[Point, ...] = ()


def select(
    evidence: Evidence,
    changes: tuple[Change, ...],
    *,
    display: Callable[[str], str],
    language: Language,
    question: Question | None = None,
) -> Selection:
    """Choose every part. `display` gives the name under which a speaker is known.

    What holds the answer to `question` stands in no other part but what changed or is disputed.

    Among sentences for lead, facts and dates that tell about as much, or the same, those in
    `language` come first.
    """
    shown = Shown()
    contradictions = find_contradictions(evidence)
    sides = [point for pair in contradictions for point in pair.points]
    # Neither side is told as a fact as well.
    note_points(evidence, sides, shown)
    lead, left = choose_opening(evidence, changes, shown, language)
    timeline = choose_dates(evidence, shown, language)
    spoken = find_spoken(evidence, display)
    roles = find_roles(evidence, display, language)
    disputed = find_disputes(evidence, known=contradictions, display=display, roles=roles)
    doubts = find_doubts(spoken, shown=shown.keys)
    doubts |= places_of(evidence, [point for pair in disputed for point in pair.points])
    facts = _choose_facts(evidence, shown, doubts=doubts, language=language)
    voices = choose_voices(
        _not_told(spoken, evidence, shown, language),
        roles=roles,
        shown=shown.keys,
        retold=lambda said: find_retelling(evidence, said, display, language),
        disputed=disputed,
    )
    disputed = without_told(disputed, [voice.point for voice in voices])
    chosen = Selection(
        lead=lead,
        changes=left,
        facts=facts,
        voices=voices,
        disputed=disputed,
        open=_choose_open(evidence, shown),
        timeline=timeline,
    )
    fair = with_both_sides(evidence, lead, disputed)
    if fair != lead:
        chosen = replace(_without(fair, chosen, evidence), lead=fair)
    return _answering(question, chosen, evidence, language) if question else chosen


def _answering(
    question: Question, chosen: Selection, evidence: Evidence, language: Language
) -> Selection:
    answers = find_answers(evidence, question, language)
    left = left_by(answers, chosen.changes, evidence)
    return replace(_without(answers, chosen, evidence), answers=answers, changes=left)


def _without(points: tuple[Point, ...], chosen: Selection, evidence: Evidence) -> Selection:
    """The parts without what these points tell."""
    told = places_of(evidence, points)

    def is_left(point: Point) -> bool:
        return places_of(evidence, [point]).isdisjoint(told)

    return replace(
        chosen,
        lead=tuple(point for point in chosen.lead if is_left(point)),
        facts=tuple(point for point in chosen.facts if is_left(point)),
        voices=tuple(voice for voice in chosen.voices if is_left(voice.point)),
        open=tuple(point for point in chosen.open if is_left(point)),
        timeline=tuple(item for item in chosen.timeline if is_left(item.point)),
    )


def _not_told(
    spoken: Sequence[Spoken], evidence: Evidence, shown: Shown, language: Language
) -> tuple[Spoken, ...]:
    """What is said, without what the card shows in the words of another article.

    That are words that stand in a sentence of the card, what is reported of the same speaker and
    day as there, and what the same speaker is told in `language` to say of the same sums.
    """
    days = {one.key: one.days for one in evidence.candidates}
    told = {
        (one.speaker, day)
        for one in spoken
        for place in one.places & shown.keys
        for day in days.get(place, ())
    }

    counted = {
        (one.speaker, sums)
        for one in spoken
        if one.places & shown.keys
        and one.reading.article.language == language
        and (sums := sums_of(one.reading, one.quote))
    }

    def is_told(one: Spoken) -> bool:
        if any(is_in(one, text) for text in shown.texts):
            return True
        if counted and (one.speaker, sums_of(one.reading, one.quote)) in counted:
            return True
        return one.quote.mode == "reported" and any(
            (one.speaker, day) in told for at in one.places for day in days.get(at, ())
        )

    return tuple(one for one in spoken if not is_told(one))


def _choose_facts(
    evidence: Evidence, shown: Shown, *, doubts: frozenset[tuple[str, int]], language: Language
) -> tuple[Point, ...]:
    """Up to five statements in the order in which they were reported, one opinion at most."""
    ranked = by_weight(evidence.candidates, language)
    plain = [
        one
        for one in ranked
        if one.is_plain
        and one.key not in doubts
        and one.relevance >= (NEAR_THE_TOPIC if one.bearing.is_open else _OF_THE_TOPIC)
    ]
    plain = own_first(plain, language, longest=LONGEST_FACT)
    opinions = [one for one in ranked if _is_marked_opinion(one)]
    room = MOST_FACTS - bool(opinions)
    chosen: list[tuple[Candidate, Point]] = []
    least = _WORTH_SHOWING * max((one.weight for one in plain), default=0.0)
    for candidate in sorted(plain, key=_distance):
        enough = candidate.weight < least or _distance(candidate)
        if len(chosen) == room or (len(chosen) >= FEWEST_FACTS and enough):
            break
        _take(candidate, shown, chosen)
    for candidate in opinions:
        if _take(candidate, shown, chosen):
            break
    chosen.sort(key=lambda pair: _when_told(pair[0]))
    return tuple(point for _, point in chosen)


def _distance(candidate: Candidate) -> int:
    """What is understood and tells of the topic comes before what only tells of its article."""
    is_far = candidate.relevance < NEAR_THE_TOPIC
    return is_far + 2 * candidate.bearing.is_open


def _take(candidate: Candidate, shown: Shown, chosen: list[tuple[Candidate, Point]]) -> bool:
    if shown.repeats(candidate):
        return False
    point = candidate_point(candidate, LONGEST_FACT)
    if point is None:
        return False
    chosen.append((candidate, point))
    shown.add(candidate)
    return True


def _is_marked_opinion(candidate: Candidate) -> bool:
    """A sentence of an opinion piece that judges, about the topic: shown as opinion, never as fact.

    It is somebody's: of a piece that names neither author nor outlet nothing is shown. Nor is
    what speaks of something that stands in the piece alone.
    """
    traits, article = candidate.traits, candidate.reading.article
    return (
        article.kind == "opinion"
        and bool(article.author or article.outlet)
        and candidate.relevance >= _ABOUT_THE_TOPIC
        and traits.stands_alone
        and not (traits.asks or traits.quotes or candidate.bearing.is_open)
        and carries_judgement(candidate.reading, candidate.number)
    )


def _when_told(candidate: Candidate) -> tuple[str, str, int]:
    article = candidate.reading.article
    return (published(article) or "", article.id, candidate.number)


def _choose_open(evidence: Evidence, shown: Shown) -> tuple[Point, ...]:
    """The newest open questions that the articles themselves raise, at most two."""
    found: list[tuple[str, float, tuple[str, int], Reading, Sentence]] = []
    for one in evidence.articles:
        reading = one.reading
        for number, sentence in enumerate(reading.analysis.sentences):
            key = (reading.article.id, number)
            score = evidence.scores.get(key, 0.0)
            traits = reading.analysis.traits[number]
            if not (score and traits.asks) or traits.quotes:
                continue
            if not leaves_open(one, number, evidence.relevance):
                found.append((published(reading.article) or "", score, key, reading, sentence))
    found.sort(key=lambda row: (row[1], row[0], row[2]), reverse=True)
    points: list[Point] = []
    asked: list[frozenset[str]] = []
    for _, _, (_, number), reading, sentence in found:
        if len(points) == MOST_OPEN:
            break
        words = content_words(reading, number)
        if any(similarity(words, other) >= _SAME_QUESTION for other in asked):
            continue
        point = point_of(reading, sentence, LONGEST_OPEN)
        if point is not None and not shown.holds(reading, number):
            points.append(point)
            asked.append(words)
            shown.note(reading, number)
    return tuple(points)

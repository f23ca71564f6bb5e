"""A topic's evidence becomes its card: the parts in their order, each within its limits.

Nothing is shown twice: what the lead says is no fact, what a fact says is not on the timeline.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from bot.core.disputes import find_disputes
from bot.core.language.reference_words import INTRODUCING_WORDS
from bot.core.models import FigureItem, Range, TimelineItem, TopicCard
from bot.core.points import Citations, candidate_point, point_of, published
from bot.core.ranking import repeats
from bot.core.subjects import sentences_at
from bot.core.voices import choose_voices
from bot.core.within import inside

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from bot.core.models import (
        Article,
        Change,
        DateMention,
        Delta,
        Figure,
        Language,
        Match,
        Point,
        Reading,
        Sentence,
        Topic,
    )
    from bot.core.ranking import Candidate, Evidence

CARD_VERSION = "1"

LONGEST_LEAD = 280
LONGEST_FACT = 160
LONGEST_OPEN = 200
MOST_FACTS = 5
FEWEST_FACTS = 3
MOST_OPEN = 2
MOST_DATES = 5
MOST_FIGURES = 8
MOST_RELATED = 6

_SECOND_LEAD_ROOM = 60
_WORTH_SHOWING = 0.25
_ABOUT_THE_TOPIC = 0.4
_SECOND_LEAD = 0.7
_WITH_NEXT = 0.4
_INTRODUCED = 1.3
_FEWEST_COUNTED = 13


@dataclass(frozen=True, slots=True)
class CardRequest:
    """What a card is built from, beside its evidence.

    `display` gives the name under which a person or organisation is known across articles;
    `related` names topics in the order of their nearness; `withdrawn` holds articles that
    the delta cites though they are gone.
    """

    topic: Topic
    matched: Match
    language: Language
    delta: Delta
    display: Callable[[str], str]
    related: tuple[str, ...]
    all_articles: tuple[Article, ...]
    withdrawn: tuple[Article, ...] = ()


@dataclass(slots=True)
class _Shown:
    """What the card shows so far, so that nothing is shown twice."""

    keys: set[tuple[str, int]] = field(default_factory=set)
    candidates: list[Candidate] = field(default_factory=list)

    def repeats(self, candidate: Candidate) -> bool:
        return candidate.key in self.keys or any(
            repeats(other, candidate) for other in self.candidates
        )

    def add(self, candidate: Candidate) -> None:
        self.keys.add(candidate.key)
        self.candidates.append(candidate)


def build_card(evidence: Evidence, request: CardRequest) -> TopicCard:
    """The card of one topic. The same evidence and request give the same card."""
    shown = _Shown()
    lead = _choose_lead(evidence, shown)
    changes = _choose_changes(request.delta.changes, lead)
    shown.keys |= _places(evidence, [change.point for change in changes])
    facts = _choose_facts(evidence, shown)
    voices = choose_voices(evidence, display=request.display, shown=shown.keys)
    said = [voice.point for voice in voices]
    disputed = find_disputes(evidence, display=request.display, shown=said)
    questions = _choose_open(evidence, shown)
    timeline = _choose_dates(evidence, shown)
    cited = Citations(
        {article.id: article for article in (*request.all_articles, *request.withdrawn)}
    )
    cite = cited.cite
    topic = request.topic
    draft = TopicCard(
        id="",
        status=request.delta.status,
        as_of=_newest(request.all_articles),
        language=request.language,
        slug=topic.slug,
        name=topic.name,
        aliases=topic.aliases,
        matched=request.matched,
        lead=tuple(cite(point) for point in lead),
        changes=tuple(
            replace(
                change,
                point=cite(change.point),
                before=cite(change.before) if change.before else None,
            )
            for change in changes
        ),
        changed_since=request.delta.since.isoformat() if request.delta.since else None,
        facts=tuple(cite(point) for point in facts),
        figures=(),
        voices=tuple(replace(voice, point=cite(voice.point)) for voice in voices),
        disputed=tuple(
            replace(pair, points=(cite(pair.points[0]), cite(pair.points[1]))) for pair in disputed
        ),
        open=tuple(cite(point) for point in questions),
        timeline=tuple(replace(item, point=cite(item.point)) for item in timeline),
        related=request.related[:MOST_RELATED],
        sources=(),
        articles=len(request.all_articles),
        outlets=len({article.outlet or article.id for article in request.all_articles}),
        version=CARD_VERSION,
    )
    readings = {one.reading.article.id: one.reading for one in evidence.articles}
    whole = replace(draft, figures=_figures_shown(draft, readings), sources=cited.sources())
    return replace(whole, id=f"{topic.slug}-{_digest(whole)}")


def points_of(card: TopicCard) -> Iterator[Point]:
    """Every point of the card in the order in which it is shown, changes' pasts included."""
    yield from card.lead
    for change in card.changes:
        yield change.point
        if change.before is not None:
            yield change.before
    yield from card.facts
    yield from (voice.point for voice in card.voices)
    for pair in card.disputed:
        yield from pair.points
    yield from card.open
    yield from (item.point for item in card.timeline)


def _digest(card: TopicCard) -> str:
    return hashlib.sha256(repr(card).encode()).hexdigest()[:8]


def _newest(articles: Iterable[Article]) -> str | None:
    dated = [article for article in articles if article.published_on is not None]
    newest = max(dated, key=lambda one: (str(one.published_on), published(one) or ""), default=None)
    return published(newest) if newest else None


def _choose_lead(evidence: Evidence, shown: _Shown) -> tuple[Point, ...]:
    """What the topic is, and a second sentence if it fits whole.

    The first names the topic and tells most, whatever its age. The second goes on where the
    first stops, or tells what is newest. If no plain statement names the topic, the best
    sentence that fits is taken.
    """
    plain = _by_weight(one for one in evidence.candidates if one.traits.is_plain)
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
    shown: _Shown,
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


def _by_weight(candidates: Iterable[Candidate]) -> list[Candidate]:
    return sorted(candidates, key=lambda one: (-one.weight, one.key))


def _choose_changes(changes: tuple[Change, ...], lead: Sequence[Point]) -> tuple[Change, ...]:
    """The changes without those that the lead tells, unless it tells them all."""
    told = {point.spans for point in lead}
    left = tuple(one for one in changes if one.point.spans not in told or one.before)
    return left or changes


def _places(evidence: Evidence, points: Iterable[Point]) -> set[tuple[str, int]]:
    """The sentences, by article and number, in which the points begin."""
    readings = {one.reading.article.id: one.reading for one in evidence.articles}
    out: set[tuple[str, int]] = set()
    for point in points:
        span = point.spans[0]
        if span.article in readings:
            sentences = readings[span.article].analysis.sentences
            numbers = sentences_at(sentences, (Range(span.start, span.end),))
            out |= {(span.article, number) for number in numbers}
    return out


def _choose_facts(evidence: Evidence, shown: _Shown) -> tuple[Point, ...]:
    """Up to five statements in the order in which they were reported, one opinion at most."""
    ranked = _by_weight(evidence.candidates)
    plain = [one for one in ranked if one.traits.is_plain]
    chosen: list[tuple[Candidate, Point]] = []
    least = _WORTH_SHOWING * plain[0].weight if plain else 0.0
    for candidate in plain:
        enough = len(chosen) >= FEWEST_FACTS and candidate.weight < least
        if len(chosen) == MOST_FACTS or enough:
            break
        _take(candidate, shown, chosen)
    if len(chosen) < MOST_FACTS:
        for candidate in ranked:
            if _is_marked_opinion(candidate) and _take(candidate, shown, chosen):
                break
    chosen.sort(key=lambda pair: _when_told(pair[0]))
    return tuple(point for _, point in chosen)


def _take(candidate: Candidate, shown: _Shown, chosen: list[tuple[Candidate, Point]]) -> bool:
    if shown.repeats(candidate):
        return False
    point = candidate_point(candidate, LONGEST_FACT)
    if point is None:
        return False
    chosen.append((candidate, point))
    shown.add(candidate)
    return True


def _is_marked_opinion(candidate: Candidate) -> bool:
    """A sentence of an opinion piece about the topic: shown as opinion, never as a fact."""
    traits = candidate.traits
    return (
        candidate.reading.article.kind == "opinion"
        and candidate.relevance >= _ABOUT_THE_TOPIC
        and traits.stands_alone
        and not (traits.asks or traits.quotes)
    )


def _when_told(candidate: Candidate) -> tuple[str, str, int]:
    article = candidate.reading.article
    return (published(article) or "", article.id, candidate.number)


def _choose_open(evidence: Evidence, shown: _Shown) -> tuple[Point, ...]:
    """The newest open questions that the articles themselves raise, at most two."""
    found: list[tuple[str, float, tuple[str, int], Reading, Sentence]] = []
    for one in evidence.articles:
        reading = one.reading
        for number, sentence in enumerate(reading.analysis.sentences):
            key = (reading.article.id, number)
            score = evidence.scores.get(key, 0.0)
            traits = reading.analysis.traits[number]
            if score and key not in shown.keys and traits.asks and not traits.quotes:
                found.append((published(reading.article) or "", score, key, reading, sentence))
    found.sort(key=lambda row: (row[1], row[0], row[2]), reverse=True)
    points: list[Point] = []
    for _, _, key, reading, sentence in found:
        point = point_of(reading, sentence, LONGEST_OPEN)
        if point is not None:
            points.append(point)
            shown.keys.add(key)
        if len(points) == MOST_OPEN:
            break
    return tuple(points)


def _choose_dates(evidence: Evidence, shown: _Shown) -> tuple[TimelineItem, ...]:
    """At most five dates, each with its best sentence, the earliest first."""
    best: dict[str, tuple[float, DateMention, Reading, int]] = {}
    for one in evidence.articles:
        reading = one.reading
        for mention in reading.analysis.dates:
            for number in sentences_at(reading.analysis.sentences, (mention.range,)):
                score = _date_score(evidence, reading, number)
                known = best.get(mention.date or "")
                if mention.date and score and (known is None or score > known[0]):
                    best[mention.date] = (score, mention, reading, number)
    ranked = sorted(best.items(), key=lambda row: (-row[1][0], row[0]))
    items: dict[str, TimelineItem] = {}
    for date, (_, mention, reading, number) in ranked:
        key = (reading.article.id, number)
        point = _dated_point(reading, number, mention)
        if point is None or key in shown.keys:
            continue
        shown.keys.add(key)
        items[date] = TimelineItem(date, mention.precision, mention.resolved_from, point)
        if len(items) == MOST_DATES:
            break
    return tuple(items[date] for date in sorted(items))


def _date_score(evidence: Evidence, reading: Reading, number: int) -> float:
    key = (reading.article.id, number)
    if evidence.relevance.get(key, 0.0) < _ABOUT_THE_TOPIC:
        return 0.0
    if not reading.analysis.traits[number].is_plain:
        return 0.0
    return evidence.scores[key]


def _dated_point(reading: Reading, number: int, mention: DateMention) -> Point | None:
    sentence = reading.analysis.sentences[number]
    return point_of(reading, sentence, LONGEST_FACT, keep=(mention.range,))


def _figures_shown(card: TopicCard, readings: Mapping[str, Reading]) -> tuple[FigureItem, ...]:
    """The figures inside the points of the card, in the order shown, each value once."""
    items: dict[tuple[float, str], FigureItem] = {}
    for point in points_of(card):
        for span in point.spans:
            reading = readings.get(span.article)
            if reading is None:
                continue
            part = Range(span.start, span.end)
            for figure in inside(reading.analysis.figures, part):
                if part.contains(figure.range) and _is_telling(figure):
                    key = (figure.value, figure.unit)
                    wording = reading.article.cut(figure.range)
                    item = FigureItem(figure.value, figure.unit, figure.counts, wording, point)
                    items.setdefault(key, item)
    return tuple(items.values())[:MOST_FIGURES]


def _is_telling(figure: Figure) -> bool:
    """Whether anybody looks for it; "drei Unternehmenslenker" are just counted."""
    return bool(figure.unit) or figure.value >= _FEWEST_COUNTED

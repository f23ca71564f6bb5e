"""A topic's evidence becomes its card: parts in their order, sources numbered as they are cited."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.core.cards import FigureItem, TopicCard
from bot.core.dating import date_wordings
from bot.core.excerpts import NO_LIMITS, Allowance, ExcerptLimits
from bot.core.language.unit_words import DURATIONS
from bot.core.models import Range
from bot.core.permitting import permit
from bot.core.points import Citations
from bot.core.selection import select
from bot.core.within import inside

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from bot.core.cards import Change, Delta, Dispute, Point, Voice
    from bot.core.models import (
        Article,
        Figure,
        Language,
        Match,
        Reading,
        Topic,
    )
    from bot.core.ranking import Evidence
    from bot.core.seeking import Question
    from bot.core.selection import Selection

CARD_VERSION = "1"

MOST_FIGURES = 8
MOST_RELATED = 6

_FEWEST_COUNTED = 13


@dataclass(frozen=True, slots=True)
class Extent:
    """How much was read for a card: articles, their outlets, and the newest date (ISO)."""

    articles: int
    outlets: int
    as_of: str | None


@dataclass(frozen=True, slots=True)
class CardRequest:
    """What a card is built from, beside its evidence.

    `display` gives the name under which a person or organisation is known across articles;
    `related` names topics in the order of their nearness; `citable` holds the articles of the
    evidence and those that the delta cites; `excerpts` is how much of each may be shown. `question`
    is what was asked of the topic, if it was more than its name.
    """

    topic: Topic
    matched: Match
    language: Language
    delta: Delta
    display: Callable[[str], str]
    related: tuple[str, ...]
    extent: Extent
    citable: tuple[Article, ...]
    excerpts: ExcerptLimits = NO_LIMITS
    question: Question | None = None


def build_card(evidence: Evidence, request: CardRequest) -> TopicCard:
    """The card of one topic. The same evidence and request give the same card."""
    articles = {article.id: article for article in request.citable}
    chosen = permit(_select(evidence, request), Allowance(request.excerpts, articles.__getitem__))
    cited = Citations(articles, evidence.copies)
    cite = cited.cite
    topic = request.topic
    draft = TopicCard(
        id="",
        status=request.delta.status,
        as_of=request.extent.as_of,
        language=request.language,
        slug=topic.slug,
        name=topic.name,
        aliases=topic.aliases,
        matched=request.matched,
        # First, since that is the order in which sources are numbered.
        answers=tuple(cite(point) for point in chosen.answers),
        lead=tuple(cite(point) for point in chosen.lead),
        changes=tuple(_cited(change, cite) for change in chosen.changes),
        changed_since=request.delta.since.isoformat() if request.delta.since else None,
        facts=tuple(cite(point) for point in chosen.facts),
        figures=(),
        voices=tuple(replace(voice, point=cite(voice.point)) for voice in chosen.voices),
        disputed=tuple(_both_cited(pair, cite) for pair in chosen.disputed),
        open=tuple(cite(point) for point in chosen.open),
        timeline=tuple(replace(item, point=cite(item.point)) for item in chosen.timeline),
        related=_related(request, chosen.voices),
        sources=(),
        articles=request.extent.articles,
        outlets=request.extent.outlets,
        version=CARD_VERSION,
        copies=len(evidence.copies),
    )
    readings = {one.reading.article.id: one.reading for one in evidence.articles}
    whole = replace(
        draft,
        figures=_figures_shown(draft, readings),
        sources=cited.sources(),
        dates=date_wordings(points_of(draft), readings),
        news=tuple(_news_shown(draft, request.delta.changes)),
    )
    return replace(whole, id=f"{topic.slug}-{_digest(whole)}")


def _select(evidence: Evidence, request: CardRequest) -> Selection:
    return select(
        evidence,
        request.delta.changes,
        display=request.display,
        language=request.language,
        question=request.question,
    )


def _related(request: CardRequest, voices: tuple[Voice, ...]) -> tuple[str, ...]:
    """The nearest topics, then whoever speaks on the card."""
    speakers = (voice.speaker for voice in voices)
    names = dict.fromkeys((*request.related[:MOST_RELATED], *speakers))
    return tuple(name for name in names if name != request.topic.name)[:MOST_RELATED]


def points_of(card: TopicCard) -> Iterator[Point]:
    """Every point of the card in the order in which it is shown, changes' pasts included."""
    yield from card.answers
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


def _news_shown(card: TopicCard, changes: Sequence[Change]) -> Iterator[Point]:
    """The first change and what else is no background, as the card shows them."""
    if not changes:
        return
    told = (*card.lead, *(change.point for change in card.changes), *card.facts)
    shown = {point.spans[0][:2]: point for point in reversed(told)}
    for place, change in enumerate(one for one in changes if one.kind != "withdrawn"):
        point = shown.get(change.point.spans[0][:2])
        if point is not None and not (place and change.is_background):
            yield point


def _cited(change: Change, cite: Callable[[Point], Point]) -> Change:
    before = cite(change.before) if change.before else None
    return replace(change, point=cite(change.point), before=before)


def _both_cited(pair: Dispute, cite: Callable[[Point], Point]) -> Dispute:
    one, other = pair.points
    return replace(pair, points=(cite(one), cite(other)))


def _digest(card: TopicCard) -> str:
    answered = repr(card.answers) if card.answers else ""
    return hashlib.sha256((repr(card) + answered).encode()).hexdigest()[:8]


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
    """Whether anybody looks for it; "drei Unternehmenslenker" are just counted.

    "binnen vier Jahren" says when.
    """
    if figure.unit in DURATIONS:
        return False
    return bool(figure.unit) or figure.value >= _FEWEST_COUNTED

"""What the cited articles say beyond a card: their best sentences that it does not show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.core.cards import Point
from bot.core.excerpts import NO_LIMITS, Allowance
from bot.core.models import Range
from bot.core.versions import version_of
from bot.dialogue.evidence import list_points
from bot.dialogue.outline import Line, Outline, Run, Section
from bot.dialogue.printable import clean, web_address

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.core.cards import Source, TopicCard
    from bot.core.excerpts import ExcerptLimits
    from bot.core.models import Article, Reading
    from bot.dialogue.viewer import Viewer

    FindReading = Callable[[str], Reading | None]

_MOST_EACH = 4
_MOST_ARTICLES = 5
_LONGEST = 320


def outline_more(
    card: TopicCard,
    find_reading: FindReading,
    viewer: Viewer,
    *,
    excerpts: ExcerptLimits = NO_LIMITS,
) -> Outline:
    """For each cited article up to four further sentences, in its order, and its address.

    Those of an outlet with a limit count together with what the card shows of the article.
    """
    labels = viewer.labels
    shown = {(span.article, span.start) for point in list_points(card) for span in point.spans}
    sections = []
    for source in card.sources[:_MOST_ARTICLES]:
        reading = find_reading(source.id)
        points = _allowed(card, reading, shown, excerpts) if reading else ()
        if points:
            sections.append(_section(source, points))
    title = Line(
        head=(Run(labels.more_title, "label"),),
        body=(Run(clean(card.name), "name"),),
        joint=" · ",
    )
    if not sections:
        sections = [Section("notice", "", (Line((Run(labels.more_none, "label"),)),))]
    footer = (Line((Run(labels.method, "label"),)),)
    return Outline(f"{labels.more_title}: {clean(card.name)}", title, tuple(sections), footer)


def _allowed(
    card: TopicCard, reading: Reading, shown: set[tuple[str, int]], excerpts: ExcerptLimits
) -> tuple[Point, ...]:
    article = reading.article
    allowance = Allowance(excerpts, lambda _: article)
    for point in list_points(card):
        spans = tuple(span for span in point.spans if _is_of(article, span.article))
        if spans:
            allowance.admits(Point(point.text, "shortened", spans))
    return tuple(one for one in further_points(reading, shown) if allowance.admits(one))


def _is_of(article: Article, article_id: str) -> bool:
    """Whether it is the article, or a version of it."""
    return version_of(article_id)[0] == version_of(article.id)[0]


def further_points(
    reading: Reading, shown: set[tuple[str, int]], *, most: int = _MOST_EACH
) -> tuple[Point, ...]:
    """Plain sentences by salience that are not on the card, in reading order."""
    article, analysis = reading.article, reading.analysis
    spoken = {start for one, start in shown if one == article.id}
    ranked = sorted(
        range(len(analysis.sentences)), key=lambda number: (-analysis.salience[number], number)
    )
    free = [
        number
        for number in ranked
        if analysis.traits[number].is_plain
        and analysis.sentences[number].end - analysis.sentences[number].start <= _LONGEST
        and not any(
            analysis.sentences[number].start <= start < analysis.sentences[number].end
            for start in spoken
        )
    ]
    return tuple(
        Point.of(article, (part,), whole=part)
        for part in (_range(reading, number) for number in sorted(free[:most]))
    )


def _range(reading: Reading, number: int) -> Range:
    sentence = reading.analysis.sentences[number]
    return Range(sentence.start, sentence.end)


def _section(source: Source, points: tuple[Point, ...]) -> Section:
    heading = " – ".join(clean(part) for part in (source.title, source.outlet or "") if part)
    lines = tuple(
        Line((Run(clean(point.text)), Run(" "), Run(f"[{source.n}]", "citation")), bullet=True)
        for point in points
    )
    address = web_address(source.url)
    link = (Line((Run(address, "link"),)),) if address else ()
    return Section("more", heading, (*lines, *link))

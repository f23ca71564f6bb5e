"""An article with the passages that a card cites, cut into stretches that look alike. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from bot.adapters.web.passages import choose_passages
from bot.core.cards import ELLIPSIS
from bot.core.excerpts import NO_LIMITS
from bot.core.models import Range
from bot.dialogue.evidence import list_points
from bot.dialogue.printable import clean

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from bot.core.cards import Point, Source, TopicCard
    from bot.core.excerpts import ExcerptLimits
    from bot.core.models import Reading, Span
    from bot.dialogue.outline import Runs

_BREAKS = re.compile(r"\n+")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters that belong to the same points, which are numbered from 1.

    `points` cite it, `supports` are only borne out by it, `anchors` begin here.
    """

    text: str
    points: tuple[int, ...] = ()
    supports: tuple[int, ...] = ()
    anchors: tuple[int, ...] = ()


_LEFT_OUT = Stretch(" … ")


@dataclass(frozen=True, slots=True)
class MarkedArticle:
    """A source of a card with its paragraphs; `reading` is None if the article is gone."""

    source: Source
    reading: Reading | None
    paragraphs: tuple[tuple[Stretch, ...], ...]


@dataclass(frozen=True, slots=True)
class NumberedPoint:
    """`is_there`: the articles still hold exactly these characters."""

    number: int
    point: Point
    text: str
    is_there: bool


def number_points(
    card: TopicCard, find_reading: Callable[[str], Reading | None]
) -> tuple[NumberedPoint, ...]:
    """The points of a card in the order of their numbers."""
    return tuple(
        NumberedPoint(number, point, clean(point.text), _is_there(point, find_reading))
        for number, point in enumerate(list_points(card), start=1)
    )


def mark_articles(
    card: TopicCard,
    find_reading: Callable[[str], Reading | None],
    *,
    excerpts: ExcerptLimits = NO_LIMITS,
) -> tuple[MarkedArticle, ...]:
    """The cited articles in the order of their numbers, their cited passages marked.

    Of an outlet with a limit in `excerpts` only what is cited is there, with what is around it
    up to the limit, and "…" for the rest.
    """
    points = number_points(card, find_reading)
    marked = []
    for source in card.sources:
        reading = find_reading(source.id)
        shown = _shown(reading, points, excerpts) if reading else None
        paragraphs = mark_text(reading.article.text, source.id, points, shown) if reading else ()
        marked.append(MarkedArticle(source, reading, paragraphs))
    return tuple(marked)


def _shown(
    reading: Reading, points: Iterable[NumberedPoint], excerpts: ExcerptLimits
) -> tuple[Range, ...] | None:
    """The passages that may be shown; None for all of the article."""
    most = excerpts.limit_of(reading.article)
    if most is None:
        return None
    there = [one.point for one in points if one.is_there]
    own = reading.article.id
    cited = (span for point in there for span in point.spans if span.article == own)
    supports = (span for point in there for span in point.supports if span.article == own)
    return choose_passages(
        reading,
        [Range(span.start, span.end) for span in cited],
        [Range(span.start, span.end) for span in supports],
        most,
    )


def mark_text(
    text: str,
    article_id: str,
    points: Iterable[NumberedPoint],
    shown: Sequence[Range] | None = None,
) -> tuple[tuple[Stretch, ...], ...]:
    """The text in paragraphs of stretches. Joined, they are the text without its line breaks.

    With `shown`, which are in the order of the text, all that is outside becomes "…".
    """
    there = [one for one in points if one.is_there]
    cited = _passages(((one.number, one.point.spans) for one in there), article_id)
    support = _passages(((one.number, one.point.supports) for one in there), article_id)
    starts: dict[int, list[int]] = {}
    for one in there:
        first = one.point.spans[0]
        if first.article == article_id:
            starts.setdefault(first.start, []).append(one.number)
    places = {place for _, part in (*cited, *support) for place in part}
    places |= {place for part in shown or () for place in part}
    cuts = sorted({0, len(text), *(place for place in places if 0 <= place <= len(text))})
    paragraphs: list[list[Stretch]] = [[]]
    waiting: tuple[int, ...] = ()
    for begin, end in pairwise(cuts):
        piece = Range(begin, end)
        if shown is not None and not any(part.contains(piece) for part in shown):
            if not (paragraphs[-1] and paragraphs[-1][-1] == _LEFT_OUT) and text[begin:end].strip():
                paragraphs[-1].append(_LEFT_OUT)
            continue
        stretch = Stretch(
            text[begin:end],
            tuple(number for number, part in cited if part.contains(piece)),
            tuple(number for number, part in support if part.contains(piece)),
            (*waiting, *starts.get(begin, ())),
        )
        waiting = _append(paragraphs, stretch)
    return tuple(tuple(paragraph) for paragraph in paragraphs if paragraph)


def numbers_of(card: TopicCard) -> Mapping[str, int]:
    """The number of each point of a card, by its words as they are shown."""
    return {clean(point.text): number for number, point in enumerate(list_points(card), start=1)}


def places_of(runs: Runs, numbers: Mapping[str, int]) -> tuple[int | None, ...]:
    """For each run the number of the point that it cites; None for all but citations.

    A citation follows the words of its point, so that the words tell which one it is. Days that
    we add to them ("am Dienstag (21.01.2025)") do not count.
    """
    places: list[int | None] = []
    said = [""]
    found: int | None = None
    for run in runs:
        if run.kind == "citation":
            found = _number_of(said, numbers, found)
            said = [""]
            places.append(found)
            continue
        places.append(None)
        if run.kind in {"text", "figure", "quote"}:
            said[-1] += run.text
            found = None if "".join(said).strip() else found
        else:
            said.append("")
            found = None if run.text.strip() else found
    return tuple(places)


def _number_of(said: list[str], numbers: Mapping[str, int], before: int | None) -> int | None:
    """The point whose words were said last; labels of ours may stand before and inside them."""
    for start in range(len(said)):
        number = numbers.get("".join(said[start:]).strip())
        if number is not None:
            return number
    return before


def _is_there(point: Point, find_reading: Callable[[str], Reading | None]) -> bool:
    readings = [find_reading(span.article) for span in point.spans]
    found = [
        reading.article.text[span.start : span.end]
        for reading, span in zip(readings, point.spans, strict=True)
        if reading is not None
    ]
    return len(found) == len(point.spans) and ELLIPSIS.join(found) == point.text


def _passages(
    numbered: Iterable[tuple[int, tuple[Span, ...]]], article_id: str
) -> list[tuple[int, Range]]:
    return [
        (number, Range(span.start, span.end))
        for number, spans in numbered
        for span in spans
        if span.article == article_id
    ]


def _append(paragraphs: list[list[Stretch]], stretch: Stretch) -> tuple[int, ...]:
    """Add the stretch, beginning a new paragraph at each line break inside.

    Returns the anchors for which there was no letter yet.
    """
    anchors = stretch.anchors
    for number, text in enumerate(_BREAKS.split(stretch.text)):
        if number:
            paragraphs.append([])
        if text:
            paragraphs[-1].append(Stretch(text, stretch.points, stretch.supports, anchors))
            anchors = ()
    return anchors

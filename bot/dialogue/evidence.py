"""A card's evidence: each point with its sentence in the context of its article."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.core.card import points_of
from bot.core.cards import ELLIPSIS
from bot.core.excerpts import NO_LIMITS
from bot.core.models import Range
from bot.dialogue.outline import Line, Outline, Run, Section
from bot.dialogue.printable import clean, web_address

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.core.cards import Point, Source, TopicCard
    from bot.core.excerpts import ExcerptLimits
    from bot.core.models import Reading
    from bot.dialogue.outline import Runs
    from bot.dialogue.viewer import Viewer

    FindReading = Callable[[str], Reading | None]

_LONGEST_CHOICE = 74
# More context than a sentence before and behind is a reading of the article itself.
_MOST_CONTEXT = 400


@dataclass(frozen=True, slots=True)
class PointChoice:
    """A point of a card to be chosen from a list: `key` is its number, from "1" on."""

    key: str
    text: str


def list_points(card: TopicCard) -> tuple[Point, ...]:
    """Each point of the card once, in the order in which it is shown."""
    return tuple({point.spans: point for point in points_of(card)}.values())


def choose_points(card: TopicCard) -> tuple[PointChoice, ...]:
    """The points as one line each, short enough for a list on every platform."""
    return tuple(
        PointChoice(str(number), _cut(clean(point.text)))
        for number, point in enumerate(list_points(card), start=1)
    )


def outline_evidence(
    card: TopicCard,
    find_reading: FindReading,
    viewer: Viewer,
    *,
    excerpts: ExcerptLimits = NO_LIMITS,
) -> Outline:
    """Each point of the card, marked in its sentence, between the sentences around it.

    Of an outlet with a limit in `excerpts` it stands alone: the card has used what is allowed.
    """
    labels, sources = viewer.labels, {source.id: source for source in card.sources}
    sections = tuple(
        Section("evidence", f"{number}.", _evidence(point, find_reading, sources, viewer, excerpts))
        for number, point in enumerate(list_points(card), start=1)
    )
    title = Line(
        head=(Run(labels.evidence_title, "label"),),
        body=(Run(clean(card.name), "name"),),
        joint=" · ",
    )
    return Outline(f"{labels.evidence_title}: {clean(card.name)}", title, sections)


def _evidence(
    point: Point,
    find_reading: FindReading,
    sources: dict[str, Source],
    viewer: Viewer,
    excerpts: ExcerptLimits,
) -> tuple[Line, ...]:
    article_id = point.spans[0].article
    reading = find_reading(article_id)
    source = sources.get(article_id)
    where = (Line(_name(source, viewer)),) if source else ()
    parts = tuple(Range(span.start, span.end) for span in point.spans)
    # Of an article that was changed since, the same characters would prove nothing.
    if reading is None or point.text != _joined(reading, parts):
        return (Line((Run(viewer.labels.evidence_gone, "label"),)), *where)
    is_limited = excerpts.limit_of(reading.article) is not None
    show = _alone if is_limited else _in_context
    return (Line(show(reading, parts)), *where)


def _joined(reading: Reading, parts: tuple[Range, ...]) -> str:
    return ELLIPSIS.join(reading.article.cut(part) for part in parts)


def _alone(reading: Reading, parts: tuple[Range, ...]) -> Runs:
    runs: list[Run] = []
    for part in parts:
        runs += [Run(ELLIPSIS, "context"), Run(_text(reading, part), "cited")]
    return tuple(runs[1:])


def _in_context(reading: Reading, parts: tuple[Range, ...]) -> Runs:
    """The sentences around the parts, the parts themselves as "cited"."""
    first, last = parts[0].start, parts[-1].end
    begin, end = _around(reading, first, last)
    runs: list[Run] = []
    at = begin
    for part in parts:
        runs += [_context(reading, at, part.start), Run(_text(reading, part), "cited")]
        at = part.end
    runs.append(_context(reading, at, end))
    return tuple(run for run in runs if run.text)


def _around(reading: Reading, first: int, last: int) -> tuple[int, int]:
    """From the sentence before to the sentence behind, within their paragraph's neighbours."""
    sentences = reading.analysis.sentences
    starts = [sentence.start for sentence in sentences]
    opening = max(0, bisect_right(starts, first) - 1)
    closing = max(opening, bisect_right(starts, last - 1) - 1)
    before = sentences[max(0, opening - 1)].start if sentences else first
    behind = sentences[min(len(sentences) - 1, closing + 1)].end if sentences else last
    return (
        min(first, max(before, first - _MOST_CONTEXT)),
        max(last, min(behind, last + _MOST_CONTEXT)),
    )


def _context(reading: Reading, start: int, end: int) -> Run:
    text = reading.article.text[start:end]
    inner = clean(text)
    # `clean` strips; the blanks between context and citation belong to the text.
    left = " " if inner and text[:1].isspace() else ""
    right = " " if inner and text[-1:].isspace() else ""
    return Run(f"{left}{inner}{right}" if inner else " " * bool(text), "context")


def _text(reading: Reading, part: Range) -> str:
    return clean(reading.article.cut(part))


def _name(source: Source, viewer: Viewer) -> Runs:
    """The number, title, outlet and author of a source, and its address if it has one."""
    named = " – ".join(clean(part) for part in (source.title, source.outlet or "") if part)
    if source.author:
        named += f", {viewer.labels.written_by.format(name=clean(source.author))}"
    address = web_address(source.url)
    link = (Run(" "), Run(address, "link")) if address else ()
    return (Run(f"[{source.n}]", "citation"), Run(f" {named}", "label"), *link)


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST_CHOICE else f"{text[: _LONGEST_CHOICE - 1].rstrip()}…"

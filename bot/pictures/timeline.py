"""The dated points of a card along a line, further apart the more time lies between them."""

from __future__ import annotations

from datetime import date
from math import log2
from typing import TYPE_CHECKING

from bot.dialogue.printable import clean
from bot.pictures.drawing import LINE, MARGIN, WIDTH, Dot, Picture, Stroke, Text, wrap, write_svg
from bot.pictures.words import words_for

if TYPE_CHECKING:
    from bot.core.cards import TimelineItem, TopicCard
    from bot.dialogue.viewer import Viewer
    from bot.pictures.drawing import Shape

_LINE_AT = 142
_TEXT_AT = 162
_LONGEST_GAP = 64


def draw_timeline(card: TopicCard, viewer: Viewer) -> str:
    """The picture as SVG; "" for fewer than two dates, which are no line."""
    items = card.timeline
    if len(items) < 2:  # noqa: PLR2004 - one is a dot
        return ""
    rows: list[Shape] = []
    y = float(MARGIN + 12)
    first = y
    last = y
    for number, item in enumerate(items):
        y += _gap(items[number - 1], item) if number else 0
        last = y
        row, y = _row(item, viewer, y)
        rows += row
    title = words_for(viewer.language).timeline.format(topic=clean(card.name))
    axis = Stroke(_LINE_AT, first - 5, _LINE_AT, last - 5)
    said = " ".join(f"{_when(item, viewer)}: {clean(item.point.text)}" for item in items)
    name = f"timeline-{card.slug}"
    return write_svg(Picture(name, title, said, y + MARGIN / 2, (axis, *rows)))


def _row(item: TimelineItem, viewer: Viewer, y: float) -> tuple[list[Shape], float]:
    """The shapes of one point, and where the next may begin."""
    lines = wrap(clean(item.point.text), WIDTH - MARGIN - _TEXT_AT)
    shapes: list[Shape] = [
        Text(_LINE_AT - 16, y, _when(item, viewer), "strong", "end"),
        Dot(_LINE_AT, y - 5, 5.0),
        *(Text(_TEXT_AT, y + n * LINE, line) for n, line in enumerate(lines)),
    ]
    return shapes, y + len(lines) * LINE


def _when(item: TimelineItem, viewer: Viewer) -> str:
    return viewer.date_of(item.date, item.precision)


def _gap(before: TimelineItem, after: TimelineItem) -> float:
    """Eight pixels for a day, and some for each doubling: years stay on the picture."""
    days = max(1, (_day(after.date) - _day(before.date)).days)
    return min(_LONGEST_GAP, 8 + 4 * log2(days))


def _day(iso: str) -> date:
    """The first day that an ISO date of any precision can mean."""
    return date.fromisoformat(f"{iso[:10]}-01-01"[:10])

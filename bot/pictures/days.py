"""How often a topic appeared: a bar for each day, or for each month where that is clearer."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from typing import TYPE_CHECKING

from bot.dialogue.printable import clean
from bot.pictures.drawing import MARGIN, WIDTH, Box, Picture, Stroke, Text, write_svg
from bot.pictures.words import words_for

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bot.dialogue.viewer import Viewer
    from bot.pictures.drawing import Shape

# More days than this are too thin to be told apart.
_MOST_BARS = 92
_HEIGHT = 120
_TOP = 60
_BASE = _TOP + _HEIGHT
_WIDEST = 36


def count_days(days: Iterable[date]) -> Mapping[date, int]:
    """How many articles each day has."""
    return Counter(days)


def draw_days(topic: str, slug: str, counted: Mapping[date, int], viewer: Viewer) -> str:
    """The picture as SVG; "" where no article has a date."""
    if not counted:
        return ""
    words = words_for(viewer.language)
    by_day = (max(counted) - min(counted)).days < _MOST_BARS
    bars = _daily(counted) if by_day else _monthly(counted)
    title = words.days.format(topic=clean(topic))
    unit = words.per_day if by_day else words.per_month
    named = [(_name(day, viewer, by_day=by_day), count) for day, count in bars.items()]
    summary = f"{unit}: " + "; ".join(f"{name}: {count}" for name, count in named if count)
    shapes = (
        Text(MARGIN, MARGIN + 12, unit, "soft"),
        Stroke(MARGIN, _BASE + 0.5, WIDTH - MARGIN, _BASE + 0.5),
        *_bars(named),
        *_ends(named),
    )
    return write_svg(Picture(f"days-{slug}", title, summary, _BASE + 36, shapes))


def _daily(counted: Mapping[date, int]) -> dict[date, int]:
    first, last = min(counted), max(counted)
    days = (first + timedelta(days=number) for number in range((last - first).days + 1))
    return {day: counted.get(day, 0) for day in days}


def _monthly(counted: Mapping[date, int]) -> dict[date, int]:
    """Months by their first days; of more than can be told apart the latest."""
    sums: Counter[date] = Counter()
    for day, count in counted.items():
        sums[day.replace(day=1)] += count
    first, last = min(sums), max(sums)
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    shown = range(max(0, months - _MOST_BARS), months)
    starts = (_add_months(first, number) for number in shown)
    return {month: sums[month] for month in starts}


def _add_months(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, 1)


def _bars(named: list[tuple[str, int]]) -> tuple[Shape, ...]:
    highest = max(count for _, count in named)
    step = (WIDTH - 2 * MARGIN) / len(named)
    width = min(_WIDEST, max(2.0, step * 0.75))
    shapes: list[Shape] = []
    for number, (name, count) in enumerate(named):
        if not count:
            continue
        middle = MARGIN + (number + 0.5) * step
        height = _HEIGHT * count / highest
        box = Box(middle - width / 2, _BASE - height, width, height, "bar", f"{name}: {count}")
        shapes.append(box)
        if count == highest or width >= _WIDEST / 2:
            shapes.append(Text(middle, _BASE - height - 6, str(count), "soft", "middle"))
    return tuple(shapes)


def _ends(named: list[tuple[str, int]]) -> tuple[Shape, ...]:
    first = Text(MARGIN, _BASE + 22, named[0][0], "soft")
    if len(named) == 1:
        return (Text(WIDTH / 2, _BASE + 22, named[0][0], "soft", "middle"),)
    return first, Text(WIDTH - MARGIN, _BASE + 22, named[-1][0], "soft", "end")


def _name(day: date, viewer: Viewer, *, by_day: bool) -> str:
    return viewer.date_of(day.isoformat(), "day" if by_day else "month")

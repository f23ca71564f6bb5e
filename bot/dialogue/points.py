"""Points of a card as runs: figures marked, cuts shown, opinion named, sources cited."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.dialogue.outline import Run, Runs
from bot.dialogue.printable import clean

if TYPE_CHECKING:
    from bot.core.cards import FigureItem, Point, TopicCard
    from bot.dialogue.labels import Labels
    from bot.dialogue.outline import RunKind

_CUT_MARK = " …"
_FINAL = frozenset(".!?…")
_CLOSING = "\"'”“’‘»«›‹)]"


@dataclass(frozen=True, slots=True)
class PointWriter:
    """Writes the points of one card, which knows its sources and figures."""

    card: TopicCard
    labels: Labels

    def write(self, point: Point) -> Runs:
        """The point with everything that belongs to it, its citation last."""
        cut = (Run(_CUT_MARK, "label"),) if _ends_early(point) else ()
        words = mark_figures(clean(point.text), self._wordings(point))
        return (*self._opinion(point), *words, *cut, *cite(point))

    def write_quoted(self, point: Point) -> Runs:
        """Exact words: nothing is added inside or before the quotation marks."""
        return (Run(clean(point.text), "quote"), *cite(point))

    def write_reported(self, point: Point) -> Runs:
        """A reported clause, which needs no sign that its sentence goes on."""
        words = mark_figures(clean(point.text), self._wordings(point))
        return (*self._opinion(point), *words, *cite(point))

    def _opinion(self, point: Point) -> Runs:
        kinds = {source.n: source.kind for source in self.card.sources}
        named = bool(point.sources) and all(kinds.get(n) == "opinion" for n in point.sources)
        return (Run(f"{self.labels.opinion}: ", "label"),) if named else ()

    def _wordings(self, point: Point) -> tuple[str, ...]:
        return tuple(clean(item.wording) for item in self.card.figures if _same(item, point))


def mark_figures(text: str, wordings: tuple[str, ...]) -> Runs:
    """`text` as runs, with the first whole occurrence of each of `wordings` as a figure."""
    runs: list[Run] = []
    at = 0
    for start, end in sorted(_places(text, wordings)):
        if start < at:
            continue
        runs += [Run(text[at:start])] if at < start else []
        runs.append(Run(text[start:end], "figure"))
        at = end
    return (*runs, Run(text[at:])) if at < len(text) else tuple(runs)


def cite(point: Point) -> Runs:
    """A space and "[1][2]"; nothing for a point without sources."""
    kind: RunKind = "citation"
    numbers = (Run(f"[{n}]", kind) for n in point.sources)
    return (Run(" "), *numbers) if point.sources else ()


def _ends_early(point: Point) -> bool:
    shown = clean(point.text).rstrip(_CLOSING)
    return point.kind == "shortened" and shown[-1:] not in _FINAL


def _same(item: FigureItem, point: Point) -> bool:
    """Whether the figure's sentence and the point share characters of an article."""
    return any(
        a.article == b.article and a.start < b.end and b.start < a.end
        for a in item.point.spans
        for b in point.spans
    )


def _places(text: str, wordings: tuple[str, ...]) -> list[tuple[int, int]]:
    places = []
    for wording in wordings:
        start = _find_whole(text, wording) if wording else -1
        if start >= 0:
            places.append((start, start + len(wording)))
    return places


def _find_whole(text: str, wording: str) -> int:
    start = text.find(wording)
    while start >= 0:
        end = start + len(wording)
        if not text[start - 1 : start].isalnum() and not text[end : end + 1].isalnum():
            return start
        start = text.find(wording, end)
    return -1

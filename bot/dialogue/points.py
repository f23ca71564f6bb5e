"""Points of a card as runs: figures marked, days and opinion named, cuts shown, sources cited."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING

from bot.core.cards import ELLIPSIS
from bot.core.language.date_words import names_month
from bot.dialogue.outline import Run, Runs
from bot.dialogue.printable import clean

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bot.core.cards import Dispute, FigureItem, Point, TopicCard
    from bot.core.models import Span
    from bot.dialogue.outline import RunKind
    from bot.dialogue.viewer import Viewer

_CUT_MARK = " …"
_FINAL = frozenset(".!?…")
_CLOSING = "\"'”“’‘»«›‹)]"


@dataclass(frozen=True, slots=True)
class PointWriter:
    """Writes the points of one card, which knows its sources, figures and dates."""

    card: TopicCard
    viewer: Viewer

    def write(self, point: Point, *, dated: str = "") -> Runs:
        """The point with everything that belongs to it, its citation last.

        `dated` is the date (ISO) that stands beside it already.
        """
        cut = (Run(_CUT_MARK, "label"),) if _ends_early(point) else ()
        return (*self._opinion(point), *self._words(point, dated), *cut, *self._cited(point))

    def write_quoted(self, point: Point) -> Runs:
        """Exact words: nothing is added inside or before the quotation marks."""
        return (Run(clean(point.text), "quote"), *self._cited(point))

    def write_reported(self, point: Point) -> Runs:
        """A reported clause, which needs no sign that its sentence goes on."""
        return (*self._opinion(point), *self._words(point), *self._cited(point))

    def write_dispute(self, pair: Dispute) -> Runs:
        """Both sides, each with who says it."""
        one, other = pair.points
        claimant, answerer = (self._speaker(pair, place) for place in range(2))
        opening = (*claimant, Run(": ", "label")) if claimant else ()
        return (*opening, *self.write(one), *self._against(answerer), *self.write(other))

    def write_answer(self, pair: Dispute, place: int) -> Runs:
        """The side with this place, behind the other one."""
        return (*self._against(self._speaker(pair, place)), *self.write(pair.points[place]))

    def _against(self, speaker: Runs) -> Runs:
        other_side = self.viewer.labels.other_side
        between = Run(f"{other_side} " if speaker else f"{other_side}: ", "label")
        return (between, *speaker, Run(": ", "label")) if speaker else (between,)

    def _speaker(self, pair: Dispute, place: int) -> Runs:
        """Who says this side, unless its own words name them; the role if none is above."""
        speaker, point = pair.speakers[place], pair.points[place]
        if speaker is None or _names(point.text, speaker.name.split()[-1]):
            return ()
        earlier = takewhile(lambda other: other != pair, self.card.disputed)
        known = {voice.speaker for voice in self.card.voices}
        known |= {one.name for other in earlier for one in other.speakers if one}
        role = clean(speaker.role or "") if speaker.name not in known else ""
        name = Run(clean(speaker.name), "name")
        # Labels of ours, so that the words of the point begin behind them.
        return (name, Run(f", {role}", "label")) if role else (name,)

    def _cited(self, point: Point) -> Runs:
        """The sources that say it independently: of those that carry one text the first alone."""
        texts = {source.n: source.copy_of or source.n for source in self.card.sources}
        firsts = {texts.get(n, n): n for n in reversed(point.sources)}
        return cite(tuple(n for n in point.sources if n in firsts.values()))

    def _words(self, point: Point, dated: str = "") -> Runs:
        """The text with its figures marked and, behind a relative date, what it means."""
        runs = mark_figures(clean(point.text), self._wordings(point))
        return insert_labels(runs, dict(self._days(point, dated)))

    def _days(self, point: Point, dated: str) -> Iterator[tuple[int, str]]:
        """Where in the clean text a relative date ends, and the date."""
        for one in self.card.dates:
            start = _offset(point, one.span)
            if start is None or one.date == dated:
                continue
            # What is cleaned away before it only moves it to the left.
            shift = len(clean(point.text[:start]))
            wording = clean(one.resolved_from)
            at = _find_whole(clean(point.text), wording, shift)
            if at >= 0:
                # Of "am 20. Januar" only the year is not known.
                known = one.date[:4] if names_month(wording) else ""
                told = known or self.viewer.date_of(one.date, one.precision)
                yield at + len(wording), f" ({told})"

    def _opinion(self, point: Point) -> Runs:
        """That it is an opinion, and whose, if none but opinion pieces say it."""
        known = {source.n: source for source in self.card.sources}
        cited = [known[n] for n in point.sources if n in known]
        if not cited or any(source.kind != "opinion" for source in cited):
            return ()
        who = clean(cited[0].author or cited[0].outlet or "")
        named = f" ({who})" if who else ""
        return (Run(f"{self.viewer.labels.opinion}{named}: ", "label"),)

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


def insert_labels(runs: Runs, labels: Mapping[int, str]) -> Runs:
    """`runs` with each of `labels` behind the character up to which it is counted."""
    inserted: list[Run] = []
    before = 0
    for run in runs:
        cut = 0
        for place in sorted(labels):
            if before < place <= before + len(run.text):
                inserted += [
                    Run(run.text[cut : place - before], run.kind),
                    Run(labels[place], "label"),
                ]
                cut = place - before
        inserted += [Run(run.text[cut:], run.kind)] if cut < len(run.text) else []
        before += len(run.text)
    return tuple(inserted)


def cite(sources: tuple[int, ...]) -> Runs:
    """A space and "[1][2]"; nothing without sources."""
    kind: RunKind = "citation"
    numbers = (Run(f"[{n}]", kind) for n in sources)
    return (Run(" "), *numbers) if sources else ()


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


def _offset(point: Point, part: Span) -> int | None:
    """Where in the point's text `part` of an article stands; None if it does not."""
    before = 0
    for span in point.spans:
        if span.article == part.article and span.start <= part.start and part.end <= span.end:
            return before + part.start - span.start
        before += span.end - span.start + len(ELLIPSIS)
    return None


def _places(text: str, wordings: tuple[str, ...]) -> list[tuple[int, int]]:
    places = []
    for wording in wordings:
        start = _find_whole(text, wording) if wording else -1
        if start >= 0:
            places.append((start, start + len(wording)))
    return places


def _names(text: str, surname: str) -> bool:
    """Whether the name or its genitive is a word of the text: "Li" is none of "Lizenz"."""
    return any(_find_whole(text, word) >= 0 for word in (surname, f"{surname}s"))


def _find_whole(text: str, wording: str, first: int = 0) -> int:
    start = text.find(wording, first)
    while start >= 0:
        end = start + len(wording)
        if not text[start - 1 : start].isalnum() and not text[end : end + 1].isalnum():
            return start
        start = text.find(wording, end)
    return -1

"""What "am Dienstag" on a card means: the relative dates of its points, each with its day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.core.cards import DatedWording
from bot.core.models import Range, Span
from bot.core.within import inside

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from bot.core.cards import Point
    from bot.core.models import Analysis, DateMention, Reading


def date_wordings(
    points: Iterable[Point], readings: Mapping[str, Reading]
) -> tuple[DatedWording, ...]:
    """The relative dates that stand in the points and were resolved, each once, in that order.

    Left out are those inside direct speech, whose exact words nothing may interrupt, and those
    beside which the sentence names the date itself ("vorgestern, am 23. September 2025"). Where
    it does so without the year ("Freitag (15. April)"), that date alone is explained.
    """
    found: dict[Span, DatedWording] = {}
    for span in (span for point in points for span in point.spans):
        reading = readings.get(span.article)
        if reading is None:
            continue
        for mention in _telling(reading.analysis, Range(span.start, span.end)):
            place = Span(span.article, mention.range.start, mention.range.end)
            wording = reading.article.cut(mention.range)
            found[place] = DatedWording(place, mention.date or "", mention.precision, wording)
    return tuple(found.values())


def _telling(analysis: Analysis, part: Range) -> Iterator[DateMention]:
    mentions = [one for one in inside(analysis.dates, part) if part.contains(one.range)]
    named = {one.date for one in mentions if one.resolved_from is None}
    numbered = {one.date for one in mentions if _has_digit(one)}
    spoken = [quote.range for quote in analysis.quotes if quote.mode == "direct"]
    for one in mentions:
        is_open = one.resolved_from is not None and one.date is not None
        if (
            is_open
            and one.date not in named
            and (_has_digit(one) or one.date not in numbered)
            and not any(said.contains(one.range) for said in spoken)
        ):
            yield one


def _has_digit(mention: DateMention) -> bool:
    return any(map(str.isdigit, mention.resolved_from or ""))

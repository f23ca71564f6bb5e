"""Sentences become points: short enough, traceable, numbered by their sources."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from bot.core.cards import Point, Source
from bot.core.marks import tears_quotation
from bot.core.models import Span
from bot.core.shortening import shorten
from bot.core.within import inside

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.core.models import Article, Range, Reading, Sentence
    from bot.core.ranking import Candidate


def point_of(
    reading: Reading, sentence: Sentence, limit: int, *, keep: Sequence[Range] = ()
) -> Point | None:
    """The sentence in at most `limit` characters, whole or shortened; None if neither goes.

    Nor does a sentence go that is but a part of what somebody is quoted with.
    """
    if _splits_quotation(reading, sentence):
        return None
    parts = shorten(reading, sentence, limit, keep=keep)
    return Point.of(reading.article, parts, whole=sentence.range) if parts else None


def _splits_quotation(reading: Reading, sentence: Sentence) -> bool:
    part = sentence.range
    return tears_quotation(reading.article.cut(part)) or any(
        quote.mode == "direct" and quote.range.overlaps(part) and not part.contains(quote.range)
        for quote in reading.analysis.quotes
    )


def candidate_point(candidate: Candidate, limit: int) -> Point | None:
    """The candidate as a point that also knows who else says it; its figures stay if they can."""
    reading, sentence = candidate.reading, candidate.sentence
    figures = [figure.range for figure in inside(reading.analysis.figures, sentence.range)]
    point = point_of(reading, sentence, limit, keep=figures)
    if point is None and figures:
        point = point_of(reading, sentence, limit)
    if point is None:
        return None
    supports = tuple(
        Span(other.article.id, said.start, said.end) for other, said in candidate.supporters
    )
    return replace(point, supports=supports)


@dataclass(slots=True)
class Citations:
    """Numbers articles in the order in which a card first cites them.

    `copies` leads from articles to the one whose text each repeats.
    """

    articles: dict[str, Article]
    copies: Mapping[str, str] = field(default_factory=dict)
    _numbers: dict[str, int] = field(default_factory=dict)

    def cite(self, point: Point) -> Point:
        """The same point with the numbers of the articles that say it."""
        numbers = [self._number(span.article) for span in (*point.spans, *point.supports)]
        return point.cited_as(tuple(dict.fromkeys(numbers)))

    def sources(self) -> tuple[Source, ...]:
        """The cited articles by number.

        Of those that carry one text the first that is cited counts, the others are its copies.
        """
        firsts: dict[str, int] = {}
        out: list[Source] = []
        for article_id, number in self._numbers.items():
            first = firsts.setdefault(self.copies.get(article_id, article_id), number)
            source = _source(self.articles[article_id], number)
            out.append(source if first == number else replace(source, copy_of=first))
        return tuple(out)

    def _number(self, article_id: str) -> int:
        return self._numbers.setdefault(article_id, len(self._numbers) + 1)


def published(article: Article) -> str | None:
    """The moment of publication if known, else the day, as ISO; None if undated."""
    if article.published_at is not None:
        return article.published_at.isoformat()
    return article.published_on.isoformat() if article.published_on else None


def _source(article: Article, number: int) -> Source:
    return Source(
        n=number,
        id=article.id,
        title=article.title,
        outlet=article.outlet,
        published=published(article),
        url=article.url,
        language=article.language,
        kind=article.kind,
        is_beginning=article.is_beginning,
        author=article.author,
    )

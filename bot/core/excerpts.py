"""How much of an outlet's article may be shown in its own words. Pure.

A limit counts the characters that a card shows of one article, every character once however
often it is shown. An article that was corrected is one with the version before: what a card
shows of both counts together. Without a limit of its own an outlet has the general one, or none.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.core.language.folding import spelling_key
from bot.core.versions import version_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from bot.core.cards import Point
    from bot.core.models import Article, Span

    # Characters of an article: the version, and where in it.
    _Places = set[tuple[str, int]]


@dataclass(frozen=True, slots=True)
class ExcerptLimits:
    """The most characters verbatim per article and card: by outlet, and for all others.

    None means without limit. Outlets are the same whatever their case, spaces and hyphens.
    """

    outlets: Mapping[str, int] = field(default_factory=dict)
    others: int | None = None

    def limit_of(self, article: Article) -> int | None:
        """How many characters of `article` one card may show."""
        known = {spelling_key(name): most for name, most in self.outlets.items()}
        return known.get(spelling_key(article.outlet or ""), self.others)

    @property
    def is_open(self) -> bool:
        """Whether nothing is limited at all."""
        return not self.outlets and self.others is None


NO_LIMITS = ExcerptLimits()


class Allowance:
    """What is left of each article while one card is built. Points are asked for in order."""

    def __init__(self, limits: ExcerptLimits, article_of: Callable[[str], Article]) -> None:
        """Begin with the whole of `limits`; `article_of` gives the article with an id."""
        self._limits = limits
        self._article_of = article_of
        self._shown: dict[str, _Places] = {}

    def admits(self, point: Point) -> bool:
        """Whether `point` fits; if it does, its characters count as shown from now on.

        A point that does not fit leaves everything as it was: it is left out whole, since a
        sentence that is cut short may say something else.
        """
        if self._limits.is_open:
            return True
        wanted = _characters(point.spans)
        for first, places in wanted.items():
            most = self._least_of(article_id for article_id, _ in places)
            if most is not None and len(self._shown.get(first, set()) | places) > most:
                return False
        for first, places in wanted.items():
            self._shown.setdefault(first, set()).update(places)
        return True

    def _least_of(self, versions: Iterable[str]) -> int | None:
        limits = (self._limits.limit_of(self._article_of(one)) for one in set(versions))
        return min((most for most in limits if most is not None), default=None)


def within_excerpts(
    points: Iterable[Point], limits: ExcerptLimits, article_of: Callable[[str], Article]
) -> tuple[Point, ...]:
    """Those of `points`, in their order, that may be shown together on one card.

    The first come first: an article whose limit is reached gives no further sentence, unless a
    shorter one still fits. The same points and limits give the same result.
    """
    allowance = Allowance(limits, article_of)
    return tuple(point for point in points if allowance.admits(point))


def _characters(spans: Sequence[Span]) -> dict[str, _Places]:
    """The characters by the first version of their article."""
    wanted: dict[str, _Places] = {}
    for span in spans:
        places = ((span.article, place) for place in range(span.start, span.end))
        wanted.setdefault(version_of(span.article)[0], set()).update(places)
    return wanted

"""What lies inside a stretch of an article."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.core.models import Name, Range


class Placed(Protocol):
    """Anything with a range: a quote, a figure, a date, a claim, a sentence."""

    @property
    def range(self) -> Range:
        """Where it stands."""
        ...


T = TypeVar("T", bound=Placed)


def inside(items: Sequence[T], part: Range) -> tuple[T, ...]:
    """The items that begin inside `part`; `items` are in the order of the text."""
    first = bisect_left(items, part.start, key=_start)
    last = bisect_left(items, part.end, lo=first, key=_start)
    return tuple(items[first:last])


def named_in(names: Iterable[Name], part: Range) -> list[tuple[Range, Name]]:
    """The mentions that stand wholly inside `part`, each with its name, name by name."""
    return [
        (mention, name) for name in names for mention in name.mentions if part.contains(mention)
    ]


def _start(item: Placed) -> int:
    return item.range.start

"""Stretches of a text that can be asked for quickly."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from bot.core.models import Range

if TYPE_CHECKING:
    from collections.abc import Iterable


class Stretches:
    """Ranges of one text; those that overlap count as one."""

    def __init__(self, ranges: Iterable[Range]) -> None:
        """Take `ranges` in any order."""
        self._ranges: list[Range] = []
        for part in sorted(ranges):
            if self._ranges and part.start < self._ranges[-1].end:
                last = self._ranges[-1]
                self._ranges[-1] = Range(last.start, max(last.end, part.end))
            else:
                self._ranges.append(part)
        self._starts = [part.start for part in self._ranges]

    def overlap(self, part: Range) -> bool:
        """Whether one of them shares a character with `part`."""
        place = bisect_right(self._starts, part.end - 1) - 1
        return place >= 0 and self._ranges[place].overlaps(part)

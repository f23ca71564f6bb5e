"""Pieces of text with their places on a page become lines, apart where the page leaves a gap."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

# Lines of one paragraph are 1.2 to 1.5 times the size of their letters apart.
_GAP = 1.6
# A heading is set larger than the text below it.
_OTHER_SIZE = 1.15


@dataclass(frozen=True, slots=True)
class Line:
    """A line with the height of its place and the size of its letters, in points."""

    text: str
    height: float
    size: float


class LineBuilder:
    """Takes the pieces of a page in the order of the file; a piece may hold line ends."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._lines: list[Line] = []
        self._open: Line | None = None

    def take(self, text: str, height: float, size: float) -> None:
        """Add a piece."""
        head, *rest = text.split("\n")
        self._add(head, height, size)
        for part in rest:
            self._end()
            self._add(part, height, size)

    def lines(self) -> list[str]:
        """The texts of all lines, with an empty one for each gap between paragraphs."""
        self._end()
        return list(_with_gaps(self._lines))

    def _add(self, text: str, height: float, size: float) -> None:
        if self._open is None:
            if text.strip():
                self._open = Line(text, height, size)
        else:
            self._open = Line(self._open.text + text, self._open.height, self._open.size)

    def _end(self) -> None:
        if self._open is not None:
            self._lines.append(self._open)
        self._open = None


def _with_gaps(lines: list[Line]) -> Iterator[str]:
    previous: Line | None = None
    for line in lines:
        if previous is not None and _is_apart(previous, line):
            yield ""
        yield line.text
        previous = line


def _is_apart(above: Line, below: Line) -> bool:
    smaller, larger = sorted((above.size, below.size))
    if smaller > 0 and larger / smaller > _OTHER_SIZE:
        return True
    # Upwards it goes from the foot of one column to the head of the next.
    return above.height - below.height > _GAP * larger > 0

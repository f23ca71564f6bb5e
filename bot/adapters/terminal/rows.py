"""Rows under headings: a table where it fits, else a short paragraph for each row.

A table that does not fit would break words and names in their middle.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.text import Text

from bot.adapters.terminal.wrapping import wrapped_items
from bot.dialogue.printable import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rich.console import Console, ConsoleOptions, RenderResult

_INDENT = "  "
_DOT = " · "
_GAP = 2
_NUMBER = "#"


class Rows:
    """The first cell of a row is its name."""

    def __init__(self, headings: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
        """Keep what is to be drawn, cleaned of what cannot be seen."""
        self._headings = tuple(headings)
        self._rows = [tuple(clean(cell) for cell in row) for row in rows]

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Yield the table, or the paragraphs."""
        lines = [self._headings, *self._rows]
        widths = [max(map(cell_len, column)) for column in zip(*lines, strict=True)]
        if sum(widths) + _GAP * (len(widths) - 1) <= options.max_width:
            yield from (
                _whole(_beside(line, widths), "" if number else "bold")
                for number, line in enumerate(lines)
            )
            return
        first, *others = self._headings
        for name, *cells in self._rows:
            yield _whole(f"{first}{name}" if first == _NUMBER else name, "bold")
            named = zip(others, cells, strict=True)
            told = [f"{heading}: {cell}" for heading, cell in named if cell]
            for line in wrapped_items(told, options.max_width, indent=_INDENT, joint=_DOT):
                yield _whole(line)


def _beside(cells: Sequence[str], widths: Sequence[int]) -> str:
    """The cells as columns of these widths, without blanks at the end of the line."""
    padded = (
        cell + " " * (width + _GAP - cell_len(cell))
        for cell, width in zip(cells, widths, strict=True)
    )
    return "".join(padded).rstrip(" ")


def _whole(line: str, style: str = "") -> Text:
    return Text(line, style, overflow="ignore", no_wrap=True)

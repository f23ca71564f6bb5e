"""Which files were read, and which were not and why, as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from bot.dialogue.printable import clean

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions, RenderResult

    from bot.core.collection import Collection


class SourcesView:
    """Files with their articles, then what was left out."""

    def __init__(self, collection: Collection) -> None:
        """Keep what is to be drawn."""
        self._collection = collection

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Yield the two tables and a line that counts."""
        read = [file for file in self._collection.files if file.articles]
        skipped = self._collection.skipped
        articles = len(self._collection.articles)
        yield Text(f"{articles} articles from {len(read)} files, {len(skipped)} left out")
        if read:
            yield Text("")
            yield self._read()
        if skipped:
            yield Text("")
            yield self._skipped()

    def _read(self) -> Table:
        table = _table("File", "Date", "Language", "Outlet")
        for file in self._collection.files:
            for article in file.articles:
                day = article.published_on.isoformat() if article.published_on else "undated"
                outlet = clean(article.outlet or "unknown")
                table.add_row(Text(clean(file.path)), day, article.language, Text(outlet))
        return table

    def _skipped(self) -> Table:
        table = _table("Left out", "Line", "Why")
        for skip in self._collection.skipped:
            line = str(skip.line) if skip.line else ""
            table.add_row(Text(clean(skip.path)), line, Text(clean(skip.reason)))
        return table


def _table(*headings: str) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading in headings:
        table.add_column(heading, overflow="fold")
    return table

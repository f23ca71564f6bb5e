"""Which files were read, and which were not and why, as tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from bot.adapters.terminal.rows import Rows
from bot.dialogue.reports import report_in
from bot.dialogue.viewer import Viewer

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rich.console import Console, ConsoleOptions, RenderResult

    from bot.core.collection import Collection, Skipped
    from bot.core.models import Language

_WORDS: Mapping[Language, Mapping[str, str]] = {
    "de": {
        "counts": "Artikel: {articles} · Dateien: {files} · nicht gelesen: {skipped}",
        "remarked": " · Anmerkungen: {n}",
        "remarks": "Gelesen, mit einer Anmerkung:",
        "file": "Datei",
        "date": "Datum",
        "language": "Sprache",
        "outlet": "Quelle",
        "undated": "ohne Datum",
        "unknown": "ohne Angabe",
        "left_out": "Nicht gelesen",
        "line": "Zeile",
        "why": "Grund",
    },
    "en": {
        "counts": "articles: {articles} · files: {files} · left out: {skipped}",
        "remarked": " · remarks: {n}",
        "remarks": "Read, with a remark:",
        "file": "File",
        "date": "Date",
        "language": "Language",
        "outlet": "Outlet",
        "undated": "undated",
        "unknown": "unknown",
        "left_out": "Left out",
        "line": "Line",
        "why": "Why",
    },
}


class SourcesView:
    """Files with their articles, then what was left out, then remarks on what was read."""

    def __init__(self, collection: Collection, language: Language) -> None:
        """Keep what is to be drawn."""
        self._collection = collection
        self._language = language
        self._say = _WORDS[language]

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Yield a line that counts, and the tables."""
        read = [file for file in self._collection.files if file.articles]
        skipped = [one for one in self._collection.skipped if not one.is_remark]
        remarks = [one for one in self._collection.skipped if one.is_remark]
        counted = self._say["counts"].format(
            articles=len(self._collection.articles), files=len(read), skipped=len(skipped)
        )
        yield Text(counted + (self._say["remarked"].format(n=len(remarks)) if remarks else ""))
        if read:
            yield Text("")
            yield self._read()
        if skipped:
            yield Text("")
            yield self._told("left_out", skipped)
        if remarks:
            # Said above, since a table that does not fit has no headings.
            yield Text("")
            yield Text(self._say["remarks"])
            yield self._told("file", remarks)

    def _read(self) -> Rows:
        say, viewer = self._say, Viewer(self._language)
        return Rows(
            [say[one] for one in ("file", "date", "language", "outlet")],
            (
                (
                    file.path,
                    viewer.day(one.published_on) if one.published_on else say["undated"],
                    one.language,
                    one.outlet or say["unknown"],
                )
                for file in self._collection.files
                for one in file.articles
            ),
        )

    def _told(self, heading: str, told: Sequence[Skipped]) -> Rows:
        return Rows(
            [self._say[one] for one in (heading, "line", "why")],
            (
                (one.path, str(one.line or ""), report_in(self._language, one.reason))
                for one in told
            ),
        )

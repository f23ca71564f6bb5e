"""What a command prints: answers on standard output, messages on standard error."""

from __future__ import annotations

import json
import os
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Literal

from rich.console import Console
from rich.text import Text

from bot.adapters.terminal.progress import ProgressBar
from bot.adapters.terminal.render import print_outlines
from bot.adapters.terminal.sources import SourcesView
from bot.adapters.terminal.wrapping import wrapped
from bot.dialogue.answer_outline import outline_answer
from bot.dialogue.answers import NoticeAnswer, Silence
from bot.dialogue.printable import clean
from bot.dialogue.reports import report_in
from bot.dialogue.viewer import Viewer
from bot.formats.as_json import answer_as_dict
from bot.formats.as_markdown import outlines_as_markdown

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from rich.console import RenderableType

    from bot.core.collection import Collection, Skipped
    from bot.core.models import Language
    from bot.dialogue.answers import Answer
    from bot.dialogue.outline import Outline
    from bot.formats.as_json import JsonObject

Form = Literal["text", "markdown", "json"]

_MOST_FAULTS = 10
_STEPS: Mapping[Language, dict[str, str]] = {
    "de": {"files": "Dateien werden gelesen", "articles": "Artikel werden ausgewertet"},
    "en": {"files": "Reading files", "articles": "Analysing articles"},
}


class Screen:
    """Standard output and standard error of one command."""

    def __init__(
        self, language: Language, *, zone: str = "Europe/Berlin", form: Form = "text"
    ) -> None:
        """Labels are in `language`, times in `zone`; answers are shown in one `form`."""
        self._language = language
        self._zone = zone
        self._form = form
        self._out = Console(highlight=False, markup=False, emoji=False)
        self._err = Console(stderr=True, highlight=False, markup=False, emoji=False)

    @property
    def is_watched(self) -> bool:
        """Whether a person sits at both ends."""
        return sys.stdin.isatty() and self._out.is_terminal

    def progress(self) -> ProgressBar:
        """A bar for work that takes longer than a second."""
        return ProgressBar(self._err, _STEPS[self._language])

    def show(
        self,
        answer: Answer,
        *,
        data: JsonObject | None = None,
        in_shell: bool = False,
        now: datetime | None = None,
        hint: str = "",
    ) -> None:
        """Show an answer; as JSON it is `data`, by default what kind of answer it is and holds.

        A person gets a word where the bot would be silent among others. `in_shell`: what else can
        be asked is told as commands of the shell, not of a chat. `now` is when it is read, at
        present by default: it says how old an article is. `hint` stands below it for a person.
        """
        if self._form == "json":
            self._json(answer_as_dict(answer) if data is None else data)
            return
        if isinstance(answer, Silence):
            answer = NoticeAnswer("welcome")
        read_at = now or datetime.now(UTC)
        viewer = Viewer(self._language, self._zone, read_at, in_shell=in_shell)
        outlines = outline_answer(answer, viewer)
        if outlines and self._form == "markdown":
            sys.stdout.write(outlines_as_markdown(outlines))
        elif outlines:
            print_outlines(outlines, self._out)
            if hint:
                self._out.print()
                self.tell(hint)

    def tell(self, hint: str) -> None:
        """A hint for a person, among the answers."""
        if self._form == "text":
            self._out.print(Text(hint, style="dim"))

    def show_outline(self, outline: Outline, *, data: JsonObject) -> None:
        """Show what is outlined already; as JSON it is `data`."""
        if self._form == "json":
            self._json(data)
        elif self._form == "markdown":
            sys.stdout.write(outlines_as_markdown((outline,)))
        else:
            print_outlines((outline,), self._out)

    def show_sources(
        self, collection: Collection, *, feeds: Sequence[str] = (), data: JsonObject
    ) -> None:
        """List what was read and what was not, and below it a line or more for each feed."""
        if self._form == "json":
            self._json(data)
        else:
            self._out.print(SourcesView(collection, self._language), crop=False)
            self._write(("", *feeds) if feeds else ())

    def show_table(self, table: RenderableType, *, data: JsonObject) -> None:
        """Show what is drawn already; as JSON it is `data`."""
        if self._form == "json":
            self._json(data)
        else:
            self._out.print(table, crop=False)

    @property
    def width(self) -> int:
        """How many columns a line has."""
        return self._out.width

    def show_wrapped(self, lines: Iterable[str], *, data: JsonObject) -> None:
        """Show lines, broken at blanks where they are too wide; as JSON it is `data`."""
        if self._form == "json":
            self._json(data)
        elif self._out.is_terminal or "COLUMNS" in os.environ:
            self._write(lines)
        else:
            # In a file or a pipe each is a line, which can be searched.
            self.show_lines(tuple(lines), data=data)

    def show_lines(self, lines: Sequence[str], *, data: JsonObject) -> None:
        """Show lines as they are, however wide; as JSON it is `data`."""
        if self._form == "json":
            self._json(data)
        else:
            sys.stdout.write("".join(f"{line}\n" for line in lines))

    def say(self, sentence: str) -> None:
        """A sentence for the person, on standard error."""
        self._complain(sentence)

    def _write(self, lines: Iterable[str]) -> None:
        for line in lines:
            sys.stdout.write("\n".join((*wrapped(line, self.width), "")) if line else "\n")

    def _json(self, value: JsonObject) -> None:
        sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")

    def json_line(self, value: JsonObject) -> None:
        """Print JSON in one line, at once, so that a reader of the stream need not wait."""
        sys.stdout.write(json.dumps(value, ensure_ascii=False) + "\n")
        sys.stdout.flush()

    def unreadable(self, failed: Sequence[tuple[str, str]]) -> None:
        """Name on standard error some of the places that could not be read, and why."""
        for place, reason in failed[:_MOST_FAULTS]:
            self._complain(f"{place}: {report_in(self._language, reason)}")
        if len(failed) > _MOST_FAULTS:
            self._complain(f"… and {len(failed) - _MOST_FAULTS} more")

    def faults(self, collection: Collection) -> None:
        """Name on standard error what should have been an article and could not be read."""
        faults = [skip for skip in collection.skipped if skip.is_fault]
        for skip in faults[:_MOST_FAULTS]:
            self._complain(self._describe(skip))
        if len(faults) > _MOST_FAULTS:
            self._complain(f"… and {len(faults) - _MOST_FAULTS} more; see: briefing sources")
        if not collection.articles:
            self._complain("there are no articles in these folders; see: briefing sources")

    def _describe(self, skip: Skipped) -> str:
        """The place and the reason in one line."""
        place = f"{skip.path}:{skip.line}" if skip.line else skip.path
        return f"{place}: {report_in(self._language, skip.reason)}"

    def _complain(self, message: str) -> None:
        told = report_in(self._language, message)
        message = f"briefing: {clean(told)}"
        # In a file or a pipe a message is a line, which can be searched.
        lines = wrapped(message, self._err.width) if self._err.is_terminal else (message,)
        for line in lines:
            self._err.print(Text(line), soft_wrap=True)

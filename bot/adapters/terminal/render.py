"""Outlines drawn for a terminal: hanging indents, from 40 columns on, with or without colour.

Text of articles is never read as Rich markup, and lines carry no blanks at their end.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.style import Style
from rich.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rich.console import Console, ConsoleOptions, RenderResult

    from bot.dialogue.outline import Line, Outline, Run, RunKind, Runs, Section

# Longer lines are hard to read, however wide the window is.
_WIDEST = 100
_NARROWEST = 20
_INDENT = "  "
_GAP = "  "
_BULLET = "• "
# A head stands beside its body only if it leaves the body most of the line.
_WIDEST_HEAD = 28
_HEAD_SHARE = 0.4

_STYLES: dict[RunKind, Style] = {
    "text": Style(),
    "figure": Style(bold=True),
    "quote": Style(italic=True),
    "label": Style(),
    "name": Style(bold=True),
    "citation": Style(color="cyan"),
    "link": Style(color="blue", underline=True),
    "cited": Style(bold=True),
    "context": Style(dim=True),
}
_HEADING = Style(bold=True, color="cyan")
_ASIDE = Style(dim=True)


def print_outlines(outlines: Iterable[Outline], console: Console) -> None:
    """Print outlines one below the other; only web addresses may be wider than the console."""
    console.print(OutlineView(outlines), crop=False)


class OutlineView:
    """Outlines one below the other, as wide as the console but at most 100 columns."""

    def __init__(self, outlines: Iterable[Outline]) -> None:
        """Keep what is to be drawn."""
        self._outlines = tuple(outlines)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Yield one `Text` per line of the screen."""
        width = max(_NARROWEST, min(options.max_width, _WIDEST))
        for number, outline in enumerate(self._outlines):
            if number:
                yield from (Text(""), Text("─" * width, style=_ASIDE), Text(""))
            yield from _draw(outline, console, width=width)


def _draw(outline: Outline, console: Console, *, width: int) -> Iterator[Text]:
    yield from _draw_title(outline.title, console, width=width)
    for section in outline.sections:
        yield Text("")
        yield from _draw_section(section, console, width=width)
    if outline.footer:
        yield Text("")
    for line in outline.footer:
        yield from _hang(Text(""), _styled(line.body, base=_ASIDE), console, width=width)


def _draw_title(title: Line, console: Console, *, width: int) -> Iterator[Text]:
    """The head to the left, the rest to the right if both fit on a line, else below."""
    if not title.head:
        yield from _hang(Text(""), _styled(title.body), console, width=width)
        return
    head, body = _styled(title.head), _styled(title.body, base=_ASIDE)
    blank = width - head.cell_len - body.cell_len
    if blank >= len(_GAP):
        yield Text.assemble(head, " " * blank, body)
        return
    yield from _hang(Text(""), head, console, width=width)
    yield from _hang(Text(""), body, console, width=width)


def _draw_section(section: Section, console: Console, *, width: int) -> Iterator[Text]:
    heading = Text(section.heading, style=_HEADING)
    if section.inline:
        for line in section.lines:
            margin = Text.assemble(heading, ": ")
            yield from _hang(margin, _styled(line.body), console, width=width)
        return
    if section.heading:
        # The title of an article may be one.
        yield from _hang(Text(""), heading, console, width=width)
    column = _head_column(section, width=width)
    for line in section.lines:
        yield from _draw_line(line, console, width=width, column=column)


def _head_column(section: Section, *, width: int) -> int:
    """How wide the heads of a section are, if they can stand beside the bodies; else 0."""
    widest = max((_styled(line.head).cell_len for line in section.lines), default=0)
    return widest if widest <= min(_WIDEST_HEAD, int(width * _HEAD_SHARE)) else 0


def _draw_line(line: Line, console: Console, *, width: int, column: int) -> Iterator[Text]:
    head, body = _styled(line.head), _styled(_words(line.body))
    if head and column:
        blank = " " * (column - head.cell_len)
        margin = Text.assemble(_INDENT, head, blank, _GAP)
    elif head:
        yield from _hang(Text(_INDENT), head, console, width=width)
        margin = Text(_INDENT + _GAP)
    else:
        margin = Text(_INDENT + (_BULLET if line.bullet else ""))
    yield from _hang(margin, body, console, width=width)
    yield from _addresses(line.body, margin.cell_len)


def _words(runs: Runs) -> Runs:
    return tuple(run for run in runs if run.kind != "link")


def _addresses(runs: Runs, indent: int) -> Iterator[Text]:
    """Each address on a line of its own that is never broken, so that it can be copied."""
    for run in runs:
        if run.kind == "link":
            address = Text(run.text, style=_style(run))
            yield Text.assemble(" " * indent, address, no_wrap=True, overflow="ignore")


def _hang(margin: Text, text: Text, console: Console, *, width: int) -> Iterator[Text]:
    """`text` wrapped beside `margin`, further lines as far in as the first."""
    indent = Text(" " * margin.cell_len)
    for number, line in enumerate(text.wrap(console, width - margin.cell_len)):
        line.rstrip()
        yield Text.assemble(indent if number else margin, line)


def _styled(runs: Runs, *, base: Style | None = None) -> Text:
    text = Text(style=base or "", overflow="fold")
    for run in runs:
        text.append(run.text, style=_style(run))
    return text


def _style(run: Run) -> Style:
    style = _STYLES[run.kind]
    return style + Style(link=run.text) if run.kind == "link" else style

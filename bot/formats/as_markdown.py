"""Outlines as Markdown in which no word of an article can format, link or ping."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.dialogue.outline import Line, Outline, Run, Runs, Section

# What may mean something to some dialect of Markdown anywhere in a line; ":" only where a
# scheme or an :emoji: could begin, "." only where an address is guessed from "www.".
_ANYWHERE = re.compile(r"[\\`*_\[\]<>~|$#^{}]|:(?=\S)|\.(?<=[wW]{3}\.)")
# What may mean something at the beginning of a line: lists, rules, underlined headings.
_AT_START = re.compile(r"^(\s*)([-+=]|\d{1,9}(?=[.)]))")
_DEEPEST_HEADING = 6
_STRONG = frozenset({"name", "figure", "cited"})


def outlines_as_markdown(outlines: Iterable[Outline]) -> str:
    """All outlines, the second and further ones a heading lower; ends with a line break."""
    parts = [
        _outline_as_markdown(outline, level=min(number, 2))
        for number, outline in enumerate(outlines, start=1)
    ]
    return "\n".join(parts)


def escape_markdown(text: str) -> str:
    """`text` so that it reads the same, whatever it contains, also at the start of a line."""
    safe = _ANYWHERE.sub(r"\\\g<0>", text.replace("&", "&amp;"))
    safe = safe.replace("@", "&#64;")
    return _AT_START.sub(_escape_start, safe)


def _escape_start(match: re.Match[str]) -> str:
    space, mark = match.groups()
    # A number keeps its digits; what follows it is the mark of a list.
    return f"{space}{mark}\\" if mark.isdigit() else f"{space}\\{mark}"


def _outline_as_markdown(outline: Outline, *, level: int) -> str:
    blocks = [_heading(_line(outline.title), level)]
    blocks += [_section(section, level + 1) for section in outline.sections]
    blocks += [_line(line) for line in outline.footer]
    return "\n\n".join(blocks) + "\n"


def _heading(text: str, level: int) -> str:
    return f"{'#' * min(level, _DEEPEST_HEADING)} {text}"


def _section(section: Section, level: int) -> str:
    if section.inline:
        names = "; ".join(_line(line) for line in section.lines)
        return f"**{escape_markdown(section.heading)}:** {names}"
    lines = "\n".join(f"- {_line(line)}" for line in section.lines)
    if section.kind == "lead":
        lines = "\n\n".join(_line(line) for line in section.lines)
    return (
        f"{_heading(escape_markdown(section.heading), level)}\n\n{lines}"
        if section.heading
        else lines
    )


def _line(line: Line) -> str:
    head, body = _runs(line.head), _runs(line.body)
    return f"{head}{escape_markdown(line.joint)}{body}" if head and body else head or body


def _runs(runs: Runs) -> str:
    return "".join(_run(run) for run in runs)


def _run(run: Run) -> str:
    if run.kind == "link":
        return f"<{run.text}>"
    text = escape_markdown(run.text)
    return f"**{text}**" if run.kind in _STRONG and text else text

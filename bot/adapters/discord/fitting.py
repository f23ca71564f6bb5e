"""Outlines as lines of Markdown that fit a message: what must go is cut at the end and said."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.adapters.discord.escaping import break_links, cut, escape, escape_start
from bot.dialogue.outline import Line, Run

if TYPE_CHECKING:
    from bot.dialogue.outline import Outline, Runs, Section, SectionKind

# A line as long as a whole paragraph of an article; nothing of ours comes near it.
LONGEST_LINE = 1500
# Titles and footers are ours, but for the names in them.
_LONGEST_EDGE = 600
# Longer addresses are built by machines for machines; the evidence of a card shows them too.
_LONGEST_LINK = 300
_STRONG = frozenset({"name", "figure", "cited"})
# What lines that are no points of a list begin with, so that they stand apart.
_MARKS: dict[SectionKind, str] = {
    "voices": "- ",
    "timeline": "- ",
    "entries": "- ",
    "commands": "- ",
    "sources": "-# ",
}
# Which sections give way first, line by line from their ends, when a message is too long.
_GIVE_WAY: tuple[SectionKind, ...] = (
    "related",
    "timeline",
    "open",
    "disputed",
    "topics",
    "commands",
    "unchanged",
    "more",
    "evidence",
    "voices",
    "facts",
    "changes",
    "entries",
    "sources",
    "choices",
    "notice",
    "lead",
    "answers",
)


@dataclass(frozen=True, slots=True)
class Block:
    """The text of one text display. `section` is what it shows, None for title and footer."""

    text: str
    section: Section | None = None


def blocks_of(outline: Outline, note: str = "") -> tuple[Block, ...]:
    """Title, sections and footer as Markdown; `note` is one more small line at the end."""
    blocks = [Block(_title(outline.title))]
    blocks += [Block(_section(section), section) for section in outline.sections]
    small = [*map(_write, outline.footer), *([escape(note)] if note else [])]
    if small:
        blocks.append(Block("\n".join(f"-# {line}" for line in small)))
    return tuple(block for block in blocks if block.text.strip())


def fit(outline: Outline, room: int, *, mark: str) -> Outline:
    """The outline with at most `room` characters as Markdown, `mark` wherever something is cut.

    Lines that are much too long are cut at a sentence or word; then whole lines go, the last
    ones of the least important section first. An outline that fits comes back as it is.
    """
    short = _shorten_lines(outline, mark)
    length = measure(short)
    order = [*_GIVE_WAY, *_GIVE_WAY]
    while length > room and order:
        least = 1 if len(order) > len(_GIVE_WAY) else 0
        smaller = _drop_last(short, order[0], least=least, mark=mark)
        if smaller is None:
            order.pop(0)
            continue
        short, saved = smaller
        length -= saved
    return short


def write_sentence(text: str, room: int) -> str:
    """One sentence of plain text, with at most `room` characters once it is escaped."""
    return break_links(escape_start(escape(cut(text, room))))


def measure(outline: Outline) -> int:
    """How many characters the outline takes as Markdown."""
    return sum(len(block.text) for block in blocks_of(outline))


def measure_section(section: Section) -> int:
    """How many characters one section takes as Markdown."""
    return len(_section(section))


def _drop_last(
    outline: Outline, kind: SectionKind, *, least: int, mark: str
) -> tuple[Outline, int] | None:
    """The outline without the last line of that section, and how much shorter it is.

    None if only `least` lines are left.
    """
    for number, section in reversed(tuple(enumerate(outline.sections))):
        if section.kind != kind:
            continue
        said = bool(section.lines) and section.lines[-1] == _say(mark)
        lines = section.lines[:-1] if said else section.lines
        if len(lines) <= least:
            continue
        left = replace(section, lines=(*lines[:-1], _say(mark)))
        sections = (*outline.sections[:number], left, *outline.sections[number + 1 :])
        saved = measure_section(section) - measure_section(left)
        return replace(outline, sections=sections), saved
    return None


def _say(mark: str) -> Line:
    return Line((Run(mark, "label"),))


def _shorten_lines(outline: Outline, mark: str) -> Outline:
    sections = tuple(
        replace(section, lines=tuple(_shorten(line, mark) for line in section.lines))
        for section in outline.sections
    )
    footer = tuple(_shorten(line, mark, room=_LONGEST_EDGE) for line in outline.footer)
    title = _shorten(outline.title, mark, room=_LONGEST_EDGE)
    return replace(outline, title=title, sections=sections, footer=footer)


def _shorten(line: Line, mark: str, *, room: int = LONGEST_LINE) -> Line:
    head = _clip(line.head, room // 2, mark)
    return replace(line, head=head, body=_clip(line.body, room, mark))


def _clip(runs: Runs, room: int, mark: str) -> Runs:
    """The runs that fit; the last one cut, with the mark behind it, if one does not."""
    kept: list[Run] = []
    for run in runs:
        shown = run
        if run.kind == "link" and len(run.text) > _LONGEST_LINK:
            shown = Run(mark, "label")
        taken = len(_run(shown))
        if taken > room:
            if shown.kind != "link":
                kept.append(replace(shown, text=cut(shown.text, room - len(mark) - 4)))
            return (*kept, Run(f" {mark}", "label"))
        kept.append(shown)
        room -= taken
    return tuple(kept)


def _title(title: Line) -> str:
    """The head as a heading and the rest as a small line below; bold adds nothing there."""
    head, body = _plain(title.head), _plain(title.body)
    first, second = (head, body) if head else (body, "")
    lines = [f"### {escape_start(first)}", *([f"-# {escape_start(second)}"] if second else [])]
    return "\n".join(lines)


def _section(section: Section) -> str:
    if section.inline:
        names = " · ".join(_write(line) for line in section.lines)
        return f"**{escape(section.heading)}:** {names}"
    if section.kind == "evidence":
        return _evidence(section)
    mark = _MARKS.get(section.kind, "")
    lines = [f"{'- ' if line.bullet else mark}{_write(line)}" for line in section.lines]
    heading = [f"**{escape(section.heading)}**"] if section.heading else []
    return "\n".join((*heading, *lines))


def _evidence(section: Section) -> str:
    """The number before the words, and where they stand small below."""
    first, *rest = (_write(line) for line in section.lines)
    number = f"**{escape(section.heading)}** " if section.heading else ""
    return "\n".join((f"{number}{first}", *(f"-# {line}" for line in rest)))


def _write(line: Line) -> str:
    head, body = _runs(line.head), _runs(line.body)
    joined = f"{head}{escape(line.joint)}{body}" if head and body else head or body
    return break_links(escape_start(joined))


def _plain(runs: Runs) -> str:
    return break_links("".join(escape(run.text) for run in runs))


def _runs(runs: Runs) -> str:
    return "".join(_run(run) for run in _joined(runs))


def _joined(runs: Runs) -> Runs:
    """Neighbours of the same look as one run: "**a****b**" would not be read as bold."""
    joined: list[Run] = []
    for run in runs:
        if joined and joined[-1].kind in _STRONG and run.kind in _STRONG:
            joined[-1] = replace(joined[-1], text=joined[-1].text + run.text)
        else:
            joined.append(run)
    return tuple(joined)


def _run(run: Run) -> str:
    if run.kind == "link":
        return f"<{run.text}>"
    if run.kind == "citation":
        return run.text
    text = escape(run.text)
    return f"**{text}**" if run.kind in _STRONG and text.strip() else text

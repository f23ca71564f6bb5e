"""A part of an answer as blocks and text: pure, within every limit of Slack.

Each item of the outline is shown in its order. Only what does not fit into a message is left
out, from the end of the body on, and that is said.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from bot.adapters.slack.blocks import buttons_row, context, divider, header, section
from bot.adapters.slack.limits import (
    BLOCKS_IN_MESSAGE,
    BLOCKS_IN_VIEW,
    CONTEXT_TEXT,
    MESSAGE_TEXT,
    SECTION_TEXT,
    TEXT_OF_MESSAGE,
    size,
)
from bot.adapters.slack.mrkdwn import bold, cut, link, plain, write_runs
from bot.adapters.slack.words import WORDS
from bot.dialogue.outline import Run
from bot.dialogue.printable import clean

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.adapters.slack.blocks import Block
    from bot.core.models import Language
    from bot.dialogue.buttons import Part
    from bot.dialogue.outline import Line, Outline, Section

_LONGEST_LINE = 2000
_LONGEST_SOURCE = 600
_LONGEST_HEAD = 100
_BULLET = "• "


@dataclass(frozen=True, slots=True)
class Message:
    """One message: `text` is a real sentence for notifications and screen readers."""

    text: str
    blocks: tuple[Block, ...]

    def as_arguments(self) -> dict[str, Any]:
        """What a method that posts or edits is given. Nothing is unfurled, ever."""
        return {
            "text": self.text,
            "blocks": list(self.blocks),
            "unfurl_links": False,
            "unfurl_media": False,
        }


def render_part(part: Part, language: Language) -> Message:
    """One part as one message."""
    return Message(
        _notification(part.outline),
        tuple(_fit(_blocks_of(part, language), BLOCKS_IN_MESSAGE, TEXT_OF_MESSAGE, language)),
    )


def render_parts(parts: Sequence[Part], language: Language) -> tuple[Message, ...]:
    """All parts in as few messages as they fit into: a response address works only five times."""
    messages: list[Message] = []
    for part in parts:
        following = render_part(part, language)
        joined = _join(messages[-1], following) if messages else None
        if joined is None:
            messages.append(following)
        else:
            messages[-1] = joined
    return tuple(messages)


def blocks_of_outline(outline: Outline, language: Language, *, under: str = "") -> list[Block]:
    """The blocks of an outline, for a modal or a home tab whose own title is `under`."""
    mark = WORDS[language].shortened
    head = _title(outline, mark, under=under)
    body = [block for one in outline.sections for block in _section(one, mark)]
    foot = [context(_write(line, CONTEXT_TEXT, mark)) for line in outline.footer]
    return [*head, *body, *foot]


def fit_view(blocks: Sequence[Block], language: Language) -> list[Block]:
    """As many of the blocks as a modal takes; that some were left out is said."""
    if len(blocks) <= BLOCKS_IN_VIEW:
        return list(blocks)
    return [*blocks[: BLOCKS_IN_VIEW - 1], context(plain(WORDS[language].shortened))]


def size_of(blocks: Sequence[Block]) -> int:
    """All text in these blocks together, as Slack counts it."""
    return sum(map(_size_of_block, blocks))


def _blocks_of(part: Part, language: Language) -> tuple[list[Block], list[Block]]:
    """What may be cut from its end on, and what always stands below it."""
    outline = part.outline
    sources = tuple(one for one in outline.sections if one.kind == "sources")
    mark = WORDS[language].shortened
    body = _title(outline, mark)
    for one in outline.sections:
        if one.kind != "sources":
            body += _section(one, mark)
    tail = [block for one in sources for block in _section(one, mark)]
    tail += [context(_write(line, CONTEXT_TEXT, mark)) for line in outline.footer]
    return body, [*tail, *buttons_row(part.buttons)]


def _fit(
    blocks: tuple[list[Block], list[Block]], most_blocks: int, most_text: int, language: Language
) -> list[Block]:
    body, tail = blocks
    if len(body) + len(tail) <= most_blocks and size_of([*body, *tail]) <= most_text:
        return [*body, *tail]
    said = context(plain(WORDS[language].shortened))
    while len(tail) > 1 and size_of(tail) > most_text // 2:
        tail = tail[1:]
    while body and (
        len(body) + len(tail) + 1 > most_blocks or size_of([*body, said, *tail]) > most_text
    ):
        body = body[:-1]
    return [*body, said, *tail]


def _join(one: Message, other: Message) -> Message | None:
    blocks = (*one.blocks, divider(), *other.blocks)
    if len(blocks) > BLOCKS_IN_MESSAGE or size_of(blocks) > TEXT_OF_MESSAGE:
        return None
    return Message(one.text, blocks)


def _notification(outline: Outline) -> str:
    # An escaped character takes up to five, and an entity is never cut.
    return plain(cut(clean(outline.headline), MESSAGE_TEXT // 5)) or "–"


def _title(outline: Outline, mark: str, *, under: str = "") -> list[Block]:
    """A head as a title with the rest in small print; a whole sentence as a paragraph.

    What stands above it already is not said again.
    """
    title = outline.title
    if not title.head and any(one.kind == "commands" for one in outline.sections):
        return [header(title.text)]
    if not title.head:
        return [section(_write(title, SECTION_TEXT, mark))]
    head = "".join(run.text for run in title.head)
    if head == under and title.body:
        return [header("".join(run.text for run in title.body))]
    small = [context(write_runs(title.body, most=CONTEXT_TEXT, mark=mark))] if title.body else []
    return [header(head), *small]


def _section(part: Section, mark: str) -> list[Block]:
    if part.kind == "sources":
        lines = [_write_source(line, mark) for line in part.lines]
        return [context(text) for text in _pack([bold(part.heading), *lines], CONTEXT_TEXT)]
    if part.kind == "evidence":
        return list(_evidence(part, mark))
    if part.inline:
        return [section(_beside(part.heading, _calm(line), mark)) for line in part.lines]
    if part.kind == "entries":
        return [section(_write_aside(line, mark)) for line in part.lines]
    if part.kind == "voices":
        first, *others = (_write_item(line, part.kind, mark) for line in part.lines)
        return [section(f"{bold(part.heading)}\n{first}"), *map(section, others)]
    heading = [bold(part.heading)] if part.heading else []
    lines = [_write_item(line, part.kind, mark) for line in part.lines]
    return [section(text) for text in _pack([*heading, *lines], SECTION_TEXT)]


def _evidence(part: Section, mark: str) -> Iterator[Block]:
    """The numbered passage, and in small print where it stands."""
    first, *rest = part.lines
    yield section(f"{bold(part.heading)} {_write(first, _LONGEST_LINE, mark)}")
    yield from (context(_write_source(line, mark)) for line in rest)


def _write_source(line: Line, mark: str) -> str:
    """The title leads to the address, which needs no room of its own."""
    runs = (*line.head, *((Run(line.joint, "label"),) if line.head else ()), *line.body)
    address = next((run for run in runs if run.kind == "link"), None)
    shown = [run for run in runs if run.kind != "link"]
    title = next(
        (n for n, run in enumerate(shown) if run.kind != "citation" and run.text.strip()), 0
    )
    if address is None or not shown:
        return write_runs(runs, most=_LONGEST_SOURCE, mark=mark)
    before, named, after = shown[:title], shown[title], shown[title + 1 :]
    most = _LONGEST_SOURCE // 2
    return (
        write_runs(before, most=most, mark=mark)
        + link(address.text, cut(named.text, most))
        + write_runs(after, most=most, mark=mark)
    )


def _beside(heading: str, line: Line, mark: str) -> str:
    written = _write(line, _LONGEST_LINE, mark)
    return f"{bold(f'{heading}:')} {written}" if heading else written


def _calm(line: Line) -> Line:
    """Names beside a heading, which alone is bold."""
    return replace(line, body=tuple(replace(run, kind="label") for run in line.body))


def _write_item(line: Line, kind: str, mark: str) -> str:
    match kind:
        case "voices":
            # Who speaks stands above the words: on a telephone there is no room beside them.
            return _write(replace(line, joint="\n"), _LONGEST_LINE, mark)
        case "timeline":
            return _write_aside(line, mark)
        case "commands":
            command = "".join(run.text for run in line.head)
            body = write_runs(line.body, most=_LONGEST_LINE, mark=mark)
            return f"`{plain(command)}`{plain(line.joint)}{body}"
        case _:
            return f"{_BULLET if line.bullet else ''}{_write(line, _LONGEST_LINE, mark)}"


def _write_aside(line: Line, mark: str) -> str:
    """What the line says beforehand stands back in italics."""
    head = "".join(run.text for run in line.head)
    if not (head and line.body) or head != head.strip():
        return _write(line, _LONGEST_LINE, mark)
    body = write_runs(line.body, most=_LONGEST_LINE, mark=mark)
    return f"_{plain(cut(head, _LONGEST_HEAD))}_{plain(line.joint)}{body}"


def _write(line: Line, most: int, mark: str) -> str:
    between = (Run(line.joint, "label"),) if line.head and line.body else ()
    return write_runs((*line.head, *between, *line.body), most=most, mark=mark)


def _pack(lines: Sequence[str], most: int) -> list[str]:
    """The lines one below the other, in as few texts as they fit into."""
    texts: list[str] = []
    for line in lines:
        if texts and size(texts[-1]) + 1 + size(line) <= most:
            texts[-1] += f"\n{line}"
        else:
            texts.append(line)
    return texts


def _size_of_block(block: Block) -> int:
    texts = [block.get("text"), *block.get("elements", ())]
    return sum(size(_text_in(one)) for one in texts if one)


def _text_in(element: Block) -> str:
    inner = element.get("text", "")
    return str(inner["text"] if isinstance(inner, dict) else inner)

"""Parts of an answer as Components V2. Pure: draws what there is, and cuts only at limits."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import discord

from bot.adapters.discord.fitting import Block, blocks_of, fit, measure, write_sentence
from bot.adapters.discord.limits import (
    FOLLOW_UPS,
    MESSAGE_COMPONENTS,
    MESSAGE_TEXT,
    ROW_BUTTONS,
)
from bot.adapters.discord.presses import PressButton
from bot.adapters.discord.wording import words_for
from bot.dialogue.outline import Line, Run, Section

if TYPE_CHECKING:
    from bot.core.cards import Status
    from bot.core.models import Language
    from bot.dialogue.buttons import Button, Part
    from bot.dialogue.outline import Outline

    Item = discord.ui.Item[Any]

# Blue, amber and grey are told apart by every eye; the word stands in the title all the same.
_ACCENTS: dict[Status | None, int] = {
    "new": 0x2563EB,
    "updated": 0xD97706,
    "unchanged": 0x6B7280,
}
_PAGED = frozenset({"evidence", "more"})
_LONGEST_HEADLINE = 250
# What the note of a delivery, the headline of a digest and page numbers may take.
_RESERVE = 320
# Text displays of one page, so that container, separators, rows and buttons fit beside them.
_PAGE_BLOCKS = 22


@dataclass(frozen=True, slots=True)
class Message:
    """The top-level components of one message."""

    items: tuple[Item, ...]

    def plus(self, item: Item) -> Message:
        """The message with one more component below."""
        return Message((*self.items, item))

    def view(self) -> discord.ui.LayoutView:
        """The message for discord.py; a new one for each sending."""
        view = discord.ui.LayoutView(timeout=None)
        for item in self.items:
            view.add_item(item)
        return view

    def components(self) -> list[dict[str, Any]]:
        """The message as Discord's API takes it."""
        return [item.to_component_dict() for item in self.items]


def render_part(part: Part, language: Language, *, note: str = "") -> tuple[Message, ...]:
    """The part as messages: one, or up to five for long evidence. `note` stands at its foot."""
    words = words_for(language)
    room = MESSAGE_TEXT - _RESERVE - len(note)
    pages = _pages(part.outline, room, mark=words.shortened)
    drawn = []
    for number, page in enumerate(pages, start=1):
        last = number == len(pages)
        foot = note if last else ""
        if len(pages) > 1:
            foot = f"{words.page.format(n=number, of=len(pages))} {foot}".strip()
        drawn.append(_draw(page, part.buttons if last else (), note=foot))
    return tuple(drawn)


def render_parts(
    parts: tuple[Part, ...], language: Language, *, note: str = ""
) -> tuple[Message, ...]:
    """All parts of an answer, in their order; `note` stands at the foot of the last one."""
    last = len(parts) - 1
    return tuple(
        message
        for number, part in enumerate(parts)
        for message in render_part(part, language, note=note if number == last else "")
    )


def _pages(outline: Outline, room: int, *, mark: str) -> tuple[Outline, ...]:
    """The outline itself, or several where it is a list of evidence that may go on."""
    if not any(section.kind in _PAGED for section in outline.sections):
        return (fit(outline, room, mark=mark),)
    short = fit(outline, 1_000_000, mark=mark)
    room -= len(mark) + sum(len(line.text) for line in short.footer)
    groups: list[list[Section]] = [[]]
    empty = replace(short, sections=())
    for section in short.sections:
        page = replace(empty, sections=(*groups[-1], section), footer=())
        if groups[-1] and (measure(page) > room or len(page.sections) > _PAGE_BLOCKS):
            groups.append([])
        groups[-1].append(section)
    kept = groups[:FOLLOW_UPS]
    if len(groups) > FOLLOW_UPS:
        kept[-1].append(Section("notice", "", (Line((Run(mark, "label"),)),)))
    pages = [replace(empty, sections=tuple(group), footer=()) for group in kept]
    pages[-1] = replace(pages[-1], footer=short.footer)
    return tuple(pages)


def _draw(outline: Outline, buttons: tuple[Button, ...], *, note: str) -> Message:
    blocks = blocks_of(outline, note)
    inner: list[Item] = [*_separated(blocks), *_rows(buttons)]
    container = discord.ui.Container[Any](*inner, accent_color=_ACCENTS.get(outline.status))
    return Message((*_opening(outline), container))


def _separated(blocks: tuple[Block, ...]) -> list[Item]:
    """Text displays; a line above the sources and what follows them, if there is room."""
    items: list[Item] = []
    for block in blocks:
        if block.section is not None and block.section.kind == "sources":
            items.append(discord.ui.Separator())
        items.append(discord.ui.TextDisplay(block.text))
    return items


def _rows(buttons: tuple[Button, ...]) -> list[Item]:
    most = MESSAGE_COMPONENTS // 4
    rows = [buttons[at : at + ROW_BUTTONS] for at in range(0, min(len(buttons), most), ROW_BUTTONS)]
    return [discord.ui.ActionRow(*map(PressButton, row)) for row in rows]


def _opening(outline: Outline) -> tuple[Item, ...]:
    """A digest begins with its plain sentence, which is what a notification shows."""
    if not any(section.kind == "entries" for section in outline.sections):
        return ()
    return (discord.ui.TextDisplay(write_sentence(outline.headline, _LONGEST_HEADLINE)),)

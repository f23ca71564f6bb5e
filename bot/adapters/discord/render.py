"""Parts of an answer as Components V2. Pure: draws what there is, and cuts only at limits."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import discord

from bot.adapters.discord.fitting import (
    Block,
    blocks_of,
    fit,
    measure,
    measure_section,
    write_sentence,
)
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
_LISTS = frozenset({"evidence", "more"})
# A card fits one message as a rule; one with many sources has them in a second one.
_CARD_PAGES = 2
_LONGEST_HEADLINE = 250
# What page numbers and the marks of small lines may take.
_RESERVE = 40
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
    """The part as messages: mostly one, two for a long card, up to five for evidence.

    The buttons stand under the last one, and so does `note`.
    """
    words = words_for(language)
    headline = _LONGEST_HEADLINE if _is_digest(part.outline) else 0
    room = MESSAGE_TEXT - _RESERVE - 2 * len(note) - headline
    pages = _pages(part.outline, room, mark=words.shortened)
    drawn = []
    for number, page in enumerate(pages, start=1):
        last = number == len(pages)
        foot = note if last else ""
        if len(pages) > 1:
            foot = f"{words.page.format(n=number, of=len(pages))} {foot}".strip()
        opening = _opening(page) if number == 1 else ()
        container = _draw(page, part.buttons if last else (), note=foot)
        drawn.append(Message((*opening, container)))
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
    """The outline itself if it fits, else its sections spread over pages; the footer stands last.

    Evidence that goes on beyond the last page is left out whole, and that is said; of a card
    lines are cut.
    """
    if measure(outline) <= room and len(outline.sections) <= _PAGE_BLOCKS:
        return (fit(outline, room, mark=mark),)
    listed = any(section.kind in _LISTS for section in outline.sections)
    short = fit(outline, 1_000_000, mark=mark)
    # The footer and what may be said to be missing stand on the last page.
    inner = room - len(mark) - measure(replace(short, title=Line(()), sections=()))
    groups = _grouped(short, inner)
    kept = groups[: FOLLOW_UPS if listed else _CARD_PAGES]
    if len(groups) > len(kept):
        rest = [section for group in groups[len(kept) :] for section in group]
        said = Section("notice", "", (Line((Run(mark, "label"),)),))
        kept[-1] = [*kept[-1], *([said] if listed else rest)]
    pages = [replace(short, sections=tuple(group), footer=()) for group in kept]
    pages[-1] = replace(pages[-1], footer=short.footer)
    return tuple(_fit_page(page, room, mark=mark) for page in pages)


def _grouped(outline: Outline, room: int) -> list[list[Section]]:
    """The sections in their order, as many together as fit a page."""
    title = measure(replace(outline, sections=(), footer=()))
    groups: list[list[Section]] = [[]]
    length = title
    for section in outline.sections:
        size = measure_section(section)
        if groups[-1] and (length + size > room or len(groups[-1]) == _PAGE_BLOCKS):
            groups.append([])
            length = title
        groups[-1].append(section)
        length += size
    return groups


def _fit_page(page: Outline, room: int, *, mark: str) -> Outline:
    fitted = fit(page, room, mark=mark)
    return replace(fitted, sections=fitted.sections[:_PAGE_BLOCKS])


def _draw(outline: Outline, buttons: tuple[Button, ...], *, note: str) -> Item:
    blocks = blocks_of(outline, note)
    inner: list[Item] = [*_separated(blocks), *_rows(buttons)]
    return discord.ui.Container(*inner, accent_color=_ACCENTS.get(outline.status))


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
    if not _is_digest(outline) or not outline.headline.strip():
        return ()
    return (discord.ui.TextDisplay(write_sentence(outline.headline, _LONGEST_HEADLINE)),)


def _is_digest(outline: Outline) -> bool:
    return any(section.kind == "entries" for section in outline.sections)

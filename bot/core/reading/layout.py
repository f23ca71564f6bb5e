"""Paragraphs and subheadings of a canonical text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.core.models import Range

_BLOCK = re.compile(r"\S(?:[^\n]|\n(?!\s*\n))*")
_ENDS = (".", "!", "?", "…", ":", ";", ",", "“", "”", '"', "«", "»", "’", "'", ")", "]")
_LONGEST_HEADING = 80


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, or a subheading that must never be shown as a sentence."""

    range: Range
    is_heading: bool


def find_blocks(text: str) -> tuple[Block, ...]:
    """Paragraphs (apart by a blank line) in order; a short one without a full stop is a heading."""
    blocks: list[Block] = []
    for match in _BLOCK.finditer(text):
        content = match.group().rstrip()
        part = Range(match.start(), match.start() + len(content))
        blocks.append(Block(part, _is_heading(content)))
    return tuple(blocks)


def _is_heading(content: str) -> bool:
    return len(content) <= _LONGEST_HEADING and "\n" not in content and not content.endswith(_ENDS)

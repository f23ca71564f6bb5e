"""Stretches of a text between quotation marks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from bot.core.models import Range

if TYPE_CHECKING:
    from collections.abc import Iterable

# What may close each opening mark. Straight marks and «» stand on both sides.
_CLOSERS = {
    "„": '“”"‟',
    "“": '”"',
    "‟": '”"',
    '"': '"”“',
    "»": "«",
    "«": "»",
    "‚": "‘’",
    "‘": "’",
    "›": "‹",
    "‹": "›",
    "``": "''",
}
_OPENERS = frozenset('„“»«"')
_SINGLE = frozenset("‚‘›‹")
# An apostrophe inside a word is no mark.
_MARK = re.compile(r"``|''|[„“”‟\"»«‚‘›‹]|’(?!\w)")
# A quotation that has not ended after so many characters has lost its closing mark.
_LONGEST = 2500
# So many marks are looked at for a partner; a paragraph with more than the second number of
# them is garbage. Both keep thousands of marks cheap.
_MOST_LOOKED_AT = 40
_MOST_IN_PARAGRAPH = 400


class _Mark(NamedTuple):
    sign: str
    start: int
    end: int


def find_marked(text: str, paragraphs: Iterable[Range]) -> tuple[Range, ...]:
    """Outermost stretches between quotation marks, marks included, in order and apart.

    A stretch ends inside its paragraph. If the next paragraph opens again, the paragraph
    counts as quoted to its end; otherwise a mark without partner is passed over.
    """
    blocks = tuple(paragraphs)
    out: list[Range] = []
    for number, block in enumerate(blocks):
        goes_on = number + 1 < len(blocks) and text[blocks[number + 1].start] in _OPENERS
        out += _marked_in(text, block, open_end=goes_on)
    return tuple(out)


def _marked_in(text: str, block: Range, *, open_end: bool) -> list[Range]:
    marks = [
        _Mark(match.group(), match.start(), match.end())
        for match in _MARK.finditer(text, block.start, block.end)
    ]
    out: list[Range] = []
    if len(marks) > _MOST_IN_PARAGRAPH:
        return out
    done = block.start
    for number, mark in enumerate(marks):
        if mark.start < done or not _opens(text, mark, block):
            continue
        end = _closing(text, marks, number, block)
        if end is None and open_end and mark.sign in _OPENERS:
            end = block.end if block.end - mark.start <= _LONGEST else None
            open_end = False
        if end is not None:
            out.append(Range(mark.start, end))
            done = end
    return out


def _opens(text: str, mark: _Mark, block: Range) -> bool:
    if mark.sign not in _CLOSERS or mark.end >= block.end or text[mark.end].isspace():
        return False
    before = text[mark.start - 1] if mark.start > block.start else " "
    return not before.isalnum() or mark.sign == "„"


def _closing(text: str, marks: list[_Mark], number: int, block: Range) -> int | None:
    opening = marks[number]
    closers = _CLOSERS[opening.sign]
    single = opening.sign in _SINGLE
    depth = 0
    for mark in marks[number + 1 : number + _MOST_LOOKED_AT]:
        if mark.start - opening.start > _LONGEST:
            return None
        if mark.sign == opening.sign and mark.sign not in closers:
            depth += 1
        elif mark.sign in closers and _closes(text, mark, block, single=single):
            if not depth:
                return mark.end
            depth -= 1
    return None


def _closes(text: str, mark: _Mark, block: Range, *, single: bool) -> bool:
    if mark.sign in _BOTH_SIDES and text[mark.start - 1].isspace():
        return False
    after = text[mark.end] if mark.end < block.end else " "
    return not (after.isalnum() and (single or mark.sign == '"'))


_BOTH_SIDES = frozenset('"’«»')

"""Paragraphs, lines and subheadings of a canonical text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.core.language.stopwords import OPEN_ENDED_WORDS
from bot.core.models import Range

_BLOCK = re.compile(r"[^\n]+(?:\n(?![^\S\n]*(?:\n|\Z))[^\n]+)*")
_LINE = re.compile(r"[^\n]+")
_FINAL = '.!?…:“"'
_ENDS = tuple(".!?…:;,“”\"«»’')]}")
_MARKED = re.compile(r"[-–—*•·‣▪■@#>|/+]|https?:|www\.|\d{1,3}[.)]\s")
_ADDRESS = re.compile(r"https?:|www\.|\S@\S")
# Labels above lists and links, which are headings even with a colon.
_LABELS = frozenset(
    "hintergrund quelle quellen bilder weblinks links ergebnisse reaktionen chronologie "
    "background sources links related reactions".split()
)
_LONGEST_HEADING = 80
_MOST_WORDS = 12
# Behind the last paragraph stands a credit or a label, not a long headline.
_LONGEST_LAST = 60
# From three short lines in a row, they are a list.
_LIST = 3
_NARROWEST_WRAP, _WIDEST_WRAP = 45, 130
_WRAPPED_SHARE = 0.7
_PAIR = 2


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, or a subheading that must never be shown as a sentence."""

    range: Range
    is_heading: bool


def find_blocks(text: str) -> tuple[Block, ...]:
    """Paragraphs and subheadings in order.

    Paragraphs are apart by blank lines, and by single line breaks unless the lines are wrapped
    at a margin. A subheading is a short line that ends
    without a mark and stands before running text; a run of such lines is a list, and a text
    of nothing else has no headings.
    """
    parts = _find_parts(text)
    contents = [text[part.start : part.end] for part in parts]
    short = [_could_be_heading(content) for content in contents]
    if all(flag or not _has_letter(content) for flag, content in zip(short, contents, strict=True)):
        return tuple(Block(part, is_heading=False) for part in parts)
    return tuple(
        Block(part, is_heading=_is_heading(place, contents, short))
        for place, part in enumerate(parts)
    )


def split_lines(text: str, block: Range) -> tuple[Range, ...]:
    """The lines of a paragraph that stand for themselves; one range if it is running text.

    A line break counts as a space where the lines are wrapped at a margin, behind a comma or
    a hyphen, and before a word in lower case.
    """
    if text.find("\n", block.start, block.end) < 0:
        return (block,)
    lines = [
        _trim(text, match.start(), match.end())
        for match in _LINE.finditer(text, block.start, block.end)
        if not match.group().isspace()
    ]
    if not lines:
        return (block,)
    width = _margin([text[line.start : line.end] for line in lines])
    joined: list[Range] = []
    for line in lines:
        if joined and _goes_on(text, joined[-1], line, width):
            joined[-1] = Range(joined[-1].start, line.end)
        else:
            joined.append(line)
    return tuple(joined)


def _find_parts(text: str) -> list[Range]:
    parts = [_trim(text, match.start(), match.end()) for match in _BLOCK.finditer(text)]
    return [line for part in parts if part.start < part.end for line in split_lines(text, part)]


def _trim(text: str, start: int, end: int) -> Range:
    piece = text[start:end]
    left = start + len(piece) - len(piece.lstrip())
    return Range(left, max(left, start + len(piece.rstrip())))


def _has_letter(content: str) -> bool:
    return any(char.isalpha() for char in content)


def _could_be_heading(content: str) -> bool:
    if len(content) > _LONGEST_HEADING or "\n" in content or not _has_letter(content):
        return False
    if content.rstrip(":").lower() in _LABELS:
        return True
    if content.endswith(_ENDS) or content[0].islower() or _MARKED.match(content):
        return False
    return len(content.split()) <= _MOST_WORDS and not _ADDRESS.search(content)


def _is_heading(place: int, contents: list[str], short: list[bool]) -> bool:
    content = contents[place]
    if not short[place]:
        return len(content) < len("Seite 1 von 9") and not _has_letter(content)
    left = right = place
    while left > 0 and short[left - 1] and place - left < _LIST:
        left -= 1
    while right + 1 < len(short) and short[right + 1] and right - place < _LIST:
        right += 1
    is_list = right - left + 1 >= _LIST
    if right + 1 == len(short):
        return not is_list and len(content) <= _LONGEST_LAST
    return _is_prose(contents[right + 1]) and (place == right or not is_list)


def _is_prose(content: str) -> bool:
    return content[-1] in _FINAL or len(content) > 2 * _LONGEST_HEADING


def _margin(lines: list[str]) -> int:
    """How wide the lines are if they break at a margin (the next word did not fit), else 0."""
    width = max(map(len, lines))
    if len(lines) == 1 or not _NARROWEST_WRAP <= width <= _WIDEST_WRAP:
        return 0
    full = sum(map(_is_full, lines, lines[1:], [width] * (len(lines) - 1)))
    if len(lines) == _PAIR:
        return width if full and lines[0][-1] not in _FINAL and lines[1][-1] in _FINAL else 0
    return width if full >= _WRAPPED_SHARE * (len(lines) - 1) else 0


def _is_full(line: str, following: str, width: int) -> bool:
    return len(line) + 1 + len(following.split(None, 1)[0]) > width


def _goes_on(text: str, line: Range, following: Range, width: int) -> bool:
    """Whether the break between two lines is only a space."""
    last, first = text[line.end - 1], text[following.start]
    if last in ",-–" or (first.islower() and last not in ".!?…"):
        return True
    tail = text[max(line.start, line.end - len(" einem")) : line.end].split()
    if tail and tail[-1] in OPEN_ENDED_WORDS:
        return True
    if not width:
        return False
    begin = text.rfind("\n", line.start, line.end) + 1
    lead, behind = text[begin or line.start : line.end], text[following.start : following.end]
    return _is_full(lead, behind, width) or (begin > 0 and last not in _FINAL)

"""Lines that fit the width of a terminal, broken at blanks alone.

A path, an address or a number is never broken: what is wider than the line stands whole, and the
terminal itself goes on with it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rich.cells import cell_len

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_FURTHER = "  "
# A blank that belongs to a number ("4,5 GW") is another character.
_WORD = re.compile("( *)([^ ]+)")


def wrapped(line: str, width: int) -> Iterator[str]:
    """`line` in lines of at most `width` columns; further ones stand two columns further in."""
    indent = line[: len(line) - len(line.lstrip(" "))]
    words = [(match[1], match[2]) for match in _WORD.finditer(line)]
    yield from _laid(words, width, further=indent + _FURTHER)


def wrapped_behind(head: str, body: str, width: int) -> Iterator[str]:
    """`body` beside `head`, further lines below the beginning of `body` if there is room for it."""
    indent = cell_len(head)
    further = " " * indent if 2 * indent <= width else _FURTHER
    words = [(match[1], match[2]) for match in _WORD.finditer(body)]
    yield from _laid([(head, ""), *words], width, further=further)


def wrapped_items(items: Iterable[str], width: int, *, indent: str, joint: str) -> Iterator[str]:
    """Items with `joint` between them; only one that is wider than a line is broken inside."""
    room = width - len(indent) - len(joint.rstrip())
    told = list(items)
    parts: list[tuple[str, str]] = []
    for number, item in enumerate(told):
        ended = item + (joint.rstrip() if number + 1 < len(told) else "")
        words = [ended] if cell_len(ended) <= room else ended.split(" ")
        parts += [(" " if parts else indent, word) for word in words[:1]]
        parts += [(" ", word) for word in words[1:]]
    yield from _laid(parts, width, further=indent)


def _laid(words: Iterable[tuple[str, str]], width: int, *, further: str) -> Iterator[str]:
    """Words, each with the blanks before it, filled into lines."""
    line = ""
    for blanks, word in words:
        longer = line + blanks + word
        # Behind a mark the next line has no more room.
        gains_nothing = cell_len(line + blanks) <= len(further)
        if not line.strip(" ") or gains_nothing or cell_len(longer) <= width:
            line = longer
        else:
            yield line.rstrip(" ")
            line = further + word
    if line.strip(" "):
        yield line.rstrip(" ")

"""Text of articles as Discord's Markdown in which nothing formats, links or pings.

Cut first, then escape, then count: an escape that is cut in half would be a mark again.
"""

from __future__ import annotations

import re
import unicodedata

# Emphasis, spoilers, code, quotes; "<" begins mentions, commands, times and links without
# preview; "[" a link with a label; "@" a ping; ":" an :emoji: or an address that Discord links.
_ANYWHERE = re.compile(r"[\\*_~`|<@\[]|:(?=\S)")
# What makes a heading, a small line, a list or a quotation where a line begins.
_AT_START = re.compile(r"^(\s*)([-+>#]|\d{1,9}(?=[.)]))")
_SENTENCE_END = re.compile(r"[.!?…][\"'”“’‘»«›‹)\]]*(?=\s)")
_JOINERS = frozenset("\u200d\ufe0f\ufe0e")
# A sentence is a good place to end only if most of the room is used.
_ENOUGH = 0.6


def escape(text: str) -> str:
    """`text` so that it reads the same, whatever it contains, except at the start of a line."""
    return _ANYWHERE.sub(r"\\\g<0>", text)


def escape_start(text: str) -> str:
    """An escaped text so that it opens no list, heading or quotation where a line begins."""
    return _AT_START.sub(_escape_mark, text)


def break_links(line: str) -> str:
    """A whole line in which no "[1]" of ours and "(…)" of an article become a link."""
    return line.replace("](", "]\\(")


def cut(text: str, room: int) -> str:
    """The head of `text` that has at most `room` characters once it is escaped.

    Ends after a sentence if that leaves most of it, else after a word, else between two
    characters as a reader sees them.
    """
    if len(escape(text)) <= room:
        return text
    end = _longest_head(text, room)
    sentences = [found.end() for found in _SENTENCE_END.finditer(text, 0, end)]
    if sentences and sentences[-1] >= end * _ENOUGH:
        return text[: sentences[-1]]
    space = text.rfind(" ", 0, end + 1)
    if space >= end * _ENOUGH:
        return text[:space].rstrip()
    while end > 0 and _continues(text, end):
        end -= 1
    return text[:end].rstrip()


def _longest_head(text: str, room: int) -> int:
    low, high = 0, min(len(text), max(room, 0))
    while low < high:
        middle = (low + high + 1) // 2
        if len(escape(text[:middle])) <= room:
            low = middle
        else:
            high = middle - 1
    return low


def _continues(text: str, at: int) -> bool:
    """Whether the character at `at` belongs to the one before it."""
    here, before = text[at], text[at - 1]
    return (
        here in _JOINERS
        or before == "\u200d"
        or bool(unicodedata.combining(here))
        or unicodedata.category(here) in {"Mn", "Me", "Mc"}
        or "\U0001f3fb" <= here <= "\U0001f3ff"
        or ("\U0001f1e6" <= here <= "\U0001f1ff" and "\U0001f1e6" <= before <= "\U0001f1ff")
    )


def _escape_mark(match: re.Match[str]) -> str:
    space, mark = match.groups()
    # A number keeps its digits; what follows it is the mark of a list.
    return f"{space}{mark}\\" if mark.isdigit() else f"{space}\\{mark}"

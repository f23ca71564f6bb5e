"""Files of JSON lines, read line by line: the file may be larger than memory."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from bot.sources.decoding import decode, find_mark
from bot.sources.loading import NOT_TEXT, check_file, too_large, unopened
from bot.sources.records import parse_json

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bot.sources.model import Refused

_WIDE = ("utf-16", "utf-32")
_LINE_ENDS = (b"\n", "\n")


def read_lines(path: Path, *, limit: int) -> Iterator[tuple[int | None, object | Refused]]:
    """The number (from 1) and value of each line that is not blank, or why it has none.

    A line of more than `limit` bytes is passed over without being held in memory.
    """
    refused = check_file(path)
    if refused:
        yield None, refused
        return
    try:
        with path.open("rb") as file:
            mark = find_mark(file.peek(4)[:4])
            if mark in _WIDE:
                wide = io.TextIOWrapper(file, encoding=mark, errors="replace", newline="\n")
                yield from _read(wide, limit)
            else:
                yield from _read(file, limit)
    except OSError as error:
        yield None, unopened(error)


def _read(
    file: io.TextIOWrapper | io.BufferedReader, limit: int
) -> Iterator[tuple[int, object | Refused]]:
    number = 0
    while line := file.readline(limit + 1):
        number += 1
        if len(line) > limit and line[-1:] not in _LINE_ENDS:
            yield number, too_large(len(line) + _pass_over(file, limit), limit)
            continue
        text = _decode(line)
        if text is None or "\0" in text:
            yield number, NOT_TEXT
            return
        if text.strip():
            yield number, parse_json(text, one_line=True)


def _pass_over(file: io.TextIOWrapper | io.BufferedReader, limit: int) -> int:
    """Go to the end of the line; the length of what was passed over."""
    length = 0
    while rest := file.readline(limit):
        length += len(rest)
        if rest[-1:] in _LINE_ENDS:
            break
    return length


def _decode(line: str | bytes) -> str | None:
    if isinstance(line, str):
        return line
    decoded = decode(line)
    return decoded.text if decoded else None

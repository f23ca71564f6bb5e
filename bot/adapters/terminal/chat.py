"""Lines that a person types, until they have had enough."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_GOODBYE = frozenset({"exit", "quit", "ende", "bye", "tschüss", "tschüß"})
_PROMPT = "> "


def chat_lines(*, watched: bool) -> Iterator[str]:
    """Each line that is not blank; ends with "exit" or the end of the input.

    A prompt is shown only if a person is `watched` typing, not for a pipe.
    """
    while True:
        try:
            line = input(_PROMPT if watched else "")
        except EOFError:
            if watched:
                sys.stdout.write("\n")
            return
        if line.strip().casefold() in _GOODBYE:
            return
        if line.strip():
            yield line

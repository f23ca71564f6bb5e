"""The seconds that one thing from the web may take, shared by all who work on it in turn."""

from __future__ import annotations

import asyncio
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.sources.sandbox import Effort

MOST_SECONDS = 30.0
# An answer leaves this share to those who read what came.
_FOR_READING = 1 / 6
# To have no seconds would mean to have no limit.
_LEAST = 0.01


class Allowance:
    """What is left. Waiting for a turn, of a host or of a process, does not count."""

    def __init__(self, seconds: float = MOST_SECONDS) -> None:
        """Begin with so many."""
        self.left = seconds

    @property
    def for_an_answer(self) -> float:
        """The seconds that the next answer may take."""
        return self.left * (1 - _FOR_READING)

    def for_work(self, effort: Effort) -> Effort:
        """`effort`, within what is left."""
        return replace(effort, seconds=max(_LEAST, min(effort.seconds, self.left)))

    @contextmanager
    def spent(self, *, most: float) -> Iterator[None]:
        """Take away what the block takes, of which no more than `most` can be work."""
        clock = asyncio.get_running_loop().time
        started = clock()
        try:
            yield
        finally:
            self.left = max(0.0, self.left - min(most, clock() - started))

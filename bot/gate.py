"""Lets many look at something at once, or one change it."""

from __future__ import annotations

from contextlib import contextmanager
from threading import Condition
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


class Gate:
    """For use in `with`, not twice by the same thread.

    Who wants to change waits for those who look, and who comes after that waits for the change:
    neither can keep the other out for longer than one turn, so turns must be short.
    """

    def __init__(self) -> None:
        """Start with nobody inside."""
        self._turn = Condition()
        self._looking = 0
        # How many wait to change something.
        self.waiting = 0
        self._changing = False

    @contextmanager
    def looking(self) -> Iterator[None]:
        """Nothing changes inside."""
        with self._turn:
            self._turn.wait_for(lambda: not self._changing and not self.waiting)
            self._looking += 1
        try:
            yield
        finally:
            with self._turn:
                self._looking -= 1
                if not self._looking:
                    self._turn.notify_all()

    @contextmanager
    def changing(self) -> Iterator[None]:
        """Nobody looks inside."""
        with self._turn:
            self.waiting += 1
            try:
                self._turn.wait_for(lambda: not self._changing and not self._looking)
            finally:
                self.waiting -= 1
                # Should the waiting be broken off, those who came after it may look.
                self._turn.notify_all()
            self._changing = True
        try:
            yield
        finally:
            with self._turn:
                self._changing = False
                self._turn.notify_all()

"""A lock that is given to those who wait in the order in which they came."""

from __future__ import annotations

from collections import deque
from threading import Lock


class FairLock:
    """For use in `with`, not twice by the same thread.

    With Python's own lock, or a pool of one connection, a thread that writes again at once
    keeps the others waiting for ever.
    """

    def __init__(self) -> None:
        """Start free."""
        self._guard = Lock()
        self._taken = False
        self._waiting: deque[Lock] = deque()

    @property
    def waiting(self) -> int:
        """How many wait for it."""
        return len(self._waiting)

    def __enter__(self) -> None:
        with self._guard:
            if not self._taken:
                self._taken = True
                return
            turn = Lock()
            turn.acquire()
            self._waiting.append(turn)
        try:
            turn.acquire()
        except BaseException:
            self._leave(turn)
            raise

    def __exit__(self, *_: object) -> None:
        with self._guard:
            self._pass_on()

    def _leave(self, turn: Lock) -> None:
        """Stop waiting; if the lock was just handed over, hand it on."""
        with self._guard:
            if turn in self._waiting:
                self._waiting.remove(turn)
            else:
                self._pass_on()

    def _pass_on(self) -> None:
        if self._waiting:
            self._waiting.popleft().release()
        else:
            self._taken = False

"""Keeps the whole bot below Discord's limits, whichever thread asks.

50 requests a second in all, and 10,000 refused ones in ten minutes lead to a ban:
https://discord.com/developers/docs/topics/rate-limits
"""

from __future__ import annotations

from collections import deque
from threading import Lock
from typing import TYPE_CHECKING

from bot.adapters.discord.verdicts import is_global, wait_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.adapters.discord.exchange import Answer

_REFUSED = frozenset({401, 403, 429})
_WINDOW = 600.0
# Half of what leads to a ban: discord.py has refusals of its own.
_MOST_REFUSED = 5_000
# The rest of the 50 is left to answers.
_A_SECOND = 40.0


class Restraint:
    """Counts in monotonic seconds. Safe to use from several threads."""

    def __init__(self, clock: Callable[[], float], *, most_refused: int = _MOST_REFUSED) -> None:
        """`clock` gives monotonic seconds."""
        self._clock = clock
        self._most = most_refused
        self._lock = Lock()
        self._refused: deque[float] = deque()
        self._closed_until = 0.0
        self._next = 0.0

    def closed_for(self) -> float:
        """How many seconds nothing at all may be asked; 0 mostly."""
        with self._lock:
            now = self._clock()
            while self._refused and self._refused[0] <= now - _WINDOW:
                self._refused.popleft()
            until = self._closed_until
            if len(self._refused) >= self._most:
                until = max(until, self._refused[0] + _WINDOW)
            return max(0.0, until - now)

    def turn(self) -> float:
        """Take the next turn; in how many seconds it is."""
        with self._lock:
            now = self._clock()
            at = max(now, self._next)
            self._next = at + 1.0 / _A_SECOND
            return at - now

    def note(self, answer: Answer) -> None:
        """Count a refusal, and keep to a limit that holds for everything."""
        if answer.status not in _REFUSED:
            return
        with self._lock:
            now = self._clock()
            self._refused.append(now)
            if answer.status == 429 and is_global(answer):  # noqa: PLR2004 - HTTP
                self._closed_until = max(self._closed_until, now + wait_of(answer))

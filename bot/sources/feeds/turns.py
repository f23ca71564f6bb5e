"""Whose turn it is: hosts take turns, and of each only so many feeds are visited at one time. Pure.

A host that is slow keeps its own feeds waiting and nobody else's.
"""

from __future__ import annotations

from collections import Counter, deque
from typing import TYPE_CHECKING

from bot.sources.web.connecting import MOST_PER_HOST
from bot.sources.web.fetching import host_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from bot.core.feeds import FeedState


class Turns:
    """Feeds that wait and feeds that are being visited."""

    def __init__(self) -> None:
        """Begin with none."""
        self._waiting: dict[str, deque[tuple[datetime, FeedState]]] = {}
        self._visited: Counter[str] = Counter()
        # Hosts that may be visited, in their order: as a dict, since each stands there once.
        self._free: dict[str, None] = {}

    @property
    def under_way(self) -> int:
        """How many are being visited."""
        return self._visited.total()

    def add(self, states: Iterable[FeedState], *, now: datetime) -> None:
        """Let these wait, behind those of their hosts that do already."""
        for state in states:
            host = _host(state)
            self._waiting.setdefault(host, deque()).append((now, state))
            self._line_up(host)

    def take(self, most: int, *, since: datetime) -> list[FeedState]:
        """Up to `most` feeds that can be visited now, one of each host, then a second.

        Those that have waited since before `since` are let go.
        """
        taken: list[FeedState] = []
        while self._free and len(taken) < most:
            host = next(iter(self._free))
            del self._free[host]
            waiting = self._waiting[host]
            while waiting and waiting[0][0] < since:
                waiting.popleft()
            if waiting:
                taken.append(waiting.popleft()[1])
                self._visited[host] += 1
            self._line_up(host)
        return taken

    def end(self, state: FeedState) -> None:
        """The visit of `state`, which was taken, is over."""
        host = _host(state)
        self._visited[host] -= 1
        self._line_up(host)

    def _line_up(self, host: str) -> None:
        """Let the host wait for its next turn, behind all others, if there is one to come."""
        if not self._visited[host]:
            del self._visited[host]
        if not self._waiting.get(host):
            self._waiting.pop(host, None)
        elif self._visited[host] < MOST_PER_HOST:
            self._free.setdefault(host)


def _host(state: FeedState) -> str:
    return host_of(state.url or state.address)

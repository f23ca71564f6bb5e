"""Whose turn it is: hosts take turns, and of each only so many feeds are visited at one time. Pure.

A host that is slow keeps its own feeds waiting and nobody else's.
"""

from __future__ import annotations

from collections import Counter, deque
from typing import TYPE_CHECKING

from bot.sources.web.connecting import MOST_PER_HOST
from bot.sources.web.fetching import host_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from bot.core.feeds import FeedState


class Turns:
    """Feeds that wait and feeds that are being visited."""

    def __init__(self) -> None:
        """Begin with none."""
        self._waiting: dict[str, deque[tuple[datetime, FeedState]]] = {}
        self._visited: Counter[str] = Counter()

    @property
    def under_way(self) -> int:
        """How many are being visited."""
        return self._visited.total()

    def add(self, states: Iterable[FeedState], *, now: datetime) -> None:
        """Let these wait, behind those of their hosts that do already."""
        for state in states:
            self._waiting.setdefault(_host(state), deque()).append((now, state))

    def take(self, most: int, *, since: datetime) -> list[FeedState]:
        """Up to `most` feeds that can be visited now, one of each host, then a second.

        Those that have waited since before `since` are let go.
        """
        taken: list[FeedState] = []
        free = deque(self._free(since))
        while free and len(taken) < most:
            host = free.popleft()
            taken.append(self._waiting[host].popleft()[1])
            self._visited[host] += 1
            # The next time it is the turn of the others first.
            waiting = self._waiting.pop(host)
            if waiting:
                self._waiting[host] = waiting
                if self._visited[host] < MOST_PER_HOST:
                    free.append(host)
        return taken

    def end(self, state: FeedState) -> None:
        """The visit of `state`, which was taken, is over."""
        host = _host(state)
        self._visited[host] -= 1
        if not self._visited[host]:
            del self._visited[host]

    def _free(self, since: datetime) -> Iterator[str]:
        for host, waiting in list(self._waiting.items()):
            while waiting and waiting[0][0] < since:
                waiting.popleft()
            if not waiting:
                del self._waiting[host]
            elif self._visited[host] < MOST_PER_HOST:
                yield host


def _host(state: FeedState) -> str:
    return host_of(state.url or state.address)

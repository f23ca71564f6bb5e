"""How often a channel and a workspace may be asked. Safe to use from several threads.

Counts in monotonic seconds; knows no store.
"""

from __future__ import annotations

from collections import Counter
from threading import Lock
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from bot.core.ledger import Wish

Channel = tuple[str, str, str]
_Key = TypeVar("_Key", Channel, str)
# What is older than any pause is swept out when so many channels are remembered.
_MANY = 10_000


def channel_of(wish: Wish) -> Channel:
    """The channel across platforms and workspaces."""
    return (wish.platform, wish.workspace, wish.channel)


class Limits:
    """One post a second to a channel, and no workspace takes all senders."""

    def __init__(self, *, channel_pause: float, at_once: int) -> None:
        """`at_once` is how many requests may run in one workspace at the same time."""
        self._pause = channel_pause
        self._at_once = at_once
        self._lock = Lock()
        self._channel_free: dict[Channel, float] = {}
        self._workspace_free: dict[str, float] = {}
        self._running: Counter[str] = Counter()

    def seconds_to_wait(self, wish: Wish, now: float) -> float:
        """How long no request may go to this channel; 0 if one may go now."""
        with self._lock:
            free = max(
                self._channel_free.get(channel_of(wish), 0.0),
                self._workspace_free.get(wish.workspace_key, 0.0),
            )
            return max(0.0, free - now)

    def enter(self, wish: Wish) -> bool:
        """Count a request that starts; False if as many run in this workspace as may."""
        with self._lock:
            if self._running[wish.workspace_key] >= self._at_once:
                return False
            self._running[wish.workspace_key] += 1
            return True

    def leave(self, wish: Wish, now: float) -> None:
        """Count a request that has ended; the channel is left alone for a while."""
        with self._lock:
            self._running[wish.workspace_key] -= 1
            if self._running[wish.workspace_key] <= 0:
                del self._running[wish.workspace_key]
            _keep(self._channel_free, channel_of(wish), now + self._pause, now)

    def block_channel(self, wish: Wish, until: float, now: float) -> None:
        """Let no request go to this channel before `until`."""
        with self._lock:
            _keep(self._channel_free, channel_of(wish), until, now)

    def block_workspace(self, wish: Wish, until: float, now: float) -> None:
        """Let no request go to this workspace before `until`."""
        with self._lock:
            _keep(self._workspace_free, wish.workspace_key, until, now)


def _keep(free: dict[_Key, float], key: _Key, until: float, now: float) -> None:
    free[key] = max(free.get(key, 0.0), until)
    if len(free) > _MANY:
        for old in [one for one, when in free.items() if when <= now]:
            del free[old]

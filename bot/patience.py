"""Waits at the start for a database that is away, until it is there or the bot is to stop."""

from __future__ import annotations

import logging
import signal
from contextlib import contextmanager
from threading import Event
from typing import TYPE_CHECKING

from bot.store import StoreUnavailable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bot.store import Store

_FIRST_PAUSE, _LONGEST_PAUSE = 1.0, 30.0
_logger = logging.getLogger(__name__)


def open_patiently(open_it: Callable[[], Store], wait: Callable[[float], bool]) -> Store | None:
    """The store, once it can be opened; None if `wait` says that it is no use waiting.

    `wait` waits for so many seconds, and is true if the bot is to stop. The pauses double up to
    half a minute. Only what passes by itself is waited for, and it is told once.

    Raises:
        BriefingError: the store cannot be used, and waiting would not help.
    """
    pause, told = _FIRST_PAUSE, ""
    while True:
        try:
            return open_it()
        except StoreUnavailable as error:
            if not error.passes:
                raise
            if error.reason != told:
                _logger.warning("%s; waiting for it", error)
                told = error.reason
        if wait(pause):
            return None
        pause = min(_LONGEST_PAUSE, 2 * pause)


@contextmanager
def until_told_to_stop() -> Iterator[Callable[[float], bool]]:
    """Gives a `wait` that SIGTERM and SIGINT end; afterwards they mean what they meant before."""
    stop = Event()
    numbers = (signal.SIGTERM, signal.SIGINT)
    before = {number: signal.signal(number, lambda *_: stop.set()) for number in numbers}
    try:
        yield stop.wait
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)

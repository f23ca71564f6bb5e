"""The start: waits for a database that is away, and can be broken off at any moment."""

from __future__ import annotations

import logging
import signal
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from bot.store import StoreUnavailable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import FrameType

    from bot.store import Store

_FIRST_PAUSE, _LONGEST_PAUSE = 1.0, 30.0
_logger = logging.getLogger(__name__)


def open_patiently(open_it: Callable[[], Store], wait: Callable[[float], object]) -> Store:
    """The store, once it can be opened.

    `wait` waits for so many seconds. The pauses double up to half a minute. Only what passes by
    itself is waited for, and it is told once.

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
        wait(pause)
        pause = min(_LONGEST_PAUSE, 2 * pause)


@contextmanager
def leaving_when_told() -> Iterator[None]:
    """SIGTERM and SIGINT leave the block at once, and the program with exit code 0.

    For the start, while there is nothing yet that would have to be finished. An event loop
    that runs inside may give them another meaning for itself.
    """
    numbers = (signal.SIGTERM, signal.SIGINT)
    before = {number: signal.signal(number, _leave) for number in numbers}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _leave(number: int, frame: FrameType | None) -> None:
    del number, frame
    sys.exit(0)

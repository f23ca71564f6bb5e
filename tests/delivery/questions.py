"""Questions at a steady pace while something else goes on, and how long the answers took."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING

from bot.desk.people import Asker, Place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.desk.desk import Desk

_ASK_EVERY = 0.1


class Asking(threading.Thread):
    """Asks one question after the other at a steady pace, and notes how long each took.

    `spent` is what each took of the processor, which other programs do not lengthen.
    """

    def __init__(self, desk: Desk, queries: Sequence[str]) -> None:
        super().__init__()
        self.times: list[float] = []
        self.spent: list[float] = []
        self._desk, self._queries = desk, queries
        self._over = threading.Event()

    def run(self) -> None:
        asker = Asker(Place("chat", "w0", "c0"), "U1")
        number = 0
        while not self._over.wait(_ASK_EVERY):
            began, busy = time.perf_counter(), time.thread_time()
            self._desk.answer(self._queries[number % len(self._queries)], asker)
            self.times.append(time.perf_counter() - began)
            self.spent.append(time.thread_time() - busy)
            number += 1

    def end(self) -> list[float]:
        self._over.set()
        self.join()
        return sorted(self.times)

"""How fast a rush goes out: many digests due in one minute, over several processes.

    python tests/delivery/bench.py --database postgresql --deliveries 100000 --processes 2

Prints deliveries a second, each process's share, and how long the event loop of a process that
delivers stood still. With `--chat` they go to the chat service, which counts them.
"""

from __future__ import annotations

import argparse
import asyncio
import logging
import multiprocessing
import os
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

if __name__ == "__main__":
    sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parents[2])]

from delivery.chat import ChatProcess
from delivery.databases import Database, open_database
from delivery.plans import plan_channels
from delivery.worker import Work, means_of

from bot.delivery.loop import Loop
from bot.schedule.tick import Job, Ticker
from bot.store import open_store

if TYPE_CHECKING:
    from multiprocessing.synchronize import Event

_HEARTBEAT = 0.01
_LEASE, _LIMIT = 60.0, 15.0


@dataclass(frozen=True)
class Rush:
    """What came out of one rush."""

    deliveries: int
    seconds: float
    shares: tuple[int, ...]
    stalls: tuple[float, float, float]
    duplicates: int | None

    def line(self, database: str) -> str:
        median, most, worst = (1000 * one for one in self.stalls)
        counted = "" if self.duplicates is None else f" duplicates {self.duplicates}"
        return (
            f"rush {database}: deliveries {self.deliveries} processes {len(self.shares)} "
            f"a second {self.deliveries / self.seconds:.0f} "
            f"least share {100 * min(self.shares) / self.deliveries:.0f} % "
            f"stalls ms p50 {median:.0f} p99.9 {most:.0f} most {worst:.0f}{counted}"
        )


def rush(
    database: Database, *, deliveries: int, processes: int, threads: int, chat: ChatProcess | None
) -> Rush:
    """All of them due at the same minute, all processes there from the start."""
    with open_store(database.url, Path()) as store:
        plan_channels(store, deliveries, due=datetime.now(UTC), workspaces=50)
    context = multiprocessing.get_context("spawn")
    stop, go = context.Event(), context.Event()
    results: multiprocessing.Queue[list[float]] = context.Queue()
    workers = [
        context.Process(
            target=_serve,
            args=(
                Work(
                    url=database.url,
                    port=chat.port if chat else 0,
                    name=str(number),
                    lease=_LEASE,
                    request_limit=_LIMIT,
                    threads=threads,
                    sink=chat is None,
                ),
                go,
                stop,
                results,
            ),
        )
        for number in range(processes)
    ]
    for worker in workers:
        worker.start()
    for _ in workers:
        results.get()
    began = time.monotonic()
    go.set()
    _wait_until_sent(database, deliveries)
    seconds = time.monotonic() - began
    stop.set()
    stalls = sorted(lag for _ in workers for lag in results.get())
    for worker in workers:
        worker.join()
    return Rush(
        deliveries=deliveries,
        seconds=seconds,
        shares=_shares(database, deliveries, processes, chat),
        stalls=(stalls[len(stalls) // 2], stalls[int(len(stalls) * 0.999)], stalls[-1]),
        duplicates=chat.counts()["duplicates"] if chat else None,
    )


def _serve(work: Work, go: Event, stop: Event, results: multiprocessing.Queue[list[float]]) -> None:
    """Tick as `briefing run` does, and measure how late a heartbeat of the event loop comes."""
    logging.disable(logging.CRITICAL)
    store = open_store(work.url, Path())
    results.put([])
    go.wait()

    async def running() -> list[float]:
        lags: list[float] = []
        with Loop(means_of(work, store)) as loop:
            ticker = Ticker([Job("deliver", timedelta(seconds=0.2), loop.deliver_once)])
            ticker.start()
            while not stop.is_set():
                before = time.monotonic()
                await asyncio.sleep(_HEARTBEAT)
                lags.append(time.monotonic() - before - _HEARTBEAT)
            await ticker.stop()
        return lags

    results.put(asyncio.run(running()))
    store.close()


def _wait_until_sent(database: Database, deliveries: int) -> None:
    with open_store(database.url, Path()) as store:
        while True:
            time.sleep(0.2)
            entered = store.counts()["delivery"]
            if entered >= deliveries and not any(
                store.ledger.recent(1, state=state) for state in ("pending", "sending")
            ):
                return


def _shares(
    database: Database, deliveries: int, processes: int, chat: ChatProcess | None
) -> tuple[int, ...]:
    if chat is not None:
        by = Counter(chat.counts()["by"])
    else:
        with open_store(database.url, Path()) as store:
            refs = [one.message_ref for one in store.ledger.recent(deliveries, state="sent")]
        by = Counter(ref.partition("/")[0] for ref in refs)
    return tuple(by[str(number)] for number in range(processes))


def main() -> int:
    """Measure one rush and print its figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--database", choices=["sqlite", "postgresql"], default="sqlite")
    parser.add_argument("--deliveries", type=int, default=100_000)
    parser.add_argument("--processes", type=int, default=1)
    parser.add_argument("--threads", type=int, default=8)
    parser.add_argument("--chat", action="store_true")
    given = parser.parse_args()
    paths = [str(Path(__file__).parents[1]), str(Path(__file__).parents[2])]
    os.environ["PYTHONPATH"] = os.pathsep.join(paths)
    with (
        tempfile.TemporaryDirectory() as folder,
        open_database(given.database, Path(folder)) as database,
    ):
        chat = ChatProcess() if given.chat else None
        try:
            found = rush(
                database,
                deliveries=given.deliveries,
                processes=given.processes,
                threads=given.threads,
                chat=chat,
            )
        finally:
            if chat is not None:
                chat.__exit__()
    print(found.line(given.database))
    return 0


if __name__ == "__main__":
    sys.exit(main())

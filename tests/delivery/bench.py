"""How fast a rush goes out: many digests due in one minute, over several processes.

    python tests/delivery/bench.py --database postgresql --deliveries 100000 --processes 2

Prints deliveries a second, each process's share, how long the event loop of a process that
delivers stood still, and how long answers took in it, from a library in the same store. With
`--chat` they go to the chat service, which counts them; the first `--dead` channels are gone there.
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
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

if __name__ == "__main__":
    tests = Path(__file__).parents[1]
    sys.path[:0] = [str(tests), str(tests.parent)]

from delivery.chat import ChatProcess
from delivery.databases import Database, open_database
from delivery.plans import plan_a_crowd
from delivery.questions import Asking
from delivery.worker import Work, means_of
from stocking.stocks import open_like_program

from bot.delivery.loop import Loop
from bot.desk.desk import Desk
from bot.running import take_short_turns
from bot.schedule.tick import Job, Ticker
from bot.store import open_store

if TYPE_CHECKING:
    from collections.abc import Sequence
    from multiprocessing.synchronize import Event

_SEEDS = Path(__file__).parents[2] / "seeds"
_HEARTBEAT = 0.01
_LEASE, _LIMIT = 60.0, 15.0
_QUESTIONS = ("/briefing stargate", "/briefing openai", "und softbank?", "/briefing stargte")
# Of the event loop, of answers, and the processor seconds that the process took.
Lags = tuple[list[float], list[float], float]


@dataclass(frozen=True)
class Rush:
    """What came out of one rush."""

    deliveries: int
    seconds: float
    shares: tuple[int, ...]
    stalls: tuple[float, float, float]
    asks: tuple[float, float]
    counts: dict[str, int]
    processor: float

    def line(self, database: str) -> str:
        median, most, worst = (1000 * one for one in self.stalls)
        counted = "".join(f" {name.replace('_', ' ')} {n}" for name, n in self.counts.items())
        return (
            f"rush {database}: deliveries {self.deliveries} processes {len(self.shares)} "
            f"a second {self.deliveries / self.seconds:.0f} "
            f"least share {100 * min(self.shares) / self.deliveries:.0f} % "
            f"stalls ms p50 {median:.0f} p99.9 {most:.0f} most {worst:.0f} "
            f"answers ms p50 {1000 * self.asks[0]:.0f} p99 {1000 * self.asks[1]:.0f} "
            f"processor ms a delivery {1000 * self.processor / self.deliveries:.2f}{counted}"
        )


def rush(  # noqa: PLR0913 - all named
    database: Database,
    *,
    deliveries: int,
    processes: int,
    threads: int,
    chat: ChatProcess | None,
    dead: int = 0,
) -> Rush:
    """All of them due at the same minute, all processes there from the start."""
    with open_store(database.url, Path()) as store:
        open_like_program(store).restock((_SEEDS,), now=datetime.now(UTC))
        plan_a_crowd(store, deliveries, due=datetime.now(UTC), workspaces=50, dead=dead)
    work = Work(
        url=database.url,
        port=chat.port if chat else 0,
        lease=_LEASE,
        request_limit=_LIMIT,
        threads=threads,
        sink=chat is None,
    )
    seconds, lags = _run_to_end(
        database, deliveries, [replace(work, name=str(n)) for n in range(processes)]
    )
    stalls = sorted(lag for own, _, _ in lags for lag in own)
    asks = sorted(lag for _, own, _ in lags for lag in own)
    return Rush(
        deliveries=deliveries,
        seconds=seconds,
        shares=_shares(database, deliveries, processes, chat),
        stalls=(stalls[len(stalls) // 2], stalls[int(len(stalls) * 0.999)], stalls[-1]),
        asks=(asks[len(asks) // 2], asks[int(len(asks) * 0.99)]),
        counts=_counts(chat),
        processor=sum(spent for _, _, spent in lags),
    )


def _run_to_end(
    database: Database, deliveries: int, works: Sequence[Work]
) -> tuple[float, list[Lags]]:
    """How long it took from the moment when all processes were there, and what each measured."""
    context = multiprocessing.get_context("spawn")
    stop, go = context.Event(), context.Event()
    results: multiprocessing.Queue[Lags] = context.Queue()
    workers = [context.Process(target=_serve, args=(one, go, stop, results)) for one in works]
    for worker in workers:
        worker.start()
    for _ in workers:
        results.get()
    began = time.monotonic()
    go.set()
    _wait_until_sent(database, deliveries)
    seconds = time.monotonic() - began
    stop.set()
    lags = [results.get() for _ in workers]
    for worker in workers:
        worker.join()
    return seconds, lags


def _counts(chat: ChatProcess | None) -> dict[str, int]:
    if chat is None:
        return {}
    told = ("duplicates", "refused_channels", "most_refused", "too_early")
    return {name: chat.counts()[name] for name in told}


def _serve(work: Work, go: Event, stop: Event, results: multiprocessing.Queue[Lags]) -> None:
    """Tick as `briefing run` does; measure how late a heartbeat of the event loop comes.

    A thread asks all the while, as adapters have questions answered.
    """
    logging.disable(logging.CRITICAL)
    take_short_turns()
    store = open_store(work.url, Path())
    stock = open_like_program(store)
    stock.follow()
    asking = Asking(Desk(stock.library, store, clock=lambda: datetime.now(UTC)), _QUESTIONS)
    results.put(([], [], 0.0))
    go.wait()
    before_rush = time.process_time()
    asking.start()

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

    lags = asyncio.run(running())
    results.put((lags, asking.end(), time.process_time() - before_rush))
    store.close()


def _wait_until_sent(database: Database, deliveries: int) -> None:
    with open_store(database.url, Path()) as store:
        while True:
            time.sleep(0.2)
            entered = store.counts()["delivery"]
            # Who is still asking is in `sending`, or waits for a later try.
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
    parser.add_argument("--dead", type=int, default=0)
    given = parser.parse_args()
    os.environ["PYTHONPATH"] = os.pathsep.join(sys.path[:2])
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
                dead=given.dead,
            )
        finally:
            if chat is not None:
                chat.__exit__()
    print(found.line(given.database))
    doubled = found.counts.get("duplicates", 0) or found.counts.get("most_refused", 0) > 1
    return 1 if doubled or min(found.shares) < 0.05 * given.deliveries else 0


if __name__ == "__main__":
    sys.exit(main())

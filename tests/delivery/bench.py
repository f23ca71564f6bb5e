"""How fast a rush goes out: many digests due in one minute, over several processes.

    python tests/delivery/bench.py --database postgresql --deliveries 100000 --processes 2

Prints deliveries a second, each process's share, how long the event loop of a process that
delivers stood still, and how long answers took in it, from a library in the same store. With
`--chat` they go to the chat service, which counts them; the first `--dead` channels are gone there.
With `--limited` it rushes twice: the second time that share of requests is asked to wait, half of
them for the whole workspace, which must not hold up the others. With `--judge` the speed counts
for the exit code as well.
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
from contextlib import nullcontext
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
from delivery.settled import is_settled
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
# The bar: deliveries a second, stalls of the event loop (p99.9) and answers (p99) in seconds.
_LEAST_A_SECOND = {"sqlite": 500, "postgresql": 800}
_MOST_STALL, _MOST_ANSWER = 0.1, 0.5
_LEAST_SHARE = 0.05
# By how much the median post to others may come later, and what a busy machine adds to any.
_MOST_SLOWED, _NOISE_MS = 1.25, 200
_RETRY_AFTER = 4.0
_COUNTED = (
    *("distinct", "duplicates", "refused_channels", "most_refused"),
    *("too_early", "workspace_too_early", "never_limited", "median_ms"),
)


@dataclass(frozen=True)
class Served:
    """What a process measured: of the event loop, of answers, its processor seconds, its posts."""

    stalls: list[float]
    asks: list[float]
    processor: float
    posts: list[str]


@dataclass(frozen=True)
class Rush:
    """What came out of one rush."""

    deliveries: int
    dead: int
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

    def faults(self) -> list[str]:
        """What must never be, however slow the machine."""
        counts, there = self.counts, self.deliveries - self.dead
        return [
            *_unless(counts["distinct"] == there, f"posts to {counts['distinct']} channels"),
            *_unless(counts["duplicates"] == 0, "posts that came twice"),
            *_unless(min(self.shares) >= _LEAST_SHARE * there, "a process that hardly worked"),
            *_unless(counts.get("refused_channels", self.dead) == self.dead, "others refused"),
            *_unless(counts.get("most_refused", 0) <= 1, "dead channels asked again"),
            *_unless(counts.get("too_early", 0) == 0, "channels asked too early"),
            *_unless(counts.get("workspace_too_early", 0) == 0, "workspaces asked too early"),
        ]

    def slow(self, database: str) -> list[str]:
        """What is below the bar."""
        rate, stall = self.deliveries / self.seconds, self.stalls[1]
        return [
            *_unless(rate >= _LEAST_A_SECOND[database], f"only {rate:.0f} a second"),
            *_unless(stall <= _MOST_STALL, f"stalls of {1000 * stall:.0f} ms"),
            *_unless(self.asks[1] <= _MOST_ANSWER, f"answers after {1000 * self.asks[1]:.0f} ms"),
        ]

    def slowed(self, plain: Rush) -> list[str]:
        """Whether channels that were never limited wait for those that are."""
        mine, other = self.counts["median_ms"], plain.counts["median_ms"]
        is_fair = mine <= _MOST_SLOWED * other + _NOISE_MS
        return _unless(is_fair, f"others posted after {mine} ms instead of {other} ms")


def _unless(holds: bool, fault: str) -> list[str]:  # noqa: FBT001 - reads as a sentence
    return [] if holds else [fault]


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
    seconds, served = _run_to_end(
        database, deliveries, [replace(work, name=str(n)) for n in range(processes)]
    )
    stalls = sorted(lag for one in served for lag in one.stalls)
    asks = sorted(lag for one in served for lag in one.asks)
    return Rush(
        deliveries=deliveries,
        dead=dead,
        seconds=seconds,
        shares=_shares(database, deliveries, processes, chat),
        stalls=(stalls[len(stalls) // 2], stalls[int(len(stalls) * 0.999)], stalls[-1]),
        asks=(asks[len(asks) // 2], asks[int(len(asks) * 0.99)]),
        counts=_counts(chat, [post for one in served for post in one.posts]),
        processor=sum(one.processor for one in served),
    )


def _run_to_end(
    database: Database, deliveries: int, works: Sequence[Work]
) -> tuple[float, list[Served]]:
    """How long it took from the moment when all processes were there, and what each measured."""
    context = multiprocessing.get_context("spawn")
    stop, go = context.Event(), context.Event()
    results: multiprocessing.Queue[Served] = context.Queue()
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
    served = [results.get() for _ in workers]
    for worker in workers:
        worker.join()
    return seconds, served


def _counts(chat: ChatProcess | None, posts: Sequence[str]) -> dict[str, int]:
    if chat is None:
        return {"distinct": len(set(posts)), "duplicates": len(posts) - len(set(posts))}
    counts = chat.counts()
    return {name: counts[name] for name in _COUNTED}


def _serve(work: Work, go: Event, stop: Event, results: multiprocessing.Queue[Served]) -> None:
    """Tick as `briefing run` does; measure how late a heartbeat of the event loop comes.

    A thread asks all the while, as adapters have questions answered.
    """
    logging.disable(logging.CRITICAL)
    take_short_turns()
    store = open_store(work.url, Path())
    stock = open_like_program(store)
    stock.follow()
    asking = Asking(Desk(stock.library, store, clock=lambda: datetime.now(UTC)), _QUESTIONS)
    means = means_of(work, store)
    results.put(Served([], [], 0.0, []))
    go.wait()
    before_rush = time.process_time()
    asking.start()

    async def running() -> list[float]:
        lags: list[float] = []
        with Loop(means) as loop:
            ticker = Ticker([Job("deliver", timedelta(seconds=0.2), loop.deliver_once)])
            ticker.start()
            while not stop.is_set():
                before = time.monotonic()
                await asyncio.sleep(_HEARTBEAT)
                lags.append(time.monotonic() - before - _HEARTBEAT)
            await ticker.stop()
        return lags

    lags = asyncio.run(running())
    posts = getattr(means.platforms["chat"], "posts", [])
    results.put(Served(lags, asking.end(), time.process_time() - before_rush, posts))
    store.close()


def _wait_until_sent(database: Database, deliveries: int) -> None:
    with open_store(database.url, Path()) as store:
        while True:
            time.sleep(0.2)
            # Counting takes longer, so it comes last.
            if is_settled(store) and store.counts()["delivery"] >= deliveries:
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
    """Measure a rush and print its figures; 1 if anything is not as it must be, and what."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--database", choices=["sqlite", "postgresql"], default="sqlite")
    parser.add_argument("--deliveries", type=int, default=100_000)
    parser.add_argument("--processes", type=int, default=1)
    parser.add_argument("--threads", type=int, default=8)
    parser.add_argument("--chat", action="store_true")
    parser.add_argument("--dead", type=int, default=0)
    parser.add_argument("--limited", type=float, default=0.0)
    parser.add_argument("--judge", action="store_true")
    given = parser.parse_args()
    os.environ["PYTHONPATH"] = os.pathsep.join(sys.path[:2])
    found = _rush_once(given, limited=0.0)
    faults = found.faults()
    if given.limited:
        plain, found = found, _rush_once(given, limited=given.limited)
        faults += found.faults() + found.slowed(plain)
    if given.judge:
        faults += found.slow(given.database)
    if faults:
        print(f"rush {given.database}: not as it must be: {', '.join(faults)}")
    return 1 if faults else 0


def _rush_once(given: argparse.Namespace, *, limited: float) -> Rush:
    with (
        tempfile.TemporaryDirectory() as folder,
        open_database(given.database, Path(folder)) as database,
        ChatProcess() if given.chat else nullcontext() as chat,
    ):
        if chat is not None:
            half = limited / 2
            chat.behave(limited=half, limited_workspace=half, retry_after=_RETRY_AFTER)
        found = rush(
            database,
            deliveries=given.deliveries,
            processes=given.processes,
            threads=given.threads,
            chat=chat,
            dead=given.dead,
        )
    print(found.line(given.database))
    return found


if __name__ == "__main__":
    sys.exit(main())

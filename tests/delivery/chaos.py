"""Kills, stops and cuts off the workers while they deliver; counts what the chat service got.

    python tests/delivery/chaos.py --database postgresql --deliveries 5000

`--skip-sending` has the workers send without saying so first, `--insist` has the platform try again
by itself what nobody answered; both must double posts.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import sys
import tempfile
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

if __name__ == "__main__":
    sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parents[2])]

from delivery.chat import ChatProcess
from delivery.databases import Database, open_database
from delivery.plans import plan_channels
from delivery.settled import is_settled
from delivery.worker import Work, start

from bot.store import open_store

if TYPE_CHECKING:
    from multiprocessing.context import ForkServerProcess

_LEASE = 2.0
# A worker stands still for longer than its lease, so that others take over what it held.
_STANDSTILL = _LEASE * 1.4
_SHARE_WITH_MISHAPS = 0.9


@dataclass(frozen=True)
class Storm:
    """How much of everything."""

    deliveries: int = 300
    kills: int = 40
    pauses: int = 12
    crashes: int = 1
    workers: int = 4
    skip_sending: bool = False
    insist: bool = False
    seed: int = 1
    delay: float = 0.03
    limit_seconds: float = 600


@dataclass
class Figures:
    """What came out."""

    deliveries: int
    kills: int = 0
    pauses: int = 0
    crashes: int = 0
    duplicates: int = 0
    missing: int = 0
    unsettled: int = 0
    wrong_refs: int = 0
    too_early: int = 0
    seconds: float = 0.0
    mishaps: dict[str, int] = field(default_factory=dict)

    def line(self, database: str) -> str:
        return (
            f"chaos {database}: deliveries {self.deliveries} kills {self.kills} "
            f"pauses {self.pauses} crashes {self.crashes} "
            f"duplicates {self.duplicates} missing {self.missing} too early {self.too_early}"
        )

    def is_as_planned(self, storm: Storm) -> bool:
        """Whether all of the storm happened, and nothing that must not."""
        blows = (self.kills, self.pauses, self.crashes)
        bad = (self.duplicates, self.missing, self.unsettled, self.wrong_refs, self.too_early)
        return blows == (storm.kills, storm.pauses, storm.crashes) and not any(bad)


def rage(database: Database, storm: Storm) -> Figures:
    """Deliver all of them through the storm."""
    began = time.monotonic()
    figures = Figures(storm.deliveries)
    store = open_store(database.url, Path())
    now = datetime.now(UTC)
    plan_channels(store, storm.deliveries, due=now, workspaces=20)
    store.close()
    with ChatProcess(storm.seed) as chat:
        chat.behave(
            lost_before=0.05,
            lost_after=0.05,
            limited=0.01,
            limited_workspace=0.002,
            error_after=0.005,
            hang_after=0.002,
            hang_before=0.002,
            delay=storm.delay,
        )
        herd = _Herd(database, chat, storm, figures)
        herd.run()
        counts = chat.counts()
        figures.duplicates = counts["duplicates"]
        figures.missing = storm.deliveries - counts["distinct"]
        figures.mishaps = counts["mishaps"]
        figures.too_early = counts["too_early"] + counts["workspace_too_early"]
        _compare(database, chat, figures)
    figures.seconds = time.monotonic() - began
    return figures


class _Herd:
    """The workers, and what is done to them as the deliveries progress."""

    def __init__(
        self, database: Database, chat: ChatProcess, storm: Storm, figures: Figures
    ) -> None:
        self._database, self._chat, self._storm, self._figures = database, chat, storm, figures
        self._chance = random.Random(storm.seed)  # noqa: S311 - mishaps, no secrets
        self._workers: list[ForkServerProcess] = []
        self._asleep: dict[int, float] = {}
        self._born = 0

    def run(self) -> None:
        """Until nothing is open any more, or the time is up."""
        storm = self._storm
        blows = ["kill"] * storm.kills + ["pause"] * storm.pauses + ["crash"] * storm.crashes
        self._chance.shuffle(blows)
        step = _SHARE_WITH_MISHAPS * storm.deliveries / max(1, len(blows))
        done, end = 0, time.monotonic() + storm.limit_seconds
        try:
            while time.monotonic() < end:
                self._keep_up()
                progress = self._chat.counts()["distinct"]
                while done < len(blows) and progress >= (done + 1) * step:
                    self._strike(blows[done])
                    done += 1
                if done == len(blows) and not self._asleep and self._is_over(progress):
                    return
                time.sleep(0.02)
        finally:
            for worker in self._workers:
                worker.kill()
                worker.join()

    def _is_over(self, progress: int) -> bool:
        if progress < self._storm.deliveries:
            return False
        store = open_store(self._database.url, Path())
        try:
            return is_settled(store)
        finally:
            store.close()

    def _keep_up(self) -> None:
        """Wake who has slept enough, replace who is dead."""
        now = time.monotonic()
        for pid in [pid for pid, until in self._asleep.items() if until <= now]:
            del self._asleep[pid]
            _signal(pid, signal.SIGCONT)
        self._workers = [worker for worker in self._workers if worker.exitcode is None]
        while len(self._workers) < self._storm.workers:
            self._born += 1
            self._workers.append(
                start(
                    Work(
                        url=self._database.url,
                        port=self._chat.port,
                        name=str(self._born),
                        lease=_LEASE,
                        skip_sending=self._storm.skip_sending,
                        insists=self._storm.insist,
                    )
                )
            )

    def _strike(self, blow: str) -> None:
        awake = [worker for worker in self._workers if worker.pid not in self._asleep]
        if blow == "crash":
            self._crash()
        elif not awake:
            self._figures.kills += blow == "kill"
            self._kill(self._chance.choice(self._workers))
        elif blow == "kill":
            self._figures.kills += 1
            self._kill(self._chance.choice(awake))
        else:
            self._figures.pauses += 1
            pid = self._chance.choice(awake).pid
            assert pid is not None
            _signal(pid, signal.SIGSTOP)
            self._asleep[pid] = time.monotonic() + _STANDSTILL

    def _kill(self, worker: ForkServerProcess) -> None:
        self._asleep.pop(worker.pid or 0, None)
        worker.kill()
        worker.join()

    def _crash(self) -> None:
        """PostgreSQL dies under its clients; a file of SQLite loses all its users at once."""
        self._figures.crashes += 1
        if self._database.has_server:
            self._database.crash()
            return
        for worker in self._workers:
            self._kill(worker)


def _compare(database: Database, chat: ChatProcess, figures: Figures) -> None:
    """Whether the ledger says of every delivery what the chat service knows of it."""
    refs = {
        public_id: found for by_id in chat.posts().values() for public_id, found in by_id.items()
    }
    store = open_store(database.url, Path())
    for delivery in store.ledger.recent(figures.deliveries + 1):
        figures.unsettled += delivery.state != "sent"
        figures.wrong_refs += delivery.message_ref not in refs.get(delivery.public_id, [])
    store.close()


def _signal(pid: int, number: signal.Signals) -> None:
    try:
        os.kill(pid, number)
    except ProcessLookupError:
        return


def main() -> int:
    """Run one storm and print its figures; 1 if they are not as planned."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--database", choices=["sqlite", "postgresql"], default="sqlite")
    parser.add_argument("--skip-sending", action="store_true")
    parser.add_argument("--insist", action="store_true")
    for name, number in (
        ("deliveries", 5000),
        ("kills", 173),
        ("pauses", 72),
        ("crashes", 4),
        ("workers", 4),
        ("seed", 1),
    ):
        parser.add_argument(f"--{name}", type=int, default=number)
    given = vars(parser.parse_args())
    kind = given.pop("database")
    storm = Storm(**given)
    with tempfile.TemporaryDirectory() as folder, open_database(kind, Path(folder)) as database:
        figures = rage(database, storm)
    print(
        f"unsettled {figures.unsettled} wrong references {figures.wrong_refs} "
        f"seconds {figures.seconds:.0f} mishaps {figures.mishaps}"
    )
    print(figures.line(kind))
    return 0 if figures.is_as_planned(storm) else 1


if __name__ == "__main__":
    sys.exit(main())

"""The tick: a few jobs at short intervals, by APScheduler. What is due, the ledger knows.

APScheduler is given nothing to remember: no job per subscription and no job store, since it
drops what is late by a second and, over two processes, does everything twice.
"""

from __future__ import annotations

import asyncio
import logging
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

# The package has no types of its own.
from apscheduler.schedulers.asyncio import AsyncIOScheduler  # type: ignore[import-untyped]
from apscheduler.triggers.interval import IntervalTrigger  # type: ignore[import-untyped]

from bot.errors import BriefingError
from bot.schedule.troubles import Troubles

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

TICK = timedelta(seconds=20)
_LOOK = timedelta(seconds=2)
# What a time server adjusts in small steps is less.
_SET = timedelta(seconds=1)
_logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Job:
    """Something to do every so often. `do` runs in a thread of the job's own."""

    name: str
    every: timedelta
    do: Callable[[], object]


class FromNow(IntervalTrigger):  # type: ignore[misc] # the package has no types
    """Due an interval from now, however long ago it was due last.

    The scheduler's own counts every run that was missed: half a thousand million of them, with
    the event loop standing still, where a machine without a battery starts in 1970 and its clock
    is set then.
    """

    def get_next_fire_time(self, _previous: datetime | None, now: datetime) -> datetime:
        """The moment after `now`."""
        return now + timedelta(seconds=self.interval_length)


class Ticker:
    """Runs jobs beside the event loop; a job that still runs is not started again.

    The scheduler notes when a job is due by the wall clock and waits so long by the monotonic
    one. After the wall clock was set back by an hour it would wait for an hour, and so every
    `look` is compared how far apart the two are: if that has changed, all jobs are due.
    """

    def __init__(
        self,
        jobs: Sequence[Job],
        *,
        troubles: Troubles | None = None,
        wall: Callable[[], float] = time.time,
        look: timedelta = _LOOK,
    ) -> None:
        """Get ready; nothing runs before `start`. `wall` gives seconds since 1970."""
        self._troubles = troubles or Troubles()
        self._jobs = tuple(jobs)
        self._wall = wall
        self._look = look.total_seconds()
        self._watch: asyncio.Task[None] | None = None
        self._threads = ThreadPoolExecutor(max(1, len(jobs)), thread_name_prefix="tick")
        self._scheduler = AsyncIOScheduler(timezone=UTC)
        self._is_over = False

    def start(self) -> None:
        """Run every job now and then at its interval; called inside the running event loop."""
        for job in self._jobs:
            self._scheduler.add_job(
                self._run,
                FromNow(seconds=job.every.total_seconds(), timezone=UTC),
                args=[job],
                id=job.name,
                next_run_time=datetime.now(UTC),
                misfire_grace_time=None,
                coalesce=True,
                max_instances=1,
            )
        self._scheduler.start()
        self._watch = asyncio.create_task(self._watch_clock())

    async def stop(self) -> None:
        """Start nothing more, and wait for what runs."""
        self._is_over = True
        if self._watch is not None:
            self._watch.cancel()
        self._scheduler.shutdown(wait=False)
        await asyncio.to_thread(self._threads.shutdown)

    async def _watch_clock(self) -> None:
        apart = self._wall() - time.monotonic()
        while True:
            await asyncio.sleep(self._look)
            seconds = self._wall() - time.monotonic() - apart
            if abs(seconds) > _SET.total_seconds():
                apart += seconds
                _logger.warning(
                    "the clock was set %s by %.0f s; everything is looked at anew",
                    "ahead" if seconds > 0 else "back",
                    abs(seconds),
                )
                self._run_all()

    def _run_all(self) -> None:
        for job in self._jobs:
            self._scheduler.modify_job(job.name, next_run_time=datetime.now(UTC))

    async def _run(self, job: Job) -> None:
        if self._is_over:
            # Told to stop right after its start: what was to run at once finds no threads left.
            return
        began = time.monotonic()
        try:
            await asyncio.get_running_loop().run_in_executor(self._threads, job.do)
        except asyncio.CancelledError:
            # The scheduler, when it is shut down, breaks off the waiting; `stop` goes on with it.
            _logger.debug("%s still runs while the bot stops", job.name)
        except BriefingError as error:
            self._troubles.note(job.name, error, began=began)
        except Exception:
            _logger.exception("%s failed; it is tried again at the next tick", job.name)
        else:
            self._troubles.note_well(job.name, now=time.monotonic())

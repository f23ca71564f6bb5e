"""The tick: a few jobs at short intervals, by APScheduler. What is due, the ledger knows.

APScheduler is given nothing to remember: no job per subscription and no job store, since it
drops what is late by a second and, over two processes, does everything twice.
"""

from __future__ import annotations

import asyncio
import logging
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

# The package has no types of its own.
from apscheduler.schedulers.asyncio import AsyncIOScheduler  # type: ignore[import-untyped]

from bot.errors import BriefingError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

TICK = timedelta(seconds=20)
_logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Job:
    """Something to do every so often. `do` runs in a thread of the job's own."""

    name: str
    every: timedelta
    do: Callable[[], object]


class Ticker:
    """Runs jobs beside the event loop; a job that still runs is not started again.

    It wakes by the monotonic clock: when the wall clock jumps, the next tick comes in its time
    and sees the new one, which is why the interval is short.
    """

    def __init__(self, jobs: Sequence[Job]) -> None:
        """Get ready; nothing runs before `start`."""
        self._jobs = tuple(jobs)
        self._threads = ThreadPoolExecutor(max(1, len(jobs)), thread_name_prefix="tick")
        self._scheduler = AsyncIOScheduler(timezone=UTC)
        self._is_over = False

    def start(self) -> None:
        """Run every job now and then at its interval; called inside the running event loop."""
        for job in self._jobs:
            self._scheduler.add_job(
                self._run,
                "interval",
                args=[job],
                id=job.name,
                seconds=job.every.total_seconds(),
                next_run_time=datetime.now(UTC),
                misfire_grace_time=None,
                coalesce=True,
                max_instances=1,
            )
        self._scheduler.start()

    async def stop(self) -> None:
        """Start nothing more, and wait for what runs."""
        self._is_over = True
        self._scheduler.shutdown(wait=False)
        await asyncio.to_thread(self._threads.shutdown)

    async def _run(self, job: Job) -> None:
        if self._is_over:
            # Told to stop right after its start: what was to run at once finds no threads left.
            return
        try:
            await asyncio.get_running_loop().run_in_executor(self._threads, job.do)
        except asyncio.CancelledError:
            # The scheduler, when it is shut down, breaks off the waiting; `stop` goes on with it.
            _logger.debug("%s still runs while the bot stops", job.name)
        except BriefingError as error:
            _logger.warning("%s: %s", job.name, error)
        except Exception:
            _logger.exception("%s failed; it is tried again at the next tick", job.name)

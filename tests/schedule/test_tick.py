from __future__ import annotations

import asyncio
import logging
import threading
import time
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from bot.errors import SettingsError
from bot.schedule.tick import FromNow, Job, Ticker

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest

OFTEN = timedelta(seconds=0.02)


def run_until(done: threading.Event, *jobs: Job, wall: Callable[[], float] = time.time) -> None:
    """Tick until the test has seen what it waits for."""

    async def ticking() -> None:
        ticker = Ticker(jobs, wall=wall, look=OFTEN)
        ticker.start()
        assert await asyncio.to_thread(done.wait, 20)
        await ticker.stop()

    asyncio.run(ticking())


def test_a_job_runs_at_once_and_again() -> None:
    done, runs = threading.Event(), []

    def work() -> None:
        runs.append(1)
        if len(runs) == 3:
            done.set()

    run_until(done, Job("work", OFTEN, work))


def test_a_job_that_fails_is_run_again_and_said_so(caplog: pytest.LogCaptureFixture) -> None:
    done, runs = threading.Event(), []

    def work() -> None:
        runs.append(1)
        if len(runs) == 2:
            done.set()
        msg = "broken"
        raise ValueError(msg)

    run_until(done, Job("work", OFTEN, work))
    assert "work failed" in caplog.text


def test_an_error_for_people_is_one_line_without_a_traceback(
    caplog: pytest.LogCaptureFixture,
) -> None:
    done = threading.Event()

    def work() -> None:
        done.set()
        where, reason = "store", "it is away"
        raise SettingsError(where, reason)

    with caplog.at_level(logging.WARNING):
        run_until(done, Job("work", timedelta(hours=1), work))
    assert [record.exc_info for record in caplog.records if "away" in record.message] == [None]


def test_a_job_that_still_runs_is_not_started_again() -> None:
    done, others, running = threading.Event(), [], threading.Semaphore(1)
    overlapped = []

    def slow() -> None:
        if not running.acquire(blocking=False):
            overlapped.append(1)
        done.wait(20)
        running.release()

    def other() -> None:
        others.append(1)
        if len(others) == 5:
            done.set()

    run_until(done, Job("slow", OFTEN, slow), Job("other", OFTEN, other))
    assert overlapped == []


def test_a_job_in_its_thread_does_not_hold_up_the_event_loop() -> None:
    async def ticking() -> bool:
        free = threading.Event()
        ticker = Ticker([Job("slow", timedelta(hours=1), lambda: free.wait(20))])
        ticker.start()
        await asyncio.sleep(0)
        free.set()
        await ticker.stop()
        return free.is_set()

    assert asyncio.run(ticking())


def test_everything_runs_at_once_when_the_clock_was_set_back(
    caplog: pytest.LogCaptureFixture,
) -> None:
    done, runs, shift = threading.Event(), [], [0.0]

    def work() -> None:
        runs.append(1)
        shift[0] = -3600.0
        if len(runs) == 2:
            done.set()

    hourly = Job("work", timedelta(hours=1), work)
    with caplog.at_level(logging.WARNING):
        run_until(done, hourly, wall=lambda: time.time() + shift[0])
    assert "the clock was set back by 3600 s; everything is looked at anew" in caplog.messages


def test_a_clock_that_is_only_adjusted_is_no_reason_to_run_anything() -> None:
    done, runs, looks = threading.Event(), [], []

    def slewed() -> float:
        looks.append(1)
        if len(looks) == 5:
            done.set()
        return time.time() - 0.01 * len(looks)

    run_until(done, Job("work", timedelta(hours=1), lambda: runs.append(1)), wall=slewed)
    assert runs == [1]


def test_the_runs_of_fifty_years_are_not_counted_up_when_a_clock_is_first_set() -> None:
    epoch, today = datetime(1970, 1, 1, tzinfo=UTC), datetime(2026, 1, 5, 7, 0, tzinfo=UTC)
    trigger = FromNow(seconds=2, timezone=UTC)
    assert trigger.get_next_fire_time(epoch, today) == today + timedelta(seconds=2)

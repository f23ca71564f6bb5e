"""Services that start, break or hang, and an end that comes in time."""

from __future__ import annotations

import asyncio
import logging
import signal
import subprocess
import sys
from dataclasses import dataclass, field
from datetime import timedelta
from threading import Event
from typing import TYPE_CHECKING

import pytest

from bot import running
from bot.errors import SettingsError
from bot.running import House, run, trouble_of
from bot.schedule.tick import Job

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.delivery.port import Platform


@dataclass
class Recording:
    """A service that notes what is done to it."""

    name: str
    trouble: Exception | None = None
    hangs: bool = False
    ails: str | None = None
    platform: Platform | None = None
    done: list[str] = field(default_factory=list)

    async def start(self) -> None:
        if self.hangs:
            await asyncio.Event().wait()
        if self.trouble is not None:
            raise self.trouble
        self.done.append("started")

    async def stop(self) -> None:
        self.done.append("stopped")

    def health(self) -> str | None:
        return self.ails


def house_of(
    *services: Recording,
    job: Callable[[], object] | None = None,
    background: tuple[Recording, ...] = (),
) -> House:
    jobs = (Job("job", timedelta(hours=1), job),) if job else ()
    return House(
        services,
        jobs,
        lambda: None,
        lambda _: None,
        can_idle=not services,
        background=background,
    )


def run_until_ticked(
    *services: Recording, background: tuple[Recording, ...] = ()
) -> tuple[bool, bool]:
    """Whether anything ran, and whether the schedule ticked."""

    async def live() -> bool:
        stop = asyncio.Event()
        loop = asyncio.get_running_loop()

        def tick() -> None:
            ticked.set()
            loop.call_soon_threadsafe(stop.set)

        return await asyncio.wait_for(
            run(house_of(*services, job=tick, background=background), stop), 20
        )

    ticked = Event()
    return asyncio.run(live()), ticked.is_set()


def test_what_cannot_start_is_named_in_one_line_and_the_others_go_on(
    caplog: pytest.LogCaptureFixture,
) -> None:
    bad = Recording("slack", trouble=SettingsError("slack_bot_token", "was revoked"))
    good = Recording("web")
    assert run_until_ticked(bad, good) == (True, True)
    assert good.done == ["started", "stopped"]
    (line,) = (one for one in caplog.records if one.levelno >= logging.ERROR)
    assert line.getMessage() == "slack is off: slack_bot_token: was revoked"
    assert line.exc_info is None


def test_a_service_that_breaks_at_its_start_leaves_a_traceback_in_the_log_alone(
    caplog: pytest.LogCaptureFixture,
) -> None:
    assert run_until_ticked(Recording("web"), Recording("slack", trouble=KeyError("x")))[0]
    (line,) = (one for one in caplog.records if one.levelno >= logging.ERROR)
    assert line.exc_info is not None


def test_if_nothing_can_start_the_run_is_over(caplog: pytest.LogCaptureFixture) -> None:
    bad = Recording("slack", trouble=SettingsError("slack_bot_token", "was revoked"))
    assert run_until_ticked(bad) == (False, False)
    assert "slack is off" in caplog.text


def test_what_runs_in_the_background_is_no_reason_to_go_on_alone() -> None:
    bad = Recording("slack", trouble=SettingsError("slack_bot_token", "was revoked"))
    feeds = Recording("feeds")
    assert run_until_ticked(bad, background=(feeds,)) == (False, False)
    assert feeds.done == []
    assert run_until_ticked(background=(feeds,)) == (True, True)
    assert feeds.done == ["started", "stopped"]


def test_a_service_that_hangs_holds_up_nothing_for_longer_than_its_time(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(running, "PATIENCE", timedelta(seconds=0.05))
    assert run_until_ticked(Recording("slack", hangs=True), Recording("web")) == (True, True)
    assert "slack is off: it did not connect in time" in caplog.text


def test_being_told_to_stop_while_a_service_still_connects_ends_the_run() -> None:
    async def live() -> bool:
        stop = asyncio.Event()
        asyncio.get_running_loop().call_later(0.05, stop.set)
        return await asyncio.wait_for(run(house_of(Recording("slack", hangs=True)), stop), 10)

    assert asyncio.run(live()) is True


def test_being_told_to_stop_while_others_connect_ends_what_is_up() -> None:
    up, slow = Recording("web"), Recording("slack", hangs=True)

    async def live() -> bool:
        stop = asyncio.Event()
        asyncio.get_running_loop().call_later(0.05, stop.set)
        return await asyncio.wait_for(run(house_of(up, slow), stop), 10)

    assert asyncio.run(live()) is True
    assert up.done == ["started", "stopped"]


def test_being_told_to_stop_before_the_first_tick_reports_no_failure(
    caplog: pytest.LogCaptureFixture,
) -> None:
    async def live() -> bool:
        stop = asyncio.Event()
        stop.set()
        return await asyncio.wait_for(run(house_of(job=lambda: None), stop), 10)

    assert asyncio.run(live()) is True
    assert "failed" not in caplog.text


def test_without_services_the_schedule_runs_alone() -> None:
    assert run_until_ticked() == (True, True)


SLEEPER = """
import asyncio, sys, time
from datetime import timedelta
from bot.running import House, run, stop_on_signals
from bot.schedule.tick import Job

def sleep():
    print("asleep", flush=True)
    time.sleep(120)

async def main():
    stop = asyncio.Event()
    stop_on_signals(stop)
    jobs = (Job("sleep", timedelta(hours=1), sleep),)
    await run(House((), jobs, lambda: None, lambda _: None, can_idle=True), stop)

asyncio.run(main())
"""


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_request_that_hangs_holds_up_the_end_for_a_few_seconds_at_most(
    number: signal.Signals,
) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", SLEEPER], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    with process:
        assert process.stdout is not None
        assert process.stdout.readline() == "asleep\n"
        process.send_signal(number)
        try:
            _, told = process.communicate(timeout=30)
        finally:
            process.kill()
    assert process.returncode == 0
    assert "Traceback" not in told


def test_what_is_not_well_is_told_by_its_name() -> None:
    well, ill = Recording("web"), Recording("slack", ails="has no connection")
    assert trouble_of([well, ill]) == {"slack": "has no connection"}

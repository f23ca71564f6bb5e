from __future__ import annotations

import asyncio
import os
import signal
import warnings
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot.sources.sandbox import Effort, Sandbox, Unfinished

if TYPE_CHECKING:
    from collections.abc import Iterator

EFFORT = Effort(computing=0.5, seconds=20, memory=50_000_000)


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox(workers=1) as opened:
        yield opened


def double(number: int) -> int:
    return 2 * number


def compute_for_ever() -> None:
    while True:
        pass


def take_all_memory() -> None:
    held = []
    while True:
        held.append(bytes(10_000_000))


def crash() -> None:
    os.kill(os.getpid(), signal.SIGSEGV)


def fail() -> None:
    raise RuntimeError


def grumble() -> str:
    warnings.warn("nobody wants to hear this", stacklevel=1)
    return os.environ.get("PATH", "")


def test_what_is_done_elsewhere_comes_back(sandbox: Sandbox) -> None:
    assert sandbox.do_now(EFFORT, double, 21) == 42
    assert asyncio.run(sandbox.do(EFFORT, double, 21)) == 42


@pytest.mark.parametrize(
    ("task", "took_too_much"),
    [(compute_for_ever, True), (take_all_memory, True), (crash, True), (fail, False)],
)
def test_what_takes_too_much_ends_and_the_next_task_is_done(
    sandbox: Sandbox, task: type, *, took_too_much: bool
) -> None:
    assert sandbox.do_now(EFFORT, task) == Unfinished(took_too_much=took_too_much)
    assert asyncio.run(sandbox.do(EFFORT, task)) == Unfinished(took_too_much=took_too_much)
    assert sandbox.do_now(EFFORT, double, 21) == 42


def test_what_sleeps_too_long_is_ended(sandbox: Sandbox) -> None:
    effort = Effort(computing=5, seconds=0.5)
    assert sandbox.do_now(effort, signal.pause) == Unfinished(took_too_much=True)
    assert sandbox.do_now(EFFORT, double, 21) == 42


def test_a_parser_that_complains_is_not_heard(
    sandbox: Sandbox, capfd: pytest.CaptureFixture[str]
) -> None:
    assert sandbox.do_now(EFFORT, grumble)
    assert capfd.readouterr() == ("", "")


def test_a_closed_sandbox_opens_again_when_it_is_needed() -> None:
    sandbox = Sandbox(workers=1)
    assert sandbox.do_now(EFFORT, double, 1) == 2
    sandbox.close()
    sandbox.close()
    assert sandbox.do_now(EFFORT, double, 1) == 2
    sandbox.close()


def test_what_one_task_may_take_does_not_bind_the_next() -> None:
    much = bytes(3 * EFFORT.memory)
    with Sandbox(workers=1) as sandbox:
        assert sandbox.do_now(EFFORT, double, 21) == 42
        assert sandbox.do_now(replace(EFFORT, memory=10 * EFFORT.memory), len, much) == len(much)


def test_a_process_that_dies_between_two_tasks_is_replaced() -> None:
    with Sandbox(workers=1) as sandbox:
        for _ in range(3):
            idle = sandbox.do_now(EFFORT, os.getpid)
            assert isinstance(idle, int)
            os.kill(idle, signal.SIGKILL)
            assert sandbox.do_now(EFFORT, double, 21) == 42
            assert asyncio.run(sandbox.do(EFFORT, double, 21)) == 42

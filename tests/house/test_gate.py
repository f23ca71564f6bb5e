"""Many look or one changes."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Event
from time import monotonic, sleep
from typing import TYPE_CHECKING

import pytest

from bot.gate import Gate

if TYPE_CHECKING:
    from collections.abc import Callable

BOUND = 20


def until(is_so: Callable[[], bool]) -> None:
    end = monotonic() + BOUND
    while not is_so():
        assert monotonic() < end
        sleep(0.001)


def test_several_look_at_once() -> None:
    gate, both = Gate(), Barrier(2, timeout=BOUND)

    def look() -> None:
        with gate.looking():
            both.wait()

    with ThreadPoolExecutor(2) as pool:
        for done in [pool.submit(look), pool.submit(look)]:
            done.result(BOUND)


def test_a_change_waits_for_those_who_look_and_is_not_overtaken() -> None:
    gate, seen = Gate(), list[str]()
    looks, may_go, asked = Event(), Event(), Event()

    def look_long() -> None:
        with gate.looking():
            looks.set()
            assert may_go.wait(BOUND)
            seen.append("first look")

    def change() -> None:
        asked.set()
        with gate.changing():
            seen.append("change")

    def look() -> None:
        with gate.looking():
            seen.append("second look")

    with ThreadPoolExecutor(3) as pool:
        first = pool.submit(look_long)
        assert looks.wait(BOUND)
        second = pool.submit(change)
        until(lambda: gate.waiting == 1)
        third = pool.submit(look)
        may_go.set()
        for done in (first, second, third):
            done.result(BOUND)
    assert seen == ["first look", "change", "second look"]


def test_whoever_fails_inside_leaves() -> None:
    gate = Gate()
    for enter in (gate.looking, gate.changing):
        with pytest.raises(LookupError), enter():
            raise LookupError
    with gate.changing():
        pass

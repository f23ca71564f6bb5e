"""What an answer costs: fetched in a process of its own, parsed in a sandbox.

python -m feeds.measuring URL, in the folder of the tests, prints one line of JSON.
"""

from __future__ import annotations

import asyncio
import json
import os
import resource
import subprocess
import sys
import time
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from ipaddress import ip_network
from pathlib import Path
from typing import TYPE_CHECKING

from bot.sources.web.answers import Failed, Fetched
from bot.sources.web.fetching import Fetcher

if TYPE_CHECKING:
    from collections.abc import Callable

TESTS = Path(__file__).parents[1]
LOOPBACK = (ip_network("127.0.0.0/8"),)


@dataclass(frozen=True, slots=True)
class Cost:
    """What came of it, seconds of computing and in all, more bytes of memory than before."""

    outcome: str
    computing: float
    seconds: float
    memory: int


def fetch_apart(url: str) -> Cost:
    """Have another process fetch `url`, so that nothing but the fetching is measured."""
    path = os.pathsep.join((str(TESTS.parent), str(TESTS)))
    done = subprocess.run(
        [sys.executable, "-m", "feeds.measuring", url],
        cwd=TESTS,
        env={**os.environ, "PYTHONPATH": path},
        capture_output=True,
        check=True,
        timeout=120,
    )
    return Cost(**json.loads(done.stdout))


def cost_of(task: Callable[..., object], *args: object) -> Cost:
    """Do `task` here and tell what it took; to be called in a sandbox."""
    before, started = _used(), time.monotonic()
    outcome = task(*args)
    computing, memory = _used()
    return Cost(
        type(outcome).__name__,
        computing - before[0],
        time.monotonic() - started,
        memory - before[1],
    )


def _used() -> tuple[float, int]:
    """Seconds of computing so far, and the most memory that was ever held, in bytes."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime, used.ru_maxrss * 1024


async def _fetch(url: str) -> str:
    async with Fetcher(now=lambda: datetime.now(UTC), allowed=LOOPBACK) as fetcher:
        answer = await fetcher.fetch(url)
    match answer:
        case Failed(reason):
            return reason
        case Fetched():
            return f"{len(answer.body)} bytes"
        case _:
            return "not modified"


def _main(url: str) -> None:
    # What is loaded and set up once for all answers is no part of what one costs.
    asyncio.run(_fetch(url.replace("/bomb", "/small")))
    before, started = _used(), time.monotonic()
    outcome = asyncio.run(_fetch(url))
    computing, memory = _used()
    cost = Cost(outcome, computing - before[0], time.monotonic() - started, memory - before[1])
    print(json.dumps(asdict(cost)))


if __name__ == "__main__":
    _main(sys.argv[1])

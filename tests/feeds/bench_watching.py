"""How soon a changed file is told of: part of `make bench-feeds`.

In a folder of many files one is written, changed, removed, written in pieces for half a second
and put in the place of another. What is printed: for each the median and the longest time from
the end of the change to the call, in seconds. Exits with 1 if one took more than two seconds.
"""

from __future__ import annotations

import argparse
import asyncio
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from bot.sources.watching import watch

if TYPE_CHECKING:
    from collections.abc import Callable

MOST_SECONDS = 2.0
FILES = 2_000
LONGEST = 30.0


class Watcher:
    """Remembers when it was told last."""

    def __init__(self) -> None:
        self.told = asyncio.Event()
        self.at = 0.0

    async def hear(self) -> None:
        self.at = time.monotonic()
        self.told.set()

    async def is_told(self) -> None:
        async with asyncio.timeout(LONGEST):
            await self.told.wait()


def write(path: Path) -> None:
    path.write_text("Die Stadt baut eine Brücke.", "utf-8")


def change(path: Path) -> None:
    path.write_text(f"Die Stadt baut {time.monotonic_ns()} Brücken.", "utf-8")


def replace(path: Path) -> None:
    beside = path.with_suffix(".part")
    beside.write_text(f"Die Stadt plant {time.monotonic_ns()} Brücken.", "utf-8")
    beside.replace(path)


def write_slowly(path: Path) -> None:
    with path.open("w", encoding="utf-8") as file:
        for _ in range(10):
            file.write("Die Stadt baut eine Brücke. ")
            file.flush()
            time.sleep(0.05)


def remove(path: Path) -> None:
    path.unlink()


CHANGES: dict[str, Callable[[Path], None]] = {
    "written": write,
    "changed": change,
    "replaced": replace,
    "written in pieces": write_slowly,
    "removed": remove,
}


async def measure(folder: Path, times: int) -> dict[str, list[float]]:
    stop, watcher = asyncio.Event(), Watcher()
    task = asyncio.create_task(watch([folder], watcher.hear, stop=stop))
    while not watcher.told.is_set():
        # The system needs a moment until it tells; a first file shows that it does. Each time
        # another one, since one that is written again and again is never at rest.
        await asyncio.to_thread(change, folder / f"probe-{time.monotonic_ns()}")
        await asyncio.sleep(0.2)
    took: dict[str, list[float]] = {name: [] for name in CHANGES}
    for number in range(times):
        for name, act in CHANGES.items():
            # What came before is told by then.
            await asyncio.sleep(MOST_SECONDS)
            watcher.told.clear()
            await asyncio.to_thread(act, folder / f"new-{number}.txt")
            ended = time.monotonic()
            await watcher.is_told()
            while watcher.at < ended:
                # It was told in the middle, and is told again when it is at rest.
                watcher.told.clear()
                await watcher.is_told()
            took[name].append(watcher.at - ended)
    stop.set()
    await task
    return took


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=10, help="how often each change is made")
    times = parser.parse_args().times
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for number in range(FILES):
            (folder / f"{number}.txt").write_text("Ein Artikel.", "utf-8")
        took = asyncio.run(measure(folder, times))
    for kind, seconds in took.items():
        print(f"{kind:20} median {median(seconds):5.2f} s, longest {max(seconds):5.2f} s")
    worst = max(map(max, took.values()))
    print(f"the longest of {times} times each, among {FILES} files: {worst:.2f} s")
    return worst > MOST_SECONDS


if __name__ == "__main__":
    raise SystemExit(main())

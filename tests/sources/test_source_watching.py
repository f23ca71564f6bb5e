from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING

from bot.sources.watching import watch

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path

LONGEST = 20.0


class Watcher:
    """Counts what it is told, and when."""

    def __init__(self) -> None:
        self.told: list[float] = []
        self.heard = 0
        self.event = asyncio.Event()

    async def hear(self) -> None:
        self.told.append(time.monotonic())
        self.event.set()

    async def next(self) -> float:
        async with asyncio.timeout(LONGEST):
            await self.event.wait()
        self.event.clear()
        self.heard = len(self.told)
        return self.told[-1]


def run(folder: Path, act: Callable[[Watcher], Awaitable[None]]) -> None:
    is_there = folder.exists()

    async def whole() -> None:
        stop, watcher = asyncio.Event(), Watcher()
        task = asyncio.create_task(watch([folder], watcher.hear, stop=stop))
        if is_there:
            # The system needs a moment until it tells; a first file shows that it does.
            while not watcher.told:
                (folder / f".probe{time.monotonic()}").write_text("", "utf-8")
                await asyncio.sleep(0.2)
        # Until the probes are told, or the missing folder was looked for.
        await asyncio.sleep(2)
        watcher.event.clear()
        watcher.heard = len(watcher.told)
        await act(watcher)
        stop.set()
        async with asyncio.timeout(LONGEST):
            await task

    asyncio.run(whole())


def test_new_changed_and_removed_files_are_told(tmp_path: Path) -> None:
    async def act(watcher: Watcher) -> None:
        path = tmp_path / "a.txt"
        for change in (
            lambda: path.write_text("Neu.", "utf-8"),
            lambda: path.write_text("Geändert.", "utf-8"),
            path.unlink,
        ):
            change()
            await watcher.next()

    run(tmp_path, act)


def test_files_in_folders_that_are_made_later_are_told(tmp_path: Path) -> None:
    async def act(watcher: Watcher) -> None:
        inner = tmp_path / "neu"
        inner.mkdir()
        await watcher.next()
        (inner / "a.txt").write_text("Neu.", "utf-8")
        await watcher.next()

    run(tmp_path, act)


def test_a_file_that_is_still_written_is_told_when_it_is_whole(tmp_path: Path) -> None:
    async def act(watcher: Watcher) -> None:
        begun = len(watcher.told)
        with (tmp_path / "a.txt").open("w", encoding="utf-8") as file:
            for _ in range(20):
                file.write("Ein Satz. ")
                file.flush()
                await asyncio.sleep(0.1)
        closed = time.monotonic()
        assert await watcher.next() > closed
        assert len(watcher.told) == begun + 1

    run(tmp_path, act)


def test_other_files_are_told_while_one_is_written_on_and_on(tmp_path: Path) -> None:
    async def act(watcher: Watcher) -> None:
        stop = asyncio.Event()

        async def write_on() -> None:
            with (tmp_path / "a.txt").open("w", encoding="utf-8") as file:
                while not stop.is_set():
                    file.write("Ein Satz. ")
                    file.flush()
                    await asyncio.sleep(0.1)

        writing = asyncio.create_task(write_on())
        await asyncio.sleep(2)
        assert not watcher.told[watcher.heard :]
        for name in ("b.txt", "c.txt"):
            (tmp_path / name).write_text("Neu.", "utf-8")
            written = time.monotonic()
            assert await watcher.next() - written < 2
        stop.set()
        await writing
        await watcher.next()

    run(tmp_path, act)


def test_a_folder_that_is_not_there_yet_is_waited_for(tmp_path: Path) -> None:
    folder = tmp_path / "später"

    async def act(watcher: Watcher) -> None:
        folder.mkdir()
        await watcher.next()

    run(folder, act)

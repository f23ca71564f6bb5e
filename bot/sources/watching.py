"""Tells when files in the folders of articles were added, changed or removed.

A file that is still being written is waited for, and the others are told meanwhile.
"""

from __future__ import annotations

import asyncio
import logging
import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
    from pathlib import Path

# How long a file must have stayed as it is to count as written to the end, in seconds. Longer
# than copying over a network pauses, and short enough to be told within two seconds.
REST = 0.8
_STEP = 0.1
_DEBOUNCE_MS = 100
_LOOK_AGAIN = 0.5

_Shape = tuple[int, int] | None


async def watch(
    folders: Sequence[Path],
    on_change: Callable[[], Awaitable[None]],
    *,
    stop: asyncio.Event,
) -> None:
    """Await `on_change` after changes below `folders`, within two seconds, until `stop` is set.

    Changes during `on_change` are told afterwards. A folder that is not there yet is waited
    for; on systems that give no notice the folders are looked through instead. `on_change` is
    to read everything that is new: it is not told what changed.
    """
    moving = _Moving()
    async with asyncio.TaskGroup() as group:
        group.create_task(_notice(folders, moving, stop))
        group.create_task(_tell(moving, on_change, stop))


class _Moving:
    """Files that changed and are not known to be at rest, with their shapes and since when."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[_Shape, float]] = {}

    def note(self, paths: Iterable[str], now: float) -> None:
        """These have just changed."""
        self._known |= {path: (None, now) for path in paths if path not in self._known}

    def paths(self) -> tuple[str, ...]:
        """All of them."""
        return tuple(self._known)

    def settle(self, shapes: Mapping[str, _Shape], now: float) -> bool:
        """Forget those that stayed as they are for long enough; whether there were any."""
        count = len(self._known)
        for path, shape in shapes.items():
            before, since = self._known[path]
            if shape != before:
                self._known[path] = (shape, now)
            elif now - since >= REST:
                del self._known[path]
        return len(self._known) < count


async def _tell(
    moving: _Moving, on_change: Callable[[], Awaitable[None]], stop: asyncio.Event
) -> None:
    """Tell each time files have come to rest, whatever else is still being written."""
    clock = asyncio.get_running_loop().time
    while not stop.is_set():
        await _wait(stop, _STEP)
        paths = moving.paths()
        if paths and moving.settle(await asyncio.to_thread(_look, paths), clock()):
            await on_change()


async def _notice(folders: Sequence[Path], moving: _Moving, stop: asyncio.Event) -> None:
    """Note what changes below those of the folders that are there."""
    clock = asyncio.get_running_loop().time
    while not stop.is_set():
        there = [folder for folder in folders if folder.exists()]
        if there:
            await _notice_below(there, folders, moving, stop)
        else:
            await _wait(stop, _LOOK_AGAIN)
        if [folder for folder in folders if folder.exists()] != there:
            # What is in a folder that came or went is as new as the folder itself.
            moving.note(map(str, folders), clock())


async def _notice_below(
    there: Sequence[Path], folders: Sequence[Path], moving: _Moving, stop: asyncio.Event
) -> None:
    """The same until `stop` is set or other folders are there than at the beginning."""
    # Loading it takes a moment, and only a bot that runs on watches.
    from watchfiles import awatch  # noqa: PLC0415 (see the line above)

    # It tells of every change in the log.
    logging.getLogger("watchfiles").setLevel(logging.WARNING)
    changes = awatch(
        *there,
        step=_DEBOUNCE_MS // 2,
        debounce=_DEBOUNCE_MS,
        rust_timeout=round(1000 * _LOOK_AGAIN),
        yield_on_timeout=True,
        stop_event=stop,
        ignore_permission_denied=True,
    )
    async for changed in changes:
        moving.note((path for _, path in changed), asyncio.get_running_loop().time())
        if [folder for folder in folders if folder.exists()] != list(there):
            return


async def _wait(stop: asyncio.Event, seconds: float) -> None:
    try:
        async with asyncio.timeout(seconds):
            await stop.wait()
    except TimeoutError:
        return


def _look(paths: Iterable[str]) -> dict[str, _Shape]:
    return {path: _shape(path) for path in paths}


def _shape(path: str) -> _Shape:
    try:
        found = os.stat(path)  # noqa: PTH116 (thousands of them, as strings)
    except OSError:
        return None
    return (found.st_size, found.st_mtime_ns)

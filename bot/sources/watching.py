"""Tells when files in the folders of articles were added, changed or removed.

A file that is still being written is waited for; it is told once it is at rest.
"""

from __future__ import annotations

import asyncio
import logging
import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable, Sequence
    from pathlib import Path

# How long a file must have stayed as it is to count as written to the end, in seconds.
REST = 0.4
# Changes are told in any case after this long, whatever else is still being written.
LONGEST_REST = 1.4
_STEP_MS = 50
_LOOK_AGAIN = 1.0

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
    while not stop.is_set():
        there = [folder for folder in folders if folder.exists()]
        if there:
            await _watch(there, folders, on_change, stop)
        else:
            await _wait(stop, _LOOK_AGAIN)
            if any(folder.exists() for folder in folders):
                await on_change()


async def _watch(
    there: Sequence[Path],
    folders: Sequence[Path],
    on_change: Callable[[], Awaitable[None]],
    stop: asyncio.Event,
) -> None:
    """Watch until `stop` is set or other folders are there than at the beginning."""
    # Loading it takes a moment, and only a bot that runs on watches.
    from watchfiles import awatch  # noqa: PLC0415 (see the line above)

    # It tells of every change in the log.
    logging.getLogger("watchfiles").setLevel(logging.WARNING)
    changes = awatch(
        *there,
        step=_STEP_MS,
        debounce=2 * _STEP_MS,
        rust_timeout=round(1000 * _LOOK_AGAIN),
        yield_on_timeout=True,
        stop_event=stop,
        ignore_permission_denied=True,
    )
    async for changed in changes:
        if changed:
            is_at_rest = await _settle({path for _, path in changed}, stop)
            await on_change()
            if not is_at_rest:
                await _finish({path for _, path in changed}, on_change, stop)
        if [folder for folder in folders if folder.exists()] != list(there):
            await on_change()
            return


async def _finish(
    paths: Iterable[str], on_change: Callable[[], Awaitable[None]], stop: asyncio.Event
) -> None:
    """Tell once more when the files that were still being written are at rest."""
    while not stop.is_set():
        if await _settle(paths, stop):
            await on_change()
            return


async def _settle(paths: Iterable[str], stop: asyncio.Event) -> bool:
    """Wait until the files stay as they are; whether they do before it takes too long."""
    clock = asyncio.get_running_loop().time
    begun = unchanged_since = clock()
    shapes = await asyncio.to_thread(_look, paths)
    while clock() - unchanged_since < REST and not stop.is_set():
        if clock() - begun > LONGEST_REST:
            return False
        await _wait(stop, _STEP_MS / 1000)
        now = await asyncio.to_thread(_look, paths)
        if now != shapes:
            shapes, unchanged_since = now, clock()
    return True


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

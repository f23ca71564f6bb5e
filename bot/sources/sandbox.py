"""Parsers of other people's files at work in processes of their own, within limits.

What takes too much time, computing or memory ends with its process; the bot goes on.
"""

from __future__ import annotations

import asyncio
import logging
import os
import signal
import sys
import threading
import warnings
from concurrent.futures import TimeoutError as TookTooLong
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, ParamSpec, TypeVar

if sys.platform != "win32":
    import resource

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Self

    from pebble import ProcessFuture, ProcessPool

Given = ParamSpec("Given")
Made = TypeVar("Made")

_logger = logging.getLogger(__name__)
_STATM = "/proc/self/statm"
# A process is replaced now and then, so that what a parser leaks does not pile up.
_MOST_TASKS = 500
# A process that dies between two tasks takes the whole pool with it, and what is about to begin.
_TRIES = 2


@dataclass(frozen=True, slots=True)
class Effort:
    """The most that one task may take: seconds of computing, seconds in all, bytes of memory.

    The modules in `loads` are loaded before it counts: that is done once in a process, and is no
    doing of the file.
    """

    computing: float = 1.0
    seconds: float = 15.0
    memory: int = 100_000_000
    loads: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A task that came to nothing: it took too much, or the parser broke."""

    took_too_much: bool


class Sandbox:
    """A few processes that are started when first needed. May be used by several threads."""

    def __init__(self, *, workers: int = 2) -> None:
        """Use at most so many processes at one time."""
        self._workers = workers
        self._pool: ProcessPool | None = None
        self._opening = threading.Lock()

    async def do(
        self,
        effort: Effort,
        task: Callable[Given, Made],
        /,
        *args: Given.args,
        **kwargs: Given.kwargs,
    ) -> Made | Unfinished:
        """What `task` makes of its arguments, which must be of the kind that can be sent."""
        for _ in range(_TRIES):
            future = None
            try:
                future = self._schedule(effort, task, *args, **kwargs)
                return await asyncio.wrap_future(future)
            except asyncio.CancelledError:
                if future is not None:
                    future.cancel()  # type: ignore[no-untyped-call] # pebble has no types here
                raise
            except BrokenProcessPool as error:
                broken = error
            except Exception as error:  # noqa: BLE001 - any parser may break in any way
                return _unfinished(error)
        return _unfinished(broken)

    def do_now(
        self,
        effort: Effort,
        task: Callable[Given, Made],
        /,
        *args: Given.args,
        **kwargs: Given.kwargs,
    ) -> Made | Unfinished:
        """The same for who can wait."""
        for _ in range(_TRIES):
            try:
                made: Made = self._schedule(effort, task, *args, **kwargs).result()
            except BrokenProcessPool as error:
                broken = error
            except Exception as error:  # noqa: BLE001 - the same
                return _unfinished(error)
            else:
                return made
        return _unfinished(broken)

    def close(self) -> None:
        """End the processes; what is under way comes to nothing."""
        with self._opening:
            pool, self._pool = self._pool, None
        if pool is not None:
            pool.stop()  # type: ignore[no-untyped-call] # the same
            pool.join()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _schedule(
        self,
        effort: Effort,
        task: Callable[Given, Made],
        *args: Given.args,
        **kwargs: Given.kwargs,
    ) -> ProcessFuture[Made]:
        with self._opening:
            if self._pool is not None and not self._pool.active:
                _logger.warning("the processes of parsers are started anew")
                _end(self._pool)
                self._pool = None
            if self._pool is None:
                self._pool = _open_pool(self._workers)
            return self._pool.schedule(
                _within, args=(effort, task, args, kwargs), timeout=effort.seconds
            )


def _open_pool(workers: int) -> ProcessPool:
    # Loading it takes a tenth of a second, and most starts of the bot need no parser.
    from multiprocessing import get_context  # noqa: PLC0415 (see the line above)

    from pebble import ProcessPool  # noqa: PLC0415 (the same)

    # Not forked: a copy of the bot would bring its threads' locks and its memory.
    return ProcessPool(
        max_workers=workers,
        max_tasks=_MOST_TASKS,
        context=get_context("spawn"),
        initializer=_settle,
    )


def _end(pool: ProcessPool) -> None:
    """End what is left of it, without waiting for that."""
    pool.stop()  # type: ignore[no-untyped-call] # pebble has no types here
    threading.Thread(target=pool.join, daemon=True).start()


def _settle() -> None:
    """Leave no dump behind, say nothing, and let Ctrl+C be the business of the bot."""
    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform != "win32":
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _within(
    effort: Effort,
    task: Callable[..., Made],
    args: tuple[object, ...],
    kwargs: dict[str, object],
) -> Made:
    """Do `task`; the system ends this process when it computes longer or takes more memory.

    Windows knows no such limits; there the time in all is the only one.
    """
    for module in effort.loads:
        import_module(module)
    if sys.platform == "win32":
        return task(*args, **kwargs)
    _limit_memory(effort.memory)
    signal.signal(signal.SIGPROF, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_PROF, effort.computing)
    try:
        return task(*args, **kwargs)
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        # What it is sent next is not what this task took.
        _limit_memory(None)


def _limit_memory(more: int | None) -> None:
    """Let this process take so many bytes more than it has, or as many as before it was limited."""
    if sys.platform == "win32":
        return
    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    if more is None:
        resource.setrlimit(resource.RLIMIT_AS, (hard, hard))
        return
    try:
        with open(_STATM, encoding="ascii") as file:  # noqa: PTH123 - no path of a person's
            pages = int(file.read().split()[0])
    except (OSError, ValueError):
        # A system that does not tell how much is in use cannot be asked to limit it.
        return
    resource.setrlimit(resource.RLIMIT_AS, (pages * os.sysconf("SC_PAGE_SIZE") + more, hard))


def _unfinished(error: Exception) -> Unfinished:
    from pebble import ProcessExpired  # noqa: PLC0415 (loaded by now)

    took_too_much = isinstance(error, ProcessExpired | TookTooLong | MemoryError)
    return Unfinished(took_too_much=took_too_much)

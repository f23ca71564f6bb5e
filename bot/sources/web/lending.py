"""One reader of pages for all threads, so that a host sees no more connections than it should.

Whoever runs it in an event loop lends it; others have their pages read there.
"""

from __future__ import annotations

import asyncio
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator
    from concurrent.futures import Future

    from bot.sources.web.pages import PageReader

Made = TypeVar("Made")


class PageLender:
    """Has nothing to lend until somebody gives it; `use` may be called by any thread."""

    def __init__(self) -> None:
        """Begin with none."""
        self._lent: tuple[asyncio.AbstractEventLoop, PageReader] | None = None
        self._tasks: set[asyncio.Task[object]] = set()

    @contextmanager
    def lending(self, pages: PageReader) -> Iterator[None]:
        """Lend `pages` of the running loop during the block; what is under way ends with it."""
        self._lent = (asyncio.get_running_loop(), pages)
        try:
            yield
        finally:
            self._lent = None
            for task in self._tasks:
                task.cancel()

    def use(self, act: Callable[[PageReader], Awaitable[Made]]) -> Future[Made] | None:
        """Have `act` done with the pages, in their loop; None while there are none."""
        lent = self._lent
        if lent is None:
            return None
        loop, pages = lent
        doing = self._do(act, pages)
        try:
            return asyncio.run_coroutine_threadsafe(doing, loop)
        except RuntimeError:
            # The loop has ended in this moment.
            doing.close()
            return None

    async def _do(self, act: Callable[[PageReader], Awaitable[Made]], pages: PageReader) -> Made:
        task = asyncio.current_task()
        if self._lent is None or task is None:
            raise asyncio.CancelledError
        self._tasks.add(task)
        try:
            return await act(pages)
        finally:
            self._tasks.discard(task)

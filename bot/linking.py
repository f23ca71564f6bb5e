"""Fetches the page behind a link that somebody sent; knows no setting."""

from __future__ import annotations

import asyncio
from threading import BoundedSemaphore
from typing import TYPE_CHECKING

from bot.desk.links import PageAdded, PageRefused
from bot.sources.web.adding import add_page_alone
from bot.sources.web.answers import Failed

if TYPE_CHECKING:
    from bot.sources.feeds.arrivals import Arrival
    from bot.sources.feeds.ports import Refreshing

_LONGEST = 30.0
# Each page is parsed in a process of its own.
_AT_ONCE = 2


class LinkReader:
    """Fulfils `desk.links.Links.add_page`. May be used by several threads."""

    def __init__(self, given: Refreshing) -> None:
        """Read and shelve as the feeds do, by `given`."""
        self._given = given
        self._turns = BoundedSemaphore(_AT_ONCE)

    def __call__(self, url: str) -> PageAdded | PageRefused:
        """Read the page at `url`, for half a minute at most, and shelve its article.

        Raises:
            StoreUnavailable: it was read and not kept.
        """
        if not self._turns.acquire(timeout=_LONGEST):
            return PageRefused("many links")
        try:
            added = asyncio.run(self._read(url))
        except TimeoutError:
            return PageRefused("too slow")
        finally:
            self._turns.release()
        if isinstance(added, Failed):
            return PageRefused(added.reason, added.status)
        return PageAdded(added.article.id, added.article.title)

    async def _read(self, url: str) -> Arrival | Failed:
        async with asyncio.timeout(_LONGEST):
            return await add_page_alone(url, self._given)

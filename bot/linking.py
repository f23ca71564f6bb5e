"""Fetches the page behind a link that somebody sent; knows no setting."""

from __future__ import annotations

import asyncio
from concurrent.futures import CancelledError
from functools import partial
from threading import BoundedSemaphore
from typing import TYPE_CHECKING

from bot.desk.links import PageAdded, PageRefused
from bot.sources.web.adding import Desk, add_page, add_page_alone
from bot.sources.web.answers import Failed

if TYPE_CHECKING:
    from bot.sources.feeds.arrivals import Arrival
    from bot.sources.feeds.ports import Refreshing
    from bot.sources.web.lending import PageLender
    from bot.sources.web.pages import PageReader

_LONGEST = 30.0
# For how much longer a loop that does not answer is waited for.
_GRACE = 5.0
_AT_ONCE = 2


class LinkReader:
    """Fulfils `desk.links.Links.add_page`. May be used by several threads."""

    def __init__(self, given: Refreshing, lender: PageLender) -> None:
        """Read and shelve as the feeds do, by `given`.

        Pages are read with what `lender` has, so that both together keep to two connections a
        host; as long as it has nothing, each with a client and a process of its own.
        """
        self._given = given
        self._lender = lender
        self._turns = BoundedSemaphore(_AT_ONCE)

    def __call__(self, url: str) -> PageAdded | PageRefused:
        """Read the page at `url`, for half a minute at most, and shelve its article.

        Raises:
            StoreUnavailable: it was read and not kept.
        """
        if not self._turns.acquire(timeout=_LONGEST):
            return PageRefused("many links")
        try:
            added = self._add(url)
        except TimeoutError:
            return PageRefused("too slow")
        except CancelledError:
            # The bot is about to end.
            return PageRefused("many links")
        finally:
            self._turns.release()
        if isinstance(added, Failed):
            return PageRefused(added.reason, added.status)
        return PageAdded(added.article.id, added.article.title)

    def _add(self, url: str) -> Arrival | Failed:
        under_way = self._lender.use(partial(self._add_by, url))
        if under_way is None:
            return asyncio.run(self._add_alone(url))
        try:
            return under_way.result(_LONGEST + _GRACE)
        finally:
            under_way.cancel()

    async def _add_by(self, url: str, pages: PageReader) -> Arrival | Failed:
        given = self._given
        async with asyncio.timeout(_LONGEST):
            desk = Desk(pages, given.book, given.shelf, given.zone)
            return await add_page(url, desk, now=given.now())

    async def _add_alone(self, url: str) -> Arrival | Failed:
        async with asyncio.timeout(_LONGEST):
            return await add_page_alone(url, self._given)

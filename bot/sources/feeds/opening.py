"""A refresher, and a reader of pages, with one client of their own."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from bot.sources.feeds.reading import EntryReader
from bot.sources.feeds.refreshing import Means, Refresher
from bot.sources.web.fetching import Fetcher
from bot.sources.web.pages import PageReader
from bot.sources.web.robots import Robots

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from bot.sources.feeds.ports import Refreshing
    from bot.sources.sandbox import Sandbox


@asynccontextmanager
async def open_refresher(
    given: Refreshing, sandbox: Sandbox
) -> AsyncIterator[tuple[Refresher, PageReader]]:
    """Both parse in `sandbox`; their connections are closed with the block."""
    async with Fetcher(now=given.now, allowed=given.networks) as fetcher:
        pages = PageReader(fetcher, sandbox, Robots(fetcher, sandbox, now=given.now))
        means = Means(
            book=given.book,
            shelf=given.shelf,
            fetcher=fetcher,
            sandbox=sandbox,
            reader=EntryReader(given.book, given.shelf, pages),
            now=given.now,
            chance=given.chance,
            zone=given.zone,
        )
        yield Refresher(means), pages

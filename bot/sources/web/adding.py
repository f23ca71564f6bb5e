"""One page that somebody names becomes an article on the shelf."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.core.feeds import Feed
from bot.sources.feeds.arrivals import Context, build_arrival
from bot.sources.feeds.entries import Entry, ParsedFeed
from bot.sources.sandbox import Sandbox
from bot.sources.web.answers import Failed
from bot.sources.web.fetching import Fetcher
from bot.sources.web.pages import PageReader
from bot.sources.web.robots import Robots

if TYPE_CHECKING:
    from datetime import datetime

    from bot.sources.feeds.arrivals import Arrival
    from bot.sources.feeds.ports import Refreshing, Shelf

ORIGIN = "web"


@dataclass(frozen=True, slots=True)
class Desk:
    """What adding a page needs: who reads it, where it goes, and the zone of its readers."""

    pages: PageReader
    shelf: Shelf
    zone: str


async def add_page_alone(url: str, given: Refreshing) -> Arrival | Failed:
    """The same with a client and a process of its own, for who adds but one."""
    with Sandbox(workers=1) as sandbox:
        async with Fetcher(now=given.now, allowed=given.networks) as fetcher:
            pages = PageReader(fetcher, sandbox, Robots(fetcher, sandbox, now=given.now))
            return await add_page(url, Desk(pages, given.shelf, given.zone), now=given.now())


async def add_page(url: str, desk: Desk, *, now: datetime) -> Arrival | Failed:
    """Read the page at `url` and put its article on the shelf; the article, or why there is none.

    A page that gives no date stays undated: nobody knows how old it is.
    """
    page = await desk.pages.read(url)
    if isinstance(page, Failed):
        return page
    context = Context(
        feed=Feed(address=ORIGIN),
        parsed=ParsedFeed(title="", entries=()),
        zone=desk.zone,
        now=now,
        is_first_visit=True,
    )
    arrival = build_arrival(Entry(key=page.url, url=page.url), page, context)
    if arrival is None:
        return Failed("no text")
    await asyncio.to_thread(desk.shelf.put, [arrival], origin=ORIGIN)
    return arrival

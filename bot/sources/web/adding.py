"""One page that somebody names becomes an article on the shelf."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.core.feeds import Feed
from bot.sources.feeds.arrivals import Context, build_arrival
from bot.sources.feeds.entries import Entry, ParsedFeed
from bot.sources.web.answers import Failed

if TYPE_CHECKING:
    from datetime import datetime

    from bot.sources.feeds.arrivals import Arrival
    from bot.sources.feeds.ports import Shelf
    from bot.sources.web.pages import PageReader

ORIGIN = "web"


@dataclass(frozen=True, slots=True)
class Desk:
    """What adding a page needs: who reads it, where it goes, and the zone of its readers."""

    pages: PageReader
    shelf: Shelf
    zone: str


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

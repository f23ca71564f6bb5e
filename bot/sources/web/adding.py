"""One page that somebody names becomes an article on the shelf, or a version of what is there."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.core.feeds import REMOVED, Feed
from bot.sources.duplicates import text_hash
from bot.sources.feeds.arrivals import Arrival, Context, build_arrival
from bot.sources.feeds.entries import Entry, ParsedFeed
from bot.sources.feeds.news import Read
from bot.sources.feeds.reading import NAMED, EntryReader
from bot.sources.sandbox import Sandbox
from bot.sources.web.answers import Failed
from bot.sources.web.fetching import Fetcher
from bot.sources.web.pages import PageReader
from bot.sources.web.robots import Robots
from bot.sources.web.tracking import page_key

if TYPE_CHECKING:
    from datetime import datetime

    from bot.sources.feeds.ports import FeedBook, Refreshing, Shelf


@dataclass(frozen=True, slots=True)
class Desk:
    """What adding a page needs: who reads it, what is known of pages, where articles go.

    `zone` is that of its readers.
    """

    pages: PageReader
    book: FeedBook
    shelf: Shelf
    zone: str


async def add_page_alone(
    url: str, given: Refreshing, *, restoring: bool = False
) -> Arrival | Failed:
    """The same with a client and a process of its own, for who adds but one."""
    with Sandbox(workers=1) as sandbox:
        async with Fetcher(now=given.now, allowed=given.networks) as fetcher:
            pages = PageReader(fetcher, sandbox, Robots(fetcher, sandbox, now=given.now))
            desk = Desk(pages, given.book, given.shelf, given.zone)
            return await add_page(url, desk, now=given.now(), restoring=restoring)


async def add_page(
    url: str, desk: Desk, *, now: datetime, restoring: bool = False
) -> Arrival | Failed:
    """Read the page at `url` and put its article on the shelf; the article, or why there is none.

    What a feed or somebody else brought before is not written over: the same text gives the
    article that is there, and a corrected one becomes a version beside it. A page that gives no
    date stays undated: nobody knows how old it is. What somebody removed comes back only if this
    is about `restoring` it.
    """
    page = await desk.pages.read(url)
    if isinstance(page, Failed):
        return page
    context = Context(
        feed=Feed(address=NAMED),
        parsed=ParsedFeed(title="", entries=()),
        zone=desk.zone,
        now=now,
        is_first_visit=True,
    )
    entry = Entry(key=page_key(page.url), url=page.url)
    arrival = build_arrival(entry, page, context)
    if arrival is None:
        return Failed("no text")
    if restoring:
        article = arrival.article
        known_by = (article.id, entry.key, text_hash(article.text))
        await asyncio.to_thread(desk.book.restore, *known_by)
    return await _keep(entry, arrival, context, desk)


async def _keep(entry: Entry, arrival: Arrival, context: Context, desk: Desk) -> Arrival | Failed:
    """Store what is new in it, then remember the page, as for feeds; what lies on the shelf now."""
    known = await asyncio.to_thread(desk.book.seen, NAMED, [entry.key])
    reader = EntryReader(desk.book, desk.shelf, desk.pages)
    seen, made = await reader.compare(Read(entry, known.get(entry.key)), arrival, context)
    if seen.reason == REMOVED:
        return Failed(REMOVED)
    there = None if made else await asyncio.to_thread(desk.shelf.article_of, seen.article_id)
    if made is not None:
        await asyncio.to_thread(desk.shelf.put, [made], origin=NAMED)
    await asyncio.to_thread(desk.book.save, [], [seen])
    return made or (Arrival(there, seen.extent, is_known=True) if there else arrival)

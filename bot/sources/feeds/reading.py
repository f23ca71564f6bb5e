"""Carries out what was decided about an entry: its page is read, its article compared and built."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from bot.core.feeds import REMOVED, SeenEntry
from bot.core.versions import version_id
from bot.sources.duplicates import headline_key, is_alike, text_hash, title_in
from bot.sources.feeds.arrivals import Arrival, build_arrival, needs_page
from bot.sources.feeds.corrections import as_first_told, corrected, on_first_day, told_by_feed
from bot.sources.feeds.news import Pass
from bot.sources.web.answers import Failed, Validators
from bot.sources.web.pages import Page
from bot.sources.web.tracking import page_key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.core.models import Article
    from bot.sources.feeds.arrivals import Context
    from bot.sources.feeds.entries import Entry
    from bot.sources.feeds.news import Intent, Read
    from bot.sources.feeds.ports import FeedBook, Shelf
    from bot.sources.web.pages import PageReader

Outcome = tuple[SeenEntry, Arrival | None]
# Pages that somebody names are remembered like the entries of one more feed.
NAMED = "web"
# No entry has this fingerprint, so that it is read again at the next visit.
_UNFINISHED = ""
_PASSING = ("unreachable", "too slow", "busy", "status")
_TRIED_FOR = timedelta(days=1)


def is_unfinished(entry: SeenEntry) -> bool:
    """Whether its page could not be reached just now and is tried again."""
    return entry.fingerprint == _UNFINISHED


class EntryReader:
    """Knows what was read in this round and is not stored yet; two feeds may bring one article."""

    def __init__(self, book: FeedBook, shelf: Shelf, pages: PageReader) -> None:
        """Read pages by `pages`, compare with what `book` and `shelf` know."""
        self._book = book
        self._shelf = shelf
        self._pages = pages
        self._unstored: dict[tuple[str, str], tuple[SeenEntry, Article]] = {}
        self._comparing = asyncio.Lock()

    async def carry_out(self, intent: Intent, context: Context) -> Outcome:
        """What is remembered of the entry, and the article if there is one to store."""
        entry = intent.entry
        if isinstance(intent, Pass):
            base = intent.earlier or _blank(entry, context)
            kept = replace(base, fingerprint=entry.fingerprint, seen_at=context.now)
            return replace(kept, reason=intent.reason), None
        page = await self._page(intent, context)
        if intent.again and not (isinstance(page, Page) and _is_changed(page, intent.earlier)):
            return _asked(_passed(intent, context, ""), page), None
        reached = None if isinstance(page, Failed) else page
        arrival = build_arrival(entry, reached, context)
        if arrival is None:
            reason = page.reason if isinstance(page, Failed) else "no text"
            seen, made = _passed(intent, context, reason), None
        else:
            seen, made = await self.compare(intent, arrival, context)
        if isinstance(page, Failed) and _is_worth_another_try(page, entry, context):
            seen = replace(seen, fingerprint=_UNFINISHED)
        return _asked(seen, page), made

    async def compare(self, intent: Read, arrival: Arrival, context: Context) -> Outcome:
        """The same for an article that was just built of the entry."""
        # One at a time, so that of two feeds with one article the second sees the first's.
        async with self._comparing:
            article = arrival.article
            fresh = replace(
                _blank(intent.entry, context),
                article_id=article.id,
                page=page_key(article.url) if article.url else "",
                headline=headline_key(article),
                text_hash=text_hash(article.text),
                extent=arrival.extent,
            )
            if await self._is_removed(fresh):
                return replace(fresh, article_id="", text_hash="", reason=REMOVED), None
            return await self._compare(intent, fresh, arrival, context)

    def forget(self, entries: Iterable[SeenEntry]) -> None:
        """These are stored by now."""
        for entry in entries:
            self._unstored.pop((entry.feed, entry.key), None)

    def forget_all(self) -> None:
        """Nothing that was read before will be stored any more."""
        self._unstored.clear()

    async def _page(self, intent: Read, context: Context) -> Page | Failed | None:
        url = intent.entry.url
        if url is None or not needs_page(intent.entry, context.feed):
            return None
        earlier = intent.earlier if intent.again else None
        known = Validators(earlier.etag, earlier.last_modified) if earlier else None
        return await self._pages.read(url, known=known)

    async def _compare(
        self, intent: Read, fresh: SeenEntry, arrival: Arrival, context: Context
    ) -> Outcome:
        article = arrival.article
        known = await self._find_known(intent, fresh, article.text)
        known = known or await self._find_on_shelf(fresh)
        if known is None:
            return self._remember(fresh, arrival)
        is_same = known.text_hash == fresh.text_hash and not _has_new_title(intent, fresh)
        is_closed = known.extent == "full" and fresh.extent == "teaser"
        before = await self._article_of(known)
        if before is not None and _is_first_feed(known, fresh) and (is_same or is_closed):
            return self._take_over(before, known, fresh, arrival)
        if is_same and before is None:
            # It was said to be stored, and is not: whoever brings it next stores it.
            return self._remember(
                replace(fresh, article_id=known.article_id, version=known.version),
                replace(arrival, article=replace(article, id=known.article_id)),
            )
        if is_same:
            same = replace(
                fresh, article_id=known.article_id, version=known.version, extent=known.extent
            )
            return replace(same, reason=_reason(same, known)), None
        if is_closed:
            # The page is closed by now, or was not reached: the whole text stays.
            kept = replace(known, fingerprint=fresh.fingerprint, seen_at=fresh.seen_at)
            return replace(kept, feed=fresh.feed, key=fresh.key), None
        if before is not None and _is_second_place(known, fresh):
            arrival = as_first_told(arrival, before)
        version = known.version + 1
        new = version_id(known.article_id, version)
        changed = corrected(arrival, intent.entry, context, article_id=new, of=known.article_id)
        changed = on_first_day(changed, before)
        entry = replace(fresh, article_id=new, version=version)
        return self._remember(entry, changed)

    def _remember(self, entry: SeenEntry, arrival: Arrival) -> Outcome:
        self._unstored[entry.feed, entry.key] = (entry, arrival.article)
        return entry, arrival

    def _take_over(
        self, before: Article, known: SeenEntry, fresh: SeenEntry, arrival: Arrival
    ) -> Outcome:
        """The article of a page that somebody named becomes that of a feed which brings it too."""
        entry = replace(
            fresh,
            article_id=known.article_id,
            version=known.version,
            text_hash=known.text_hash,
            extent=known.extent,
        )
        told = told_by_feed(before, arrival, version=known.version)
        if told == before:
            return entry, None
        return self._remember(entry, Arrival(told, known.extent))

    async def _find_known(self, intent: Read, fresh: SeenEntry, text: str) -> SeenEntry | None:
        """The latest version of the article: of this entry, of its page or of its headline."""
        stored = await asyncio.to_thread(self._book.same, fresh.page, fresh.headline)
        unstored = [one for one, _ in self._unstored.values()]
        earlier = [intent.earlier] if intent.earlier and intent.earlier.article_id else []
        found = [
            one
            for one in (*unstored, *stored)
            if (fresh.page and one.page == fresh.page) or await self._is_same(one, fresh, text)
        ]
        # Of two places of one version the feed's counts before that of a page somebody named.
        return max(
            (*earlier, *found), key=lambda one: (one.version, one.feed != NAMED), default=None
        )

    async def _is_removed(self, fresh: SeenEntry) -> bool:
        known_by = (fresh.article_id, fresh.page, fresh.text_hash)
        return await asyncio.to_thread(self._book.is_removed, *known_by)

    async def _find_on_shelf(self, fresh: SeenEntry) -> SeenEntry | None:
        """The latest version of the article, if it is stored and its entry was forgotten."""
        found, version = await self._load(fresh.article_id), 1
        while found is not None:
            later = await self._load(version_id(fresh.article_id, version + 1))
            if later is None:
                return replace(
                    fresh,
                    article_id=found.id,
                    version=version,
                    headline=headline_key(found),
                    text_hash=text_hash(found.text),
                    extent="teaser" if found.is_beginning else "full",
                )
            found, version = later, version + 1
        return None

    async def _is_same(self, one: SeenEntry, fresh: SeenEntry, text: str) -> bool:
        """Whether it has the headline of the outlet on that day, and a similar text."""
        if not fresh.headline or one.headline != fresh.headline:
            return False
        other = await self._article_of(one)
        return other is not None and is_alike(text, other.text)

    async def _article_of(self, one: SeenEntry) -> Article | None:
        unstored = self._unstored.get((one.feed, one.key))
        return unstored[1] if unstored else await self._load(one.article_id)

    async def _load(self, article_id: str) -> Article | None:
        return await asyncio.to_thread(self._shelf.article_of, article_id)


def _blank(entry: Entry, context: Context) -> SeenEntry:
    return SeenEntry(
        feed=context.feed.address,
        key=entry.key,
        fingerprint=entry.fingerprint,
        seen_at=context.now,
    )


def _asked(seen: SeenEntry, page: Page | Failed | None) -> SeenEntry:
    """With what its page can be asked with the next time, if it was reached."""
    if not isinstance(page, Page):
        return seen
    given = page.validators
    told = text_hash(page.text)
    return replace(seen, etag=given.etag, last_modified=given.last_modified, page_hash=told)


def _is_changed(page: Page, earlier: SeenEntry | None) -> bool:
    """Whether its text is another than when it was read last, as far as that is known."""
    return earlier is None or earlier.page_hash != text_hash(page.text)


def _is_worth_another_try(failed: Failed, entry: Entry, context: Context) -> bool:
    is_young = entry.published is not None and context.now - entry.published < _TRIED_FOR
    return failed.reason in _PASSING and is_young


def _passed(intent: Read, context: Context, reason: str) -> SeenEntry:
    """Nothing came of the entry; an article that was made of it before stays."""
    if intent.earlier is not None and intent.earlier.article_id:
        return replace(intent.earlier, fingerprint=intent.entry.fingerprint, seen_at=context.now)
    return replace(_blank(intent.entry, context), reason=reason)


def _has_new_title(intent: Read, fresh: SeenEntry) -> bool:
    """Whether its own feed gives it another title; that of another feed is no correction."""
    earlier = intent.earlier.headline if intent.earlier else ""
    return title_in(earlier) != title_in(fresh.headline) and bool(earlier and fresh.headline)


def _is_first_feed(known: SeenEntry, fresh: SeenEntry) -> bool:
    """Whether only somebody who named the page brought the article before this feed."""
    return known.feed == NAMED and not known.reason and fresh.feed != NAMED


def _is_second_place(known: SeenEntry, fresh: SeenEntry) -> bool:
    """Whether another place than this one says whose article it is and of when."""
    return fresh.feed == NAMED or known.feed not in {fresh.feed, NAMED}


def _reason(same: SeenEntry, known: SeenEntry) -> str:
    """The second place of an article says so; the first one is the article's own."""
    is_own = (same.feed, same.key) == (known.feed, known.key)
    return known.reason if is_own else "same"

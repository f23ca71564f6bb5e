"""Entries whose pages are asked for changes while their feed shows nothing new. Pure."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.sources.feeds.arrivals import Context
from bot.sources.feeds.entries import Entry, ParsedFeed
from bot.sources.feeds.news import YOUNG, Read

if TYPE_CHECKING:
    from datetime import datetime

    from bot.core.feeds import Feed, SeenEntry
    from bot.core.models import Article


def look_again(
    seen: SeenEntry, article: Article | None, feed: Feed, *, zone: str, now: datetime
) -> tuple[Read, Context] | None:
    """What to read once more, told as the article tells it; None if it is too old by now."""
    if article is None or article.url is None or article.published_at is None:
        return None
    if now > article.published_at + YOUNG:
        return None
    entry = Entry(
        key=seen.key,
        title=article.title,
        url=article.url,
        published=article.published_at,
        author=article.author or "",
    )
    told = replace(
        feed,
        outlet=article.outlet,
        language=article.language,
        kind=article.kind,
        content="teaser",
    )
    context = Context(told, ParsedFeed("", ()), zone, now, is_first_visit=False)
    return Read(entry, seen, again=True), context


def too_old(seen: SeenEntry) -> SeenEntry:
    """It is not asked any more."""
    return replace(seen, etag=None, last_modified=None)

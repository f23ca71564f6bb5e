"""An entry, with the page behind it or without, becomes an article that arrives. Pure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from hashlib import sha256
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from bot.sources.canonical import clean_line
from bot.sources.clutter import is_clutter
from bot.sources.dates import Published
from bot.sources.furniture import is_furniture
from bot.sources.identity import build_article
from bot.sources.metadata import Metadata, find_author, find_kind, name_fields, read_metadata
from bot.sources.web.tracking import page_key, without_tracking

if TYPE_CHECKING:
    from datetime import datetime

    from bot.core.feeds import Extent, Feed
    from bot.core.models import Article
    from bot.sources.feeds.entries import Entry, ParsedFeed
    from bot.sources.web.pages import Page

_SHORTEST_FULL = 600
_DIGITS = 12


@dataclass(frozen=True, slots=True)
class Arrival:
    """An article for the shelf. `replaces` is the id of its version before it was changed.

    `extent` says whether it is whole. The id stays for ever; a changed version has one of its
    own, so that what was shown of the first can be compared. `is_known`: it lies there already.
    """

    article: Article
    extent: Extent = "full"
    replaces: str | None = None
    is_known: bool = False


@dataclass(frozen=True, slots=True)
class Context:
    """What an article takes from its feed: the wish, the feed as parsed, the zone of its days."""

    feed: Feed
    parsed: ParsedFeed
    zone: str
    now: datetime
    is_first_visit: bool


def needs_page(entry: Entry, feed: Feed) -> bool:
    """Whether the article stands on the page behind the entry rather than in the feed."""
    return entry.url is not None and not (feed.content == "full" and _body(entry))


def build_arrival(entry: Entry, page: Page | None, context: Context) -> Arrival | None:
    """The first version of an article; None if there is not a word of it."""
    text, extent = _text(entry, page, context.feed)
    if not text:
        return None
    url = page.url if page else without_tracking(entry.url) if entry.url else None
    title = entry.title or (page.title if page else "")
    feed = context.feed
    outlet = feed.outlet or (page.outlet if page else None) or context.parsed.title
    said, _ = read_metadata(name_fields({"language": context.parsed.language}))
    metadata = Metadata(
        id=article_id(entry, url, feed),
        title=clean_line(title) or None,
        outlet=clean_line(outlet) or None,
        published=published(entry, page, context),
        language=feed.language or said.language,
        kind=feed.kind or find_kind(title),
        url=url,
        author=find_author(entry.author, outlet=outlet) or (page.author if page else None),
    )
    article = build_article(metadata, text, title)
    return Arrival(replace(article, is_beginning=extent == "teaser"), extent)


def article_id(entry: Entry, url: str | None, feed: Feed) -> str:
    """The id of the article for ever: by its page, or by its key within the feed."""
    place = page_key(url) if url else f"{feed.address} {entry.key}"
    return f"web-{sha256(place.encode()).hexdigest()[:_DIGITS]}"


def published(entry: Entry, page: Page | None, context: Context) -> Published | None:
    """The day, in the zone of the reader, and the moment of publication.

    A feed gives moments, in whatever zone; the day that was meant is that of the readers. An
    entry without a date that was not there at the last visit is of today.
    """
    moment = entry.published or entry.updated
    if moment is not None:
        # Some feeds date what they announce ahead; it was out when we saw it.
        moment = min(moment, context.now)
        return Published(moment.astimezone(ZoneInfo(context.zone)).date(), moment)
    if page is not None and page.published is not None:
        return page.published
    today = context.now.astimezone(ZoneInfo(context.zone)).date()
    return None if context.is_first_visit else Published(today)


def _text(entry: Entry, page: Page | None, feed: Feed) -> tuple[str, Extent]:
    body = _body(entry)
    if feed.content == "full" and body:
        return body, "full"
    if page is not None and len(page.text) >= len(body):
        return page.text, page.extent
    text = body or entry.summary
    # A feed of teasers whose entries hold whole articles is known by their length.
    extent: Extent = "full" if body and len(body) >= _SHORTEST_FULL else "teaser"
    return without_clutter(text), extent


def _body(entry: Entry) -> str:
    return without_clutter(entry.content)


def without_clutter(text: str) -> str:
    """`text` without lines that are labels of buttons ("Weiterlesen")."""
    return "\n\n".join(
        paragraph
        for paragraph in text.split("\n\n")
        if paragraph and not (is_clutter(paragraph) or is_furniture(paragraph))
    )

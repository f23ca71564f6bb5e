"""Digests as an Atom feed (RFC 4287). The same digests give the same bytes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from feedgen.feed import FeedGenerator  # type: ignore[import-untyped]  # it brings no types

from bot.dialogue.digest_outline import write_headline
from bot.dialogue.labels.fields import BOT_NAME
from bot.dialogue.viewer import Viewer

if TYPE_CHECKING:
    from bot.core.cards import Digest
    from bot.core.models import Language

# The morning to which a digest belongs; readers sort by it.
_MORNING = time(7, 30)
_NEVER = datetime(2000, 1, 1, tzinfo=ZoneInfo("UTC"))


@dataclass(frozen=True, slots=True)
class Edition:
    """A digest and how it looks, as HTML without a page around it."""

    digest: Digest
    html: str


def write_feed(editions: tuple[Edition, ...], language: Language, base: str) -> bytes:
    """The feed, newest first as given. `base` is the address of the page, without a final slash.

    No clock is read: the feed is as new as its newest digest.
    """
    feed = FeedGenerator()
    feed.id(f"urn:morgenlage:digests:{language}")
    feed.title(BOT_NAME)
    feed.language(language)
    feed.author(name=BOT_NAME)
    feed.link(href=f"{base}/feed.atom?language={language}", rel="self")
    feed.link(href=f"{base}/digest", rel="alternate")
    feed.generator("")
    feed.updated(max((_moment(edition.digest) for edition in editions), default=_NEVER))
    for edition in editions:
        _add(feed, edition, language, base)
    written: bytes = feed.atom_str(pretty=True)
    return written


def _add(feed: FeedGenerator, edition: Edition, language: Language, base: str) -> None:
    digest = edition.digest
    entry = feed.add_entry(order="append")
    entry.id(f"urn:morgenlage:digest:{language}:{digest.day.isoformat()}")
    entry.title(write_headline(digest, Viewer(language, digest.zone)))
    entry.link(href=f"{base}/digest?date={digest.day.isoformat()}")
    entry.published(_moment(digest))
    entry.updated(_moment(digest))
    entry.content(edition.html, type="html")


def _moment(digest: Digest) -> datetime:
    return datetime.combine(digest.day, _MORNING, tzinfo=ZoneInfo(digest.zone))

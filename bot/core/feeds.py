"""Feeds as they are wished for, and what is known of each: frozen data.

Knows no network and no store.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from datetime import datetime

    from bot.core.models import ArticleKind, Language

# How often it is written down that an entry is still in its feed.
STILL_THERE = timedelta(days=7)
# Why nothing is made of an entry whose article somebody removed.
REMOVED: Final = "removed"
# Why a feed is not visited whose host asked to be left alone for a while.
PATIENCE: Final = "busy"
# Whether a feed brings whole articles, or teasers whose articles stand on the pages behind.
FeedContent = Literal["full", "teaser"]
# Whether an article is there as a whole, or only what is shown without paying.
Extent = Literal["full", "teaser"]


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed that somebody wants to be read. What is None is taken from the feed itself.

    `interval` is seconds between two visits, None for as often as the feed publishes.
    """

    address: str
    outlet: str | None = None
    language: Language | None = None
    kind: ArticleKind | None = None
    content: FeedContent = "teaser"
    interval: int | None = None


@dataclass(frozen=True, slots=True)
class FeedState:
    """What is known of a feed. `address` is as in the settings, `url` where it is by now.

    `reason` and `status` say what went wrong last (codes, see `dialogue.source_words`); they
    are empty after a success, but that `reason` is PATIENCE while its host wants to be left alone
    until `next_at`, which is no failure. `moved_at` is when it was first read at another place
    for good.
    """

    address: str
    next_at: datetime
    url: str = ""
    title: str = ""
    etag: str | None = None
    last_modified: str | None = None
    interval: int = 0
    failures: int = 0
    failing_since: datetime | None = None
    last_tried_at: datetime | None = None
    last_success_at: datetime | None = None
    newest_at: datetime | None = None
    reason: str = ""
    status: int = 0
    moved_at: datetime | None = None
    is_gone: bool = False
    has_baseline: bool = False

    @property
    def is_put_off(self) -> bool:
        """Whether nothing is wrong but that its host asked for patience, until `next_at`."""
        return self.reason == PATIENCE and self.failing_since is None and not self.is_gone


@dataclass(frozen=True, slots=True)
class SeenEntry:
    """An entry of a feed that is known, and what became of it.

    `article_id` is empty where no article was made of it, and `reason` says why not. `page` is
    the address of its article without what does not tell pages apart, `headline` its outlet,
    title and day as one key. `version` counts how often the article was seen to change. `etag`
    and `last_modified` are what the server of its page gave to ask with whether it has changed,
    `page_hash` tells the text of the page at that time.
    """

    feed: str
    key: str
    fingerprint: str
    seen_at: datetime
    article_id: str = ""
    page: str = ""
    headline: str = ""
    text_hash: str = ""
    version: int = 1
    extent: Extent = "full"
    reason: str = ""
    etag: str | None = None
    last_modified: str | None = None
    page_hash: str = ""

    @property
    def is_conditional(self) -> bool:
        """Whether its page can be asked for changes alone."""
        return bool(self.article_id and (self.etag or self.last_modified))


@dataclass(frozen=True, slots=True)
class FeedHealth:
    """One feed for people: its state, how many articles were read, what was skipped and why.

    `skipped` are pairs of a reason and how often.
    """

    feed: Feed
    state: FeedState | None
    read: int = 0
    skipped: tuple[tuple[str, int], ...] = ()

    @property
    def name(self) -> str:
        """How people call it."""
        return self.feed.outlet or (self.state.title if self.state else "") or self.feed.address


@dataclass(frozen=True, slots=True)
class FeedsReport:
    """How all feeds are doing, and what keeps others from being known: where, and the reason."""

    health: tuple[FeedHealth, ...] = ()
    problems: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class FeedTrouble:
    """What the digest says once: this feed has been failing since, or is gone, or has moved.

    `known_at` is since when it is worth telling.
    """

    address: str
    name: str
    kind: Literal["failing", "gone", "moved"]
    since: datetime
    known_at: datetime
    reason: str = ""
    status: int = 0
    moved_to: str = ""

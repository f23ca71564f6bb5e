"""What stands in a feed, whatever its format: frozen data under our own names."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

MOST_ENTRIES = 1_000


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry. `key` is what the feed itself tells it by: its id, else its address or title.

    `summary` and `content` are plain paragraphs; `published` and `updated` are in UTC.
    """

    key: str
    title: str = ""
    url: str | None = None
    summary: str = ""
    content: str = ""
    published: datetime | None = None
    updated: datetime | None = None
    author: str = ""

    @property
    def fingerprint(self) -> str:
        """Another one means that something in the entry has changed.

        Many feeds show that an article was corrected by its date of publication alone.
        """
        moment = self.updated or self.published
        at = moment.isoformat() if moment else ""
        parts = (self.title, self.url or "", self.summary, self.content, at)
        return sha256("\0".join(parts).encode("utf-8", "replace")).hexdigest()[:32]


@dataclass(frozen=True, slots=True)
class ParsedFeed:
    """A feed with its entries in the order of the feed, each key once, at most 1,000.

    `seconds` is how long it asks not to be asked again (its "ttl"), 0 if it says nothing.
    """

    title: str
    entries: tuple[Entry, ...]
    language: str | None = None
    seconds: int = 0
    parser: str = ""

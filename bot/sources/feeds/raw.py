"""What both parsers of feeds give: texts as they stand there (HTML or plain), dates in UTC."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from bot.sources.dates import parse_published

_EARLIEST = datetime(1990, 1, 1, tzinfo=UTC)
_LATEST = datetime(2100, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class RawEntry:
    """One entry; what it lacks is empty."""

    id: str = ""
    title: str = ""
    link: str = ""
    summary: str = ""
    content: str = ""
    published: datetime | None = None
    updated: datetime | None = None
    author: str = ""


@dataclass(frozen=True, slots=True)
class RawFeed:
    """A feed and the name of the parser that read it."""

    parser: str
    title: str
    language: str
    entries: tuple[RawEntry, ...]


def as_text(value: object) -> str:
    """`value` if it is text, else nothing."""
    return value if isinstance(value, str) else ""


def as_moment(value: object) -> datetime | None:
    """The moment that a feed writes; one of an odd year is none.

    A day alone stands for its noon in UTC, which is the same day in nearly all zones.
    """
    published = parse_published(value)
    if published is None:
        return None
    noon = datetime(published.on.year, published.on.month, published.on.day, 12, tzinfo=UTC)
    moment = published.at or noon
    return moment if _EARLIEST <= moment <= _LATEST else None

"""One article with its analysis as rows, and back."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.core.analysis_codec import decode, encode
from bot.core.fingerprints import fingerprint, number_of
from bot.core.models import Article, Reading
from bot.core.tokens import tokens_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from sqlalchemy import RowMapping

_LEVEL = 1


@dataclass(frozen=True, slots=True)
class Filed:
    """What whoever stored an article wanted to know of it, and since when it is there."""

    extract: bytes
    first_seen_at: datetime


@dataclass(frozen=True, slots=True)
class Entry:
    """An article ready to be written, but for its number and when it was first seen."""

    id: str
    number: int
    article: Mapping[str, object]
    body: Mapping[str, object]
    words: str


def build_entry(reading: Reading, *, path: str, extract: bytes) -> Entry:
    """The rows of an article. All that takes time is done here, before any lock is held."""
    one = reading.article
    return Entry(
        id=one.id,
        number=number_of(one.id, one.published_on),
        article={
            "id": one.id,
            "text_hash": fingerprint(one),
            "reader_version": reading.analysis.reader_version,
            "path": path,
            "title": one.title,
            "language": one.language,
            "kind": one.kind,
            "outlet": one.outlet,
            "published_on": one.published_on,
            "published_at": one.published_at,
            "url": one.url,
            "is_beginning": one.is_beginning,
            "author": one.author,
            "extract": extract,
        },
        body={
            "text": zlib.compress(one.text.encode("utf-8", "surrogatepass"), _LEVEL),
            "analysis": encode(reading.analysis),
        },
        words=tokens_of(reading.analysis),
    )


def reading_of(row: RowMapping) -> Reading:
    """A row of `article` joined with `article_body`.

    Raises:
        UnreadableAnalysis: the bytes are damaged or of another format.
    """
    return Reading(article_of(row), decode(row["analysis"]))


def article_of(row: RowMapping) -> Article:
    """The article alone of such a row."""
    return Article(
        id=row["id"],
        title=row["title"],
        text=zlib.decompress(row["text"]).decode("utf-8", "surrogatepass"),
        language=row["language"],
        kind=row["kind"],
        outlet=row["outlet"],
        published_on=row["published_on"],
        published_at=row["published_at"],
        url=row["url"],
        is_beginning=row["is_beginning"],
        author=row["author"],
    )

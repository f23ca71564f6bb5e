"""One article with its analysis as rows, and back."""

from __future__ import annotations

import hashlib
import json
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.core.models import Article, Reading
from bot.store.analysis_codec import decode, encode
from bot.store.words import tokens_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from sqlalchemy import RowMapping

# A number has 63 bits: 22 hold the day up to the year 9999, the rest tell apart those of a day.
_BITS_OF_A_DAY = 41
_LEVEL = 1


@dataclass(frozen=True, slots=True)
class Entry:
    """An article ready to be written, but for its number and when it was first seen."""

    id: str
    number: int
    article: Mapping[str, object]
    body: Mapping[str, object]
    words: str


def fingerprint(article: Article) -> str:
    """A hash of the text and of all else that is read or shown of the article but its id."""
    parts = (
        article.title,
        article.text,
        article.language,
        article.kind,
        article.outlet,
        article.published_on.isoformat() if article.published_on else None,
        article.published_at.isoformat() if article.published_at else None,
        article.url,
    )
    written = json.dumps(parts, ensure_ascii=False).encode("utf-8", "surrogatepass")
    return hashlib.blake2b(written, digest_size=16).hexdigest()


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
            "extract": extract,
        },
        body={
            "text": zlib.compress(one.text.encode("utf-8", "surrogatepass"), _LEVEL),
            "analysis": encode(reading.analysis),
        },
        words=tokens_of(reading.analysis),
    )


def number_of(article_id: str, day: date | None) -> int:
    """A number that is higher the later the day; the same for the same article in any store."""
    digest = hashlib.blake2b(article_id.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    own = int.from_bytes(digest) >> (64 - _BITS_OF_A_DAY)
    return (day.toordinal() if day else 0) << _BITS_OF_A_DAY | own


def reading_of(row: RowMapping) -> Reading:
    """A row of `article` joined with `article_body`.

    Raises:
        UnreadableAnalysis: the bytes are damaged or of another format.
    """
    article = Article(
        id=row["id"],
        title=row["title"],
        text=zlib.decompress(row["text"]).decode("utf-8", "surrogatepass"),
        language=row["language"],
        kind=row["kind"],
        outlet=row["outlet"],
        published_on=row["published_on"],
        published_at=row["published_at"],
        url=row["url"],
    )
    return Reading(article, decode(row["analysis"]))

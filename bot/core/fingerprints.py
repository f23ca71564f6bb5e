"""Whether an article is still the one that was read, and the order in which articles are kept."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from bot.core.models import Article

# A number has 63 bits: 22 hold the day up to the year 9999, the rest tell apart those of a day.
_BITS_OF_A_DAY = 41


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
        # Others keep the fingerprints that they had before this was told apart.
        *(("beginning",) if article.is_beginning else ()),
        *((f"by {article.author}",) if article.author else ()),
    )
    written = json.dumps(parts, ensure_ascii=False).encode("utf-8", "surrogatepass")
    return hashlib.blake2b(written, digest_size=16).hexdigest()


def number_of(article_id: str, day: date | None) -> int:
    """A number that is higher the later the day; the same for the same article everywhere."""
    digest = hashlib.blake2b(article_id.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    own = int.from_bytes(digest) >> (64 - _BITS_OF_A_DAY)
    return (day.toordinal() if day else 0) << _BITS_OF_A_DAY | own

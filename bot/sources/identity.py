"""Articles and their ids: the same for the same content, whatever file it came from."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING

from bot.core.language.detection import detect_language
from bot.core.language.folding import fold
from bot.core.models import Article
from bot.sources.canonical import cut_title
from bot.sources.metadata import find_kind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.sources.metadata import Metadata

_NOT_SLUG = re.compile(r"[^a-z0-9]+")
_LONGEST_SLUG = 40
_SHORT = 8
# Sets off what we append to an id; never part of an id before that.
_MARK = "~"


def build_article(metadata: Metadata, text: str, title: str) -> Article:
    """The article with its id; `title` stands in where the metadata gives none."""
    heading = metadata.title or title or cut_title(text)
    published = metadata.published
    article = Article(
        id=(metadata.id or "").replace(_MARK, "-"),
        title=heading,
        text=text,
        language=metadata.language or detect_language(text),
        kind=metadata.kind or find_kind(heading),
        outlet=metadata.outlet,
        published_on=published.on if published else None,
        published_at=published.at if published else None,
        url=metadata.url,
        author=metadata.author,
    )
    return article if article.id else replace(article, id=_derive_id(article))


def hash_content(article: Article) -> str:
    """64 hex digits for title, outlet, date and text."""
    moment = article.published_at or article.published_on
    parts = (article.title, article.outlet or "", moment.isoformat() if moment else "")
    return sha256("\0".join((*parts, article.text)).encode()).hexdigest()


def tell_apart(articles: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """Ids for articles given as their own id and the hash of their content.

    Those that share an id get one of their own, by their content. Expects different content
    throughout; the order stays.
    """
    known = tuple(articles)
    for length in (_SHORT, None):
        groups = Counter(own for own, _ in known)
        known = tuple(
            (f"{own}{_MARK}{content[:length]}" if groups[own] > 1 else own, content)
            for own, content in known
        )
    return tuple(own for own, _ in known)


def _derive_id(article: Article) -> str:
    slug = _NOT_SLUG.sub("-", fold(article.title)).strip("-")[:_LONGEST_SLUG].strip("-")
    return f"{slug or 'article'}-{hash_content(article)[:_SHORT]}"

"""Cards and digests as JSON by which anyone can check each span, without asking us.

Each cited article comes with the SHA-256 of its canonical text in UTF-8 and the number of its
characters: whoever has the article can see whether the offsets still count in the same text.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from bot.core.card import points_of
from bot.formats.as_json import card_as_dict, digest_as_dict

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from bot.core.cards import Digest, TopicCard
    from bot.core.models import Reading
    from bot.formats.as_json import Json, JsonObject

    FindReading = Callable[[str], Reading | None]


def traceable_card(card: TopicCard, find_reading: FindReading) -> JsonObject:
    """The card and the articles that it cites."""
    return card_as_dict(card) | {"evidence": _evidence((card,), find_reading)}


def traceable_digest(digest: Digest, find_reading: FindReading) -> JsonObject:
    """The digest with the articles that its cards cite."""
    cards = tuple(entry.card for entry in digest.entries)
    return digest_as_dict(digest) | {"evidence": _evidence(cards, find_reading)}


def _evidence(cards: Iterable[TopicCard], find_reading: FindReading) -> JsonObject:
    cited = {span.article for card in cards for point in points_of(card) for span in point.spans}
    articles: list[Json] = [_article(one, find_reading(one)) for one in sorted(cited)]
    return {"hash": "sha256", "encoding": "utf-8", "articles": articles}


def _article(article_id: str, reading: Reading | None) -> JsonObject:
    """The hash is None for an article that is not here any more."""
    if reading is None:
        return {"id": article_id, "characters": None, "sha256": None}
    text = reading.article.text
    digest = hashlib.sha256(text.encode("utf-8", errors="surrogatepass")).hexdigest()
    return {"id": article_id, "characters": len(text), "sha256": digest}

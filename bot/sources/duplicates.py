"""Whether an article is there already: the same page, or the same headline with much the same text.

Pure. Copies of an agency's report in several outlets are not the same article: each stays, and
the card says their sentences once with all the outlets (see `core.ranking`).
"""

from __future__ import annotations

import re
from hashlib import sha256
from typing import TYPE_CHECKING

from bot.core.alike import similarity
from bot.core.language.folding import fold, spelling_key

if TYPE_CHECKING:
    from datetime import date

    from bot.core.models import Article

# Of two versions of an article far more words are the same than of two articles of one headline
# ("Börse am Mittag"); measured on sentences moved, figures corrected and paragraphs added.
ALIKE = 0.5
_WORD = re.compile(r"\w+")


def headline_key(article: Article) -> str:
    """One key for articles of the same outlet, title and day; "" if one of them is not known."""
    if article.outlet is None or article.published_on is None:
        return ""
    return headline_key_of(article.outlet, article.title, article.published_on)


def headline_key_of(outlet: str, title: str, day: date) -> str:
    """The same of its parts."""
    title_key = spelling_key(title)
    return f"{spelling_key(outlet)}|{day.isoformat()}|{title_key}" if title_key else ""


def title_in(headline: str) -> str:
    """The title within such a key."""
    return headline.rpartition("|")[2]


def text_hash(text: str) -> str:
    """32 hex digits, the same for texts that differ in spaces and line ends alone."""
    return sha256(" ".join(text.split()).encode("utf-8", "replace")).hexdigest()[:32]


def is_alike(one: str, other: str) -> bool:
    """Whether two texts share most of their words."""
    return similarity(_words(one), _words(other)) >= ALIKE


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(fold(text)))

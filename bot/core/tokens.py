"""By which tokens an article is found: the same in memory, SQLite and PostgreSQL."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.core.language.content_words import STOPWORDS

if TYPE_CHECKING:
    from bot.core.models import Analysis

# Longer ones are addresses or noise. A tsvector takes at most 1 MB (and 2046 bytes a token):
# https://www.postgresql.org/docs/current/textsearch-limitations.html
_LONGEST_TOKEN = 60
_MOST_BYTES = 900_000
_ODD = re.compile(r"[\x00-/:-@\[-`{-\x7f\ud800-\udfff]")


def tokens_of(analysis: Analysis) -> str:
    """What an article is found by: its base forms but for stop words, each once, with spaces."""
    lemmas = {lemma: None for sentence in analysis.sentences for lemma in sentence.lemmas}
    tokens = dict.fromkeys(token_of(lemma) for lemma in lemmas if lemma not in STOPWORDS)
    joined = " ".join(one for one in tokens if one and len(one) <= _LONGEST_TOKEN)
    if len(joined) * 4 <= _MOST_BYTES:
        return joined
    cut = joined.encode()[:_MOST_BYTES].decode(errors="ignore")
    return cut.rpartition(" ")[0]


def token_of(word: str) -> str:
    """The word as one token: what FTS5's ascii tokenizer would cut at becomes an underscore."""
    return _ODD.sub("_", word.lower())

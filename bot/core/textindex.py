"""Which articles hold which words: an inverted index of base forms, in memory."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from bot.core.language.content_words import STOPWORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.core.models import Analysis


class TextIndex:
    """Base forms to articles, added and removed one article at a time."""

    def __init__(self) -> None:
        """Start empty."""
        self._articles: dict[str, dict[str, None]] = defaultdict(dict)
        self._words: dict[str, tuple[str, ...]] = {}

    def add(self, analysis: Analysis) -> None:
        """Take in the words of an article; one that is known is replaced."""
        self.remove(analysis.article_id)
        words = {lemma: None for sentence in analysis.sentences for lemma in sentence.lemmas}
        chosen = tuple(word for word in words if word not in STOPWORDS)
        self._words[analysis.article_id] = chosen
        for word in chosen:
            self._articles[word][analysis.article_id] = None

    def remove(self, article_id: str) -> None:
        """Forget an article; one that is not known is no error."""
        for word in self._words.pop(article_id, ()):
            holders = self._articles[word]
            del holders[article_id]
            if not holders:
                del self._articles[word]

    def find(self, wanted: Sequence[Iterable[str]]) -> tuple[str, ...]:
        """Ids of the articles that hold at least one form of every wanted word, sorted."""
        found: set[str] | None = None
        for forms in wanted:
            holders: set[str] = set()
            for form in forms:
                holders.update(self._articles.get(form, ()))
            found = holders if found is None else found & holders
            if not found:
                return ()
        return tuple(sorted(found or ()))

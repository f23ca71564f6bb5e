"""Readings held in memory: for a folder that is asked once, and for tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.core.extracts import build_extract
from bot.core.fingerprints import number_of
from bot.core.shelf import Loaded
from bot.core.textindex import TextIndex

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from bot.core.extracts import Extract
    from bot.core.models import Reading, TopicRule


class HeldReadings:
    """Fulfils `shelf.Readings` with what was added to it."""

    def __init__(self, rules: Sequence[TopicRule]) -> None:
        """Start empty; subjects are found with the curated topics of `rules`."""
        self._rules = tuple(rules)
        self._held: dict[str, Loaded] = {}
        self._numbers: dict[str, int] = {}
        self._words = TextIndex()

    def add(self, reading: Reading) -> Extract:
        """Hold a reading, or its new version under the same id; what is to be known of it."""
        article = reading.article
        extract = build_extract(reading, self._rules)
        self._held[article.id] = Loaded(reading, extract.subjects)
        self._numbers[article.id] = number_of(article.id, article.published_on)
        self._words.add(reading.analysis)
        return extract

    def remove(self, article_id: str) -> None:
        """Let go of one; one that is not held is no error."""
        self._held.pop(article_id, None)
        self._numbers.pop(article_id, None)
        self._words.remove(article_id)

    def load(self, article_ids: Sequence[str]) -> Mapping[str, Loaded]:
        """Those of the articles that are held, by id."""
        return {one: self._held[one] for one in article_ids if one in self._held}

    def search(self, wanted: Sequence[Collection[str]], *, limit: int) -> Sequence[str]:
        """Ids of the newest articles that hold a form of each word, newest first."""
        found = self._words.find(wanted)
        if len(found) > limit:
            found = tuple(sorted(found, key=self._numbers.__getitem__, reverse=True)[:limit])
        return sorted(found, key=self._newest_first)

    def _newest_first(self, article_id: str) -> tuple[int, str]:
        day = self._held[article_id].reading.article.published_on
        return (-day.toordinal() if day else 0, article_id)

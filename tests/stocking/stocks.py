"""Stocks whose readers count what they read, and one as the program has it."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from bot.core.reading.reader import Reader
from bot.lemmas import DictionaryLemmatiser
from bot.stocking import Stock, Workshop
from bot.tagger import WeightedTagger

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from bot.core.models import Article, Reading, TopicRule
    from bot.core.reading.words import Lemmatiser
    from bot.store import Store

NOW = datetime(2025, 1, 24, 6, 0, tzinfo=UTC)
# Files are trusted once they are older than a moment.
LAST_WEEK = datetime(2025, 1, 17, tzinfo=UTC).timestamp()


class CountingReader(Reader):
    """Keeps the ids of what it read; fails on an article that holds the word of `fails_on`."""

    def __init__(self, lemmatiser: Lemmatiser, fails_on: str = "") -> None:
        super().__init__(lemmatiser, tagger=WeightedTagger())
        self.seen: list[str] = []
        self._fails_on = fails_on

    def reading(self, article: Article) -> Reading:
        self.seen.append(article.id)
        if self._fails_on and self._fails_on in article.text:
            raise ZeroDivisionError
        return super().reading(article)


def open_reader(fails_on: str = "") -> CountingReader:
    """A reader of its own, as every process of a workshop opens one."""
    return CountingReader(DictionaryLemmatiser(), fails_on)


def open_stock(
    store: Store,
    lemmatiser: Lemmatiser,
    reader: Reader | None = None,
    rules: Sequence[TopicRule] = (),
) -> Stock:
    own = reader or Reader(lemmatiser, tagger=WeightedTagger())
    return Stock(store, lemmatiser, Workshop(lambda: own, rules, workers=1))


def open_like_program(store: Store) -> Stock:
    """Reads as the program does, in processes of its own if much is new; follows nothing yet."""
    lemmatiser = DictionaryLemmatiser()
    lemmatiser.build()
    return Stock(store, lemmatiser, Workshop(open_plain_reader, ()))


def open_plain_reader() -> Reader:
    return Reader(DictionaryLemmatiser(), tagger=WeightedTagger())


def write(folder: Path, name: str, text: str, *, age: int = 0) -> Path:
    """A file of one article, last changed `age` seconds after a moment last week."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"---\ntitle: {name}\nid: {path.stem}\n---\n\n{text}\n", encoding="utf-8")
    os.utime(path, (LAST_WEEK + age, LAST_WEEK + age))
    return path

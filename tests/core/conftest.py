"""Articles that are read for real, and libraries of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from builders import article

from bot.core.reading.reader import Reader
from bot.library import Library
from bot.tagger import WeightedTagger

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.core.models import Reading, TopicRule
    from bot.lemmas import DictionaryLemmatiser


@pytest.fixture(scope="session")
def reader(lemmatiser: DictionaryLemmatiser) -> Reader:
    return Reader(lemmatiser, tagger=WeightedTagger())


@pytest.fixture
def read(reader: Reader) -> Callable[..., Reading]:
    """Read one article from its text and fields."""

    def build(text: str, **fields: Any) -> Reading:
        return reader.reading(article(text, **fields))

    return build


@pytest.fixture
def library_of(lemmatiser: DictionaryLemmatiser) -> Callable[..., Library]:
    """A library of readings, with curated topics if given."""

    def build(*readings: Reading, rules: tuple[TopicRule, ...] = ()) -> Library:
        return Library.of(readings, lemmatiser=lemmatiser, rules=rules)

    return build

"""Every adapter is tried with the library of the seeds, read once."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.core.reading.reader import Reader
from bot.library import Library
from bot.sources.collecting import collect
from bot.tagger import WeightedTagger

if TYPE_CHECKING:
    from bot.lemmas import DictionaryLemmatiser

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(scope="session")
def reader(lemmatiser: DictionaryLemmatiser) -> Reader:
    return Reader(lemmatiser, tagger=WeightedTagger())


@pytest.fixture(scope="session")
def seeds_library(lemmatiser: DictionaryLemmatiser, reader: Reader) -> Library:
    articles = collect((SEEDS,)).articles
    return Library.of([reader.reading(one) for one in articles], lemmatiser=lemmatiser)

"""The promises of the cards over every text of the evaluation data: minutes; `make corpus`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from core.library_faults import (
    days_of,
    faults_of_cards,
    faults_of_digests,
    faults_of_order,
    faults_of_readings,
    queries_of,
)
from evaluation import CORPORA, chunks, load_corpus

from bot.library import Library

if TYPE_CHECKING:
    from pathlib import Path

    from bot.core.reading.reader import Reader
    from bot.lemmas import DictionaryLemmatiser

pytestmark = [pytest.mark.corpus, pytest.mark.usefixtures("shared")]

# Parts of a corpus that are tried by themselves, so that all cores have work.
CHUNKS = [*chunks(size=420)]


@pytest.mark.parametrize(("corpus", "first", "last"), CHUNKS)
def test_every_promise_holds(
    corpus: str, first: int, last: int, reader: Reader, lemmatiser: DictionaryLemmatiser
) -> None:
    articles = load_corpus(corpus, first, last)
    readings = [reader.reading(article) for article in articles]
    library = Library.of(readings, lemmatiser=lemmatiser)
    queries = queries_of(library, readings)
    assert [*faults_of_readings(articles, reader)] == []
    assert [*faults_of_cards(library, queries)] == []
    assert [*faults_of_digests(library, days_of(readings))] == []
    assert [*faults_of_order(readings, queries[::4], lemmatiser)] == []


@pytest.mark.parametrize("corpus", ["summaries/de-teaser-train", "articles/de-news"])
def test_every_promise_holds_in_a_large_library(
    corpus: str, reader: Reader, lemmatiser: DictionaryLemmatiser
) -> None:
    readings = [reader.reading(article) for article in load_corpus(corpus)]
    library = Library.of(readings, lemmatiser=lemmatiser)
    queries = [line.name for line in library.topics()[:150]]
    assert [*faults_of_cards(library, queries)] == []
    assert [*faults_of_digests(library, days_of(readings))] == []


@pytest.mark.parametrize(("corpus", "count"), CORPORA.items())
def test_no_text_is_left_out(corpus: str, count: int, shared: Path) -> None:
    del shared
    assert len(load_corpus(corpus)) == count

"""The promises of the cards over our seeds, the user's article and a sample of real texts."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from core.contract import breaches
from core.library_faults import (
    days_of,
    faults_of_cards,
    faults_of_digests,
    faults_of_order,
    faults_of_readings,
    queries_of,
)
from evaluation import ROOT, SHARED, load_corpus, load_folder

from bot.core.outcomes import CardFound
from bot.formats.as_json import card_as_dict
from bot.library import Library

if TYPE_CHECKING:
    from pathlib import Path

    from bot.core.models import Article, Reading
    from bot.core.reading.reader import Reader
    from bot.lemmas import DictionaryLemmatiser

# Corpus -> how many articles of it, from its middle.
SAMPLE = {
    "articles/de-news": 30,
    "entities/de-smartdata-train": 30,
    "names/de-germeval2014": 20,
    "quotes/de-wikinews-train": 30,
    "summaries/de-subhead-dev": 10,
    "summaries/de-teaser-train": 20,
    "summaries/en-cnndm-dev": 10,
}


def load(name: str) -> tuple[Article, ...]:
    if name == "seeds":
        return load_folder(ROOT / "seeds")
    if not SHARED.is_dir():
        pytest.skip("the folder ../shared with the user's article and evaluation data is absent")
    if name == "the user's article":
        return load_folder(SHARED / "seeds")
    return tuple(
        article
        for corpus, count in SAMPLE.items()
        for article in load_corpus(corpus, 20, 20 + count)
    )


@pytest.fixture(scope="module", params=["seeds", "the user's article", "a sample"])
def articles(request: pytest.FixtureRequest) -> tuple[Article, ...]:
    return load(request.param)


@pytest.fixture(scope="module")
def readings(articles: tuple[Article, ...], reader: Reader) -> tuple[Reading, ...]:
    return tuple(reader.reading(article) for article in articles)


@pytest.fixture(scope="module")
def library(readings: tuple[Reading, ...], lemmatiser: DictionaryLemmatiser) -> Library:
    return Library.of(readings, lemmatiser=lemmatiser)


def test_every_reading_stays_inside_its_text(articles: tuple[Article, ...], reader: Reader) -> None:
    assert [*faults_of_readings(articles, reader)] == []


def test_every_sentence_of_a_card_can_be_traced(
    library: Library, readings: tuple[Reading, ...]
) -> None:
    assert [*faults_of_cards(library, queries_of(library, readings))] == []


def test_every_sentence_of_a_digest_can_be_traced(
    library: Library, readings: tuple[Reading, ...]
) -> None:
    assert [*faults_of_digests(library, days_of(readings))] == []


def test_the_order_of_articles_changes_nothing(
    library: Library, readings: tuple[Reading, ...], lemmatiser: DictionaryLemmatiser
) -> None:
    queries = queries_of(library, readings)[:60]
    assert [*faults_of_order(readings, queries, lemmatiser)] == []


def test_names_and_order_of_files_change_no_card(
    tmp_path: Path, reader: Reader, lemmatiser: DictionaryLemmatiser
) -> None:
    files = sorted((ROOT / "seeds").glob("2*.md"))
    for number, file in enumerate(reversed(files)):
        folder = tmp_path / f"{number % 3}"
        folder.mkdir(exist_ok=True)
        shutil.copy(file, folder / f"{number:02}.md")
    cards = []
    for folder in (ROOT / "seeds", tmp_path):
        readings = [reader.reading(article) for article in load_folder(folder)]
        outcome = Library.of(readings, lemmatiser=lemmatiser).brief("stargate")
        assert isinstance(outcome, CardFound)
        cards.append(json.dumps(card_as_dict(outcome.card), ensure_ascii=False))
    assert cards[0] == cards[1]


def test_cards_are_the_same_bytes_in_every_process() -> None:
    command = [sys.executable, "-m", "bot", "ask", "stargate", "--json", "--articles", "seeds"]
    started = [
        subprocess.Popen(
            command,
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        for seed in ("1", "2")
    ]
    one, other = (process.communicate()[0] for process in started)
    assert one == other
    assert [*breaches(json.loads(one))] == []

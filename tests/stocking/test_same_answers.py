"""One corpus answers alike from memory, from SQLite and from PostgreSQL."""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from builders import article
from stocking.stocks import NOW, open_stock

from bot.core.outcomes import CardFound
from bot.core.reading.reader import Reader
from bot.library import Library
from bot.stocking import Found
from bot.store import open_store
from bot.tagger import WeightedTagger

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from store.postgres import Server

    from bot.core.models import Article
    from bot.lemmas import DictionaryLemmatiser
    from bot.stocking import Stock

NAMES = ("Elena Sturm", "Jonas Feld", "Firma Nordlicht", "Firma Südwind", "Vogelsang AG", "Ahrberg")
SENTENCES = (
    "{0} baut am Hafen ein Wärmenetz für {n} Haushalte.",
    "Nach Angaben von {0} kostet das Rechenzentrum {n} Millionen Euro.",
    "„Das ist ein guter Tag für die Stadt“, sagte {1} am Montag.",
    "{1} wies die Vorwürfe von {0} zurück.",
    "Der Rat will im Mai über den Antrag von {0} entscheiden.",
    "Ob {1} zustimmt, ist noch offen.",
    "Im Hafen von Ahrberg liegen {n} Schiffe, so viele wie nie.",
)
QUERIES = (
    "Elena Sturm", "sturm", "Strum", "nordlicht", "Nordlihct", "südwind", "Vogelsang", "vogelsagn",
    "Ahrberg", "hafen", "häfen", "rechenzentren", "wärmenetz", "antrag rat", "schiffe hafen",
    "VA", "jonas", "zzzz", "die", "haushalt", "wärmenetz ahrberg", "zustimmung",
)  # fmt: skip
DAY = date(2025, 1, 20)


def corpus(count: int) -> list[Article]:
    """Invented articles, the same each time; more on some days than a search looks at."""
    chance = random.Random(3)  # noqa: S311 - invents articles
    made: list[Article] = []
    for number in range(count):
        one, other = chance.sample(NAMES, 2)
        lines = [
            chance.choice(SENTENCES).format(one, other, n=chance.randrange(2, 9000))
            for _ in range(5)
        ]
        day = DAY - timedelta(days=chance.choice((0, 0, 0, 1, 3, 40)))
        dated = day.isoformat() if chance.random() < 0.95 else None
        title = f"{one} und die Stadt"
        made.append(article(" ".join(lines), id=f"n{number}", title=title, on=dated))
    return made


@pytest.fixture(scope="module")
def articles() -> list[Article]:
    return corpus(160)


@pytest.fixture(scope="module")
def in_memory(articles: list[Article], lemmatiser: DictionaryLemmatiser) -> Library:
    reader = Reader(lemmatiser, tagger=WeightedTagger())
    return Library.of(map(reader.reading, articles), lemmatiser=lemmatiser)


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def stocked(
    request: pytest.FixtureRequest,
    articles: list[Article],
    lemmatiser: DictionaryLemmatiser,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Stock]:
    folder = tmp_path_factory.mktemp("stock")
    if request.param == "sqlite":
        yield from _stocked(f"sqlite:///{folder / 'a.sqlite3'}", folder, articles, lemmatiser)
        return
    server: Server = request.getfixturevalue("postgres")
    yield from _stocked(server.create("same"), folder, articles, lemmatiser)


def _stocked(
    url: str, folder: Path, articles: list[Article], lemmatiser: DictionaryLemmatiser
) -> Iterator[Stock]:
    with open_store(url, folder) as store:
        first = open_stock(store, lemmatiser)
        # In memory they have always been there.
        undated = [Found(one, f"feed:{one.id}") for one in articles if one.published_on is None]
        first.take(undated, now=NOW - timedelta(days=60))
        shuffled = random.Random(1).sample(articles, len(articles))  # noqa: S311 - an order
        first.take([Found(one, f"feed:{one.id}") for one in shuffled[:100]], now=NOW)
        first.save(now=NOW)
        first.take([Found(one, f"feed:{one.id}") for one in shuffled[100:]], now=NOW)
        # A second start, from the index that was kept and what came after it.
        stock = open_stock(store, lemmatiser)
        stock.follow()
        yield stock


def test_every_question_gets_the_same_answer(in_memory: Library, stocked: Stock) -> None:
    for query in QUERIES:
        assert stocked.library.brief(query) == in_memory.brief(query), query


def test_the_questions_lead_to_cards_of_every_kind(in_memory: Library) -> None:
    outcomes = [in_memory.brief(query) for query in QUERIES]
    matched = {one.card.matched for one in outcomes if isinstance(one, CardFound)}
    assert matched >= {"exact", "alias", "fuzzy", "search"}
    assert any(not isinstance(one, CardFound) for one in outcomes)


def test_the_topics_are_the_same(in_memory: Library, stocked: Stock) -> None:
    assert stocked.library.topics() == in_memory.topics()


@pytest.mark.parametrize("topics", [(), ("Nordlicht", "Elena Sturm")])
def test_the_digests_are_the_same(
    in_memory: Library, stocked: Stock, topics: tuple[str, ...]
) -> None:
    for day in (DAY, DAY + timedelta(days=1)):
        made = in_memory.digest(day, topics=topics)
        assert stocked.library.digest(day, topics=topics) == made
        assert made.entries


def test_an_article_that_left_is_gone_from_every_answer(
    articles: list[Article], stocked: Stock, lemmatiser: DictionaryLemmatiser
) -> None:
    reader = Reader(lemmatiser, tagger=WeightedTagger())
    left = {one.id for one in articles[::3]}
    library = Library.of(
        (reader.reading(one) for one in articles if one.id not in left), lemmatiser=lemmatiser
    )
    stocked.drop(sorted(left))
    for query in QUERIES:
        assert stocked.library.brief(query) == library.brief(query), query
    assert stocked.library.topics() == library.topics()
    stocked.take([Found(one, f"feed:{one.id}") for one in articles[::3]], now=NOW)

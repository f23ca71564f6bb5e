"""A page that is really served, on a free port of loopback, and somebody who looks at it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from web_visitor import NOW, serve

from bot.adapters.web.config import WebConfig
from bot.adapters.web.ports import Surroundings
from bot.core.reading.reader import Reader
from bot.desk.desk import Desk
from bot.library import Library
from bot.sources.collecting import collect
from bot.store import open_store
from bot.tagger import WeightedTagger

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from web_visitor import Served

    from bot.core.models import Article, Reading
    from bot.lemmas import DictionaryLemmatiser
    from bot.store.store import Store

SEEDS = Path(__file__).parents[3] / "seeds"


@pytest.fixture(scope="session")
def make_library(lemmatiser: DictionaryLemmatiser) -> Callable[..., Library]:
    def make(articles: tuple[Article, ...]) -> Library:
        reader = Reader(lemmatiser, tagger=WeightedTagger())
        return Library.of([reader.reading(one) for one in articles], lemmatiser=lemmatiser)

    return make


@pytest.fixture(scope="session")
def seed_library(make_library: Callable[..., Library]) -> Library:
    return make_library(collect((SEEDS,)).articles)


@pytest.fixture(scope="session")
def seed_readings(seed_library: Library) -> tuple[Reading, ...]:
    found = (seed_library.reading(one) for one in seed_library.article_ids)
    return tuple(one for one in found if one is not None)


@pytest.fixture
def web_store(tmp_path: Path) -> Iterator[Store]:
    with open_store(None, tmp_path) as opened:
        yield opened


@pytest.fixture
def open_page(web_store: Store, seed_library: Library) -> Iterator[Callable[..., Served]]:
    """Serves a page; whatever is left out is as harmless as can be."""
    running: list[Served] = []

    def open_it(
        library: Library | None = None, around: Surroundings | None = None, **config: object
    ) -> Served:
        shelf = library or seed_library
        desk = Desk(shelf, web_store, clock=lambda: NOW)
        around = around or Surroundings(lambda: NOW)
        served = serve(WebConfig(**{"port": 0, **config}), desk, shelf, around)  # type: ignore[arg-type]
        running.append(served)
        return served

    yield open_it
    for served in running:
        served.stop()


@pytest.fixture
def page(open_page: Callable[..., Served]) -> Served:
    return open_page()

"""A bot on a Discord in memory, over the real library of seeds and a real store."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from discord_stage import CONFIG, NOW, Pace, Stage

from bot.adapters.discord.client import BriefingClient
from bot.core.reading.reader import Reader
from bot.desk.desk import Desk
from bot.library import Library
from bot.sources.collecting import collect
from bot.store import open_store
from bot.tagger import WeightedTagger

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simcord import Env

    from bot.lemmas import DictionaryLemmatiser
    from bot.store.store import Store

SEEDS = Path(__file__).parents[3] / "seeds"


@pytest.fixture(scope="session")
def reader(lemmatiser: DictionaryLemmatiser) -> Reader:
    return Reader(lemmatiser, tagger=WeightedTagger())


@pytest.fixture(scope="session")
def seeds_library(lemmatiser: DictionaryLemmatiser, reader: Reader) -> Library:
    articles = collect((SEEDS,)).articles
    return Library.of([reader.reading(one) for one in articles], lemmatiser=lemmatiser)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(None, tmp_path) as opened:
        yield opened


@pytest.fixture
def desk(seeds_library: Library, store: Store) -> Desk:
    return Desk(seeds_library, store, clock=lambda: NOW)


@pytest.fixture
def pace() -> Pace:
    return Pace()


@pytest.fixture
def simcord_bot(desk: Desk, store: Store, pace: Pace) -> BriefingClient:
    return BriefingClient(CONFIG, desk, store.notes, run=pace)


@pytest.fixture
def stage(simcord_env: Env, desk: Desk, store: Store, pace: Pace) -> Stage:
    """A server with a channel, people of several rights, and the bot in it."""
    return Stage(simcord_env, desk, store, pace)

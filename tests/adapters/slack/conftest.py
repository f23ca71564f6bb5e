"""A desk over our own seeds, and a house in which Slack's double and the service run."""

from __future__ import annotations

import socket
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import aiohttp
import pytest
from adapters.slack.slack_double import SECRET, Sender, SlackDouble

from bot.adapters.slack.app import PATH, SlackService
from bot.adapters.slack.config import SlackConfig
from bot.core.reading.reader import Reader
from bot.desk.desk import Desk
from bot.library import Library
from bot.sources.collecting import collect
from bot.store import open_store
from bot.tagger import WeightedTagger

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator
    from contextlib import AbstractAsyncContextManager

    from bot.lemmas import DictionaryLemmatiser
    from bot.store.store import Store

    Running = tuple[SlackService, SlackDouble, Sender]
    House = Callable[..., AbstractAsyncContextManager[Running]]

NOW = datetime(2025, 1, 24, 8, 0, tzinfo=UTC)
SEEDS = Path(__file__).parents[3] / "seeds"


@pytest.fixture(scope="session")
def seeds_library(lemmatiser: DictionaryLemmatiser) -> Library:
    reader = Reader(lemmatiser, tagger=WeightedTagger())
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
def house(desk: Desk) -> House:
    """Opens the service in HTTP mode beside Slack's double; `more` changes its settings."""

    @asynccontextmanager
    async def opened(
        answering: Desk = desk, *, store: Store | None = None, **more: Any
    ) -> AsyncIterator[Running]:
        async with SlackDouble().running() as double, aiohttp.ClientSession() as session:
            config = SlackConfig(
                **{
                    "bot_token": "xoxb-1",
                    "signing_secret": SECRET,
                    "mode": "http",
                    "api_url": double.api_url,
                    "port": _free_port(),
                    **more,
                }
            )
            service = SlackService(config, answering, store)
            await service.start()
            try:
                yield service, double, Sender(session, f"http://127.0.0.1:{config.port}{PATH}")
            finally:
                await service.stop()

    return opened


def _free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])

"""Processes for parsers, shared by the tests of one worker: starting them takes a while."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest
from feeds.newsroom import Newsroom, open_newsroom

from bot.sources.sandbox import Sandbox
from bot.store import open_store

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator
    from pathlib import Path

    from bot.store import Store


@pytest.fixture(scope="session")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox(workers=1) as opened:
        yield opened


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(None, tmp_path) as opened:
        yield opened


@pytest.fixture
def run(store: Store, sandbox: Sandbox) -> Callable[[Callable[[Newsroom], Awaitable[None]]], None]:
    """Lets a conversation with a newsroom happen."""

    def run(act: Callable[[Newsroom], Awaitable[None]]) -> None:
        async def whole() -> None:
            async with open_newsroom(store, sandbox) as room:
                await act(room)

        asyncio.run(whole())

    return run

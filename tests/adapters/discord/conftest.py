"""A bot on a Discord in memory, over the real library of seeds and a real store."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from discord_oracle import faults_of_request
from discord_stage import CONFIG, NOW, Pace, Stage

from bot.adapters.discord.client import BriefingClient
from bot.desk.desk import Desk
from bot.store import open_store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from simcord import Env

    from bot.library import Library
    from bot.store.store import Store


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
def stage(simcord_env: Env, desk: Desk, store: Store, pace: Pace) -> Iterator[Stage]:
    """A server with a channel and the bot in it; all that it sends is what Discord takes."""
    yield Stage(simcord_env, desk, store, pace)
    sent = [(one.method, one.path, one.json) for one in simcord_env.http_requests]
    assert [fault for request in sent for fault in faults_of_request(*request)] == []

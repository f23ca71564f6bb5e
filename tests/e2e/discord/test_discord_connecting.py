"""How the service comes to Discord, and that it leaves nothing open when it does not."""

from __future__ import annotations

import asyncio
import gc
import socket
from typing import TYPE_CHECKING

import pytest
from discord.gateway import DiscordWebSocket
from discord.http import Route
from discord_wire import Wire

import bot.adapters.discord.app as service_module
from bot.adapters.discord.app import DiscordService
from bot.adapters.discord.config import DiscordConfig
from bot.desk.desk import Desk
from bot.library import Library
from bot.store import open_store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bot.lemmas import DictionaryLemmatiser

pytestmark = pytest.mark.e2e


@pytest.fixture(autouse=True)
def as_before(monkeypatch: pytest.MonkeyPatch) -> None:
    """The service points discord.py elsewhere, for the whole process."""
    monkeypatch.setattr(Route, "BASE", Route.BASE)
    monkeypatch.setattr(DiscordWebSocket, "DEFAULT_GATEWAY", DiscordWebSocket.DEFAULT_GATEWAY)
    monkeypatch.setattr(service_module, "_FIRST_PAUSE", 0.05)
    monkeypatch.setattr(service_module, "_START_LIMIT", 1.0)


@pytest.fixture
def port() -> int:
    """A port at which nobody listens yet."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        number: int = taken.getsockname()[1]
    return number


@pytest.fixture
def service(
    port: int, tmp_path: Path, lemmatiser: DictionaryLemmatiser
) -> Iterator[DiscordService]:
    config = DiscordConfig(
        "MTIz.x.y",
        api=f"http://127.0.0.1:{port}/api/v10",
        gateway=f"ws://127.0.0.1:{port}/gateway",
        shard_count=1,
    )
    with open_store(None, tmp_path) as store:
        library = Library.of([], lemmatiser=lemmatiser)
        desk = Desk(library, store, clock=lambda: pytest.fail("nobody asks"))
        yield DiscordService(config, desk, store.notes)


async def until_well(service: DiscordService) -> None:
    """Nothing tells when the service is well."""
    for _ in range(2000):
        if service.health() is None:
            return
        await asyncio.sleep(0.01)
    raise AssertionError(service.health())


async def test_a_service_that_starts_without_a_network_connects_when_it_comes(
    service: DiscordService, port: int
) -> None:
    await service.start()
    assert "cannot be reached" in (service.health() or "")
    with Wire(port=port) as wire:
        await until_well(service)
        assert wire.identified
        await service.stop()
    assert service.health() == "stopped"


async def test_a_service_that_is_broken_off_while_it_connects_leaves_nothing_open(
    service: DiscordService, port: int, caplog: pytest.LogCaptureFixture
) -> None:
    knocked = asyncio.Event()

    async def say_nothing(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        knocked.set()
        await reader.read()
        writer.close()

    async with await asyncio.start_server(say_nothing, "127.0.0.1", port):
        starting = asyncio.create_task(service.start())
        await knocked.wait()
        starting.cancel()
        with pytest.raises(asyncio.CancelledError):
            await starting
        assert service.health() == "stopped"
        await asyncio.sleep(0)
    gc.collect()
    assert "Unclosed" not in caplog.text
    assert [one.get_name() for one in asyncio.all_tasks() if "discord" in one.get_name()] == []

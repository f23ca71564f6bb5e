"""Databases and a running chat service for the tests of delivery."""

from __future__ import annotations

import shutil
from contextlib import ExitStack
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from delivery.chat import ChatProcess
from delivery.stand_ins import Stage

from bot.store import open_store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from store.postgres import Server

    from bot.store import Store

KINDS = ("sqlite", "postgresql")


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("delivery") / "empty.sqlite3"
    open_store(f"sqlite:///{path}", path.parent).close()
    return path


@pytest.fixture(params=KINDS)
def new_url(request: pytest.FixtureRequest, tmp_path: Path, empty_file: Path) -> Callable[[], str]:
    """Gives the address of another empty store each time it is called."""
    server: Server | None = None
    if request.param == "postgresql":
        server = request.getfixturevalue("postgres")

    def make() -> str:
        name = f"delivery_{uuid4().hex}"
        if server is not None:
            return server.create(name, template="up_to_date")
        return f"sqlite:///{shutil.copy(empty_file, tmp_path / f'{name}.sqlite3')}"

    return make


@pytest.fixture
def new_store(new_url: Callable[[], str], tmp_path: Path) -> Iterator[Callable[[], Store]]:
    """Opens another empty store each time it is called."""
    with ExitStack() as stack:
        yield lambda: stack.enter_context(open_store(new_url(), tmp_path))


@pytest.fixture(params=KINDS)
def store(request: pytest.FixtureRequest, tmp_path: Path, empty_file: Path) -> Iterator[Store]:
    """An empty store."""
    url = f"sqlite:///{tmp_path / 'store.sqlite3'}"
    if request.param == "postgresql":
        url = request.getfixturevalue("emptied_url")
    else:
        shutil.copy(empty_file, tmp_path / "store.sqlite3")
    with open_store(url, tmp_path) as opened:
        yield opened


@pytest.fixture
def chat() -> Iterator[ChatProcess]:
    """The chat service, as a process of its own."""
    with ChatProcess() as running:
        yield running


@pytest.fixture
def stage(store: Store) -> Iterator[Stage]:
    """Monday, 7:00 in Berlin; nothing planned."""
    made = Stage(store)
    with made.loop:
        yield made

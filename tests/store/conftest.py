"""Stores on both databases."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from bot.store import Store, open_store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from store.postgres import Server

KINDS = ("sqlite", "postgresql")


@pytest.fixture(scope="session")
def up_to_date_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("store") / "up_to_date.sqlite3"
    open_store(f"sqlite:///{path}", path.parent).close()
    return path


@pytest.fixture(params=KINDS)
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a database without any table."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'empty.sqlite3'}"
        return
    yield from _database(request.getfixturevalue("postgres"), "template0")


@pytest.fixture(params=KINDS)
def store_url(
    request: pytest.FixtureRequest, tmp_path: Path, up_to_date_file: Path
) -> Iterator[str]:
    """The address of a store without any row."""
    if request.param == "sqlite":
        path = tmp_path / "store.sqlite3"
        shutil.copy(up_to_date_file, path)
        yield f"sqlite:///{path}"
        return
    yield from _database(request.getfixturevalue("postgres"), "up_to_date")


@pytest.fixture
def store(store_url: str, tmp_path: Path) -> Iterator[Store]:
    with open_store(store_url, tmp_path) as opened:
        yield opened


def _database(server: Server, template: str) -> Iterator[str]:
    name = f"test_{uuid4().hex}"
    yield server.create(name, template=template)
    server.drop(name)

"""Processes for parsers, shared by the tests of one worker: starting them takes a while."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.sources.sandbox import Sandbox
from bot.store import open_store

if TYPE_CHECKING:
    from collections.abc import Iterator
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

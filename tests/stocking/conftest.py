"""A stock on either database with a real reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from stocking.stocks import open_stock

from bot.store import open_store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bot.lemmas import DictionaryLemmatiser
    from bot.stocking import Stock
    from bot.store import Store


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """The folder that the stock is filled from."""
    folder = tmp_path / "artikel"
    folder.mkdir()
    return folder


@pytest.fixture(params=["sqlite", "postgresql"])
def own_store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    url = request.getfixturevalue("emptied_url") if request.param == "postgresql" else None
    with open_store(url, tmp_path / "var") as opened:
        yield opened


@pytest.fixture
def stock(own_store: Store, lemmatiser: DictionaryLemmatiser) -> Stock:
    return open_stock(own_store, lemmatiser)

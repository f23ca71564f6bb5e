"""The short form of dropped.py; `make chaos` runs the long one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from delivery.dropped import PLATFORMS, Dropped, drop_all

from bot.store import open_store

if TYPE_CHECKING:
    from collections.abc import Callable

POSTS = 50


@pytest.fixture(autouse=True)
def quiet_log(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("CRITICAL")


@pytest.mark.parametrize("platform", PLATFORMS)
def test_a_post_whose_answer_was_lost_comes_once(
    new_url: Callable[[], str], platform: str, tell: Callable[[str], None]
) -> None:
    url = new_url()
    with open_store(url, Path()) as store:
        found = drop_all(platform, store, POSTS)
        tell(found.line(platform, store.database.kind))
    assert found == Dropped(commits=POSTS, duplicates=0, missing=0, unsettled=0)


@pytest.mark.parametrize("platform", PLATFORMS)
def test_who_does_not_look_into_the_channel_doubles_posts(platform: str, tmp_path: Path) -> None:
    with open_store(None, tmp_path) as store:
        assert drop_all(platform, store, 5, blind=True).duplicates > 0

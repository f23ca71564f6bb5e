"""The short form of chaos.py; `make chaos` runs the long one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from delivery.chaos import Storm, rage
from delivery.databases import open_database
from store.postgres import NoPostgres

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_through_kills_pauses_and_crashes_each_digest_arrives_once(
    kind: str, tmp_path: Path, tell: Callable[[str], None]
) -> None:
    storm = Storm(deliveries=150, kills=12, pauses=4, crashes=1)
    try:
        with open_database(kind, tmp_path) as database:
            figures = rage(database, storm)
    except NoPostgres as error:
        pytest.skip(str(error))
    tell(figures.line(kind))
    assert (figures.kills, figures.pauses, figures.crashes) == (12, 4, 1)
    assert (figures.duplicates, figures.missing) == (0, 0)
    assert figures.is_as_planned(storm)


def test_a_loop_that_does_not_say_it_is_sending_doubles_posts(tmp_path: Path) -> None:
    storm = Storm(deliveries=60, kills=8, pauses=0, crashes=0, skip_sending=True)
    with open_database("sqlite", tmp_path) as database:
        assert rage(database, storm).duplicates > 0


def test_a_platform_that_tries_again_by_itself_doubles_posts(tmp_path: Path) -> None:
    storm = Storm(deliveries=120, kills=0, pauses=0, crashes=0, insist=True)
    with open_database("sqlite", tmp_path) as database:
        assert rage(database, storm).duplicates > 0

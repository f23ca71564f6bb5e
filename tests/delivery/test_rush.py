"""The short form of bench.py: several replicas share out what is due in one minute."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from delivery.bench import rush
from delivery.chat import ChatProcess
from delivery.databases import open_database
from store.postgres import NoPostgres

if TYPE_CHECKING:
    from collections.abc import Callable

TESTS = Path(__file__).parents[1]
DELIVERIES, DEAD = 600, 40


@pytest.mark.parametrize(("kind", "processes"), [("sqlite", 2), ("postgresql", 4)])
def test_each_digest_goes_out_once_and_each_replica_has_its_share(
    kind: str,
    processes: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    tell: Callable[[str], None],
) -> None:
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(TESTS), str(TESTS.parent)]))
    try:
        with open_database(kind, tmp_path) as database, ChatProcess() as chat:
            found = rush(
                database,
                deliveries=DELIVERIES,
                processes=processes,
                threads=4,
                chat=chat,
                dead=DEAD,
            )
            posts = chat.counts()["distinct"]
    except NoPostgres as error:
        pytest.skip(str(error))
    tell(found.line(kind))
    assert posts == DELIVERIES - DEAD
    assert (found.counts["duplicates"], found.counts["too_early"]) == (0, 0)
    assert (found.counts["refused_channels"], found.counts["most_refused"]) == (DEAD, 1)
    assert min(found.shares) >= 0.05 * posts

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
def test_each_digest_goes_out_once_in_its_time_and_each_replica_has_its_share(
    kind: str,
    processes: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    tell: Callable[[str], None],
) -> None:
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(TESTS), str(TESTS.parent)]))
    try:
        with open_database(kind, tmp_path) as database, ChatProcess() as chat:
            # With a delay, so that it is not all over before each process has begun.
            chat.behave(limited=0.01, limited_workspace=0.004, retry_after=3, delay=0.02)
            found = rush(
                database,
                deliveries=DELIVERIES,
                processes=processes,
                threads=4,
                chat=chat,
                dead=DEAD,
            )
            mishaps = chat.counts()["mishaps"]
    except NoPostgres as error:
        pytest.skip(str(error))
    tell(found.line(kind))
    assert found.faults() == []
    assert min(mishaps["limited"], mishaps["limited_workspace"]) > 0

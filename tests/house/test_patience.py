"""A database that is away when the bot starts."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from bot.patience import leaving_when_told, open_patiently
from bot.store import Store, StoreTooNew, StoreUnavailable, open_store

if TYPE_CHECKING:
    from pathlib import Path

AWAY = StoreUnavailable("postgresql://haus/morgen", "the server cannot be reached")


class Database:
    """Fails in these ways, one after the other, and is there then."""

    def __init__(self, folder: Path, *troubles: Exception) -> None:
        self._folder, self._troubles = folder, list(troubles)

    def open(self) -> Store:
        if self._troubles:
            raise self._troubles.pop(0)
        return open_store(None, self._folder)


def test_a_database_that_comes_back_is_waited_for_with_longer_and_longer_pauses(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    pauses: list[float] = []
    open_patiently(Database(tmp_path, *[AWAY] * 7).open, pauses.append).close()
    assert pauses == [1, 2, 4, 8, 16, 30, 30]
    told = [one.getMessage() for one in caplog.records if one.name == "bot.patience"]
    assert told == [f"{AWAY}; waiting for it"]


@pytest.mark.parametrize(
    "trouble",
    [
        StoreUnavailable("postgresql://haus/morgen", "there is no such database or user"),
        StoreUnavailable("sqlite:///x", "the file is damaged"),
        StoreTooNew("postgresql://haus/morgen", "9999"),
    ],
)
def test_what_does_not_pass_by_itself_is_not_waited_for(tmp_path: Path, trouble: Exception) -> None:
    with pytest.raises(type(trouble)):
        open_patiently(Database(tmp_path, trouble).open, pytest.fail)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_leaves_the_start_at_once_and_means_what_it_meant_before_afterwards(
    number: signal.Signals,
) -> None:
    def start() -> None:
        with leaving_when_told():
            os.kill(os.getpid(), number)
            time.sleep(60)

    before = signal.getsignal(number)
    with pytest.raises(SystemExit) as left:
        start()
    assert left.value.code == 0
    assert signal.getsignal(number) == before


@pytest.mark.skipif(sys.platform == "win32", reason="SIGTERM cannot be caught there")
def test_the_running_bot_waits_for_its_database_in_one_line_and_stops_when_told(
    tmp_path: Path,
) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        address = f"postgresql://briefing@127.0.0.1:{taken.getsockname()[1]}/morgen"
        bot = subprocess.Popen(
            [sys.executable, "-m", "bot", "run", "--store", address],
            stderr=subprocess.PIPE,
            text=True,
            env={**os.environ, "BRIEFING_DATA": str(tmp_path)},
        )
        try:
            assert bot.stderr is not None
            said = bot.stderr.readline()
            bot.send_signal(signal.SIGTERM)
            _, rest = bot.communicate(timeout=60)
        finally:
            bot.kill()
    assert "cannot be reached; waiting for it" in said
    assert (bot.returncode, rest) == (0, "")

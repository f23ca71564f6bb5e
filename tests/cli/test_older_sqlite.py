"""Where SQLite is too old for two processes that write, a running bot can still be looked at."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from cli.program import ROOT, await_until, end, environment, put_two_articles, running

from bot.store import open_store
from bot.store.database import SAFE_SQLITE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.skipif(
    sqlite3.sqlite_version_info >= SAFE_SQLITE, reason="this SQLite is safe"
)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A folder to start in, where Python's own SQLite is the newest there is."""
    put_two_articles(tmp_path)
    hidden = tmp_path / "hidden" / "pysqlite3"
    hidden.mkdir(parents=True)
    (hidden / "__init__.py").write_text("raise ImportError")
    return tmp_path


def path_of(home: Path) -> str:
    return os.pathsep.join([str(home / "hidden"), str(ROOT)])


@pytest.fixture
def bot(home: Path) -> Iterator[None]:
    """A bot that runs there."""
    with running(home, PYTHONPATH=path_of(home), BRIEFING_WEB="0") as process:
        await_until(lambda: "running: schedule" in (home / "log").read_text("utf-8"))
        await_until((home / "var" / "alive.json").exists)
        yield
        end(process)


def beside(home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "bot", *arguments],
        cwd=home,
        env=environment(PYTHONPATH=path_of(home)),
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.usefixtures("bot")
def test_commands_that_read_and_the_backup_work_beside_a_running_bot(home: Path) -> None:
    listed = beside(home, "subscriptions", "--json")
    assert [one["channel"] for one in json.loads(listed.stdout)["subscriptions"]] == ["digest"]
    assert beside(home, "deliveries").returncode == 0
    found = json.loads(beside(home, "check", "--json").stdout)["findings"]
    stores = [one for one in found if one["what"] == "store"]
    assert {one["state"] for one in stores} <= {"on", "warning"}
    assert beside(home, "store", "backup", "copy.sqlite3").returncode == 0
    with open_store(f"sqlite:///{home / 'copy.sqlite3'}", home) as copy:
        assert len(copy.subscriptions.list_all()) == 1


@pytest.mark.usefixtures("bot")
def test_commands_that_write_say_what_to_do(home: Path) -> None:
    for arguments in (["plan", "--time", "08:00"], ["digest", "--resend", "260105-1"]):
        refused = beside(home, *arguments)
        assert refused.returncode == 1
        assert "stop the bot, install pysqlite3 or use PostgreSQL" in refused.stderr

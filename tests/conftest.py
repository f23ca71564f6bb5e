"""What every test may ask for."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings
from sqlalchemy import text
from store.postgres import NoPostgres, Server, run_server

from bot.lemmas import DictionaryLemmatiser
from bot.store import open_store
from bot.store.database import open_database
from bot.store.schema import metadata

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

settings.register_profile(
    "bot", deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)
settings.load_profile("bot")

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"


@pytest.fixture(scope="session")
def lemmatiser() -> DictionaryLemmatiser:
    built = DictionaryLemmatiser()
    built.build()
    return built


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    """A server with the database `up_to_date`, an empty store, which is only copied."""
    try:
        with run_server() as server:
            open_store(server.create("up_to_date"), server.folder).close()
            yield server
    except NoPostgres as error:
        pytest.skip(str(error))


@pytest.fixture(scope="session")
def used_url(postgres: Server) -> str:
    """The address of a store that many tests use one after the other: see `emptied_url`."""
    return postgres.create("used", template="up_to_date")


@pytest.fixture
def emptied_url(used_url: str) -> str:
    """A store in PostgreSQL without any row, in a tenth of the time that a new one takes."""
    tables = ", ".join([*metadata.tables, "article_words"])
    database = open_database(used_url)
    with database.writing() as connection:
        connection.execute(text(f"TRUNCATE {tables} RESTART IDENTITY"))
    database.close()
    return used_url


@pytest.fixture
def shared() -> Path:
    """The folder with the user's article and the evaluation data beside the project."""
    if not SHARED.is_dir():
        pytest.skip("the folder ../shared with the user's article and evaluation data is absent")
    return SHARED


@pytest.fixture(autouse=True)
def no_settings_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith("BRIEFING_")]:
        monkeypatch.delenv(name)


@pytest.fixture
def tell(record_property: Callable[[str, object], None]) -> Callable[[str], None]:
    """Prints a line with figures below the results of all tests, from whichever process."""
    return lambda line: record_property("figures", line)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    lines = [
        str(value)
        for reports in terminalreporter.stats.values()
        for report in reports
        if getattr(report, "when", "") == "call"
        for name, value in report.user_properties
        if name == "figures"
    ]
    for line in sorted(lines):
        terminalreporter.write_line(line)

"""Every earlier revision comes up to date, empty or filled, and nothing is lost."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect, text
from store.earlier_rows import READING, fill, read, rows_of
from store.orders import DUE, MORNING, plan, reading

from bot.store import StoreTooNew, open_store
from bot.store.article_rows import Filed
from bot.store.articles import Changes
from bot.store.database import open_database
from bot.store.schema import metadata
from bot.store.upgrading import REVISIONS, revision_of, upgrade

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any


def fill_a_store(url: str, revision: str) -> dict[str, list[tuple[Any, ...]]]:
    """A store of that revision with a row in each table; what stands in it."""
    database = open_database(url)
    upgrade(database, to=revision)
    with database.writing() as connection:
        fill(connection, revision)
    with database.reading() as connection:
        before = read(connection, revision)
    database.close()
    return before


def test_the_list_of_revisions_is_that_of_the_scripts() -> None:
    config = Config()
    config.set_main_option("script_location", "bot.store:migrations")
    scripts = ScriptDirectory.from_config(config)
    assert tuple(one.revision for one in scripts.walk_revisions())[::-1] == REVISIONS


def test_an_empty_database_gets_the_tables_of_the_schema(empty_url: str, tmp_path: Path) -> None:
    with open_store(empty_url, tmp_path) as store, store.database.reading() as connection:
        context = MigrationContext.configure(
            connection,
            opts={
                "include_name": lambda name, kind, _: (
                    kind != "table" or not str(name).startswith(("article_words", "alembic"))
                )
            },
        )
        assert compare_metadata(context, metadata) == []


def test_the_newest_revision_is_filled_in_every_table() -> None:
    assert set(rows_of(REVISIONS[-1])) == set(metadata.tables)


@pytest.mark.parametrize("revision", REVISIONS)
def test_a_filled_store_of_each_revision_comes_up_to_date(
    empty_url: str, tmp_path: Path, revision: str
) -> None:
    before = fill_a_store(empty_url, revision)
    with open_store(empty_url, tmp_path) as store:
        with store.database.reading() as connection:
            assert read(connection, revision) == before
        words = {"article_words": int(revision >= "0002")}
        rows = dict.fromkeys(metadata.tables, 0) | dict.fromkeys(before, 1) | words
        assert store.counts() == rows
        (one,) = store.subscriptions.list_all()
        assert (one.wish.topics, one.next_due_at, one.version) == (("Hafen",), DUE, 3)
        (sent,) = store.ledger.recent(10)
        assert (sent.state, sent.message_ref) == ("sent", "m1")
        assert store.memory.remember("T1", "E1", now=MORNING) == (revision < "0003")
        assert store.ledger.insert_due(DUE, limit=10) == 1


@pytest.mark.parametrize("revision", REVISIONS[1:])
def test_the_articles_of_each_revision_are_read_and_found(
    empty_url: str, tmp_path: Path, revision: str
) -> None:
    fill_a_store(empty_url, revision)
    row = rows_of(revision)["article"]
    article = replace(
        READING.article,
        published_at=MORNING,
        is_beginning=row.get("is_beginning", False),
        author=row.get("author"),
    )
    numbered = revision >= "0005"
    with open_store(empty_url, tmp_path) as store:
        assert store.articles.load(["a"]) == (replace(READING, article=article),)
        assert store.articles.search([["hafen"]], limit=10) == ("a",)
        assert dict(store.articles.list_extracts()) == {"a": Filed(b"\x00\xff", MORNING)}
        latest, left = (9, ("weg",)) if numbered else (1, ())
        assert store.articles.changes_since(0) == Changes(latest, ("a",), left)
        store.articles.put(reading("Kai", id="b"), now=MORNING)
        assert store.articles.changes_since(latest) == Changes(latest + 1, ("b",), ())
        store.articles.put(reading("Zoo"), now=MORNING)
        assert store.articles.search([["hafen"]], limit=10) == ()


@pytest.mark.parametrize("revision", REVISIONS)
def test_an_empty_store_of_each_revision_comes_up_to_date(
    empty_url: str, tmp_path: Path, revision: str
) -> None:
    database = open_database(empty_url)
    upgrade(database, to=revision)
    database.close()
    with open_store(empty_url, tmp_path) as store:
        plan(store)
        assert store.counts()["subscription"] == 1


def test_a_store_that_is_up_to_date_is_left_alone(store_url: str) -> None:
    database = open_database(store_url)
    assert not upgrade(database)
    database.close()


def test_a_newer_store_is_refused_and_left_alone(store_url: str, tmp_path: Path) -> None:
    database = open_database(store_url)
    with database.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(StoreTooNew, match="9999"):
        open_store(store_url, tmp_path)
    with database.reading() as connection:
        assert revision_of(connection) == "9999"
    database.close()


def test_several_may_bring_a_store_up_to_date_at_once(empty_url: str, tmp_path: Path) -> None:
    def open_and_count(_: int) -> int:
        with open_store(empty_url, tmp_path) as store:
            return store.counts()["delivery"]

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(open_and_count, range(4))) == [0, 0, 0, 0]


def test_an_upgrade_that_breaks_off_leaves_nothing_behind(
    empty_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def run_and_break(connection: Connection, to: str) -> None:
        run(connection, to)
        raise KeyboardInterrupt

    from bot.store import upgrading  # noqa: PLC0415 - patched here alone

    run = upgrading._run  # noqa: SLF001 - the same
    database = open_database(empty_url)
    monkeypatch.setattr(upgrading, "_run", run_and_break)
    with pytest.raises(KeyboardInterrupt):
        upgrade(database)
    with database.reading() as connection:
        assert inspect(connection).get_table_names() == []
    database.close()

"""Addresses, damaged files, full disks and servers that go away."""

from __future__ import annotations

import os
import shlex
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text
from store.orders import DUE, begin, claim, plan, reading

from bot.errors import BriefingError, SettingsError
from bot.store import Store, StoreUnavailable, open_store
from bot.store.database import SAFE_SQLITE, newest_sqlite, open_database
from bot.store.failures import reason_of
from bot.store.single_writer import SingleWriter

if TYPE_CHECKING:
    from store.postgres import Server


def test_without_an_address_a_file_is_made_in_the_folder(tmp_path: Path) -> None:
    with open_store(None, tmp_path / "neu" / "tief") as store:
        plan(store)
    assert (tmp_path / "neu" / "tief" / "briefing.sqlite3").is_file()


@pytest.mark.parametrize(
    "address",
    ["", "quatsch", "mysql://x/y", "sqlite://", "sqlite:///:memory:", "postgresql+asyncpg://x"],
)
def test_an_address_of_another_kind_is_a_wrong_setting(address: str) -> None:
    with pytest.raises(SettingsError, match="store"):
        open_database(address)


def test_a_password_is_never_shown(tmp_path: Path) -> None:
    with pytest.raises(StoreUnavailable) as caught:
        open_store("postgresql+psycopg://ich:geheim@127.0.0.1:1/x", tmp_path)
    assert "geheim" not in str(caught.value)
    assert "cannot be reached" in str(caught.value)


def test_a_file_that_is_no_database_is_said_to_be_none(tmp_path: Path) -> None:
    path = tmp_path / "brief.sqlite3"
    path.write_bytes(b"Sehr geehrte Damen und Herren, " * 100)
    with pytest.raises(StoreUnavailable, match="no SQLite database"):
        open_store(f"sqlite:///{path}", tmp_path)


def test_a_folder_that_is_a_file_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "datei").touch()
    with pytest.raises(BriefingError, match="datei"):
        open_store(None, tmp_path / "datei" / "unten")


def test_a_folder_that_does_not_exist_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(StoreUnavailable, match="opened or made"):
        open_store(f"sqlite:///{tmp_path / 'nirgends' / 'x.sqlite3'}", tmp_path)


def test_a_read_only_store_is_said_to_be_read_only(up_to_date_file: Path, tmp_path: Path) -> None:
    path = tmp_path / "fest.sqlite3"
    shutil.copy(up_to_date_file, path)
    with open_store(f"sqlite:///file:{path}?mode=ro&uri=true", tmp_path) as store:
        assert store.subscriptions.list_all() == ()
        with pytest.raises(StoreUnavailable, match="read-only"):
            plan(store)


def test_a_store_on_a_read_only_disk_is_said_to_be_there(
    up_to_date_file: Path, tmp_path: Path
) -> None:
    shutil.copy(up_to_date_file, tmp_path / "briefing.sqlite3")
    opened = (
        "from pathlib import Path; from bot.errors import BriefingError;"
        "from bot.store import open_store\n"
        "try: open_store(None, Path())\n"
        "except BriefingError as error: print(error)"
    )
    # A mount of our own, which nobody else sees and which ends with the process.
    mount = f"mount --bind {tmp_path} {tmp_path} && mount -o remount,ro,bind {tmp_path}"
    apart = ["unshare", "-m", "sh", "-c"]
    try:
        subprocess.run([*apart, mount], check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("a folder can be mounted read-only by root alone, on Linux")
    command = shlex.join([sys.executable, "-c", opened])
    said = subprocess.run(
        [*apart, f"{mount} && cd {tmp_path} && exec {command}"],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    )
    assert "is read-only" in said.stdout
    assert len(said.stdout.splitlines()) == 1
    assert said.stderr == ""


def test_a_full_disk_is_said_to_be_full_and_work_goes_on_with_space(
    up_to_date_file: Path, tmp_path: Path
) -> None:
    path = tmp_path / "voll.sqlite3"
    shutil.copy(up_to_date_file, path)
    with open_store(f"sqlite:///{path}", tmp_path) as store:
        plan(store)
        (held,) = claim(store)
        limit_pages(store, path.stat().st_size // 4096)
        with pytest.raises(StoreUnavailable, match="disk is full"):
            store.articles.put(reading("Hafen " * 90_000), now=DUE)
        limit_pages(store, 1_000_000)
        assert begin(store, held)
        assert store.articles.count() == 0


def limit_pages(store: Store, most: int) -> None:
    """SQLite answers as on a full disk once the file has so many pages."""
    with store.database.writer.connect() as connection:
        connection.exec_driver_sql(f"PRAGMA max_page_count = {most}")


def test_a_server_that_comes_back_is_used_again(postgres: Server, tmp_path: Path) -> None:
    address = postgres.create("comes_back", template="up_to_date")
    with open_store(address, tmp_path) as store:
        plan(store)
        (held,) = claim(store)
        postgres.stop()
        try:
            with pytest.raises(StoreUnavailable, match="server"):
                begin(store, held)
        finally:
            postgres.start()
        assert begin(store, held)
        assert store.ledger.settle_sent(held.delivery.id, "a", now=DUE, message_ref="m")


def test_a_read_only_server_is_said_to_be_read_only(postgres: Server, tmp_path: Path) -> None:
    address = postgres.create("fixed", template="up_to_date")
    with open_store(address, tmp_path) as store:
        with store.database.writing() as connection:
            connection.execute(text("ALTER DATABASE fixed SET default_transaction_read_only = on"))
        store.database.reader.dispose()
        with pytest.raises(StoreUnavailable, match="read-only"):
            plan(store)


def test_python_s_own_sqlite_does_as_well(tmp_path: Path) -> None:
    database = open_database(f"sqlite:///{tmp_path / 'alt.sqlite3'}", dbapi=sqlite3)
    store = Store(database)
    store.migrate()
    plan(store)
    (held,) = claim(store)
    assert begin(store, held)
    store.articles.put(reading("Hafen"), now=DUE)
    assert store.articles.search([["hafen"]], limit=1) == ("a",)
    store.close()


@pytest.mark.skipif(sqlite3.sqlite_version_info >= SAFE_SQLITE, reason="this SQLite is safe")
def test_a_second_writer_is_refused_where_sqlite_is_too_old_for_two(tmp_path: Path) -> None:
    address = f"sqlite:///{tmp_path / 'alt.sqlite3'}"
    first = open_database(address, dbapi=sqlite3)
    with pytest.raises(StoreUnavailable, match="pysqlite3"):
        open_database(address, dbapi=sqlite3)
    first.close()
    open_database(address, dbapi=sqlite3).close()


def test_a_lock_is_free_again_once_released(tmp_path: Path) -> None:
    place = str(tmp_path / "x")
    one = SingleWriter(place, "x", (3, 40, 1))
    with pytest.raises(StoreUnavailable, match=r"3\.40\.1"):
        SingleWriter(place, "x", (3, 40, 1))
    one.release()
    SingleWriter(place, "x", (3, 40, 1)).release()


def test_the_newest_sqlite_is_chosen() -> None:
    assert newest_sqlite().sqlite_version_info >= sqlite3.sqlite_version_info


def test_a_message_nobody_foresaw_is_shown_in_its_first_line() -> None:
    assert reason_of("etwas Neues\nDETAIL: viel") == "etwas Neues"
    assert reason_of("") == "no reason was given"

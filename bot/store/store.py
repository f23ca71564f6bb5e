"""One door to everything that is kept, in SQLite or PostgreSQL."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from sqlalchemy import insert

from bot.store.articles import Articles
from bot.store.backup import back_up
from bot.store.calendar import no_holidays
from bot.store.database import open_database
from bot.store.errors import StoreUnavailable
from bot.store.feeds import Feeds
from bot.store.index_parts import IndexParts
from bot.store.ledger import Ledger
from bot.store.memory import Memory
from bot.store.moving import count_rows, move_rows
from bot.store.notes import Notes
from bot.store.removals import Removals
from bot.store.schema import blocked
from bot.store.source_files import SourceFiles
from bot.store.subscriptions import Subscriptions
from bot.store.upgrading import upgrade

if TYPE_CHECKING:
    from collections.abc import Mapping
    from contextlib import AbstractContextManager
    from pathlib import Path
    from typing import Self

    from bot.store.calendar import IsHoliday
    from bot.store.database import Database

FILE_NAME = "briefing.sqlite3"
_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


class _Undone(Exception):
    """Raised to have a transaction undone."""


def open_store(
    url: str | None,
    folder: Path,
    *,
    is_holiday: IsHoliday = no_holidays,
    beside: bool = False,
) -> Store:
    """The store at `url`, or else the file `briefing.sqlite3` in `folder`; brought up to date.

    With `beside` it can be read also where SQLite is too old for two processes that write, and
    another one does.

    Raises:
        SettingsError: the address is of no database that can be used.
        StoreTooNew: a newer version wrote it.
        AnotherWrites: two processes may not write to it, and another does.
        StoreUnavailable: it cannot be reached, read or written.
    """
    address = url or _file_in(folder)
    store = Store(open_database(address, beside=beside), is_holiday)
    try:
        store.migrate()
    except BaseException:
        store.close()
        raise
    return store


def move(source: Store, target: Store) -> Mapping[str, int]:
    """Copy everything from one store into another, empty one; the rows of each table.

    One transaction: the target holds all of it or nothing.

    Raises:
        MoveFailed: the target is not empty, or the counts differ.
    """
    return move_rows(source.database, target.database)


class Store:
    """An open store; may be used by several threads, not across a fork."""

    def __init__(self, database: Database, is_holiday: IsHoliday = no_holidays) -> None:
        """Use `database`, whose tables `migrate` brings up to date."""
        self.database = database
        self.ledger = Ledger(database, is_holiday)
        self.subscriptions = Subscriptions(database, is_holiday)
        self.articles = Articles(database)
        self.source_files = SourceFiles(database)
        self.index_parts = IndexParts(database)
        self.memory = Memory(database)
        self.notes = Notes(database)
        self.feeds = Feeds(database)
        self.removals = Removals(database, self.articles)

    @property
    def where(self) -> str:
        """The address of the store without its password."""
        return self.database.where

    @property
    def engine(self) -> str:
        """Name and version of the database ("SQLite 3.53.4")."""
        name = "SQLite" if self.database.kind == "sqlite" else "PostgreSQL"
        return f"{name} {'.'.join(str(part) for part in self.database.version)}"

    def together(self) -> AbstractContextManager[None]:
        """One transaction for all that this thread writes in the block.

        Each transaction waits for its turn and for the disk.

        Raises:
            StoreUnavailable: at the end of the block, if it was not committed.
        """
        return self.database.together()

    def migrate(self) -> bool:
        """Bring the tables up to date; whether they were not. Several processes may do so."""
        return upgrade(self.database)

    def try_writing(self) -> None:
        """Write something and undo it.

        Raises:
            StoreUnavailable: nothing can be written, and why.
        """
        with suppress(_Undone), self.database.writing() as connection:
            connection.execute(insert(blocked).values(workspace="", until=_LONG_AGO))
            raise _Undone

    def backup(self, path: Path) -> None:
        """Copy a SQLite store that is in use into the new file `path`.

        Raises:
            BackupFailed: it is not SQLite, or the file is there already or cannot be written.
            StoreUnavailable: the store cannot be read.
        """
        back_up(self.database, path)

    def counts(self) -> Mapping[str, int]:
        """Rows of each table."""
        with self.database.reading() as connection:
            return count_rows(connection)

    def close(self) -> None:
        """Give back all connections."""
        self.database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _file_in(folder: Path) -> str:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreUnavailable(str(folder), str(error.strerror).lower()) from error
    return f"sqlite:///{folder / FILE_NAME}"

"""Connections and transactions, the same to callers in SQLite and PostgreSQL."""

from __future__ import annotations

import importlib
import os
import sqlite3
from contextlib import ExitStack, contextmanager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from threading import local
from typing import TYPE_CHECKING, Literal

from sqlalchemy import Engine, QueuePool, create_engine, event
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from bot.errors import SettingsError
from bot.store.errors import AnotherWrites, StoreUnavailable
from bot.store.failures import explained
from bot.store.fair_lock import FairLock
from bot.store.single_writer import SingleWriter

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

    from sqlalchemy import URL, Connection, Table
    from sqlalchemy.engine.interfaces import DBAPIConnection
    from sqlalchemy.pool import ConnectionPoolEntry

Kind = Literal["sqlite", "postgresql"]

# Before this version two processes that write can damage a WAL (https://sqlite.org/wal.html,
# "The WAL-reset bug").
SAFE_SQLITE = (3, 51, 3)
# The first version with UPDATE … RETURNING.
OLDEST_SQLITE = (3, 35, 0)
_SETTING = "store"
_USAGE = "use sqlite:///FILE or postgresql+psycopg://USER:PASSWORD@HOST/NAME"
_LOCK_SECONDS = 30
_READERS = 16
_POSTGRESQL_CONNECTIONS = 16
# A worker that stops in the middle of a transaction must not hold its rows for ever, and a
# server that vanished without a word is given up.
_POSTGRESQL_OPTIONS = {
    "connect_timeout": 5,
    "tcp_user_timeout": 15_000,
    "options": (
        "-c timezone=UTC -c lock_timeout=15s -c statement_timeout=120s"
        " -c idle_in_transaction_session_timeout=60s"
    ),
    "application_name": "morgenlage",
}


class _OwnTransaction(local):
    """What one thread writes together: the block's end, and its transaction if there is one."""

    stack: ExitStack | None = None
    connection: Connection | None = None


@dataclass(frozen=True, slots=True)
class Database:
    """Where to read and where to write. In SQLite these are different connections.

    One connection writes, and threads take turns at it: SQLite itself lets them try again and
    again, and serves whoever happens to try at the right moment.
    """

    kind: Kind
    where: str
    version: tuple[int, ...]
    reader: Engine
    writer: Engine
    turns: FairLock | nullcontext[None] = field(default_factory=nullcontext)
    single_writer: SingleWriter | None = None
    only_reads: bool = False
    _own: _OwnTransaction = field(default_factory=_OwnTransaction, repr=False, compare=False)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that sees one state and changes nothing."""
        with explained(self.where), self.reader.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that is committed at the end, or undone if anything is raised."""
        own = self._own
        if own.stack is None:
            with self._begin() as connection:
                yield connection
            return
        if own.connection is None:
            own.connection = own.stack.enter_context(self._begin())
        yield own.connection

    @contextmanager
    def together(self) -> Iterator[None]:
        """One transaction for all that this thread writes meanwhile; none if it writes nothing.

        What was written is not seen by `reading` until the end.
        """
        own = self._own
        if own.stack is not None:
            yield
            return
        with ExitStack() as stack:
            own.stack = stack
            try:
                yield
            finally:
                own.stack = own.connection = None

    @contextmanager
    def _begin(self) -> Iterator[Connection]:
        with self.turns, explained(self.where), self.writer.begin() as connection:
            yield connection

    @contextmanager
    def snapshot(self) -> Iterator[Connection]:
        """Like `reading`, and later statements see the same state as the first."""
        options = {} if self.kind == "sqlite" else {"isolation_level": "REPEATABLE READ"}
        with explained(self.where), self.reader.connect() as connection:
            yield connection.execution_options(**options)

    def insert(self, table: Table) -> postgresql.Insert | sqlite.Insert:
        """An INSERT that knows ON CONFLICT."""
        return sqlite.insert(table) if self.kind == "sqlite" else postgresql.insert(table)

    def close(self) -> None:
        """Give back all connections."""
        self.reader.dispose()
        self.writer.dispose()
        if self.single_writer is not None:
            self.single_writer.release()


def open_database(
    address: str, *, dbapi: ModuleType | None = None, beside: bool = False
) -> Database:
    """Connect to a `sqlite:///file` or `postgresql+psycopg://…` address.

    `dbapi` is the module for SQLite, by default the newest there is. With `beside`, a file to
    which only one process may write, and another does, is opened for reading alone.

    Raises:
        SettingsError: the address is not of these kinds.
        AnotherWrites: only one process may write to it, and another does.
        StoreUnavailable: nothing answers there.
    """
    try:
        url = make_url(address)
    except ArgumentError as error:
        raise SettingsError(_SETTING, "this is no address of a database") from error
    if url.get_backend_name() == "sqlite":
        try:
            return _open_sqlite(url, dbapi or newest_sqlite())
        except AnotherWrites:
            if not beside:
                raise
            return _read_sqlite(url, dbapi or newest_sqlite())
    if url.drivername in {"postgresql", "postgresql+psycopg"}:
        return _open_postgresql(url.set(drivername="postgresql+psycopg"))
    raise SettingsError(_SETTING, _USAGE)


def sqlite_file(address: str) -> Path | None:
    """The file of a `sqlite:///file` address; None for every other address."""
    try:
        url = make_url(address)
    except ArgumentError:
        return None
    return Path(url.database) if url.get_backend_name() == "sqlite" and url.database else None


def newest_sqlite() -> ModuleType:
    """The module with the newest SQLite: pysqlite3 where it is installed, else Python's own."""
    try:
        module = importlib.import_module("pysqlite3.dbapi2")
    except ImportError:
        return sqlite3
    newer: tuple[int, ...] = module.sqlite_version_info
    return module if newer > sqlite3.sqlite_version_info else sqlite3


def _open_sqlite(url: URL, dbapi: ModuleType) -> Database:
    where = url.render_as_string()
    if not url.database or url.database == ":memory:":
        raise SettingsError(_SETTING, _USAGE)
    version: tuple[int, ...] = dbapi.sqlite_version_info
    if version < OLDEST_SQLITE:
        raise StoreUnavailable(where, f"SQLite {dbapi.sqlite_version} is too old")
    single = None if version >= SAFE_SQLITE else SingleWriter(url.database, where, version)
    database = Database(
        kind="sqlite",
        where=where,
        version=version,
        reader=_sqlite_engine(url, dbapi, writes=False),
        writer=_sqlite_engine(url, dbapi, writes=True),
        turns=FairLock(),
        single_writer=single,
    )
    try:
        with explained(where), database.writer.connect():
            return database
    except StoreUnavailable as error:
        # SQLite calls a file next to which it can make no other one unopenable.
        folder = Path(url.database).absolute().parent
        if folder.is_dir() and not os.access(folder, os.W_OK):
            reason = f"the folder {folder} is read-only"
            raise StoreUnavailable(where, reason) from error
        raise


def _read_sqlite(url: URL, dbapi: ModuleType) -> Database:
    """For a look at what another process writes: a connection that reads harms no file."""
    where, reader = url.render_as_string(), _sqlite_engine(url, dbapi, writes=False)
    with explained(where), reader.connect():
        version: tuple[int, ...] = dbapi.sqlite_version_info
        return Database("sqlite", where, version, reader, reader, FairLock(), only_reads=True)


def _sqlite_engine(url: URL, dbapi: ModuleType, *, writes: bool) -> Engine:
    engine = create_engine(
        url,
        module=dbapi,
        poolclass=QueuePool,
        pool_size=1 if writes else _READERS,
        max_overflow=0,
        pool_timeout=_LOCK_SECONDS,
        connect_args={"check_same_thread": False, "timeout": _LOCK_SECONDS},
    )

    @event.listens_for(engine, "connect")
    def set_up(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
        _set_up_sqlite(connection, writes=writes)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        # Without IMMEDIATE a transaction that reads before it writes fails when another
        # process wrote in between.
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _set_up_sqlite(connection: DBAPIConnection, *, writes: bool) -> None:
    # None: the module begins no transaction of its own; `begin` above does.
    connection.isolation_level = None
    cursor = connection.cursor()
    if writes:
        # Asked first, since setting it again needs a lock that a busy store does not give.
        cursor.execute("PRAGMA journal_mode")
        if cursor.fetchone() != ("wal",):
            cursor.execute("PRAGMA journal_mode = WAL")
    cursor.execute("PRAGMA synchronous = FULL")
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.execute("PRAGMA mmap_size = 0")
    if not writes:
        cursor.execute("PRAGMA query_only = ON")
    cursor.close()


def _open_postgresql(url: URL) -> Database:
    where = url.render_as_string(hide_password=True)
    engine = create_engine(
        url,
        # No overflow: those connections are closed after each use, and opening one takes
        # longer than a whole delivery.
        pool_size=_POSTGRESQL_CONNECTIONS,
        max_overflow=0,
        pool_timeout=_LOCK_SECONDS,
        pool_pre_ping=True,
        connect_args=_POSTGRESQL_OPTIONS,
    )
    with explained(where), engine.connect() as connection:
        version = connection.dialect.server_version_info or ()
    return Database("postgresql", where, tuple(int(one) for one in version), engine, engine)

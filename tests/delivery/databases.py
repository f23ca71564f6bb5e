"""A SQLite file or a PostgreSQL server of our own, for tests that crash them."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from store.postgres import Server, run_server

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@dataclass(frozen=True)
class Database:
    """Where a store may live. SQLite has no server: what crashes are the processes that use it."""

    url: str
    server: Server | None = None

    @property
    def has_server(self) -> bool:
        return self.server is not None

    def crash(self) -> None:
        """End the server as a crash would, and start it again."""
        assert self.server is not None
        self.server.stop("immediate")
        self.server.start()


@contextmanager
def open_database(kind: str, folder: Path) -> Iterator[Database]:
    """An empty database of the kind "sqlite" or "postgresql"; gone after the block.

    Raises:
        NoPostgres: the server cannot be started.
    """
    if kind == "sqlite":
        yield Database(f"sqlite:///{folder / 'store.sqlite3'}")
        return
    with run_server(durable=True) as server:
        yield Database(server.create("deliveries"), server)

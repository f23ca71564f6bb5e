"""Copies a SQLite store that is in use."""

from __future__ import annotations

import os
from contextlib import closing
from typing import TYPE_CHECKING

from bot.store.database import newest_sqlite
from bot.store.errors import BackupFailed
from bot.store.failures import reason_of

if TYPE_CHECKING:
    from pathlib import Path

    from bot.store.database import Database


def back_up(database: Database, path: Path) -> None:
    """Copy the store as it is at one moment into `path`; others go on reading and writing.

    The file appears only when it is whole and on the disk.

    Raises:
        BackupFailed: the store is not SQLite, or the file is there already or cannot be written.
    """
    if database.kind != "sqlite":
        reason = "a PostgreSQL store is backed up by its own tools, such as pg_dump"
        raise BackupFailed(reason)
    if path.exists():
        reason = f"{path} is there already"
        raise BackupFailed(reason)
    half = path.with_name(f"{path.name}.part")
    try:
        half.unlink(missing_ok=True)
        _copy(database, half)
        half.rename(path)
    except (OSError, newest_sqlite().Error) as error:
        reason = f"{path} ({_why(error)})"
        raise BackupFailed(reason) from error
    finally:
        half.unlink(missing_ok=True)


def _why(error: Exception) -> str:
    """What the system says, or that of SQLite in the words in which the store says it."""
    if isinstance(error, OSError):
        return (error.strerror or type(error).__name__).lower()
    return reason_of(str(error))


def _copy(database: Database, half: Path) -> None:
    sqlite = newest_sqlite()
    with database.reading() as connection, closing(sqlite.connect(str(half))) as target:
        source = connection.connection.driver_connection
        if source is not None:
            # In one go: page by page it would start again after every write.
            source.backup(target)
        target.execute("PRAGMA journal_mode = DELETE")
    with half.open("rb+") as file:
        os.fsync(file.fileno())

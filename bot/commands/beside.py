"""What the store holds beside the folders, told without loading what works with the store."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from bot.app import data_folder
from bot.errors import SettingsError

if TYPE_CHECKING:
    from bot.settings import Settings

# As `store.store.FILE_NAME` and `stocking.shelving.WEB` have it; a test holds them together.
_FILE = "briefing.sqlite3"
# As `store.columns.Moment` writes moments.
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
# Those from feeds and pages bring it along.
_FIRST_SEEN = "SELECT id, first_seen_at FROM article WHERE path NOT LIKE 'web:%'"
# What a running bot knows of files beside what stands in them now: what stood there before.
_CORRECTED = "SELECT count(*) FROM article WHERE path NOT LIKE 'web:%' AND id LIKE '%~v%'"
_FROM_WEB = "SELECT count(*) FROM article WHERE path LIKE 'web:%'"


def count_from_web(settings: Settings) -> int | None:
    """How many articles from feeds and pages lie in the file of the store; 0 if there is none.

    None if that cannot be told from here: the store is a server, or its file cannot be read.
    """
    return _count(settings, _FROM_WEB)


def has_corrected_files(settings: Settings) -> bool:
    """Whether the store may hold what files said before they were corrected."""
    return _count(settings, _CORRECTED) != 0


def _count(settings: Settings, query: str) -> int | None:
    file = _file_of(settings)
    if file is None:
        return None
    if not file.is_file():
        return 0
    try:
        with closing(sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)) as connection:
            return int(connection.execute(query).fetchone()[0])
    except sqlite3.Error:
        return None


def first_seen_beside(settings: Settings) -> dict[str, datetime]:
    """Since when each article of a file is there, by id, as the file of the store has it.

    Nothing if there is no such file, or it cannot be read: articles count from their dates then.
    """
    file = _file_of(settings)
    if file is None or not file.is_file():
        return {}
    try:
        with closing(sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)) as connection:
            rows = connection.execute(_FIRST_SEEN).fetchall()
    except sqlite3.Error:
        return {}
    return {str(one): _EPOCH + timedelta(microseconds=int(moment)) for one, moment in rows}


def check_file(settings: Settings) -> None:
    """Hold that a file that was named as the store is there.

    Raises:
        SettingsError: it is not.
    """
    file = _file_of(settings)
    if file is not None and not file.is_file():
        where, reason = "store", f"{file}: there is no such database"
        raise SettingsError(where, reason)


def _file_of(settings: Settings) -> Path | None:
    """The file of the store; None if it is something else."""
    if settings.store is None:
        return (data_folder(settings) / _FILE).absolute()
    scheme, is_file, file = settings.store.get_secret_value().partition(":///")
    if not is_file or not scheme.startswith("sqlite"):
        return None
    return Path(file.partition("?")[0]).absolute()

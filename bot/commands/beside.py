"""What the store holds beside the folders, told without loading what works with the store."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from bot.app import data_folder

if TYPE_CHECKING:
    from bot.settings import Settings

# As `store.store.FILE_NAME` and `stocking.shelving.WEB` have it; a test holds them together.
_FILE = "briefing.sqlite3"
_FROM_WEB = "SELECT count(*) FROM article WHERE path LIKE 'web:%'"


def count_from_web(settings: Settings) -> int:
    """How many articles from feeds and pages lie in the file of the store.

    0 if there is none, if it cannot be read just now, or if the store is a server.
    """
    file = (data_folder(settings) / _FILE).absolute()
    if settings.store is not None or not file.is_file():
        return 0
    try:
        with closing(sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)) as connection:
            return int(connection.execute(_FROM_WEB).fetchone()[0])
    except sqlite3.Error:
        # An answer from folders does not fail for it; `briefing check` names the trouble.
        return 0

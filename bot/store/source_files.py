"""What was found in each file, so that one that did not change need not be opened."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import delete, insert, select

from bot.store.schema import source_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bot.store.database import Database

_BATCH = 500


@dataclass(frozen=True, slots=True)
class SourceFile:
    """`stamp` tells one state of the file from another; `found` is the caller's own."""

    path: str
    stamp: str
    found: bytes


class SourceFiles:
    """Every method is one transaction."""

    def __init__(self, database: Database) -> None:
        """Keep them in `database`."""
        self._database = database

    def list_all(self) -> Mapping[str, SourceFile]:
        """All that is remembered, by path."""
        wanted = select(source_file.c.path, source_file.c.stamp, source_file.c.found)
        with self._database.reading() as connection:
            found = (SourceFile(*row) for row in connection.execute(wanted))
            return {one.path: one for one in found}

    def save(self, files: Iterable[SourceFile], *, gone: Iterable[str] = ()) -> None:
        """Remember these, in place of what was remembered of them, and forget the others."""
        new = {one.path: one for one in files}
        leaving = [*new, *gone]
        if not leaving:
            return
        rows = [{"path": one.path, "stamp": one.stamp, "found": one.found} for one in new.values()]
        with self._database.writing() as connection:
            for start in range(0, len(leaving), _BATCH):
                paths = leaving[start : start + _BATCH]
                connection.execute(delete(source_file).where(source_file.c.path.in_(paths)))
            for start in range(0, len(rows), _BATCH):
                connection.execute(insert(source_file), rows[start : start + _BATCH])

"""The library's index as it was at one change, so that a start need not build it again.

Written in pieces, each in a transaction of its own: a whole one would keep all others from
writing for half a second.
"""

from __future__ import annotations

import secrets
import zlib
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import delete, insert, or_, select

from bot.store.schema import gone, index_part

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sqlalchemy import Connection

    from bot.store.database import Database

_PIECE = 2_000_000
_LEVEL = 1
# The last piece of an edition says up to which change it goes; without it, it is not complete.
_END = "end"
_GIVEN_UP = timedelta(hours=1)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
# Tells apart editions that two replicas begin at the same moment.
_IN_A_MICROSECOND = 1000


class IndexParts:
    """Keeps the latest edition. Several replicas may save at once, each its own."""

    def __init__(self, database: Database) -> None:
        """Keep them in `database`."""
        self._database = database

    def save(self, parts: Mapping[str, bytes], *, change: int, now: datetime) -> None:
        """Keep the parts of an index that holds all changes up to `change`."""
        edition = _number(now) + secrets.randbelow(_IN_A_MICROSECOND)
        place = 0
        for place, (name, content) in enumerate(_pieces(parts), start=1):
            self._write(edition, place, name, content)
        self._write(edition, place + 1, _END, str(change).encode())
        self._tidy(now)

    def load(self) -> tuple[int, Mapping[str, bytes]] | None:
        """The latest change and the parts; None if there is none, or not all of it."""
        wanted = select(index_part.c.name, index_part.c.content).order_by(index_part.c.place)
        with self._database.snapshot() as connection:
            latest = _latest(connection)
            if latest is None:
                return None
            edition, change = latest
            rows = connection.execute(wanted.where(index_part.c.edition == edition)).all()
        found: dict[str, list[bytes]] = {}
        try:
            for row in rows[:-1]:
                found.setdefault(row.name, []).append(zlib.decompress(row.content))
        except zlib.error:
            return None
        return change, {name: b"".join(pieces) for name, pieces in found.items()}

    def forget_gone(self, before: datetime) -> int:
        """Forget of the articles that left before the index was saved that they did; how many.

        Only if it was saved before `before`: whoever runs has been told by then, and whoever starts
        begins with that index. Without one all are kept, and always what left last, since changes
        are counted on from there.
        """
        with self._database.writing() as connection:
            latest = _latest(connection)
            if latest is None or latest[0] >= _number(before):
                return 0
            return connection.execute(delete(gone).where(gone.c.change < latest[1])).rowcount

    def _tidy(self, now: datetime) -> None:
        """Delete what is complete but not the latest, and what somebody began and never ended."""
        table = index_part.c
        with self._database.writing() as connection:
            latest = _latest(connection)
            if latest is not None:
                ended = select(table.edition).where(table.name == _END)
                given_up = table.edition < _number(now - _GIVEN_UP)
                old = delete(index_part).where(
                    table.edition != latest[0], or_(given_up, table.edition.in_(ended))
                )
                connection.execute(old)

    def _write(self, edition: int, place: int, name: str, content: bytes) -> None:
        row = {"edition": edition, "place": place, "name": name, "content": content}
        with self._database.writing() as connection:
            connection.execute(insert(index_part), row)


def _latest(connection: Connection) -> tuple[int, int] | None:
    """The edition that goes furthest, and up to which change."""
    ends = select(index_part.c.edition, index_part.c.content).where(index_part.c.name == _END)
    found = [(int(row.content), row.edition) for row in connection.execute(ends)]
    return max(found)[::-1] if found else None


def _number(moment: datetime) -> int:
    return (moment - _EPOCH) // _MICROSECOND * _IN_A_MICROSECOND


def _pieces(parts: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    for name, content in parts.items():
        for start in range(0, len(content), _PIECE) or (0,):
            yield name, zlib.compress(content[start : start + _PIECE], _LEVEL)

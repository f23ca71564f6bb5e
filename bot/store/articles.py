"""Articles with what the reader found in them, and the search over their words."""

from __future__ import annotations

import zlib
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from sqlalchemy import delete, func, insert, select, text, update

from bot.store.analysis_codec import UnreadableAnalysis
from bot.store.article_rows import Entry, build_entry, reading_of
from bot.store.schema import article, body
from bot.store.words import drop_words, find_numbers, index_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date, datetime

    from sqlalchemy import Connection

    from bot.core.models import Reading
    from bot.store.database import Database

_T = TypeVar("_T")
# Databases take some ten thousand parameters in a statement; answers need not wait for more.
_BATCH = 500


@dataclass(frozen=True, slots=True)
class Stored:
    """One article as it is in the store, without its text.

    Another `fingerprint(article)` than `text_hash`, or another reader than `reader_version`,
    means that it must be read again.
    """

    id: str
    text_hash: str
    reader_version: str
    path: str
    published_on: date | None
    first_seen_at: datetime


@dataclass(frozen=True, slots=True)
class Shelved:
    """A reading to be stored, with the place that it came from.

    `extract` is what the caller wants to know of every article at the next start without
    loading it; the store only keeps it.
    """

    reading: Reading
    path: str = ""
    extract: bytes = b""


class Articles:
    """Every method is one transaction. Searches see what is committed."""

    def __init__(self, database: Database) -> None:
        """Keep them in `database`."""
        self._database = database

    def put(self, reading: Reading, *, now: datetime, path: str = "", extract: bytes = b"") -> None:
        """Store a reading, or replace the one with its id; first seen stays first seen."""
        self.put_all([Shelved(reading, path, extract)], now=now)

    def put_all(self, shelved: Iterable[Shelved], *, now: datetime) -> int:
        """Store many in one transaction, or none; how many. Of two with one id the last stays."""
        entries = {
            entry.id: entry
            for entry in (
                build_entry(one.reading, path=one.path, extract=one.extract) for one in shelved
            )
        }
        with self._writing() as connection:
            for part in _parts(tuple(entries.values()), _BATCH):
                _put(connection, part, now)
        return len(entries)

    def remove(self, article_ids: Iterable[str]) -> int:
        """Delete these; how many there were."""
        with self._writing() as connection:
            return sum(
                len(_forget(connection, part)) for part in _parts(tuple(article_ids), _BATCH)
            )

    def list_stored(self) -> tuple[Stored, ...]:
        """All articles, by id, without their texts."""
        table = article.c
        wanted = select(
            table.id,
            table.text_hash,
            table.reader_version,
            table.path,
            table.published_on,
            table.first_seen_at,
        )
        with self._database.reading() as connection:
            found = [Stored(*row) for row in connection.execute(wanted)]
        return tuple(sorted(found, key=lambda one: one.id))

    def list_extracts(self) -> Iterator[tuple[str, bytes]]:
        """Each article's id with its extract, newest first; the transaction ends with the last."""
        wanted = select(article.c.id, article.c.extract).order_by(article.c.number.desc())
        with self._database.reading() as connection:
            rows = connection.execution_options(yield_per=_BATCH).execute(wanted)
            yield from ((row.id, row.extract) for row in rows)

    def load(self, article_ids: Sequence[str]) -> tuple[Reading, ...]:
        """The readings with these ids, in this order; those that are not there are left out.

        One whose bytes cannot be read is left out too, and its reader version is emptied, so
        that the next comparison has it read again.
        """
        found: dict[str, Reading] = {}
        broken: list[str] = []
        with self._database.reading() as connection:
            for part in _parts(tuple(dict.fromkeys(article_ids)), _BATCH):
                _load(connection, part, found, broken)
        if broken:
            self._distrust(broken)
        return tuple(found[one] for one in article_ids if one in found)

    def load_all(self, *, batch: int = 200) -> Iterator[Reading]:
        """All readings, newest first, a batch at a time; each batch is a transaction."""
        newest = select(article.c.id).order_by(article.c.number.desc())
        with self._database.reading() as connection:
            article_ids = tuple(connection.execute(newest).scalars())
        for part in _parts(article_ids, batch):
            yield from self.load(part)

    def search(self, wanted: Sequence[Iterable[str]], *, limit: int) -> tuple[str, ...]:
        """Ids of articles that hold at least one form of every wanted word, newest first.

        Words are base forms, folded as in `Sentence.lemmas`. Those of one day are in the order
        of their ids; which of them are within `limit` is the same in every store.
        """
        table = article.c
        with self._database.reading() as connection:
            numbers = find_numbers(connection, wanted, limit=limit)
            rows = [
                tuple(row)
                for part in _parts(numbers, _BATCH)
                for row in connection.execute(
                    select(table.published_on, table.id).where(table.number.in_(part))
                )
            ]
        rows.sort(key=lambda row: (-row[0].toordinal() if row[0] else 0, row[1]))
        return tuple(row[1] for row in rows)

    def count(self) -> int:
        """How many articles there are."""
        with self._database.reading() as connection:
            return connection.execute(select(func.count()).select_from(article)).scalar_one()

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with self._database.writing() as connection:
            if self._database.kind == "postgresql":
                # One at a time, so that two processes that read the same folder do not both
                # enter an article. Who only reads does not wait.
                connection.execute(text("LOCK TABLE article IN SHARE ROW EXCLUSIVE MODE"))
            yield connection

    def _distrust(self, article_ids: Sequence[str]) -> None:
        emptied = update(article).where(article.c.id.in_(article_ids)).values(reader_version="")
        with self._database.writing() as connection:
            connection.execute(emptied)


def _put(connection: Connection, entries: Sequence[Entry], now: datetime) -> None:
    first_seen = _forget(connection, [one.id for one in entries])
    numbers = _free_numbers(connection, entries)
    rows = [(numbers[one.id], one) for one in entries]
    connection.execute(
        insert(article),
        [
            {**one.article, "number": number, "first_seen_at": first_seen.get(one.id, now)}
            for number, one in rows
        ],
    )
    connection.execute(insert(body), [{**one.body, "number": number} for number, one in rows])
    index_words(connection, [{"number": number, "words": one.words} for number, one in rows])


def _forget(connection: Connection, article_ids: Sequence[str]) -> Mapping[str, datetime]:
    """Delete these; when each of those that were there was first seen."""
    table = article.c
    known = connection.execute(
        select(table.number, table.id, table.first_seen_at).where(table.id.in_(article_ids))
    ).all()
    numbers = [row.number for row in known]
    if numbers:
        drop_words(connection, numbers)
        connection.execute(delete(body).where(body.c.number.in_(numbers)))
        connection.execute(delete(article).where(table.number.in_(numbers)))
    return {row.id: row.first_seen_at for row in known}


def _free_numbers(connection: Connection, entries: Sequence[Entry]) -> Mapping[str, int]:
    """A number for each: its own, or the next one that is free."""
    table = article.c
    own = [one.number for one in entries]
    taken = set(connection.execute(select(table.number).where(table.number.in_(own))).scalars())
    numbers: dict[str, int] = {}
    for one in entries:
        number = one.number
        while number in taken:
            number += 1
            if connection.execute(select(table.number).where(table.number == number)).first():
                taken.add(number)
        taken.add(number)
        numbers[one.id] = number
    return numbers


def _load(
    connection: Connection,
    article_ids: Sequence[str],
    found: dict[str, Reading],
    broken: list[str],
) -> None:
    wanted = (
        select(article, body.c.text, body.c.analysis)
        .join(body, body.c.number == article.c.number)
        .where(article.c.id.in_(article_ids))
    )
    for row in connection.execute(wanted).mappings():
        try:
            found[row["id"]] = reading_of(row)
        except (UnreadableAnalysis, UnicodeError, zlib.error):
            broken.append(row["id"])


def _parts(items: Sequence[_T], size: int) -> Iterator[Sequence[_T]]:
    return (items[start : start + size] for start in range(0, len(items), size))

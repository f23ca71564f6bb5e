"""Articles with what the reader found in them, and the search over their words."""

from __future__ import annotations

import zlib
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from sqlalchemy import bindparam, delete, func, insert, or_, select, text, update

from bot.core.analysis_codec import UnreadableAnalysis
from bot.store.article_rows import Entry, Filed, article_of, build_entry, reading_of
from bot.store.schema import article, body, gone
from bot.store.words import drop_words, find_numbers, index_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date, datetime

    from sqlalchemy import Connection

    from bot.core.models import Article, Reading
    from bot.store.database import Database

_T = TypeVar("_T")
# Databases take some ten thousand parameters in a statement; answers need not wait for more.
_BATCH = 500

_FILED = select(article.c.id, article.c.extract, article.c.first_seen_at)
_STORED = select(
    article.c.id,
    article.c.text_hash,
    article.c.reader_version,
    article.c.path,
    article.c.published_on,
    article.c.first_seen_at,
)


@dataclass(frozen=True, slots=True)
class Stored:
    """One article as it is in the store, without its text.

    Another fingerprint (`bot.core.fingerprints`) than `text_hash`, or another reader than
    `reader_version`, means that it must be read again.
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


@dataclass(frozen=True, slots=True)
class Changes:
    """What changed after some change: ids that came or changed, and ids that left.

    `latest` is the change up to which this is complete.
    """

    latest: int
    entered: tuple[str, ...]
    left: tuple[str, ...]


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
        return self.enter(
            (build_entry(one.reading, path=one.path, extract=one.extract) for one in shelved),
            now=now,
        )

    def enter(self, entries: Iterable[Entry], *, now: datetime) -> int:
        """The same for entries that were built elsewhere, as in another process."""
        unique = {entry.id: entry for entry in entries}
        if not unique:
            return 0
        with self._writing() as connection:
            change = _latest(connection) + 1
            for part in _parts(tuple(unique.values()), _BATCH):
                _put(connection, part, now, change)
        return len(unique)

    def renew(self, entries: Iterable[Entry], *, now: datetime) -> int:
        """Replace the analyses of articles that are still the ones that were read; how many."""
        built = tuple(entries)
        if not built:
            return 0
        with self._writing() as connection:
            change = _latest(connection) + 1
            same = [one for part in _parts(built, _BATCH) for one in _same(connection, part)]
            for part in _parts(same, _BATCH):
                _put(connection, part, now, change)
        return len(same)

    def remove(self, article_ids: Iterable[str]) -> int:
        """Delete these; how many there were."""
        leaving = tuple(article_ids)
        if not leaving:
            return 0
        with self._writing() as connection:
            change = _latest(connection) + 1
            return sum(_let_go(connection, part, change) for part in _parts(leaving, _BATCH))

    def list_stored(self) -> tuple[Stored, ...]:
        """All articles, by id, without their texts."""
        with self._database.reading() as connection:
            found = [Stored(*row) for row in connection.execute(_STORED)]
        return tuple(sorted(found, key=lambda one: one.id))

    def list_places(self, article_ids: Sequence[str]) -> tuple[Stored, ...]:
        """The same for these alone, as far as they are there."""
        found: list[Stored] = []
        with self._database.reading() as connection:
            for part in _parts(tuple(dict.fromkeys(article_ids)), _BATCH):
                rows = connection.execute(_STORED.where(article.c.id.in_(part)))
                found += [Stored(*row) for row in rows]
        return tuple(sorted(found, key=lambda one: one.id))

    def list_read_otherwise(self, reader_version: str) -> tuple[str, ...]:
        """Ids of the articles that another version of the reader read, or whose bytes are bad."""
        table = article.c
        wanted = select(table.id).where(
            or_(table.reader_version < reader_version, table.reader_version > reader_version)
        )
        with self._database.reading() as connection:
            return tuple(sorted(connection.execute(wanted).scalars()))

    def relocate(self, paths: Mapping[str, str]) -> None:
        """Keep other places of articles that stay as they are."""
        moved = update(article).where(article.c.id == bindparam("known"))
        if paths:
            with self._writing() as connection:
                connection.execute(
                    moved.values(path=bindparam("other")),
                    [{"known": one, "other": path} for one, path in paths.items()],
                )

    def list_extracts(self) -> Iterator[tuple[str, Filed]]:
        """Each article's id with its extract, newest first; the transaction ends with the last."""
        wanted = _FILED.order_by(article.c.number.desc())
        with self._database.reading() as connection:
            rows = connection.execution_options(yield_per=_BATCH).execute(wanted)
            yield from ((row.id, Filed(row.extract, row.first_seen_at)) for row in rows)

    def latest_change(self) -> int:
        """The number of the last change; 0 if there never was one."""
        with self._database.snapshot() as connection:
            return _latest(connection)

    def changes_since(self, change: int) -> Changes:
        """What came, changed or left after `change`, and the latest change there is."""
        newer = select(article.c.id).where(article.c.change > change)
        older = select(gone.c.article_id).where(gone.c.change > change)
        with self._database.snapshot() as connection:
            return Changes(
                _latest(connection),
                tuple(sorted(connection.execute(newer).scalars())),
                tuple(sorted(connection.execute(older).scalars())),
            )

    def load_extracts(self, article_ids: Sequence[str]) -> Mapping[str, Filed]:
        """The extracts of these; those that are not there are left out."""
        found: dict[str, Filed] = {}
        with self._database.reading() as connection:
            for part in _parts(tuple(dict.fromkeys(article_ids)), _BATCH):
                rows = connection.execute(_FILED.where(article.c.id.in_(part)))
                found |= {row.id: Filed(row.extract, row.first_seen_at) for row in rows}
        return found

    def replace_extracts(self, extracts: Mapping[str, tuple[bytes, bytes]]) -> None:
        """Keep other extracts of articles that stay as they are: by id the old and the new one.

        An article that has another than the old one, or is not there, is passed over.
        """
        if not extracts:
            return
        table = article.c
        replaced = (
            update(article)
            .where(table.id == bindparam("known"), table.extract == bindparam("old"))
            .values(extract=bindparam("new"), change=bindparam("at"))
        )
        with self._writing() as connection:
            change = _latest(connection) + 1
            rows = [
                {"known": one, "old": old, "new": new, "at": change}
                for one, (old, new) in extracts.items()
            ]
            connection.execute(replaced, rows)

    def load_shelved(self, article_ids: Sequence[str]) -> tuple[Shelved, ...]:
        """Like `load`, each with its place and its extract."""
        found: dict[str, Shelved] = {}
        self._load_into(found, tuple(dict.fromkeys(article_ids)))
        return tuple(found[one] for one in article_ids if one in found)

    def load(self, article_ids: Sequence[str]) -> tuple[Reading, ...]:
        """The readings with these ids, in this order; those that are not there are left out.

        One whose bytes cannot be read is left out too, and its reader version is emptied, so
        that the next comparison has it read again.
        """
        return tuple(one.reading for one in self.load_shelved(article_ids))

    def load_articles(self, article_ids: Sequence[str]) -> tuple[tuple[Article, str], ...]:
        """The articles as they were read, each with its place, whatever reader read them.

        One whose text cannot be read is left out.
        """
        columns = [one for one in article.c if one.name != "extract"]
        wanted = select(*columns, body.c.text).join(body, body.c.number == article.c.number)
        found: list[tuple[Article, str]] = []
        with self._database.reading() as connection:
            for part in _parts(tuple(dict.fromkeys(article_ids)), _BATCH):
                for row in connection.execute(wanted.where(article.c.id.in_(part))).mappings():
                    with suppress(UnicodeError, zlib.error):
                        found.append((article_of(row), row["path"]))
        return tuple(sorted(found, key=lambda pair: pair[0].id))

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

    def _load_into(self, found: dict[str, Shelved], article_ids: Sequence[str]) -> None:
        broken: list[str] = []
        with self._database.reading() as connection:
            for part in _parts(article_ids, _BATCH):
                _load(connection, part, found, broken)
        if broken:
            self._distrust(broken)

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


def _latest(connection: Connection) -> int:
    """The number of the last change; those who write ask one after the other."""
    highest = (func.max(article.c.change), func.max(gone.c.change))
    return max(connection.execute(select(one)).scalar() or 0 for one in highest)


def _let_go(connection: Connection, article_ids: Sequence[str], change: int) -> int:
    """Delete these and note that they left; how many there were."""
    known = _forget(connection, article_ids)
    rows = [{"article_id": one, "change": change} for one in known]
    if rows:
        connection.execute(insert(gone), rows)
    return len(rows)


def _same(connection: Connection, entries: Sequence[Entry]) -> Iterator[Entry]:
    """The entries of articles that are stored with the same text."""
    table = article.c
    wanted = select(table.id, table.text_hash).where(table.id.in_([one.id for one in entries]))
    known = {row.id: row.text_hash for row in connection.execute(wanted)}
    return (one for one in entries if known.get(one.id) == one.article["text_hash"])


def _put(connection: Connection, entries: Sequence[Entry], now: datetime, change: int) -> None:
    article_ids = [one.id for one in entries]
    first_seen = _forget(connection, article_ids)
    connection.execute(delete(gone).where(gone.c.article_id.in_(article_ids)))
    numbers = _free_numbers(connection, entries)
    rows = [(numbers[one.id], one) for one in entries]
    connection.execute(
        insert(article),
        [
            {
                **one.article,
                "number": number,
                "first_seen_at": first_seen.get(one.id, now),
                "change": change,
            }
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
    found: dict[str, Shelved],
    broken: list[str],
) -> None:
    wanted = (
        select(article, body.c.text, body.c.analysis)
        .join(body, body.c.number == article.c.number)
        .where(article.c.id.in_(article_ids))
    )
    for row in connection.execute(wanted).mappings():
        try:
            found[row["id"]] = Shelved(reading_of(row), row["path"], row["extract"])
        except (UnreadableAnalysis, UnicodeError, zlib.error):
            broken.append(row["id"])


def _parts(items: Sequence[_T], size: int) -> Iterator[Sequence[_T]]:
    return (items[start : start + size] for start in range(0, len(items), size))

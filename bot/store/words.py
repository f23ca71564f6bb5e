"""The full-text index: FTS5 in SQLite, a GIN index in PostgreSQL, over the same tokens of ours.

Neither database cuts, folds or stems anything, so that both find the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import text

from bot.core.tokens import token_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sqlalchemy import Connection

_INSERT = {
    "sqlite": "INSERT INTO article_words (rowid, words) VALUES (:number, :words)",
    "postgresql": (
        "INSERT INTO article_words (number, words)"
        " VALUES (:number, array_to_tsvector(string_to_array(:words, ' ')))"
    ),
}
_DELETE = {
    "sqlite": "DELETE FROM article_words WHERE rowid = :number",
    "postgresql": "DELETE FROM article_words WHERE number = :number",
}
_FIND = {
    "sqlite": (
        "SELECT rowid FROM article_words WHERE article_words MATCH :wanted"
        " ORDER BY rowid DESC LIMIT :limit"
    ),
    # Worked out before it is sorted: PostgreSQL takes words that it does not know for frequent
    # ones, and would rather go through all articles from the newest on than through the index.
    "postgresql": (
        "WITH held AS MATERIALIZED"
        " (SELECT number FROM article_words WHERE words @@ CAST(:wanted AS tsquery))"
        " SELECT number FROM held ORDER BY number DESC LIMIT :limit"
    ),
}
# What is frequent is found among the newest: its whole list takes longer than a look at these.
_NEWEST = 2_000
_FIND_NEWEST = (
    "SELECT number FROM"
    " (SELECT number, words FROM article_words ORDER BY number DESC LIMIT :newest) AS newest"
    " WHERE words @@ CAST(:wanted AS tsquery) ORDER BY number DESC LIMIT :limit"
)
_LIST = {
    "sqlite": "SELECT rowid AS number, words FROM article_words ORDER BY rowid",
    "postgresql": (
        "SELECT number, array_to_string(tsvector_to_array(words), ' ') AS words"
        " FROM article_words ORDER BY number"
    ),
}


def index_words(connection: Connection, rows: Sequence[Mapping[str, object]]) -> None:
    """Enter rows of `number` and `words`."""
    if rows:
        connection.execute(text(_INSERT[connection.dialect.name]), rows)


def drop_words(connection: Connection, numbers: Sequence[int]) -> None:
    """Forget the words of these articles."""
    if numbers:
        statement = text(_DELETE[connection.dialect.name])
        connection.execute(statement, [{"number": number} for number in numbers])


def find_numbers(
    connection: Connection, wanted: Sequence[Iterable[str]], *, limit: int
) -> tuple[int, ...]:
    """Numbers of articles that hold at least one form of every wanted word, highest first."""
    terms = [sorted({token_of(form) for form in forms} - {""}) for forms in wanted]
    if not terms or not all(terms):
        return ()
    dialect = connection.dialect.name
    bound = {"wanted": _fts5(terms) if dialect == "sqlite" else _tsquery(terms), "limit": limit}
    if dialect == "postgresql":
        newest = connection.execute(text(_FIND_NEWEST), bound | {"newest": _NEWEST})
        found = tuple(newest.scalars())
        if len(found) == limit:
            return found
    return tuple(connection.execute(text(_FIND[dialect]), bound).scalars())


def copy_words(reader: Connection, writer: Connection, *, batch: int) -> None:
    """Copy the index from one store into another."""
    listed = reader.execution_options(yield_per=batch).execute(text(_LIST[reader.dialect.name]))
    for part in listed.mappings().partitions(batch):
        index_words(writer, [dict(row) for row in part])


def count_words(connection: Connection) -> int:
    """How many articles are in the index."""
    return int(connection.execute(text("SELECT count(*) FROM article_words")).scalar_one())


def _fts5(terms: Sequence[Sequence[str]]) -> str:
    return " AND ".join("(" + " OR ".join(f'"{one}"' for one in forms) + ")" for forms in terms)


def _tsquery(terms: Sequence[Sequence[str]]) -> str:
    return " & ".join("(" + " | ".join(f"'{one}'" for one in forms) + ")" for forms in terms)

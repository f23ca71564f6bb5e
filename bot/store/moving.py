"""Copies all rows of one store into another, counts compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, insert, select, text

from bot.store.errors import MoveFailed
from bot.store.schema import metadata
from bot.store.words import copy_words, count_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Connection, Table

    from bot.store.database import Database

_BATCH = 500
# Tables that number their rows themselves.
_NUMBERED = (
    "subscription",
    "delivery",
    "slack_bots",
    "slack_installations",
    "slack_oauth_states",
)


def move_rows(source: Database, target: Database) -> Mapping[str, int]:
    """Copy every row, in one transaction of the target; the rows of each table.

    Raises:
        MoveFailed: the target is not empty, or the counts differ.
    """
    with source.snapshot() as reader, target.writing() as writer:
        before = count_rows(reader)
        if any(count_rows(writer).values()):
            reason = f"{target.where} is not empty"
            raise MoveFailed(reason)
        for table in metadata.sorted_tables:
            _copy(reader, writer, table)
        copy_words(reader, writer, batch=_BATCH)
        _go_on_counting(writer)
        after = count_rows(writer)
        if after != before:
            reason = f"{before} rows were there, {after} arrived"
            raise MoveFailed(reason)
    return after


def count_rows(connection: Connection) -> dict[str, int]:
    """Rows of each table, by name."""
    counts = {
        table.name: connection.execute(select(func.count()).select_from(table)).scalar_one()
        for table in metadata.sorted_tables
    }
    return counts | {"article_words": count_words(connection)}


def _copy(reader: Connection, writer: Connection, table: Table) -> None:
    rows = reader.execution_options(yield_per=_BATCH).execute(select(table)).mappings()
    for part in rows.partitions(_BATCH):
        writer.execute(insert(table), [dict(row) for row in part])


def _go_on_counting(writer: Connection) -> None:
    """PostgreSQL does not notice numbers that it did not give itself."""
    if writer.dialect.name != "postgresql":
        return
    for table in _NUMBERED:
        highest = f"(SELECT max(id) FROM {table})"  # noqa: S608 - our own names
        writer.execute(text(f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), {highest})"))

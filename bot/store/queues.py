"""Queues are read from their front: a few rows in the order of an index, however many wait."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import text

if TYPE_CHECKING:
    from sqlalchemy import Connection

_NO_SORTING = text(
    "SELECT set_config('enable_sort', 'off', true),"
    " set_config('enable_incremental_sort', 'off', true)"
)


def in_order_of_index(connection: Connection) -> None:
    """Have PostgreSQL read in the order of an index, until the end of the transaction.

    It plans by what it counted some time ago, when nothing or next to nothing waited, and would
    rather collect and sort all that waits now, each time that a few are taken.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(_NO_SORTING)

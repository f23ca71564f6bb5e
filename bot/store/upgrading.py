"""Brings the tables of a store up to date with Alembic, all revisions or none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import text

from bot.store.errors import StoreTooNew

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from bot.store.database import Database

# Oldest first. A test holds them against the scripts.
REVISIONS = ("0001", "0002", "0003", "0004", "0005", "0006", "0007", "0008", "0009", "0010", "0011")
# Any number of our own: those who start at the same moment wait for the first.
_LOCK = 7_204_411


def upgrade(database: Database, *, to: str = REVISIONS[-1]) -> bool:
    """Run the revisions that are missing up to `to`; whether there were any.

    Several processes may do so at once: one migrates, the others find it done.

    Raises:
        StoreTooNew: the store has a revision that this program does not know.
        StoreUnavailable: it cannot be read or written.
    """
    with database.reading() as connection:
        if _is_done(connection, database.where, to):
            return False
    with database.writing() as connection:
        if database.kind == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
        if _is_done(connection, database.where, to):
            return False
        _run(connection, to)
    return True


def revision_of(connection: Connection) -> str | None:
    """The revision of the tables; None if there are none of ours."""
    if not connection.dialect.has_table(connection, "alembic_version"):
        return None
    found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return None if found is None else str(found)


def _is_done(connection: Connection, where: str, to: str) -> bool:
    current = revision_of(connection)
    if current is not None and current not in REVISIONS:
        raise StoreTooNew(where, current)
    return current is not None and current >= to


def _run(connection: Connection, to: str) -> None:
    # Loaded only when there is something to do: it takes as long as all the rest of a start.
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", "bot.store:migrations")
    command.upgrade(config, to)

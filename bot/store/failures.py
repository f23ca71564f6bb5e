"""What a database complains about, as a reason that a person understands."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlalchemy.exc import DatabaseError, DataError, IntegrityError, InterfaceError
from sqlalchemy.exc import ProgrammingError as BrokenStatement
from sqlalchemy.exc import TimeoutError as NoConnectionFree

from bot.store.errors import (
    NO_ANSWER,
    NO_CONNECTION,
    NOT_REACHED,
    STARTING,
    STOPPING,
    WENT_AWAY,
    StoreUnavailable,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

# Words in the message of SQLite or PostgreSQL, and what they mean.
_REASONS = (
    ("readonly", "it is read-only"),
    ("read-only", "it is read-only"),
    ("is full", "the disk is full"),
    ("no space left", "the disk is full"),
    ("could not extend file", "the disk is full"),
    ("unable to open", "the file cannot be opened or made"),
    ("is locked", "another process has held it for too long"),
    ("malformed", "the file is damaged"),
    ("not a database", "the file is no SQLite database"),
    ("disk i/o error", "the disk cannot be read or written"),
    ("password authentication failed", "user or password are wrong"),
    ("does not exist", "there is no such database or user"),
    ("too many clients", NO_CONNECTION),
    ("too many connections", NO_CONNECTION),
    ("starting up", STARTING),
    ("shutting down", STOPPING),
    ("timeout expired", NO_ANSWER),
    ("connection refused", NOT_REACHED),
    ("could not translate host", "there is no such server"),
    ("resolve host", "there is no such server"),
    ("server closed the connection", WENT_AWAY),
    ("terminating connection", WENT_AWAY),
    ("connection is lost", WENT_AWAY),
)
_LONGEST = 200


@contextmanager
def explained(where: str) -> Iterator[None]:
    """Turn what the database cannot do right now into StoreUnavailable.

    Mistakes of ours (a wrong statement, a violated constraint) pass through.
    """
    try:
        yield
    except (IntegrityError, DataError, BrokenStatement):
        raise
    except (DatabaseError, InterfaceError) as error:
        raise StoreUnavailable(where, reason_of(str(error.orig))) from error
    except NoConnectionFree as error:
        raise StoreUnavailable(where, "all its connections are in use") from error


def reason_of(message: str) -> str:
    """The reason in plain words, or the first line of the message."""
    lowered = message.lower()
    found = (reason for words, reason in _REASONS if words in lowered)
    lines = message.strip().splitlines() or ["no reason was given"]
    return next(found, lines[0][:_LONGEST])

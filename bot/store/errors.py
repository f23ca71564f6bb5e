"""What can be wrong with a store, as one clear line each."""

from __future__ import annotations

from bot.errors import BriefingError

NO_CONNECTION = "the server has no connection left"
STARTING = "the server is starting"
STOPPING = "the server is shutting down"
NO_ANSWER = "the server does not answer"
NOT_REACHED = "the server cannot be reached"
WENT_AWAY = "the server went away"
PASSING = frozenset({NO_CONNECTION, STARTING, STOPPING, NO_ANSWER, NOT_REACHED, WENT_AWAY})


class StoreUnavailable(BriefingError):
    """The store cannot be used right now; nothing of the transaction was kept, or it is unknown.

    Trying again later is right.
    """

    def __init__(self, where: str, reason: str) -> None:
        """Name the store (without its password) and say what is wrong with it."""
        super().__init__(f"the store {where} cannot be used: {reason}")
        self.where = where
        self.reason = reason

    @property
    def passes(self) -> bool:
        """Whether a server is away or busy, which ends without anybody doing anything here."""
        return self.reason in PASSING


class AnotherWrites(StoreUnavailable):
    """Another process writes to the file, and this SQLite is too old for two; it may be read."""

    def __init__(self, where: str, version: tuple[int, ...]) -> None:
        """Name the store and the version of SQLite."""
        number = ".".join(str(part) for part in version)
        super().__init__(
            where,
            f"another process writes to it, and SQLite {number} can damage a file that two "
            "write to; stop the bot, install pysqlite3 or use PostgreSQL",
        )


class StoreTooNew(BriefingError):
    """The store was written by a newer version of the program."""

    def __init__(self, where: str, revision: str) -> None:
        """Name the store and its revision, which this program does not know."""
        super().__init__(
            f"the store {where} was written by a newer version (revision {revision}); "
            "update the program or use another store"
        )
        self.where = where
        self.revision = revision


class UnusableWish(BriefingError):
    """A standing order that can never be carried out."""

    def __init__(self, reason: str) -> None:
        """Say what is wrong with it."""
        super().__init__(reason)
        self.reason = reason


class BackupFailed(BriefingError):
    """A store could not be copied."""

    def __init__(self, reason: str) -> None:
        """Say why."""
        super().__init__(f"no backup was made: {reason}")
        self.reason = reason


class MoveFailed(BriefingError):
    """A store could not be moved; the target was left as it was."""

    def __init__(self, reason: str) -> None:
        """Say why."""
        super().__init__(f"the store was not moved: {reason}")
        self.reason = reason

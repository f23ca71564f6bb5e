"""Keeps a second process from writing where SQLite is too old for two."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from bot.store.errors import AnotherWrites, StoreUnavailable

if TYPE_CHECKING:
    from typing import IO


class SingleWriter:
    """A lock on a file beside the store; the system frees it when the process ends."""

    def __init__(self, database: str, where: str, version: tuple[int, ...]) -> None:
        """Take the lock.

        Raises:
            AnotherWrites: another process has it.
            StoreUnavailable: there is no place for it.
        """
        try:
            self._file = Path(f"{database}.writer").open("ab")  # noqa: SIM115 - held open
        except OSError as error:
            raise StoreUnavailable(where, str(error.strerror).lower()) from error
        if not _lock(self._file):
            self._file.close()
            raise AnotherWrites(where, version)

    def release(self) -> None:
        """Let another process write."""
        self._file.close()


def _lock(file: IO[bytes]) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415 - there on Windows alone

            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl  # noqa: PLC0415 - there on Unix alone

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True

"""Commits the small changes of several threads together: the disk is waited for once."""

from __future__ import annotations

from concurrent.futures import Future
from threading import Condition
from typing import TYPE_CHECKING, Generic, TypeVar

from bot.store.errors import StoreUnavailable

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sqlalchemy import Connection

    from bot.store.database import Database

T = TypeVar("T")


class GroupCommit(Generic[T]):
    """Whoever comes first while the store is busy commits for all who wait.

    A commit takes milliseconds on most disks, and SQLite takes one after the other: alone,
    eight senders are no faster than one.
    """

    def __init__(self, database: Database) -> None:
        """Write to `database`."""
        self._database = database
        self._turn = Condition()
        self._busy = False
        self._waiting: list[_Change[T]] = []

    def run(self, act: Callable[[Connection], T]) -> T:
        """Run `act` in a transaction, and return what it returns once that is committed.

        Raises:
            StoreUnavailable: it was not committed, or nobody knows.
        """
        mine = _Change(act)
        with self._turn:
            self._waiting.append(mine)
            self._turn.wait_for(lambda: mine.outcome.done() or not self._busy)
            if mine.outcome.done():
                return mine.outcome.result()
            self._busy = True
            changes, self._waiting = self._waiting, []
        try:
            self._commit(changes)
        finally:
            with self._turn:
                self._busy = False
                self._turn.notify_all()
        return mine.outcome.result()

    def _commit(self, changes: Sequence[_Change[T]]) -> None:
        try:
            results = self._results(changes)
        except StoreUnavailable as error:
            for change in changes:
                change.outcome.set_exception(error)
        except Exception as error:  # noqa: BLE001 - handed to whom it belongs to
            if len(changes) == 1:
                changes[0].outcome.set_exception(error)
                return
            # One of them is wrong; the others shall not pay for it.
            for change in changes:
                self._commit([change])
        else:
            for change, result in zip(changes, results, strict=True):
                change.outcome.set_result(result)
        finally:
            for change in changes:
                # A process that is being ended leaves nobody waiting.
                if not change.outcome.done():
                    ended = StoreUnavailable(self._database.where, "the program is ending")
                    change.outcome.set_exception(ended)

    def _results(self, changes: Sequence[_Change[T]]) -> list[T]:
        with self._database.writing() as connection:
            return [change.act(connection) for change in changes]


class _Change(Generic[T]):
    def __init__(self, act: Callable[[Connection], T]) -> None:
        self.act = act
        self.outcome: Future[T] = Future()

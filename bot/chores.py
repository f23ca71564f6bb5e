"""The jobs of a running bot: restock, follow, deliver, forget, and a sign of life.

Each is one function without arguments for the ticker. What goes wrong is the ticker's to log.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from datetime import timedelta
from threading import Event, Lock
from typing import TYPE_CHECKING

from bot.delivery.upkeep import describe_counts, forget_old
from bot.errors import BriefingError
from bot.life import write_life
from bot.schedule.tick import TICK, Job
from bot.sources.watching import REST

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import datetime
    from pathlib import Path

    from bot.delivery.loop import Loop
    from bot.stocking.stock import Stock
    from bot.store import Store

_logger = logging.getLogger(__name__)
_RESTOCK = timedelta(seconds=60)
_FOLLOW = timedelta(seconds=2)
_FORGET = timedelta(hours=6)
_LIFE = timedelta(seconds=30)
# So long do digests that are due wait at the start for articles that came in the meantime.
_STOCK_FIRST = 20.0


class Interrupted(BriefingError):
    """The bot is stopping, and what was under way is taken up at the next start."""

    def __init__(self) -> None:
        """Say so."""
        super().__init__("broken off, since the bot is stopping")


@dataclass(frozen=True, slots=True)
class Chores:
    """What the jobs work with.

    `folders` hold the articles; `alive` is the file of `tell_life`, `trouble` what each service
    that is not well says about it, by its name. `ready` says where to ask, once all is read;
    "" where there is no such place.
    """

    store: Store
    stock: Stock
    loop: Loop
    clock: Callable[[], datetime]
    folders: Sequence[Path]
    keep: timedelta
    alive: Path
    describe_next: Callable[[datetime | None], str]
    trouble: Callable[[], Mapping[str, str]]
    ready: Callable[[], str] = str
    stopping: Event = field(default_factory=Event)
    stocked: Event = field(default_factory=Event)
    restocking: Lock = field(default_factory=Lock)

    def jobs(self) -> tuple[Job, ...]:
        """All of them."""
        return (
            Job("restock", _RESTOCK, self.restock),
            Job("follow", _FOLLOW, self.stock.follow),
            Job("deliver", TICK, self.deliver),
            Job("forget", _FORGET, self.forget),
            Job("life", _LIFE, self.tell_life),
        )

    def stop(self) -> None:
        """Have everything end soon that is under way; any thread may call this."""
        self.stopping.set()
        self.stocked.set()
        self.loop.stop()

    def restock(self) -> None:
        """Read what is new or changed in the folders; after the first time, say so.

        Files that are still being written are looked at once more, so that one that was written
        just before need not wait for the next time.
        """
        is_first = not self.stocked.is_set()
        try:
            is_waiting = self._pass()
            if is_waiting and not self.stopping.wait(REST):
                self._pass()
        except Interrupted:
            return
        finally:
            self.stocked.set()
        if is_first and (sentence := self.ready()):
            _logger.info("%s", sentence)

    def _pass(self) -> bool:
        """One pass over the folders; whether files are still being written."""
        # One after the other, so that each begins with the time of day as it is then.
        with self.restocking:
            done = self.stock.restock(
                self.folders, now=self.clock(), rest=REST, on_progress=self._go_on
            )
        if done.read or done.removed or done.renewed or done.unread:
            _logger.info(
                "articles: %d read, %d removed, %d read again, %d failed; %d in all",
                done.read,
                done.removed,
                done.renewed,
                done.unread,
                self.stock.library.article_count,
            )
        return bool(done.waiting)

    def deliver(self) -> None:
        """Deliver what is due, once the first pass over the folders is done or takes long."""
        self.stocked.wait(_STOCK_FIRST)
        if told := describe_counts(self.loop.deliver_once()):
            _logger.info("digests: %s; %s", told, self.tell_next())

    def forget(self) -> None:
        """Forget what is older than it is kept."""
        if forgotten := forget_old(self.store, self.clock(), self.keep):
            _logger.info(
                "rows older than %d days that were forgotten: %d", self.keep.days, forgotten
            )

    def tell_life(self) -> None:
        """Write into a file when this was and what is not well, for whoever watches over it."""
        write_life(self.alive, self.clock(), self.trouble())

    def finish(self) -> None:
        """At an orderly end: keep the library's index, and say that the bot lives no more."""
        for step in (self._end_life, self._save_index):
            try:
                step()
            except BriefingError as error:
                _logger.warning("%s", error)

    def _end_life(self) -> None:
        write_life(self.alive, self.clock(), {}, has_ended=True)

    def _save_index(self) -> None:
        self.stock.save(now=self.clock())

    def tell_next(self) -> str:
        """When the next digest of all is due."""
        return self.describe_next(self.store.subscriptions.next_due())

    def _go_on(self, _step: str, _done: int, _total: int) -> None:
        if self.stopping.is_set():
            raise Interrupted

"""How the running bot stands: its services, its store, its schedule, its sources.

Fulfils what the web page asks for; the page itself knows none of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from bot.adapters.web.ports import Condition, SourceState, Surroundings
from bot.adapters.web.service import WebService
from bot.errors import BriefingError
from bot.feeding import failing_feeds
from bot.life import read_life
from bot.previews import preview_part

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from bot.adapters.web.config import WebConfig
    from bot.core.collection import Skipped
    from bot.core.feeds import FeedsReport
    from bot.desk.desk import Desk
    from bot.metrics import Metrics
    from bot.running import Service
    from bot.stocking.stock import Stock
    from bot.store import Store

# The sign of life is given every thirty seconds.
_LIFELESS = timedelta(seconds=100)

_SHOWN_DELIVERIES = 50


def open_page(config: WebConfig, desk: Desk, watch: Watch) -> WebService:
    """The web page with all that it shows and tells beside the answers.

    Raises:
        SettingsError: served like that, the page would be open to others.
    """
    around = Surroundings(
        watch.clock,
        previews=preview_part,
        sources=watch.sources,
        feeds=watch.feeds,
        skipped=watch.skipped,
        subscriptions=watch.store.subscriptions.list_all,
        deliveries=partial(watch.store.ledger.recent, _SHOWN_DELIVERIES),
        conditions=watch.conditions,
        measures=watch.measures,
        beside=watch.metrics.watch_loop,
    )
    return WebService(config, desk, watch.stock.library, around)


@dataclass(frozen=True, slots=True)
class Watch:
    """`alive` is the file in which the schedule says that it ticks.

    `feeds` says how the feeds are doing, and what is wrong in their file.
    """

    store: Store
    stock: Stock
    services: Sequence[Service]
    folders: Sequence[Path]
    alive: Path
    feeds: Callable[[], FeedsReport]
    clock: Callable[[], datetime]
    metrics: Metrics

    def conditions(self) -> tuple[Condition, ...]:
        """Each part with what is wrong with it."""
        return (
            Condition("store", self._store_trouble()),
            Condition("schedule", schedule_trouble(self.alive, self.clock())),
            Condition("articles", "" if self.stock.has_passed else "the folders are being read"),
            *(Condition(one.name, one.health() or "") for one in self.services),
        )

    def sources(self) -> tuple[SourceState, ...]:
        """The folders with articles."""
        return tuple(
            SourceState(str(folder), "" if folder.exists() else "there is no such folder")
            for folder in self.folders
        )

    def skipped(self) -> tuple[Skipped, ...]:
        """What the last pass over the folders left out."""
        return self.stock.skipped

    def measures(self) -> bytes:
        """What was counted, with the state of this moment."""
        self.metrics.show_parts({one.name: not one.trouble for one in self.conditions()})
        report = self.feeds()
        failing = failing_feeds(report, now=self.clock())
        self.metrics.show_sources(failing=len(failing), wrong=len(report.problems))
        self.metrics.show_articles(self.stock.library.article_count)
        return self.metrics.read()

    def _store_trouble(self) -> str:
        try:
            self.store.subscriptions.next_due()
        except BriefingError as error:
            return str(error)
        return ""


def schedule_trouble(alive: Path, now: datetime) -> str:
    """What is wrong with the schedule; it lives in the same process, but on threads of its own."""
    life = read_life(alive)
    if life is None:
        return "it has not ticked yet"
    quiet = life.age(now).total_seconds()
    if life.is_ahead(now):
        return f"its last tick is {-quiet:.0f} s ahead of the clock"
    return "" if quiet < _LIFELESS.total_seconds() else f"it has not ticked for {quiet:.0f} s"

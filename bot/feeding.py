"""What `briefing run` does for its articles: visits the feeds that are due, watches the folders.

A service without a platform; knows no setting.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.dialogue.source_words import sentence_for, words_for
from bot.errors import BriefingError, SettingsError
from bot.schedule.troubles import Troubles
from bot.sources.feeds.file import load_feeds
from bot.sources.feeds.health import health_of, troubles, untold
from bot.sources.feeds.opening import open_refresher
from bot.sources.sandbox import Sandbox
from bot.sources.watching import watch
from bot.sources.web.lending import PageLender

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime
    from pathlib import Path

    from bot.core.models import Language
    from bot.sources.feeds.ports import Refreshing
    from bot.sources.feeds.refreshing import Refresher
    from bot.store import Store

_PAUSE = 20.0
# The name of the job that does the same every minute.
_RESTOCK = "restock"
_logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Feeding:
    """What a feeder works with. `restock` reads what is new in `folders`, in a thread.

    Its reader of pages is lent to others through `lender` while it runs.
    """

    feeds_file: Path
    refreshing: Refreshing
    folders: Sequence[Path]
    restock: Callable[[], None]
    lender: PageLender = field(default_factory=PageLender)


def failing_feeds(
    feeds_file: Path, store: Store, *, language: Language, now: datetime
) -> tuple[tuple[str, str], ...]:
    """Feeds that have been failing for a day or are gone, each with the reason in plain words.

    If the file of feeds cannot be used, it is what fails.

    Raises:
        StoreUnavailable: nobody knows.
    """
    try:
        feeds = load_feeds(feeds_file)
    except SettingsError as error:
        return ((error.where, error.reason),)
    health = health_of(feeds, store.feeds.states(), store.feeds.tallies())
    return tuple(
        (one.name, words_for(one.reason, language, status=one.status))
        for one in troubles(health, now=now)
        if one.kind != "moved"
    )


def tell_troubles(
    feeds_file: Path, store: Store, language: Language, zone: str, now: datetime
) -> tuple[str, ...]:
    """The sentences for the footer of a digest; they are told on one day and then not again.

    Raises:
        StoreUnavailable: nobody knows.
    """
    try:
        feeds = load_feeds(feeds_file)
    except SettingsError:
        # Status and `briefing check` tell of it; a channel of readers can do nothing about it.
        return ()
    health = health_of(feeds, store.feeds.states(), store.feeds.tallies())
    found = untold(health, now=now, zone=zone)
    store.feeds.mark_told((one.address for one in found), now=now)
    return tuple(sentence_for(one, language, now=now) for one in found)


class Feeder:
    """Runs from `start` to `stop`."""

    name = "feeds"
    platform = None

    def __init__(self, feeding: Feeding, troubles: Troubles | None = None) -> None:
        """Work with `feeding`; what goes wrong is told by means of `troubles`."""
        self._feeding = feeding
        self._troubles = troubles or Troubles()
        self._stop = asyncio.Event()
        self._tasks: list[asyncio.Task[None]] = []
        self._trouble: str | None = None

    async def start(self) -> None:
        """Begin in the background; a feed that cannot be read keeps nobody waiting."""
        self._tasks = [
            asyncio.create_task(self._refresh_on()),
            asyncio.create_task(watch(self._feeding.folders, self._restock, stop=self._stop)),
        ]

    async def stop(self) -> None:
        """End; a visit that is under way is done again another time."""
        self._stop.set()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def health(self) -> str | None:
        """What keeps the feeds from being visited at all."""
        return self._trouble

    async def _refresh_on(self) -> None:
        feeding = self._feeding
        sandbox = Sandbox()
        try:
            async with open_refresher(feeding.refreshing, sandbox) as (refresher, pages):
                with feeding.lender.lending(pages):
                    await self._go_round(refresher)
        finally:
            await asyncio.to_thread(sandbox.close)

    async def _go_round(self, refresher: Refresher) -> None:
        while not self._stop.is_set():
            await self._refresh(refresher)
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._stop.wait(), _PAUSE)

    async def _refresh(self, refresher: Refresher) -> None:
        began = time.monotonic()
        try:
            # Read each time, so that a feed that was just added is visited at once.
            feeds = await asyncio.to_thread(load_feeds, self._feeding.feeds_file)
            done = await refresher.refresh(feeds)
        except BriefingError as error:
            self._trouble = str(error)
            self._troubles.note(self.name, error, began=began)
            return
        self._trouble = None
        self._troubles.note_well(self.name, now=time.monotonic())
        if done.arrived or done.failed:
            _logger.info(
                "feeds: %d visited, %d failed, %d articles new or changed",
                done.visited,
                done.failed,
                done.arrived,
            )

    async def _restock(self) -> None:
        began = time.monotonic()
        try:
            await asyncio.to_thread(self._feeding.restock)
        except BriefingError as error:
            self._troubles.note(_RESTOCK, error, began=began)
        else:
            self._troubles.note_well(_RESTOCK, now=time.monotonic())

"""What `briefing run` does for its articles: visits the feeds that are due, watches the folders.

A service without a platform; knows no setting.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from bot.core.feeds import FeedsReport
from bot.dialogue.source_words import sentence_for
from bot.errors import BriefingError
from bot.schedule.troubles import Troubles
from bot.sources.feeds.file import read_feeds
from bot.sources.feeds.health import health_of, troubles, untold
from bot.sources.feeds.opening import open_refresher
from bot.sources.sandbox import Sandbox
from bot.sources.watching import watch
from bot.sources.web.lending import PageLender

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping, Sequence
    from datetime import datetime
    from pathlib import Path

    from bot.core.feeds import FeedTrouble
    from bot.core.models import Language
    from bot.sources.feeds.ports import Refreshing
    from bot.sources.feeds.refreshing import Refresher
    from bot.store import Store

Work = Literal["feeds", "folders"]
_PAUSE = 20.0
# The name of the job that does the same every minute.
_RESTOCK = "restock"
_BROKEN: Mapping[Work, str] = {
    "feeds": "feeds are not visited: it broke ({error}) and is tried again",
    "folders": "changed files are not read: it broke ({error}) and is tried again",
}
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


def report_feeds(feeds_file: Path, store: Store) -> FeedsReport:
    """How each feed is doing, and what is wrong in the file.

    Raises:
        StoreUnavailable: nobody knows.
    """
    read = read_feeds(feeds_file)
    if not read.feeds:
        return FeedsReport(problems=read.problems)
    health = health_of(read.feeds, store.feeds.states(), store.feeds.tallies())
    return FeedsReport(health, read.problems)


def failing_feeds(report: FeedsReport, *, now: datetime) -> tuple[FeedTrouble, ...]:
    """Feeds that have been failing for a day or are gone."""
    return tuple(one for one in troubles(report.health, now=now) if one.kind != "moved")


def tell_troubles(
    feeds_file: Path, store: Store, language: Language, now: datetime, since: datetime | None
) -> tuple[str, ...]:
    """The sentences for the footer of a digest: what came to be known since the one before.

    Of what is wrong in the file status and `briefing check` tell; a channel of readers can do
    nothing about it.

    Raises:
        StoreUnavailable: nobody knows.
    """
    found = untold(report_feeds(feeds_file, store).health, now=now, since=since)
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
        self._faults: dict[Work, str] = {}

    async def start(self) -> None:
        """Begin in the background; a feed that cannot be read keeps nobody waiting."""
        self._tasks = [
            asyncio.create_task(self._keep_on("feeds", self._refresh_on)),
            asyncio.create_task(self._keep_on("folders", self._watch)),
        ]

    async def stop(self) -> None:
        """End; a visit that is under way is done again another time."""
        self._stop.set()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def health(self) -> str | None:
        """What keeps feeds from being visited, or changed files from being read."""
        return next(iter(self._faults.values()), None)

    async def _keep_on(self, name: Work, work: Callable[[], Awaitable[None]]) -> None:
        """Do the work until the end, again and again if it breaks."""
        while not self._stop.is_set():
            try:
                await work()
            except Exception as error:
                _logger.exception("%s broke, and begin again", name)
                self._faults[name] = _BROKEN[name].format(error=type(_first(error)).__name__)
                await self._pause()
                self._faults.pop(name, None)

    async def _pause(self) -> None:
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._stop.wait(), _PAUSE)

    async def _watch(self) -> None:
        await watch(self._feeding.folders, self._restock, stop=self._stop)

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
            await self._pause()

    async def _refresh(self, refresher: Refresher) -> None:
        began = time.monotonic()
        try:
            # Read each time, so that a feed that was just added is visited at once.
            read = await asyncio.to_thread(read_feeds, self._feeding.feeds_file)
            done = await refresher.refresh(read.feeds)
        except BriefingError as error:
            self._faults["feeds"] = str(error)
            self._troubles.note(self.name, error, began=began)
            return
        self._troubles.note_well(self.name, now=time.monotonic())
        self._tell("; ".join(f"{where}: {reason}" for where, reason in read.problems))
        if done.arrived or done.failed:
            _logger.info(
                "feeds: %d visited, %d failed; articles new or changed: %d",
                done.visited,
                done.failed,
                done.arrived,
            )

    def _tell(self, trouble: str) -> None:
        """This is wrong in the file of feeds, or nothing (""); all other feeds are visited."""
        if not trouble:
            self._faults.pop("feeds", None)
        elif trouble != self._faults.get("feeds"):
            _logger.warning("%s", trouble)
            self._faults["feeds"] = trouble

    async def _restock(self) -> None:
        began = time.monotonic()
        try:
            await asyncio.to_thread(self._feeding.restock)
        except BriefingError as error:
            self._troubles.note(_RESTOCK, error, began=began)
            self._faults["folders"] = f"changed files are not read: {error}"
        except Exception as error:
            # The watching goes on: the next change, or the next pass, may be luckier.
            _logger.exception("changed files are not read")
            self._faults["folders"] = _BROKEN["folders"].format(error=type(error).__name__)
        else:
            self._troubles.note_well(_RESTOCK, now=time.monotonic())
            self._faults.pop("folders", None)


def _first(error: Exception) -> BaseException:
    """What a group of tasks that broke together met first."""
    found: BaseException = error
    while isinstance(found, BaseExceptionGroup):
        found = found.exceptions[0]
    return found

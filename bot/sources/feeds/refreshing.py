"""Visits the feeds that are due: fetch, parse, decide, read what is new, store, remember.

Whatever is wrong with one feed stays with it. Articles are stored before it is remembered that
they were, so that after a crash they are stored again and none is lost.
"""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass, field, replace
from datetime import timedelta
from itertools import chain
from typing import TYPE_CHECKING

from bot.errors import BriefingError
from bot.sources.feeds.arrivals import Context
from bot.sources.feeds.news import ASKED_EVERY, decide
from bot.sources.feeds.pace import after_failure, after_nothing_new, after_reading, put_off
from bot.sources.feeds.parsing import parse_feed
from bot.sources.feeds.reading import is_unfinished
from bot.sources.feeds.turns import Turns
from bot.sources.feeds.young import look_again, too_old
from bot.sources.sandbox import Effort, Unfinished
from bot.sources.web.allowance import Allowance
from bot.sources.web.answers import Failed, Fetched, NotModified, Validators

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from bot.core.feeds import Feed, FeedState, SeenEntry
    from bot.sources.feeds.arrivals import Arrival
    from bot.sources.feeds.ports import FeedBook, Shelf
    from bot.sources.feeds.reading import EntryReader
    from bot.sources.sandbox import Sandbox
    from bot.sources.web.answers import Answer
    from bot.sources.web.fetching import Fetcher

MOST_AT_ONCE = 50
_CLAIMED = 1_000
_KEPT_TOGETHER = 100
# In seconds. While a slow host is waited for, what came of the others is not held back, and
# those that come due are visited.
_KEPT_EVERY = 2.0
_CLAIMED_EVERY = 20.0
# Half of the time for which nobody else is given a feed that was claimed.
_LONGEST_WAIT = timedelta(minutes=5)
_log = logging.getLogger(__name__)
# Pages that are asked for changes at one visit of a feed.
_LOOKED_AT = 20
EFFORT = Effort(computing=1, seconds=15, memory=100_000_000)


@dataclass(frozen=True, slots=True)
class Round:
    """What one round came to: feeds asked for, those that failed, articles that arrived.

    Beside them, feeds that were put off: their host is busy and was not asked.
    """

    visited: int = 0
    failed: int = 0
    arrived: int = 0
    put_off: int = 0

    def __add__(self, other: Round) -> Round:
        return Round(
            self.visited + other.visited,
            self.failed + other.failed,
            self.arrived + other.arrived,
            self.put_off + other.put_off,
        )


@dataclass(slots=True)
class _Visit:
    """The state of a feed before and after, and what the visit brought."""

    before: FeedState
    state: FeedState
    arrivals: list[Arrival] = field(default_factory=list)
    entries: list[SeenEntry] = field(default_factory=list)
    # Those of a feed that showed nothing new, and whose pages were asked.
    again: list[SeenEntry] = field(default_factory=list)
    is_put_off: bool = False


@dataclass(frozen=True, slots=True)
class Means:
    """What a refresher works with. `chance` gives numbers from 0 to 1, `zone` is the readers'."""

    book: FeedBook
    shelf: Shelf
    fetcher: Fetcher
    sandbox: Sandbox
    reader: EntryReader
    now: Callable[[], datetime]
    chance: Callable[[], float]
    zone: str


class Refresher:
    """Does rounds, one at a time."""

    def __init__(self, means: Means) -> None:
        """Work with `means`."""
        self._means = means
        self._wanted: dict[str, Feed] = {}
        self._turns = Turns()
        self._visits: list[_Visit] = []
        self._keeping = asyncio.Lock()
        self._claims_at = self._keeps_at = 0.0

    async def refresh(self, feeds: Sequence[Feed]) -> Round:
        """Visit those of `feeds` that are due, until none is.

        Raises:
            BriefingError: the store cannot be used; what was not remembered is done again.
        """
        # What an interrupted round left behind is not stored; it is done again.
        self._turns = Turns()
        self._visits = []
        self._means.reader.forget_all()
        self._wanted = {feed.address: feed for feed in feeds}
        self._claims_at, self._keeps_at = _clock(), _clock() + _KEPT_EVERY
        done, tasks = Round(), set[asyncio.Task[Round]]()
        try:
            while tasks := tasks | await self._begin():
                finished, tasks = await asyncio.wait(
                    tasks, timeout=_KEPT_EVERY, return_when=asyncio.FIRST_COMPLETED
                )
                done += sum((task.result() for task in finished), Round())
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
        return done + await self._keep()

    async def _begin(self) -> set[asyncio.Task[Round]]:
        """What can be begun now: visits to feeds whose turn it is, and keeping what has come."""
        tasks = {asyncio.create_task(self._visit_next(state)) for state in await self._next()}
        now = _clock()
        is_time = len(self._visits) >= _KEPT_TOGETHER or (self._visits and now >= self._keeps_at)
        if is_time and not self._keeping.locked():
            self._keeps_at = now + _KEPT_EVERY
            tasks.add(asyncio.create_task(self._keep()))
        return tasks

    async def _next(self) -> list[FeedState]:
        means = self._means
        # Where the store is slower than the web, it is waited for.
        most = MOST_AT_ONCE if len(self._visits) < 2 * _KEPT_TOGETHER else 0
        room = max(0, most - self._turns.under_way)
        states = self._turns.take(room, since=means.now() - _LONGEST_WAIT)
        if len(states) < room and _clock() >= self._claims_at:
            now = means.now()
            due = await asyncio.to_thread(
                means.book.claim, tuple(self._wanted), now=now, limit=_CLAIMED
            )
            self._turns.add(due, now=now)
            if len(due) < _CLAIMED:
                self._claims_at = _clock() + _CLAIMED_EVERY
            states += self._turns.take(room - len(states), since=now - _LONGEST_WAIT)
        return states

    async def _visit_next(self, state: FeedState) -> Round:
        try:
            visit = await self._visit_safely(self._wanted[state.address], state)
            # Not in one line: the list may be another one after the wait.
            self._visits.append(visit)
        finally:
            self._turns.end(state)
        return Round()

    async def _visit_safely(self, feed: Feed, state: FeedState) -> _Visit:
        try:
            return await self._visit(feed, state)
        except BriefingError:
            raise
        except Exception:  # noqa: BLE001 - outermost of one feed; the others go on
            _log.exception("a feed could not be visited: %s", feed.address)
            return self._broken(feed, state)

    def _broken(self, feed: Feed, state: FeedState) -> _Visit:
        now, chance = self._means.now(), self._means.chance()
        return _Visit(state, after_failure(state, feed, Failed("broken"), now=now, chance=chance))

    async def _visit(self, feed: Feed, state: FeedState) -> _Visit:
        known = Validators(state.etag, state.last_modified)
        allowance = Allowance()
        answer = await self._means.fetcher.fetch(
            state.url or state.address, known, allowance=allowance
        )
        if isinstance(answer, Failed) and answer.reason == "busy" and not answer.status:
            until = self._means.now() + timedelta(seconds=answer.wishes.retry_after)
            return _Visit(state, put_off(state, until), is_put_off=True)
        return await self._take(feed, state, answer, allowance)

    async def _take(
        self, feed: Feed, state: FeedState, answer: Answer, allowance: Allowance
    ) -> _Visit:
        now, chance = self._means.now(), self._means.chance()
        match answer:
            case NotModified():
                after = after_nothing_new(state, feed, answer, now=now, chance=chance)
                return await self._look_again(feed, _Visit(state, after))
            case Fetched():
                return await self._read(feed, state, answer, allowance)
            case Failed():
                return _Visit(state, after_failure(state, feed, answer, now=now, chance=chance))

    async def _read(
        self, feed: Feed, state: FeedState, answer: Fetched, allowance: Allowance
    ) -> _Visit:
        means = self._means
        now, chance = means.now(), means.chance()
        effort = allowance.for_work(EFFORT)
        parsed = await means.sandbox.do(effort, parse_feed, answer.body, answer.url)
        if parsed is None or isinstance(parsed, Unfinished):
            failed = Failed(
                "not a feed" if parsed is None else "broken",
                wishes=answer.wishes,
                moved_to=answer.moved_to,
            )
            return _Visit(state, after_failure(state, feed, failed, now=now, chance=chance))
        visit = _Visit(state, after_reading(state, feed, answer, parsed, now=now, chance=chance))
        keys = [entry.key for entry in parsed.entries]
        known = await asyncio.to_thread(means.book.seen, feed.address, keys)
        context = Context(feed, parsed, means.zone, now, is_first_visit=not state.has_baseline)
        try:
            for intent in decide(parsed.entries, known, has_baseline=state.has_baseline, now=now):
                entry, arrival = await means.reader.carry_out(intent, context)
                visit.entries.append(entry)
                if arrival is not None:
                    visit.arrivals.append(arrival)
        except Exception:
            means.reader.forget(visit.entries)
            raise
        if any(is_unfinished(entry) for entry in visit.entries):
            # Asked for changes alone, the server would not show the entry again.
            visit.state = replace(visit.state, etag=None, last_modified=None)
        return visit

    async def _look_again(self, feed: Feed, visit: _Visit) -> _Visit:
        """Ask the young pages of a feed with nothing new whether they have changed."""
        means, now = self._means, self._means.now()
        seen_before = now - ASKED_EVERY
        young = await asyncio.to_thread(
            means.book.conditional, feed.address, seen_before=seen_before, limit=_LOOKED_AT
        )
        try:
            for seen in young:
                article = await asyncio.to_thread(means.shelf.article_of, seen.article_id)
                wanted = look_again(seen, article, feed, zone=means.zone, now=now)
                if wanted is None:
                    visit.again.append(too_old(seen))
                    continue
                entry, arrival = await means.reader.carry_out(*wanted)
                visit.again.append(replace(entry, fingerprint=seen.fingerprint))
                visit.arrivals += [arrival] if arrival else []
        except Exception:
            means.reader.forget(visit.again)
            raise
        return visit

    async def _keep(self) -> Round:
        """Store what has come together, then remember it."""
        async with self._keeping:
            visits, self._visits = self._visits, []
            kept = await asyncio.to_thread(self._store, visits)
            self._means.reader.forget(
                entry for visit in kept for entry in (*visit.entries, *visit.again)
            )
        return _count(kept)

    def _store(self, visits: Sequence[_Visit]) -> list[_Visit]:
        kept = [self._put(visit) for visit in visits]
        entries = chain.from_iterable((*visit.entries, *visit.again) for visit in kept)
        self._means.book.save([visit.state for visit in kept], entries)
        unseen = [visit.state.address for visit in kept if _is_weekly(visit)]
        if unseen:
            self._means.book.keep_entries(unseen, now=self._means.now())
        return kept

    def _put(self, visit: _Visit) -> _Visit:
        try:
            if visit.arrivals:
                self._means.shelf.put(visit.arrivals, origin=visit.state.address)
        except BriefingError:
            raise
        except Exception:  # noqa: BLE001 - the same
            _log.exception("articles of a feed could not be stored: %s", visit.state.address)
            self._means.reader.forget([*visit.entries, *visit.again])
            return self._broken(self._wanted[visit.state.address], visit.before)
        return visit


def _clock() -> float:
    return asyncio.get_running_loop().time()


def _is_weekly(visit: _Visit) -> bool:
    """Whether it is the first one of a week to show no entries: whole feeds note them anyway.

    Otherwise a feed in which nothing changes for months would count as empty, and its undated
    entries as news once something does.
    """
    before, at = visit.before.last_tried_at, visit.state.last_tried_at
    if visit.entries or before is None or at is None:
        return False
    return before.isocalendar()[:2] != at.isocalendar()[:2]


def _count(visits: Sequence[_Visit]) -> Round:
    asked = [visit for visit in visits if not visit.is_put_off]
    return Round(
        visited=len(asked),
        failed=sum(visit.state.failing_since is not None for visit in asked),
        arrived=sum(len(visit.arrivals) for visit in asked),
        put_off=len(visits) - len(asked),
    )

"""Visits the feeds that are due: fetch, parse, decide, read what is new, store, remember.

Whatever is wrong with one feed stays with it. Articles are stored before it is remembered that
they were, so that after a crash they are stored again and none is lost.
"""

from __future__ import annotations

import asyncio
import logging
from collections import defaultdict, deque
from dataclasses import dataclass, field, replace
from datetime import timedelta
from itertools import chain, zip_longest
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from bot.errors import BriefingError
from bot.sources.feeds.arrivals import Context
from bot.sources.feeds.news import decide
from bot.sources.feeds.pace import after_failure, after_nothing_new, after_reading, put_off
from bot.sources.feeds.parsing import parse_feed
from bot.sources.feeds.reading import is_unfinished
from bot.sources.sandbox import Effort, Unfinished
from bot.sources.web.answers import Failed, Fetched, NotModified, Validators

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
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
_log = logging.getLogger(__name__)
EFFORT = Effort(computing=1, seconds=15, memory=100_000_000)


@dataclass(frozen=True, slots=True)
class Round:
    """What one round came to: visits, those that failed, articles that arrived."""

    visited: int = 0
    failed: int = 0
    arrived: int = 0

    def __add__(self, other: Round) -> Round:
        return Round(
            self.visited + other.visited,
            self.failed + other.failed,
            self.arrived + other.arrived,
        )


@dataclass(slots=True)
class _Visit:
    """The state of a feed before and after, and what the visit brought."""

    before: FeedState
    state: FeedState
    arrivals: list[Arrival] = field(default_factory=list)
    entries: list[SeenEntry] = field(default_factory=list)


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
        self._busy_until: dict[str, datetime] = {}
        self._wanted: dict[str, Feed] = {}
        self._waiting: deque[FeedState] = deque()
        self._visits: list[_Visit] = []
        self._claiming = asyncio.Lock()
        self._keeping = asyncio.Lock()

    async def refresh(self, feeds: Sequence[Feed]) -> Round:
        """Visit those of `feeds` that are due, until none is.

        Raises:
            BriefingError: the store cannot be used; what was not remembered is done again.
        """
        # What an interrupted round left behind is not stored; it is done again.
        self._waiting.clear()
        self._visits.clear()
        self._means.reader.forget_all()
        self._wanted = {feed.address: feed for feed in feeds}
        self._busy_until = {
            host: until for host, until in self._busy_until.items() if until > self._means.now()
        }
        workers = [self._work() for _ in range(min(MOST_AT_ONCE, len(self._wanted)))]
        rounds = await asyncio.gather(*workers)
        rounds.append(await self._keep())
        return sum(rounds, Round())

    async def _work(self) -> Round:
        done = Round()
        while (state := await self._next()) is not None:
            visit = await self._visit_safely(self._wanted[state.address], state)
            # Not in one line: the list may be another one after the wait.
            self._visits.append(visit)
            if len(self._visits) >= _KEPT_TOGETHER:
                done += await self._keep()
        return done

    async def _next(self) -> FeedState | None:
        async with self._claiming:
            if not self._waiting:
                due = await asyncio.to_thread(
                    self._means.book.claim,
                    tuple(self._wanted),
                    now=self._means.now(),
                    limit=_CLAIMED,
                )
                self._waiting.extend(_take_turns(due))
            return self._waiting.popleft() if self._waiting else None

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
        now = self._means.now()
        host = _host(state)
        until = self._busy_until.get(host)
        if until is not None and until > now:
            return _Visit(state, put_off(state, until))
        known = Validators(state.etag, state.last_modified)
        answer = await self._means.fetcher.fetch(state.url or state.address, known)
        if isinstance(answer, Failed) and answer.reason == "busy":
            self._busy_until[host] = now + timedelta(seconds=answer.wishes.retry_after)
        return await self._take(feed, state, answer)

    async def _take(self, feed: Feed, state: FeedState, answer: Answer) -> _Visit:
        now, chance = self._means.now(), self._means.chance()
        match answer:
            case NotModified():
                return _Visit(state, after_nothing_new(state, feed, answer, now=now, chance=chance))
            case Fetched():
                return await self._read(feed, state, answer)
            case Failed():
                return _Visit(state, after_failure(state, feed, answer, now=now, chance=chance))

    async def _read(self, feed: Feed, state: FeedState, answer: Fetched) -> _Visit:
        means = self._means
        now, chance = means.now(), means.chance()
        parsed = await means.sandbox.do(EFFORT, parse_feed, answer.body, answer.url)
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
        for intent in decide(parsed.entries, known, has_baseline=state.has_baseline, now=now):
            entry, arrival = await means.reader.carry_out(intent, context)
            visit.entries.append(entry)
            if arrival is not None:
                visit.arrivals.append(arrival)
        if any(is_unfinished(entry) for entry in visit.entries):
            # Asked for changes alone, the server would not show the entry again.
            visit.state = replace(visit.state, etag=None, last_modified=None)
        return visit

    async def _keep(self) -> Round:
        """Store what has come together, then remember it."""
        async with self._keeping:
            visits, self._visits = self._visits, []
            kept = await asyncio.to_thread(self._store, visits)
            self._means.reader.forget(entry for visit in kept for entry in visit.entries)
        return _count(kept)

    def _store(self, visits: Sequence[_Visit]) -> list[_Visit]:
        kept = [self._put(visit) for visit in visits]
        entries = chain.from_iterable(visit.entries for visit in kept)
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
            return self._broken(self._wanted[visit.state.address], visit.before)
        return visit


def _is_weekly(visit: _Visit) -> bool:
    """Whether it is the first one of a week to show no entries: whole feeds note them anyway.

    Otherwise a feed in which nothing changes for months would count as empty, and its undated
    entries as news once something does.
    """
    before, at = visit.before.last_tried_at, visit.state.last_tried_at
    if visit.entries or before is None or at is None:
        return False
    return before.isocalendar()[:2] != at.isocalendar()[:2]


def _take_turns(due: Iterable[FeedState]) -> list[FeedState]:
    """One feed of each host, then a second of each: a slow host keeps few workers waiting."""
    hosts: defaultdict[str, list[FeedState]] = defaultdict(list)
    for state in due:
        hosts[_host(state)].append(state)
    return [one for turn in zip_longest(*hosts.values()) for one in turn if one is not None]


def _host(state: FeedState) -> str:
    try:
        return (urlsplit(state.url or state.address).hostname or "").lower()
    except ValueError:
        return ""


def _count(visits: Sequence[_Visit]) -> Round:
    return Round(
        visited=len(visits),
        failed=sum(bool(visit.state.reason) for visit in visits),
        arrived=sum(len(visit.arrivals) for visit in visits),
    )

"""A process that delivers, as `briefing run` would, and may be told where to die."""

from __future__ import annotations

import asyncio
import logging
import multiprocessing
import os
import secrets
import signal
import threading
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from delivery.chat import ChatPlatform
from delivery.settled import is_settled

from bot.adapters.folder.delivery import FolderPlatform
from bot.delivery.failpoints import install
from bot.delivery.loop import Loop
from bot.delivery.means import Means, Terms
from bot.delivery.port import Refused, Sent
from bot.schedule.tick import TICK, Job, Ticker
from bot.store import StoreUnavailable, open_store

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.context import ForkServerContext, ForkServerProcess

    from bot.core.ledger import Claimed, Delivery, Wish
    from bot.delivery.port import Platform, SendResult
    from bot.store import Store


@dataclass(frozen=True)
class Work:
    """What a worker is told. `die_at` names a failpoint, `on` the time it is passed."""

    url: str
    port: int
    folder: str = ""
    name: str = ""
    lease: float = 2.0
    request_limit: float = 0.5
    threads: int = 4
    idle: float = 0.05
    die_at: str = ""
    die_on: int = 1
    skip_sending: bool = False
    until_settled: bool = False
    channel_pause: float = 1.0
    sink: bool = False
    cards: int = 0
    insists: bool = False


@dataclass(frozen=True)
class Sink:
    """A platform that takes everything at once, to measure all the rest; keeps what it took."""

    by: str
    request_limit: timedelta
    name: str = "chat"
    posts: list[str] = field(default_factory=list)

    def send(
        self, claimed: Claimed, _payload: str, *, still_mine: Callable[[], bool]
    ) -> SendResult:
        if not still_mine():
            return Refused("the lease ran out", permanent=False)
        self.posts.append(claimed.delivery.public_id)
        return Sent(f"{self.by}/{claimed.delivery.public_id}")

    def find(self, _claimed: Claimed) -> str | None:
        return None

    def finish(self, *_: object, **__: object) -> None:
        return

    def tell_owner(self, _wish: Wish, _reason: str) -> None:
        return


def start(work: Work) -> ForkServerProcess:
    """A worker as a child, forked from a server that has all modules in memory already."""
    process = _context().Process(target=deliver, args=(work,), daemon=True)
    process.start()
    return process


def run_to_end(work: Work, *, within: float) -> int:
    """The exit code of a worker that ends by itself; one that does not is killed."""
    process = start(work)
    process.join(within)
    if process.exitcode is None:
        process.kill()
        process.join()
        msg = "the worker did not end"
        raise AssertionError(msg)
    return process.exitcode


def deliver(work: Work) -> None:
    """Deliver until killed; with `until_settled`, until nothing is open any more."""
    logging.disable(logging.CRITICAL)
    _arm(work)
    store = _patiently(lambda: open_store(work.url, Path()))
    if work.skip_sending:
        _skip_sending(store.ledger)
    means = means_of(work, store)
    with Loop(means) as loop:
        while not (work.until_settled and _is_settled(store)):
            _patiently(loop.deliver_once)
            _pause(work.idle)


def deliver_by_ticks(work: Work) -> None:
    """Deliver whenever the ticker of `briefing run` says so, until killed."""
    logging.disable(logging.CRITICAL)
    store = open_store(work.url, Path())

    async def ticking() -> None:
        with Loop(means_of(work, store)) as loop:
            Ticker([Job("deliver", TICK, loop.deliver_once)]).start()
            await asyncio.Event().wait()

    asyncio.run(ticking())


def means_of(work: Work, store: Store) -> Means:
    """The means of `briefing run`, with short waits."""
    limit = timedelta(seconds=work.request_limit)
    chat = ChatPlatform(
        work.port, request_limit=limit, by=work.name, cards=work.cards, insists=work.insists
    )
    platforms: dict[str, Platform] = {"chat": Sink(work.name, limit) if work.sink else chat}
    if work.folder:
        platforms["folder"] = FolderPlatform(Path(work.folder), request_limit=limit)
    return Means(
        store=store,
        platforms=platforms,
        render=render,
        clock=lambda: datetime.now(UTC),
        monotonic=time.monotonic,
        pause=_pause,
        new_token=lambda: secrets.token_hex(8),
        terms=Terms(
            lease=timedelta(seconds=work.lease),
            first_backoff=timedelta(seconds=0.1),
            longest_backoff=timedelta(seconds=1),
            threads=work.threads,
            channel_pause=timedelta(seconds=work.channel_pause),
        ),
    )


def render(
    claimed: Claimed, _now: datetime, late_by: timedelta, skipped: tuple[Delivery, ...]
) -> str:
    """A payload as JSON, so that every platform takes it."""
    headline = f"{claimed.subscription.wish.channel} {claimed.delivery.local_date}"
    return (
        f'{{"headline": "{headline}", "markdown": "# {headline}", '
        f'"json": {{"late": {late_by.total_seconds()}, "skipped": {len(skipped)}}}}}'
    )


def _context() -> ForkServerContext:
    context = multiprocessing.get_context("forkserver")
    # The server takes its search path from the environment alone, and without the modules in
    # memory every child would import them anew, which takes longer than the child lives.
    tests = Path(__file__).parents[1]
    os.environ["PYTHONPATH"] = os.pathsep.join([str(tests), str(tests.parent)])
    context.set_forkserver_preload(["delivery.worker", "sqlalchemy.dialects.postgresql.psycopg"])
    return context


def _arm(work: Work) -> None:
    if not work.die_at:
        return
    passed = 0

    def die(name: str) -> None:
        nonlocal passed
        passed += name == work.die_at
        if passed >= work.die_on:
            os.kill(os.getpid(), signal.SIGKILL)

    install(die)


def _pause(seconds: float) -> None:
    """Like time.sleep, which libfaketime breaks."""
    threading.Event().wait(seconds)


def _skip_sending(ledger: Any) -> None:
    """Make it a ledger of a loop that sends without saying so first."""
    begin, settle = ledger.begin_sending, ledger.settle_sent

    def settle_at_once(number: int, token: str, *, now: datetime, **sent: Any) -> bool:
        begin(number, token, now=now, payload="", request_limit=timedelta(0))
        return bool(settle(number, token, now=now, **sent))

    ledger.begin_sending = lambda *_, **__: True
    ledger.settle_sent = settle_at_once


def _is_settled(store: Any) -> bool:
    return bool(_patiently(lambda: is_settled(store)))


def _patiently(call: Any) -> Any:
    """What `call` gives once the database is there; every tick of `briefing run` tries again."""
    while True:
        try:
            return call()
        except StoreUnavailable:
            _pause(0.2)

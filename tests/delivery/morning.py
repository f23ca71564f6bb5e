"""One minute of a great morning: digests for many channels while people ask.

    python tests/delivery/morning.py --channels 1000 --articles 2000 --database sqlite

Every channel has topics, a zone and a language of its own, and all are due in the same minute. The
articles stand in the store, as for `briefing run` after a start. Prints how long it takes until all
are rendered and handed over, and how long answers take meanwhile.
"""

from __future__ import annotations

import argparse
import logging
import random
import secrets
import sys
import tempfile
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if __name__ == "__main__":
    tests = Path(__file__).parents[1]
    sys.path[:0] = [str(tests), str(tests.parent), str(tests / "benchmarks")]

from corpora import Recombiner, find_slots, load_articles
from delivery.databases import open_database
from delivery.plans import wish
from delivery.questions import Asking
from delivery.worker import Sink
from stocking.stocks import open_like_program, open_plain_reader

from bot.delivery.knowledge import channel_memory
from bot.delivery.loop import Loop
from bot.delivery.means import Means, Terms
from bot.delivery.rendering import DigestRenderer
from bot.desk.desk import Desk
from bot.running import take_short_turns
from bot.stocking import Found
from bot.store import open_store

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.library import Library
    from bot.store import Store

_BASE = 150
_DAYS = 8
# The bar: of all of them, and of an answer meanwhile (p99).
_MOST_SECONDS, _MOST_MS = 30.0, 200.0
_ZONES = ("Europe/Berlin", "Europe/Lisbon", "America/New_York", "Asia/Kolkata", "Asia/Tokyo")


def fill(store: Store, count: int, now: datetime) -> tuple[Library, Sequence[str]]:
    """Read so many recombined articles of the last days into the store; questions to them.

    The library is that of a later start: it knows where to look and has loaded no text.
    """
    articles, _ = load_articles(_BASE)
    recombiner = Recombiner(find_slots(articles, open_plain_reader()))
    written = (
        replace(one, published_on=now.date() - timedelta(days=1 + number % _DAYS))
        for number, one in enumerate(recombiner.write(0, count))
    )
    first = open_like_program(store)
    first.take([Found(one, f"bench:{one.id}") for one in written], now=now)
    first.save(now=now)
    stock = open_like_program(store)
    stock.follow()
    return stock.library, tuple(recombiner.draw_queries(400))


def plan_all(store: Store, library: Library, channels: int, due: datetime) -> None:
    """Half of them want topics of their own, the others the most important ones."""
    chance = random.Random(7)  # noqa: S311 - wishes, no secrets
    names = [line.name for line in library.topics()]
    for number in range(channels):
        zone = _ZONES[number % len(_ZONES)]
        own = tuple(chance.sample(names, 4)) if number % 2 and len(names) > 4 else ()
        order = wish(
            channel=f"c{number}",
            workspace=f"w{number % 20}",
            zone=zone,
            local_time=due.astimezone(ZoneInfo(zone)).time(),
            topics=own,
            language="de" if number % 3 else "en",
            length=("short", "normal", "long")[number % 3],
        )
        store.subscriptions.plan(order, due - timedelta(minutes=1))


def main() -> int:
    """Measure one morning; 1 if anything is missing or took too long."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--database", choices=["sqlite", "postgresql"], default="sqlite")
    parser.add_argument("--channels", type=int, default=1000)
    parser.add_argument("--articles", type=int, default=2000)
    given = parser.parse_args()
    logging.disable(logging.CRITICAL)
    take_short_turns()
    due = datetime.now(UTC).replace(second=0, microsecond=0)
    with (
        tempfile.TemporaryDirectory() as folder,
        open_database(given.database, Path(folder)) as database,
        open_store(database.url, Path(folder)) as store,
    ):
        library, queries = fill(store, given.articles, due)
        plan_all(store, library, given.channels, due)
        asking = Asking(Desk(library, store, clock=lambda: datetime.now(UTC)), queries)
        asking.start()
        means = Means(
            store=store,
            platforms={"chat": Sink("m", timedelta(seconds=15))},
            render=DigestRenderer(library, partial(channel_memory, store)),
            clock=lambda: datetime.now(UTC),
            monotonic=time.monotonic,
            pause=time.sleep,
            new_token=lambda: secrets.token_hex(8),
            terms=Terms(),
        )
        began, spent = time.perf_counter(), time.process_time()
        with Loop(means) as loop:
            counts = loop.deliver_once()
        seconds, spent = time.perf_counter() - began, time.process_time() - spent
        times = asking.end()
    middle, slow = times[len(times) // 2] * 1000, times[int(len(times) * 0.99)] * 1000
    print(
        f"morning {given.database}: channels {given.channels} articles {given.articles} "
        f"sent {counts.get('sent', 0)} seconds {seconds:.1f} "
        f"processor seconds {spent:.1f} asked {len(times)} "
        f"ask ms p50 {middle:.0f} p99 {slow:.0f}"
    )
    is_quick = seconds <= _MOST_SECONDS and slow <= _MOST_MS
    return 0 if is_quick and counts.get("sent") == given.channels else 1


if __name__ == "__main__":
    sys.exit(main())

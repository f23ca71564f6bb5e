"""One minute of a great morning: digests for many channels while people ask.

    python tests/delivery/morning.py --channels 1000 --articles 2000 --database sqlite

Every channel has topics, a zone and a language of its own, and all are due in the same minute.
Prints how long it takes until all are rendered and handed over, and how long answers take
meanwhile.
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

from bot.core.reading.reader import Reader
from bot.delivery.knowledge import channel_memory
from bot.delivery.loop import Loop
from bot.delivery.means import Means, Terms
from bot.delivery.rendering import DigestRenderer
from bot.desk.desk import Desk
from bot.lemmas import DictionaryLemmatiser
from bot.library import Library
from bot.running import take_short_turns
from bot.store import Store, open_store
from bot.tagger import WeightedTagger

if TYPE_CHECKING:
    from collections.abc import Sequence

_BASE = 150
_DAYS = 8
_ZONES = ("Europe/Berlin", "Europe/Lisbon", "America/New_York", "Asia/Kolkata", "Asia/Tokyo")


def build_library(count: int, today: datetime) -> tuple[Library, Sequence[str]]:
    """A library of so many recombined articles of the last days, and questions to it."""
    lemmatiser = DictionaryLemmatiser()
    lemmatiser.build()
    reader = Reader(lemmatiser, tagger=WeightedTagger())
    articles, _ = load_articles(_BASE)
    recombiner = Recombiner(find_slots(articles, reader))
    written = (
        replace(one, published_on=today.date() - timedelta(days=1 + number % _DAYS))
        for number, one in enumerate(recombiner.write(0, count))
    )
    library = Library.of(map(reader.reading, written), lemmatiser=lemmatiser)
    return library, tuple(recombiner.draw_queries(400))


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
    """Measure one morning; 1 if it took too long."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--database", choices=["sqlite", "postgresql"], default="sqlite")
    parser.add_argument("--channels", type=int, default=1000)
    parser.add_argument("--articles", type=int, default=2000)
    given = parser.parse_args()
    logging.disable(logging.CRITICAL)
    take_short_turns()
    due = datetime.now(UTC).replace(second=0, microsecond=0)
    library, queries = build_library(given.articles, due)
    with (
        tempfile.TemporaryDirectory() as folder,
        open_database(given.database, Path(folder)) as database,
        open_store(database.url, Path(folder)) as store,
    ):
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
    return 0 if counts.get("sent") == given.channels else 1


if __name__ == "__main__":
    sys.exit(main())

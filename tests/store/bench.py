"""Measures the store: `PYTHONPATH=.:tests python -m store.bench [--deliveries N] [--articles N]`.

Prints a line per figure, on SQLite and, where it is installed, on PostgreSQL.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from builders import article
from store.orders import DUE, LEASE, MORNING, REQUEST, wish
from store.postgres import NoPostgres, run_server

from bot.core.reading.reader import Reader
from bot.lemmas import DictionaryLemmatiser
from bot.store import Store, open_store
from bot.store.articles import Shelved

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from bot.core.models import Reading

_SENTENCES = (
    "Die Stadtwerke bauen am Hafen ein Wärmenetz für {n} Haushalte.",
    "Das Vorhaben kostet {n} Millionen Euro, sagte die Bürgermeisterin Lena Brandt am Montag.",
    "Der Rat soll im Mai über Abschnitt {n} entscheiden.",
    "Kritik kommt vom Verband der Kleingärtner, der um {n} Parzellen fürchtet.",
    "Im Rechenzentrum nebenan fällt genug Abwärme für {n} Wohnungen an.",
    "Ob das Geld reicht, ist nach Angaben des Kämmerers Jonas Feld noch offen.",
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--deliveries", type=int, default=2000)
    parser.add_argument("--articles", type=int, default=2000)
    wanted = parser.parse_args()
    readings = _readings(200)
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        addresses = {"sqlite": f"sqlite:///{folder / 'bench.sqlite3'}"}
        try:
            server = stack.enter_context(run_server(durable=True))
            addresses["postgresql"] = server.create("bench")
        except NoPostgres as error:
            print(f"postgresql: {error}")
        for name, address in addresses.items():
            with open_store(address, folder) as store:
                _measure_ledger(name, store, wanted.deliveries)
                _measure_articles(name, store, readings, wanted.articles)


def _measure_ledger(name: str, store: Store, count: int) -> None:
    for number in range(count):
        store.subscriptions.plan(wish(f"k{number}", workspace=f"w{number % 50}"), MORNING)
    entered = _timed(lambda: _drain(store))
    print(f"{name} entered/s {count / entered:.0f}")
    half = count // 2
    one = _timed(lambda: _work(store, "w0", half))
    print(f"{name} claimed, begun and settled/s, 1 worker {half / one:.0f}")
    with ThreadPoolExecutor(8) as pool:
        share = (count - half) // 8
        names = [f"w{number}" for number in range(1, 9)]
        eight = _timed(lambda: list(pool.map(lambda token: _work(store, token, share), names)))
    print(f"{name} claimed, begun and settled/s, 8 threads {share * 8 / eight:.0f}")


def _drain(store: Store) -> None:
    while store.ledger.insert_due(DUE, limit=500):
        pass


def _work(store: Store, token: str, count: int) -> None:
    done = 0
    while done < count:
        limit = min(20, count - done)
        for held in store.ledger.claim(DUE, token=token, lease=LEASE, limit=limit):
            number = held.delivery.id
            store.ledger.begin_sending(
                number, token, now=DUE, payload="x" * 4000, request_limit=REQUEST
            )
            store.ledger.settle_sent(number, token, now=DUE, message_ref=f"m{number}")
            done += 1


def _measure_articles(name: str, store: Store, readings: list[Reading], count: int) -> None:
    spent = 0.0
    for start in range(0, count, 200):
        batch = list(_copies(readings, start, min(200, count - start)))
        spent += _timed(lambda batch=batch: store.articles.put_all(batch, now=MORNING))
    print(f"{name} articles put/s {count / spent:.0f}")
    _measure_queries(name, store, count)


def _measure_queries(name: str, store: Store, count: int) -> None:
    listed = _timed(store.articles.list_stored)
    print(f"{name} list of {count} articles ms {listed * 1000:.0f}")
    queries = [[["hafen"]], [["rechenzentrum"], ["abwaerme", "abwärme"]], [[f"{count // 2}"]]]
    times = sorted(
        _timed(lambda query=query: store.articles.search(query, limit=200))
        for _ in range(50)
        for query in queries
    )
    print(f"{name} search of {count} ms p50 {times[75] * 1000:.1f} p99 {times[148] * 1000:.1f}")
    found = store.articles.search(queries[0], limit=200)
    loaded = min(_timed(lambda: store.articles.load(found)) for _ in range(5))
    print(f"{name} loaded/s {len(found) / loaded:.0f}")


def _readings(count: int) -> list[Reading]:
    """Invented articles of some 300 words."""
    reader = Reader(DictionaryLemmatiser())
    chance = random.Random(7)  # noqa: S311 - invents articles
    found: list[Reading] = []
    for number in range(count):
        lines = [chance.choice(_SENTENCES).format(n=chance.randrange(9999)) for _ in range(28)]
        found.append(reader.reading(article(" ".join(lines), id=str(number))))
    return found


def _copies(readings: list[Reading], start: int, count: int) -> Iterable[Shelved]:
    for number in range(start, start + count):
        one = readings[number % len(readings)]
        day = date(2024, 1, 1) + timedelta(days=number % 500)
        own = replace(one.article, id=f"a{number}", published_on=day)
        yield Shelved(replace(one, article=own, analysis=replace(one.analysis, article_id=own.id)))


def _timed(act: Callable[[], object]) -> float:
    before = time.perf_counter()
    act()
    return time.perf_counter() - before


if __name__ == "__main__":
    main()

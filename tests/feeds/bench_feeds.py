"""One round over many feeds on a server of our own: `make bench-feeds`, ARGS=--feeds 1000 for less.

The first round takes the baseline. In the second, a day later, 95 % of the feeds are unchanged,
4 % have a new article and 1 % ask to be left alone for an hour; a third round comes half an hour
after that. What is printed: seconds of the second round, requests that were conditional,
connections and requests to one host at one time, and requests before Retry-After. Exits with 1
if a promise is broken. The server runs in a process of its own and counts what arrives.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import multiprocessing
import random
import resource
import tempfile
import time
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.request import urlopen

from feeds.loopback import Names, reply
from feeds.newsroom import LOOPBACK, ShelfInMemory, item, rss

from bot.core.feeds import Feed
from bot.sources.feeds.reading import EntryReader
from bot.sources.feeds.refreshing import Means, Refresher
from bot.sources.sandbox import Sandbox
from bot.sources.web.fetching import Fetcher
from bot.sources.web.pages import PageReader
from bot.sources.web.robots import Robots
from bot.store import open_store

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

START = datetime(2026, 1, 5, 6, 0, tzinfo=UTC)
DAY = timedelta(days=1)
HALF_AN_HOUR = timedelta(minutes=30)
PER_HOST = 4
MOST_SECONDS = 120


class Server:
    """Answers by the number of the feed and by the round, and counts."""

    def __init__(self) -> None:
        self.round = 1
        self.counts: Counter[str] = Counter()
        self.open: Counter[str] = Counter()
        self.active: Counter[str] = Counter()
        self.busy: set[int] = set()

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        host = ""
        try:
            while True:
                head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
                path = head.split(" ", 2)[1]
                if path.startswith("/control/"):
                    self.round = int(path.rpartition("/")[2]) or self.round
                    writer.write(reply(json.dumps(self.counts), connection="close"))
                    return
                if not host:
                    host = head.partition("\r\nhost: ")[2].partition("\r\n")[0]
                    self.open[host] += 1
                    self._note("connections", self.open[host])
                self.active[host] += 1
                self._note("requests at once", self.active[host])
                # Long enough that requests to one host meet.
                await asyncio.sleep(0.005)
                writer.write(self._answer(int(path.removeprefix("/f")), head))
                self.active[host] -= 1
                await writer.drain()
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            if host:
                self.open[host] -= 1
            writer.close()

    def _note(self, name: str, value: int) -> None:
        self.counts[name] = max(self.counts[name], value)

    def _answer(self, number: int, head: str) -> bytes:
        self.counts[f"round {self.round}"] += 1
        etag = f'"{number}-1"'
        if self.round > 1 and f"if-none-match: {etag}" in head:
            self.counts[f"conditional {self.round}"] += 1
        if number in self.busy:
            self.counts["before retry-after"] += 1
        kind = number % 100
        if self.round == 1 or kind < 4:
            new = [entry(number, 9)] if self.round > 1 else []
            body = rss(*new, *(entry(number, age) for age in range(3)))
            return reply(body, etag=etag if self.round == 1 else f'"{number}-2"')
        if kind == 4:
            self.busy.add(number)
            return reply("", 503, retry_after="3600")
        return reply(b"", 304, content_type=None)


def host_of(number: int) -> str:
    """Nine of ten feeds share a host with three others, the tenth with a tenth of its kind."""
    return (
        f"big{number % 100 // 10}.example" if number % 10 == 9 else f"h{number // PER_HOST}.example"
    )


def entry(number: int, age: int) -> str:
    at = START - timedelta(days=10 + age) if age < 9 else START + DAY / 2
    link = f"http://{host_of(number)}/{number}/{age}"
    return item(number * 10 + age, link, at=at, content=f"<p>Meldung {number} {age}.</p>" * 20)


def run_server(pipe: Connection) -> None:
    async def live() -> None:
        server = await asyncio.start_server(Server().serve, "127.0.0.1", 0, backlog=1_000)
        pipe.send(server.sockets[0].getsockname()[1])
        async with server:
            await server.serve_forever()

    asyncio.run(live())


def control(port: int, number: int = 0) -> dict[str, int]:
    """What was counted so far; the server goes on to round `number`."""
    with urlopen(f"http://127.0.0.1:{port}/control/{number}") as answer:
        counts: dict[str, int] = json.load(answer)
        return counts


async def measure(port: int, count: int, folder: Path) -> dict[str, float]:
    clock = [START]
    feeds = [
        Feed(f"http://{host_of(number)}:{port}/f{number}", content="full")
        for number in range(count)
    ]
    chance = random.Random(1).random  # noqa: S311 - no secret
    shelf = ShelfInMemory()
    found: dict[str, float] = {}
    with open_store(None, folder) as store, Sandbox() as sandbox:
        async with Fetcher(now=lambda: clock[0], allowed=LOOPBACK, resolver=Names()) as fetcher:
            pages = PageReader(fetcher, sandbox, Robots(fetcher, sandbox, now=lambda: clock[0]))
            means = Means(
                book=store.feeds,
                shelf=shelf,
                fetcher=fetcher,
                sandbox=sandbox,
                reader=EntryReader(store.feeds, shelf, pages),
                now=lambda: clock[0],
                chance=chance,
                zone="Europe/Berlin",
            )
            refresher = Refresher(means)
            for number, pause in enumerate((timedelta(), DAY, HALF_AN_HOUR), start=1):
                clock[0] += pause
                await asyncio.to_thread(control, port, number)
                started, computed = time.monotonic(), time.process_time()
                done = await refresher.refresh(feeds)
                found[f"seconds {number}"] = round(time.monotonic() - started, 1)
                found[f"seconds of computing {number}"] = round(time.process_time() - computed, 1)
                found[f"visited {number}"] = done.visited
                found[f"failed {number}"] = done.failed
                found[f"arrived {number}"] = done.arrived
    return found


def judge(found: dict[str, float], count: int) -> list[str]:
    """The promises that were broken."""
    wrong = {
        "the round took too long": found["seconds 2"] > MOST_SECONDS,
        "not every feed was visited": found["visited 2"] < count,
        "a request was not conditional": found["conditional 2"] < found["round 2"],
        "a host had more than two connections": found["connections"] > 2,
        "a host had more than two requests at once": found["requests at once"] > 2,
        "somebody was asked before Retry-After": found.get("before retry-after", 0) > 0,
        "new articles are missing": found["arrived 2"] < count * 0.04,
    }
    return [name for name, is_wrong in wrong.items() if is_wrong]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--feeds", type=int, default=10_000)
    count = parser.parse_args().feeds
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    server = context.Process(target=run_server, args=(theirs,), daemon=True)
    server.start()
    port = ours.recv()
    with tempfile.TemporaryDirectory() as folder:
        found = asyncio.run(measure(port, count, Path(folder)))
    found |= control(port)
    found["memory at its peak, MB"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1000
    server.kill()
    for name, value in sorted(found.items()):
        print(f"{name:28} {value:>10}")
    wrong = judge(found, count)
    print("\n".join(wrong) or "all promises kept")
    return bool(wrong)


if __name__ == "__main__":
    raise SystemExit(main())

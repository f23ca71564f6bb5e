"""Answers made to be too much: stopped at 10 MB, 1 s of computing, 30 s, 100 MB of memory."""

from __future__ import annotations

import asyncio
import gzip
import zlib
from typing import TYPE_CHECKING, Any

import pytest
from feeds.loopback import Names, Request, Site, open_site, reply
from feeds.measuring import Cost, cost_of, fetch_apart
from feeds.newsroom import LOOPBACK, MONDAY, ShelfInMemory, hostile_rules, item, rss

from bot.core.feeds import Feed
from bot.sources.feeds.parsing import parse_feed
from bot.sources.feeds.reading import EntryReader
from bot.sources.feeds.refreshing import EFFORT as FEED_EFFORT
from bot.sources.feeds.refreshing import Means, Refresher
from bot.sources.sandbox import Unfinished
from bot.sources.web.fetching import MOST_BYTES, Fetcher
from bot.sources.web.pages import EFFORT as PAGE_EFFORT
from bot.sources.web.pages import PageReader, read_page
from bot.sources.web.robots import EFFORT as ROBOTS_EFFORT
from bot.sources.web.robots import Robots, allows

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.sources.sandbox import Effort, Sandbox
    from bot.sources.web.answers import Answer
    from bot.store import Store

COMPUTING = 1.0
SECONDS = 30.0
MEMORY = 100_000_000


def packed(bits: int) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, bits)
    return b"".join(packer.compress(bytes(1_000_000)) for _ in range(500)) + packer.flush()


async def pour(writer: asyncio.StreamWriter, head: bytes) -> None:
    writer.write(b"HTTP/1.1 200 OK\r\n" + head + b"\r\n")
    for _ in range(5_000):
        writer.write(bytes(100_000))
        await writer.drain()


async def declared(_: Request, writer: asyncio.StreamWriter) -> None:
    await pour(writer, b"content-length: 500000000\r\n")


async def undeclared(_: Request, writer: asyncio.StreamWriter) -> None:
    await pour(writer, b"")


async def packed_in_pieces(_: Request, writer: asyncio.StreamWriter) -> None:
    await pour(writer, b"content-encoding: gzip\r\n")


FETCHED = {
    "gzip": lambda: reply(packed(31), content_encoding="gzip"),
    "deflate": lambda: reply(packed(15), content_encoding="deflate"),
    "raw deflate": lambda: reply(packed(-15), content_encoding="deflate"),
    "many members": lambda: reply(gzip.compress(bytes(1_000_000)) * 50, content_encoding="gzip"),
    "half a million empty members": lambda: reply(
        gzip.compress(b"") * 500_000, content_encoding="gzip"
    ),
    "500 MB": lambda: declared,
    "500 MB of unknown size": lambda: undeclared,
}


@pytest.mark.parametrize("kind", FETCHED)
def test_too_much_is_not_even_taken(kind: str) -> None:
    async def live() -> Cost:
        async with open_site() as site:
            site.say("/small", "<rss/>")
            site.answers["/bomb"] = FETCHED[kind]()
            return await asyncio.to_thread(fetch_apart, site.url("/bomb"))

    cost = asyncio.run(live())
    assert cost.outcome == "too large"
    assert cost.computing <= COMPUTING
    assert cost.seconds <= SECONDS
    assert cost.memory <= MEMORY


def test_what_is_within_the_limit_costs_no_more_either() -> None:
    """The largest answer that is taken, which the fetcher unpacks whole."""

    async def live() -> Cost:
        async with open_site() as site:
            site.say("/small", "<rss/>")
            site.say("/bomb", gzip.compress(bytes(MOST_BYTES)), content_encoding="gzip")
            return await asyncio.to_thread(fetch_apart, site.url("/bomb"))

    cost = asyncio.run(live())
    assert cost.outcome == f"{MOST_BYTES} bytes"
    assert cost.computing <= COMPUTING
    assert cost.memory <= MEMORY


class Warp(asyncio.SelectorEventLoop):
    """A loop whose clock stands still until it is put forward, while somebody waits for it."""

    ahead = 0.0
    is_waited_for = False

    def time(self) -> float:
        return self.ahead


class WaitingFetcher(Fetcher):
    """Says when somebody waits for the web."""

    async def fetch(self, *args: Any, **wishes: Any) -> Answer:
        loop = asyncio.get_running_loop()
        assert isinstance(loop, Warp)
        loop.is_waited_for = True
        try:
            return await super().fetch(*args, **wishes)
        finally:
            loop.is_waited_for = False


class SlowSandbox:
    """Uses all the time that each task is given, and takes up robots.txt and pages as they are."""

    def __init__(self, loop: Warp) -> None:
        self.loop = loop
        self.tasks: list[str] = []

    async def do(
        self, effort: Effort, task: Callable[..., object], *_: object, **__: object
    ) -> bool:
        self.loop.ahead += effort.seconds
        self.tasks.append(task.__name__)
        return True


def test_no_process_may_compute_or_hold_more_than_promised() -> None:
    for effort in (FEED_EFFORT, PAGE_EFFORT, ROBOTS_EFFORT):
        assert effort.computing <= COMPUTING
        assert effort.memory <= MEMORY


@pytest.mark.parametrize("seconds", [0, 3, 4.9, 9.9, 24, 26, 100])
def test_a_page_takes_half_a_minute_with_its_redirect_two_robots_txt_and_all_parsers(
    seconds: float,
) -> None:
    def say(site: Site) -> str:
        there = site.url("/b", "other.example")
        for path, answer in {
            "/robots.txt": reply("User-agent: *\nDisallow: /c"),
            "/a": reply(b"", 302, location=there),
            "/b": reply("<p>", content_type="text/html"),
        }.items():
            site.answers[path] = late(answer, seconds)
        return site.url("/a", "news.example")

    async def read(url: str, fetcher: Fetcher, sandbox: SlowSandbox) -> object:
        robots = Robots(fetcher, sandbox, now=lambda: MONDAY)  # type: ignore[arg-type] # slow
        return await PageReader(fetcher, sandbox, robots).read(url)  # type: ignore[arg-type] # slow

    took, tasks = measure_virtually(say, read)
    assert took <= SECONDS
    assert tasks == {0: ["allows", "allows", "read_page"], 100: []}.get(seconds, tasks)


@pytest.mark.parametrize("seconds", [0, 3, 12, 24.9, 100])
def test_a_feed_takes_half_a_minute_with_its_redirect_and_its_parser(
    seconds: float, store: Store
) -> None:
    def say(site: Site) -> str:
        site.answers["/a"] = late(reply(b"", 302, location="/b"), seconds)
        site.answers["/b"] = late(reply(rss()), seconds)
        return site.url("/a")

    async def visit(url: str, fetcher: Fetcher, sandbox: SlowSandbox) -> object:
        shelf = ShelfInMemory()
        means = Means(
            book=store.feeds,
            shelf=shelf,
            fetcher=fetcher,
            sandbox=sandbox,  # type: ignore[arg-type] # slow
            reader=EntryReader(store.feeds, shelf, None),  # type: ignore[arg-type] # no page is read
            now=lambda: MONDAY,
            chance=lambda: 0.0,
            zone="Europe/Berlin",
        )
        return await Refresher(means).refresh([Feed(url)])

    took, tasks = measure_virtually(say, visit)
    assert took <= SECONDS
    assert tasks == {0: ["parse_feed"], 24.9: [], 100: []}.get(seconds, tasks)


def late(answer: bytes, seconds: float) -> Callable[..., Awaitable[None]]:
    async def act(_: Request, writer: asyncio.StreamWriter) -> None:
        loop = asyncio.get_running_loop()
        assert isinstance(loop, Warp)
        for _ in range(round(seconds * 20)):
            loop.ahead += 0.05 * loop.is_waited_for
            # Whoever has waited for too long finds out before time goes on.
            await asyncio.sleep(0)
        writer.write(answer)
        await writer.drain()

    return act


def measure_virtually(
    say: Callable[[Site], str], act: Callable[..., Awaitable[object]]
) -> tuple[float, list[str]]:
    """The seconds by the clock of the loop, and the tasks that came to a process."""

    async def live() -> tuple[float, list[str]]:
        loop = asyncio.get_running_loop()
        assert isinstance(loop, Warp)
        sandbox = SlowSandbox(loop)
        async with (
            open_site() as site,
            WaitingFetcher(now=lambda: MONDAY, allowed=LOOPBACK, resolver=Names()) as fetcher,
        ):
            url, started = say(site), loop.time()
            await act(url, fetcher, sandbox)
            return loop.time() - started, sandbox.tasks

    with asyncio.Runner(loop_factory=Warp) as runner:
        return runner.run(live())


def laughs() -> bytes:
    nested = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    return _with_entities(f'<!ENTITY l0 "ha">{nested}', "&l11;")


def long_entity() -> bytes:
    return _with_entities(f'<!ENTITY a "{"a" * 100_000}">', "&a;" * 100_000)


def _with_entities(entities: str, title: str) -> bytes:
    body = rss(item(1, "http://news.example/1", title=title)).partition("?>")[2]
    return f'<?xml version="1.0"?><!DOCTYPE rss [{entities}]>{body}'.encode()


def deep_feed() -> bytes:
    return rss("<item>" * 1_000_000).encode()


def long_feed() -> bytes:
    return rss(*(item(n, f"http://news.example/{n}") for n in range(35_000))).encode()


def deep_page() -> bytes:
    return b"<html><body><article>" + b"<div><p>a" * 1_000_000


def long_page() -> bytes:
    return b"<html><body><article>" + b"<p>Ein Satz von Erika Beispiel.</p>" * 280_000


def page_of_entities() -> bytes:
    return b"<html><body><article><p>" + b"&amp;lt;&uuml;" * 700_000


def rules_of_stars() -> bytes:
    return b"user-agent:*\n" + b"disallow:/*a*a*a*a*a*b\n" * 22_000


PARSED: dict[str, tuple[Callable[[], bytes], Callable[..., object], Effort]] = {
    "entities that grow": (laughs, parse_feed, FEED_EFFORT),
    "a long entity many times": (long_entity, parse_feed, FEED_EFFORT),
    "a deep feed": (deep_feed, parse_feed, FEED_EFFORT),
    "a long feed": (long_feed, parse_feed, FEED_EFFORT),
    "a deep page": (deep_page, read_page, PAGE_EFFORT),
    "a long page": (long_page, read_page, PAGE_EFFORT),
    "a page of entities": (page_of_entities, read_page, PAGE_EFFORT),
    "many programs of many rules": (hostile_rules, allows, ROBOTS_EFFORT),
    "many rules of many stars": (rules_of_stars, allows, ROBOTS_EFFORT),
}


@pytest.mark.parametrize("kind", PARSED)
def test_a_parser_that_is_given_too_much_is_ended(kind: str, sandbox: Sandbox) -> None:
    build, parse, effort = PARSED[kind]
    body = build()
    assert len(body) <= MOST_BYTES
    done = sandbox.do_now(effort, _parse_measured, parse.__name__, body)
    if isinstance(done, Unfinished):
        return
    assert done.computing <= COMPUTING
    assert done.memory <= MEMORY


def _parse_measured(name: str, body: bytes) -> Cost:
    return cost_of(PARSERS[name], body, f"http://news.example/{'a' * 2_000}")


def _read_page(body: bytes, url: str) -> object:
    return read_page(body, url=url)


PARSERS: dict[str, Callable[[bytes, str], object]] = {
    "parse_feed": parse_feed,
    "read_page": _read_page,
    "allows": allows,
}

"""Answers made to be too much: stopped at 10 MB, 1 s of computing, 30 s, 100 MB of memory."""

from __future__ import annotations

import asyncio
import gzip
import zlib
from typing import TYPE_CHECKING

import pytest
from feeds.loopback import Request, open_site, reply
from feeds.measuring import Cost, cost_of, fetch_apart
from feeds.newsroom import hostile_rules, item, rss

from bot.sources.feeds.parsing import parse_feed
from bot.sources.feeds.refreshing import EFFORT as FEED_EFFORT
from bot.sources.sandbox import Unfinished
from bot.sources.web.fetching import MOST_BYTES, MOST_SECONDS
from bot.sources.web.pages import EFFORT as PAGE_EFFORT
from bot.sources.web.pages import read_page
from bot.sources.web.robots import EFFORT as ROBOTS_EFFORT
from bot.sources.web.robots import allows

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.sources.sandbox import Effort, Sandbox

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


def test_no_answer_may_take_longer_than_promised() -> None:
    """That a drip is given up at its limit is shown in `test_address_guard`."""
    assert MOST_SECONDS <= SECONDS
    for effort in (FEED_EFFORT, PAGE_EFFORT):
        assert effort.computing <= COMPUTING
        assert effort.seconds + MOST_SECONDS / 2 <= SECONDS
        assert effort.memory <= MEMORY


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

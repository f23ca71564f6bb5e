"""The feed at an address that somebody names: the address itself, or a feed its page points to."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from bot.sources.feeds.parsing import parse_feed
from bot.sources.sandbox import Effort, Sandbox, Unfinished
from bot.sources.web.addresses import fault_of_url
from bot.sources.web.allowance import Allowance
from bot.sources.web.answers import Failed, Fetched
from bot.sources.web.fetching import Fetcher

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from bot.core.feeds import Feed
    from bot.sources.feeds.entries import ParsedFeed
    from bot.sources.web.addresses import Network

_EFFORT = Effort(computing=1, seconds=15, memory=100_000_000)
_TYPES = ("application/rss+xml", "application/atom+xml", "application/feed+json")
_MOST_LINKS = 10
_AT_ONCE = 20


@dataclass(frozen=True, slots=True)
class FoundFeed:
    """A feed that was read just now. `address` is where it is for good."""

    address: str
    feed: ParsedFeed


@dataclass(frozen=True, slots=True)
class CheckedFeed:
    """A feed that was asked for just now, and what came of it."""

    feed: Feed
    found: FoundFeed | Failed


async def check_feeds(
    wanted: Sequence[Feed], *, now: Callable[[], datetime], networks: tuple[Network, ...]
) -> list[CheckedFeed]:
    """Ask for all of them, with a client and processes of their own; in their order."""
    gate = asyncio.Semaphore(_AT_ONCE)
    with Sandbox() as sandbox:
        async with Fetcher(now=now, allowed=networks) as fetcher:

            async def check(feed: Feed) -> CheckedFeed:
                async with gate:
                    return CheckedFeed(feed, await find_feed(feed.address, fetcher, sandbox))

            return list(await asyncio.gather(*map(check, wanted)))


async def find_feed(url: str, fetcher: Fetcher, sandbox: Sandbox) -> FoundFeed | Failed:
    """Read the feed at `url`, or the first one that the page there names as its feed."""
    allowance = Allowance()
    answer = await fetcher.fetch(url, allowance=allowance)
    if not isinstance(answer, Fetched):
        return answer if isinstance(answer, Failed) else Failed("not a feed")
    found = await _parse(answer, url, sandbox, allowance)
    if found is not None:
        return found
    links = await sandbox.do(allowance.for_work(_EFFORT), feed_links, answer.body, answer.url)
    for link in () if isinstance(links, Unfinished) else links:
        allowance = Allowance()
        behind = await fetcher.fetch(link, allowance=allowance)
        if isinstance(behind, Fetched):
            found = await _parse(behind, link, sandbox, allowance)
            if found is not None:
                return found
    return Failed("not a feed")


async def _parse(
    answer: Fetched, url: str, sandbox: Sandbox, allowance: Allowance
) -> FoundFeed | None:
    effort = allowance.for_work(_EFFORT)
    with allowance.spent(most=effort.seconds):
        parsed = await sandbox.do(effort, parse_feed, answer.body, answer.url)
    if parsed is None or isinstance(parsed, Unfinished):
        return None
    return FoundFeed(answer.moved_to or url, parsed)


def feed_links(body: bytes, url: str) -> tuple[str, ...]:
    """The addresses of the feeds that a page names in its head."""
    # Loading it takes a moment, and only addresses that are no feed need it.
    from lxml.etree import LxmlError  # noqa: PLC0415 (see the line above)
    from lxml.html import HTMLParser, document_fromstring  # noqa: PLC0415 (the same)

    try:
        root = document_fromstring(body, parser=HTMLParser(remove_comments=True))
    except (LxmlError, ValueError, AssertionError):
        return ()
    links: list[str] = []
    for link in root.iter("link"):
        if link.get("type", "").lower() in _TYPES and "alternate" in link.get("rel", "").lower():
            address = urljoin(url, link.get("href", "").strip())
            if fault_of_url(address) is None:
                links.append(address)
    return tuple(dict.fromkeys(links))[:_MOST_LINKS]

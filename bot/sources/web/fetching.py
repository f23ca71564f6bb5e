"""One address is asked, at most two connections a host, within limits of size and time.

Decides nothing about feeds or pages; whatever goes wrong becomes a `Failed`, never an error.
"""

from __future__ import annotations

import asyncio
import zlib
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from math import ceil
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from bot import __version__
from bot.sources.web.addresses import fault_of_url
from bot.sources.web.allowance import MOST_SECONDS, Allowance
from bot.sources.web.answers import Answer, Failed, Fetched, NotModified, Reason, Wishes
from bot.sources.web.connecting import MOST_PER_HOST, open_session, reason_of
from bot.sources.web.headers import (
    request_headers,
    validators_of,
    verdict_of_status,
    wishes_of,
)
from bot.sources.web.unpacking import PACKINGS, TooMuch, Unpacker

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from datetime import datetime
    from typing import Self

    from aiohttp import ClientResponse, ClientSession
    from aiohttp.abc import AbstractResolver

    from bot.sources.web.addresses import Network
    from bot.sources.web.answers import Validators

MOST_BYTES = 10_000_000
MOST_REDIRECTS = 5
AGENT = f"Morgenlage/{__version__} (news briefing; reads feeds and the articles behind them)"
_PIECE = 65_536
_REDIRECTS = (301, 302, 303, 307, 308)
_FOR_GOOD = (301, 308)
_NOT_MODIFIED = 304


@dataclass(frozen=True, slots=True)
class Limits:
    """The most that one answer may take: bytes (packed and unpacked) and seconds.

    Of what is larger nothing is taken, or the beginning if it `cuts`.
    """

    size: int = MOST_BYTES
    seconds: float = MOST_SECONDS
    cuts: bool = False


@dataclass(frozen=True, slots=True)
class _Hop:
    """One request of a chain. `moved_to` is where the chain so far leads for good."""

    url: str
    moved_to: str | None = None
    is_permanent: bool = True


class Fetcher:
    """Asks addresses; to be used in one event loop and closed there."""

    def __init__(
        self,
        *,
        now: Callable[[], datetime],
        allowed: tuple[Network, ...] = (),
        resolver: AbstractResolver | None = None,
    ) -> None:
        """Reach the public internet and the networks in `allowed`, nothing else.

        `now` is asked for the moments that servers name, never for how long something takes.
        """
        self._now = now
        self._allowed = allowed
        self._resolver = resolver
        self._session: ClientSession | None = None
        self._hosts: dict[str, _Host] = {}
        self._busy_until: dict[str, datetime] = {}

    async def fetch(
        self,
        url: str,
        validators: Validators | None = None,
        *,
        limits: Limits | None = None,
        allowance: Allowance | None = None,
    ) -> Answer:
        """Ask for `url`, conditionally if there are validators, and follow where it leads.

        What it takes is taken from `allowance`, which is not used up: what came is to be read.

        A host that has named a time (Retry-After) is not asked before it: it is busy, without a
        status. Time spent waiting for one of the two connections to a host does not count.
        """
        within = limits or Limits()
        allowance = allowance or Allowance()
        left = Allowance(min(within.seconds, allowance.for_an_answer))
        headers = request_headers(validators, agent=AGENT)
        hop = _Hop(url)
        for _ in range(MOST_REDIRECTS + 1):
            fault = _fault(hop.url)
            if fault:
                return Failed(fault, moved_to=None)
            async with self._turn(hop.url):
                waits = self._waits(hop.url)
                if waits:
                    return Failed("busy", wishes=Wishes(retry_after=waits), moved_to=hop.moved_to)
                seconds = left.left
                with left.spent(most=seconds), allowance.spent(most=seconds):
                    outcome = await self._ask(hop, headers, replace(within, seconds=seconds))
                self._mark(hop.url, outcome)
            if not isinstance(outcome, _Hop):
                return outcome
            hop = outcome
        return Failed("redirects")

    async def close(self) -> None:
        """Give back all connections."""
        if self._session is not None:
            await self._session.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def _ask(self, hop: _Hop, headers: dict[str, str], limits: Limits) -> Answer | _Hop:
        try:
            async with asyncio.timeout(limits.seconds):
                return await self._request(hop, headers, limits)
        except TooMuch:
            return Failed("too large", moved_to=hop.moved_to)
        except zlib.error:
            return Failed("encoding", moved_to=hop.moved_to)
        except Exception as error:
            reason = reason_of(error)
            if reason is None:
                raise
            return Failed(reason, moved_to=hop.moved_to)

    async def _request(self, hop: _Hop, headers: dict[str, str], limits: Limits) -> Answer | _Hop:
        if self._session is None:
            self._session = open_session(allowed=self._allowed, resolver=self._resolver)
        async with self._session.get(hop.url, headers=headers, allow_redirects=False) as response:
            if response.status in _REDIRECTS:
                return _next_hop(hop, response)
            wishes = wishes_of(response.headers, self._now())
            if response.status == _NOT_MODIFIED:
                return NotModified(validators_of(response.headers), wishes, hop.moved_to)
            reason = verdict_of_status(response.status)
            if reason:
                return Failed(reason, response.status, wishes, hop.moved_to)
            return await _read(hop, response, wishes, limits)

    def _waits(self, url: str) -> int:
        """For how many seconds the host is not to be asked."""
        until = self._busy_until.get(host_of(url))
        return 0 if until is None else max(0, ceil((until - self._now()).total_seconds()))

    def _mark(self, url: str, outcome: Answer | _Hop) -> None:
        if not (isinstance(outcome, Failed) and outcome.reason == "busy"):
            return
        now = self._now()
        self._busy_until = {host: at for host, at in self._busy_until.items() if at > now}
        if outcome.wishes.retry_after:
            until = now + timedelta(seconds=outcome.wishes.retry_after)
            self._busy_until[host_of(url)] = until

    @asynccontextmanager
    async def _turn(self, url: str) -> AsyncIterator[None]:
        """Wait until fewer than two requests to the host are under way, whatever its port."""
        name = host_of(url)
        host = self._hosts.setdefault(name, _Host())
        host.users += 1
        try:
            async with host.gate:
                yield
        finally:
            host.users -= 1
            if not host.users:
                self._hosts.pop(name, None)


def host_of(url: str) -> str:
    """The name by which connections are counted, "" if there is none."""
    try:
        return (urlsplit(url).hostname or "").lower().rstrip(".")
    except ValueError:
        return ""


class _Host:
    """Who waits for a host, and its two places."""

    def __init__(self) -> None:
        self.gate = asyncio.Semaphore(MOST_PER_HOST)
        self.users = 0


async def _read(
    hop: _Hop, response: ClientResponse, wishes: Wishes, limits: Limits
) -> Fetched | Failed:
    packing = response.headers.get("Content-Encoding", "").strip().lower()
    packing = {"identity": "", "x-gzip": "gzip"}.get(packing, packing)
    if packing and packing not in PACKINGS:
        return Failed("encoding", response.status, wishes, hop.moved_to)
    length = response.content_length
    if length is not None and length > limits.size and not limits.cuts:
        return Failed("too large", response.status, wishes, hop.moved_to)
    unpacker = Unpacker(packing, limit=limits.size, cuts=limits.cuts)
    async for piece in response.content.iter_chunked(_PIECE):
        if not unpacker.take(piece):
            break
    return Fetched(
        url=hop.url,
        body=unpacker.finish(),
        media_type=response.content_type.lower(),
        charset=response.charset,
        validators=validators_of(response.headers),
        wishes=wishes,
        moved_to=hop.moved_to,
    )


def _next_hop(hop: _Hop, response: ClientResponse) -> _Hop | Failed:
    target = response.headers.get("Location", "").strip()
    if not target:
        return Failed("redirects", response.status)
    try:
        url = urljoin(hop.url, target)
    except ValueError:
        return Failed("redirects", response.status)
    is_permanent = hop.is_permanent and response.status in _FOR_GOOD
    return _Hop(url, url if is_permanent else hop.moved_to, is_permanent)


def _fault(url: str) -> Reason | None:
    match fault_of_url(url):
        case None:
            return None
        case "scheme":
            return "scheme"
        case "userinfo":
            return "userinfo"
        case _:
            return "address"

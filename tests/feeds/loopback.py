"""A web server on loopback that answers as a test tells it, and a name server of the test's own."""

from __future__ import annotations

import asyncio
import socket
import threading
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from aiohttp.abc import AbstractResolver, ResolveResult

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping

    Act = Callable[["Request", asyncio.StreamWriter], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Request:
    """What arrived. Names of headers are in lower case."""

    path: str
    headers: Mapping[str, str]

    @property
    def host(self) -> str:
        return self.headers["host"].rsplit(":", 1)[0]


@dataclass(slots=True)
class Site:
    """Answers by path; `requests` are those that arrived, `peak` the most at one time by host.

    `connected` is how many connections are open, `most_connected` the most that ever were.
    """

    port: int = 0
    answers: dict[str, bytes | Act] = field(default_factory=dict)
    requests: list[Request] = field(default_factory=list)
    peak: dict[str, int] = field(default_factory=dict)
    active: dict[str, int] = field(default_factory=dict)
    connected: int = 0
    most_connected: int = 0

    def url(self, path: str, host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}{path}"

    def say(
        self, path: str, body: bytes | str = b"", status: int = 200, **headers: str | None
    ) -> None:
        """Answer `path` like this; a header `content_type` is sent as Content-Type."""
        self.answers[path] = reply(body, status, **headers)

    def asked(self, path: str) -> list[Request]:
        return [request for request in self.requests if request.path == path]

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connected += 1
        self.most_connected = max(self.most_connected, self.connected)
        try:
            while (request := await _read(reader)) is not None:
                self.requests.append(request)
                self._enter(request.host)
                try:
                    answer = self.answers.get(request.path, reply(b"nothing here", 404))
                    if isinstance(answer, bytes):
                        writer.write(answer)
                        await writer.drain()
                    else:
                        await answer(request, writer)
                finally:
                    self.active[request.host] -= 1
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            self.connected -= 1
            writer.close()

    def _enter(self, host: str) -> None:
        self.active[host] = self.active.get(host, 0) + 1
        self.peak[host] = max(self.peak.get(host, 0), self.active[host])


class Names(AbstractResolver):
    """Gives for each name the next of its lists of addresses; every name not listed is 127.0.0.1.

    `asked` are the names in the order in which they were asked for.
    """

    def __init__(self, names: Mapping[str, list[list[str]]] | None = None) -> None:
        self._names = {name: list(lists) for name, lists in (names or {}).items()}
        self.asked: list[str] = []

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        del family
        self.asked.append(host)
        lists = self._names.get(host, [["127.0.0.1"]])
        addresses = lists.pop(0) if len(lists) > 1 else lists[0]
        return [
            ResolveResult(
                hostname=host,
                host=address,
                port=port,
                family=socket.AF_INET6 if ":" in address else socket.AF_INET,
                proto=0,
                flags=0,
            )
            for address in addresses
        ]

    async def close(self) -> None:
        pass


@asynccontextmanager
async def open_site() -> AsyncIterator[Site]:
    """A site on a free port of 127.0.0.1."""
    site = Site()
    server = await asyncio.start_server(site.serve, "127.0.0.1", 0)
    site.port = server.sockets[0].getsockname()[1]
    try:
        yield site
    finally:
        server.close()


@contextmanager
def site_in_a_thread() -> Iterator[Site]:
    """A site that is served beside what asks it, for code that is not asynchronous."""
    ready, done = threading.Event(), threading.Event()
    sites: list[Site] = []

    async def serve() -> None:
        async with open_site() as opened:
            sites.append(opened)
            ready.set()
            await asyncio.to_thread(done.wait)

    thread = threading.Thread(target=asyncio.run, args=(serve(),))
    thread.start()
    ready.wait(30)
    try:
        yield sites[0]
    finally:
        done.set()
        thread.join()


def reply(body: bytes | str = b"", status: int = 200, **headers: str | None) -> bytes:
    """A whole answer of HTTP. A header that is None is left out."""
    content = body.encode() if isinstance(body, str) else body
    fields = {"content_length": str(len(content)), "content_type": "text/xml", **headers}
    lines = [
        f"{name.replace('_', '-')}: {value}" for name, value in fields.items() if value is not None
    ]
    return "\r\n".join([f"HTTP/1.1 {status} Because", *lines, "", ""]).encode() + content


async def _read(reader: asyncio.StreamReader) -> Request | None:
    try:
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
    except asyncio.IncompleteReadError:
        return None
    first, *lines = head.strip().split("\r\n")
    pairs = (line.split(":", 1) for line in lines)
    return Request(first.split(" ")[1], {name.lower(): value.strip() for name, value in pairs})

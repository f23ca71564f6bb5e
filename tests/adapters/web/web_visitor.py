"""Serves the page in a thread, and asks it things as a browser would, header by header."""

from __future__ import annotations

import asyncio
import threading
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.client import HTTPConnection
from http.cookies import SimpleCookie
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode, urlsplit

from lxml import html

from bot.adapters.web.service import WebService

if TYPE_CHECKING:
    from collections.abc import Coroutine

    from bot.adapters.web.config import WebConfig
    from bot.adapters.web.ports import Shelf, Surroundings
    from bot.desk.desk import Desk

WAIT = 20.0
NOW = datetime(2025, 1, 24, 8, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Got:
    """A response as it came."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()

    @property
    def tree(self) -> html.HtmlElement:
        return html.document_fromstring(self.text)

    def words(self, path: str = "//main") -> str:
        """What can be read below a place of the page, with single blanks."""
        return " ".join(" ".join(self.tree.xpath(f"{path}//text()")).split())


@dataclass
class Visitor:
    """A browser: keeps cookies and names its origin when it posts, unless told otherwise."""

    address: str
    headers: dict[str, str] = field(default_factory=dict)
    cookies: dict[str, str] = field(default_factory=dict)

    def get(self, path: str, **headers: str) -> Got:
        return self.ask("GET", path, None, headers)

    def post(self, path: str, form: dict[str, str] | None = None, **headers: str) -> Got:
        return self.ask("POST", path, form or {}, {"Origin": self.address, **headers})

    def post_pairs(self, path: str, form: list[tuple[str, str]]) -> Got:
        """A form in which a name may stand several times."""
        return self.ask("POST", path, form, {"Origin": self.address})

    def say(self, text: str) -> Got:
        return self.post("/say", {"text": text})

    def ask(
        self,
        method: str,
        path: str,
        form: dict[str, str] | list[tuple[str, str]] | None,
        headers: dict[str, str],
    ) -> Got:
        place = urlsplit(self.address)
        connection = HTTPConnection(place.hostname or "", place.port, timeout=WAIT)
        sent = {"Accept": "text/html", **self.headers}
        sent |= {name.replace("_", "-"): value for name, value in headers.items()}
        if self.cookies:
            sent["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        body = None
        if form is not None:
            body = urlencode(form)
            sent["Content-Type"] = "application/x-www-form-urlencoded"
        sent = {name: value for name, value in sent.items() if value}
        try:
            connection.request(method, path, body, sent)
            response = connection.getresponse()
            got = Got(response.status, dict(response.getheaders()), response.read())
            for line in response.headers.get_all("Set-Cookie", []):
                self.cookies |= {key: one.value for key, one in SimpleCookie(line).items()}
        finally:
            connection.close()
        return got


class Served:
    """A page in a thread of its own."""

    def __init__(self, service: WebService) -> None:
        self.service = service
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        self.run(service.start())

    def run(self, work: Coroutine[Any, Any, None]) -> None:
        asyncio.run_coroutine_threadsafe(work, self._loop).result(WAIT)

    @property
    def address(self) -> str:
        return self.service.address

    def visitor(self, **headers: str) -> Visitor:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return Visitor(self.address, named)

    def stop(self) -> None:
        if self._loop.is_closed():
            return
        self.run(self.service.stop())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(WAIT)
        self._loop.close()


def serve(config: WebConfig, desk: Desk, shelf: Shelf, around: Surroundings) -> Served:
    return Served(WebService(config, desk, shelf, around))

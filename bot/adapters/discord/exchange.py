"""One request to Discord's API and its answer: written once, or said not to have been written.

discord.py tries again by itself, which a digest must not; a sender thread uses this instead.
"""

from __future__ import annotations

import http.client
import json
import ssl
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol
from urllib.parse import urlsplit

from bot.errors import BriefingError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

# Discord asks for a name and an address in this form; others are refused by its edge.
_USER_AGENT = "DiscordBot (https://example.invalid/morgenlage, 1.0)"
_CONNECT_SECONDS = 4.0
# From connecting to the last byte of the answer.
REQUEST_SECONDS = 10.0
_MOST_BYTES = 4_000_000


@dataclass(frozen=True, slots=True)
class Answer:
    """What Discord said. Names of headers are in lower case; no JSON is an empty body."""

    status: int
    headers: Mapping[str, str]
    body: Any

    @property
    def code(self) -> int:
        """Discord's own number for an error; 0 if there is none."""
        code = self.body.get("code") if isinstance(self.body, dict) else None
        return code if isinstance(code, int) else 0


class NotWritten(BriefingError):
    """No byte of the request was written: nothing can have happened."""


class Broken(BriefingError):
    """The request was written at least in part, and no answer came: nobody knows."""


class Exchange(Protocol):
    """Carries one request; the real one, or one of a test."""

    def __call__(
        self, method: str, path: str, body: object = None, *, may_write: Callable[[], bool]
    ) -> Answer:
        """The answer to the request.

        Raises:
            NotWritten: there was no connection, or `may_write` said no at the last moment.
            Broken: there is no answer.
        """


class HttpExchange:
    """A connection of its own for each request: none that is kept open can be stale."""

    def __init__(self, token: str, api: str) -> None:
        """Speak as the bot with this token to the API at this address."""
        self._token = token
        self._base = urlsplit(api)
        self._tls = ssl.create_default_context() if self._base.scheme == "https" else None

    def __call__(
        self, method: str, path: str, body: object = None, *, may_write: Callable[[], bool]
    ) -> Answer:
        """See `Exchange`."""
        end = time.monotonic() + REQUEST_SECONDS
        connection = self._connect()
        try:
            if not may_write():
                reason = "the lease ran out"
                raise NotWritten(reason)
            return self._exchange(connection, method, path, body, end=end)
        finally:
            connection.close()

    def _connect(self) -> http.client.HTTPConnection:
        host, port = self._base.hostname or "", self._base.port
        connection = (
            http.client.HTTPSConnection(host, port, timeout=_CONNECT_SECONDS, context=self._tls)
            if self._tls is not None
            else http.client.HTTPConnection(host, port, timeout=_CONNECT_SECONDS)
        )
        try:
            connection.connect()
        except OSError as error:
            connection.close()
            raise NotWritten(_name(error)) from error
        return connection

    def _exchange(
        self,
        connection: http.client.HTTPConnection,
        method: str,
        path: str,
        body: object,
        *,
        end: float,
    ) -> Answer:
        written = None if body is None else json.dumps(body, ensure_ascii=False).encode()
        headers = {"Authorization": f"Bot {self._token}", "User-Agent": _USER_AGENT}
        if written is not None:
            headers["Content-Type"] = "application/json"
        if connection.sock is not None:
            connection.sock.settimeout(max(0.1, end - time.monotonic()))
        try:
            connection.request(method, f"{self._base.path}{path}", body=written, headers=headers)
            response = connection.getresponse()
            content = response.read(_MOST_BYTES)
        except (OSError, http.client.HTTPException) as error:
            raise Broken(_name(error)) from error
        named = {name.lower(): value for name, value in response.getheaders()}
        return Answer(response.status, named, _read(content))


def _read(content: bytes) -> Any:  # noqa: ANN401 - any JSON
    try:
        return json.loads(content) if content else {}
    except ValueError:
        return {}


def _name(error: Exception) -> str:
    """What happened, without any address that the error may hold."""
    return getattr(error, "strerror", None) or type(error).__name__

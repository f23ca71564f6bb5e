"""The test's hand on the chat service, and the platform that posts to it."""

from __future__ import annotations

import http.client
import json
import select
import socket
import subprocess
import sys
import threading
import time
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self
from urllib.parse import urlencode

from bot.delivery.port import Ambiguous, CannotLook, Refused, RetryAfter, Sent

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.core.ledger import Claimed, Wish
    from bot.delivery.port import SendResult

_OK, _FORBIDDEN = 200, 403


class ChatProcess:
    """The chat service, running. Ends with the `with` block."""

    def __init__(self, seed: int = 1) -> None:
        self._process = subprocess.Popen(
            [sys.executable, str(Path(__file__).with_name("chat_service.py")), "--seed", str(seed)],
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self._process.stdout is not None
        self.port = int(self._process.stdout.readline())

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.wait()
        assert self._process.stdout is not None
        self._process.stdout.close()

    def behave(self, **conduct: float) -> None:
        """Misbehave from now on as the fields of `chat_service.Conduct` say."""
        self._ask("POST", "/control", json.dumps(conduct))

    def counts(self) -> dict[str, Any]:
        return self._ask("GET", "/counts")

    def posts(self) -> dict[str, dict[str, list[str]]]:
        """Channel to public id to the references of its posts."""
        return self._ask("GET", "/posts")

    def _ask(self, method: str, target: str, body: str | None = None) -> dict[str, Any]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            connection.request(method, target, body)
            return json.loads(connection.getresponse().read())
        finally:
            connection.close()


class _Broken(Exception):
    """The connection ended; `left` says whether any byte of the request may have arrived."""

    def __init__(self, reason: str, *, left: bool) -> None:
        super().__init__(reason)
        self.left = left


@dataclass
class ChatPlatform:
    """Posts to the chat service over plain sockets, so that one write carries one request."""

    port: int
    name: str = "chat"
    request_limit: timedelta = timedelta(seconds=2)
    by: str = ""
    cards: int = 0
    insists: bool = False
    _own: threading.local = field(default_factory=threading.local)
    _open: set[socket.socket] = field(default_factory=set)

    def close(self) -> None:
        """Close the connections of all threads, once none of them is in use."""
        for connection in self._open:
            connection.close()

    def send(self, claimed: Claimed, payload: str, *, still_mine: Callable[[], bool]) -> SendResult:
        """Post once; with `insists` once more if nobody answered, as many SDKs do by themselves."""
        result = self._send(claimed, payload, still_mine)
        if self.insists and isinstance(result, Ambiguous):
            return self._send(claimed, payload, still_mine)
        return result

    def _send(self, claimed: Claimed, payload: str, still_mine: Callable[[], bool]) -> SendResult:
        wish, delivery = claimed.subscription.wish, claimed.delivery
        message = {
            "workspace": wish.workspace,
            "channel": wish.channel,
            "public_id": delivery.public_id,
            "text": payload,
            "by": self.by,
        }
        try:
            answer = self._ask("POST /messages", json.dumps(message), still_mine)
        except _Broken as error:
            return Ambiguous(str(error)) if error.left else Refused(str(error), permanent=False)
        if answer is None:
            return Refused("the lease ran out", permanent=False)
        status, body = answer
        match status:
            case 200:
                return Sent(body["ref"])
            case 404:
                return Refused(body["error"], permanent=True)
            case 429:
                return RetryAfter(body["retry_after"], body["scope"])
            case _:
                return Ambiguous(f"status {status}")

    def finish(
        self,
        claimed: Claimed,
        payload: str,
        message_ref: str,
        *,
        still_mine: Callable[[], bool],
    ) -> None:
        """Post the cards that are not there yet into the thread of the parent."""
        for number in range(self.cards):
            channel, name = f"{message_ref} thread", f"card {number}"
            if self._find(claimed, channel, name) is None:
                card = {
                    "workspace": claimed.subscription.wish.workspace,
                    "channel": channel,
                    "public_id": name,
                    "text": payload,
                    "by": self.by,
                }
                self._ask("POST /messages", json.dumps(card), still_mine)

    def tell_owner(self, wish: Wish, reason: str) -> None:
        """Nobody owns a channel of the chat service."""

    def find(self, claimed: Claimed) -> str | None:
        return self._find(claimed, claimed.subscription.wish.channel, claimed.delivery.public_id)

    def _find(self, claimed: Claimed, channel: str, public_id: str) -> str | None:
        workspace = claimed.subscription.wish.workspace
        query = urlencode({"workspace": workspace, "channel": channel, "public_id": public_id})
        try:
            answer = self._ask(f"GET /messages?{query}", "", lambda: True)
        except _Broken as error:
            raise CannotLook(str(error), forever=False) from error
        assert answer is not None
        if answer[0] != _OK:
            msg = f"status {answer[0]}"
            raise CannotLook(msg, forever=answer[0] == _FORBIDDEN)
        found: str | None = answer[1]["ref"]
        return found

    def _ask(
        self, line: str, body: str, may_write: Callable[[], bool]
    ) -> tuple[int, dict[str, Any]] | None:
        """Status and body; None if nothing was written because it may not."""
        end = time.monotonic() + self.request_limit.total_seconds()
        content = body.encode()
        request = f"{line} HTTP/1.1\r\nContent-Length: {len(content)}\r\n\r\n".encode() + content
        try:
            connection = self._connection()
            connection.settimeout(max(0.001, end - time.monotonic()))
        except OSError as error:
            raise _Broken(str(error), left=False) from error
        # Nothing stands between this question and the write.
        if not may_write():
            return None
        try:
            connection.sendall(request)
            return _read(connection, end)
        except (OSError, ValueError) as error:
            self._drop()
            raise _Broken(str(error), left=True) from error

    def _connection(self) -> socket.socket:
        """This thread's connection; a new one if the service has closed it."""
        kept: socket.socket | None = getattr(self._own, "socket", None)
        if kept is not None and not select.select([kept], [], [], 0)[0]:
            return kept
        self._drop()
        limit = self.request_limit.total_seconds()
        made = socket.create_connection(("127.0.0.1", self.port), timeout=limit)
        made.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._own.socket = made
        self._open.add(made)
        return made

    def _drop(self) -> None:
        kept: socket.socket | None = getattr(self._own, "socket", None)
        if kept is not None:
            kept.close()
            self._open.discard(kept)
        self._own.socket = None


def _read(connection: socket.socket, end: float) -> tuple[int, dict[str, Any]]:
    """One answer. The time limit holds for all of it, not for each part."""
    data = b""
    while b"\r\n\r\n" not in data:
        data += _more(connection, end)
    head, _, content = data.partition(b"\r\n\r\n")
    status, *headers = head.decode().split("\r\n")
    lengths = [one for one in headers if one.lower().startswith("content-length:")]
    length = int(lengths[0].split(":")[1])
    while len(content) < length:
        content += _more(connection, end)
    return int(status.split(" ")[1]), json.loads(content)


def _more(connection: socket.socket, end: float) -> bytes:
    left = end - time.monotonic()
    if left <= 0:
        msg = "the request took too long"
        raise TimeoutError(msg)
    connection.settimeout(left)
    part = connection.recv(65536)
    if not part:
        msg = "the connection was closed"
        raise ConnectionError(msg)
    return part

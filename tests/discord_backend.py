"""Discord's messages in memory behind one function: simcord's backend without a bot.

Drops what has the same nonce, and misbehaves once for each mishap that is planned.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from threading import Lock
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, urlsplit

from discord_oracle import faults_of_request
from simcord.backend import Backend
from simcord.backend.errors import BackendError
from simcord.http import router, routes

from bot.adapters.discord.exchange import Answer, Broken, NotWritten

if TYPE_CHECKING:
    from collections.abc import Callable

assert routes
VIA = {"via": "1.1 google"}


@dataclass
class Mishap:
    """Meets the next request of `method` whose path ends like this.

    `answer`: given instead of carrying it out. `lost`: it is carried out, and no answer comes.
    `dropped`: neither. `kill` ends whoever asked, at the moment at which the connection drops.
    """

    answer: Answer | None = None
    lost: bool = False
    dropped: bool = False
    kill: Callable[[], object] = lambda: None
    unwritten: bool = False
    method: str = "POST"
    ends: str = ""


@dataclass
class MemoryExchange:
    """Fulfils `bot.adapters.discord.exchange.Exchange`."""

    backend: Backend = field(default_factory=Backend)
    mishaps: deque[Mishap] = field(default_factory=deque)
    asked: list[tuple[str, str]] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    nonces: dict[str, Any] = field(default_factory=dict)
    checked: bool = True

    def __post_init__(self) -> None:
        self._lock = Lock()
        self.guild = self.backend.create_guild("Redaktion")

    def channel(self, name: str = "news") -> str:
        return str(self.backend.create_channel(self.guild.id, name, type=0).id)

    def forum(self) -> str:
        return str(self.backend.create_channel(self.guild.id, "forum", type=15).id)

    def messages(self, channel: str) -> list[Any]:
        """All messages of a channel, oldest first."""
        with self._lock:
            return self._get(f"/channels/{channel}/messages", {"limit": 100})[::-1]

    def __call__(
        self, method: str, path: str, body: object = None, *, may_write: Callable[[], bool]
    ) -> Answer:
        with self._lock:
            plain = urlsplit(path)
            self.asked.append((method, plain.path))
            if self.checked:
                self.faults += faults_of_request(method, plain.path, body)
            mishap = self._mishap(method, plain.path)
            if (mishap and mishap.unwritten) or not may_write():
                msg = "not written"
                raise NotWritten(msg)
            if mishap and mishap.answer:
                return mishap.answer
            if mishap and mishap.dropped:
                mishap.kill()
                msg = "ConnectionResetError"
                raise Broken(msg)
            answer = self._carry_out(method, plain.path, dict(parse_qsl(plain.query)), body)
            if mishap and mishap.lost:
                mishap.kill()
                msg = "RemoteDisconnected"
                raise Broken(msg)
            return answer

    def _mishap(self, method: str, path: str) -> Mishap | None:
        for mishap in self.mishaps:
            if mishap.method == method and path.endswith(mishap.ends):
                self.mishaps.remove(mishap)
                return mishap
        return None

    def _carry_out(self, method: str, path: str, params: dict[str, Any], body: Any) -> Answer:
        nonce = body.get("nonce") if isinstance(body, dict) else None
        if nonce and f"{path} {nonce}" in self.nonces:
            return Answer(200, VIA, self.nonces[f"{path} {nonce}"])
        if method == "POST" and path.endswith("/threads") and "/messages/" in path:
            made = path.split("/")[4]
            if int(made) in self.backend.channels:
                return Answer(400, VIA, {"code": 160004, "message": "exists"})
        sent = (
            {key: value for key, value in body.items() if key != "auto_archive_duration"}
            if (isinstance(body, dict))
            else body
        )
        try:
            made = router.dispatch(self.backend, method, path, json=sent, params=params)
        except BackendError as error:
            return Answer(error.status, VIA, error.to_json())
        if nonce:
            self.nonces[f"{path} {nonce}"] = made
        return Answer(200, VIA, made if made is not None else {})

    def _get(self, path: str, params: dict[str, Any]) -> Any:
        return router.dispatch(self.backend, "GET", path, params=params)


def limited(seconds: float, **more: Any) -> Answer:
    """A 429 by Discord itself."""
    body = {"message": "limited", "retry_after": seconds, "global": more.get("world", False)}
    return Answer(429, VIA, body)

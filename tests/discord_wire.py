"""Discord over loopback: simcord's backend behind a real HTTP and WebSocket server.

Runs in a thread of its own, so that a test can plan mishaps and close connections.
"""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass, field
from threading import Thread
from typing import TYPE_CHECKING, Any

from aiohttp import WSMsgType, web
from discord_backend import MemoryExchange, Mishap
from simcord.backend import serializers

from bot.adapters.discord.exchange import Answer, Broken

if TYPE_CHECKING:
    from collections.abc import Coroutine
    from typing import Self

_API = "/api/v10"
_DISPATCH, _HEARTBEAT, _IDENTIFY, _RESUME, _HELLO, _ACK = 0, 1, 2, 6, 10, 11


@dataclass
class Wire:
    """The server, what it was told, and how it misbehaves."""

    exchange: MemoryExchange = field(default_factory=lambda: MemoryExchange(checked=False))
    sockets: list[web.WebSocketResponse] = field(default_factory=list)
    identified: list[dict[str, Any]] = field(default_factory=list)
    resumed: list[dict[str, Any]] = field(default_factory=list)
    refused_with: int = 0
    heartbeat_interval: int = 30_000
    acknowledges: bool = True
    port: int = 0
    sequence: int = 0
    tokens: set[str] = field(default_factory=set)

    def __enter__(self) -> Self:
        self.loop = asyncio.new_event_loop()
        self._thread = Thread(target=self.loop.run_forever, daemon=True)
        self._thread.start()
        self.do(self._open())
        self.exchange.backend.subscribers.append(self._feed)
        return self

    def __exit__(self, *raised: object) -> None:
        self.do(self._runner.cleanup())
        self.loop.call_soon_threadsafe(self.loop.stop)
        self._thread.join(5)
        self.loop.close()

    @property
    def api(self) -> str:
        return f"http://127.0.0.1:{self.port}{_API}"

    @property
    def gateway(self) -> str:
        return f"ws://127.0.0.1:{self.port}/gateway"

    def do(self, work: Coroutine[Any, Any, Any]) -> Any:
        """Run in the server's thread, at most ten seconds."""
        return asyncio.run_coroutine_threadsafe(work, self.loop).result(10)

    def close(self, code: int) -> None:
        """End every gateway connection like this."""
        for socket in self.sockets:
            self.do(socket.close(code=code))

    def tell(self, opcode: int, data: Any = None) -> None:
        """Send an opcode to every connection that is open."""
        for socket in self.sockets:
            if not socket.closed:
                self.do(socket.send_str(json.dumps({"op": opcode, "d": data})))

    def say(self, channel: str, user: int, text: str) -> None:
        """Somebody writes a message."""

        async def write() -> None:
            self.exchange.backend.create_message(int(channel), user, text)

        self.do(write())

    def user(self, name: str) -> int:
        user = self.exchange.backend.make_user(name)
        self.exchange.backend.add_member(self.exchange.guild.id, user.id)
        return user.id

    def press(self, channel: str, user: int, data: dict[str, Any], kind: int) -> str:
        """An interaction arrives; its token."""
        from simcord import interactions  # noqa: PLC0415 - where simcord keeps its builders

        async def emit() -> str:
            record, payload = interactions.base_payload(
                self.exchange.backend,
                type=kind,
                channel_id=int(channel),
                guild_id=self.exchange.guild.id,
                user_id=user,
                data=data,
            )
            self.exchange.backend.emit("INTERACTION_CREATE", payload)
            return record.token

        token: str = self.do(emit())
        self.tokens.add(token)
        return token

    async def _open(self) -> None:
        app = web.Application()
        app.router.add_get("/gateway/", self._gateway)
        app.router.add_get("/gateway", self._gateway)
        app.router.add_route("*", _API + "/{path:.*}", self._rest)
        self._runner = web.AppRunner(app, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", self.port)
        await site.start()
        self.port = self._runner.addresses[0][1]

    async def _rest(self, request: web.Request) -> web.StreamResponse:
        path = "/" + request.match_info["path"]
        if path == "/gateway/bot":
            limits = {"total": 99, "remaining": 99, "reset_after": 0, "max_concurrency": 1}
            return _json({"url": self.gateway, "shards": 1, "session_start_limit": limits}, 200)
        body = await request.json() if request.can_read_body else None
        query = f"?{request.query_string}" if request.query_string else ""
        try:
            answer = self.exchange(request.method, path + query, body, may_write=lambda: True)
        except Broken:
            assert request.transport is not None
            request.transport.abort()
            return web.Response()
        return _json(answer.body, 200 if answer.status == 200 else answer.status, answer)

    async def _gateway(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        self.sockets.append(socket)
        await socket.send_str(
            json.dumps({"op": _HELLO, "d": {"heartbeat_interval": self.heartbeat_interval}})
        )
        async for message in socket:
            if message.type is WSMsgType.TEXT:
                await self._take(socket, json.loads(message.data))
        return socket

    async def _take(self, socket: web.WebSocketResponse, message: dict[str, Any]) -> None:
        if message["op"] == _HEARTBEAT and not self.acknowledges:
            return
        if message["op"] == _HEARTBEAT:
            await socket.send_str(json.dumps({"op": _ACK}))
        elif message["op"] == _IDENTIFY:
            # Noted once the bot was told, which hears what is said from then on.
            if self.refused_with:
                await socket.close(code=self.refused_with)
            else:
                await self._greet(socket)
            self.identified.append(message["d"])
        elif message["op"] == _RESUME:
            await self._send(socket, "RESUMED", {})
            self.resumed.append(message["d"])

    async def _greet(self, socket: web.WebSocketResponse) -> None:
        backend = self.exchange.backend
        ready = {
            "v": 10,
            "user": dict(serializers.user_payload(backend.bot_user)),
            "guilds": [{"id": str(self.exchange.guild.id), "unavailable": True}],
            "session_id": "a-session",
            "resume_gateway_url": self.gateway,
            "shard": [0, 1],
            "application": {"id": str(backend.application_id), "flags": 0},
        }
        await self._send(socket, "READY", ready)
        guild = serializers.guild_create_payload(backend, self.exchange.guild)
        await self._send(socket, "GUILD_CREATE", guild)

    async def _send(self, socket: web.WebSocketResponse, event: str, data: Any) -> None:
        self.sequence += 1
        told = {"op": _DISPATCH, "t": event, "s": self.sequence, "d": data}
        await socket.send_str(json.dumps(told))

    def _feed(self, event: str, payload: Any) -> None:
        """What happens in the backend reaches every connection; called in the server's thread."""
        for socket in self.sockets:
            if not socket.closed:
                task = self.loop.create_task(self._send(socket, event, dict(payload)))
                task.add_done_callback(lambda done: done.cancelled() or done.exception())


def _json(body: Any, status: int, answer: Answer | None = None) -> web.Response:
    headers = dict(answer.headers) if answer else {}
    # Discord names no charset, and discord.py compares the whole header.
    response = web.Response(body=json.dumps(body).encode(), status=status, headers=headers)
    response.headers["Content-Type"] = "application/json"
    if answer is not None and answer.status == 200 and body == {}:
        response.set_status(204)
        response.body = None
    return response


__all__ = ["Mishap", "Wire"]

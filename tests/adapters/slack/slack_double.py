"""A small Slack on loopback: the Web API as we use it, response addresses, and faults on demand."""

from __future__ import annotations

import asyncio
import itertools
import json
import threading
import time
from collections import defaultdict, deque
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

import aiohttp
from aiohttp import web
from slack_sdk.signature import SignatureVerifier

from bot.adapters.slack.config import SCOPES

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator

    Arguments = dict[str, Any]

TEAM, ME, ANNA, BEN, GUEST, OUTSIDER = "T1", "UBOT", "UANNA", "UBEN", "UGUEST", "UOUT"
SECRET = "not-so-secret"
USERS: dict[str, Arguments] = {
    ANNA: {"is_admin": True, "locale": "de-DE", "tz": "Europe/Berlin", "team_id": TEAM},
    BEN: {"locale": "en-US", "tz": "America/New_York", "team_id": TEAM},
    GUEST: {"is_restricted": True, "is_admin": True, "locale": "de-DE", "team_id": TEAM},
    OUTSIDER: {"is_stranger": True, "is_admin": True, "locale": "de-DE", "team_id": "T2"},
}


@dataclass(frozen=True, slots=True)
class Call:
    """A method that was called, with what, and when by the monotonic clock."""

    method: str
    arguments: Arguments
    at: float


@dataclass
class SlackDouble:
    """`faults` are what the next calls of a method meet: "429 N", "500", "reset", "lost", "hang".

    "lost" carries the call out and drops the connection; anything else is an error of Slack's.
    "killed before" and "killed after" call `kill`, which ends whoever called, before or after the
    call is carried out.
    """

    calls: list[Call] = field(default_factory=list)
    responses: list[tuple[str, Arguments]] = field(default_factory=list)
    messages: dict[str, list[Arguments]] = field(default_factory=lambda: defaultdict(list))
    faults: dict[str, deque[str]] = field(default_factory=lambda: defaultdict(deque))
    expired: set[str] = field(default_factory=set)
    scopes: str = ",".join(sorted(SCOPES))
    # By token: the error of each of its calls, and its permissions where they are others.
    refused: dict[str, str] = field(default_factory=dict)
    scopes_of: dict[str, str] = field(default_factory=dict)
    port: int = 0
    installs: dict[str, Arguments] = field(default_factory=dict)
    sockets: list[web.WebSocketResponse] = field(default_factory=list)
    acknowledged: list[str] = field(default_factory=list)
    kill: Callable[[], None] = lambda: None
    changed: asyncio.Event = field(default_factory=asyncio.Event)
    _numbers: itertools.count[int] = field(default_factory=lambda: itertools.count(1))

    @property
    def api_url(self) -> str:
        return f"http://127.0.0.1:{self.port}/api/"

    def response_url(self, name: str) -> str:
        return f"http://127.0.0.1:{self.port}/respond/{name}"

    def of(self, *methods: str) -> list[Arguments]:
        """What these methods were called with, oldest first."""
        return [call.arguments for call in self.calls if call.method in methods]

    def posted(self, channel: str) -> list[Arguments]:
        return self.messages[channel]

    async def until(self, condition: Callable[[], object], *, seconds: float = 20.0) -> None:
        """Wait until `condition` holds, which is looked at after every call."""
        async with asyncio.timeout(seconds):
            while not condition():
                self.changed.clear()
                if condition():
                    return
                await self.changed.wait()

    @asynccontextmanager
    async def running(self) -> AsyncIterator[SlackDouble]:
        """Listen on some port of loopback."""
        app = web.Application(client_max_size=1 << 24)
        app.router.add_route("*", "/api/{method}", self._call)
        app.router.add_post("/respond/{name}", self._respond)
        app.router.add_get("/socket", self._open_socket)
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", self.port)
        await site.start()
        self.port = site._server.sockets[0].getsockname()[1]  # type: ignore[union-attr]  # noqa: SLF001
        try:
            yield self
        finally:
            await runner.cleanup()

    async def hand_over(self, event_id: str, event: Arguments) -> None:
        """Send an event over the newest socket, as Slack does in Socket Mode."""
        envelope = {
            "envelope_id": event_id,
            "type": "events_api",
            "payload": callback(event_id, event),
            "accepts_response_payload": False,
        }
        await self.sockets[-1].send_json(envelope)

    async def _open_socket(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        self.sockets.append(socket)
        await socket.send_json({"type": "hello", "num_connections": 1})
        self.changed.set()
        async for message in socket:
            self.acknowledged.append(message.json()["envelope_id"])
            self.changed.set()
        return socket

    async def _respond(self, request: web.Request) -> web.Response:
        name = request.match_info["name"]
        if name in self.expired:
            return web.Response(status=404, text="used_url")
        self.responses.append((name, await request.json()))
        self.changed.set()
        return web.Response(text="ok")

    async def _call(self, request: web.Request) -> web.StreamResponse:
        method, arguments = request.match_info["method"], await _arguments(request)
        fault = self.faults[method].popleft() if self.faults[method] else ""
        token = arguments["_token"]
        fault = fault or self.refused.get(token, "")
        if fault in {"", "lost", "killed after"}:
            answer = self._carry_out(method, arguments)
        self.calls.append(Call(method, arguments, time.monotonic()))
        self.changed.set()
        match fault.split():
            case []:
                scopes = self.scopes_of.get(token, self.scopes)
                return web.json_response(answer, headers={"x-oauth-scopes": scopes})
            case ["429", seconds]:
                headers = {"Retry-After": seconds}
                body = {"ok": False, "error": "ratelimited"}
                return web.json_response(body, status=429, headers=headers)
            case ["500"]:
                return web.Response(status=500, text="oh")
            case ["hang"]:
                await asyncio.sleep(3600)
            case ["reset"] | ["lost"] | ["killed", _]:
                if fault.startswith("killed"):
                    self.kill()
                assert request.transport is not None
                request.transport.abort()
            case [error]:
                return web.json_response({"ok": False, "error": error})
        return web.Response(status=500)

    def _carry_out(self, method: str, arguments: Arguments) -> Arguments:  # noqa: C901, PLR0911
        match method:
            case "auth.test":
                return {
                    "ok": True,
                    "user_id": ME,
                    "team": "Haus",
                    "team_id": TEAM,
                    "bot_id": "B1",
                    "url": "https://haus.slack.test/",
                }
            case "apps.connections.open":
                return {"ok": True, "url": f"ws://127.0.0.1:{self.port}/socket"}
            case "oauth.v2.access":
                given = arguments.get("code") or arguments.get("refresh_token")
                return self.installs.get(str(given)) or _error("invalid_refresh_token")
            case "users.info":
                user = USERS.get(arguments["user"])
                return {"ok": True, "user": user} if user else _error("user_not_found")
            case "users.conversations":
                return {"ok": True, "channels": [{"id": "C1"}]}
            case "chat.postMessage":
                ts = f"{int(time.time())}.{next(self._numbers):06d}"
                self.messages[arguments["channel"]].append({"ts": ts, **arguments})
                return {"ok": True, "ts": ts, "channel": arguments["channel"]}
            case "chat.update":
                return self._update(arguments)
            case "chat.delete":
                there = self.messages[arguments["channel"]]
                there[:] = [one for one in there if one["ts"] != arguments["ts"]]
                return {"ok": True}
            case "conversations.history":
                there = self.messages[arguments["channel"]]
                found = [one for one in there if not one.get("thread_ts")]
                return {"ok": True, "messages": found[::-1]}
            case "conversations.replies":
                there, ts = self.messages[arguments["channel"]], arguments["ts"]
                found = [one for one in there if ts in (one["ts"], one.get("thread_ts"))]
                return {"ok": True, "messages": found}
            case "views.open" | "views.push":
                return {"ok": True, "view": {"id": f"V{next(self._numbers)}"}}
            case _:
                return {"ok": True}

    def _update(self, arguments: Arguments) -> Arguments:
        for message in self.messages[arguments["channel"]]:
            if message["ts"] == arguments["ts"]:
                message.update(arguments)
                return {"ok": True, "ts": message["ts"]}
        return _error("message_not_found")


@contextmanager
def served(double: SlackDouble) -> Iterator[SlackDouble]:
    """The double in a thread and on a loop of its own, for whoever has another one."""
    loop, stop, ready = asyncio.new_event_loop(), asyncio.Event(), threading.Event()

    async def serve() -> None:
        async with double.running():
            ready.set()
            await stop.wait()

    thread = threading.Thread(target=loop.run_until_complete, args=(serve(),))
    thread.start()
    assert ready.wait(10)
    try:
        yield double
    finally:
        loop.call_soon_threadsafe(stop.set)
        thread.join(10)
        loop.close()


def callback(event_id: str, event: Arguments) -> Arguments:
    """What Slack sends when something happens."""
    return {"type": "event_callback", "team_id": TEAM, "event_id": event_id, "event": event}


def signed(body: str, *, secret: str = SECRET, at: float | None = None) -> dict[str, str]:
    """The headers with which Slack signs a body."""
    moment = str(int(time.time() if at is None else at))
    signature = SignatureVerifier(secret).generate_signature(timestamp=moment, body=body)
    return {"X-Slack-Request-Timestamp": moment, "X-Slack-Signature": signature or ""}


@dataclass(frozen=True)
class Sender:
    """Sends to our address as Slack does."""

    session: aiohttp.ClientSession
    url: str

    async def post(
        self, body: str, kind: str = "application/x-www-form-urlencoded", **headers: str
    ) -> tuple[int, Any]:
        """The status and the body of the answer; signed unless `headers` says otherwise."""
        head = {"Content-Type": kind, **(headers or signed(body))}
        async with self.session.post(self.url, data=body, headers=head) as answer:
            text = await answer.text()
            return answer.status, json.loads(text) if text.startswith(("{", "[")) else text

    async def event(self, event_id: str, event: Arguments, **headers: str) -> tuple[int, Any]:
        body = json.dumps(callback(event_id, event))
        return await self.post(body, "application/json", **{**signed(body), **headers})

    async def command(self, line: str, *, user: str = ANNA, address: str) -> tuple[int, Any]:
        command, _, text = line.partition(" ")
        return await self.post(
            urlencode(
                {
                    "team_id": TEAM,
                    "channel_id": "C1",
                    "user_id": user,
                    "command": command,
                    "text": text,
                    "trigger_id": "1.2.3",
                    "response_url": address,
                }
            )
        )

    async def interact(self, payload: Arguments) -> tuple[int, Any]:
        return await self.post(urlencode({"payload": json.dumps(payload)}))


def press(action_id: str, value: str, *, user: str = ANNA, **more: Any) -> Arguments:
    """A press on a button of a message in C1."""
    return {
        "type": "block_actions",
        "team": {"id": TEAM},
        "user": {"id": user},
        "channel": {"id": "C1"},
        "container": {"type": "message", "message_ts": "9.9", "channel_id": "C1"},
        "trigger_id": "1.2.3",
        "actions": [{"type": "button", "action_id": action_id, "value": value, "block_id": "b"}],
        **more,
    }


async def _arguments(request: web.Request) -> Arguments:
    arguments: Arguments = {
        "_token": request.headers.get("Authorization", "").removeprefix("Bearer "),
        **request.query,
    }
    if request.content_type == "application/json":
        arguments |= await request.json()
    else:
        arguments |= dict(await request.post())
    for name in ("blocks", "view", "metadata"):
        if isinstance(arguments.get(name), str):
            arguments[name] = json.loads(arguments[name])
    return arguments


def _error(code: str) -> Arguments:
    return {"ok": False, "error": code}

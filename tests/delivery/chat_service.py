"""A chat service of our own as a process of its own: counts what it received, and misbehaves.

POST /messages {"workspace", "channel", "public_id", "text", "by"} answers {"ref"}.
GET /messages?workspace=…&channel=…&public_id=… answers {"ref": … or null}.
POST /control changes how it misbehaves; GET /counts tells what arrived.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import json
import random
import time
from collections import Counter
from dataclasses import dataclass, field
from statistics import median
from typing import Any
from urllib.parse import parse_qs, urlsplit

# What several processes had in hand when a whole workspace was limited is not to blame: each gives
# back after two seconds what it cannot send.
_UNDER_WAY = 2.5


@dataclass
class Conduct:
    """Shares of requests (0 to 1) that meet with each mishap, and the ordinary delay."""

    lost_before: float = 0.0
    lost_after: float = 0.0
    error_before: float = 0.0
    error_after: float = 0.0
    limited: float = 0.0
    limited_workspace: float = 0.0
    retry_after: float = 0.3
    hang_before: float = 0.0
    hang_after: float = 0.0
    delay: float = 0.0
    no_history: bool = False


@dataclass
class Service:
    """All that the service knows. Channels whose name begins with "dead" are gone."""

    chance: random.Random
    conduct: Conduct = field(default_factory=Conduct)
    posts: dict[tuple[str, str], dict[str, list[str]]] = field(default_factory=dict)
    by: Counter[str] = field(default_factory=Counter)
    mishaps: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)
    free_at: dict[tuple[str, str], float] = field(default_factory=dict)
    limited_at: dict[tuple[str, str], float] = field(default_factory=dict)
    too_early: int = 0
    workspace_too_early: int = 0
    began: float = 0.0
    requests: int = 0
    last_at: dict[tuple[str, str], float] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    closest: float = 1e9

    async def post(self, message: dict[str, str]) -> tuple[int, dict[str, Any]] | None:
        """Status and body; None closes the connection without a word."""
        self.requests += 1
        self.began = self.began or time.monotonic()
        key = (message["workspace"], message["channel"])
        if message["channel"].startswith("dead"):
            self.refused[message["channel"]] += 1
            return 404, {"error": "channel_not_found"}
        if limited := self._limit(key):
            return limited
        mishap = self._mishap()
        ref = "" if mishap.endswith("_before") else self._commit(key, message)
        if self.conduct.delay:
            await asyncio.sleep(self.conduct.delay * self.chance.uniform(0.5, 1.5))
        if mishap.startswith("hang"):
            await asyncio.sleep(30)
        if mishap.startswith(("hang", "lost")):
            return None
        return (500, {"error": "internal"}) if mishap else (200, {"ref": ref})

    def find(self, workspace: str, channel: str, public_id: str) -> tuple[int, dict[str, Any]]:
        """The first post with this id in the channel."""
        if self.conduct.no_history:
            return 403, {"error": "missing_scope"}
        refs = self.posts.get((workspace, channel), {}).get(public_id)
        return 200, {"ref": refs[0] if refs else None}

    def counts(self) -> dict[str, Any]:
        """What arrived, and what was asked too early."""
        free = [
            at - self.began
            for (workspace, channel), at in self.last_at.items()
            if not {(workspace, channel), (workspace, "")} & self.limited_at.keys()
        ]
        ids = [len(refs) for by_id in self.posts.values() for refs in by_id.values()]
        return {
            "posts": sum(ids),
            "distinct": len(ids),
            "duplicates": sum(count - 1 for count in ids),
            "channels": len(self.posts),
            "by": dict(self.by),
            "mishaps": dict(self.mishaps),
            "refused_channels": len(self.refused),
            "most_refused": max(self.refused.values(), default=0),
            "too_early": self.too_early,
            "workspace_too_early": self.workspace_too_early,
            "never_limited": len(free),
            "median_ms": round(1000 * median(free)) if free else 0,
            "requests": self.requests,
            "closest": self.closest,
        }

    def _limit(self, key: tuple[str, str]) -> tuple[int, dict[str, Any]] | None:
        """429 while a wait that was asked for still runs, or as a new one."""
        now, conduct = time.monotonic(), self.conduct
        workspace = (key[0], "")
        own, whole = self.free_at.get(key, 0.0) - now, self.free_at.get(workspace, 0.0) - now
        if (wait := max(own, whole)) > 0:
            self.too_early += own > 0
            is_told = now > self.limited_at.get(workspace, now) + _UNDER_WAY
            self.workspace_too_early += whole > 0 and is_told
            scope = "channel" if own >= whole else "workspace"
            return 429, {"retry_after": wait, "scope": scope}
        roll = self.chance.random()
        if roll < conduct.limited + conduct.limited_workspace:
            scope = "workspace" if roll >= conduct.limited else "channel"
            limited = workspace if scope == "workspace" else key
            self.free_at[limited], self.limited_at[limited] = now + conduct.retry_after, now
            self.mishaps["limited" if limited == key else "limited_workspace"] += 1
            return 429, {"retry_after": conduct.retry_after, "scope": scope}
        return None

    def _mishap(self) -> str:
        roll = self.chance.random()
        for name in (
            "lost_before",
            "lost_after",
            "error_before",
            "error_after",
            "hang_before",
            "hang_after",
        ):
            roll -= getattr(self.conduct, name)
            if roll < 0:
                self.mishaps[name] += 1
                return name
        return ""

    def _commit(self, key: tuple[str, str], message: dict[str, str]) -> str:
        refs = self.posts.setdefault(key, {}).setdefault(message["public_id"], [])
        ref = f"{key[1]}/{message['public_id']}/{len(refs)}"
        refs.append(ref)
        now = time.monotonic()
        self.closest = min(self.closest, now - self.last_at.get(key, -1e9))
        self.last_at[key] = now
        self.by[message.get("by", "")] += 1
        return ref


async def handle(
    service: Service, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
) -> None:
    """Answer the requests of one connection. Half a request is none, as with any real service."""
    with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError):
        while (request := await _read(reader)) is not None:
            answer = await _answer(service, *request)
            if answer is None:
                break
            status, body = answer
            content = json.dumps(body).encode()
            head = f"HTTP/1.1 {status} -\r\nContent-Length: {len(content)}\r\n"
            if "retry_after" in body:
                head += f"Retry-After: {body['retry_after']}\r\n"
            writer.write(head.encode() + b"\r\n" + content)
            await writer.drain()
    writer.close()


async def _read(reader: asyncio.StreamReader) -> tuple[str, str, bytes] | None:
    line = await reader.readline()
    if not line:
        return None
    method, target, _ = line.decode().split(" ", 2)
    length = 0
    while (header := await reader.readline()) not in {b"\r\n", b""}:
        name, _, value = header.decode().partition(":")
        if name.lower() == "content-length":
            length = int(value)
    return method, target, await reader.readexactly(length)


async def _answer(
    service: Service, method: str, target: str, body: bytes
) -> tuple[int, dict[str, Any]] | None:
    url = urlsplit(target)
    query = {name: values[0] for name, values in parse_qs(url.query).items()}
    match method, url.path:
        case "POST", "/messages":
            return await service.post(json.loads(body))
        case "GET", "/messages":
            return service.find(query["workspace"], query["channel"], query["public_id"])
        case "POST", "/control":
            service.conduct = Conduct(**json.loads(body))
            return 200, {}
        case "GET", "/counts":
            return 200, service.counts()
        case "GET", "/posts":
            return 200, {channel: by_id for (_, channel), by_id in service.posts.items()}
        case _:
            return 400, {"error": "unknown request"}


async def serve(seed: int) -> None:
    """Serve on a free port of the loopback, which is printed first."""
    service = Service(random.Random(seed))  # noqa: S311 - mishaps, no secrets
    server = await asyncio.start_server(
        lambda reader, writer: handle(service, reader, writer), "127.0.0.1", 0, backlog=1024
    )
    print(server.sockets[0].getsockname()[1], flush=True)
    async with server:
        await server.serve_forever()


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--seed", type=int, default=1)
    asyncio.run(serve(parser.parse_args().seed))

"""Fifty people ask the web page of a running bot at once: answers a second, p99, lag, memory.

The bot is a process of its own (`briefing run`, SQLite); with --channels so many digests are due
when it starts, and go to the folder platform while people ask.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import re
import socket
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import urlencode

import aiohttp

from bot.core.ledger import Wish
from bot.store import open_store

ROOT = Path(__file__).parents[2]
QUESTIONS = (
    "/briefing stargate", "/briefing openai", "was ist neu bei deepseek?", "/briefing",
    "/digest jetzt", "/briefing stargte", "rechenzentren", "/briefing fußball", "/digest status",
)  # fmt: skip
UP_WITHIN = 120.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--channels", type=int, default=1000)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        data = Path(made)
        plan_digests(data, given.channels)
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        more = {"BRIEFING_DATA": made, "BRIEFING_WEB_PORT": str(port)}
        with (data / "log").open("wb") as log:
            bot = subprocess.Popen(
                [sys.executable, "-m", "bot", "run"], cwd=ROOT, env=os.environ | more, stderr=log
            )
            try:
                asyncio.run(measure(f"http://127.0.0.1:{port}", bot.pid, given))
            finally:
                bot.terminate()
                bot.wait(20)
        tell_deliveries(data)


def plan_digests(data: Path, channels: int) -> None:
    """Standing orders of so many channels, due a minute ago."""
    due = datetime.now(UTC).replace(second=0, microsecond=0) - timedelta(minutes=1)
    with open_store(None, data) as store:
        for number in range(channels):
            wish = Wish(
                platform="folder",
                workspace="bench",
                channel=f"c{number}",
                zone="UTC",
                local_time=due.time(),
                weekdays=(0, 1, 2, 3, 4, 5, 6),
                topics=(),
                language="de",
            )
            store.subscriptions.plan(wish, due - timedelta(minutes=1))


async def measure(address: str, process: int, given: argparse.Namespace) -> None:
    connector = aiohttp.TCPConnector(limit=0)
    jar = aiohttp.DummyCookieJar()
    async with aiohttp.ClientSession(address, connector=connector, cookie_jar=jar) as client:
        await wait_until_ready(client)
        until = time.perf_counter() + given.seconds
        people = [person(client, number, until, address) for number in range(given.people)]
        times = sorted(took for one in await asyncio.gather(*people) for took in one)
        async with client.get("/metrics") as answer:
            measures = await answer.text()
    print(f"{given.people} people, {given.seconds:.0f} s: {len(times)} answers, ", end="")
    print(f"{len(times) / given.seconds:.1f} a second")
    print(f"time to an answer: p50 {quantile(times, 0.5)} ms, p99 {quantile(times, 0.99)} ms")
    print(f"event loop lag: {tell_lag(measures)}")
    print(f"memory: {resident(process)} MB")


async def wait_until_ready(client: aiohttp.ClientSession) -> None:
    until = time.perf_counter() + UP_WITHIN
    while time.perf_counter() < until:
        try:
            async with client.get("/readyz") as answer:
                if answer.status == 200:
                    return
        except aiohttp.ClientError:
            pass
        await asyncio.sleep(0.2)
    sys.exit("the bot did not get ready")


async def person(
    client: aiohttp.ClientSession, number: int, until: float, address: str
) -> list[float]:
    """Asks, reads for no time at all, and asks again: worse than fifty real people."""
    chance = random.Random(number)  # noqa: S311 - the same questions each time
    headers = {
        "Origin": address,
        "X-Piece": "1",
        "Content-Type": "application/x-www-form-urlencoded",
        "Cookie": f"morgenlage-person={number:032x}",
    }
    times = []
    while (began := time.perf_counter()) < until:
        body = urlencode({"text": chance.choice(QUESTIONS)})
        async with client.post("/say", data=body, headers=headers) as answer:
            assert answer.status == 200, await answer.text()
            await answer.read()
        times.append(time.perf_counter() - began)
    return times


def quantile(times: list[float], share: float) -> int:
    return round(1000 * times[min(len(times) - 1, int(share * len(times)))])


def tell_lag(measures: str) -> str:
    """Up to which bound 99 of 100 samples lie, and the largest bound that was passed."""
    found = re.findall(r'briefing_loop_lag_seconds_bucket\{le="([^"]+)"\} (\S+)', measures)
    total = float(found[-1][1])
    bound = next(le for le, count in found if float(count) >= 0.99 * total)
    worst = next(le for le, count in found if float(count) >= total)
    return f"p99 at most {bound} s, all at most {worst} s, {total:.0f} samples"


def resident(process: int) -> int:
    status = Path(f"/proc/{process}/status").read_text(encoding="ascii")
    found = re.search(r"VmHWM:\s+(\d+) kB", status)
    return int(found[1]) // 1024 if found else 0


def tell_deliveries(data: Path) -> None:
    with open_store(None, data) as store:
        recent = store.ledger.recent(100_000)
    sent = [one for one in recent if one.state == "sent" and one.sent_at is not None]
    moments = [one.sent_at for one in sent if one.sent_at is not None]
    took = (max(moments) - min(moments)).total_seconds() if moments else 0.0
    print(f"digests: {len(sent)} of {len(recent)} sent, in {took:.0f} s")


if __name__ == "__main__":
    main()

"""`briefing run` posts digests over real connections that break, and is killed: each comes once.

Everything is a process of its own, with the whole bot in it; Discord says at which request it
dies.
"""

from __future__ import annotations

import base64
import time
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from cli.program import await_until, put_two_articles, running
from discord_backend import VIA, Mishap, limited
from discord_wire import Wire
from store.orders import wish

from bot.adapters.discord.exchange import Answer
from bot.store import open_store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from subprocess import Popen

    from discord_backend import MemoryExchange

pytestmark = pytest.mark.e2e
TOKEN = f"{base64.urlsafe_b64encode(b'123456789012345678').decode()}.Xabcde.{'s' * 38}"
CARDS = 2
MISHAPS = (
    Mishap(lost=True),
    Mishap(dropped=True),
    Mishap(answer=Answer(503, VIA, {})),
    Mishap(answer=limited(2.0)),
    Mishap(answer=limited(2.0, world=True)),
)


@pytest.fixture
def wire() -> Iterator[Wire]:
    with Wire() as opened:
        yield opened


def settings(wire: Wire) -> dict[str, str]:
    return {
        "BRIEFING_DISCORD_TOKEN": TOKEN,
        "BRIEFING_DISCORD_API": wire.api,
        "BRIEFING_DISCORD_GATEWAY": wire.gateway,
        "BRIEFING_WEB": "false",
    }


def plan_just_now(home: Path, wire: Wire, count: int) -> list[str]:
    """As many channels, each with a digest that has been due for a minute."""
    due = (datetime.now(UTC) - timedelta(minutes=1)).replace(second=0, microsecond=0)
    # Ids of messages tell their time, by which the history is read.
    backend = wire.exchange.backend
    backend.advance_clock((datetime.now(UTC) - backend.clock.now()).total_seconds())
    channels = [wire.exchange.channel(f"c{number}") for number in range(count)]
    with open_store(None, home / "var") as store:
        for channel in channels:
            order = wish(
                channel,
                platform="discord",
                workspace=str(wire.exchange.guild.id),
                zone="UTC",
                local_time=due.time(),
                weekdays=(0, 1, 2, 3, 4, 5, 6),
                topics=(),
            )
            store.subscriptions.plan(order, due - timedelta(minutes=2))
    return channels


def await_all_sent(process: Popen[bytes], home: Path, count: int) -> None:
    def are_sent() -> bool:
        assert process.poll() is None
        time.sleep(1)
        with open_store(None, home / "var") as store:
            return [one.state for one in store.ledger.recent(1000)] == ["sent"] * count

    await_until(are_sent, seconds=240)


def drawn(exchange: MemoryExchange, channel: str) -> list[str]:
    """The ids of the bot's drawings in a channel or thread."""
    return [str(one["id"]) for one in exchange.messages(channel) if one["components"]]


def assert_once(exchange: MemoryExchange, channels: list[str]) -> None:
    for channel in channels:
        (parent,) = drawn(exchange, channel)
        assert len(drawn(exchange, parent)) == CARDS


def test_whatever_breaks_every_digest_comes_once(wire: Wire, tmp_path: Path) -> None:
    put_two_articles(tmp_path)
    channels = plan_just_now(tmp_path, wire, len(MISHAPS))
    for channel, mishap in zip(channels, MISHAPS, strict=True):
        planned = Mishap(
            mishap.answer, lost=mishap.lost, dropped=mishap.dropped, ends=f"{channel}/messages"
        )
        wire.exchange.mishaps.append(planned)
    with running(tmp_path, **settings(wire)) as process:
        await_all_sent(process, tmp_path, len(channels))
    assert not wire.exchange.mishaps
    assert_once(wire.exchange, channels)


def test_killed_at_any_request_every_digest_comes_once(
    wire: Wire, tmp_path: Path, tell: Callable[[str], None]
) -> None:
    put_two_articles(tmp_path)
    # A process claims 16 digests at first, so that each of those that are killed has some.
    channels = plan_just_now(tmp_path, wire, 64)
    deaths = ((True, "/messages"), (False, "/messages"), (True, "/threads"))
    for lost, ends in deaths:
        with running(tmp_path, **settings(wire)) as process:
            mishap = Mishap(lost=lost, dropped=not lost, ends=ends, kill=process.kill)
            wire.exchange.mishaps.append(mishap)
            await_until(lambda: process.poll() is not None)
    with running(tmp_path, **settings(wire)) as process:
        await_all_sent(process, tmp_path, len(channels))
    posts = [len(drawn(wire.exchange, channel)) for channel in channels]
    tell(
        f"killed discord: digests {len(channels)} kills {len(deaths)} "
        f"duplicates {sum(max(0, n - 1) for n in posts)} missing {posts.count(0)}"
    )
    assert_once(wire.exchange, channels)
    log = (tmp_path / "log").read_text("utf-8")
    assert "Traceback" not in log
    assert TOKEN not in log

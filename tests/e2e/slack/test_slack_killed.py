"""`briefing run` is killed while it posts digests with Slack's SDK: each reaches its channel once.

What is killed is a process of its own with the whole bot in it; what it speaks to is a small Slack
that says at which request it dies.
"""

from __future__ import annotations

import socket
import time
from collections import defaultdict
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from adapters.slack.slack_double import SECRET, TEAM, SlackDouble, served
from cli.program import await_until, put_two_articles, running
from store.orders import wish

from bot.adapters.slack.posting import CARD, DIGEST, read_mark
from bot.store import open_store

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from subprocess import Popen

pytestmark = pytest.mark.e2e
# A process claims 16 digests at first, so that each of those that are killed has some of its own.
CHANNELS = tuple(f"C{number}" for number in range(64))
CARDS = 2
# What the posts meet one after the other. Six go out at once: the first of a process are parents,
# those behind them cards.
POSTS = (
    *("", "", "killed after"),
    *("", "", "", "killed before"),
    *("", "429 2", "", "", "", "500", "", "", "", "killed after"),
    *("", "", "", "reset", "", "", "", "", "", "", "", "", "", "killed before"),
    # Nobody dies any more: what the SDK would send a second time could be seen.
    *("lost", "", "lost"),
)
KILLS = sum(one.startswith("killed") for one in POSTS)


def plan_just_now(home: Path) -> None:
    """A digest for every channel that has been due for a minute."""
    due = (datetime.now(UTC) - timedelta(minutes=1)).replace(second=0, microsecond=0)
    with open_store(None, home / "var") as store:
        for channel in CHANNELS:
            order = wish(
                channel,
                platform="slack",
                workspace=TEAM,
                zone="UTC",
                local_time=due.time(),
                weekdays=(0, 1, 2, 3, 4, 5, 6),
                topics=(),
            )
            store.subscriptions.plan(order, due - timedelta(minutes=2))


def states(home: Path) -> list[str]:
    """What the ledger says became of each digest."""
    with open_store(None, home / "var") as store:
        return [one.state for one in store.ledger.recent(1000)]


def gaps(double: SlackDouble) -> list[float]:
    """The seconds between two posts into the same channel."""
    moments = defaultdict(list)
    for call in double.calls:
        if call.method == "chat.postMessage":
            moments[call.arguments["channel"]].append(call.at)
    return [b - a for times in moments.values() for a, b in pairwise(times)]


def test_killed_at_any_request_every_digest_comes_once(
    tmp_path: Path, tell: Callable[[str], None]
) -> None:
    put_two_articles(tmp_path)
    plan_just_now(tmp_path)
    double = SlackDouble()
    double.faults["chat.postMessage"].extend(POSTS)
    with served(double):
        settings = {
            "BRIEFING_SLACK_BOT_TOKEN": "xoxb-1",
            "BRIEFING_SLACK_SIGNING_SECRET": SECRET,
            "BRIEFING_SLACK_MODE": "http",
            "BRIEFING_SLACK_PORT": str(free_port()),
            "BRIEFING_SLACK_API_URL": double.api_url,
            "BRIEFING_WEB": "false",
        }
        for _ in range(KILLS):
            with running(tmp_path, **settings) as process:
                double.kill = process.kill
                await_until(lambda: process.poll() is not None)
        with running(tmp_path, **settings) as process:
            await_until(lambda: is_through(process, tmp_path), seconds=240)
    tell(told(double))
    for channel in CHANNELS:
        marks = [read_mark(one, DIGEST) for one in double.posted(channel)]
        assert len([mark for mark in marks if mark]) == 1, channel
        cards = [read_mark(one, CARD) for one in double.posted(channel)]
        assert sorted(mark[1] for mark in cards if mark) == [1, CARDS], channel
    assert not double.faults["chat.postMessage"]
    assert min(gaps(double)) > 0.9
    log = (tmp_path / "log").read_text("utf-8")
    assert "Traceback" not in log
    assert "xoxb-1" not in log


def told(double: SlackDouble) -> str:
    """What came out, in one line."""
    posts = [sum(read_mark(one, DIGEST) is not None for one in double.posted(channel))
             for channel in CHANNELS]  # fmt: skip
    return (
        f"killed slack: digests {len(CHANNELS)} kills {KILLS} "
        f"duplicates {sum(max(0, n - 1) for n in posts)} missing {posts.count(0)}"
    )


def is_through(process: Popen[bytes], home: Path) -> bool:
    assert process.poll() is None
    time.sleep(1)
    return states(home) == ["sent"] * len(CHANNELS)


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])

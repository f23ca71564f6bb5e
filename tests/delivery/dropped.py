"""Posts that are carried out, after which the connection drops: none of them comes twice.

    python tests/delivery/dropped.py --platform slack --posts 1000 --database sqlite

Speaks over loopback with the clients that post digests: Slack's SDK, and our own for Discord, since
discord.py tries again by itself. With `--blind` nobody finds what stands in a channel, which must
double posts.
"""

from __future__ import annotations

import argparse
import logging
import sys
import tempfile
from collections import deque
from dataclasses import dataclass
from datetime import timedelta
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

if __name__ == "__main__":
    sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parents[2])]

from adapters.slack.slack_line import connected
from delivery.databases import open_database
from delivery.plans import plan_channels
from delivery.stand_ins import MONDAY, Clock
from discord_backend import Mishap
from discord_play import Play, payload_of
from discord_wire import Wire

from bot.adapters.discord.exchange import HttpExchange
from bot.delivery.loop import Loop
from bot.delivery.means import Means, Terms
from bot.dialogue.buttons import Part
from bot.dialogue.outline import Line, Outline, Run
from bot.store import open_store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from bot.delivery.port import Platform
    from bot.store import Store

PLATFORMS = ("slack", "discord")
# One message each: what is counted are parents.
_PAYLOAD = payload_of((Part(Outline("Neues", Line((Run("Neues"),)))),))
_TICK = 15
# An hour by the clock that is set by hand; the grace period is three.
_MOST_TICKS = 240


@dataclass(frozen=True)
class Dropped:
    """What came out. `commits` were carried out and got no answer."""

    commits: int
    duplicates: int
    missing: int
    unsettled: int

    def line(self, platform: str, database: str) -> str:
        return (
            f"dropped {platform} {database}: commits {self.commits} "
            f"duplicates {self.duplicates} missing {self.missing} unsettled {self.unsettled}"
        )


def drop_all(platform: str, store: Store, posts: int, *, blind: bool = False) -> Dropped:
    """So many channels, in each of which the first post stands and is not answered."""
    return (_drop_slack if platform == "slack" else _drop_discord)(store, posts, blind=blind)


def _drop_slack(store: Store, posts: int, *, blind: bool) -> Dropped:
    clock = Clock(wall=MONDAY)
    channels = [f"C{number}" for number in range(posts)]
    _plan(store, "slack", "T1", channels)
    tokens = count(1)
    with connected(clock) as line:
        faults = line.double.faults["chat.postMessage"] = deque(["lost"] * posts)
        _blind(line.platform, blind=blind)
        means = Means(
            store=store,
            platforms={"slack": line.platform},
            render=lambda *_: _PAYLOAD,
            clock=clock.now,
            monotonic=clock.monotonic,
            pause=clock.wait,
            new_token=lambda: f"token-{next(tokens)}",
            terms=Terms(threads=8, channel_pause=timedelta(0)),
        )
        with Loop(means) as loop:

            def tick() -> None:
                loop.deliver_once()
                clock.wait(_TICK)

            _tick_until_settled(store, posts, tick)
        return _judge(
            store,
            posts - len(faults),
            [len(line.parents(channel)) for channel in channels],
        )


def _drop_discord(store: Store, posts: int, *, blind: bool) -> Dropped:
    with Wire() as wire:
        play = Play(store, wire.exchange, speak=HttpExchange("token", wire.api))
        play.loop.render_as = lambda _claimed: _PAYLOAD
        _blind(play.platform, blind=blind)
        channels = [wire.exchange.channel(f"c{number}") for number in range(posts)]
        _plan(store, "discord", str(wire.exchange.guild.id), channels)
        mishaps = wire.exchange.mishaps = deque([Mishap(lost=True)] * posts)

        def tick() -> None:
            play.go_on(times=1, each=_TICK)
            # Discord knows a nonce again for a few minutes only.
            wire.exchange.nonces.clear()

        with play.loop.loop:
            _tick_until_settled(store, posts, tick)
        return _judge(
            store, posts - len(mishaps), [len(play.posts(channel)) for channel in channels]
        )


def _plan(store: Store, platform: str, workspace: str, channels: Sequence[str]) -> None:
    for channel in channels:
        plan_channels(store, 1, due=MONDAY, platform=platform, workspace=workspace, channel=channel)


def _blind(platform: Platform, *, blind: bool) -> None:
    if blind:
        platform.find = lambda _claimed: None  # type: ignore[method-assign]


def _tick_until_settled(store: Store, posts: int, tick: Callable[[], None]) -> None:
    for _ in range(_MOST_TICKS):
        tick()
        if len(store.ledger.recent(posts, state="sent")) == posts:
            return


def _judge(store: Store, commits: int, numbers: Iterable[int]) -> Dropped:
    found = list(numbers)
    return Dropped(
        commits=commits,
        duplicates=sum(max(0, number - 1) for number in found),
        missing=found.count(0),
        unsettled=len(found) - len(store.ledger.recent(len(found), state="sent")),
    )


def main() -> int:
    """Drop so many answers and print the figures; 1 if anything is doubled, missing or open."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--platform", choices=PLATFORMS, default="slack")
    parser.add_argument("--database", choices=["sqlite", "postgresql"], default="sqlite")
    parser.add_argument("--posts", type=int, default=1000)
    parser.add_argument("--blind", action="store_true")
    given = parser.parse_args()
    logging.disable(logging.CRITICAL)
    with (
        tempfile.TemporaryDirectory() as folder,
        open_database(given.database, Path(folder)) as database,
        open_store(database.url, Path(folder)) as store,
    ):
        found = drop_all(given.platform, store, given.posts, blind=given.blind)
    print(found.line(given.platform, given.database))
    expected = Dropped(commits=given.posts, duplicates=0, missing=0, unsettled=0)
    return 0 if found == expected else 1


if __name__ == "__main__":
    sys.exit(main())

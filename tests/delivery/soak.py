"""Virtual days with a clock set by hand: one post per channel and day, and memory stays flat.

python tests/delivery/soak.py --days 60 --channels 1000 --database sqlite
"""

from __future__ import annotations

import argparse
import gc
import logging
import sys
import tempfile
import time as clock
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if __name__ == "__main__":
    sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parents[2])]

from delivery.databases import open_database
from delivery.plans import wish
from delivery.stand_ins import Channel, Clock, Stage

from bot.core.localday import days_between
from bot.delivery.means import Terms
from bot.delivery.port import Sent
from bot.store import open_store

if TYPE_CHECKING:
    from bot.core.ledger import Claimed
    from bot.store import Store

# Their clocks change within the sixty days, on five different nights, and Kolkata's never.
ZONES = (
    "Europe/Berlin",
    "America/New_York",
    "Australia/Lord_Howe",
    "Africa/Cairo",
    "America/Nuuk",
    "Asia/Kolkata",
)
# At this hour no digest of these zones is due, in winter or in summer.
START = datetime(2026, 3, 1, tzinfo=UTC)
_TICK = timedelta(minutes=10)
_KEPT = timedelta(days=14)
_FIRST_HOUR, _HOURS = 5, 5
_PAGE = 4096
# What an allocator keeps back is no growth.
_MOST_GROWN = 1.05


@dataclass
class Counting(Channel):
    """Keeps numbers, no texts, so that what grows is not the test."""

    per_channel: Counter[str] = field(default_factory=Counter)
    newest: dict[str, str] = field(default_factory=dict)
    doubled: int = 0

    def post(self, claimed: Claimed, payload: str) -> Sent:
        channel = claimed.subscription.wish.channel
        self.per_channel[channel] += 1
        # Days that are due come one after the other.
        self.doubled += payload <= self.newest.get(channel, "")
        self.newest[channel] = payload
        return Sent(claimed.delivery.public_id)

    def forget(self) -> None:
        self.asked.clear()
        self.finished.clear()


@dataclass(frozen=True)
class Soaked:
    """What came out."""

    days: int
    channels: int
    posts: int
    uneven: int
    doubled: int
    first_megabytes: float
    last_megabytes: float

    def line(self, database: str) -> str:
        return (
            f"soak {database}: days {self.days} channels {self.channels} posts {self.posts} "
            f"channels with another number of posts {self.uneven} days doubled {self.doubled} "
            f"megabytes {self.first_megabytes:.0f} to {self.last_megabytes:.0f}"
        )

    @property
    def is_flat(self) -> bool:
        """Whether the process takes no more memory in the end than after a third of the days."""
        return self.last_megabytes <= self.first_megabytes * _MOST_GROWN


def soak(store: Store, *, days: int, channels: int) -> Soaked:
    """Tick through the days; every channel wants its digest each day."""
    counting = Counting()
    stage = Stage(store, clock=Clock(wall=START), channel=counting, terms=Terms(threads=4))
    stage.render_as = lambda claimed: claimed.delivery.local_date.isoformat()
    plans: set[tuple[str, time]] = set()
    for number in range(channels):
        minutes = number * 7 % (_HOURS * 60)
        at = time(_FIRST_HOUR + minutes // 60, minutes % 60)
        zone = ZONES[number % len(ZONES)]
        plans.add((zone, at))
        store.subscriptions.plan(wish(channel=f"c{number}", zone=zone, local_time=at), START)
    first = 0.0
    with stage.loop:
        for day in range(days):
            end = START + timedelta(days=day + 1)
            for moment in [*_ticks(plans, end - timedelta(days=1), end), end]:
                stage.tick(after=(moment - stage.clock.now()).total_seconds())
            stage.rendered.clear()
            counting.forget()
            store.ledger.forget_before(end - _KEPT)
            if day == days // 3:
                first = _megabytes()
    numbers = [counting.per_channel[f"c{number}"] for number in range(channels)]
    return Soaked(
        days=days,
        channels=channels,
        posts=sum(numbers),
        uneven=sum(number != days for number in numbers),
        doubled=counting.doubled,
        first_megabytes=first,
        last_megabytes=_megabytes(),
    )


def _ticks(plans: set[tuple[str, time]], start: datetime, end: datetime) -> list[datetime]:
    """The ticks of a day at which something is due; at the others nothing would happen."""
    due = {
        moment
        for zone, at in plans
        for _, moment in days_between(start, end, at=at, zone=ZoneInfo(zone), weekdays=range(7))
    }
    return sorted({start + -(-(moment - start) // _TICK) * _TICK for moment in due})


def _megabytes() -> float:
    """Memory that this process occupies now (Linux; 0 elsewhere)."""
    gc.collect()
    try:
        pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[1]
    except OSError:
        return 0.0
    return int(pages) * _PAGE / 1e6


def main() -> int:
    """Soak and print the figures; 1 if a channel got another number of posts or memory grew."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--database", choices=["sqlite", "postgresql"], default="sqlite")
    parser.add_argument("--days", type=int, default=60)
    parser.add_argument("--channels", type=int, default=1000)
    given = parser.parse_args()
    logging.disable(logging.CRITICAL)
    began = clock.monotonic()
    with (
        tempfile.TemporaryDirectory() as folder,
        open_database(given.database, Path(folder)) as database,
        open_store(database.url, Path(folder)) as store,
    ):
        soaked = soak(store, days=given.days, channels=given.channels)
    print(f"seconds {clock.monotonic() - began:.0f}")
    print(soaked.line(given.database))
    expected = given.days * given.channels
    is_right = soaked.posts == expected and not soaked.uneven and not soaked.doubled
    return 0 if is_right and soaked.is_flat else 1


if __name__ == "__main__":
    sys.exit(main())

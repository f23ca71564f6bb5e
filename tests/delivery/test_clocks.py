"""Clocks that jump and nights that are changed; ticks come every 20 seconds of real time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from delivery.plans import wish
from delivery.stand_ins import Channel, Clock, Stage

if TYPE_CHECKING:
    from bot.core.ledger import Claimed
    from bot.delivery.port import Sent
    from bot.store import Store

NIGHTS = [
    ("Europe/Berlin", date(2026, 3, 29), time(2, 30)),
    ("Europe/Berlin", date(2026, 10, 25), time(2, 30)),
    ("America/New_York", date(2026, 3, 8), time(2, 30)),
    ("America/New_York", date(2026, 11, 1), time(1, 30)),
    ("Australia/Lord_Howe", date(2026, 4, 5), time(1, 45)),
    ("Australia/Lord_Howe", date(2026, 10, 4), time(2, 15)),
    ("Africa/Cairo", date(2026, 4, 24), time(0, 30)),
    ("Africa/Cairo", date(2026, 10, 29), time(23, 30)),
    ("America/Nuuk", date(2026, 3, 28), time(23, 30)),
    ("America/Nuuk", date(2026, 10, 24), time(23, 30)),
]
TICK = 20


@dataclass
class Watched(Channel):
    """Notes by the wall clock when each post came."""

    clock: Clock | None = None

    def post(self, claimed: Claimed, payload: str) -> Sent:
        assert self.clock is not None
        self.moments = [*getattr(self, "moments", []), self.clock.now()]
        return Channel.post(self, claimed, payload)


def stage_at(store: Store, wall: datetime) -> tuple[Stage, Watched]:
    clock = Clock(wall=wall)
    channel = Watched(clock=clock)
    return Stage(store, clock=clock, channel=channel), channel


def tick_for(stage: Stage, seconds: int) -> None:
    for _ in range(seconds // TICK):
        stage.tick(after=TICK)


@pytest.mark.parametrize(("zone", "day", "at"), NIGHTS)
def test_in_a_night_with_a_change_of_the_clock_one_post_comes_on_time(
    store: Store, zone: str, day: date, at: time
) -> None:
    local = datetime.combine(day, at, tzinfo=ZoneInfo(zone))
    start = local.astimezone(UTC) - timedelta(hours=2)
    stage, channel = stage_at(store, start)
    stage.store.subscriptions.plan(wish(zone=zone, local_time=at), start)
    with stage.loop:
        planned = stage.store.subscriptions.list_all()[0].next_due_at
        assert planned is not None
        stage.tick(after=(planned - start).total_seconds() - 60)
        tick_for(stage, 180)
        # The same time may come again an hour later.
        for _ in range(8):
            stage.tick(after=30 * 60)
    assert len(channel.moments) == 1
    assert timedelta(0) <= channel.moments[0] - planned <= timedelta(seconds=60)
    assert stage.deliveries()[0].local_date == day


def test_a_clock_that_jumps_ahead_over_the_time_gives_one_post_at_once(store: Store) -> None:
    seven = datetime(2026, 1, 5, 6, 0, tzinfo=UTC)
    stage, channel = stage_at(store, seven - timedelta(minutes=2))
    stage.store.subscriptions.plan(wish(local_time=time(7, 0)), stage.clock.now())
    with stage.loop:
        tick_for(stage, 60)
        assert channel.posts == []
        stage.clock.jump(timedelta(hours=2))
        before = stage.clock.now()
        tick_for(stage, 60)
        assert len(channel.moments) == 1
        assert channel.moments[0] - before <= timedelta(seconds=60)
        tick_for(stage, 600)
    assert len(channel.posts) == 1


def test_a_clock_that_is_set_back_after_the_post_gives_no_second_one(store: Store) -> None:
    seven = datetime(2026, 1, 5, 6, 0, tzinfo=UTC)
    stage, channel = stage_at(store, seven - timedelta(minutes=1))
    stage.store.subscriptions.plan(wish(local_time=time(7, 0)), stage.clock.now())
    with stage.loop:
        tick_for(stage, 120)
        assert len(channel.posts) == 1
        stage.clock.jump(timedelta(hours=-1))
        for _ in range(12):
            stage.tick(after=600)
    assert len(channel.posts) == 1


def test_down_from_ten_to_seven_until_half_past_eight_gives_one_late_post_at_the_start(
    store: Store,
) -> None:
    seven = datetime(2026, 1, 5, 6, 0, tzinfo=UTC)
    stage, channel = stage_at(store, seven - timedelta(minutes=10))
    stage.store.subscriptions.plan(wish(local_time=time(7, 0)), stage.clock.now())
    stage.clock.wait(100 * 60)
    with stage.loop:
        started = stage.clock.now()
        tick_for(stage, 120)
    assert len(channel.moments) == 1
    assert channel.moments[0] - started <= timedelta(seconds=60)
    assert stage.rendered[0][0] > timedelta(hours=1)

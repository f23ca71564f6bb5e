"""Clocks that jump and nights that are changed; ticks come every 20 seconds of real time."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from delivery.plans import wish
from delivery.stand_ins import Channel, Clock, Stage

if TYPE_CHECKING:
    from collections.abc import Callable

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

    clock: Clock = field(default_factory=Clock)
    moments: list[datetime] = field(default_factory=list)

    def post(self, claimed: Claimed, payload: str) -> Sent:
        self.moments.append(self.clock.now())
        return Channel.post(self, claimed, payload)


def stage_at(store: Store, wall: datetime) -> tuple[Stage, Watched]:
    clock = Clock(wall=wall)
    channel = Watched(clock=clock)
    return Stage(store, clock=clock, channel=channel), channel


def tick_for(stage: Stage, seconds: int) -> None:
    for _ in range(seconds // TICK):
        stage.tick(after=TICK)


def test_in_a_night_with_a_change_of_the_clock_one_post_comes_on_time(
    store: Store, tell: Callable[[str], None]
) -> None:
    late = {night: seconds_late(store, *night) for night in NIGHTS}
    posts = [len(seconds) for seconds in late.values()]
    most = max(max(seconds, default=0) for seconds in late.values())
    tell(
        f"nights {store.database.kind}: nights {len(NIGHTS)} posts {sum(posts)} "
        f"most in one {max(posts)} most seconds late {most:.0f}"
    )
    wrong = {
        night: seconds
        for night, seconds in late.items()
        if not (len(seconds) == 1 and 0 <= seconds[0] <= 60)
    }
    assert wrong == {}


def seconds_late(store: Store, zone: str, day: date, at: time) -> list[float]:
    """How long after its time each post of that night came; only this night's plan is active."""
    local = datetime.combine(day, at, tzinfo=ZoneInfo(zone))
    start = local.astimezone(UTC) - timedelta(hours=2)
    stage, channel = stage_at(store, start)
    order = store.subscriptions.plan(wish(channel=f"{zone} {day}", zone=zone, local_time=at), start)
    planned = order.next_due_at
    assert planned is not None
    with stage.loop:
        # A tick seldom comes right on time.
        stage.tick(after=(planned - start).total_seconds() - 53)
        tick_for(stage, 180)
        # The same time may come again an hour later.
        for _ in range(8):
            stage.tick(after=30 * 60)
    store.subscriptions.pause(order.id, "the night is over")
    assert [one.local_date for one in stage.deliveries() if one.subscription_id == order.id] == [
        day
    ]
    return [(moment - planned).total_seconds() for moment in channel.moments]


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
    store: Store, tell: Callable[[str], None]
) -> None:
    seven = datetime(2026, 1, 5, 6, 0, tzinfo=UTC)
    stage, channel = stage_at(store, seven - timedelta(minutes=10))
    stage.store.subscriptions.plan(wish(local_time=time(7, 0)), stage.clock.now())
    stage.clock.wait(100 * 60)
    with stage.loop:
        started = stage.clock.now()
        tick_for(stage, 120)
    after = [(moment - started).total_seconds() for moment in channel.moments]
    tell(f"down 06:50 to 08:30 {store.database.kind}: posts {len(after)} seconds after {after}")
    assert len(channel.moments) == 1
    assert channel.moments[0] - started <= timedelta(seconds=60)
    assert stage.rendered[0][0] > timedelta(hours=1)

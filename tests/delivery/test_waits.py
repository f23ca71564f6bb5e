"""Channels and workspaces that ask for time do not hold up the others."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from statistics import median
from typing import TYPE_CHECKING

import pytest
from delivery.plans import plan_channels
from delivery.stand_ins import Channel, Clock, Stage

from bot.delivery.means import Terms
from bot.delivery.port import RetryAfter

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.core.ledger import Claimed
    from bot.delivery.port import SendResult, Sent
    from bot.store import Store

CHANNELS, WORKSPACES = 75, 3
# By the clock that is set by hand.
_REQUEST = 0.01


@pytest.fixture(autouse=True)
def quiet_log(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.CRITICAL)


@dataclass
class Asked(Channel):
    """Every request takes a while; the first to a channel of `limits` is told to wait."""

    clock: Clock = field(default_factory=Clock)
    limits: dict[str, RetryAfter] = field(default_factory=dict)
    posted: dict[str, float] = field(default_factory=dict)

    def send(self, claimed: Claimed, payload: str, *, still_mine: Callable[[], bool]) -> SendResult:
        self.clock.wait(_REQUEST)
        limit = self.limits.pop(claimed.subscription.wish.channel, None)
        return limit or Channel.send(self, claimed, payload, still_mine=still_mine)

    def post(self, claimed: Claimed, payload: str) -> Sent:
        self.posted[claimed.subscription.wish.channel] = self.clock.monotonic()
        return Channel.post(self, claimed, payload)


def times_to_post(store: Store, limits: dict[str, RetryAfter]) -> dict[str, float]:
    """The seconds until each channel has its post."""
    clock = Clock()
    channel = Asked(clock=clock, limits=dict(limits))
    # One sender, so that the order is the same each time.
    stage = Stage(store, clock=clock, channel=channel, terms=Terms(threads=1))
    plan_channels(store, CHANNELS, due=clock.now(), workspaces=WORKSPACES)
    began = clock.monotonic()
    with stage.loop:
        for after in (0, 10, 10, 10):
            stage.tick(after=after)
    assert len(channel.posted) == CHANNELS
    return {name: at - began for name, at in channel.posted.items()}


@pytest.mark.parametrize("seconds", [1.5, 15])
@pytest.mark.parametrize("scope", ["channel", "workspace"])
def test_others_get_their_post_as_soon_as_without_limits(
    new_store: Callable[[], Store], scope: str, seconds: float
) -> None:
    # All of them are in the first workspace, in the middle of a claim.
    limited = range(0, 36, 3) if scope == "channel" else [24]
    limits = {f"c{number}": RetryAfter(seconds, scope) for number in limited}  # type: ignore[arg-type]
    before, after = (times_to_post(new_store(), each) for each in ({}, limits))
    others = [f"c{number}" for number in range(CHANNELS) if number % WORKSPACES]
    assert min(after[name] for name in limits) > seconds
    # No later than by the requests that were told to wait.
    late = len(limits) * _REQUEST
    assert median(after[one] for one in others) <= median(before[one] for one in others) + late
    assert max(after[one] for one in others) <= max(before.values()) + late

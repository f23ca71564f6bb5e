"""A year in five zones, one digest for each local date."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from discord_play import Play, payload_of

from bot.dialogue.buttons import Part
from bot.dialogue.outline import Line, Outline, Run
from bot.store import open_store

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.e2e

ZONES = (
    "Europe/Zurich",
    "America/New_York",
    "Asia/Kolkata",
    "Australia/Lord_Howe",
    "Pacific/Apia",
)


def test_a_year_brings_one_digest_for_each_local_date_in_every_zone(tmp_path: Path) -> None:
    with open_store(None, tmp_path) as store:
        play_a_year(Play(store))


def play_a_year(play: Play) -> None:
    play.exchange.checked = False
    short = payload_of((Part(Outline("Kurz", Line((Run("Kurz"),)))),))
    play.loop.render_as = lambda _claimed: short
    play.clock.wall = datetime(2025, 12, 31, 0, 0, tzinfo=UTC)
    channels = {zone: play.exchange.channel(zone[-4:].lower()) for zone in ZONES}
    for zone, channel in channels.items():
        play.plan(channel, zone=zone)
    end = datetime(2027, 1, 1, tzinfo=UTC)
    days: dict[str, Counter[date]] = {zone: Counter() for zone in ZONES}
    by_channel = {channel: zone for zone, channel in channels.items()}
    while (due := play.store.subscriptions.next_due()) is not None and due < end:
        play.clock.wall = max(due, play.clock.wall + timedelta(seconds=2))
        before = len(play.exchange.asked)
        play.loop.tick()
        for _, path in play.exchange.asked[before:]:
            zone = by_channel[path.split("/")[2]]
            days[zone][play.clock.wall.astimezone(ZoneInfo(zone)).date()] += 1
    year = [date(2026, 1, 1) + timedelta(days=number) for number in range(365)]
    for zone in ZONES:
        assert [days[zone][day] for day in year] == [1] * 365, zone

"""What the running bot says of its schedule, by the sign of life that this gives."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from bot.life import write_life
from bot.watch import schedule_trouble

if TYPE_CHECKING:
    from pathlib import Path

NOW = datetime(2026, 1, 5, 6, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("ago", "trouble"),
    [
        (30, ""),
        (-1, ""),
        (200, "it has not ticked for 200 s"),
        (-3600, "its last tick is 3600 s ahead of the clock"),
    ],
)
def test_a_schedule_that_is_quiet_or_ahead_of_the_clock_is_in_trouble(
    tmp_path: Path, ago: int, trouble: str
) -> None:
    alive = tmp_path / "alive.json"
    write_life(alive, NOW - timedelta(seconds=ago), {})
    assert schedule_trouble(alive, NOW) == trouble


def test_a_schedule_that_never_gave_a_sign_has_not_begun(tmp_path: Path) -> None:
    assert schedule_trouble(tmp_path / "alive.json", NOW) == "it has not ticked yet"

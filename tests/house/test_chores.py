"""The jobs of a running bot, where something stands in their way."""

from __future__ import annotations

import asyncio
import json
import logging
from datetime import UTC, datetime, timedelta
from threading import Event
from typing import TYPE_CHECKING

from bot.life import write_life
from bot.schedule.tick import Job, Ticker

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

NOW = datetime(2026, 1, 5, 6, 0, tzinfo=UTC)
OFTEN = timedelta(seconds=0.02)


def test_a_sign_of_life_that_cannot_be_written_is_told_once_in_a_line_and_its_end_once(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    place, done, runs = tmp_path / "var", Event(), []
    place.write_text("no folder")

    def tell_life() -> None:
        runs.append(1)
        if len(runs) == 4:
            place.unlink()
        if len(runs) == 6:
            done.set()
        write_life(place / "alive.json", NOW, {"slack": "has no connection"})

    async def ticking() -> None:
        ticker = Ticker([Job("life", OFTEN, tell_life)])
        ticker.start()
        assert await asyncio.to_thread(done.wait, 20)
        await ticker.stop()

    with caplog.at_level(logging.INFO, logger="bot"):
        asyncio.run(ticking())
    assert caplog.messages == [
        "life: the sign of life cannot be written: file exists",
        "life: works again, after 0 s",
    ]
    assert "Traceback" not in caplog.text
    assert json.loads((place / "alive.json").read_text())["trouble"] == {
        "slack": "has no connection"
    }

"""What the running bot says of its schedule, by the sign of life that this gives."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from bot.core.feeds import Feed, FeedHealth, FeedsReport, FeedState
from bot.core.reading.reader import Reader
from bot.life import write_life
from bot.metrics import Metrics
from bot.stocking.stock import Stock
from bot.stocking.workshop import Workshop
from bot.store import open_store
from bot.watch import Watch, schedule_trouble

if TYPE_CHECKING:
    from pathlib import Path

    from bot.lemmas import DictionaryLemmatiser

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


def test_wrong_lines_in_the_file_of_feeds_are_counted_apart_from_failing_feeds(
    tmp_path: Path, lemmatiser: DictionaryLemmatiser
) -> None:
    failing = FeedState("https://a.example/", NOW, failing_since=NOW - timedelta(days=2))
    report = FeedsReport(
        (FeedHealth(Feed("https://a.example/"), failing),),
        (("feeds.toml, feed 2", "is missing"), ("feeds.toml, feed 3", "is missing")),
    )
    with open_store(None, tmp_path) as store:
        stock = Stock(store, lemmatiser, Workshop(lambda: Reader(lemmatiser), ()))
        watch = Watch(
            store=store,
            stock=stock,
            services=(),
            folders=(),
            alive=tmp_path / "alive.json",
            feeds=lambda: report,
            clock=lambda: NOW,
            metrics=Metrics(),
        )
        told = watch.measures().decode()
    assert "\nbriefing_feeds_failing 1.0\n" in told
    assert "\nbriefing_feeds_file_problems 2.0\n" in told

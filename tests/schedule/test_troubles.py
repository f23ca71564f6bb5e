"""What a log says of jobs that fail for a while."""

from __future__ import annotations

import logging

import pytest

from bot.errors import SettingsError
from bot.schedule.troubles import Troubles
from bot.store import StoreUnavailable
from bot.store.errors import NOT_REACHED, WENT_AWAY

WHERE = "postgresql://db/briefing"


@pytest.fixture(autouse=True)
def everything_is_heard(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)


def test_a_store_that_is_away_is_told_once_and_its_end_once(
    caplog: pytest.LogCaptureFixture,
) -> None:
    troubles = Troubles()
    troubles.note("follow", StoreUnavailable(WHERE, WENT_AWAY), began=1)
    for second in range(2, 60):
        troubles.note("follow", StoreUnavailable(WHERE, NOT_REACHED), began=second)
        troubles.note("deliver", StoreUnavailable(WHERE, NOT_REACHED), began=second)
    troubles.note_well("life", now=60)
    troubles.note_well("follow", now=61)
    troubles.note_well("deliver", now=62)
    assert caplog.messages == [
        f"follow: {StoreUnavailable(WHERE, WENT_AWAY)}",
        "follow: works again, after 60 s",
    ]


def test_a_run_that_ends_late_does_not_tell_of_what_is_over(
    caplog: pytest.LogCaptureFixture,
) -> None:
    troubles = Troubles()
    troubles.note("follow", StoreUnavailable(WHERE, WENT_AWAY), began=2)
    troubles.note_well("follow", now=9)
    troubles.note("deliver", StoreUnavailable(WHERE, WENT_AWAY), began=1)
    assert len(caplog.messages) == 2
    troubles.note("deliver", StoreUnavailable(WHERE, WENT_AWAY), began=10)
    assert len(caplog.messages) == 3


def test_what_is_another_trouble_is_told_as_well(caplog: pytest.LogCaptureFixture) -> None:
    troubles = Troubles()
    troubles.note("follow", StoreUnavailable(WHERE, WENT_AWAY), began=1)
    troubles.note("feeds", SettingsError("feeds_file", "is not valid TOML"), began=1)
    troubles.note("feeds", SettingsError("feeds_file", "is not valid TOML"), began=2)
    troubles.note("feeds", SettingsError("feeds_file", "cannot be read"), began=3)
    assert len(caplog.messages) == 3

"""The database goes away while digests are due, and comes back."""

from __future__ import annotations

import logging
import time
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from delivery.database_away import be_away
from delivery.databases import open_database
from delivery.plans import plan_channels
from delivery.stand_ins import Channel, Stage
from store.postgres import NoPostgres

from bot.delivery.means import Terms
from bot.store import StoreUnavailable, open_store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from delivery.databases import Database

    from bot.core.ledger import Claimed
    from bot.delivery.port import Sent

CHANNELS = 12


class Leaving(Channel):
    """The database goes away when half of the digests are out, before that is noted."""

    database: Database | None = None

    def post(self, claimed: Claimed, payload: str) -> Sent:
        sent = Channel.post(self, claimed, payload)
        if len(self.posts) == CHANNELS // 2 and self.database is not None:
            assert self.database.server is not None
            self.database.server.stop("immediate")
            self.database = None
        return sent


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    try:
        with open_database("postgresql", tmp_path) as opened:
            yield opened
    except NoPostgres as error:
        pytest.skip(str(error))


def test_while_the_database_is_away_nothing_is_sent_and_afterwards_nothing_twice(
    database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.CRITICAL)
    channel = Leaving()
    channel.database = database
    with open_store(database.url, Path()) as store:
        terms = Terms(threads=2, channel_pause=timedelta(0), lease=timedelta(seconds=30))
        stage = Stage(store, channel=channel, terms=terms)
        plan_channels(store, CHANNELS, due=stage.clock.now())
        with stage.loop:
            with pytest.raises(
                StoreUnavailable, match=r"went away|cannot be reached|shutting down"
            ):
                stage.tick()
            out = len(channel.posts)
            with pytest.raises(StoreUnavailable):
                stage.tick(after=20)
            assert len(channel.posts) == out
            assert database.server is not None
            database.server.start()
            end = time.monotonic() + 60
            while stage.states() != ["sent"] * CHANNELS and time.monotonic() < end:
                stage.tick(after=20)
        assert stage.states() == ["sent"] * CHANNELS
    assert len(channel.posts) == len(set(channel.posts)) == CHANNELS


def test_a_running_bot_survives_it_and_says_so_to_people_and_once_in_the_log(
    tmp_path: Path, tell: Callable[[str], None]
) -> None:
    try:
        morning = be_away(6, tmp_path)
    except NoPostgres as error:
        pytest.skip(str(error))
    tell(str(morning))
    assert morning.is_well, morning

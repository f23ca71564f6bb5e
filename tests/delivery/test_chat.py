"""The loop against the chat service, over real sockets."""

from __future__ import annotations

import secrets
import time
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from delivery.chat import ChatPlatform
from delivery.plans import plan_channels
from delivery.settled import is_settled
from delivery.worker import render

from bot.delivery.loop import Loop
from bot.delivery.means import Means, Terms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from delivery.chat import ChatProcess

    from bot.store import Store


@pytest.fixture
def loop(store: Store, chat: ChatProcess) -> Iterator[Loop]:
    platform = ChatPlatform(chat.port, request_limit=timedelta(seconds=0.5))
    means = Means(
        store=store,
        platforms={"chat": platform},
        render=render,
        clock=lambda: datetime.now(UTC),
        monotonic=time.monotonic,
        pause=time.sleep,
        new_token=lambda: secrets.token_hex(8),
        terms=Terms(
            lease=timedelta(seconds=2),
            first_backoff=timedelta(seconds=0.1),
            longest_backoff=timedelta(seconds=0.5),
            channel_pause=timedelta(0),
        ),
    )
    with Loop(means) as made:
        yield made
    platform.close()


def deliver_all(loop: Loop, store: Store, *, within: float = 60) -> None:
    end = time.monotonic() + within
    while time.monotonic() < end:
        loop.deliver_once()
        if is_settled(store):
            return
    pytest.fail("not everything was settled")


def test_dead_channels_get_one_request_each_and_the_others_their_digest(
    store: Store, chat: ChatProcess, loop: Loop
) -> None:
    now = datetime.now(UTC)
    plan_channels(store, 20, due=now)
    for number in range(60):
        plan_channels(store, 1, due=now, channel=f"dead{number}")
    deliver_all(loop, store)
    counts = chat.counts()
    assert (counts["refused_channels"], counts["most_refused"]) == (60, 1)
    assert (counts["distinct"], counts["duplicates"]) == (20, 0)


def test_no_channel_is_asked_before_the_time_it_named(
    store: Store, chat: ChatProcess, loop: Loop
) -> None:
    chat.behave(limited=0.5, retry_after=0.4)
    plan_channels(store, 40, due=datetime.now(UTC))
    deliver_all(loop, store)
    counts = chat.counts()
    assert counts["mishaps"]["limited"] > 0
    assert counts["too_early"] == 0
    assert (counts["distinct"], counts["duplicates"]) == (40, 0)


def test_lost_requests_and_lost_answers_double_and_lose_nothing(
    store: Store, chat: ChatProcess, loop: Loop
) -> None:
    chat.behave(lost_before=0.2, lost_after=0.2, error_after=0.1, hang_after=0.05)
    plan_channels(store, 40, due=datetime.now(UTC))
    deliver_all(loop, store)
    counts = chat.counts()
    assert sum(counts["mishaps"].values()) > 0
    assert (counts["distinct"], counts["duplicates"]) == (40, 0)


def test_a_chat_service_that_lost_its_history_leaves_unknown_rather_than_doubled(
    store: Store, chat: ChatProcess, loop: Loop
) -> None:
    chat.behave(lost_after=1.0, no_history=1)
    plan_channels(store, 3, due=datetime.now(UTC))
    deliver_all(loop, store)
    assert [one.state for one in store.ledger.recent(10)] == ["unknown"] * 3
    assert chat.counts()["duplicates"] == 0

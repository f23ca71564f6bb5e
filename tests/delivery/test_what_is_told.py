"""From the store to the channel: each article is told once, whenever it came."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

import pytest
from builders import article
from delivery.plans import wish
from stocking.stocks import open_stock

from bot.core.models import TopicRule
from bot.delivery.knowledge import channel_memory
from bot.delivery.payload import rendered_at, topics_shown
from bot.delivery.rendering import DigestRenderer
from bot.stocking import Found
from bot.store import open_store
from bot.store.memory import Shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from bot.lemmas import DictionaryLemmatiser

RULES = (TopicRule("Nordlicht"), TopicRule("Sonnenau"))
# Half past seven in Berlin on a Thursday.
DUE = datetime(2025, 1, 23, 6, 30, tzinfo=UTC)
MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
LEASE = timedelta(minutes=2)
PLAN = "Die Firma {0} baut am Hafen ein Wärmenetz. {0} will im Mai mit 40 Leuten beginnen."


class Channel:
    """A store, a library that follows it, and one channel that gets its digests."""

    def __init__(self, url: str, folder: Path, lemmatiser: DictionaryLemmatiser) -> None:
        self._store = open_store(url, folder)
        self.close = self._store.close
        self._stock = open_stock(self._store, lemmatiser, rules=RULES)
        self._render = DigestRenderer(
            self._stock.library, partial(channel_memory, self._store), tell=lambda *_: ()
        )
        self._store.subscriptions.plan(wish(), DUE - MINUTE)

    def fetch(self, name: str, published: datetime, seen: datetime) -> None:
        one = article(
            PLAN.format(name),
            id=f"{name}-{published:%d-%H%M}",
            title=name,
            on=published.date().isoformat(),
            published_at=published,
        )
        self._stock.take([Found(one, f"feed:{one.id}")], now=seen)

    def get(self, rendered: datetime, sent: datetime | None = None) -> list[str]:
        """The topics of the digest that is due."""
        ledger, now = self._store.ledger, sent or rendered
        ledger.insert_due(rendered, limit=10)
        (held,) = ledger.claim(now, token="a", lease=LEASE, limit=10)
        payload = self._render(held, rendered, timedelta(0), ())
        assert payload is not None
        number = held.delivery.id
        ledger.begin_sending(number, "a", now=now, payload=payload, request_limit=MINUTE)
        shown = Shown(held.subscription.wish.channel_key, topics_shown(payload))
        assert ledger.settle_sent(number, "a", now=now, message_ref="m", shown=shown)
        return [entry["card"]["topic"]["name"] for entry in json.loads(payload)["json"]["entries"]]

    def ask_again(self, now: datetime) -> None:
        (last,) = self._store.ledger.recent(1)
        assert self._store.ledger.reopen(last.id, now)


@pytest.fixture
def channel(
    new_url: Callable[[], str], tmp_path: Path, lemmatiser: DictionaryLemmatiser
) -> Iterator[Channel]:
    made = Channel(new_url(), tmp_path, lemmatiser)
    yield made
    made.close()


def test_what_is_fetched_after_the_digest_of_its_morning_is_told_next_day(channel: Channel) -> None:
    channel.fetch("Sonnenau", DUE - 60 * MINUTE, DUE - 50 * MINUTE)
    assert channel.get(DUE) == ["Sonnenau"]
    channel.fetch("Nordlicht", DUE - 10 * MINUTE, DUE + 5 * MINUTE)
    assert channel.get(DUE + DAY) == ["Nordlicht"]
    assert channel.get(DUE + 2 * DAY) == []


def test_what_is_fetched_between_making_and_sending_is_told_next_day(channel: Channel) -> None:
    channel.fetch("Sonnenau", DUE - 60 * MINUTE, DUE - 50 * MINUTE)
    channel.fetch("Nordlicht", DUE - 10 * MINUTE, DUE + 5 * MINUTE)
    assert channel.get(DUE + MINUTE, sent=DUE + 90 * MINUTE) == ["Sonnenau"]
    assert channel.get(DUE + DAY) == ["Nordlicht"]


def test_what_is_published_between_due_and_sent_is_told_next_day(channel: Channel) -> None:
    channel.fetch("Sonnenau", DUE - 60 * MINUTE, DUE - 50 * MINUTE)
    assert channel.get(DUE + 90 * MINUTE) == ["Sonnenau"]
    channel.fetch("Nordlicht", DUE + 20 * MINUTE, DUE + 21 * MINUTE)
    assert channel.get(DUE + DAY) == ["Nordlicht"]


def test_a_bot_that_was_off_overnight_tells_the_night_once(channel: Channel) -> None:
    channel.fetch("Nordlicht", DUE - 60 * MINUTE, DUE + 30 * MINUTE)
    assert channel.get(DUE + 31 * MINUTE) == ["Nordlicht"]
    assert channel.get(DUE + DAY) == []


def test_a_digest_made_once_more_tells_what_came_late_and_the_next_does_not(
    channel: Channel,
) -> None:
    assert channel.get(DUE) == []
    channel.fetch("Nordlicht", DUE - 10 * MINUTE, DUE + 5 * MINUTE)
    channel.ask_again(DUE + 60 * MINUTE)
    assert channel.get(DUE + 60 * MINUTE) == ["Nordlicht"]
    assert channel.get(DUE + DAY) == []


@pytest.mark.parametrize(
    "payload", ["", "kein JSON", "[]", "{}", '{"rendered_at": 3}', '{"rendered_at": "2025-01-23"}']
)
def test_a_payload_that_does_not_say_when_it_was_made_is_none_the_worse(payload: str) -> None:
    assert rendered_at(payload) is None

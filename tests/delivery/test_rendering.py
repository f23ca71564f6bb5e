from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from builders import article
from delivery.plans import wish

from bot.core.digest import Moment
from bot.core.ledger import Claimed, Delivery, Subscription
from bot.core.reading.reader import Reader
from bot.delivery.knowledge import Remembered
from bot.delivery.rendering import DigestRenderer, payload_parts
from bot.library import Library

if TYPE_CHECKING:
    from bot.lemmas import DictionaryLemmatiser

DUE = datetime(2026, 1, 5, 6, 30, tzinfo=UTC)
IN_TIME = timedelta(0)


@pytest.fixture
def renderer(lemmatiser: DictionaryLemmatiser) -> DigestRenderer:
    return DigestRenderer(Library(lemmatiser), lambda _claimed: Remembered())


def claimed(day: date = date(2026, 1, 5), **changed: object) -> Claimed:
    delivery = Delivery(
        id=7,
        subscription_id=3,
        local_date=day,
        due_at=DUE,
        state="pending",
        attempt=0,
        lease_until=DUE,
        token="",
        not_before=DUE,
        payload=None,
        message_ref="",
        reason="",
        sent_at=None,
    )
    return Claimed(delivery, Subscription(3, wish(**changed), "active", "", DUE, 1, DUE))


def test_a_payload_has_a_headline_parts_markdown_and_data(renderer: DigestRenderer) -> None:
    payload = json.loads(renderer(claimed(), DUE, IN_TIME, ()) or "")
    assert set(payload) == {"headline", "parts", "markdown", "json", "shown", "rendered_at"}
    assert payload["json"]["late_seconds"] == 0
    assert "verspätet" not in payload["markdown"]


def test_the_parts_of_a_payload_are_the_parent_and_a_card_for_each_entry(
    lemmatiser: DictionaryLemmatiser,
) -> None:
    text = "Der Hafen Lunebad bekommt eine Brücke. Die Hafenmeisterei Lunebad plant drei Jahre."
    told = article(text, id="a", title="Brücke für Lunebad", on="2026-01-04")
    library = Library.of([Reader(lemmatiser).reading(told)], lemmatiser=lemmatiser)
    renderer = DigestRenderer(library, lambda _claimed: Remembered())
    payload = renderer(claimed(), DUE, IN_TIME, ()) or ""
    parent, *cards = payload_parts(payload)
    entries = json.loads(payload)["json"]["entries"]
    assert entries
    assert parent.buttons == ()
    assert [card.outline.title.head[0].text for card in cards] == [
        entry["card"]["topic"]["name"] for entry in entries
    ]
    assert all(card.buttons for card in cards)


def test_parts_of_another_version_are_refused() -> None:
    with pytest.raises(ValueError, match="another version"):
        payload_parts('{"parts": "[{\\"outline\\": 3}]"}')


def test_a_late_digest_says_when_it_was_planned(renderer: DigestRenderer) -> None:
    payload = json.loads(renderer(claimed(), DUE, timedelta(hours=1), ()) or "")
    assert r"verspätet (geplant 07\:30)" in payload["markdown"]


def test_days_that_were_missed_are_named(renderer: DigestRenderer) -> None:
    missed = replace(claimed(date(2026, 1, 4)).delivery, state="skipped")
    payload = json.loads(renderer(claimed(language="en"), DUE, IN_TIME, (missed,)) or "")
    assert "not sent: Jan 4" in payload["markdown"]
    assert payload["json"]["missed"] == ["2026-01-04"]


def test_with_nothing_new_a_quiet_channel_gets_nothing(renderer: DigestRenderer) -> None:
    assert renderer(claimed(quiet=True), DUE, IN_TIME, ()) is None
    assert renderer(claimed(quiet=False), DUE, IN_TIME, ()) is not None


def test_what_is_said_of_sources_stands_in_the_footer(lemmatiser: DictionaryLemmatiser) -> None:
    renderer = DigestRenderer(
        Library(lemmatiser),
        lambda _claimed: Remembered(),
        tell=lambda language, _now, since: (f"Quelle gestört ({language}, {since}).",),
    )
    payload = json.loads(renderer(claimed(), DUE, IN_TIME, ()) or "")
    assert "Quelle gestört (de, None)." in payload["markdown"]


def test_what_is_said_of_sources_is_what_came_since_the_last_digest(
    lemmatiser: DictionaryLemmatiser,
) -> None:
    before = datetime(2026, 1, 4, 6, 31, tzinfo=UTC)
    told = Moment(before.date(), before - timedelta(minutes=1), before)
    asked: list[datetime | None] = []
    renderer = DigestRenderer(
        Library(lemmatiser),
        lambda _claimed: Remembered(told),
        tell=lambda _language, _now, since: asked.append(since) or (),
    )
    renderer(claimed(), DUE, IN_TIME, ())
    assert asked == [before]

"""Claim, send, settle: each delivery in one pair of hands at a time."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from store.orders import DUE, LEASE, MORNING, begin, claim, plan

if TYPE_CHECKING:
    from bot.core.ledger import Subscription
    from bot.store import Store

MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)


def test_nothing_is_entered_before_its_time(store: Store) -> None:
    plan(store)
    assert store.ledger.insert_due(DUE - MINUTE, limit=10) == 0


def test_what_is_due_is_entered_once(store: Store) -> None:
    plan(store)
    assert store.ledger.insert_due(DUE, limit=10) == 1
    assert store.ledger.insert_due(DUE, limit=10) == 0
    (delivery,) = store.ledger.recent(10)
    assert (delivery.local_date, delivery.due_at, delivery.state) == (
        date(2025, 1, 20),
        DUE,
        "pending",
    )


def test_the_next_day_is_reckoned_when_a_day_is_entered(store: Store) -> None:
    one = plan(store)
    store.ledger.insert_due(DUE, limit=10)
    entered = store.subscriptions.get(one.id)
    assert entered is not None
    assert entered.next_due_at == DUE + 24 * HOUR
    assert store.ledger.last_sent(one.id) is None


def test_a_new_time_on_the_same_day_does_not_send_twice(store: Store) -> None:
    plan(store)
    claim(store)
    plan_later = plan(store, zone="America/New_York")
    assert plan_later.next_due_at == DUE + 6 * HOUR
    store.ledger.insert_due(DUE + 6 * HOUR, limit=10)
    assert len(store.ledger.recent(10)) == 1


def test_missed_days_are_skipped_with_a_reason(store: Store) -> None:
    one = plan(store)
    store.ledger.insert_due(DUE + timedelta(days=7, hours=1), limit=100)
    states = [(row.state, row.reason) for row in store.ledger.of_subscription(one.id)]
    assert states == [("pending", "")] + 5 * [("skipped", "missed")]


def test_a_day_within_the_grace_period_is_sent_late(store: Store) -> None:
    plan(store)
    assert len(claim(store, DUE + 3 * HOUR)) == 1


def test_a_day_older_than_the_grace_period_is_skipped(store: Store) -> None:
    plan(store)
    assert claim(store, DUE + 3 * HOUR + MINUTE) == []


def test_a_year_of_missed_days_is_entered_in_small_portions(store: Store) -> None:
    plan(store)
    later = DUE + timedelta(days=365)
    portions = []
    while done := store.ledger.insert_due(later, limit=10):
        portions.append(done)
    assert max(portions) <= 10
    assert len(store.ledger.recent(1000)) == 262


def test_a_zone_that_is_gone_pauses_its_subscription_alone(store: Store) -> None:
    broken = plan(store, "kaputt")
    plan(store, "heil")
    with store.database.writing() as connection:
        connection.exec_driver_sql("UPDATE subscription SET zone = 'Mond/Krater' WHERE id = 1")
    assert [held.subscription.wish.channel for held in claim(store)] == ["heil"]
    paused = store.subscriptions.get(broken.id)
    assert paused is not None
    assert paused.state == "paused"
    assert "Mond/Krater" in paused.reason


def test_many_due_at_once_are_entered_batch_by_batch(store: Store) -> None:
    for number in range(7):
        plan(store, f"k{number}")
    assert [store.ledger.insert_due(DUE, limit=3) for _ in range(4)] == [3, 3, 1, 0]


def test_a_claimed_delivery_is_not_claimed_again(store: Store) -> None:
    plan(store)
    assert len(claim(store, token="a")) == 1
    assert claim(store, token="b") == []


def test_a_lapsed_claim_is_taken_over(store: Store) -> None:
    plan(store)
    claim(store, token="a")
    later = DUE + LEASE + MINUTE
    (held,) = claim(store, later, token="b")
    assert held.delivery.token == "b"
    assert not begin(store, held, later, token="a")


def test_a_claim_takes_no_more_than_its_limit(store: Store) -> None:
    for number in range(5):
        plan(store, f"k{number}")
    assert len(claim(store, limit=3)) == 3


def test_a_claim_brings_the_subscription_along(store: Store) -> None:
    one = plan(store)
    (held,) = claim(store)
    assert held.subscription.wish == one.wish


def test_workspaces_take_turns(store: Store) -> None:
    for number in range(4):
        plan(store, f"g{number}", workspace="groß")
    plan(store, "k", workspace="klein")
    held = claim(store, limit=3)
    assert {one.subscription.wish.workspace for one in held} == {"groß", "klein"}


def test_a_blocked_workspace_waits_and_the_others_do_not(store: Store) -> None:
    plan(store, "a", workspace="eins")
    plan(store, "b", workspace="zwei")
    store.ledger.block("folder:eins", DUE + MINUTE)
    assert [one.subscription.wish.channel for one in claim(store)] == ["b"]
    assert [one.subscription.wish.channel for one in claim(store, DUE + MINUTE)] == ["a"]


def test_a_block_is_never_shortened(store: Store) -> None:
    store.ledger.block("folder:eins", DUE + HOUR)
    store.ledger.block("folder:eins", DUE)
    assert store.ledger.blocked_until("folder:eins") == DUE + HOUR


def test_sending_begins_only_while_the_lease_outlasts_the_request(store: Store) -> None:
    plan(store)
    (held,) = claim(store)
    assert not begin(store, held, DUE + LEASE - MINUTE / 4)
    assert begin(store, held, DUE)


def test_the_payload_is_kept(store: Store) -> None:
    plan(store)
    (held,) = claim(store)
    begin(store, held)
    again = store.ledger.get(held.delivery.id)
    assert again is not None
    assert (again.payload, again.state) == ("Guten Morgen", "sending")


def test_a_sent_delivery_has_its_message(store: Store) -> None:
    one = plan(store)
    (held,) = claim(store)
    begin(store, held)
    assert store.ledger.settle_sent(held.delivery.id, "a", now=DUE + MINUTE, message_ref="m7")
    last = store.ledger.last_sent(one.id)
    assert last is not None
    assert (last.state, last.message_ref, last.sent_at) == ("sent", "m7", DUE + MINUTE)


def test_nobody_settles_twice(store: Store) -> None:
    plan(store)
    (held,) = claim(store)
    begin(store, held)
    store.ledger.settle_sent(held.delivery.id, "a", now=DUE, message_ref="m7")
    assert not store.ledger.settle_failed(held.delivery.id, "a", now=DUE, reason="zu spät")


def test_nothing_is_sent_that_did_not_begin(store: Store) -> None:
    plan(store)
    (held,) = claim(store)
    assert not store.ledger.settle_sent(held.delivery.id, "a", now=DUE, message_ref="m7")


def test_a_stranger_settles_nothing(store: Store) -> None:
    plan(store)
    (held,) = claim(store)
    number = held.delivery.id
    assert not begin(store, held, token="b")
    begin(store, held)
    assert not store.ledger.settle_sent(number, "b", now=DUE, message_ref="m")
    assert not store.ledger.settle_failed(number, "b", now=DUE, reason="r")
    assert not store.ledger.settle_skipped(number, "b", now=DUE, reason="r")
    assert not store.ledger.settle_unknown(number, "b", now=DUE, reason="r")
    assert not store.ledger.retry_later(number, "b", not_before=DUE, reason="r")


def test_a_delivery_in_sending_is_ambiguous_once_its_lease_lapses(store: Store) -> None:
    plan(store)
    (held,) = claim(store)
    begin(store, held)
    ledger, later = store.ledger, DUE + LEASE + MINUTE
    assert ledger.claim_ambiguous(DUE, token="b", lease=LEASE, limit=10) == ()
    (found,) = ledger.claim_ambiguous(later, token="b", lease=LEASE, limit=10)
    assert (found.delivery.state, found.delivery.payload) == ("sending", "Guten Morgen")
    assert not ledger.settle_sent(found.delivery.id, "a", now=later, message_ref="m")
    assert ledger.settle_sent(found.delivery.id, "b", now=later, message_ref="m")


def test_a_delivery_in_sending_is_never_claimed_as_pending(store: Store) -> None:
    plan(store)
    (held,) = claim(store)
    begin(store, held)
    assert claim(store, DUE + HOUR, token="b") == []


def test_what_was_looked_for_in_vain_is_sent_by_the_one_who_looked(store: Store) -> None:
    plan(store)
    (held,) = claim(store)
    begin(store, held)
    later = DUE + LEASE + MINUTE
    store.ledger.claim_ambiguous(later, token="b", lease=LEASE, limit=1)
    assert not begin(store, held, later, token="a")
    assert begin(store, held, later, token="b")


def test_what_is_put_off_comes_back_in_time(store: Store) -> None:
    plan(store)
    (held,) = claim(store)
    begin(store, held)
    store.ledger.retry_later(held.delivery.id, "a", not_before=DUE + MINUTE, reason="429")
    assert claim(store, DUE) == []
    (again,) = claim(store, DUE + MINUTE, token="b")
    assert (again.delivery.attempt, again.delivery.reason) == (1, "429")


def test_what_nobody_sent_in_time_expires(store: Store) -> None:
    plan(store)
    store.ledger.insert_due(DUE, limit=10)
    assert store.ledger.expire(DUE + 3 * HOUR) == 0
    assert store.ledger.expire(DUE + 3 * HOUR + MINUTE) == 1
    (late,) = store.ledger.recent(10, state="skipped")
    assert late.reason == "too late"


def test_what_is_being_sent_does_not_expire(store: Store) -> None:
    plan(store)
    (held,) = claim(store)
    begin(store, held)
    assert store.ledger.expire(DUE + 5 * HOUR) == 0


def test_a_resend_is_a_new_edition_with_a_grace_period_of_its_own(store: Store) -> None:
    plan(store)
    (held,) = claim(store)
    begin(store, held)
    store.ledger.settle_failed(held.delivery.id, "a", now=DUE, reason="Kanal weg")
    later = DUE + 9 * HOUR
    again = store.ledger.reopen(held.delivery.id, later)
    assert again is not None
    assert (again.state, again.payload, again.edition) == ("pending", None, 2)
    assert again.public_id != held.delivery.public_id
    assert store.ledger.expire(later + HOUR) == 0
    assert len(claim(store, later)) == 1


def sent_and_asked_for_again(store: Store) -> Subscription:
    """A digest that went out at half past seven and is to be made once more at nine."""
    one = plan(store)
    (held,) = claim(store)
    begin(store, held)
    assert store.ledger.settle_sent(held.delivery.id, "a", now=DUE + MINUTE, message_ref="m")
    assert store.ledger.reopen(held.delivery.id, DUE + 2 * HOUR)
    return one


def is_sent_as_before(store: Store, order: Subscription, reason: str) -> bool:
    last = store.ledger.last_sent(order.id)
    return last is not None and (last.state, last.reason, last.sent_at, last.message_ref) == (
        "sent",
        reason,
        DUE + MINUTE,
        "m",
    )


def test_a_resend_that_nobody_makes_leaves_the_digest_sent(store: Store) -> None:
    order = sent_and_asked_for_again(store)
    assert store.ledger.expire(DUE + 6 * HOUR) == 1
    assert is_sent_as_before(store, order, "too late")
    (next_day,) = claim(store, DUE + 24 * HOUR)
    assert not next_day.may_have_missed


@pytest.mark.parametrize("how", ["settle_skipped", "settle_failed", "settle_unknown"])
def test_a_resend_of_which_nothing_comes_leaves_the_digest_sent(store: Store, how: str) -> None:
    order = sent_and_asked_for_again(store)
    (held,) = claim(store, DUE + 2 * HOUR)
    if how == "settle_unknown":
        begin(store, held, DUE + 2 * HOUR)
    settle = getattr(store.ledger, how)
    for _ in range(2):
        assert settle(held.delivery.id, "a", now=DUE + 2 * HOUR, reason="nichts Neues")
        assert is_sent_as_before(store, order, "nichts Neues")


def test_pausing_while_a_resend_is_pending_leaves_the_digest_sent(store: Store) -> None:
    order = sent_and_asked_for_again(store)
    store.subscriptions.pause(order.id, "Urlaub")
    assert is_sent_as_before(store, order, "Urlaub")


def test_a_resend_that_went_out_is_what_was_sent_last(store: Store) -> None:
    order = sent_and_asked_for_again(store)
    later = DUE + 2 * HOUR
    (held,) = claim(store, later)
    begin(store, held, later)
    assert store.ledger.settle_sent(held.delivery.id, "a", now=later, message_ref="m")
    last = store.ledger.last_sent(order.id)
    assert last is not None
    assert (last.sent_at, last.edition) == (later, 2)


def test_what_is_under_way_cannot_be_resent(store: Store) -> None:
    plan(store)
    (held,) = claim(store)
    assert store.ledger.reopen(held.delivery.id, DUE) is None


def test_pausing_skips_what_is_pending(store: Store) -> None:
    one = plan(store)
    (held,) = claim(store)
    store.subscriptions.pause(one.id, "der Kanal ist weg")
    assert not begin(store, held)
    (skipped,) = store.ledger.recent(10)
    assert (skipped.state, skipped.reason) == ("skipped", "der Kanal ist weg")


def test_pausing_leaves_alone_what_is_being_sent(store: Store) -> None:
    one = plan(store)
    (held,) = claim(store)
    begin(store, held)
    store.subscriptions.pause(one.id, "Urlaub")
    assert store.ledger.settle_sent(held.delivery.id, "a", now=DUE, message_ref="m")


def test_old_settled_deliveries_are_forgotten_and_open_ones_are_not(store: Store) -> None:
    plan(store, "a")
    plan(store, "b")
    first, _ = claim(store)
    store.ledger.settle_skipped(first.delivery.id, "a", now=DUE, reason="nichts Neues")
    assert store.ledger.forget_before(DUE + HOUR) == 1
    assert len(store.ledger.recent(10)) == 1


def test_a_public_id_is_short_and_tells_deliveries_apart(store: Store) -> None:
    for number in range(40):
        plan(store, f"k{number}")
    found = {held.delivery.public_id for held in claim(store, limit=40)}
    assert len(found) == 40
    assert max(map(len, found)) <= 25


def test_every_moment_comes_back_as_it_went_in(store: Store) -> None:
    odd = MORNING + timedelta(microseconds=1)
    store.ledger.block("x", odd)
    assert store.ledger.blocked_until("x") == odd

"""What happens around a post that stands: cards under it, what it showed, and sending it again."""

from __future__ import annotations

import logging
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from delivery.stand_ins import Stage, plan

from bot.delivery.means import Terms
from bot.delivery.port import Ambiguous, Refused

if TYPE_CHECKING:
    from bot.store import Store


@pytest.fixture(autouse=True)
def quiet_log(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.CRITICAL)


def test_a_resend_goes_out_again_under_another_id_and_names_the_post_that_is_out(
    stage: Stage,
) -> None:
    plan(stage)
    stage.tick(after=1800)
    (first,) = stage.deliveries()
    stage.clock.wait(5 * 3600)
    again = stage.store.ledger.reopen(first.id, stage.clock.now())
    assert again is not None
    assert again.message_ref == first.message_ref
    stage.tick(after=20)
    assert len({public_id for _, public_id in stage.channel.posts}) == 2


def test_what_is_sent_again_is_not_called_late(stage: Stage) -> None:
    plan(stage)
    stage.tick(after=1800)
    stage.clock.wait(3600)
    stage.store.ledger.reopen(stage.deliveries()[0].id, stage.clock.now())
    stage.tick(after=20)
    assert [late_by for late_by, _ in stage.rendered] == [timedelta(0), timedelta(0)]


@pytest.mark.parametrize("hours_without_a_bot", [0, 4])
def test_a_resend_of_which_nothing_comes_is_no_day_that_was_missed(
    stage: Stage, hours_without_a_bot: int
) -> None:
    order = plan(stage, quiet=True)
    stage.tick(after=1800)
    (first,) = stage.deliveries()
    stage.store.ledger.reopen(first.id, stage.clock.now())
    stage.render_as = lambda _claimed: None
    stage.tick(after=hours_without_a_bot * 3600 + 20)
    last = stage.store.ledger.last_sent(order.id)
    assert last is not None
    assert (last.sent_at, last.edition) == (first.sent_at, 2)
    stage.render_as = lambda _claimed: "payload"
    stage.tick(after=(24 - hours_without_a_bot) * 3600)
    assert stage.rendered[-1] == (timedelta(0), ())
    assert stage.states() == ["sent", "sent"]


def test_what_belongs_under_a_post_is_added_once_the_post_stands(stage: Stage) -> None:
    plan(stage)
    stage.tick(after=1800)
    (sent,) = stage.deliveries()
    assert stage.channel.finished == [(sent.message_ref, "payload", True)]


def test_a_post_that_was_found_is_finished_as_well(stage: Stage) -> None:
    stage.channel.answers.append(Ambiguous("timeout"))
    plan(stage)
    stage.tick(after=1800)
    stage.channel.posts.append(("general", stage.deliveries()[0].public_id))
    for _ in range(6):
        stage.tick(after=20)
    (sent,) = stage.deliveries()
    assert sent.state == "sent"
    assert stage.channel.finished == [(sent.message_ref, "payload", True)]


def test_nothing_is_added_under_a_post_that_was_refused(stage: Stage) -> None:
    stage.channel.answers.append(Refused("no connection", permanent=False))
    plan(stage)
    stage.tick(after=1800)
    assert stage.channel.finished == []


def test_a_post_that_could_not_be_finished_still_counts_as_sent(stage: Stage) -> None:
    stage.channel.unfinished = ValueError("broken")
    plan(stage)
    stage.tick(after=1800)
    assert stage.states() == ["sent"]


def test_a_post_whose_lease_ran_out_under_it_is_finished_by_the_next_holder(stage: Stage) -> None:
    stage.channel.before_finish = lambda: stage.clock.wait(55)
    plan(stage)
    stage.tick(after=1800)
    assert stage.states() == ["sending"]
    stage.channel.before_finish = lambda: None
    for _ in range(6):
        stage.tick(after=20)
    assert stage.states() == ["sent"]
    assert [is_mine for _, _, is_mine in stage.channel.finished] == [False, True]
    assert len(stage.channel.posts) == 1


def test_a_post_that_can_never_be_finished_is_settled_after_the_grace_period(
    store: Store,
) -> None:
    stage = Stage(store, terms=Terms(threads=2, grace=timedelta(minutes=10)))
    stage.channel.before_finish = lambda: stage.clock.wait(55)
    with stage.loop:
        plan(stage)
        stage.tick(after=1800)
        for _ in range(30):
            stage.tick(after=20)
    assert stage.states() == ["sent"]
    assert len(stage.channel.posts) == 1


def test_what_a_channel_was_shown_is_remembered_once_it_is_out(stage: Stage) -> None:
    stage.render_as = lambda _claimed: '{"shown": {"hafen": ["b", "a"], "leer": []}}'
    stage.channel.answers.append(Refused("no connection", permanent=False))
    plan(stage)
    stage.tick(after=1800)
    assert stage.store.memory.seen_topics("chat:w0:general") == ()
    stage.tick(after=20)
    (seen,) = stage.store.memory.seen_topics("chat:w0:general")
    assert (seen.topic, seen.articles) == ("hafen", ("a", "b"))


@pytest.mark.parametrize(
    "payload", ["", "kein JSON", "[]", '{"shown": [1]}', '{"shown": {"a": 1}}']
)
def test_a_payload_of_another_kind_is_settled_all_the_same(stage: Stage, payload: str) -> None:
    stage.render_as = lambda _claimed: payload
    plan(stage)
    stage.tick(after=1800)
    assert stage.states() == ["sent"]

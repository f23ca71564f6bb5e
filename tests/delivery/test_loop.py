from __future__ import annotations

import logging
from datetime import date, time, timedelta
from typing import TYPE_CHECKING

import pytest
from delivery.plans import wish
from delivery.stand_ins import MONDAY, Channel, Clock, Stage, plan

from bot.delivery.loop import next_batch
from bot.delivery.means import NOTHING_NEW, Terms
from bot.delivery.port import ZONE_GONE, Ambiguous, CannotLook, Refused, RetryAfter

if TYPE_CHECKING:
    from bot.store import Store

ELSEWHERE = "the mark of another process"


@pytest.fixture(autouse=True)
def quiet_log(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.CRITICAL)


def test_before_its_time_nothing_goes_out(stage: Stage) -> None:
    plan(stage)
    stage.tick(after=29 * 60)
    assert stage.channel.posts == []


def test_at_its_time_one_post_goes_out_and_no_second(stage: Stage) -> None:
    plan(stage)
    stage.tick(after=30 * 60)
    for _ in range(20):
        stage.tick(after=20)
    assert [channel for channel, _ in stage.channel.posts] == ["general"]
    assert stage.states() == ["sent"]


def test_the_ledger_keeps_the_id_that_the_platform_gave(stage: Stage) -> None:
    plan(stage)
    stage.tick(after=1800)
    (sent,) = stage.deliveries()
    assert sent.message_ref == f"ref-{sent.public_id}"


def test_a_digest_on_time_is_not_called_late(stage: Stage) -> None:
    plan(stage)
    stage.tick(after=1800 + 60)
    assert stage.rendered == [(timedelta(0), ())]


def test_after_a_late_start_one_digest_goes_out_that_says_so(stage: Stage) -> None:
    plan(stage)
    stage.clock.wait(2.5 * 3600)
    stage.tick()
    assert stage.rendered == [(timedelta(hours=2), ())]
    assert stage.states() == ["sent"]


def test_after_the_grace_period_it_is_skipped_with_a_reason(stage: Stage) -> None:
    plan(stage)
    stage.tick(after=3.6 * 3600)
    (skipped,) = stage.deliveries()
    assert (skipped.state, bool(skipped.reason)) == ("skipped", True)
    assert stage.channel.posts == []


def test_after_a_week_away_only_today_goes_out_and_names_what_was_missed(stage: Stage) -> None:
    plan(stage)
    stage.tick(after=1800)
    stage.tick(after=7 * 86400 + 3600)
    assert stage.states() == ["sent", *["skipped"] * 6, "sent"]
    late_by, missed = stage.rendered[-1]
    assert late_by == timedelta(hours=1)
    assert [one.local_date for one in missed] == [date(2026, 1, day) for day in range(6, 12)]


def test_the_owner_of_a_plan_whose_zone_is_gone_is_told_once(stage: Stage) -> None:
    plan(stage)
    plan(stage, channel="heil")
    with stage.store.database.writing() as connection:
        connection.exec_driver_sql(
            "UPDATE subscription SET zone = 'Mond/Krater' WHERE channel = 'general'"
        )
    for _ in range(3):
        stage.tick(after=1800)
    assert stage.channel.told == [("general", ZONE_GONE)]
    assert [channel for channel, _ in stage.channel.posts] == ["heil"]


def test_a_plan_whose_zone_is_gone_is_paused_even_if_its_owner_cannot_be_told(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    order = plan(stage)

    def breaks(_wish: object, _reason: str) -> None:
        raise ConnectionError

    monkeypatch.setattr(stage.channel, "tell_owner", breaks)
    with stage.store.database.writing() as connection:
        connection.exec_driver_sql("UPDATE subscription SET zone = 'Mond/Krater'")
    stage.tick(after=1800)
    paused = stage.store.subscriptions.get(order.id)
    assert paused is not None
    assert paused.state == "paused"


def test_claims_grow_while_senders_are_quick_and_shrink_when_they_are_not() -> None:
    grown = [1]
    for _ in range(5):
        grown.append(next_batch(grown[-1], 0.01))
    assert grown == [1, 2, 4, 8, 8, 8]
    assert [next_batch(one, 3.0) for one in (8, 2, 1)] == [4, 1, 1]


def test_what_was_missed_is_named_once(stage: Stage) -> None:
    plan(stage)
    stage.tick(after=86400 + 1800)
    stage.tick(after=86400)
    assert [len(missed) for _, missed in stage.rendered] == [1, 0]


def test_if_nothing_is_new_a_quiet_subscription_is_skipped(stage: Stage) -> None:
    stage.render_as = lambda _claimed: None
    plan(stage, quiet=True)
    stage.tick(after=1800)
    (skipped,) = stage.deliveries()
    assert (skipped.state, skipped.reason) == ("skipped", NOTHING_NEW)
    assert stage.channel.asked == []


def test_a_day_with_nothing_new_is_not_named_as_missed(stage: Stage) -> None:
    plan(stage, quiet=True)
    stage.render_as = lambda _claimed: None
    stage.tick(after=1800)
    stage.render_as = lambda _claimed: "payload"
    stage.tick(after=86400)
    assert stage.rendered[-1] == (timedelta(0), ())


def test_a_request_that_failed_for_certain_is_tried_again_later(stage: Stage) -> None:
    stage.channel.answers.append(Refused("no connection", permanent=False))
    plan(stage)
    stage.tick(after=1800)
    assert stage.states() == ["pending"]
    stage.tick(after=20)
    assert stage.states() == ["sent"]
    assert stage.channel.looks == 0


def test_what_was_rendered_once_is_not_rendered_again(stage: Stage) -> None:
    stage.channel.answers.append(Refused("no connection", permanent=False))
    plan(stage)
    stage.tick(after=1800)
    stage.tick(after=20)
    assert len(stage.rendered) == 1


def test_a_lost_answer_is_looked_up_and_not_sent_again(stage: Stage) -> None:
    plan(stage)
    (claimed,) = due_now(stage)
    stage.store.ledger.begin_sending(
        claimed.delivery.id,
        ELSEWHERE,
        now=stage.clock.now(),
        payload="payload",
        request_limit=timedelta(seconds=10),
    )
    stage.channel.post(claimed, "payload")
    for _ in range(6):
        stage.tick(after=20)
    assert stage.states() == ["sent"]
    assert len(stage.channel.posts) == 1


def due_now(stage: Stage) -> tuple:  # type: ignore[type-arg]
    """What another process claims, now that it is due."""
    stage.clock.wait(1800)
    stage.store.ledger.insert_due(stage.clock.now(), limit=10)
    return stage.store.ledger.claim(
        stage.clock.now(), token=ELSEWHERE, lease=timedelta(seconds=60), limit=10
    )


def test_a_lost_request_is_looked_up_and_sent_again(stage: Stage) -> None:
    stage.channel.answers.append(Ambiguous("timeout"))
    plan(stage)
    stage.tick(after=1800)
    assert stage.states() == ["sending"]
    for _ in range(6):
        stage.tick(after=20)
    assert stage.states() == ["sent"]
    assert len(stage.channel.posts) == 1


def test_an_ambiguous_post_is_not_looked_up_while_its_request_may_still_run(
    stage: Stage,
) -> None:
    stage.channel.answers.append(Ambiguous("timeout"))
    plan(stage)
    stage.tick(after=1800)
    # The clock jumps, so that the lease seems to have lapsed at once.
    stage.clock.jump(timedelta(hours=2))
    stage.tick()
    assert stage.channel.looks == 0
    stage.tick(after=20)
    assert stage.channel.looks == 1


def test_what_may_be_out_on_a_platform_that_is_off_ends_as_unknown_and_says_so(
    stage: Stage,
) -> None:
    plan(stage)
    stage.channel.answers.append(Ambiguous("the connection ended"))
    stage.tick(after=1800)
    platforms, channel = stage.means.platforms, stage.channel
    assert isinstance(platforms, dict)
    del platforms[channel.name]
    for _ in range(3 * 60):
        stage.tick(after=61)
    (unknown,) = stage.deliveries()
    assert (unknown.state, unknown.reason) == ("unknown", "this platform is not switched on")
    assert channel.looks == len(channel.posts) == 0


def test_what_may_be_out_waits_for_its_platform_to_be_switched_on_again(stage: Stage) -> None:
    plan(stage)
    stage.channel.answers.append(Ambiguous("the connection ended"))
    stage.tick(after=1800)
    platforms, channel = stage.means.platforms, stage.channel
    assert isinstance(platforms, dict)
    del platforms[channel.name]
    for _ in range(60):
        stage.tick(after=61)
    assert stage.states() == ["sending"]
    platforms[channel.name] = channel
    for _ in range(10):
        stage.tick(after=20)
    assert stage.states() == ["sent"]
    assert len(channel.posts) == 1


def test_an_adapter_that_breaks_while_sending_counts_as_ambiguous(stage: Stage) -> None:
    stage.channel.answers.append(ValueError("broken"))
    plan(stage)
    assert stage.tick(after=1800)["ambiguous"] == 1
    assert stage.states() == ["sending"]


def test_what_can_never_be_looked_up_is_left_as_unknown(stage: Stage) -> None:
    stage.channel.answers.append(Ambiguous("timeout"))
    stage.channel.blind = CannotLook("no permission", forever=True)
    plan(stage)
    stage.tick(after=1800)
    for _ in range(6):
        stage.tick(after=20)
    assert stage.states() == ["unknown"]
    assert stage.channel.posts == []


def test_what_can_never_be_looked_up_is_sent_again_if_that_is_wished(store: Store) -> None:
    stage = Stage(store, terms=Terms(threads=2, resend_unseen=True))
    stage.channel.answers.append(Ambiguous("timeout"))
    stage.channel.blind = CannotLook("no permission", forever=True)
    with stage.loop:
        plan(stage)
        stage.tick(after=1800)
        for _ in range(6):
            stage.tick(after=20)
    assert stage.states() == ["sent"]


def test_a_history_that_is_away_for_a_while_is_asked_again(stage: Stage) -> None:
    stage.channel.answers.append(Ambiguous("timeout"))
    stage.channel.blind = CannotLook("no connection", forever=False)
    plan(stage)
    stage.tick(after=1800)
    for _ in range(6):
        stage.tick(after=20)
    assert stage.states() == ["sending"]
    stage.channel.blind = None
    for _ in range(6):
        stage.tick(after=20)
    assert stage.states() == ["sent"]


def test_a_worker_that_stood_still_beyond_its_lease_writes_nothing(stage: Stage) -> None:
    def stand_still() -> None:
        stage.channel.before_write = lambda: None
        stage.clock.wait(120)

    stage.channel.before_write = stand_still
    plan(stage)
    stage.tick(after=1800)
    assert stage.channel.asked == []
    stage.tick(after=20)
    assert stage.states() == ["sent"]
    assert len(stage.channel.posts) == 1


def test_a_clock_that_was_set_back_does_not_lengthen_a_lease(stage: Stage) -> None:
    def stand_still() -> None:
        stage.channel.before_write = lambda: None
        stage.clock.wait(120)
        stage.clock.jump(timedelta(hours=-1))

    stage.channel.before_write = stand_still
    plan(stage)
    stage.tick(after=1800)
    assert stage.channel.asked == []


def test_no_request_goes_to_a_channel_before_the_time_it_asked_for(stage: Stage) -> None:
    stage.channel.answers.append(RetryAfter(300, "channel"))
    plan(stage)
    stage.tick(after=1800)
    for _ in range(14):
        stage.tick(after=20)
    assert len(stage.channel.asked) == 1
    stage.tick(after=21)
    assert stage.states() == ["sent"]


def test_other_channels_do_not_wait_for_one_that_asked_for_time(stage: Stage) -> None:
    stage.channel.answers.append(RetryAfter(300, "channel"))
    for name in ("a", "b", "c"):
        plan(stage, channel=name)
    stage.tick(after=1800)
    assert len(stage.channel.posts) == 2


def test_a_workspace_that_asked_for_time_is_left_alone_by_all_senders(store: Store) -> None:
    clock = Clock()
    first = Stage(store, clock=clock, channel=Channel())
    second = Stage(store, clock=clock, channel=Channel())
    first.channel.answers.append(RetryAfter(300, "workspace"))
    with first.loop, second.loop:
        plan(first, channel="a")
        first.tick(after=1800)
        first.store.subscriptions.plan(wish(channel="b", local_time=time(7, 31)), clock.now())
        second.tick(after=100)
        assert second.channel.asked == []
        second.tick(after=220)
    assert sorted(channel for channel, _ in second.channel.posts) == ["a", "b"]


def test_a_dead_channel_is_asked_once_and_its_owner_told_once(stage: Stage) -> None:
    stage.channel.answers.append(Refused("channel_not_found", permanent=True))
    planned = plan(stage)
    stage.tick(after=1800)
    for _ in range(3):
        stage.tick(after=86400)
    assert stage.channel.asked == ["general"]
    assert stage.channel.told == [("general", "channel_not_found")]
    assert stage.states() == ["failed"]
    found = stage.store.subscriptions.get(planned.id)
    assert found is not None
    assert (found.state, found.reason) == ("paused", "channel_not_found")


def test_a_digest_that_cannot_be_rendered_does_not_stop_the_others(stage: Stage) -> None:
    def render(claimed: object) -> str:
        if claimed.subscription.wish.channel == "a":  # type: ignore[attr-defined]
            msg = "broken"
            raise ValueError(msg)
        return "payload"

    stage.render_as = render  # type: ignore[assignment]
    for name in ("a", "b"):
        plan(stage, channel=name)
    stage.tick(after=1800)
    assert stage.states() == ["pending", "sent"]
    assert "ValueError" in stage.deliveries()[0].reason


def test_a_subscription_that_was_paused_meanwhile_gets_nothing(stage: Stage) -> None:
    planned = plan(stage)
    stage.clock.wait(1800)
    stage.store.ledger.insert_due(stage.clock.now(), limit=10)
    stage.store.subscriptions.pause(planned.id, "by hand")
    stage.tick()
    assert stage.states() == ["skipped"]
    assert stage.channel.asked == []


def test_a_platform_that_is_off_keeps_its_deliveries_waiting(stage: Stage) -> None:
    plan(stage, platform="elsewhere")
    plan(stage, channel="here")
    stage.tick(after=1800)
    assert sorted(stage.states()) == ["pending", "sent"]


def test_a_loop_that_was_stopped_gives_back_what_it_claimed(stage: Stage) -> None:
    plan(stage)
    stage.loop.stop()
    stage.tick(after=1800)
    assert stage.channel.asked == []
    assert all(state != "sending" for state in stage.states())


def test_a_lease_too_short_for_three_requests_is_refused(store: Store) -> None:
    with pytest.raises(ValueError, match="too short"):
        Stage(store, terms=Terms(lease=timedelta(seconds=29)))


def test_waits_between_tries_grow_and_end_somewhere() -> None:
    terms = Terms()
    waits = [terms.backoff(attempt).total_seconds() for attempt in range(40)]
    assert waits[:3] == [5, 10, 20]
    assert max(waits) == 900


def test_the_moment_of_these_tests_is_seven_in_berlin() -> None:
    assert MONDAY.hour == 6

"""Digests that go out to a Slack that fails in every way: each reaches its channel once."""

from __future__ import annotations

import json
from collections import Counter, deque
from dataclasses import replace
from datetime import timedelta
from itertools import count
from typing import TYPE_CHECKING, Any

import pytest
from adapters.slack.slack_double import ANNA
from adapters.slack.slack_line import connected
from delivery.stand_ins import Clock
from dialogue.invented import NOW, full_digest
from store.orders import DUE, claim, plan

from bot.adapters.slack.delivery import SlackPlatform
from bot.adapters.slack.posting import CARD, DIGEST, read_mark
from bot.adapters.slack.verdicts import PERMANENT
from bot.delivery.loop import Loop
from bot.delivery.means import Means, Terms
from bot.delivery.port import ZONE_GONE, Ambiguous, CannotLook, Refused, RetryAfter, Sent
from bot.dialogue.answer_outline import outline_answer
from bot.dialogue.answers import DigestAnswer
from bot.dialogue.buttons import parts_of
from bot.dialogue.labels import labels_for
from bot.dialogue.viewer import Viewer
from bot.formats.kept import write_parts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from adapters.slack.slack_line import Line

    from bot.core.cards import Digest
    from bot.core.ledger import Claimed
    from bot.store import Store


def payload(digest: Digest | None = None) -> str:
    answer, viewer = DigestAnswer(digest or full_digest()), Viewer(now=NOW)
    parts = parts_of(
        answer,
        outline_answer(answer, viewer),
        viewer.labels,
        followed=frozenset(),
        private=False,
    )
    return json.dumps({"headline": "Neues.", "parts": write_parts(parts)})


PAYLOAD = payload()
CARDS = len(full_digest().entries)


@pytest.fixture
def clock() -> Clock:
    return Clock(DUE)


@pytest.fixture
def line(clock: Clock) -> Iterator[Line]:
    with connected(clock) as opened:
        yield opened


def mine() -> bool:
    return True


def claimed(store: Store, channel: str = "C1", **more: Any) -> Claimed:
    plan(store, channel, platform="slack", workspace="T1", owner=ANNA)
    (held,) = claim(store)
    return replace(held, delivery=replace(held.delivery, **more))


def open_loop(store: Store, line: Line, clock: Clock) -> Loop:
    tokens = count(1)
    means = Means(
        store=store,
        platforms={"slack": line.platform},
        render=lambda *_: PAYLOAD,
        clock=clock.now,
        monotonic=clock.monotonic,
        pause=clock.wait,
        new_token=lambda: f"token-{next(tokens)}",
        terms=Terms(threads=8, channel_pause=timedelta(0)),
    )
    return Loop(means)


def test_two_hundred_channels_of_a_failing_slack_get_each_digest_once(
    store: Store, line: Line, clock: Clock
) -> None:
    for number in range(200):
        plan(store, f"C{number}", platform="slack", workspace="T1")
    faults = ["lost", "500", "reset", "429 7", "internal_error", "", "", "hang", "some_error", ""]
    line.double.faults["chat.postMessage"] = deque(faults * 8)
    line.double.faults["conversations.history"] = deque(["500", "429 3", "reset", ""] * 2)
    with open_loop(store, line, clock) as loop:
        for _ in range(200):
            loop.deliver_once()
            if all(one.state == "sent" for one in store.ledger.recent(1000)):
                break
            clock.wait(5)
    states = Counter(one.state for one in store.ledger.recent(1000))
    assert states == {"sent": 200}
    posts = [len(line.parents(f"C{number}")) for number in range(200)]
    assert posts == [1] * 200


def test_a_wait_that_slack_asks_for_holds_for_all_senders_of_the_workspace(
    store: Store, line: Line, clock: Clock
) -> None:
    first, second = plan(store, "C1", platform="slack"), plan(store, "C2", platform="slack")
    assert first.id != second.id
    one, other = claim(store)
    line.double.faults["chat.postMessage"].append("429 30")
    assert line.platform.send(one, PAYLOAD, still_mine=mine) == RetryAfter(30, "workspace")
    assert isinstance(line.platform.send(other, PAYLOAD, still_mine=mine), RetryAfter)
    assert len(line.double.of("chat.postMessage")) == 1
    clock.wait(31)
    assert isinstance(line.platform.send(other, PAYLOAD, still_mine=mine), Sent)


def test_a_wait_that_a_card_meets_holds_for_all_senders_as_well(store: Store, line: Line) -> None:
    plan(store, "C1", platform="slack"), plan(store, "C2", platform="slack")
    one, other = claim(store)
    sent = line.platform.send(one, PAYLOAD, still_mine=mine)
    assert isinstance(sent, Sent)
    line.double.faults["chat.postMessage"].append("429 1")
    line.platform.finish(one, PAYLOAD, sent.message_ref, still_mine=mine)
    assert len(line.cards("C1")) == CARDS
    assert line.platform.send(other, PAYLOAD, still_mine=mine) == RetryAfter(1, "workspace")


@pytest.mark.parametrize("error", sorted(PERMANENT))
def test_what_only_people_can_mend_is_given_up(store: Store, line: Line, error: str) -> None:
    line.double.faults["chat.postMessage"].append(error)
    result = line.platform.send(claimed(store), PAYLOAD, still_mine=mine)
    assert result == Refused(error, permanent=True)


@pytest.mark.parametrize("fault", ["500", "reset", "lost", "hang", "fatal_error"])
def test_what_may_have_been_carried_out_is_ambiguous(store: Store, line: Line, fault: str) -> None:
    line.double.faults["chat.postMessage"].append(fault)
    result = line.platform.send(claimed(store), PAYLOAD, still_mine=mine)
    assert isinstance(result, Ambiguous)
    assert len(line.double.of("chat.postMessage")) == 1


def test_a_post_whose_answer_was_lost_is_found_by_its_mark(store: Store, line: Line) -> None:
    held = claimed(store)
    assert line.platform.find(held) is None
    line.double.faults["chat.postMessage"].append("lost")
    line.platform.send(held, PAYLOAD, still_mine=mine)
    (parent,) = line.parents("C1")
    assert line.platform.find(held) == parent["ts"]
    assert parent["metadata"]["event_payload"] == {"delivery_id": held.delivery.public_id}
    another = replace(held, delivery=replace(held.delivery, id=99))
    assert line.platform.find(another) is None


@pytest.mark.parametrize(("error", "forever"), [("missing_scope", True), ("500", False)])
def test_a_history_that_cannot_be_read_is_told(
    store: Store, line: Line, error: str, *, forever: bool
) -> None:
    line.double.faults["conversations.history"].append(error)
    with pytest.raises(CannotLook) as caught:
        line.platform.find(claimed(store))
    assert caught.value.forever is forever


def test_nothing_is_written_once_the_lease_is_gone(store: Store, line: Line) -> None:
    held = claimed(store)
    answers = iter([True, False])
    result = line.platform.send(held, PAYLOAD, still_mine=lambda: next(answers))
    assert result == Refused("the lease ran out", permanent=False)
    assert line.double.of("chat.postMessage") == []


def test_before_a_connection_nothing_is_sent(store: Store) -> None:
    platform = SlackPlatform()
    assert isinstance(platform.send(claimed(store), PAYLOAD, still_mine=mine), Refused)
    assert platform.permalink("T1", "C1", "1.2") is None


def test_nothing_unfurls_and_nobody_is_linked(store: Store, line: Line) -> None:
    held = claimed(store)
    sent = line.platform.send(held, PAYLOAD, still_mine=mine)
    assert isinstance(sent, Sent)
    line.platform.finish(held, PAYLOAD, sent.message_ref, still_mine=mine)
    for call in line.double.of("chat.postMessage", "chat.update"):
        assert call["unfurl_links"] is call["unfurl_media"] is False
        assert not {"link_names", "parse"} & call.keys()


@pytest.mark.parametrize("fault", ["500", "reset", "lost", "fatal_error", "hang"])
def test_a_card_that_may_be_there_or_not_is_looked_for_and_posted(
    store: Store, line: Line, fault: str
) -> None:
    held = claimed(store)
    sent = line.platform.send(held, PAYLOAD, still_mine=mine)
    assert isinstance(sent, Sent)
    line.double.faults["chat.postMessage"].extend([fault, "", fault])
    line.platform.finish(held, PAYLOAD, sent.message_ref, still_mine=mine)
    numbers = [read_mark(one, CARD) for one in line.cards("C1")]
    assert [mark and mark[1] for mark in numbers] == list(range(1, CARDS + 1))


def test_cards_stand_in_the_thread_once_however_often_it_is_finished(
    store: Store, line: Line
) -> None:
    held = claimed(store)
    sent = line.platform.send(held, PAYLOAD, still_mine=mine)
    assert isinstance(sent, Sent)
    answers = iter([True, False])
    line.platform.finish(held, PAYLOAD, sent.message_ref, still_mine=lambda: next(answers, False))
    assert len(line.cards("C1")) == 1
    for _ in range(2):
        line.platform.finish(held, PAYLOAD, sent.message_ref, still_mine=mine)
    assert [read_mark(one, CARD) for one in line.cards("C1")] == [
        (held.delivery.public_id, number) for number in range(1, CARDS + 1)
    ]
    assert {one["thread_ts"] for one in line.cards("C1")} == {sent.message_ref}


def test_a_card_that_slack_refuses_leaves_the_parent_standing(store: Store, line: Line) -> None:
    held = claimed(store)
    sent = line.platform.send(held, PAYLOAD, still_mine=mine)
    assert isinstance(sent, Sent)
    line.double.faults["chat.postMessage"].append("some_error")
    line.platform.finish(held, PAYLOAD, sent.message_ref, still_mine=mine)
    assert len(line.parents("C1")) == 1


def test_a_later_edition_edits_the_message_and_its_cards(store: Store, line: Line) -> None:
    held = claimed(store)
    sent = line.platform.send(held, PAYLOAD, still_mine=mine)
    assert isinstance(sent, Sent)
    line.platform.finish(held, PAYLOAD, sent.message_ref, still_mine=mine)
    again = replace(held, delivery=replace(held.delivery, edition=2, message_ref=sent.message_ref))
    shorter = replace(full_digest(), entries=full_digest().entries[:1])
    assert line.platform.send(again, payload(shorter), still_mine=mine) == sent
    line.platform.finish(again, payload(shorter), sent.message_ref, still_mine=mine)
    (parent,) = line.parents("C1")
    assert read_mark(parent, DIGEST) == (again.delivery.public_id, 0)
    assert [read_mark(one, CARD) for one in line.cards("C1")] == [(again.delivery.public_id, 1)]
    assert line.platform.find(again) == sent.message_ref


def test_a_later_edition_is_posted_where_the_first_was_deleted(store: Store, line: Line) -> None:
    held = claimed(store, edition=2, message_ref="1.000001")
    result = line.platform.send(held, PAYLOAD, still_mine=mine)
    assert isinstance(result, Sent)
    assert len(line.parents("C1")) == 1


@pytest.mark.parametrize(("language", "words"), [("de", "nicht im Kanal"), ("en", "not in the")])
def test_the_owner_is_told_in_plain_words_why_a_digest_pauses(
    store: Store, line: Line, language: str, words: str
) -> None:
    held = claimed(store)
    wish = replace(held.subscription.wish, language=language)  # type: ignore[arg-type]
    told = replace(held, subscription=replace(held.subscription, wish=wish))
    line.platform.tell_owner(told.subscription.wish, "not_in_channel")
    (message,) = line.double.posted(ANNA)
    assert words in message["text"]
    assert "<#C1>" in message["text"]


@pytest.mark.parametrize("error", sorted(PERMANENT | {"not_installed"}))
def test_every_reason_that_is_for_good_has_plain_words_in_both_languages(error: str) -> None:
    german, english = (labels_for(language).why(error) for language in ("de", "en"))
    assert error not in {german, english}
    assert german != english
    assert "_" not in german + english


@pytest.mark.parametrize(("language", "words"), [("de", "Zeitzone"), ("en", "time zone")])
def test_the_owner_is_told_in_plain_words_that_the_zone_is_gone(
    store: Store, line: Line, language: str, words: str
) -> None:
    wish = replace(claimed(store).subscription.wish, language=language)  # type: ignore[arg-type]
    line.platform.tell_owner(wish, ZONE_GONE)
    (message,) = line.double.posted(ANNA)
    assert words in message["text"]
    assert ZONE_GONE not in message["text"]


def test_a_message_has_an_address(line: Line) -> None:
    assert line.platform.permalink("T1", "C1", "1.000001") == (
        "https://haus.slack.test/archives/C1/p1000001"
    )

"""What was shown, said and seen."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from store.orders import MORNING

from bot.core.digest import Known
from bot.store.memory import Feedback, Seen

if TYPE_CHECKING:
    from bot.store import Store

LATER = MORNING + timedelta(days=1)


def test_what_was_never_shown_is_not_known(store: Store) -> None:
    assert store.memory.seen("kanal", "hafen") is None
    assert store.memory.seen_topics("kanal") == ()


def test_what_was_shown_adds_up(store: Store) -> None:
    store.memory.show("kanal", "hafen", articles=["b", "a"], now=MORNING)
    store.memory.show("kanal", "hafen", articles=["c", "a"], now=LATER)
    assert store.memory.seen("kanal", "hafen") == Seen("hafen", ("a", "b", "c"), LATER)


def test_each_viewer_and_topic_is_kept_apart(store: Store) -> None:
    store.memory.show("kanal", "hafen", articles=["a"], now=MORNING)
    store.memory.show("kanal", "Zoo", articles=["b"], now=MORNING)
    store.memory.show("leser", "hafen", articles=["c"], now=MORNING)
    assert [one.topic for one in store.memory.seen_topics("kanal")] == ["Zoo", "hafen"]
    assert store.memory.seen("leser", "hafen") == Seen("hafen", ("c",), MORNING)


def test_showing_nothing_is_no_look(store: Store) -> None:
    store.memory.show("kanal", "hafen", articles=[], now=MORNING)
    assert store.memory.seen("kanal", "hafen") is None


def test_what_a_digest_showed_is_known_to_its_reader(store: Store) -> None:
    assert store.memory.known_to("leser") is None
    store.memory.show_all("leser", {"hafen": ["a", "b"], "zoo": ["c"]}, now=MORNING)
    store.memory.show("leser", "zoo", articles=["d"], now=LATER)
    store.memory.show("kanal", "hafen", articles=["x"], now=LATER)
    assert store.memory.known_to("leser") == Known(
        LATER, {"hafen": frozenset({"a", "b"}), "zoo": frozenset({"c", "d"})}
    )


def test_a_second_verdict_replaces_the_first(store: Store) -> None:
    up = Feedback("u1", "hafen-1", "p0", "up", "", MORNING)
    down = Feedback("u1", "hafen-1", "p0", "down", "falsch", LATER)
    other = Feedback("u2", "hafen-1", "", "up", "", MORNING)
    for one in (up, other, down):
        store.memory.add_feedback(one)
    assert store.memory.list_feedback() == (down, other)


def test_an_event_is_new_once(store: Store) -> None:
    assert store.memory.remember("T1", "E1", now=MORNING)
    assert not store.memory.remember("T1", "E1", now=LATER)
    assert store.memory.remember("T2", "E1", now=MORNING)


def test_what_is_old_is_forgotten(store: Store) -> None:
    store.memory.show("kanal", "hafen", articles=["a"], now=MORNING)
    store.memory.show("kanal", "hafen", articles=["b"], now=LATER)
    store.memory.remember("T1", "E1", now=MORNING)
    store.memory.add_feedback(Feedback("u1", "hafen-1", "p0", "up", "", MORNING))
    assert store.memory.forget_before(LATER) == 3
    assert store.memory.seen("kanal", "hafen") == Seen("hafen", ("b",), LATER)

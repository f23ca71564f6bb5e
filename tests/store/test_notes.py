"""Texts that conversations leave, and cards that were shown."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from store.orders import MORNING

if TYPE_CHECKING:
    from bot.store import Store

LATER = MORNING + timedelta(days=1)


def test_what_is_saved_under_a_key_is_replaced(store: Store) -> None:
    store.notes.save({"a": "1", "b": "2"}, MORNING)
    store.notes.save({"a": "3"}, LATER)
    assert store.notes.load(["a", "b", "c"]) == {"a": "3", "b": "2"}


def test_saving_nothing_is_no_error(store: Store) -> None:
    store.notes.save({}, MORNING)
    store.notes.keep_cards({}, MORNING)
    assert store.notes.load([]) == {}


def test_a_card_is_found_by_its_key(store: Store) -> None:
    store.notes.keep_cards({"k": '{"name": "Fähre"}'}, MORNING)
    assert store.notes.card("k") == '{"name": "Fähre"}'
    assert store.notes.card("x") is None


def test_a_card_that_is_shown_again_is_kept_longer(store: Store) -> None:
    store.notes.keep_cards({"old": "1", "again": "2"}, MORNING)
    store.notes.keep_cards({"again": "2"}, LATER)
    assert store.notes.forget_cards_before(LATER) == 1
    assert store.notes.card("old") is None
    assert store.notes.card("again") == "2"


def test_a_card_that_was_just_kept_need_not_be_written_again_for_an_hour(store: Store) -> None:
    assert not store.notes.has_just_kept("k", MORNING)
    store.notes.keep_cards({"k": "1"}, MORNING)
    assert store.notes.has_just_kept("k", MORNING + timedelta(minutes=59))
    assert not store.notes.has_just_kept("k", MORNING + timedelta(hours=1))
    store.notes.forget_cards_before(LATER)
    assert not store.notes.has_just_kept("k", MORNING)

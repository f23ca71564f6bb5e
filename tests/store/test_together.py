"""Several changes in one transaction."""

from __future__ import annotations

from threading import Thread
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import event
from store.orders import MORNING

if TYPE_CHECKING:
    from bot.store import Store


def test_what_is_written_together_is_one_transaction(store: Store) -> None:
    commits: list[object] = []
    event.listen(store.database.writer, "commit", commits.append)
    with store.together():
        store.notes.save({"a": "1"}, MORNING)
        store.memory.show("U1", "stargate", articles=["x"], now=MORNING)
        assert store.notes.load(["a"]) == {}
    assert len(commits) == 1
    assert store.notes.load(["a"]) == {"a": "1"}
    assert store.memory.seen("U1", "stargate") is not None


def test_what_fails_on_the_way_leaves_nothing(store: Store) -> None:
    def write() -> None:
        with store.together():
            store.notes.save({"a": "1"}, MORNING)
            raise LookupError

    with pytest.raises(LookupError):
        write()
    assert store.notes.load(["a"]) == {}
    store.notes.save({"a": "2"}, MORNING)
    assert store.notes.load(["a"]) == {"a": "2"}


def test_writing_nothing_opens_no_transaction(store: Store) -> None:
    begun: list[object] = []
    event.listen(store.database.writer, "begin", begun.append)
    with store.together():
        store.notes.save({}, MORNING)
    assert begun == []


def test_a_block_inside_another_belongs_to_it(store: Store) -> None:
    with store.together():
        with store.together():
            store.notes.save({"a": "1"}, MORNING)
        assert store.notes.load(["a"]) == {}
    assert store.notes.load(["a"]) == {"a": "1"}


def test_other_threads_do_not_write_with_it(store: Store) -> None:
    with store.together():
        other = Thread(target=store.notes.save, args=({"b": "1"}, MORNING))
        other.start()
        other.join(10)
        assert store.notes.load(["b"]) == {"b": "1"}

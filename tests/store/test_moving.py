"""Copies of a store: into another database, and as a backup."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from store.orders import DUE, MORNING, begin, claim, plan, reading

from bot.core.feeds import FeedState, SeenEntry
from bot.errors import BriefingError
from bot.store import MoveFailed, Store, move, open_store
from bot.store.memory import Feedback
from bot.store.schema import slack_bots, slack_installations, slack_oauth_states
from bot.store.source_files import SourceFile

if TYPE_CHECKING:
    from pathlib import Path


def fill(store: Store) -> None:
    """A row in every table."""
    plan(store, "a")
    plan(store, "b")
    first, _ = claim(store)
    begin(store, first)
    store.ledger.block("folder:haus", DUE)
    store.articles.put(reading("Hafen at&t Straße"), path="a.txt", extract=b"\x00", now=MORNING)
    store.articles.put(reading("Kai", id="weg"), now=MORNING)
    store.articles.remove(["weg"])
    store.source_files.save([SourceFile("a.txt", "1", b"{}")])
    store.memory.show("kanal", "hafen", articles=["a"], now=MORNING)
    store.memory.remember("T", "E", now=MORNING)
    store.memory.add_feedback(Feedback("u", "c", "p", "up", "", MORNING))
    store.notes.save({"talk": "{}"}, MORNING)
    store.notes.keep_cards({"card": "{}"}, MORNING)
    state = FeedState("https://news.example/feed", next_at=MORNING)
    store.feeds.save([state], [SeenEntry(state.address, "1", "f", MORNING)])
    store.removals.remove("web-1", [], now=MORNING)
    installed = {
        "client_id": "1",
        "app_id": "A",
        "team_id": "T",
        "is_enterprise_install": False,
        "installed_at": MORNING,
    }
    with store.database.writing() as connection:
        connection.execute(slack_bots.insert(), installed)
        connection.execute(slack_installations.insert(), {**installed, "user_id": "U"})
        connection.execute(slack_oauth_states.insert(), {"state": "s", "expire_at": MORNING})


@pytest.fixture
def target(empty_url: str, tmp_path: Path) -> Store:
    return open_store(empty_url, tmp_path)


def test_everything_arrives_in_either_direction(store: Store, target: Store) -> None:
    fill(store)
    moved = move(store, target)
    assert moved == store.counts() == target.counts()
    assert {name for name, rows in moved.items() if not rows} == {"index_part"}
    assert target.subscriptions.list_all() == store.subscriptions.list_all()
    assert target.ledger.recent(10) == store.ledger.recent(10)
    assert target.articles.list_stored() == store.articles.list_stored()
    assert target.articles.load(["a"]) == store.articles.load(["a"])
    assert target.articles.search([["at&t"], ["straße", "strasse"]], limit=9) == ("a",)
    assert target.memory.list_feedback() == store.memory.list_feedback()
    target.close()


def test_numbers_go_on_after_a_move(store: Store, target: Store) -> None:
    fill(store)
    move(store, target)
    known = {one.id for one in store.subscriptions.list_all()}
    assert plan(target, "neu").id > max(known)
    target.close()


def test_an_empty_store_can_be_moved(store: Store, target: Store) -> None:
    move(store, target)
    assert plan(target).id == 1
    target.close()


def test_a_target_with_rows_is_left_alone(store: Store, target: Store) -> None:
    fill(store)
    plan(target, "schon da")
    with pytest.raises(MoveFailed, match="not empty"):
        move(store, target)
    assert target.counts()["subscription"] == 1
    target.close()


def test_a_backup_of_a_store_in_use_is_a_store(tmp_path: Path) -> None:
    with open_store(None, tmp_path) as store:
        fill(store)
        with store.database.writing():
            store.backup(tmp_path / "kopie.sqlite3")
        counts = store.counts()
    with open_store(f"sqlite:///{tmp_path / 'kopie.sqlite3'}", tmp_path) as copy:
        assert copy.counts() == counts
        assert len(copy.ledger.recent(10)) == 2


def test_a_backup_overwrites_nothing(tmp_path: Path) -> None:
    (tmp_path / "kopie").write_text("wichtig")
    with open_store(None, tmp_path) as store, pytest.raises(BriefingError, match="there already"):
        store.backup(tmp_path / "kopie")
    assert (tmp_path / "kopie").read_text() == "wichtig"


def test_a_backup_that_cannot_be_written_leaves_nothing(tmp_path: Path) -> None:
    with open_store(None, tmp_path) as store, pytest.raises(BriefingError):
        store.backup(tmp_path / "nirgends" / "kopie")
    assert [one.name for one in tmp_path.glob("*kopie*")] == []

"""What `briefing check` finds in folders, files and the store."""

from __future__ import annotations

import json
import os
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from delivery.plans import wish

from bot import checks
from bot.life import write_life
from bot.store import open_store
from bot.topics_file import load_topic_rules

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from bot.findings import Finding
    from bot.store import Store

NOW = datetime(2026, 1, 5, 6, 0, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(None, tmp_path) as opened:
        yield opened


def states(findings: Iterable[Finding]) -> list[tuple[str, str]]:
    return [(one.what, one.state) for one in findings]


def life(tmp_path: Path, at: datetime, **trouble: str) -> Path:
    path = tmp_path / "alive.json"
    path.write_text(json.dumps({"at": at.isoformat(), "process": 7, "trouble": trouble}))
    return path


def test_a_bot_that_told_just_now_lives_and_says_what_ails_it(tmp_path: Path) -> None:
    alive = life(tmp_path, NOW - timedelta(seconds=40), slack="has no connection")
    assert states(checks.check_life(alive, NOW, "UTC")) == [
        ("running bot", "on"),
        ("slack", "warning"),
    ]


def test_a_bot_that_told_an_hour_ago_does_not(tmp_path: Path) -> None:
    alive = life(tmp_path, NOW - timedelta(hours=1), slack="has no connection")
    assert states(checks.check_life(alive, NOW, "UTC")) == [("running bot", "off")]


def test_a_bot_that_was_stopped_in_an_orderly_way_does_not(tmp_path: Path) -> None:
    alive = tmp_path / "alive.json"
    write_life(alive, NOW, {})
    assert checks.process_alive(alive, NOW) == os.getpid()
    write_life(alive, NOW, {}, has_ended=True)
    assert states(checks.check_life(alive, NOW, "UTC")) == [("running bot", "off")]
    assert checks.process_alive(alive, NOW) is None


def test_a_sign_of_life_of_the_future_says_that_the_clock_was_set_back(tmp_path: Path) -> None:
    (found,) = checks.check_life(life(tmp_path, NOW + timedelta(hours=1)), NOW, "UTC")
    assert (found.what, found.state) == ("running bot", "warning")
    assert found.sentence == "its last sign of life is 3600 s ahead of the clock"


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"at": "gestern"}', "\x00"])
def test_a_broken_sign_of_life_is_none(tmp_path: Path, text: str) -> None:
    path = tmp_path / "alive.json"
    path.write_text(text, encoding="ascii")
    assert states(checks.check_life(path, NOW, "UTC")) == [("running bot", "off")]


def test_a_file_that_cannot_be_used_is_wrong_and_one_that_is_not_there_is_off(
    tmp_path: Path,
) -> None:
    (tmp_path / "broken.toml").write_text("topics = [")
    (tmp_path / "empty.toml").write_text("")
    found = [
        checks.check_file(name, tmp_path / f"{name}.toml", load_topic_rules)
        for name in ("broken", "empty", "missing")
    ]
    assert states(found) == [("broken", "wrong"), ("empty", "on"), ("missing", "off")]
    assert "broken.toml: is not valid TOML" in found[0].sentence


def test_a_folder_that_can_be_made_is_no_fault_and_one_below_a_file_is(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert states(checks.check_folder("data", tmp_path / "a" / "b")) == [("data", "on")]
    assert states(checks.check_folder("data", tmp_path / "file" / "b")) == [("data", "wrong")]


def test_the_store_is_named_with_its_version_and_what_is_in_it(store: Store) -> None:
    found = list(checks.check_store(store, NOW, "Europe/Berlin"))
    assert states(found) == [("store", "on"), ("library", "off"), ("digests", "off")]
    assert store.engine in found[0].sentence
    assert store.counts()["blocked"] == 0


def test_a_planned_digest_is_told_with_its_time(store: Store) -> None:
    store.subscriptions.plan(wish(zone="UTC"), NOW)
    (digests,) = (
        one for one in checks.check_store(store, NOW, "Europe/Berlin") if one.what == "digests"
    )
    assert digests.state == "on"
    assert "next due 2026-01-05 08:30 (Europe/Berlin)" in digests.sentence


def test_a_failure_of_these_days_is_a_warning_and_an_old_one_is_not(store: Store) -> None:
    store.subscriptions.plan(wish(zone="UTC"), NOW)
    due = NOW + timedelta(hours=2)
    store.ledger.insert_due(due, limit=1)
    (held,) = store.ledger.claim(due, token="t", lease=timedelta(minutes=1), limit=1)
    store.ledger.settle_failed(held.delivery.id, "t", now=due, reason="weg")
    assert ("digests", "warning") in states(checks.check_store(store, due, "UTC"))
    later = due + timedelta(days=8)
    assert ("digests", "warning") not in states(checks.check_store(store, later, "UTC"))


def test_an_old_sqlite_is_a_warning_with_what_helps(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checks, "SAFE_SQLITE", (99, 0, 0))
    (warning,) = (
        one for one in checks.check_store(store, NOW, "Europe/Berlin") if one.state == "warning"
    )
    assert "pysqlite3" in warning.sentence


def test_the_address_of_the_store_is_told_once_by_the_store_itself() -> None:
    found = checks.check_secrets({"store": True, "web_token": False})
    assert states(found) == [("web_token", "off")]

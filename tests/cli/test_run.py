"""`briefing run` as an operator meets it: a digest in a folder, an orderly end."""

from __future__ import annotations

import json
import signal
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from urllib.request import Request, urlopen

import pytest
from cli.program import ARTICLE, await_until, briefing, end, running

from bot.delivery.standing import plan_standing, wish_of_settings
from bot.store import open_store

if TYPE_CHECKING:
    from pathlib import Path

    from bot.core.ledger import Wish

NOW = datetime(2026, 1, 5, 6, 0, tzinfo=UTC)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A folder to start in, with an article."""
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "nordlux.txt").write_text(ARTICLE, encoding="utf-8")
    return tmp_path


def log_of(home: Path) -> str:
    return (home / "log").read_text("utf-8")


def plan_just_now(home: Path) -> None:
    """A digest that has been due for a minute."""
    due = datetime.now(UTC) - timedelta(minutes=1)
    with open_store(None, home / "var") as store:
        wish = wish_of_settings(
            zone="UTC", at=due.time().replace(second=0, microsecond=0), language="de", topics=5
        )
        daily = replace(wish, weekdays=(0, 1, 2, 3, 4, 5, 6), owner="")
        store.subscriptions.plan(daily, due - timedelta(minutes=2))


def test_alone_it_puts_the_digest_that_is_due_into_a_folder_and_ends_when_told(home: Path) -> None:
    plan_just_now(home)
    with running(home) as process:
        await_until(lambda: list(home.glob("var/digests/digest/*.md")))
        await_until(lambda: "1 sent" in log_of(home))
        assert end(process) < 5
        assert process.returncode == 0
    (post,) = home.glob("var/digests/digest/*.md")
    assert "Nordlux" in post.read_text("utf-8")
    assert "Traceback" not in log_of(home)


def test_at_an_orderly_end_the_index_is_kept_for_a_quick_start(home: Path) -> None:
    with running(home) as process:
        await_until(lambda: "1 in all" in log_of(home))
        end(process)
    with open_store(None, home / "var") as store:
        kept = store.index_parts.load()
        assert kept is not None
        assert kept[0] == store.articles.latest_change()
    assert json.loads((home / "var" / "alive.json").read_text())["ended"]


def test_the_log_says_where_the_page_is(home: Path) -> None:
    with running(home, BRIEFING_WEB="1", BRIEFING_WEB_PORT="0") as process:
        await_until(lambda: "running: schedule" in log_of(home))
        end(process)
    assert "the page is at http://127.0.0.1:" in log_of(home)


def test_answers_are_counted_by_platform_for_whoever_scrapes(home: Path) -> None:
    with running(home, BRIEFING_WEB_PORT="0") as process:
        await_until(lambda: "ready: ask at " in log_of(home))
        address = log_of(home).partition("ready: ask at ")[2].split()[0]
        asked = Request(f"{address}/say", b"text=kiel", {"Origin": address})  # noqa: S310 - our own address
        with urlopen(asked) as answered:  # noqa: S310 - the same
            assert b"Nordlux" in answered.read()
        with urlopen(f"{address}/metrics") as scraped:  # noqa: S310 - the same
            measures = scraped.read().decode()
        end(process)
    assert 'briefing_answer_seconds_count{kind="say",platform="web"} 1.0' in measures


def test_a_second_start_posts_nothing_twice_and_reads_nothing_twice(home: Path) -> None:
    plan_just_now(home)
    for starts in (1, 2):
        with running(home, BRIEFING_LOG_LEVEL="info") as process:
            await_until(lambda: log_of(home).count(" running:") == starts)  # noqa: B023 - at once
            await_until((home / "var" / "alive.json").exists)
            await_until(lambda: list(home.glob("var/digests/digest/*.md")))
            end(process)
    assert len(list(home.glob("var/digests/digest/*.md"))) == 1
    assert log_of(home).count("1 read") == 1


def test_an_article_that_comes_while_it_runs_is_taken_up_at_the_next_start(home: Path) -> None:
    with running(home) as process:
        await_until(lambda: "1 in all" in log_of(home))
        end(process, signal.SIGINT)
    (home / "seeds" / "zwei.txt").write_text(ARTICLE.replace("Kiel", "Bremen"), encoding="utf-8")
    with running(home) as process:
        await_until(lambda: "2 in all" in log_of(home))
        end(process)
    # The one that was known is not read again.
    assert log_of(home).count("1 read") == 2


def test_without_an_article_folder_it_is_wrong_settings(tmp_path: Path) -> None:
    done = briefing("run", "--articles", str(tmp_path / "none"), cwd=tmp_path)
    assert done.returncode == 2
    assert "no such folder" in done.stderr


def test_the_log_can_be_json_a_line_each(home: Path) -> None:
    with running(home, BRIEFING_LOG_FORMAT="json") as process:
        await_until(lambda: (home / "log").read_bytes().count(b"\n") >= 3)
        end(process)
    lines = [json.loads(line) for line in log_of(home).splitlines()]
    assert {"time", "level", "logger", "message"} <= lines[0].keys()


def test_the_plan_of_the_settings_follows_them(tmp_path: Path) -> None:
    with open_store(None, tmp_path) as store:
        first = settings_wish(hour=7)
        later = settings_wish(hour=9)
        assert plan_standing(store, first, NOW).version == 1
        assert plan_standing(store, first, NOW).version == 1
        assert plan_standing(store, later, NOW).wish == later
        assert len(store.subscriptions.list_all()) == 1


def test_a_plan_that_was_made_by_hand_or_paused_is_left_alone(tmp_path: Path) -> None:
    with open_store(None, tmp_path) as store:
        planned = plan_standing(store, settings_wish(hour=7), NOW)
        store.subscriptions.pause(planned.id, "by hand")
        assert plan_standing(store, settings_wish(hour=9), NOW).state == "paused"


def settings_wish(*, hour: int) -> Wish:
    at = NOW.time().replace(hour=hour)
    return wish_of_settings(zone="UTC", at=at, language="de", topics=3)

"""What machines are told, what is logged, and how the page starts and stops."""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
import socket
import threading
import time
from typing import TYPE_CHECKING

import pytest
from prometheus_client.parser import text_string_to_metric_families
from web_visitor import NOW

from bot.adapters.web.config import WebConfig
from bot.adapters.web.ports import Condition, SourceState, Surroundings
from bot.adapters.web.service import WebService
from bot.core.collection import Skipped
from bot.crash import error_id
from bot.desk.desk import Desk
from bot.errors import SettingsError
from bot.metrics import Metrics
from bot.store import StoreUnavailable
from bot.store.errors import WENT_AWAY

if TYPE_CHECKING:
    from collections.abc import Callable

    from web_visitor import Served

    from bot.library import Library
    from bot.store.store import Store

AWAY = StoreUnavailable("postgresql://db/briefing", WENT_AWAY)


def test_alive_is_said_to_anyone(open_page: Callable[..., Served]) -> None:
    page = open_page(token="correct-horse-battery")
    got = page.visitor().get("/healthz", Host="10.1.2.3:8765")
    assert (got.status, got.text) == (200, "ok\n")


def test_not_ready_names_the_part_and_not_the_reason(open_page: Callable[..., Served]) -> None:
    around = Surroundings(
        lambda: NOW, conditions=lambda: (Condition("store"), Condition("slack", "token revoked"))
    )
    got = open_page(around=around).visitor().get("/readyz")
    assert got.status == 503
    assert json.loads(got.body) == {"ready": False, "parts": {"store": True, "slack": False}}


def test_ready_when_every_part_is_well(open_page: Callable[..., Served]) -> None:
    around = Surroundings(lambda: NOW, conditions=lambda: (Condition("store"),))
    assert open_page(around=around).visitor().get("/readyz").status == 200


def test_what_is_counted_can_be_scraped(open_page: Callable[..., Served]) -> None:
    metrics = Metrics()
    visitor = open_page(around=Surroundings(lambda: NOW, measures=metrics.read)).visitor()
    metrics.count_answer("web", "say", 0.1)
    metrics.count_delivery("slack", "sent", 3.0)
    metrics.count_delivery("slack", "failed")
    metrics.show_parts({"store": True, "slack": False})
    metrics.show_sources(failing=1, wrong=2)
    metrics.show_articles(17)
    found = {
        (sample.name, *sorted(sample.labels.values())): sample.value
        for family in text_string_to_metric_families(visitor.get("/metrics").text)
        for sample in family.samples
    }
    assert found["briefing_answer_seconds_count", "say", "web"] == 1
    assert found["briefing_deliveries_total", "failed", "slack"] == 1
    assert found["briefing_delivery_late_seconds_count", "slack"] == 1
    assert found["briefing_part_up", "slack"] == 0
    assert found["briefing_feeds_failing",] == 1
    assert found["briefing_feeds_file_problems",] == 2
    assert found["briefing_articles",] == 17


def test_the_lag_of_the_event_loop_is_measured() -> None:
    metrics = Metrics()

    async def look_on() -> None:
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(metrics.watch_loop(every=0.001), 0.1)

    asyncio.run(look_on())
    assert b"briefing_loop_lag_seconds_count 0.0" not in metrics.read()


def test_the_log_holds_no_word_of_what_was_asked(
    page: Served, caplog: pytest.LogCaptureFixture
) -> None:
    visitor = page.visitor()
    with caplog.at_level(logging.DEBUG):
        visitor.say("geheimnis")
        visitor.get("/topics/stargate?geheimnis=1")
        visitor.get("/suggest?typed=geheimnis")
        visitor.get("/geheimnis")
    assert "geheimnis" not in caplog.text
    record = next(one for one in caplog.records if getattr(one, "route", "") == "/topics/{slug}")
    assert (record.method, record.status) == ("GET", 200)


def test_trouble_is_told_with_an_id_that_stands_in_the_log(
    open_page: Callable[..., Served], caplog: pytest.LogCaptureFixture
) -> None:
    def break_down() -> tuple[Condition, ...]:
        reason = "geheim"
        raise RuntimeError(reason)

    page = open_page(around=Surroundings(lambda: NOW, conditions=break_down))
    got = page.visitor().get("/status")
    assert got.status == 500
    assert "geheim" not in got.text
    (record,) = [one for one in caplog.records if one.exc_info]
    assert f"Fehler {error_id(record.exc_info[1])}" in got.words()


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("de", "Das Archiv ist gerade nicht erreichbar"),
        ("en", "The archive cannot be reached right now"),
    ],
)
def test_a_store_that_is_away_is_told_in_a_plain_sentence_and_is_no_failure_of_ours(
    open_page: Callable[..., Served],
    caplog: pytest.LogCaptureFixture,
    language: str,
    sentence: str,
) -> None:
    def break_down() -> tuple[Condition, ...]:
        raise AWAY

    page = open_page(around=Surroundings(lambda: NOW, conditions=break_down))
    got = page.visitor().get("/status", **{"Accept-Language": language})
    assert got.status == 503
    assert sentence in got.words()
    # Our script puts the sentence into the page that is there.
    piece = page.visitor().get("/status", **{"Accept-Language": language, "X-Piece": "1"})
    assert piece.text.startswith(sentence)
    assert "<" not in piece.text
    assert "Traceback" not in caplog.text


def make_service(library: Library, store: Store, **more: object) -> WebService:
    config = WebConfig(**{"port": 0, **more})  # type: ignore[arg-type]
    return WebService(
        config, Desk(library, store, clock=lambda: NOW), library, Surroundings(lambda: NOW)
    )


def test_a_taken_port_is_named(seed_library: Library, web_store: Store) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        service = make_service(seed_library, web_store, port=port)
        with pytest.raises(SettingsError, match=str(port)):
            asyncio.run(service.start())
    assert service.health() == "the web page is not served"


def test_health_follows_start_and_stop(page: Served) -> None:
    assert page.service.health() is None
    page.stop()
    assert page.service.health() is not None


def test_what_is_being_answered_is_finished_at_the_stop(open_page: Callable[..., Served]) -> None:
    asked, go_on = threading.Event(), threading.Event()

    def slow() -> tuple[Condition, ...]:
        asked.set()
        go_on.wait(4)
        return (Condition("store"),)

    page = open_page(around=Surroundings(lambda: NOW, conditions=slow))
    got = []
    reader = threading.Thread(target=lambda: got.append(page.visitor().get("/status")))
    reader.start()
    assert asked.wait(10)
    began = time.monotonic()
    stopping = threading.Thread(target=page.stop)
    stopping.start()
    go_on.set()
    stopping.join(10)
    reader.join(10)
    assert got[0].status == 200
    assert time.monotonic() - began < 6


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "de",
            ["Datenbank", "der Server antwortet nicht", "diesen Ordner gibt es nicht", "kein Text"],
        ),
        ("en", ["store", "the server does not answer", "there is no such folder", "no text"]),
    ],
)
def test_what_does_not_work_is_told_in_the_readers_language(
    open_page: Callable[..., Served], language: str, words: list[str]
) -> None:
    around = Surroundings(
        lambda: NOW,
        conditions=lambda: (Condition("store", "the server does not answer"),),
        sources=lambda: (SourceState("weg", "there is no such folder"),),
        skipped=lambda: (Skipped("leer.txt", "no text"),),
    )
    got = open_page(around=around).visitor(Accept_Language=language).get("/status")
    assert [word for word in words if word not in got.words()] == []

"""A slow core, a failing core, and what the logs may never hold."""

from __future__ import annotations

import asyncio
import logging
import threading
import time
from typing import TYPE_CHECKING

import pytest
from adapters.slack.slack_double import ANNA, TEAM, press
from adapters.slack.test_slack_delivery import PAYLOAD
from adapters.slack.test_slack_http import (
    PLAN_FIELDS,
    form_view,
    mention,
    open_plan,
    run,
    shown,
    submission,
)
from store.orders import claim, plan

from bot.delivery.port import RetryAfter
from bot.store import StoreUnavailable
from bot.store.errors import WENT_AWAY

if TYPE_CHECKING:
    from adapters.slack.conftest import House

    from bot.desk.desk import Desk
    from bot.desk.people import Asker
    from bot.desk.plans import PlanDraft
    from bot.desk.replies import Reply
    from bot.dialogue.requests import Request
    from bot.store import Store

AWAY = StoreUnavailable("postgresql://db/briefing", WENT_AWAY)
FULL = StoreUnavailable("sqlite:///var/store", "the disk is full")


@pytest.fixture
def slow(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """A core that answers only once the event is set."""
    gate = threading.Event()
    respond, plan = desk.respond, desk.plan

    def slow_respond(request: Request, asker: Asker) -> Reply:
        assert gate.wait(20)
        return respond(request, asker)

    def slow_plan(draft: PlanDraft, asker: Asker) -> object:
        assert gate.wait(20)
        return plan(draft, asker)

    monkeypatch.setattr(desk, "respond", slow_respond)
    monkeypatch.setattr(desk, "plan", slow_plan)
    return gate


def test_a_slow_core_is_acknowledged_at_once_and_answered_later(
    house: House, slow: threading.Event
) -> None:
    async def scenario() -> None:
        async with house(patience=0.05) as (_, double, sender):
            started = time.monotonic()
            status, _ = await sender.command("/briefing stargate", address=double.response_url("a"))
            assert status == 200
            assert time.monotonic() - started < 1
            await double.until(lambda: double.responses)
            assert "dauert länger" in shown(double.responses[0][1])
            slow.set()
            await double.until(lambda: len(double.responses) > 1)
            assert double.responses[1][1]["text"].startswith("Stargate")

    run(scenario())


def test_a_form_that_takes_long_makes_room_at_once_and_is_answered_in_its_place(
    house: House, slow: threading.Event
) -> None:
    async def scenario() -> None:
        async with house() as running:
            _, double, sender = running
            slow.set()
            view = await open_plan(running)
            slow.clear()
            wrong = form_view(view, **{**PLAN_FIELDS, "zone": {"value": "Nirgends"}})
            started = time.monotonic()
            _, body = await sender.interact(submission(wrong))
            assert time.monotonic() - started < 2
            assert body["response_action"] == "update"
            assert "Moment" in shown(body)
            slow.set()
            await double.until(lambda: len(double.of("views.update")) > 1)
            again = double.of("views.update")[-1]["view"]
            assert again["callback_id"] == "plan"
            assert "Zeitzone" in shown(again["blocks"][0])

    run(scenario())


def test_an_answer_that_slack_wants_later_comes_later_and_once(house: House) -> None:
    async def scenario() -> None:
        async with house() as (service, double, sender):
            double.faults["chat.postMessage"].append("429 0")
            await sender.event("E1", mention("stargate"))
            await double.until(lambda: double.posted("C1"))
            double.faults["chat.postEphemeral"].append("429 0")
            double.expired.add("gone")
            await sender.command("/briefing nvidia", address=double.response_url("gone"))
            await double.until(lambda: len(double.of("chat.postEphemeral")) == 2)
            double.faults["views.update"].append("429 0")
            await sender.interact(press("evidence", "0" * 16))
            await double.until(lambda: len(double.of("views.update")) == 2)
            await service.stop()
            assert len(double.posted("C1")) == 1

    run(scenario())


def test_an_answer_that_slack_wants_in_an_hour_is_not_waited_for(house: House) -> None:
    async def scenario() -> None:
        async with house() as (_, double, sender):
            double.faults["chat.postMessage"].append("429 3600")
            await sender.event("E1", mention("stargate"))
            await double.until(lambda: double.posted("C1"))
            (said,) = double.posted("C1")
            assert "Fehler" in shown(said)

    run(scenario())


def test_a_wait_that_an_answer_meets_holds_for_the_digests_of_the_workspace(
    house: House, store: Store
) -> None:
    plan(store, "C2", platform="slack", workspace=TEAM)
    (digest,) = claim(store)

    async def scenario() -> None:
        async with house() as (service, double, sender):
            double.faults["chat.postMessage"].append("429 3600")
            await sender.event("E1", mention("stargate"))
            await double.until(lambda: double.posted("C1"))
            result = service.platform.send(digest, PAYLOAD, still_mine=lambda: True)
            assert isinstance(result, RetryAfter)
            assert 3000 < result.seconds <= 3600
            assert not double.posted("C2")

    run(scenario())


def test_stopping_lets_an_answer_come_to_its_end(house: House, slow: threading.Event) -> None:
    async def scenario() -> None:
        async with house() as (service, double, sender):
            await sender.event("E1", mention("stargate"))
            await double.until(lambda: double.of("users.info"))
            stopping = asyncio.ensure_future(service.stop())
            slow.set()
            await stopping
            assert len(double.posted("C1")) == 1

    run(scenario())


def test_a_failing_core_is_told_with_an_id_and_never_in_its_own_words(
    house: House, desk: Desk, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: object) -> Reply:
        reason = "a secret reason"
        raise RuntimeError(reason)

    monkeypatch.setattr(desk, "respond", fail)
    monkeypatch.setattr(desk, "press", fail)
    monkeypatch.setattr(desk, "plan", fail)

    async def scenario() -> None:
        async with house() as (_, double, sender):
            await sender.command("/briefing stargate", address=double.response_url("a"))
            await sender.event("E1", mention("stargate"))
            await sender.interact(press("more", "0" * 16))
            await sender.interact(press("evidence", "0" * 16))
            await double.until(lambda: double.responses and double.posted("C1"))
            await double.until(lambda: double.of("views.update"))
            view = {"type": "modal", "callback_id": "plan", "title": {"text": "Digest planen"}}
            await sender.interact(submission(form_view(view, **PLAN_FIELDS)))
            await double.until(lambda: len(double.of("views.update")) > 1)
            said = shown(
                {"all": [double.responses, double.posted("C1"), double.of("views.update")]}
            )
            assert "Fehler" in said
            assert "secret" not in said
            assert "Traceback" not in said

    run(scenario())
    assert sum("a secret reason" in str(one.exc_info) for one in caplog.records) >= 4


def test_a_store_that_is_away_is_told_in_a_plain_sentence_and_is_no_failure_of_ours(
    house: House, desk: Desk, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: object) -> Reply:
        raise AWAY

    for method in ("respond", "press", "plan", "is_first"):
        monkeypatch.setattr(desk, method, fail)

    async def scenario() -> None:
        async with house() as (_, double, sender):
            await sender.command("/briefing stargate", address=double.response_url("a"))
            await sender.event("E1", mention("stargate"))
            await sender.interact(press("evidence", "0" * 16))
            await double.until(lambda: double.responses and double.posted("C1"))
            await double.until(lambda: double.of("views.update"))
            view = {"type": "modal", "callback_id": "plan", "title": {"text": "Digest planen"}}
            await sender.interact(submission(form_view(view, **PLAN_FIELDS)))
            await double.until(lambda: len(double.of("views.update")) > 1)
            for said in (
                double.responses[0][1],
                double.posted("C1")[0],
                *double.of("views.update"),
            ):
                assert "Das Archiv ist gerade nicht erreichbar" in shown(said)

    run(scenario())
    assert "Traceback" not in caplog.text
    assert [one.getMessage() for one in caplog.records if one.levelno >= logging.WARNING] == []


def test_a_store_that_is_full_is_named_in_the_log_in_one_line(
    house: House, desk: Desk, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: object) -> Reply:
        raise FULL

    monkeypatch.setattr(desk, "respond", fail)

    async def scenario() -> None:
        async with house() as (_, double, sender):
            await sender.command("/briefing stargate", address=double.response_url("a"))
            await double.until(lambda: double.responses)

    run(scenario())
    (said,) = [one for one in caplog.records if "the disk is full" in one.getMessage()]
    assert said.exc_info is None


def test_the_logs_hold_no_token_no_address_and_no_text_at_debug(
    house: House, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)

    async def scenario() -> None:
        async with house(bot_token="xoxb-very-secret") as running:
            _, double, sender = running
            double.expired.add("gone")
            address = double.response_url("gone")
            await sender.command("/briefing stargate geheimwort", address=address)
            await sender.event("E1", mention("geheimwort?"))
            await sender.event("E2", {"type": "unheard_of", "text": "geheimwort"})
            await sender.interact({**press("nobodys", "geheimwort"), "response_url": address})
            await double.until(lambda: double.posted("C1"))
            double.faults["chat.postMessage"].append("500")
            await sender.event("E3", mention("nvidia", user=ANNA, ts="9.1"))
            view = await open_plan(running)
            await sender.interact(submission(form_view(view, **PLAN_FIELDS)))

    run(scenario())
    logged = "\n".join(f"{one.getMessage()} {one.exc_text}" for one in caplog.records)
    for secret in ("very-secret", "/respond/", "geheimwort", "not-so-secret"):
        assert secret not in logged

"""Buttons, shortcuts, suggestions and the home tab, over signed requests."""

from __future__ import annotations

import asyncio
import json
import time
from typing import TYPE_CHECKING, Any

from adapters.slack.slack_double import ANNA, BEN, TEAM, press
from adapters.slack.slack_events import (
    PLAN_FIELDS,
    form_view,
    open_plan,
    run,
    shown,
    submission,
)

from bot.desk.desk import Desk

if TYPE_CHECKING:
    from adapters.slack.conftest import House

    from bot.store.store import Store


def test_typeahead_finds_a_thousand_odd_topics_by_their_beginning(
    house: House, store: Store
) -> None:
    names = [f"Łódź-{number} „Straße“ & <b>" for number in range(1000)]
    names += ["x" * 200, "🏭" * 80]

    class Named:
        def topics(self) -> tuple[Any, ...]:
            return tuple(type("Line", (), {"name": name})() for name in names)

    async def ask(sender: Any, typed: str) -> list[dict[str, Any]]:
        payload = {
            "type": "block_suggestion",
            "team": {"id": TEAM},
            "user": {"id": ANNA},
            "action_id": "topics",
            "block_id": "topics",
            "value": typed,
        }
        started = time.process_time()
        status, body = await sender.interact(payload)
        assert status == 200
        assert time.process_time() - started < 1.0
        options: list[dict[str, Any]] = body["options"]
        return options

    async def scenario() -> None:
        desk = Desk(Named(), store, clock=time.time)  # type: ignore[arg-type]
        async with house(desk) as (_, _, sender):
            assert len(await ask(sender, "")) == 100
            found = await ask(sender, "łodz 99")
            assert len(found) == 11
            assert found[0]["value"] in names
            assert all(len(one["text"]["text"]) <= 75 for one in found)
            assert await ask(sender, "nothing like it") == []

    run(scenario())


def test_the_messages_tab_gets_prompts_without_a_thread(house: House) -> None:
    async def scenario() -> None:
        async with house() as (_, double, sender):
            event = {
                "type": "app_home_opened",
                "tab": "messages",
                "user": ANNA,
                "channel": "D1",
                "event_ts": "1.1",
            }
            await sender.event("E1", event)
            await double.until(lambda: double.of("assistant.threads.setSuggestedPrompts"))
            (sent,) = double.of("assistant.threads.setSuggestedPrompts")
            assert "thread_ts" not in sent
            assert sent["channel_id"] == "D1"
            assert 1 < len(sent["prompts"]) <= 4

    run(scenario())


def test_evidence_opens_a_modal_at_once_and_fills_it(house: House) -> None:
    async def scenario() -> None:
        async with house() as (_, double, sender):
            await sender.command("/briefing stargate", address=double.response_url("a"))
            await double.until(lambda: double.responses)
            buttons = double.responses[0][1]["blocks"][-1]["elements"]
            key = next(one["value"] for one in buttons if one["action_id"] == "evidence")
            await sender.interact(press("evidence", key))
            await double.until(lambda: double.of("views.update"))
            assert double.of("views.open")[0]["trigger_id"] == "1.2.3"
            assert "Belege" in shown(double.of("views.update")[0])

    run(scenario())


def test_sharing_posts_the_card_once_however_often_it_is_pressed(house: House) -> None:
    async def scenario() -> None:
        async with house() as (service, double, sender):
            await sender.command("/briefing stargate", address=double.response_url("a"))
            await double.until(lambda: double.responses)
            key = double.responses[0][1]["blocks"][-1]["elements"][0]["value"]
            presses = (sender.interact(press("share", key)) for _ in range(3))
            await asyncio.gather(*presses)
            await double.until(lambda: double.posted("C1"))
            await service.stop()
            (posted,) = double.posted("C1")
            assert "Im Kanal teilen" not in shown(posted)

    run(scenario())


def test_a_thumb_down_asks_for_the_sentence_and_keeps_the_reason(
    house: House, store: Store
) -> None:
    async def scenario() -> None:
        async with house() as (_, double, sender):
            await sender.command("/briefing stargate", address=double.response_url("a"))
            await double.until(lambda: double.responses)
            key = double.responses[0][1]["blocks"][-1]["elements"][0]["value"]
            await sender.interact(press("down", key, user=BEN))
            await double.until(lambda: double.of("views.update"))
            view = double.of("views.update")[0]["view"]
            filled = form_view(
                view, point={"selected_option": {"value": "2"}}, reason={"value": "Falsche Zahl"}
            )
            status, body = await sender.interact(submission(filled, BEN))
            assert (status, body["response_action"]) == (200, "update")
        (kept,) = store.memory.list_feedback()
        assert (kept.verdict, kept.reason) == ("down", "Falsche Zahl")
        assert kept.point

    run(scenario())


def test_the_home_tab_shows_only_digests_of_channels_that_the_person_is_in(
    house: House, store: Store
) -> None:
    async def scenario() -> None:
        async with house() as running:
            _, double, sender = running
            view = await open_plan(running)
            for channel in ("C1", "CSECRET"):
                metadata = json.dumps({"channel": channel})
                form = form_view({**view, "private_metadata": metadata}, **PLAN_FIELDS)
                await sender.interact(submission(form))
            assert len(store.subscriptions.list_all()) == 2
            await sender.event("E1", {"type": "app_home_opened", "tab": "home", "user": BEN})
            await double.until(lambda: double.of("views.publish"))
            home = shown(double.of("views.publish")[0]["view"])
            assert "<#C1>" in home
            assert "CSECRET" not in home
            assert "<!date^" in home

    run(scenario())


def test_a_message_shortcut_briefs_on_the_topic_that_the_message_names(house: House) -> None:
    async def scenario() -> None:
        async with house() as (_, double, sender):
            await sender.interact(
                {
                    "type": "message_action",
                    "callback_id": "brief_on_this",
                    "team": {"id": TEAM},
                    "user": {"id": ANNA},
                    "channel": {"id": "C1"},
                    "message": {"ts": "5.5", "text": "Habt ihr das von Nvidias Kurs gehört?"},
                    "response_url": double.response_url("m"),
                    "trigger_id": "1.2.3",
                }
            )
            await double.until(lambda: double.responses)
            assert double.responses[0][1]["text"].startswith("Nvidia")

    run(scenario())


def test_the_global_shortcut_sends_the_chosen_card_as_a_direct_message(house: House) -> None:
    async def scenario() -> None:
        async with house() as (_, double, sender):
            await sender.interact(
                {
                    "type": "shortcut",
                    "callback_id": "ask_anywhere",
                    "team": {"id": TEAM},
                    "user": {"id": ANNA},
                    "trigger_id": "1.2.3",
                }
            )
            await double.until(lambda: double.of("views.update"))
            view = double.of("views.update")[0]["view"]
            topic = {"selected_option": {"value": "Stargate"}}
            await sender.interact(submission(form_view(view, topic=topic)))
            await double.until(lambda: double.posted(ANNA))
            assert double.posted(ANNA)[0]["text"].startswith("Stargate")

    run(scenario())

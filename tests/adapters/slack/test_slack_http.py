"""What reaches us over signed requests, and what leaves us for Slack."""

from __future__ import annotations

import asyncio
import json
import time
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

import pytest
from adapters.slack.slack_double import (
    ANNA,
    BEN,
    GUEST,
    ME,
    OUTSIDER,
    SECRET,
    TEAM,
    SlackDouble,
    press,
    signed,
)

from bot.adapters.slack.app import SlackService
from bot.adapters.slack.config import SlackConfig
from bot.desk.desk import Desk
from bot.errors import SettingsError

if TYPE_CHECKING:
    from collections.abc import Coroutine

    from adapters.slack.conftest import House, Running

    from bot.store.store import Store


def run(scenario: Coroutine[Any, Any, None]) -> None:
    async def bounded() -> None:
        async with asyncio.timeout(60):
            await scenario

    asyncio.run(bounded())


def mention(text: str, ts: str = "100.1", **more: Any) -> dict[str, Any]:
    return {
        "type": "app_mention",
        "user": ANNA,
        "channel": "C1",
        "ts": ts,
        "text": f"<@{ME}> {text}",
        **more,
    }


def message(text: str, ts: str = "100.2", **more: Any) -> dict[str, Any]:
    return {
        "type": "message",
        "user": ANNA,
        "channel": "C1",
        "channel_type": "channel",
        "ts": ts,
        "text": text,
        **more,
    }


def shown(payload: dict[str, Any]) -> str:
    return json.dumps(payload, ensure_ascii=False)


def form_view(view: dict[str, Any], **values: Any) -> dict[str, Any]:
    """A view as Slack sends it back, filled in with `values` by block."""
    state = {name: {name: value} for name, value in values.items()}
    return {**view, "id": "V7", "state": {"values": state}}


def submission(view: dict[str, Any], user: str = ANNA) -> dict[str, Any]:
    return {"type": "view_submission", "team": {"id": TEAM}, "user": {"id": user}, "view": view}


PLAN_FIELDS: dict[str, Any] = {
    "topics": {"selected_options": [{"value": "Stargate"}]},
    "time": {"selected_time": "08:15"},
    "zone": {"value": "Europe/Vienna"},
    "weekdays": {"selected_options": [{"value": "0"}, {"value": "4"}]},
    "language": {"selected_option": {"value": "de"}},
    "length": {"selected_option": {"value": "short"}},
    "quiet": {"selected_options": []},
}


async def open_plan(running: Running, user: str = ANNA) -> dict[str, Any]:
    _, double, sender = running
    await sender.command("/digest plan", user=user, address=double.response_url("p"))
    await double.until(lambda: double.of("views.update"))
    view: dict[str, Any] = double.of("views.update")[-1]["view"]
    return view


def test_a_slash_command_is_answered_privately_with_a_button_to_share(house: House) -> None:
    async def scenario() -> None:
        async with house() as (_, double, sender):
            status, body = await sender.command(
                "/briefing stargate", address=double.response_url("a")
            )
            assert (status, body) == (200, "")
            await double.until(lambda: double.responses)
            name, answer = double.responses[0]
            assert name == "a"
            assert answer["response_type"] == "ephemeral"
            assert answer["text"].startswith("Stargate: ")
            assert "Im Kanal teilen" in shown(answer)
            assert answer["unfurl_links"] is answer["unfurl_media"] is False

    run(scenario())


def test_labels_follow_the_locale_of_whoever_asks(house: House) -> None:
    async def scenario() -> None:
        async with house() as (_, double, sender):
            await sender.command("/briefing stargate", user=BEN, address=double.response_url("a"))
            await double.until(lambda: double.responses)
            assert "Share in channel" in shown(double.responses[0][1])

    run(scenario())


def test_a_response_address_that_ran_out_is_replaced_by_a_private_message(house: House) -> None:
    async def scenario() -> None:
        async with house() as (_, double, sender):
            double.expired.add("gone")
            await sender.command("/briefing stargate", address=double.response_url("gone"))
            await double.until(lambda: double.of("chat.postEphemeral"))
            assert double.of("chat.postEphemeral")[0]["user"] == ANNA
            assert double.posted("C1") == []

    run(scenario())


def test_where_we_are_no_member_a_private_answer_comes_directly(house: House) -> None:
    async def scenario() -> None:
        async with house() as (_, double, sender):
            double.expired.add("gone")
            double.faults["chat.postEphemeral"].append("not_in_channel")
            await sender.command("/briefing stargate", address=double.response_url("gone"))
            await double.until(lambda: double.posted(ANNA))

    run(scenario())


def test_a_mention_is_answered_in_its_thread_and_what_follows_needs_none(house: House) -> None:
    async def scenario() -> None:
        async with house() as (_, double, sender):
            await sender.event("E1", mention("was ist neu bei stargate?"))
            await double.until(lambda: double.posted("C1"))
            follow_up = message("und openai?", thread_ts="100.1")
            await sender.event("E2", follow_up)
            await double.until(lambda: len(double.posted("C1")) == 2)
            first, second = double.posted("C1")
            assert first["thread_ts"] == second["thread_ts"] == "100.1"
            assert second["text"].startswith("OpenAI")

    run(scenario())


@pytest.mark.parametrize(
    "event",
    [
        message("stargate", thread_ts="77.1"),
        message("stargate"),
        message("stargate", thread_ts="100.1", bot_id="B9"),
        message("stargate", thread_ts="100.1", subtype="message_changed"),
        message("<@UCARL> stargate", thread_ts="100.1"),
        message(f"<@{ME}> stargate", thread_ts="100.1"),
    ],
    ids=["other thread", "channel", "bot", "edit", "to another", "mention twice"],
)
def test_what_is_not_said_to_us_is_not_answered(house: House, event: dict[str, Any]) -> None:
    async def scenario() -> None:
        async with house() as (service, double, sender):
            await sender.event("E1", mention("stargate"))
            await double.until(lambda: double.posted("C1"))
            assert (await sender.event("E2", event))[0] == 200
            # What is asked next is answered, so that an answer to the other would be there too.
            await sender.event("E3", mention("nvidia", ts="200.1"))
            await double.until(lambda: len(double.posted("C1")) > 1)
            await service.stop()
            assert [one["thread_ts"] for one in double.posted("C1")] == ["100.1", "200.1"]

    run(scenario())


def test_a_direct_message_is_answered_beside_it(house: House) -> None:
    async def scenario() -> None:
        async with house() as (_, double, sender):
            event = message("stargate", channel="D1", channel_type="im")
            await sender.event("E1", event)
            await double.until(lambda: double.posted("D1"))
            assert not double.posted("D1")[0].get("thread_ts")
            assert "Im Kanal teilen" not in shown(double.posted("D1")[0])

    run(scenario())


def test_thanks_are_not_answered_with_a_card(house: House) -> None:
    async def scenario() -> None:
        async with house() as (service, double, sender):
            assert (await sender.event("E1", mention("danke!")))[0] == 200
            await service.stop()
            assert double.posted("C1") == []

    run(scenario())


def test_thanks_to_the_bot_alone_are_answered_with_a_sentence(house: House) -> None:
    async def scenario() -> None:
        async with house() as (_, double, sender):
            event = message("danke!", channel="D1", channel_type="im")
            await sender.event("E1", event)
            await double.until(lambda: double.posted("D1"))
            (posted,) = double.posted("D1")
            assert posted["text"].startswith("Jederzeit!")
            assert "actions" not in {block["type"] for block in posted["blocks"]}

    run(scenario())


def test_a_mention_in_a_group_of_direct_messages_is_answered_and_followed_up(
    house: House,
) -> None:
    async def scenario() -> None:
        async with house() as (service, double, sender):
            group = {"channel": "G1", "channel_type": "mpim"}
            await sender.event("E0", message("stargate", ts="99.1", **group))
            await sender.event("E1", {**mention("stargate"), **group})
            await double.until(lambda: double.posted("G1"))
            await sender.event("E2", message("und openai?", thread_ts="100.1", **group))
            await double.until(lambda: len(double.posted("G1")) == 2)
            await service.stop()
            assert [one["thread_ts"] for one in double.posted("G1")] == ["100.1", "100.1"]

    run(scenario())


def test_an_event_sent_four_times_at_once_and_after_a_restart_is_answered_once(
    house: House,
) -> None:
    async def scenario() -> None:
        event = mention("stargate")
        async with house() as (service, double, sender):
            retries = [{"X-Slack-Retry-Num": str(number)} for number in range(4)]
            statuses = await asyncio.gather(*(sender.event("E1", event, **one) for one in retries))
            assert [status for status, _ in statuses] == [200] * 4
            await double.until(lambda: double.posted("C1"))
            await service.stop()
            assert len(double.posted("C1")) == 1
        async with house() as (service, double, sender):
            await sender.event("E1", event)
            await sender.event("E9", mention("nvidia", ts="300.1"))
            await double.until(lambda: double.posted("C1"))
            await service.stop()
            assert [one["thread_ts"] for one in double.posted("C1")] == ["300.1"]

    run(scenario())


def test_retry_number_zero_is_answered(house: House) -> None:
    async def scenario() -> None:
        async with house() as (_, double, sender):
            await sender.event("E1", mention("stargate"), **{"X-Slack-Retry-Num": "0"})
            await double.until(lambda: double.posted("C1"))

    run(scenario())


def test_forged_missing_old_and_future_signatures_have_no_effect(house: House) -> None:
    async def scenario() -> None:
        async with house() as (service, double, sender):
            body = json.dumps(
                {"type": "event_callback", "team_id": TEAM, "event_id": "E", "event": mention("x")}
            )
            wrong = [
                signed(body, secret="another"),
                signed(body, at=time.time() - 600),
                signed(body, at=time.time() + 600),
                signed(body + " "),
                {"X-Nothing": "signed"},
            ]
            for headers in wrong:
                status, _ = await sender.post(body, "application/json", **headers)
                assert status == 401
            await service.stop()
            assert double.of("chat.postMessage") == []

    run(scenario())


def test_http_mode_without_a_signing_secret_refuses_to_start(desk: Desk) -> None:
    config = SlackConfig("xoxb-1", mode="http", signing_secret=" ")
    with pytest.raises(SettingsError, match="SIGNING_SECRET"):
        run(SlackService(config, desk).start())


@pytest.mark.parametrize("error", ["invalid_auth", "token_revoked", "account_inactive"])
def test_a_token_that_slack_refuses_is_one_clear_line(desk: Desk, error: str) -> None:
    async def scenario() -> None:
        async with SlackDouble().running() as double:
            double.faults["auth.test"].append(error)
            config = SlackConfig(
                "xoxb-1", mode="http", signing_secret=SECRET, api_url=double.api_url
            )
            service = SlackService(config, desk)
            with pytest.raises(SettingsError, match="SLACK_BOT_TOKEN") as caught:
                await service.start()
            assert error in str(caught.value)
            assert "xoxb" not in str(caught.value)

    run(scenario())


def test_a_missing_permission_is_named(desk: Desk) -> None:
    async def scenario() -> None:
        async with SlackDouble(scopes="chat:write,commands").running() as double:
            config = SlackConfig(
                "xoxb-1", mode="http", signing_secret=SECRET, api_url=double.api_url
            )
            with pytest.raises(SettingsError, match="users:read"):
                await SlackService(config, desk).start()

    run(scenario())


def test_without_a_network_at_start_the_service_waits_for_it(desk: Desk) -> None:
    async def scenario() -> None:
        double = SlackDouble()
        async with double.running():
            pass
        config = SlackConfig("xoxb-1", mode="http", signing_secret=SECRET, api_url=double.api_url)
        service = SlackService(config, desk)
        await service.start()
        assert "cannot be reached" in (service.health() or "")
        await service.stop()

    run(scenario())


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


def test_the_planning_form_marks_what_is_wrong_and_then_plans(house: House, store: Store) -> None:
    async def scenario() -> None:
        async with house() as running:
            _, _, sender = running
            view = await open_plan(running)
            wrong = form_view(view, **{**PLAN_FIELDS, "zone": {"value": "Europe/Atlantis"}})
            status, body = await sender.interact(submission(wrong))
            assert (status, body["response_action"]) == (200, "errors")
            assert set(body["errors"]) == {"zone"}
            assert store.subscriptions.list_all() == ()
            status, body = await sender.interact(submission(form_view(view, **PLAN_FIELDS)))
            assert "Geplant" in shown(body)
        (order,) = store.subscriptions.list_all()
        assert (order.wish.channel, order.wish.zone, order.wish.weekdays) == (
            "C1",
            "Europe/Vienna",
            (0, 4),
        )
        assert (order.wish.owner, order.wish.length) == (ANNA, "short")

    run(scenario())


@pytest.mark.parametrize("user", [BEN, GUEST, OUTSIDER, "UNOBODY"])
def test_members_guests_and_people_of_other_organisations_may_not_plan(
    house: House, store: Store, user: str
) -> None:
    async def scenario() -> None:
        async with house() as running:
            _, double, sender = running
            refused = await open_plan(running, user)
            assert "callback_id" not in refused
            # The form of somebody who may, sent by somebody who may not.
            await open_plan(running, ANNA)
            await double.until(lambda: double.of("views.update")[-1]["view"].get("callback_id"))
            form = double.of("views.update")[-1]["view"]
            _, body = await sender.interact(submission(form_view(form, **PLAN_FIELDS), user))
            assert "Geplant" not in shown(body)
            assert "Planned" not in shown(body)
        assert store.subscriptions.list_all() == ()

    run(scenario())


def test_who_is_named_in_the_settings_may_plan(house: House, store: Store) -> None:
    async def scenario() -> None:
        async with house(planners=(BEN,)) as running:
            view = await open_plan(running, BEN)
            await running[2].interact(submission(form_view(view, **PLAN_FIELDS), BEN))
        assert len(store.subscriptions.list_all()) == 1

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


def test_a_slash_command_of_nobody_is_acknowledged(house: House) -> None:
    async def scenario() -> None:
        async with house() as (_, _, sender):
            body = urlencode({"command": "/other", "team_id": TEAM, "user_id": ANNA})
            assert (await sender.post(body))[0] == 200

    run(scenario())

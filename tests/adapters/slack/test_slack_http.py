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
    signed,
)
from adapters.slack.slack_events import (
    PLAN_FIELDS,
    form_view,
    mention,
    message,
    open_plan,
    run,
    shown,
    submission,
)

from bot.adapters.slack.app import SlackService
from bot.adapters.slack.config import SlackConfig
from bot.errors import SettingsError

if TYPE_CHECKING:
    from adapters.slack.conftest import House

    from bot.desk.desk import Desk
    from bot.store.store import Store


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
            (answer,) = double.posted(ANNA)
            assert "Stargate" in answer["text"]
            assert double.posted("C1") == []

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
            (answer,) = double.posted("C1")
            assert "Stargate" in answer["text"]

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


def test_a_slash_command_of_nobody_is_acknowledged(house: House) -> None:
    async def scenario() -> None:
        async with house() as (_, _, sender):
            body = urlencode({"command": "/other", "team_id": TEAM, "user_id": ANNA})
            assert (await sender.post(body))[0] == 200

    run(scenario())

"""The bot in a local Slack, with the real SDK, in Socket Mode and over signed requests."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import pytest
from e2e.slack.local_slack import (
    ANNA,
    APP_TOKEN,
    BEN,
    BOT_TOKEN,
    CHANNEL,
    ME,
    PROGRAM,
    SECRET,
    a_house,
    is_alone,
    wait_for,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from e2e.slack.local_slack import Bot, LocalSlack

    House = tuple[LocalSlack, Bot]

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.skipif(not PROGRAM.exists(), reason="the local Slack is not installed"),
    pytest.mark.skipif(not is_alone(), reason="there is more network than loopback"),
]
BERLIN = ZoneInfo("Europe/Berlin")


@pytest.fixture(scope="module", params=["socket", "http"])
def house(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[House]:
    with a_house(tmp_path_factory.mktemp(request.param), request.param) as opened:
        slack, _ = opened
        # The articles are read while the bot answers already.
        wait_for(lambda: _knows_stargate(slack), seconds=120)
        yield opened


def _knows_stargate(slack: LocalSlack) -> bool:
    slack.command("/briefing stargate")
    try:
        slack.until_said("Kurz gesagt", seconds=3)
    except TimeoutError:
        return False
    return True


def ask(slack: LocalSlack, line: str, words: str, user: str = ANNA) -> dict[str, Any]:
    """What is answered to a slash command, if it holds `words`."""
    before = max((one["ts"] for one in slack.messages()), default="")
    slack.command(line, user)
    return slack.until_said(words, after=before)


def shown(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def until_modal(slack: LocalSlack, words: str) -> dict[str, Any]:
    modal: dict[str, Any] = wait_for(
        lambda: (found := slack.modal()) and words in shown(found) and found
    )
    return modal


def plan_values(at: datetime, zone: str = "Europe/Berlin") -> dict[str, Any]:
    def field(name: str, **value: Any) -> dict[str, Any]:
        return {name: value}

    days = [{"value": str(day)} for day in range(7)]
    return {
        "topics": field("topics", selected_options=[]),
        "time": field("time", selected_time=f"{at:%H:%M}"),
        "zone": field("zone", value=zone),
        "weekdays": field("weekdays", selected_options=days),
        "language": field("language", selected_option={"value": "de"}),
        "length": field("length", selected_option={"value": "short"}),
        "quiet": field("quiet", selected_options=[]),
    }


def test_a_slash_command_is_answered_privately_and_can_be_shared(house: House) -> None:
    slack, _ = house
    card = ask(slack, "/briefing stargate", "Kurz gesagt")
    assert card["subtype"] == "ephemeral"
    slack.press(card, "share")
    shared = slack.until_said("Kurz gesagt", after=card["ts"])
    assert shared.get("subtype") != "ephemeral"
    assert "Im Kanal teilen" not in shown(shared)


def test_a_topic_that_is_not_there_is_said_to_be_not_there(house: House) -> None:
    slack, _ = house
    assert "17 Artikeln" in ask(slack, "/briefing fußball", "steht nichts")["text"]


def test_a_mention_is_answered_in_its_thread_and_followed_up(house: House) -> None:
    slack, _ = house
    thread = slack.say(f"<@{ME}> was ist neu bei stargate?")
    first = slack.until_said("Stargate", after=thread)
    assert first["thread_ts"] == thread
    slack.say("und nvidia?", thread=thread)
    second = slack.until_said("Nvidia ·", after=first["ts"])
    assert second["thread_ts"] == thread


def test_a_direct_message_is_answered_there(house: House) -> None:
    slack, _ = house
    direct = slack.open_direct()
    slack.say("deepseek", channel=direct)
    assert slack.until_said("DeepSeek", channel=direct)


def test_buttons_answer_whoever_presses_them(house: House) -> None:
    slack, _ = house
    card = ask(slack, "/briefing stargate", "Kurz gesagt")
    slack.press(card, "more", BEN)
    more = slack.until_said("Mehr", after=card["ts"])
    assert more["ephemeral_to"] == BEN
    slack.press(card, "follow")
    assert "Stargate" in slack.until_said("dabei", after=more["ts"])["text"]
    slack.press(card, "evidence")
    assert "Belege" in shown(until_modal(slack, "Stargate"))


def test_a_complaint_is_thanked_for(house: House) -> None:
    slack, _ = house
    card = ask(slack, "/briefing nvidia", "Kurz gesagt")
    slack.press(card, "down")
    until_modal(slack, "Welcher Satz?")
    slack.submit(
        {
            "point": {"point": {"selected_option": {"value": "1"}}},
            "reason": {"reason": {"value": "Die Zahl stimmt nicht."}},
        }
    )
    until_modal(slack, "Danke")


def test_the_home_tab_shows_topics_and_help(house: House) -> None:
    slack, _ = house
    slack.open_home()
    home = wait_for(slack.home)
    assert "Meine Themen" in shown(home)
    assert "/digest plan" in shown(home)


def test_members_may_not_plan(house: House) -> None:
    slack, _ = house
    slack.command("/digest plan", BEN)
    assert "callback_id" not in until_modal(slack, "Planen darf")


def test_a_digest_is_planned_posted_by_the_schedule_and_edited_when_sent_again(
    house: House,
) -> None:
    slack, bot = house
    at = datetime.now(BERLIN) + timedelta(minutes=1)
    slack.command("/digest plan")
    until_modal(slack, "Zeitzone")
    slack.submit(plan_values(at, zone="Europe/Atlantis"))
    slack.submit(plan_values(at))
    until_modal(slack, "Geplant")
    parent = slack.until_said("morgenlage_digest", seconds=180)
    assert not parent.get("thread_ts")

    def cards() -> list[dict[str, Any]]:
        return [one for one in slack.messages() if one.get("thread_ts") == parent["ts"]]

    def is_sent() -> str:
        (delivery,) = json.loads(bot.run("deliveries", "--json"))["deliveries"]
        return str(delivery["id"]) if delivery["state"] == "sent" else ""

    number = wait_for(is_sent)
    before = len(cards())
    bot.run("digest", "--resend", number)
    edited = wait_for(
        lambda: next((m for m in slack.messages() if m["ts"] == parent["ts"] and "edited" in m), 0)
    )
    assert edited["blocks"][0]["block_id"] != parent["blocks"][0]["block_id"]
    wait_for(is_sent)
    assert len(cards()) == before
    parents = [one for one in slack.messages() if "morgenlage_digest" in shown(one)]
    assert len(parents) == 1


def test_when_slack_was_away_the_bot_comes_back_by_itself(house: House) -> None:
    slack, _ = house
    slack.kill()
    slack.start()
    wait_for(lambda: _knows_stargate(slack), seconds=120)
    thread = slack.say(f"<@{ME}> nvidia")
    assert slack.until_said("Nvidia", after=thread)


def test_the_log_holds_no_secret_and_no_text(house: House) -> None:
    slack, bot = house
    ask(slack, "/briefing geheimwort", "steht nichts")
    for secret in (BOT_TOKEN, APP_TOKEN, SECRET, "geheimwort", "/_hooks/", CHANNEL + '"'):
        assert secret not in bot.log


def test_the_bot_stops_in_an_orderly_way_and_starts_again(house: House) -> None:
    slack, bot = house
    assert bot.stop() == 0
    bot.start()
    assert ask(slack, "/briefing stargate", "Kurz gesagt")

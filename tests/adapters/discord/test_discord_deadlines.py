"""Three seconds, fifteen minutes, a core that breaks: everybody hears something."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING, Any

import pytest
from discord_stage import CONFIG, clients_in, shown

from bot.adapters.discord.client import BriefingClient
from bot.crash import error_id
from bot.store import StoreUnavailable
from bot.store.errors import WENT_AWAY

if TYPE_CHECKING:
    from discord_stage import Stage

MINUTE = 60.0


class BrokenCore(RuntimeError):
    """What nobody may read."""


async def ask(stage: Stage) -> Any:
    return await stage.person().slash(stage.channel, "briefing", topic="stargate")


async def test_a_core_that_takes_ten_seconds_is_waited_for(stage: Stage) -> None:
    stage.pace.seconds = 9.5
    result = await ask(stage)
    assert result.deferred
    await stage.env.advance_time(10)
    assert "Stargate" in shown(result.response)


async def test_who_waits_longer_is_told_so_and_gets_the_answer_in_its_place(stage: Stage) -> None:
    stage.pace.seconds = 5 * MINUTE
    result = await ask(stage)
    await stage.env.advance_time(11)
    assert "longer" in shown(result.response)
    await stage.env.advance_time(5 * MINUTE)
    assert "Stargate" in shown(result.response)


async def test_what_takes_twenty_minutes_is_said_to_have_failed_in_time(
    stage: Stage, caplog: pytest.LogCaptureFixture
) -> None:
    stage.pace.seconds = 20 * MINUTE
    result = await ask(stage)
    await stage.env.advance_time(14.5 * MINUTE)
    assert "error" in shown(result.response)
    await stage.env.advance_time(10 * MINUTE)
    assert stage.pace.ran == 0
    assert "Traceback" in caplog.text


@pytest.mark.parametrize("mentioned", [True, False])
async def test_what_breaks_is_told_with_an_id_and_nothing_else(
    stage: Stage,
    caplog: pytest.LogCaptureFixture,
    mentioned: bool,  # noqa: FBT001 - both ways to ask
) -> None:
    stage.pace.broken = BrokenCore("password=hunter2 in /srv/secret.py")
    if mentioned:
        bot = stage.env.bot.user
        assert bot is not None
        await stage.person().send(stage.channel, f"<@{bot.id}> stargate")
        said = shown(stage.channel.history()[-1])
    else:
        said = shown((await ask(stage)).response)
    assert "hunter2" not in said
    assert "secret.py" not in said
    (record,) = [one for one in caplog.records if one.exc_info]
    assert record.exc_info is not None
    assert record.exc_info[1] is not None
    # The log writes the same id behind the line.
    assert f" {error_id(record.exc_info[1])})" in said
    assert "BrokenCore" in caplog.text


@pytest.mark.parametrize(
    ("locale", "sentence"),
    [
        ("de", "Das Archiv ist gerade nicht erreichbar"),
        ("en-US", "The archive cannot be reached right now"),
    ],
)
async def test_a_store_that_is_away_is_told_in_a_plain_sentence_and_is_no_failure_of_ours(
    stage: Stage, caplog: pytest.LogCaptureFixture, locale: str, sentence: str
) -> None:
    stage.pace.broken = StoreUnavailable("postgresql://db/briefing", WENT_AWAY)
    chef = stage.person("chef", manage_guild=True)
    with clients_in(locale):
        asked = [await ask(stage), await chef.slash(stage.channel, "digest plan")]
        bot = stage.env.bot.user
        assert bot is not None
        await stage.person().send(stage.channel, f"<@{bot.id}> stargate")
    for said in (*(one.response for one in asked), stage.channel.history()[-1]):
        assert sentence in shown(said)
    assert "Traceback" not in caplog.text
    assert [one for one in caplog.records if one.levelno >= logging.WARNING] == []


async def test_a_form_that_comes_too_late_is_said_to_have_failed(stage: Stage) -> None:
    stage.pace.seconds = 10
    chef = stage.person("chef", manage_guild=True)
    result = await chef.slash(stage.channel, "digest plan")
    assert result.modal is None
    assert "error" in shown(result.response)


async def test_an_interaction_that_discord_gave_up_is_only_logged(
    stage: Stage, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, logger="bot")
    stage.env.inject_error(
        "POST", "/interactions/*/callback", status=404, code=10062, message="Unknown interaction"
    )
    result = await ask(stage)
    assert not result.acknowledged
    assert "too late" in caplog.text
    assert "Traceback" not in caplog.text


async def test_a_missing_right_to_speak_is_answered_directly(stage: Stage) -> None:
    stage.env.inject_error("POST", f"/channels/{stage.channel.id}/messages", status=403, code=50013)
    bot = stage.env.bot.user
    assert bot is not None
    anna = stage.person()
    await anna.send(stage.channel, f"<@{bot.id}> stargate")
    assert "Stargate" in shown(anna.user.dm_channel.history(viewer=anna.user)[-1])


async def test_stopping_waits_for_answers_under_way(stage: Stage) -> None:
    client = stage.env.bot
    assert isinstance(client, BriefingClient)
    stage.pace.seconds = 0.2
    chat = asyncio.create_task(ask(stage))
    await asyncio.sleep(0)
    await client.finish_answers(1.0)
    result = await chat
    assert "Stargate" in shown(result.response)


async def test_commands_are_registered_only_when_they_changed(stage: Stage) -> None:
    def registered() -> int:
        return len(stage.bodies("PUT", "/commands"))

    assert registered() == 1
    await stage.env.restart_bot(stage.restarted())
    assert registered() == 1
    stage.store.notes.save({"discord:commands": "other"}, stage.env.now())
    await stage.env.restart_bot(stage.restarted())
    assert registered() == 2


async def test_names_and_descriptions_are_german_for_germans(stage: Stage) -> None:
    (request,) = stage.bodies("PUT", "/commands")
    digest = next(one for one in request.json if one["name"] == "digest")
    names = {one["name"]: one["name_localizations"]["de"] for one in digest["options"]}
    assert names["resume"] == "weiter"
    assert len(names) == 11
    menu = next(one for one in request.json if one["type"] == 3)
    assert menu["name_localizations"] == {"de": "Dazu ein Briefing"}
    for command in request.json:
        assert command["contexts"] == [0, 1, 2]
        assert command["integration_types"] == [0, 1]


async def test_no_privileged_intent_is_asked_for(stage: Stage) -> None:
    intents = stage.env.bot.intents
    assert not (intents.members)
    assert not (intents.presences)
    assert not (intents.message_content)
    assert CONFIG.token not in repr(CONFIG)

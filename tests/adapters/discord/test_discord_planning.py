"""Who may plan a channel's digest, what the form takes, and what the bot must be allowed to do."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import discord
import pytest
from discord.app_commands import AppCommandContext
from discord_stage import CONFIG, labels, shown

from bot.adapters.discord.askers import asker_by
from bot.adapters.discord.permissions import NEEDED, NEEDED_FOR_THREADS
from bot.adapters.discord.wording import words_for

if TYPE_CHECKING:
    from discord_stage import Stage

FILLED = {
    "time": "09.15",
    "zone": "Europe/Zurich",
    "days": ["0", "2"],
    "topics": ["DeepSeek"],
    "style": ["en short"],
}


def manager(stage: Stage) -> Any:
    return stage.person("chef", manage_guild=True)


async def open_form(stage: Stage, **options: Any) -> Any:
    form = await manager(stage).slash(stage.channel, "digest plan", **options)
    assert form.modal is not None
    return form


def controls(form: Any) -> dict[str, Any]:
    return {one["component"]["custom_id"]: one["component"] for one in form.modal["components"]}


@pytest.mark.parametrize(
    ("right", "may"),
    [
        ({}, False),
        ({"manage_messages": True}, False),
        ({"manage_channels": True}, True),
        ({"manage_guild": True}, True),
        ({"administrator": True}, True),
    ],
)
async def test_only_who_manages_server_or_channel_gets_the_form(
    stage: Stage,
    right: dict[str, bool],
    may: bool,  # noqa: FBT001 - a column of the matrix
) -> None:
    answer = await stage.person("x", **right).slash(stage.channel, "digest plan")
    assert (answer.modal is not None) is may
    if not may:
        assert words_for("en").managers in shown(answer.response)


async def test_a_right_that_was_taken_meanwhile_is_asked_again(stage: Stage) -> None:
    form = await open_form(stage)
    backend = stage.env.backend
    guild = backend.get_guild(stage.guild.id)
    guild.members[manager(stage).id].role_ids.clear()
    answer = await manager(stage).submit_modal(form, FILLED)
    assert words_for("en").managers in shown(answer.response)
    assert stage.store.subscriptions.list_all() == ()


async def test_a_plan_is_kept_as_filled_in(stage: Stage) -> None:
    answer = await manager(stage).submit_modal(await open_form(stage), FILLED)
    assert "09:15 (Europe/Zurich)" in shown(answer.response)
    (order,) = stage.store.subscriptions.list_all()
    wish = order.wish
    assert (wish.platform, wish.workspace) == ("discord", str(stage.guild.id))
    assert (wish.channel, wish.owner) == (str(stage.channel.id), str(manager(stage).id))
    assert (wish.weekdays, wish.topics, wish.language) == ((0, 2), ("DeepSeek",), "en")
    assert (wish.length, f"{wish.local_time:%H:%M}") == ("short", "09:15")


async def test_the_form_shows_the_plan_that_is_there(stage: Stage) -> None:
    await manager(stage).submit_modal(await open_form(stage), FILLED)
    fields = controls(await open_form(stage))
    assert (fields["time"]["value"], fields["zone"]["value"]) == ("09:15", "Europe/Zurich")
    chosen = [one["value"] for one in fields["topics"]["options"] if one.get("default")]
    assert chosen == ["DeepSeek"]


async def test_what_the_command_says_is_filled_in(stage: Stage) -> None:
    fields = controls(await open_form(stage, time="06:00", zone="Asia/Kolkata"))
    assert (fields["time"]["value"], fields["zone"]["value"]) == ("06:00", "Asia/Kolkata")


async def test_quiet_is_kept_from_the_command_through_the_form(stage: Stage) -> None:
    await manager(stage).submit_modal(await open_form(stage, quiet=True), FILLED)
    assert stage.store.subscriptions.list_all()[0].wish.quiet


async def test_a_wrong_field_is_named_and_the_form_opens_again_as_it_was(stage: Stage) -> None:
    form = await open_form(stage)
    answer = await manager(stage).submit_modal(form, FILLED | {"zone": "Europa/Bärlin"})
    assert "time zone" in shown(answer.response)
    await stage.env.restart_bot(stage.restarted())
    again = await manager(stage).click(answer.response, label="Plan the digest")
    assert controls(again)["zone"]["value"] == "Europa/Bärlin"
    assert controls(again)["time"]["value"] == "09.15"
    done = await manager(stage).submit_modal(again, FILLED)
    assert "Europe/Zurich" in shown(done.response)


async def test_a_form_is_taken_after_a_restart(stage: Stage) -> None:
    form = await open_form(stage)
    await stage.env.restart_bot(stage.restarted())
    await manager(stage).submit_modal(form, FILLED)
    assert len(stage.store.subscriptions.list_all()) == 1


@pytest.mark.parametrize("name", [*NEEDED, NEEDED_FOR_THREADS])
async def test_a_missing_permission_of_the_bot_is_named(stage: Stage, name: str) -> None:
    me = stage.env.bot.user
    channel = stage.guild.create_text_channel(
        "eng", overwrites={me: discord.PermissionOverwrite(**{name: False})}
    )
    answer = await manager(stage).slash(channel, "digest plan")
    assert answer.modal is None
    assert words_for("en").permissions[name] in shown(answer.response)
    assert "#eng" in shown(answer.response)


async def test_a_voice_channel_takes_no_digest(stage: Stage) -> None:
    channel = stage.guild.create_voice_channel("laut")
    answer = await manager(stage).slash(channel, "digest plan")
    assert shown(answer.response) == f"### {words_for('en').not_here}"


async def test_a_plan_made_in_a_thread_is_the_channels(stage: Stage) -> None:
    thread = await stage.open_thread("Gespräch")
    form = await manager(stage).slash(thread, "digest plan")
    await manager(stage).submit_modal(form, FILLED)
    assert stage.store.subscriptions.list_all()[0].wish.channel == str(stage.channel.id)


async def test_a_mention_offers_the_form_by_a_button(stage: Stage) -> None:
    bot = stage.env.bot.user
    assert bot is not None
    await manager(stage).send(stage.channel, f"<@{bot.id}> plan")
    offered = stage.channel.history()[-1]
    assert labels(offered) == ["Digest planen"]
    stranger = await stage.person("bert").click(offered, label="Digest planen")
    assert stranger.modal is None
    form = await manager(stage).click(offered, label="Digest planen")
    assert form.modal is not None


async def test_everybody_plans_for_themselves_in_a_direct_message(stage: Stage) -> None:
    user = stage.person("bert").user
    await user.send_dm("plan")
    offered = user.dm_channel.history(viewer=user)[-1]
    form = await user.click(offered, label="Digest planen")
    answer = await user.submit_modal(form, FILLED)
    assert "09:15 (Europe/Zurich)" in shown(answer.response)
    (order,) = stage.store.subscriptions.list_all()
    assert (order.wish.workspace, order.wish.channel) == ("@me", str(user.dm_channel.id))
    await user.slash("digest pause")
    assert stage.store.subscriptions.list_all()[0].state == "paused"


async def test_the_command_in_a_direct_message_opens_the_form(stage: Stage) -> None:
    user = stage.person("bert").user
    await user.send_dm("hallo")
    form = await user.slash("digest plan", time="06:00")
    assert form.modal is not None
    assert controls(form)["time"]["value"] == "06:00"


def test_in_a_talk_of_others_the_bot_plans_nothing() -> None:
    # Into a talk with a friend a person can bring the app, but the bot itself is not there.
    friends = AppCommandContext(private_channel=True)
    pressed = SimpleNamespace(
        permissions=discord.Permissions(0),
        guild_id=None,
        channel=None,
        channel_id=7,
        context=friends,
        user=SimpleNamespace(id=1),
    )
    asker = asker_by(pressed, "de", CONFIG)  # type: ignore[arg-type]
    assert not asker.may_plan
    assert not asker.place.direct


async def test_pausing_needs_the_right(stage: Stage) -> None:
    await manager(stage).submit_modal(await open_form(stage), FILLED)
    await stage.person("bert").slash(stage.channel, "digest pause")
    assert stage.store.subscriptions.list_all()[0].state == "active"
    await manager(stage).slash(stage.channel, "digest pause")
    assert stage.store.subscriptions.list_all()[0].state == "paused"


@pytest.mark.parametrize(
    ("option", "typed", "first"),
    [
        ("zone", "berl", "Europe/Berlin"),
        ("zone", "new y", "America/New_York"),
        ("zone", "", "Europe/Berlin"),
        ("time", "7", "07:00"),
        ("time", "", "07:00"),
        ("time", "18", "18:00"),
    ],
)
async def test_zones_and_times_are_suggested(
    stage: Stage, option: str, typed: str, first: str
) -> None:
    found = await manager(stage).autocomplete(stage.channel, "digest plan", option, typed)
    assert found[0]["value"] == first
    assert len(found) <= 25

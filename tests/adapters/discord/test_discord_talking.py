"""Slash commands, mentions, direct messages and buttons, on the real discord.py."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from discord_stage import clients_in, labels, shown

if TYPE_CHECKING:
    from discord_stage import Stage

FIRST_LINES = {
    "now": "Morgenlage",
    "new": "Morgenlage",
    "status": "Status",
    "preview": "Morgenlage",
    "pause": "No digest is planned here",
    "resume": "No digest is planned here",
    "stop": "No digest is planned here",
    "help": "How to ask",
}


async def ask(stage: Stage, command: str, **options: str) -> object:
    result = await stage.person().slash(stage.channel, command, **options)
    assert result.ephemeral
    return result.response


async def mention(stage: Stage, text: str, channel: object = None, **more: object) -> list[object]:
    """What the bot wrote in answer to a message in which it is mentioned."""
    place = channel or stage.channel
    bot = stage.env.bot.user
    assert bot is not None
    before = len(place.history())
    await stage.person().send(place, f"<@{bot.id}> {text}", **more)
    return place.history()[before + 1 :]


async def test_a_topic_is_answered_privately_with_a_card(stage: Stage) -> None:
    card = await ask(stage, "briefing", topic="nvdia")
    assert shown(card).startswith("### Meant: Nvidia") or "Nvidia" in shown(card).split("\n")[0]
    assert labels(card) == ["Evidence", "More", "Follow", "👍", "👎", "Share in channel"]


async def test_a_german_client_is_answered_in_german(stage: Stage) -> None:
    with clients_in("de"):
        card = await ask(stage, "briefing", topic="nvidia")
        assert "Kurz gesagt" in shown(card)
        assert labels(card) == ["Belege", "Mehr", "Folgen", "👍", "👎", "Im Kanal teilen"]
        evidence = await stage.person().click(card, label="Belege")
        assert shown(evidence.response).startswith("### Belege")
        assert "Hier ist kein Digest geplant" in shown(await ask(stage, "digest resume"))
        refused = await stage.person("bert").slash(stage.channel, "digest plan")
        assert "Planen darf" in shown(refused.response)
        form = await stage.person("chef", manage_guild=True).slash(stage.channel, "digest plan")
        assert form.modal is not None
        assert form.modal["title"] == "Digest planen"
        assert "Wochentage" in [one["label"] for one in form.modal["components"]]
    (card,) = await mention(stage, "nvidia")
    assert "Belege" in labels(card)


async def test_who_was_heard_in_english_is_answered_in_english_when_mentioning_the_bot(
    stage: Stage,
) -> None:
    await ask(stage, "briefing", topic="stargate")
    (card,) = await mention(stage, "nvidia")
    assert "Evidence" in labels(card)


async def test_a_briefing_without_a_topic_lists_the_topics(stage: Stage) -> None:
    assert "DeepSeek" in shown(await ask(stage, "briefing"))


async def test_a_menu_on_thanks_is_answered_with_the_topics(stage: Stage) -> None:
    thanks = await stage.person("bert").send(stage.channel, "danke!")
    result = await stage.person().context_menu(stage.channel, "Brief me on this", thanks)
    assert "DeepSeek" in shown(result.response)


async def test_what_is_not_found_is_said(stage: Stage) -> None:
    assert "fußball" in shown(await ask(stage, "briefing", topic="fußball"))


@pytest.mark.parametrize(("command", "first"), FIRST_LINES.items())
async def test_every_digest_command_answers(stage: Stage, command: str, first: str) -> None:
    assert first in shown(await ask(stage, f"digest {command}")), command


async def test_a_digest_is_followed_by_its_cards(stage: Stage) -> None:
    result = await stage.person().slash(stage.channel, "digest now")
    assert len(result.followups) == 2
    assert all(one.ephemeral for one in result.followups)
    assert "Evidence" in labels(result.followups[0])


async def test_following_is_confirmed_with_its_undo(stage: Stage) -> None:
    said = shown(await ask(stage, "digest follow", topic="deepseek"))
    assert "DeepSeek" in said
    assert "/digest unfollow DeepSeek" in said


async def test_a_mention_is_answered_as_a_reply_that_pings_nobody(stage: Stage) -> None:
    (card,) = await mention(stage, "was ist neu bei nvidia?")
    assert "Nvidia" in shown(card)
    assert card.reference is not None
    assert "Im Kanal teilen" not in labels(card)
    (body,) = [one.json for one in stage.bodies("POST", "/messages")]
    assert body["allowed_mentions"] == {"parse": [], "replied_user": False}


async def test_a_question_in_a_thread_knows_the_topic(stage: Stage) -> None:
    thread = await stage.open_thread("Gespräch")
    await mention(stage, "nvidia", thread)
    (again,) = await mention(stage, "und was ist neu daran?", thread)
    assert "Nvidia" in shown(again).split("\n")[0]


async def test_a_digest_on_a_mention_has_its_cards_in_a_thread(stage: Stage) -> None:
    parents = await mention(stage, "digest")
    assert len([one for one in parents if shown(one)]) == 1
    (thread,) = stage.channel.threads
    assert len([one for one in thread.history() if "Belege" in labels(one)]) >= 2


async def test_thanks_are_not_answered(stage: Stage) -> None:
    assert await mention(stage, "danke!") == []


@pytest.mark.parametrize("text", ["@everyone nvidia", "@here nvidia", "nvidia"])
async def test_what_does_not_mention_the_bot_is_not_answered(stage: Stage, text: str) -> None:
    await stage.person("chef", administrator=True).send(stage.channel, text)
    assert len(stage.channel.history()) == 1


async def test_a_reply_that_only_pings_is_not_answered(stage: Stage) -> None:
    (card,) = await mention(stage, "nvidia")
    await stage.person().send(stage.channel, "danke! deepseek", reply_to=card)
    assert len(stage.channel.history()) == 3


async def test_other_bots_and_webhooks_are_not_answered(stage: Stage) -> None:
    bot = stage.env.bot.user
    assert bot is not None
    other = stage.guild.add_member(stage.env.create_user("rss", bot=True))
    await other.send(stage.channel, f"<@{bot.id}> nvidia")
    await stage.guild.create_webhook(stage.channel).send(f"<@{bot.id}> nvidia")
    assert len(stage.channel.history()) == 2


async def test_a_replayed_message_is_answered_once(stage: Stage) -> None:
    await mention(stage, "nvidia")
    asked = stage.channel.history()[0]
    stage.env.bot.dispatch("message", asked)
    await stage.env.settle()
    assert len(stage.channel.history()) == 2


async def test_a_direct_message_needs_no_mention(stage: Stage) -> None:
    user = stage.person().user
    await user.send_dm("deepseek")
    answer = user.dm_channel.history(viewer=user)[-1]
    assert "DeepSeek" in shown(answer)


async def test_thanks_to_the_bot_alone_are_answered_with_a_sentence(stage: Stage) -> None:
    user = stage.person().user
    await user.send_dm("danke!")
    answer = user.dm_channel.history(viewer=user)[-1]
    assert "Jederzeit!" in shown(answer)
    assert labels(answer) == []


async def test_what_is_asked_next_in_a_direct_message_knows_the_topic(stage: Stage) -> None:
    user = stage.person().user
    await user.send_dm("nvidia")
    await user.send_dm("und was ist neu daran?")
    assert "Nvidia" in shown(user.dm_channel.history(viewer=user)[-1]).split("\n")[0]


async def test_a_message_is_briefed_on_from_its_menu(stage: Stage) -> None:
    message = await stage.person("bert").send(stage.channel, "Habt ihr das von DeepSeek gelesen?")
    result = await stage.person().context_menu(stage.channel, "Brief me on this", message)
    assert result.ephemeral
    assert "DeepSeek" in shown(result.response)


async def test_evidence_comes_privately_and_marks_the_words(stage: Stage) -> None:
    (card,) = await mention(stage, "nvidia")
    result = await stage.person("bert").click(card, label="Belege")
    assert result.ephemeral
    assert "**" in shown(result.response)
    assert "Nvidia" in shown(result.response)


@pytest.mark.parametrize("label", ["Belege", "Mehr", "Folgen", "👍"])
async def test_buttons_work_after_a_restart(stage: Stage, label: str) -> None:
    (card,) = await mention(stage, "nvidia")
    await stage.env.restart_bot(stage.restarted())
    result = await stage.person("bert").click(card, label=label)
    assert result.ephemeral
    assert shown(result.response)


async def test_a_suggested_topic_is_asked_by_its_button(stage: Stage) -> None:
    found = await ask(stage, "briefing", topic="deepsek ai")
    for label in labels(found):
        result = await stage.person().click(found, label=label)
        assert label in shown(result.response)


async def test_sharing_posts_the_card_for_all_and_says_who_did(stage: Stage) -> None:
    card = await ask(stage, "briefing", topic="nvidia")
    result = await stage.person().click(card, label="Share in channel")
    (posted,) = result.followups
    assert not posted.ephemeral
    assert "Shared by anna" in shown(posted)
    assert "Share in channel" not in labels(posted)


async def test_a_thumb_down_asks_which_sentence_and_why(stage: Stage) -> None:
    (card,) = await mention(stage, "nvidia")
    form = await stage.person().click(card, label="👎")
    assert form.modal is not None
    await stage.env.restart_bot(stage.restarted())
    answer = await stage.person().submit_modal(form, {"point": ["2"], "reason": "stimmt nicht"})
    assert answer.ephemeral
    (given,) = stage.store.memory.list_feedback()
    assert (given.verdict, given.reason) == ("down", "stimmt nicht")
    assert given.point


async def test_a_thumb_down_without_a_sentence_is_about_the_card(stage: Stage) -> None:
    (card,) = await mention(stage, "nvidia")
    form = await stage.person().click(card, label="👎")
    await stage.person().submit_modal(form, {"reason": ""})
    (given,) = stage.store.memory.list_feedback()
    assert given.point == ""

"""Interactions and messages as people in places, and which messages are meant for the bot."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, Any

import discord

from bot.adapters.discord.wording import words_for
from bot.desk.people import Asker, Place

if TYPE_CHECKING:
    from bot.adapters.discord.config import DiscordConfig
    from bot.core.models import Language

PLATFORM = "discord"
# Where there is no server: a talk with one person, or a group of them.
NO_SERVER = "@me"
_MOST_REMEMBERED = 10_000
_SPOKEN = frozenset({discord.MessageType.default, discord.MessageType.reply})


class Languages:
    """Which language each person's Discord is in. Messages do not say it, interactions do."""

    def __init__(self, default: Language) -> None:
        """Remember the last 10,000 people; of others `default` is assumed."""
        self._default: Language = default
        self._known: OrderedDict[int, Language] = OrderedDict()

    def learn(self, interaction: discord.Interaction[Any]) -> Language:
        """Note and return the language of whoever did this."""
        language = language_of(interaction.locale)
        self._known[interaction.user.id] = language
        self._known.move_to_end(interaction.user.id)
        if len(self._known) > _MOST_REMEMBERED:
            self._known.popitem(last=False)
        return language

    def guess(self, message: discord.Message) -> Language:
        """The person's own if it is known, else the server's if it chose one."""
        known = self._known.get(message.author.id)
        if known is not None:
            return known
        # Only a community chooses its language; elsewhere it is English whoever talks there.
        if message.guild is not None and "COMMUNITY" in message.guild.features:
            return language_of(message.guild.preferred_locale)
        return self._default


def language_of(locale: discord.Locale) -> Language:
    """German for German, English for every other language."""
    return "de" if str(locale.value).startswith("de") else "en"


def asker_by(
    interaction: discord.Interaction[Any], language: Language, config: DiscordConfig
) -> Asker:
    """Who did this and where. Only they see the answer, and may plan what Discord says now.

    In their talk with the bot they plan for themselves; the talks of others, into which a person
    can bring the app, the bot cannot post to.
    """
    may = interaction.permissions
    here = interaction.guild_id is not None and interaction.client.get_guild(interaction.guild_id)
    alone = interaction.guild_id is None and bool(interaction.context.dm_channel)
    return Asker(
        place=_place(
            interaction.guild_id, interaction.channel, interaction.channel_id or 0, direct=alone
        ),
        person=str(interaction.user.id),
        language=language,
        zone=config.zone,
        may_plan=alone or (bool(here) and (may.manage_guild or may.manage_channels)),
        for_self=alone,
        private=True,
        managers=words_for(language).managers,
    )


def author_of(message: discord.Message, language: Language, config: DiscordConfig) -> Asker:
    """Who wrote this and where."""
    alone = message.guild is None
    return Asker(
        place=_place(
            message.guild.id if message.guild else None,
            message.channel,
            message.channel.id,
            direct=alone,
        ),
        person=str(message.author.id),
        language=language,
        zone=config.zone,
        may_plan=alone or _manages(message),
        for_self=alone,
        managers=words_for(language).managers,
    )


def addressed_text(message: discord.Message, bot_id: int) -> str | None:
    """What was said to the bot; None if nothing was.

    A reply that only pings, @everyone, other bots and webhooks are not meant for it: on a
    server its own mention must stand in the text.
    """
    if message.author.bot or message.webhook_id is not None or message.type not in _SPOKEN:
        return None
    if message.guild is None:
        return message.content or None
    mentions = (f"<@{bot_id}>", f"<@!{bot_id}>")
    return message.content if any(one in message.content for one in mentions) else None


def _place(guild_id: int | None, channel: Any, channel_id: int, *, direct: bool) -> Place:  # noqa: ANN401 - any kind of channel
    """A thread belongs to its channel, so that a plan made in it is the channel's."""
    if guild_id is None:
        return Place(PLATFORM, NO_SERVER, str(channel_id), direct=direct)
    if isinstance(channel, discord.Thread):
        return Place(PLATFORM, str(guild_id), str(channel.parent_id), thread=str(channel_id))
    return Place(PLATFORM, str(guild_id), str(channel_id))


def _manages(message: discord.Message) -> bool:
    """Whether Discord lets the author manage server or channel, as far as it is known here."""
    author, channel = message.author, message.channel
    if not isinstance(author, discord.Member) or isinstance(
        channel, discord.DMChannel | discord.GroupChannel | discord.PartialMessageable
    ):
        return False
    may = channel.permissions_for(author)
    return may.manage_guild or may.manage_channels

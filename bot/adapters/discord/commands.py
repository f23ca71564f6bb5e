"""The slash commands and the message menu, each handed to the client; and when to register them.

Answers are private, and everything works on servers, in direct messages and for a person who
installed the app for themselves.
"""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any
from zoneinfo import available_timezones

import discord
from discord import app_commands
from discord.app_commands import locale_str as _

from bot.adapters.discord.limits import CHOICE_TEXT, CHOICES
from bot.adapters.discord.names import GermanNames
from bot.dialogue.requests import (
    DigestNew,
    DigestNow,
    Follow,
    Help,
    Pause,
    PreviewDigest,
    Request,
    Resume,
    ShowStatus,
    Stop,
    Unfollow,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.adapters.discord.client import BriefingClient

    Interaction = discord.Interaction[BriefingClient]

_MENU = "Brief me on this"
_LONGEST_QUERY = 200
_TIMES = tuple(f"{hour:02}:{minute:02}" for hour in range(24) for minute in (0, 30))
_USUAL_TIMES = ("07:00", "07:30", "08:00", "06:30", "06:00", "09:00", "12:00", "17:00")
# What is offered before anything is typed.
_USUAL_ZONES = (
    "Europe/Berlin",
    "Europe/Vienna",
    "Europe/Zurich",
    "Europe/London",
    "America/New_York",
    "America/Chicago",
    "America/Denver",
    "America/Los_Angeles",
    "Asia/Kolkata",
    "Asia/Tokyo",
    "Australia/Sydney",
    "UTC",
)
_PLAIN: tuple[tuple[str, str, Request], ...] = (
    ("now", "Today's digest, for you alone", DigestNow()),
    ("new", "What is new since you last looked", DigestNew()),
    ("status", "How things stand: last and next digest, topics, sources", ShowStatus()),
    ("preview", "The digest, without counting as looked at", PreviewDigest()),
    ("pause", "No digest until it is resumed", Pause()),
    ("resume", "The digest again", Resume()),
    ("stop", "End the planned digest", Stop()),
    ("help", "How to ask", Help()),
)


class BriefingTree(app_commands.CommandTree["BriefingClient"]):
    """All commands, for servers, direct messages and people."""

    def __init__(self, client: BriefingClient) -> None:
        """Add every command to `client`."""
        super().__init__(
            client,
            allowed_contexts=app_commands.AppCommandContext(
                guild=True, dm_channel=True, private_channel=True
            ),
            allowed_installs=app_commands.AppInstallationType(guild=True, user=True),
        )
        self.add_command(_briefing())
        self.add_command(_digest())
        self.add_command(app_commands.ContextMenu(name=_(_MENU), callback=_brief_me))

    async def register(self) -> str:
        """Make the commands known to Discord, in both languages; the fingerprint of them."""
        await self.sync()
        return await self.fingerprint()

    async def fingerprint(self) -> str:
        """What Discord would be sent, as a hash that changes only when that does."""
        if self.translator is None:
            await self.set_translator(GermanNames())
        translator = self.translator or GermanNames()
        payload = [
            await command.get_translated_payload(self, translator)
            for command in self.get_commands()
        ]
        written = json.dumps([self.client.application_id, payload], sort_keys=True)
        return hashlib.sha256(written.encode()).hexdigest()


def _briefing() -> app_commands.Command[Any, ..., None]:
    @app_commands.command(
        name=_("briefing"), description=_("The topic card of a topic, or the list of topics")
    )
    @app_commands.rename(topic=_("topic"))
    @app_commands.describe(topic=_("A topic, however it is spelt"))
    async def briefing(
        interaction: Interaction, topic: app_commands.Range[str, 1, _LONGEST_QUERY] | None = None
    ) -> None:
        await interaction.client.take_text(interaction, f"/briefing {topic or ''}")

    briefing.autocomplete("topic")(_suggest_topics)
    return briefing


def _digest() -> app_commands.Group:
    group = app_commands.Group(
        name=_("digest"), description=_("The digest: now, new, plan and more")
    )
    for name, description, request in _PLAIN:
        group.add_command(_plain(name, description, request))
    for name, description, kind in (
        ("follow", "Take a topic into the digest", Follow),
        ("unfollow", "Take a topic out of the digest", Unfollow),
    ):
        group.add_command(_about_topic(name, description, kind))
    group.add_command(_plan())
    return group


def _plain(name: str, description: str, request: Request) -> app_commands.Command[Any, ..., None]:
    async def callback(interaction: Interaction) -> None:
        await interaction.client.take_request(interaction, request)

    return app_commands.Command(name=_(name), description=_(description), callback=callback)


def _about_topic(
    name: str, description: str, kind: type[Follow | Unfollow]
) -> app_commands.Command[Any, ..., None]:
    @app_commands.command(name=_(name), description=_(description))
    @app_commands.rename(topic=_("topic"))
    @app_commands.describe(topic=_("A topic, however it is spelt"))
    async def command(
        interaction: Interaction, topic: app_commands.Range[str, 1, _LONGEST_QUERY]
    ) -> None:
        await interaction.client.take_request(interaction, kind(topic))

    command.autocomplete("topic")(_suggest_topics)
    return command


def _plan() -> app_commands.Command[Any, ..., None]:
    @app_commands.command(
        name=_("plan"), description=_("When and how the digest comes to this channel")
    )
    @app_commands.rename(zone=_("zone"), time=_("time"), quiet=_("quiet"))
    @app_commands.describe(
        zone=_("A time zone such as Europe/Berlin"),
        time=_("A time of day such as 07:30"),
        quiet=_("Say nothing when nothing is new"),
    )
    async def plan(
        interaction: Interaction,
        time: app_commands.Range[str, 1, 5] | None = None,
        zone: app_commands.Range[str, 1, 64] | None = None,
        quiet: bool | None = None,  # noqa: FBT001 - an option of Discord's
    ) -> None:
        await interaction.client.take_plan(
            interaction, time=time or "", zone=zone or "", quiet=quiet
        )

    plan.autocomplete("time")(_suggest_times)
    plan.autocomplete("zone")(_suggest_zones)
    return plan


async def _brief_me(interaction: Interaction, message: discord.Message) -> None:
    await interaction.client.take_message(interaction, message.content)


async def _suggest_topics(interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
    return choices(interaction.client.suggest(typed))


async def _suggest_times(interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
    del interaction
    return choices(suggest_times(typed))


async def _suggest_zones(interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
    del interaction
    return choices(suggest_zones(typed))


def choices(names: Iterable[str]) -> list[app_commands.Choice[str]]:
    """At most 25 names as choices; one that is too long for Discord is left out."""
    fitting = [name for name in names if 0 < len(name) <= CHOICE_TEXT]
    return [app_commands.Choice(name=name, value=name) for name in fitting[:CHOICES]]


def suggest_times(typed: str) -> tuple[str, ...]:
    """Usual times first, then half hours; what is typed itself if it may be a time."""
    wanted = typed.strip().replace(".", ":")
    if not wanted:
        return _USUAL_TIMES
    digits = wanted if wanted[:1] == "0" or len(wanted.partition(":")[0]) > 1 else f"0{wanted}"
    return tuple(time for time in _TIMES if time.startswith((wanted, digits)))


def suggest_zones(typed: str) -> tuple[str, ...]:
    """Zones that hold what is typed, those first whose city begins with it."""
    wanted = typed.strip().casefold().replace(" ", "_")
    if not wanted:
        return _USUAL_ZONES
    found = [zone for zone in available_timezones() if wanted in zone.casefold()]
    return tuple(sorted(found, key=lambda zone: (not _city(zone).startswith(wanted), zone)))


def _city(zone: str) -> str:
    return zone.rpartition("/")[2].casefold()

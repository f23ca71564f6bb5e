"""A Discord in memory with one server, its people, and the bot; what it shows, read back."""

from __future__ import annotations

import asyncio
import re
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import discord
from simcord import interactions

from bot.adapters.discord.client import BriefingClient
from bot.adapters.discord.config import DiscordConfig

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from simcord import Env

    from bot.desk.desk import Desk
    from bot.store.store import Store

_ESCAPE = re.compile(r"\\([^\w\s])")
CONFIG = DiscordConfig(token="not-a-token", shard_count=1)
NOW = datetime(2025, 1, 24, 8, 0, tzinfo=UTC)


@dataclass
class Pace:
    """Runs the desk in a thread, after so many virtual seconds; counts what it ran."""

    seconds: float = 0.0
    broken: Exception | None = None
    ran: int = 0

    async def __call__(self, work: Callable[[], Any]) -> Any:
        if self.seconds:
            await asyncio.sleep(self.seconds)
        self.ran += 1
        if self.broken is not None:
            raise self.broken
        return await asyncio.to_thread(work)


@dataclass
class Stage:
    """What a test plays on."""

    env: Env
    desk: Desk
    store: Store
    pace: Pace
    people: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.guild: Any = self.env.create_guild("Redaktion")
        self.channel: Any = self.guild.create_text_channel("news")

    def person(self, name: str = "anna", **permissions: bool) -> Any:
        """A member, with a role of these permissions."""
        if name not in self.people:
            roles = []
            if permissions:
                roles = [
                    self.guild.create_role(
                        f"role-{name}", permissions=discord.Permissions(**permissions)
                    )
                ]
            self.people[name] = self.guild.add_member(self.env.create_user(name), roles=roles)
        return self.people[name]

    async def open_thread(self, name: str) -> Any:
        """A thread of the channel, opened by the bot's own client."""
        channel = self.env.bot.get_channel(self.channel.id)
        assert isinstance(channel, discord.TextChannel)
        await channel.create_thread(name=name, type=discord.ChannelType.public_thread)
        return self.channel.threads[-1]

    def restarted(self) -> BriefingClient:
        """Another client on the same store, as after a restart."""
        return BriefingClient(CONFIG, self.desk, self.store.notes, run=self.pace)

    def bodies(self, method: str = "", part: str = "") -> list[Any]:
        """The JSON of what the bot sent, oldest first."""
        return [
            one
            for one in self.env.http_requests
            if (not method or one.method == method) and part in one.path
        ]


@contextmanager
def clients_in(locale: str) -> Iterator[None]:
    """Everybody's Discord is in this language; simcord's people have American ones otherwise."""
    built = interactions.base_payload

    def spoken(*arguments: Any, **more: Any) -> Any:
        record, payload = built(*arguments, **more)
        return record, {**payload, "locale": locale}

    interactions.base_payload = spoken
    try:
        yield
    finally:
        interactions.base_payload = built


def texts(components: Any) -> list[str]:
    """All texts of components, in order."""
    found = []
    for one in components or []:
        if "content" in one:
            found.append(one["content"])
        found += texts(one.get("components"))
    return found


def shown(message: Any) -> str:
    """A message's texts as a person reads them, a line each."""
    components = message.components
    if components and not isinstance(components[0], dict):
        components = [one.to_dict() for one in components]
    return _ESCAPE.sub(r"\1", "\n".join(texts(components)))


def labels(message: Any) -> list[str]:
    """The labels of a message's buttons, in order."""
    found = []

    def walk(components: Any) -> None:
        for one in components or []:
            if one.get("type") == 2:
                found.append(one["label"])
            walk(one.get("components"))

    components = message.components
    if components and not isinstance(components[0], dict):
        components = [one.to_dict() for one in components]
    walk(components)
    return found

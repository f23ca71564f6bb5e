"""Who asks and where, in words that every platform has."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.core.models import Language


@dataclass(frozen=True, slots=True)
class Place:
    """A channel of a workspace, perhaps a thread in it. `direct`: a talk with one person."""

    platform: str
    workspace: str
    channel: str
    thread: str = ""
    direct: bool = False

    @property
    def thread_key(self) -> str:
        """One text for this thread."""
        return f"thread {self.key} {self.thread}"

    @property
    def key(self) -> str:
        """The channel across platforms and workspaces."""
        return f"{self.platform}:{self.workspace}:{self.channel}"


@dataclass(frozen=True, slots=True)
class Asker:
    """A person in a place. `may_plan` is whether they may plan for this channel, asked anew.

    `private`: the answer is seen by this person alone. `for_self`: that right is one for their
    own talk with us and no sign that anybody here trusts them. `managers` names whom to ask where
    `may_plan` is false ("@anna", "a server admin"); empty for "whoever manages the channel".
    `orders_at`: the channel whose digest is planned from here, where this is none itself.
    """

    place: Place
    person: str
    language: Language = "de"
    zone: str = "Europe/Berlin"
    may_plan: bool = False
    for_self: bool = False
    private: bool = False
    managers: str = ""
    orders_at: Place | None = None

    @property
    def order_place(self) -> Place:
        """The channel whose digest this person plans, pauses and ends."""
        return self.orders_at or self.place

    @property
    def key(self) -> str:
        """The person across platforms and workspaces."""
        return f"{self.place.platform}:{self.place.workspace}:@{self.person}"

    @property
    def talk_key(self) -> str:
        """What is spoken of belongs to a thread or a direct talk, else to person and channel."""
        return f"{self.place.key}#{self.place.thread or self.person}"

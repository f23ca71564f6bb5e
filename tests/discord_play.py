"""A ledger with its loop, posting into a Discord in memory, by clocks that are set by hand."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import UTC, datetime, time
from typing import TYPE_CHECKING, Any

from delivery.stand_ins import Clock
from delivery.stand_ins import Stage as LoopStage
from dialogue.invented import full_digest
from discord_backend import MemoryExchange

from bot.adapters.discord.delivery import DiscordPlatform
from bot.core.ledger import Claimed, Wish
from bot.delivery.means import Terms
from bot.dialogue.answer_outline import outline_answer
from bot.dialogue.answers import DigestAnswer
from bot.dialogue.buttons import Part, parts_of
from bot.dialogue.outline import Line, Outline, Run
from bot.dialogue.viewer import Viewer
from bot.formats.kept import write_parts

if TYPE_CHECKING:
    from bot.store import Store

MONDAY = datetime(2026, 1, 5, 6, 0, tzinfo=UTC)


def payload_of(parts: tuple[Part, ...]) -> str:
    return json.dumps({"headline": "Ein Satz.", "parts": write_parts(parts), "json": {}})


def digest_payload(name: str = "") -> str:
    viewer = Viewer()
    answer = DigestAnswer(full_digest())
    outlines = outline_answer(answer, viewer)
    parts = parts_of(answer, outlines, viewer.labels, followed=frozenset(), private=False)
    if name:
        parts = (Part(Outline(name, Line((Run(name),)))), *parts[1:])
    return payload_of(parts)


@dataclass
class Play:
    """A ledger, its loop and Discord in memory."""

    store: Store
    exchange: MemoryExchange = field(default_factory=MemoryExchange)
    speak: Any = None
    forums: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.clock = Clock(wall=MONDAY)
        self.platform = DiscordPlatform(
            self.speak or self.exchange,
            is_forum=lambda channel: channel in self.forums,
            clock=self.clock.monotonic,
            pause=self.clock.wait,
        )
        self.loop = LoopStage(
            self.store,
            clock=self.clock,
            channel=self.platform,  # type: ignore[arg-type]
            terms=Terms(threads=1),
            render_as=lambda _claimed: digest_payload(),
        )

    def plan(self, channel: str, **more: Any) -> None:
        fields: dict[str, Any] = {
            "zone": "Europe/Berlin",
            "local_time": time(7, 30),
            "weekdays": (0, 1, 2, 3, 4, 5, 6),
            "topics": (),
            "language": "de",
            "owner": "4711",
        }
        workspace = more.pop("workspace", str(self.exchange.guild.id))
        wish = Wish("discord", workspace, channel, **{**fields, **more})
        self.store.subscriptions.plan(wish, self.clock.now())

    def deliver(self, times: int = 40, each: float = 15) -> None:
        """Tick until due and for some minutes after."""
        due = self.store.subscriptions.next_due()
        if due is not None and due > self.clock.wall:
            self.clock.wall = due
        self.go_on(times, each)

    def go_on(self, times: int = 40, each: float = 15) -> None:
        """Tick for some minutes."""
        for _ in range(times):
            # Ids of messages tell their time, by which the history is read.
            backend = self.exchange.backend
            behind = self.clock.wall - backend.clock.now()
            backend.advance_clock(max(0.0, behind.total_seconds()))
            self.loop.tick(each)

    def posts(self, channel: str) -> list[Any]:
        return [one for one in self.exchange.messages(channel) if one.get("components")]

    def states(self) -> list[str]:
        return self.loop.states()

    def claimed(self) -> Claimed:
        """The newest delivery with its order."""
        return Claimed(self.loop.deliveries()[-1], self.store.subscriptions.list_all()[0])

"""A platform that records and a clock that is set by hand, for tests without waiting."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import TYPE_CHECKING, Any

from delivery.plans import wish

from bot.delivery.loop import Loop
from bot.delivery.means import Means, Terms
from bot.delivery.port import CannotLook, Refused, Sent

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bot.core.ledger import Claimed, Delivery, Subscription, Wish
    from bot.delivery.port import SendResult
    from bot.store import Store

MONDAY = datetime(2026, 1, 5, 6, 0, tzinfo=UTC)


@dataclass
class Clock:
    """A wall clock and a monotonic one; waiting moves both, a jump only the first."""

    wall: datetime = MONDAY
    seconds: float = 1000.0

    def now(self) -> datetime:
        return self.wall

    def monotonic(self) -> float:
        return self.seconds

    def wait(self, seconds: float) -> None:
        self.wall += timedelta(seconds=seconds)
        self.seconds += seconds

    def jump(self, by: timedelta) -> None:
        self.wall += by


@dataclass
class Channel:
    """Records what reaches it; `answers` are given first, in their order."""

    name: str = "chat"
    request_limit: timedelta = timedelta(seconds=10)
    answers: deque[SendResult | Exception] = field(default_factory=deque)
    posts: list[tuple[str, str]] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    blind: CannotLook | None = None
    before_write: Callable[[], None] = lambda: None
    before_finish: Callable[[], None] = lambda: None
    looks: int = 0
    finished: list[tuple[str, str, bool]] = field(default_factory=list)
    told: list[tuple[str, str]] = field(default_factory=list)
    unfinished: Exception | None = None

    def send(self, claimed: Claimed, payload: str, *, still_mine: Callable[[], bool]) -> SendResult:
        self.before_write()
        if not still_mine():
            return Refused("the lease ran out", permanent=False)
        self.asked.append(claimed.subscription.wish.channel)
        answer = self.answers.popleft() if self.answers else None
        if isinstance(answer, Exception):
            raise answer
        if answer is not None:
            return answer
        return self.post(claimed, payload)

    def post(self, claimed: Claimed, payload: str) -> Sent:
        self.posts.append((claimed.subscription.wish.channel, claimed.delivery.public_id))
        self.texts.append(payload)
        return Sent(f"ref-{claimed.delivery.public_id}")

    def find(self, claimed: Claimed) -> str | None:
        self.looks += 1
        if self.blind is not None:
            raise self.blind
        known = {public_id for _, public_id in self.posts}
        public_id = claimed.delivery.public_id
        return f"ref-{public_id}" if public_id in known else None

    def finish(
        self,
        _claimed: Claimed,
        payload: str,
        message_ref: str,
        *,
        still_mine: Callable[[], bool],
    ) -> None:
        self.before_finish()
        self.finished.append((message_ref, payload, still_mine()))
        if self.unfinished is not None:
            raise self.unfinished

    def tell_owner(self, wish: Wish, reason: str) -> None:
        self.told.append((wish.channel, reason))


@dataclass
class Stage:
    """A loop with stand-ins around it."""

    store: Store
    clock: Clock = field(default_factory=Clock)
    channel: Channel = field(default_factory=Channel)
    terms: Terms = field(default_factory=lambda: Terms(threads=2))
    rendered: list[tuple[timedelta, tuple[Delivery, ...]]] = field(default_factory=list)
    render_as: Callable[[Claimed], str | None] = lambda _claimed: "payload"

    def __post_init__(self) -> None:
        tokens = count(1)
        self.means = Means(
            store=self.store,
            platforms={self.channel.name: self.channel},
            render=self._render,
            clock=self.clock.now,
            monotonic=self.clock.monotonic,
            pause=self.clock.wait,
            new_token=lambda: f"token-{next(tokens)}",
            terms=self.terms,
        )
        self.loop = Loop(self.means)

    def tick(self, after: float = 0) -> Mapping[str, int]:
        """One tick, so many seconds later."""
        self.clock.wait(after)
        counts = self.loop.deliver_once()
        return {name: number for name, number in counts.items() if number}

    def deliveries(self) -> list[Delivery]:
        """All of them, oldest first."""
        return list(reversed(self.store.ledger.recent(1000)))

    def states(self) -> list[str]:
        return [one.state for one in self.deliveries()]

    def _render(
        self,
        claimed: Claimed,
        _now: datetime,
        late_by: timedelta,
        skipped: tuple[Delivery, ...],
    ) -> Any:
        self.rendered.append((late_by, skipped))
        return self.render_as(claimed)


def plan(stage: Stage, **changed: object) -> Subscription:
    """Every day at half past seven in Berlin, or as `changed`."""
    return stage.store.subscriptions.plan(wish(**changed), stage.clock.now())

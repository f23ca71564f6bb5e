"""What the loop works with: the store, the platforms, how to render, the clocks and the terms."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from bot.core.ledger import Claimed, Delivery
    from bot.delivery.port import Platform
    from bot.store import Store

# Why the loop itself sent nothing, as it stands in the ledger.
NOTHING_NEW = "nothing new"
NOT_ACTIVE = "the subscription is not active"


class Render(Protocol):
    """Makes the payload of one digest; called once per delivery, what it returns is stored."""

    def __call__(
        self, claimed: Claimed, now: datetime, late_by: timedelta, skipped: tuple[Delivery, ...]
    ) -> str | None:
        """The payload; None if nothing is new and the subscription is to be quiet then.

        `late_by` is zero for a digest that is on time. `skipped` are the days missed since the
        last digest that went out, oldest first.
        """


@dataclass(frozen=True, slots=True)
class Terms:
    """The times and numbers that the loop keeps to.

    `lease` must be at least three times the longest request: one to let a request of the last
    holder run out, one to look, one to spare. With `resend_unseen`, what cannot be looked up is
    sent again rather than left as unknown.
    """

    grace: timedelta = timedelta(hours=3)
    lease: timedelta = timedelta(seconds=60)
    late_after: timedelta = timedelta(minutes=5)
    channel_pause: timedelta = timedelta(seconds=1)
    first_backoff: timedelta = timedelta(seconds=5)
    longest_backoff: timedelta = timedelta(minutes=15)
    threads: int = 8
    insert_batch: int = 500
    resend_unseen: bool = False

    def backoff(self, attempt: int) -> timedelta:
        """How long to wait after so many sends that were put off: twice as long each time."""
        return min(self.longest_backoff, self.first_backoff * (1 << min(attempt, 16)))


def _unheard(claimed: Claimed, outcome: str) -> None:
    del claimed, outcome


@dataclass(frozen=True, slots=True)
class Means:
    """All that the loop is given.

    `clock` is the wall clock in UTC, `monotonic` counts seconds and is never set back; `pause`
    waits for so many seconds. `on_outcome` hears what came of each step of a delivery.
    """

    store: Store
    platforms: Mapping[str, Platform]
    render: Render
    clock: Callable[[], datetime]
    monotonic: Callable[[], float]
    pause: Callable[[float], None]
    new_token: Callable[[], str]
    terms: Terms = field(default_factory=Terms)
    on_outcome: Callable[[Claimed, str], None] = _unheard

    def __post_init__(self) -> None:
        """Hold the promise about the lease.

        Raises:
            ValueError: a platform's requests may take longer than a third of the lease.
        """
        for platform in self.platforms.values():
            if 3 * platform.request_limit > self.terms.lease:
                msg = f"a lease of {self.terms.lease} is too short for requests to {platform.name}"
                raise ValueError(msg)

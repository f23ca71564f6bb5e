"""Standing orders and deliveries as frozen data: Wish, Subscription, Delivery, Claimed.

Knows no database and no platform.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from datetime import date, datetime, time

    from bot.core.models import Language

SubscriptionState = Literal["active", "paused", "stopped"]
DeliveryState = Literal["pending", "sending", "sent", "unknown", "skipped", "failed"]
Length = Literal["short", "normal", "long"]
# How many topics a digest has at most.
TOPICS_OF: dict[Length, int] = {"short": 3, "normal": 5, "long": 8}

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_IN_BASE_36 = re.compile(r"[0-9a-z]{1,12}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody plans for a channel.

    `weekdays` count from 0 for Monday. `holidays` names a calendar ("DE", "DE-BE") on whose
    days nothing is sent, "" for none. `quiet` says nothing when nothing is new.
    """

    platform: str
    workspace: str
    channel: str
    zone: str
    local_time: time
    weekdays: tuple[int, ...]
    topics: tuple[str, ...]
    language: Language
    length: Length = "normal"
    holidays: str = ""
    quiet: bool = False
    owner: str = ""

    @property
    def workspace_key(self) -> str:
        """The workspace across platforms: what shares one limit of requests."""
        return f"{self.platform}:{self.workspace}"

    @property
    def channel_key(self) -> str:
        """The channel across platforms and workspaces."""
        return f"{self.platform}:{self.workspace}:{self.channel}"


@dataclass(frozen=True, slots=True)
class Subscription:
    """One channel's standing order. `reason` says why it is paused or stopped.

    `next_due_at` is None while nothing is due: not active, or no weekday left.
    `version` grows with each change.
    """

    id: int
    wish: Wish
    state: SubscriptionState
    reason: str
    next_due_at: datetime | None
    version: int
    created_at: datetime


@dataclass(frozen=True, slots=True)
class Delivery:
    """One digest for one subscription on one local date.

    `attempt` counts the sends that were put off; `edition` counts how often the digest was
    asked for: 1, and one more for each resend. `sent_at` is when the last edition that reached
    the channel did so; in state `sent` a `reason` says why a later one did not.
    """

    id: int
    subscription_id: int
    local_date: date
    due_at: datetime
    state: DeliveryState
    attempt: int
    lease_until: datetime | None
    token: str
    not_before: datetime | None
    payload: str | None
    message_ref: str
    reason: str
    sent_at: datetime | None
    edition: int = 1

    @property
    def public_id(self) -> str:
        """A short id that never changes, for footers, metadata and nonces: 25 characters at most.

        The date keeps it apart from those of an earlier store in the same channel's history.
        """
        edition = f".{_short(self.edition)}" if self.edition > 1 else ""
        own = f"{_short(self.subscription_id)}-{_short(self.id)}"
        return f"{self.local_date:%y%m%d}-{own}{edition}"


@dataclass(frozen=True, slots=True)
class Claimed:
    """What a worker holds while its lease lasts.

    Where `may_have_missed` is false, no day of the subscription was missed in the last month.
    """

    delivery: Delivery
    subscription: Subscription
    may_have_missed: bool = True


def delivery_number(text: str) -> int | None:
    """The number of the delivery whose `public_id` this is; None if it cannot be one."""
    parts = text.strip().lower().partition(".")[0].split("-")
    if len(parts) != 3 or not all(_IN_BASE_36.fullmatch(part) for part in parts):  # noqa: PLR2004 - day, subscription, delivery
        return None
    return int(parts[2], len(_DIGITS))


def _short(number: int) -> str:
    """The number in base 36."""
    digits = ""
    while number >= len(_DIGITS):
        number, rest = divmod(number, len(_DIGITS))
        digits = _DIGITS[rest] + digits
    return _DIGITS[number] + digits

"""What a platform must do to be posted to, and what it may answer. Knows no platform."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, Protocol

from bot.errors import BriefingError

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import timedelta

    from bot.core.ledger import Claimed, Wish

# What an owner is told whose time zone was taken out of the list of zones.
ZONE_GONE: Final = "zone_gone"


@dataclass(frozen=True, slots=True)
class Sent:
    """The post stands in the channel, under this id of the platform."""

    message_ref: str


@dataclass(frozen=True, slots=True)
class Refused:
    """Nothing was posted, for certain. `permanent` says that trying again is useless."""

    reason: str
    permanent: bool


@dataclass(frozen=True, slots=True)
class RetryAfter:
    """Nothing was posted; the platform wants no request to `scope` for so many seconds."""

    seconds: float
    scope: Literal["channel", "workspace"]


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """The request left, and nobody knows whether it was carried out."""

    reason: str


SendResult = Sent | Refused | RetryAfter | Ambiguous


class CannotLook(BriefingError):
    """The channel's history cannot be read: never (`forever`), or not right now."""

    def __init__(self, reason: str, *, forever: bool) -> None:
        """Say why."""
        super().__init__(f"the channel's history cannot be read: {reason}")
        self.reason = reason
        self.forever = forever


class Platform(Protocol):
    """A place to post to. Its methods are called by several threads at once.

    The adapter judges what an error of its SDK means. It never tries a second time, and it
    switches the retries of its SDK off.
    """

    @property
    def name(self) -> str:
        """What a wish calls it, as in "slack"."""

    @property
    def request_limit(self) -> timedelta:
        """The longest that one request may take in all; no byte of it leaves later."""

    def send(self, claimed: Claimed, payload: str, *, still_mine: Callable[[], bool]) -> SendResult:
        """Post `payload` with `claimed.delivery.public_id` in it, so that `find` can see it.

        Calls `still_mine` as the last thing before the request is written, connections being
        open by then; if it is false, nothing is written and the answer is Refused, not for
        good. A process that is stopped between that call and the write, for longer than its
        lease, can still double a post, unless the platform itself drops the second one
        (Discord's nonce). No design on our side removes that.

        A digest that is sent again carries the reference of its earlier post in
        `claimed.delivery.message_ref`: that post is edited, so that it carries the new
        `public_id`; a new one is made only if it is gone.
        """

    def find(self, claimed: Claimed) -> str | None:
        """The platform's id of the post with this delivery's `public_id`; None if there is none.

        Raises:
            CannotLook: the history cannot be read.
        """

    def finish(
        self,
        claimed: Claimed,
        payload: str,
        message_ref: str,
        *,
        still_mine: Callable[[], bool],
    ) -> None:
        """Post what belongs under the parent message `message_ref` and is not there yet.

        Called once the parent stands and before that is settled, so that whoever takes over
        from a process that died in between calls it again: it looks at what is there first.
        Asks `still_mine` before each request, and ends if it is false: whoever holds the
        delivery next goes on. Ordinary trouble is logged and not raised: the parent stands,
        whatever becomes of the rest.
        """

    def tell_owner(self, wish: Wish, reason: str) -> None:
        """Tell `wish.owner` that the digest was paused, and why.

        One direct message in plain words, in the language of the wish; not tried again.
        `reason` is the platform's own, as in `Refused`, or ZONE_GONE.
        """

"""Takes one claimed delivery to its channel, or finds out whether the last holder did.

The order is the guarantee: commit `sending` while the lease outlasts the request, send once,
add what belongs under the post, settle. A process that dies in between leaves a row in `sending`;
whoever claims it after the lease looks into the channel before anything is sent again. What
remains is said in port.py.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Literal

from bot.delivery.failpoints import failpoint
from bot.delivery.means import NOT_ACTIVE, NOTHING_NEW
from bot.delivery.payload import topics_shown
from bot.delivery.port import Ambiguous, CannotLook, Refused, RetryAfter, Sent
from bot.store import StoreUnavailable
from bot.store.claims import EXPIRED
from bot.store.due import MISSED
from bot.store.memory import Shown

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from bot.core.ledger import Claimed, Delivery, Subscription
    from bot.delivery.limits import Limits
    from bot.delivery.means import Means
    from bot.delivery.port import Platform

Outcome = Literal[
    "sent", "found", "skipped", "failed", "unknown", "put_off", "ambiguous", "lost", "error"
]
_logger = logging.getLogger(__name__)
# Between two tries to write what became of a post while the store is away.
_STORE_PAUSE = 0.5
# Nobody switched this platform on here; another process may have it, or a later start.
_OFF, _OFF_PAUSE = "this platform is not switched on", timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Held:
    """A claimed delivery, with the monotonic second at which the lease was taken."""

    claimed: Claimed
    since: float


class Courier:
    """Handles one delivery at a time per thread; several threads may share it."""

    def __init__(self, means: Means, limits: Limits) -> None:
        """Work with `means`; what a platform asks for is noted in `limits`."""
        self._means = means
        self._ledger = means.store.ledger
        self._limits = limits

    def deliver(self, held: Held) -> Outcome:
        """Render, send and settle a pending delivery; nothing is raised."""
        return self._told(held, self._deliver)

    def clear_up(self, held: Held) -> Outcome:
        """Look whether an ambiguous delivery is out; settle it, or make it pending again."""
        return self._told(held, self._clear_up)

    def tell_owner(self, paused: Subscription, reason: str) -> None:
        """Say once that nothing comes any more, and why; nothing is raised."""
        platform = self._means.platforms.get(paused.wish.platform)
        try:
            if platform is not None:
                platform.tell_owner(paused.wish, reason)
        except Exception:
            _logger.exception("the owner of subscription %d could not be told", paused.id)

    def is_too_old(self, held: Held) -> bool:
        """Whether the grace period is over."""
        return self._means.clock() - held.claimed.delivery.due_at > self._means.terms.grace

    def put_off(self, held: Held, wait: timedelta, reason: str) -> Outcome:
        """Give a delivery back that certainly is not out."""
        delivery = held.claimed.delivery
        until = self._means.clock() + wait
        given = self._settle(
            held,
            lambda: self._ledger.retry_later(
                delivery.id, delivery.token, not_before=until, reason=reason
            ),
        )
        failpoint("after_give_back")
        return "put_off" if given else "lost"

    def _told(self, held: Held, step: Callable[[Held], Outcome]) -> Outcome:
        """Take the step and tell what came of it."""
        outcome = self._guarded(held, step)
        self._means.on_outcome(held.claimed, outcome)
        return outcome

    def _guarded(self, held: Held, step: Callable[[Held], Outcome]) -> Outcome:
        try:
            return step(held)
        except StoreUnavailable as error:
            # Whether the last write was kept is not known: the lease runs out and tells. Of a
            # server that comes back by itself the schedule tells, once for all deliveries.
            level = logging.DEBUG if error.passes else logging.WARNING
            _logger.log(level, "%s left to its lease: %s", _name(held), error)
        except Exception:
            _logger.exception("%s left to its lease", _name(held))
        return "error"

    def _deliver(self, held: Held) -> Outcome:
        delivery, now = held.claimed.delivery, self._means.clock()
        platform = self._means.platforms.get(held.claimed.subscription.wish.platform)
        if held.claimed.subscription.state != "active":
            return self._skip(held, NOT_ACTIVE)
        if now - delivery.due_at > self._means.terms.grace and delivery.edition == 1:
            return self._skip(held, EXPIRED)
        if platform is None:
            return self.put_off(held, _OFF_PAUSE, _OFF)
        try:
            payload = delivery.payload or self._render(held.claimed, now)
        except Exception as error:  # noqa: BLE001 - logged with its traceback there
            return self.put_off(held, self._backoff(delivery), _why_unmade(held, error))
        failpoint("after_render")
        if payload is None:
            return self._skip(held, NOTHING_NEW)
        return self._post(held, platform, payload)

    def _render(self, claimed: Claimed, now: datetime) -> str | None:
        late_by = now - claimed.delivery.due_at
        # What is out already and is only edited did not come late.
        if late_by < self._means.terms.late_after or claimed.delivery.message_ref:
            late_by = timedelta(0)
        return self._means.render(claimed, now, late_by, self._missed_before(claimed))

    def _missed_before(self, claimed: Claimed) -> tuple[Delivery, ...]:
        """The days missed since the last digest that went out, oldest first."""
        if not claimed.may_have_missed:
            return ()
        delivery = claimed.delivery
        missed: list[Delivery] = []
        for one in self._ledger.of_subscription(delivery.subscription_id, limit=32):
            if one.local_date >= delivery.local_date:
                continue
            if one.sent_at is not None:
                break
            if one.state == "skipped" and one.reason in {MISSED, EXPIRED}:
                missed.append(one)
        return tuple(reversed(missed))

    def _post(self, held: Held, platform: Platform, payload: str) -> Outcome:
        delivery = held.claimed.delivery
        failpoint("before_sending")
        may_send = self._ledger.begin_sending(
            delivery.id,
            delivery.token,
            now=self._means.clock(),
            payload=payload,
            request_limit=platform.request_limit,
        )
        if not may_send:
            return "lost"
        failpoint("after_sending")
        try:
            result = platform.send(
                held.claimed, payload, still_mine=lambda: self._is_mine(held, platform)
            )
        except Exception as error:
            _logger.exception("%s: the platform's adapter broke", _name(held))
            result = Ambiguous(type(error).__name__)
        failpoint("after_send")
        match result:
            case Sent(message_ref):
                return self._conclude(held, platform, payload, message_ref)
            case Refused(reason, permanent=True):
                return self._give_up(held, reason)
            case Refused(reason):
                return self.put_off(held, self._backoff(held.claimed.delivery), reason)
            case RetryAfter():
                return self._obey(held, result)
            case Ambiguous(reason):
                _logger.warning("%s may be out or not: %s", _name(held), reason)
                return "ambiguous"

    def _conclude(self, held: Held, platform: Platform, payload: str, message_ref: str) -> Outcome:
        """The parent stands: add the rest and settle."""
        if not self._finish(held, platform, payload, message_ref):
            return "ambiguous"
        return "sent" if self._settle_sent(held, payload, message_ref) else "lost"

    def _finish(self, held: Held, platform: Platform, payload: str, message_ref: str) -> bool:
        """Add what belongs under the post; False if the lease ran out before it was all there.

        Then it is left in `sending`, and whoever holds it next goes on. Other trouble is no
        reason to call the post unsent.
        """
        was_mine = True

        def still_mine() -> bool:
            nonlocal was_mine
            was_mine = was_mine and self._is_mine(held, platform)
            return was_mine

        try:
            platform.finish(held.claimed, payload, message_ref, still_mine=still_mine)
        except Exception:
            _logger.exception("%s is out without all that belongs under it", _name(held))
        age = self._means.clock() - held.claimed.delivery.due_at
        return was_mine or age > self._means.terms.grace

    def _is_mine(self, held: Held, platform: Platform) -> bool:
        """Whether the lease outlasts a request by both clocks, either of which may be wrong.

        The wall clock can be set back while a process stands still; the monotonic one does not
        count the sleep of a machine.
        """
        left = held.since + self._means.terms.lease.total_seconds() - self._means.monotonic()
        until = held.claimed.delivery.lease_until
        return (
            left > platform.request_limit.total_seconds()
            and until is not None
            and until > self._means.clock() + platform.request_limit
        )

    def _settle_sent(self, held: Held, payload: str, message_ref: str) -> bool:
        delivery = held.claimed.delivery
        seen = Shown(held.claimed.subscription.wish.channel_key, topics_shown(payload))
        return self._settle(
            held,
            lambda: self._ledger.settle_sent(
                delivery.id,
                delivery.token,
                now=self._means.clock(),
                message_ref=message_ref,
                shown=seen,
            ),
        )

    def _give_up(self, held: Held, reason: str) -> Outcome:
        """Pause the subscription first: should this process die, nothing asks the channel again."""
        delivery, subscription = held.claimed.delivery, held.claimed.subscription
        self._means.store.subscriptions.pause(subscription.id, reason)
        settled = self._settle(
            held,
            lambda: self._ledger.settle_failed(
                delivery.id, delivery.token, now=self._means.clock(), reason=reason
            ),
        )
        if not settled:
            return "lost"
        _logger.warning("%s is given up, and its plan is paused: %s", _name(held), reason)
        self.tell_owner(subscription, reason)
        return "failed"

    def _obey(self, held: Held, asked: RetryAfter) -> Outcome:
        wish, now = held.claimed.subscription.wish, self._means.monotonic()
        wait = timedelta(seconds=asked.seconds)
        if asked.scope == "channel":
            self._limits.block_channel(wish, now + asked.seconds, now)
        else:
            self._limits.block_workspace(wish, now + asked.seconds, now)
            self._ledger.block(wish.workspace_key, self._means.clock() + wait)
        return self.put_off(held, wait, f"the platform asked to wait {asked.seconds:g} s")

    def _skip(self, held: Held, reason: str) -> Outcome:
        delivery = held.claimed.delivery
        settled = self._settle(
            held,
            lambda: self._ledger.settle_skipped(
                delivery.id, delivery.token, now=self._means.clock(), reason=reason
            ),
        )
        return "skipped" if settled else "lost"

    def _clear_up(self, held: Held) -> Outcome:
        platform = self._means.platforms.get(held.claimed.subscription.wish.platform)
        if platform is None:
            return self._settle_unknown(held, _OFF) if self.is_too_old(held) else "ambiguous"
        failpoint("before_look")
        try:
            message_ref = platform.find(held.claimed)
        except CannotLook as error:
            return self._settle_unseen(held, error)
        failpoint("after_look")
        if message_ref is not None:
            payload = held.claimed.delivery.payload or ""
            outcome = self._conclude(held, platform, payload, message_ref)
            return "found" if outcome == "sent" else outcome
        return self.put_off(held, timedelta(0), "it did not reach the channel")

    def _settle_unseen(self, held: Held, error: CannotLook) -> Outcome:
        too_old = self.is_too_old(held)
        if not (error.forever or too_old):
            return "ambiguous"
        if self._means.terms.resend_unseen and not too_old:
            return self.put_off(held, timedelta(0), str(error))
        return self._settle_unknown(held, str(error))

    def _settle_unknown(self, held: Held, reason: str) -> Outcome:
        delivery = held.claimed.delivery
        settled = self._settle(
            held,
            lambda: self._ledger.settle_unknown(
                delivery.id, delivery.token, now=self._means.clock(), reason=reason
            ),
        )
        return "unknown" if settled else "lost"

    def _settle(self, held: Held, write: Callable[[], bool]) -> bool:
        """Write what became of the delivery, again and again while the store is away.

        After the lease somebody else looks into the channel, so there is no need to go on.
        """
        failpoint("before_settle")
        end = held.since + self._means.terms.lease.total_seconds()
        while True:
            try:
                settled = write()
                break
            except StoreUnavailable:
                if self._means.monotonic() >= end:
                    raise
                self._means.pause(_STORE_PAUSE)
        failpoint("after_settle")
        return settled

    def _backoff(self, delivery: Delivery) -> timedelta:
        return self._means.terms.backoff(delivery.attempt)


def _why_unmade(held: Held, error: Exception) -> str:
    """Why there is no payload; a store that is away is no fault of the renderer's."""
    if isinstance(error, StoreUnavailable):
        return str(error)
    _logger.error("%s cannot be rendered", _name(held), exc_info=error)
    return f"it could not be rendered ({type(error).__name__})"


def _name(held: Held) -> str:
    return f"delivery {held.claimed.delivery.public_id}"

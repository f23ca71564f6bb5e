"""The delivery loop: enter what is due, claim it, hand it to senders, until nothing is left.

Any number of processes may run it on one store; the ledger hands out the work, and nothing else
coordinates them.
"""

from __future__ import annotations

import logging
from collections import Counter, deque
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field
from datetime import timedelta
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING

from bot.delivery.courier import Courier, Held
from bot.delivery.failpoints import failpoint
from bot.delivery.limits import Limits
from bot.delivery.port import ZONE_GONE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from typing import Self

    from bot.delivery.courier import Outcome
    from bot.delivery.means import Means

_logger = logging.getLogger(__name__)
# How often a long round looks again for what has become due or ambiguous meanwhile.
_LOOK_AGAIN = 5.0
# How long a claimed delivery may wait here for its workspace before it is given back.
_PATIENCE = 2.0
_GIVEN_BACK = timedelta(seconds=5)
_TICK = 0.05
# Senders that are through with a claim in less than so many seconds are given more at once,
# up to so many times as many.
_QUICKLY = 0.25
_LARGEST_CLAIM = 8


@dataclass(slots=True)
class _Turn:
    """What one call of `deliver_once` has in hand.

    `held_back` of the queue may not go yet, since their channel or workspace asked for time.
    """

    queue: deque[Held] = field(default_factory=deque)
    held_back: int = 0
    running: dict[Future[Outcome], Held] = field(default_factory=dict)
    done: SimpleQueue[Future[Outcome]] = field(default_factory=SimpleQueue)
    counts: Counter[str] = field(default_factory=Counter)
    looked_at: float = float("-inf")
    more_due: bool = True
    more_pending: bool = True
    claimed_at: float = float("-inf")
    batch: int = 1


def next_batch(batch: int, took: float) -> int:
    """How many times what the senders take at once to claim next, if the last lot took so long.

    Twice as much while that goes quickly, else half of it: what is claimed must go out, or be
    given back, long before its lease ends.
    """
    return min(_LARGEST_CLAIM, 2 * batch) if took < _QUICKLY else max(1, batch // 2)


class Loop:
    """The senders of one process. One thread may call it at a time."""

    def __init__(self, means: Means) -> None:
        """Start the sender threads."""
        terms = means.terms
        self._means = means
        self._ledger = means.store.ledger
        self._limits = Limits(
            channel_pause=terms.channel_pause.total_seconds(),
            at_once=max(1, terms.threads * 3 // 4),
        )
        self._courier = Courier(means, self._limits)
        self._threads = ThreadPoolExecutor(terms.threads, thread_name_prefix="sender")
        # Ambiguous deliveries wait here, over several rounds, until no request of their last
        # holder can be under way, even if a jump of the clock made its lease lapse early.
        self._ambiguous: list[Held] = []
        self._stopping = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let running requests end and stop the sender threads."""
        self._stopping = True
        self._threads.shutdown()

    def stop(self) -> None:
        """Have a running `deliver_once` claim nothing more; any thread may call this."""
        self._stopping = True

    def deliver_once(self) -> Mapping[str, int]:
        """Deliver all that is due now; how often what happened, by the names of outcomes.

        What must wait longer than a moment stays in the ledger for a later call.

        Raises:
            bot.store.StoreUnavailable: the store is away; what was claimed is left to its lease.
        """
        turn = _Turn()
        try:
            while self._take_in(turn):
                self._start(turn)
                self._await(turn)
        finally:
            wait(turn.running)
            self._count(turn, list(turn.running))
        return dict(sorted(turn.counts.items()))

    def _take_in(self, turn: _Turn) -> bool:
        """Claim as much as fits; whether anything is left to do in this round."""
        if self._stopping:
            self._give_back(turn, turn.queue)
            turn.queue.clear()
            return bool(turn.running)
        self._look_again(turn)
        self._enter_due(turn)
        self._claim(turn)
        return bool(turn.queue or turn.running or turn.more_due or turn.more_pending)

    def _look_again(self, turn: _Turn) -> None:
        now = self._means.monotonic()
        if now < turn.looked_at + _LOOK_AGAIN:
            return
        turn.looked_at, turn.more_due, turn.more_pending = now, True, True
        turn.counts["expired"] += self._ledger.expire(
            self._means.clock(), grace=self._means.terms.grace
        )
        unclear = self._ledger.claim_ambiguous(
            self._means.clock(),
            token=self._means.new_token(),
            lease=self._means.terms.lease,
            limit=self._means.terms.threads * 8,
        )
        self._ambiguous += [Held(each, now) for each in unclear]
        if unclear:
            failpoint("after_claim_ambiguous")
        for held in self._ripe_ambiguous(now):
            self._submit(turn, self._courier.clear_up, held)

    def _ripe_ambiguous(self, now: float) -> list[Held]:
        """Those that have waited for the longest request; the others go on waiting."""
        lease = self._means.terms.lease.total_seconds()
        ripe: list[Held] = []
        waiting: list[Held] = []
        for held in self._ambiguous:
            platform = self._means.platforms.get(held.claimed.subscription.wish.platform)
            age = now - held.since
            if platform is None:
                # Whoever has the platform may look, until nobody needs to any more.
                if self._courier.is_too_old(held):
                    ripe.append(held)
                continue
            if age > lease - platform.request_limit.total_seconds():
                continue
            ripe_now = age >= platform.request_limit.total_seconds()
            (ripe if ripe_now else waiting).append(held)
        self._ambiguous = waiting
        return ripe

    def _enter_due(self, turn: _Turn) -> None:
        if turn.more_due:
            terms = self._means.terms
            entered = self._ledger.insert_due(
                self._means.clock(),
                limit=terms.insert_batch,
                grace=terms.grace,
                on_paused=lambda one: self._courier.tell_owner(one, ZONE_GONE),
            )
            if entered:
                failpoint("after_insert")
            turn.counts["entered"] += entered
            turn.more_due = entered > 0
            turn.more_pending |= entered > 0

    def _claim(self, turn: _Turn) -> None:
        threads = self._means.terms.threads
        # What is held back keeps no sender busy: the others would wait for it.
        in_hand = len(turn.queue) - turn.held_back + len(turn.running)
        if not turn.more_pending or in_hand > threads:
            return
        # Read before the claim, so that by this clock a lease never seems longer than it is.
        now = self._means.monotonic()
        turn.batch = next_batch(turn.batch, now - turn.claimed_at)
        turn.claimed_at = now
        room = (1 + turn.batch) * threads - in_hand
        claimed = self._ledger.claim(
            self._means.clock(),
            token=self._means.new_token(),
            lease=self._means.terms.lease,
            limit=room,
        )
        if claimed:
            failpoint("after_claim")
        turn.counts["claimed"] += len(claimed)
        turn.more_pending = bool(claimed)
        turn.queue += [Held(each, now) for each in claimed]

    def _start(self, turn: _Turn) -> None:
        """Hand to the senders what may go now; keep what may go in a moment; give back the rest."""
        waiting: deque[Held] = deque()
        turn.held_back = 0
        too_long: list[Held] = []
        at_once = 2 * self._means.terms.threads
        for held in turn.queue:
            wish, now = held.claimed.subscription.wish, self._means.monotonic()
            seconds = self._limits.seconds_to_wait(wish, now)
            if seconds > _PATIENCE or now - held.since > _PATIENCE:
                too_long.append(held)
            elif seconds == 0 and len(turn.running) < at_once and self._limits.enter(wish):
                self._submit(turn, self._deliver, held)
            else:
                waiting.append(held)
                turn.held_back += seconds > 0
        turn.queue = waiting
        self._give_back(turn, too_long)

    def _submit(self, turn: _Turn, step: Callable[[Held], Outcome], held: Held) -> None:
        future = self._threads.submit(step, held)
        turn.running[future] = held
        future.add_done_callback(turn.done.put)

    def _deliver(self, held: Held) -> Outcome:
        try:
            return self._courier.deliver(held)
        finally:
            self._limits.leave(held.claimed.subscription.wish, self._means.monotonic())

    def _give_back(self, turn: _Turn, held: Iterable[Held]) -> None:
        for each in held:
            seconds = self._limits.seconds_to_wait(
                each.claimed.subscription.wish, self._means.monotonic()
            )
            pause = max(_GIVEN_BACK, timedelta(seconds=seconds))
            if self._stopping:
                pause = timedelta(0)
            turn.counts[self._courier.put_off(each, pause, "others were first")] += 1

    def _await(self, turn: _Turn) -> None:
        """Wait until a sender is free, or until something that waits may go."""
        if turn.running:
            self._count(turn, _finished(turn.done))
        elif turn.queue:
            self._means.pause(_TICK)

    def _count(self, turn: _Turn, done: Iterable[Future[Outcome]]) -> None:
        for future in done:
            del turn.running[future]
            outcome = future.result()
            turn.counts[outcome] += 1
            # What did not reach its channel may go again at once.
            turn.more_pending |= outcome == "put_off"


def _finished(done: SimpleQueue[Future[Outcome]]) -> list[Future[Outcome]]:
    """Those that are through, once one is; none if that takes long."""
    found: list[Future[Outcome]] = []
    try:
        found.append(done.get(timeout=_LOOK_AGAIN))
        while True:
            found.append(done.get_nowait())
    except Empty:
        return found

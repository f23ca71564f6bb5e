"""The ledger against a model: any sequence of steps leaves both in the same state."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from sqlalchemy import delete
from store.orders import wish

from bot.store import Store, open_store
from bot.store.schema import metadata

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_START = datetime(2025, 1, 20, 5, 0, tzinfo=UTC)
_LEASE = timedelta(minutes=2)
_REQUEST = timedelta(seconds=20)
_GRACE = timedelta(hours=3)
_DAY = timedelta(days=1)
_TOKENS = st.sampled_from(["a", "b"])
_CHANNELS = st.sampled_from(["k0", "k1", "k2"])
_PICKS = st.integers(0, 3)
_OPEN = ("pending", "sending")
_SETTLED = ("sent", "unknown", "skipped", "failed")


@dataclass
class Row:
    """A delivery as the model has it."""

    channel: str
    due: datetime
    state: str
    not_before: datetime
    turn: int
    fresh: datetime
    token: str = ""
    lease: datetime | None = None
    attempt: int = 0
    edition: int = 1
    payload: str | None = None
    reason: str = ""
    sent: datetime | None = None

    def give_up(self, state: str, reason: str) -> None:
        """What is out stays out, whatever becomes of a later edition."""
        self.reason, self.lease = reason, None
        self.state = "sent" if self.sent else state
        if self.sent:
            self.payload = None

    def is_free(self, now: datetime) -> bool:
        return self.lease is None or self.lease < now


@dataclass
class Order:
    """A subscription as the model has it: every day at 07:30 UTC."""

    active: bool
    next_due: datetime | None


@dataclass
class Model:
    orders: dict[str, Order] = field(default_factory=dict)
    rows: list[Row] = field(default_factory=list)

    def insert_due(self, now: datetime) -> int:
        entered = 0
        turns: Counter[str] = Counter()
        for channel, order in sorted(
            self.orders.items(),
            key=lambda one: (one[1].next_due or now, list(self.orders).index(one[0])),
        ):
            while order.active and order.next_due is not None and order.next_due <= now:
                turns[channel] += 1
                entered += 1
                self._enter(channel, order.next_due, now, turns[channel])
                order.next_due += _DAY
        return entered

    def _enter(self, channel: str, due: datetime, now: datetime, turn: int) -> None:
        if not any(row.channel == channel and row.due == due for row in self.rows):
            late = due < now - _GRACE
            state, reason = ("skipped", "missed") if late else ("pending", "")
            self.rows.append(Row(channel, due, state, due, turn, due, reason=reason))

    def claim(self, now: datetime, token: str, limit: int) -> list[Row]:
        free = [
            row
            for row in self.rows
            if row.state == "pending" and row.not_before <= now and row.is_free(now)
        ]
        return self._take(free, now, token, limit)

    def claim_ambiguous(self, now: datetime, token: str, limit: int) -> list[Row]:
        free = [row for row in self.rows if row.state == "sending" and row.is_free(now)]
        return self._take(free, now, token, limit)

    def _take(self, free: list[Row], now: datetime, token: str, limit: int) -> list[Row]:
        ordered = sorted(free, key=lambda row: (row.not_before, row.turn, self.rows.index(row)))
        for row in ordered[:limit]:
            row.token, row.lease = token, now + _LEASE
        return ordered[:limit]


class LedgerMachine(RuleBasedStateMachine):
    """Each rule does the same to the ledger and to the model and compares what they answer."""

    store: Store
    steps = -1

    def __init__(self) -> None:
        super().__init__()
        with self.store.database.writing() as connection:
            for table in reversed(metadata.sorted_tables):
                connection.execute(delete(table))
        self.now = _START
        self.model = Model()
        self.numbers: dict[str, int] = {}
        self._begin_in_the_middle()

    @rule(minutes=st.sampled_from([1, 1, 3, 3, 200, 1440]))
    def time_passes(self, minutes: int) -> None:
        self.now += timedelta(minutes=minutes)

    @rule(channel=_CHANNELS)
    def plan(self, channel: str) -> None:
        one = self.store.subscriptions.plan(
            wish(
                channel,
                workspace=channel,
                zone="UTC",
                local_time=time(7, 30),
                weekdays=tuple(range(7)),
            ),
            self.now,
        )
        self.numbers[channel] = one.id
        self.model.orders[channel] = Order(active=True, next_due=self._upcoming())

    @rule(channel=_CHANNELS)
    def pause(self, channel: str) -> None:
        if channel not in self.numbers:
            return
        self.store.subscriptions.pause(self.numbers[channel], "Urlaub")
        self.model.orders[channel] = Order(active=False, next_due=None)
        for row in self.model.rows:
            if row.channel == channel and row.state == "pending":
                row.give_up("skipped", "Urlaub")
                row.token = ""

    @rule(channel=_CHANNELS)
    def resume(self, channel: str) -> None:
        if channel not in self.numbers:
            return
        self.store.subscriptions.resume(self.numbers[channel], self.now)
        if not self.model.orders[channel].active:
            self.model.orders[channel] = Order(active=True, next_due=self._upcoming())

    @rule()
    def insert_due(self) -> None:
        done = 0
        while entered := self.store.ledger.insert_due(self.now, limit=1000, grace=_GRACE):
            done += entered
        assert done == self.model.insert_due(self.now)

    @rule(token=_TOKENS, limit=st.integers(1, 3))
    def claim(self, token: str, limit: int) -> None:
        held = self.store.ledger.claim(self.now, token=token, lease=_LEASE, limit=limit)
        expected = self.model.claim(self.now, token, limit)
        assert [one.delivery.due_at for one in held] == [row.due for row in expected]

    @rule(token=_TOKENS, limit=st.integers(1, 3))
    def claim_ambiguous(self, token: str, limit: int) -> None:
        held = self.store.ledger.claim_ambiguous(self.now, token=token, lease=_LEASE, limit=limit)
        expected = self.model.claim_ambiguous(self.now, token, limit)
        assert [one.delivery.due_at for one in held] == [row.due for row in expected]

    @rule(pick=_PICKS, token=_TOKENS)
    def begin(self, pick: int, token: str) -> None:
        if (number := self._number(pick)) is None:
            return
        row = self.model.rows[pick]
        fits = (
            row.state in _OPEN
            and row.token == token
            and row.lease is not None
            and row.lease > self.now + _REQUEST
        )
        began = self.store.ledger.begin_sending(
            number, token, now=self.now, payload=f"von {token}", request_limit=_REQUEST
        )
        assert began == fits
        if fits:
            row.state, row.payload = "sending", f"von {token}"

    @rule(pick=_PICKS, token=_TOKENS, outcome=st.sampled_from(_SETTLED))
    def settle(self, pick: int, token: str, outcome: str) -> None:
        if (number := self._number(pick)) is None:
            return
        row, ledger = self.model.rows[pick], self.store.ledger
        before = _OPEN if outcome in {"failed", "skipped"} else ("sending",)
        repeated = row.state == outcome or (row.state == "sent" and row.reason != "")
        fits = row.token == token and (row.state in before or repeated)
        if outcome == "sent":
            settled = ledger.settle_sent(number, token, now=self.now, message_ref="m")
        else:
            act = {
                "failed": ledger.settle_failed,
                "skipped": ledger.settle_skipped,
                "unknown": ledger.settle_unknown,
            }[outcome]
            settled = act(number, token, now=self.now, reason="r")
        assert settled == fits
        if fits and outcome == "sent":
            row.state, row.lease, row.reason, row.sent = "sent", None, "", self.now
        elif fits:
            row.give_up(outcome, "r")

    @rule(pick=_PICKS, token=_TOKENS, minutes=st.sampled_from([0, 5, 600]))
    def retry_later(self, pick: int, token: str, minutes: int) -> None:
        if (number := self._number(pick)) is None:
            return
        row, then = self.model.rows[pick], self.now + timedelta(minutes=minutes)
        fits = row.token == token and row.state in _OPEN
        put_off = self.store.ledger.retry_later(number, token, not_before=then, reason="429")
        assert put_off == fits
        if fits:
            row.state, row.token, row.lease = "pending", "", None
            row.not_before, row.reason = then, "429"
            row.attempt += 1

    @rule()
    def expire(self) -> None:
        late = [
            row
            for row in self.model.rows
            if row.state == "pending" and row.fresh < self.now - _GRACE and row.is_free(self.now)
        ]
        assert self.store.ledger.expire(self.now, grace=_GRACE) == len(late)
        for row in late:
            row.give_up("skipped", "too late")
            row.token = ""

    @rule(pick=_PICKS)
    def reopen(self, pick: int) -> None:
        if (number := self._number(pick)) is None:
            return
        row = self.model.rows[pick]
        again = self.store.ledger.reopen(number, self.now)
        assert (again is not None) == (row.state in _SETTLED)
        if again is not None:
            self.model.rows[pick] = Row(
                row.channel,
                row.due,
                "pending",
                self.now,
                0,
                self.now,
                edition=row.edition + 1,
                sent=row.sent,
            )

    @invariant()
    def both_agree(self) -> None:
        self.steps += 1
        found = self.store.ledger.recent(1000)[::-1]
        names = {number: channel for channel, number in self.numbers.items()}
        assert [
            (
                names[one.subscription_id],
                one.due_at,
                one.state,
                one.not_before,
                one.token,
                one.lease_until,
                one.attempt,
                one.edition,
                one.payload,
                one.reason,
                one.sent_at,
            )
            for one in found
        ] == [
            (
                row.channel,
                row.due,
                row.state,
                row.not_before,
                row.token,
                row.lease,
                row.attempt,
                row.edition,
                row.payload,
                row.reason,
                row.sent,
            )
            for row in self.model.rows
        ]

    def _begin_in_the_middle(self) -> None:
        """Three channels are due and held: from nothing, few random steps get so far."""
        for channel in ("k0", "k1", "k2"):
            self.plan(channel)
        self.now += timedelta(hours=2, minutes=31)
        self.insert_due()
        self.claim("a", 2)

    def _number(self, pick: int) -> int | None:
        """The number of the pick-th delivery."""
        found = self.store.ledger.recent(1000)[::-1]
        return found[pick].id if pick < len(found) else None

    def _upcoming(self) -> datetime:
        today = self.now.replace(hour=7, minute=30, second=0, microsecond=0)
        return today if today > self.now else today + _DAY


def check_against_model(opened: Store, steps: int, **how: Any) -> int:
    """Take about so many steps in runs of up to fifty; how many were taken."""
    taken = 0

    class Machine(LedgerMachine):
        store = opened

        def teardown(self) -> None:
            nonlocal taken
            taken += self.steps

    runs = settings(max_examples=steps // 50, stateful_step_count=50, **how)
    run_state_machine_as_test(Machine, settings=runs)
    return taken


@pytest.mark.parametrize("steps", [2000])
def test_the_ledger_does_what_the_model_does(
    store_url: str, tmp_path: Path, steps: int, tell: Callable[[str], None]
) -> None:
    with open_store(store_url, tmp_path) as opened:
        taken = check_against_model(opened, steps)
        tell(f"machine {opened.database.kind}: steps {taken} differences 0")
    assert taken >= steps // 2

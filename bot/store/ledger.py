"""The ledger: what is due, who holds it, and what became of it.

What no ledger removes: a process that is paused between `begin_sending` and the write to the
socket, for longer than its lease, can post a digest that another has already posted.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import and_, delete, or_, select, update

from bot.store import claims, steps
from bot.store.claims import EXPIRED
from bot.store.due import enter_due, unheard
from bot.store.group_commit import GroupCommit
from bot.store.memory import note_shown
from bot.store.rows import delivery_of
from bot.store.schema import blocked, delivery

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import ColumnElement, Connection, Update

    from bot.core.ledger import Claimed, Delivery, DeliveryState
    from bot.store.calendar import IsHoliday
    from bot.store.database import Database
    from bot.store.due import OnPaused
    from bot.store.memory import Shown

GRACE = timedelta(hours=3)
SETTLED: tuple[DeliveryState, ...] = ("sent", "unknown", "skipped", "failed")


class Ledger:
    """Deliveries. Every method is one transaction and may be called by several processes.

    The small steps of threads that come at the same moment share a transaction.
    """

    def __init__(self, database: Database, is_holiday: IsHoliday) -> None:
        """Keep them in `database`."""
        self._database = database
        self._is_holiday = is_holiday
        self._commits = GroupCommit[bool](database)

    def insert_due(
        self,
        now: datetime,
        *,
        limit: int,
        grace: timedelta = GRACE,
        on_paused: OnPaused = unheard,
    ) -> int:
        """Enter what is due; how many due days were dealt with, at most `limit`.

        Call again until it is 0. A day that is older than `grace` is entered as skipped, with
        the reason "missed". A subscription whose zone is gone is paused, and `on_paused` hears
        of it once that is committed.
        """
        entered = enter_due(
            self._database, now, limit=limit, grace=grace, is_holiday=self._is_holiday
        )
        for one in entered.paused:
            on_paused(one)
        return entered.dealt_with

    def claim(
        self, now: datetime, *, token: str, lease: timedelta, limit: int
    ) -> tuple[Claimed, ...]:
        """Take pending deliveries that nobody holds, oldest first, workspaces in turn.

        Those of a workspace that is blocked stay where they are.
        """
        with self._database.writing() as connection:
            return claims.take(
                connection, claims.PENDING, now=now, token=token, until=now + lease, limit=limit
            )

    def claim_ambiguous(
        self, now: datetime, *, token: str, lease: timedelta, limit: int
    ) -> tuple[Claimed, ...]:
        """Take deliveries in `sending` whose lease has lapsed: they may or may not be out."""
        with self._database.writing() as connection:
            return claims.take(
                connection, claims.AMBIGUOUS, now=now, token=token, until=now + lease, limit=limit
            )

    def begin_sending(
        self,
        delivery_id: int,
        token: str,
        *,
        now: datetime,
        payload: str,
        request_limit: timedelta,
    ) -> bool:
        """Commit that the request goes out now. False: do not send it.

        True only while the lease outlasts the request. An ambiguous delivery that was looked
        for and not found begins again with its new token.
        """
        until = now + request_limit
        return self._change(delivery_id, token, steps.BEGIN, lasts_until=until, content=payload)

    def settle_sent(
        self,
        delivery_id: int,
        token: str,
        *,
        now: datetime,
        message_ref: str,
        shown: Shown | None = None,
    ) -> bool:
        """The platform returned an id. False: somebody else holds the delivery now.

        What the channel was `shown` by it is remembered in the same transaction. This and the
        other settlements may be repeated with the same token.
        """
        bound = {"number": delivery_id, "holder": token, "at": now, "message": message_ref}

        def settle(connection: Connection) -> bool:
            settled = connection.execute(steps.SENT, bound | {"why": ""}).rowcount == 1
            if settled and shown is not None:
                note_shown(connection, self._database, shown, now)
            return settled

        return self._commits.run(settle)

    def settle_failed(self, delivery_id: int, token: str, *, now: datetime, reason: str) -> bool:
        """The platform refused it for good."""
        return self._change(delivery_id, token, steps.FAILED, at=now, why=reason)

    def settle_skipped(self, delivery_id: int, token: str, *, now: datetime, reason: str) -> bool:
        """Nothing was sent, on purpose."""
        return self._change(delivery_id, token, steps.SKIPPED, at=now, why=reason)

    def settle_unknown(self, delivery_id: int, token: str, *, now: datetime, reason: str) -> bool:
        """It may be out or not, and nobody can tell."""
        return self._change(delivery_id, token, steps.UNKNOWN, at=now, why=reason)

    def retry_later(
        self, delivery_id: int, token: str, *, not_before: datetime, reason: str
    ) -> bool:
        """Give it back, to be claimed again from `not_before` on; it certainly is not out."""
        return self._change(delivery_id, token, steps.LATER, at=not_before, why=reason)

    def expire(self, now: datetime, *, grace: timedelta = GRACE) -> int:
        """Give up what is pending, held by nobody and older than `grace`; how many.

        It is skipped, or `sent` as before if an earlier edition is out.
        """
        table = delivery.c
        late = (
            update(delivery)
            .where(table.state == "pending", table.fresh_from < now - grace)
            .where(or_(table.lease_until.is_(None), table.lease_until < now))
            .values(steps.given_up("skipped"))
            .values(reason=EXPIRED, settled_at=now, lease_until=None, token="")
        )
        with self._database.writing() as connection:
            return connection.execute(late).rowcount

    def block(self, workspace_key: str, until: datetime) -> None:
        """Let nobody claim for this workspace before `until` (Retry-After); never shortens."""
        new = self._database.insert(blocked).values(workspace=workspace_key, until=until)
        longer = new.on_conflict_do_update(
            index_elements=["workspace"], set_={"until": until}, where=blocked.c.until < until
        )
        with self._database.writing() as connection:
            connection.execute(longer)

    def blocked_until(self, workspace_key: str) -> datetime | None:
        """The latest time given to `block`; it may have passed."""
        wanted = select(blocked.c.until).where(blocked.c.workspace == workspace_key)
        with self._database.reading() as connection:
            return connection.execute(wanted).scalar()

    def forget_blocks_before(self, when: datetime) -> int:
        """Delete what was given to `block` and has passed by then; how many workspaces."""
        passed = delete(blocked).where(blocked.c.until < when)
        with self._database.writing() as connection:
            return connection.execute(passed).rowcount

    def get(self, delivery_id: int) -> Delivery | None:
        """The delivery with this number."""
        return next(iter(self._select(delivery.c.id == delivery_id, limit=1)), None)

    def recent(self, limit: int, *, state: DeliveryState | None = None) -> tuple[Delivery, ...]:
        """The deliveries that were entered last, newest first."""
        return self._select(None if state is None else delivery.c.state == state, limit=limit)

    def of_subscription(self, subscription_id: int, *, limit: int = 100) -> tuple[Delivery, ...]:
        """The deliveries of a subscription, newest first."""
        return self._select(delivery.c.subscription_id == subscription_id, limit=limit)

    def last_sent(self, subscription_id: int) -> Delivery | None:
        """What went out last."""
        sent = and_(delivery.c.subscription_id == subscription_id, delivery.c.state == "sent")
        return next(iter(self._select(sent, limit=1)), None)

    def reopen(self, delivery_id: int, now: datetime) -> Delivery | None:
        """Make a settled delivery pending again as a new edition; None if it is not settled.

        It is rendered anew and has a grace period of its own. It keeps the reference of the
        post that is out, so that this one is edited, and when it was sent: if nothing comes of
        the new edition it is `sent` again.
        """
        again = (
            update(delivery)
            .where(delivery.c.id == delivery_id, delivery.c.state.in_(SETTLED))
            .values(
                state="pending",
                not_before=now,
                fresh_from=now,
                turn=0,
                attempt=0,
                edition=delivery.c.edition + 1,
                token="",
                lease_until=None,
                payload=None,
                reason="",
                settled_at=None,
            )
            .returning(delivery)
        )
        with self._database.writing() as connection:
            row = connection.execute(again).mappings().first()
        return delivery_of(row) if row else None

    def forget_before(self, when: datetime) -> int:
        """Delete settled deliveries that were due before `when`; how many."""
        old = delete(delivery).where(delivery.c.due_at < when, delivery.c.state.in_(SETTLED))
        with self._database.writing() as connection:
            return connection.execute(old).rowcount

    def _change(self, delivery_id: int, token: str, step: Update, **values: object) -> bool:
        bound = {"number": delivery_id, "holder": token, **values}
        return self._commits.run(lambda open_: open_.execute(step, bound).rowcount == 1)

    def _select(self, which: ColumnElement[bool] | None, *, limit: int) -> tuple[Delivery, ...]:
        newest = select(delivery).order_by(delivery.c.id.desc()).limit(limit)
        with self._database.reading() as connection:
            rows = connection.execute(newest if which is None else newest.where(which))
            return tuple(map(delivery_of, rows.mappings()))

"""The steps of a delivery as statements, built once: building one takes longer than running it.

Each changes the delivery `number` only if `holder` holds it and it is in a state that fits.
What is out stays out: if an edition after one that was sent is given up, the delivery is `sent`
as before, and the reason says why there is no newer edition.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import and_, bindparam, case, null, or_, update

from bot.store.columns import Moment
from bot.store.schema import delivery

if TYPE_CHECKING:
    from sqlalchemy import Case, ColumnElement, Update

    from bot.core.ledger import DeliveryState


def given_up(state: DeliveryState) -> dict[str, Case[str | None]]:
    """What changes in a delivery that ends in `state`, for an update; `sent` if any edition is out.

    The payload of an edition that is not out says nothing of the one that is.
    """
    table = delivery.c
    is_out = table.sent_at.is_not(None)
    return {
        "state": case((is_out, "sent"), else_=state),
        "payload": case((is_out, null()), else_=table.payload),
    }


def _is(state: DeliveryState) -> ColumnElement[bool]:
    return delivery.c.state == state


def _step(fits: ColumnElement[bool]) -> Update:
    table = delivery.c
    return update(delivery).where(
        table.id == bindparam("number"), table.token == bindparam("holder"), fits
    )


def _end(fits: ColumnElement[bool]) -> Update:
    return _step(fits).values(
        reason=bindparam("why"), settled_at=bindparam("at", type_=Moment), lease_until=None
    )


# Settling again with the same token changes nothing: who did not hear of the first time may ask
# twice. Each settlement therefore also fits what it comes to itself.


def _giving_up(state: DeliveryState, *states: DeliveryState) -> Update:
    # What is out has a reason only if a later edition was given up.
    given_up_before = and_(_is("sent"), delivery.c.reason != "")
    return _end(or_(given_up_before, *map(_is, (*states, state)))).values(given_up(state))


_IS_OPEN = or_(_is("pending"), _is("sending"))
BEGIN = (
    _step(_IS_OPEN)
    .where(delivery.c.lease_until > bindparam("lasts_until", type_=Moment))
    .values(state="sending", payload=bindparam("content"))
)
SENT = _end(or_(_is("sending"), _is("sent"))).values(
    state="sent", sent_at=bindparam("at", type_=Moment), message_ref=bindparam("message")
)
FAILED = _giving_up("failed", "pending", "sending")
SKIPPED = _giving_up("skipped", "pending", "sending")
UNKNOWN = _giving_up("unknown", "sending")
LATER = _step(_IS_OPEN).values(
    state="pending",
    not_before=bindparam("at", type_=Moment),
    attempt=delivery.c.attempt + 1,
    reason=bindparam("why"),
    token="",
    lease_until=None,
)

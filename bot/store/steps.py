"""The steps of a delivery as statements, built once: building one takes longer than running it.

Each changes the delivery `number` only if `holder` holds it and it is in a state that fits.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, or_, update

from bot.store.columns import Moment
from bot.store.schema import delivery

if TYPE_CHECKING:
    from sqlalchemy import Update

    from bot.core.ledger import DeliveryState


def _step(*states: DeliveryState) -> Update:
    table = delivery.c
    return update(delivery).where(
        table.id == bindparam("number"),
        table.token == bindparam("holder"),
        or_(*(table.state == state for state in states)),
    )


def _settling(state: DeliveryState, *states: DeliveryState) -> Update:
    # Settling again with the same token changes nothing: who did not hear of the first time
    # may ask twice.
    return _step(*states, state).values(
        state=state,
        reason=bindparam("why"),
        settled_at=bindparam("at", type_=Moment),
        lease_until=None,
    )


BEGIN = (
    _step("pending", "sending")
    .where(delivery.c.lease_until > bindparam("lasts_until", type_=Moment))
    .values(state="sending", payload=bindparam("content"))
)
SENT = _settling("sent", "sending").values(
    sent_at=bindparam("at", type_=Moment), message_ref=bindparam("message")
)
FAILED = _settling("failed", "pending", "sending")
SKIPPED = _settling("skipped", "pending", "sending")
UNKNOWN = _settling("unknown", "sending")
LATER = _step("pending", "sending").values(
    state="pending",
    not_before=bindparam("at", type_=Moment),
    attempt=delivery.c.attempt + 1,
    reason=bindparam("why"),
    token="",
    lease_until=None,
)

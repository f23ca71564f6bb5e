"""Standing orders, deliveries and what a check found, as data for JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime
    from pathlib import Path

    from bot.core.ledger import Delivery, Subscription
    from bot.findings import Finding
    from bot.formats.as_json import Json, JsonObject

_SCHEMA = 1


def subscriptions_as_dict(orders: Sequence[Subscription]) -> JsonObject:
    """All orders; moments are ISO in UTC, weekdays count from 0 for Monday."""
    return {"schema": _SCHEMA, "subscriptions": [_subscription(one) for one in orders]}


def deliveries_as_dict(rows: Sequence[tuple[Delivery, Subscription | None]]) -> JsonObject:
    """All deliveries, each with its channel."""
    return {"schema": _SCHEMA, "deliveries": [_delivery(one, order) for one, order in rows]}


def backup_as_dict(where: str, file: Path) -> JsonObject:
    """What was copied into which file."""
    return {"schema": _SCHEMA, "from": where, "file": str(file)}


def move_as_dict(where: str, to: str, tables: Mapping[str, int]) -> JsonObject:
    """What was moved where, with the rows of each table."""
    return {"schema": _SCHEMA, "from": where, "to": to, "tables": dict(tables)}


def findings_as_dict(findings: Sequence[Finding]) -> JsonObject:
    """What was found, in its order."""
    return {
        "schema": _SCHEMA,
        "findings": [
            {"state": one.state, "what": one.what, "sentence": one.sentence} for one in findings
        ],
    }


def _subscription(one: Subscription) -> Json:
    wish = one.wish
    return {
        "id": one.id,
        "platform": wish.platform,
        "workspace": wish.workspace,
        "channel": wish.channel,
        "zone": wish.zone,
        "time": f"{wish.local_time:%H:%M}",
        "weekdays": [*wish.weekdays],
        "topics": [*wish.topics],
        "language": wish.language,
        "length": wish.length,
        "holidays": wish.holidays,
        "quiet": wish.quiet,
        "owner": wish.owner,
        "state": one.state,
        "reason": one.reason,
        "next_due_at": _moment(one.next_due_at),
    }


def _delivery(one: Delivery, order: Subscription | None) -> Json:
    late = one.sent_at - one.due_at if one.sent_at else None
    return {
        "id": one.public_id,
        "subscription": one.subscription_id,
        "platform": order.wish.platform if order else None,
        "workspace": order.wish.workspace if order else None,
        "channel": order.wish.channel if order else None,
        "date": one.local_date.isoformat(),
        "due_at": _moment(one.due_at),
        "state": one.state,
        "sent_at": _moment(one.sent_at),
        "late_seconds": None if late is None else round(late.total_seconds()),
        "message": one.message_ref or None,
        "reason": one.reason or None,
        "edition": one.edition,
    }


def _moment(moment: datetime | None) -> str | None:
    return moment.isoformat(timespec="seconds") if moment else None

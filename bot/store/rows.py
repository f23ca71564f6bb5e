"""Rows of the ledger's tables as the frozen data of the core, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.core.ledger import Delivery, Subscription, Wish

if TYPE_CHECKING:
    from sqlalchemy import RowMapping


def wish_values(wish: Wish) -> dict[str, object]:
    """The columns of a subscription that its wish fills."""
    return {
        "platform": wish.platform,
        "workspace": wish.workspace,
        "channel": wish.channel,
        "zone": wish.zone,
        "local_time": wish.local_time,
        "weekdays": "".join(str(day) for day in sorted(set(wish.weekdays))),
        "topics": wish.topics,
        "language": wish.language,
        "length": wish.length,
        "holidays": wish.holidays,
        "quiet": wish.quiet,
        "owner": wish.owner,
    }


def subscription_of(row: RowMapping) -> Subscription:
    """A row of `subscription`."""
    return Subscription(
        id=row["id"],
        wish=Wish(
            platform=row["platform"],
            workspace=row["workspace"],
            channel=row["channel"],
            zone=row["zone"],
            local_time=row["local_time"],
            weekdays=tuple(int(day) for day in row["weekdays"]),
            topics=row["topics"],
            language=row["language"],
            length=row["length"],
            holidays=row["holidays"],
            quiet=row["quiet"],
            owner=row["owner"],
        ),
        state=row["state"],
        reason=row["reason"],
        next_due_at=row["next_due_at"],
        version=row["version"],
        created_at=row["created_at"],
    )


def delivery_of(row: RowMapping) -> Delivery:
    """A row of `delivery`."""
    return Delivery(
        id=row["id"],
        subscription_id=row["subscription_id"],
        local_date=row["local_date"],
        due_at=row["due_at"],
        state=row["state"],
        attempt=row["attempt"],
        lease_until=row["lease_until"],
        token=row["token"],
        not_before=row["not_before"],
        payload=row["payload"],
        message_ref=row["message_ref"],
        reason=row["reason"],
        sent_at=row["sent_at"],
        edition=row["edition"],
    )

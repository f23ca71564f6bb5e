"""Standing orders in bulk, for tests."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import insert

from bot.core.ledger import Wish
from bot.store.rows import wish_values
from bot.store.schema import subscription

if TYPE_CHECKING:
    from bot.core.ledger import Subscription
    from bot.store import Store


def wish(**changed: Any) -> Wish:
    """Every day at half past seven in Berlin."""
    fields: dict[str, Any] = {
        "platform": "chat",
        "workspace": "w0",
        "channel": "general",
        "zone": "Europe/Berlin",
        "local_time": time(7, 30),
        "weekdays": (0, 1, 2, 3, 4, 5, 6),
        "topics": (),
        "language": "de",
    }
    return Wish(**(fields | changed))


def plan_channels(
    store: Store, count: int, *, due: datetime, workspaces: int = 1, **changed: Any
) -> list[Subscription]:
    """So many channels whose digest is due at the full minute of `due`, every day in UTC."""
    minute = due.astimezone(UTC).replace(second=0, microsecond=0)
    return [
        store.subscriptions.plan(
            wish(
                **{
                    "zone": "UTC",
                    "local_time": time(minute.hour, minute.minute),
                    "workspace": f"w{number % workspaces}",
                    "channel": f"c{number}",
                    **changed,
                }
            ),
            minute - timedelta(minutes=1),
        )
        for number in range(count)
    ]


def plan_a_crowd(
    store: Store, count: int, *, due: datetime, workspaces: int, dead: int = 0
) -> None:
    """The same in one transaction; the first `dead` channels are gone."""
    minute = due.astimezone(UTC).replace(second=0, microsecond=0)
    rows = [
        wish_values(
            wish(
                zone="UTC",
                local_time=time(minute.hour, minute.minute),
                workspace=f"w{number % workspaces}",
                channel=f"dead{number}" if number < dead else f"c{number}",
            )
        )
        | {
            "state": "active",
            "reason": "",
            "next_due_at": minute,
            "version": 1,
            "created_at": minute,
        }
        for number in range(count)
    ]
    with store.database.writing() as connection:
        for start in range(0, count, 1000):
            connection.execute(insert(subscription), rows[start : start + 1000])

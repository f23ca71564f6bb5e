"""Due subscriptions in one order, read from the front of an index."""

from __future__ import annotations

from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Let the index hold the number as well, which says who is first at the same moment."""
    op.drop_index("subscription_due", "subscription")
    op.create_index("subscription_due", "subscription", ["state", "next_due_at", "id"])

"""Subscriptions, deliveries and blocked workspaces."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make the tables of the ledger."""
    _make_subscription()
    _make_delivery()
    op.create_table(
        "blocked",
        sa.Column("workspace", sa.Text, primary_key=True),
        sa.Column("until", sa.BigInteger, nullable=False),
    )


def _make_subscription() -> None:
    op.create_table(
        "subscription",
        sa.Column("id", _NUMBER, primary_key=True),
        sa.Column("platform", sa.Text, nullable=False),
        sa.Column("workspace", sa.Text, nullable=False),
        sa.Column("channel", sa.Text, nullable=False),
        sa.Column("zone", sa.Text, nullable=False),
        sa.Column("local_time", sa.Time, nullable=False),
        sa.Column("weekdays", sa.Text, nullable=False),
        sa.Column("topics", sa.Text, nullable=False),
        sa.Column("language", sa.Text, nullable=False),
        sa.Column("length", sa.Text, nullable=False),
        sa.Column("holidays", sa.Text, nullable=False),
        sa.Column("quiet", sa.Boolean, nullable=False),
        sa.Column("owner", sa.Text, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("next_due_at", sa.BigInteger),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("created_at", sa.BigInteger, nullable=False),
        sa.UniqueConstraint("platform", "workspace", "channel", name="subscription_channel"),
        sqlite_autoincrement=True,
    )
    op.create_index("subscription_due", "subscription", ["state", "next_due_at"])


def _make_delivery() -> None:
    op.create_table(
        "delivery",
        sa.Column("id", _NUMBER, primary_key=True),
        sa.Column("subscription_id", _NUMBER, sa.ForeignKey("subscription.id"), nullable=False),
        sa.Column("workspace", sa.Text, nullable=False),
        sa.Column("local_date", sa.Date, nullable=False),
        sa.Column("due_at", sa.BigInteger, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("attempt", sa.Integer, nullable=False),
        sa.Column("edition", sa.Integer, nullable=False),
        sa.Column("lease_until", sa.BigInteger),
        sa.Column("token", sa.Text, nullable=False),
        sa.Column("not_before", sa.BigInteger, nullable=False),
        sa.Column("turn", sa.Integer, nullable=False),
        sa.Column("fresh_from", sa.BigInteger, nullable=False),
        sa.Column("payload", sa.Text),
        sa.Column("message_ref", sa.Text, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("sent_at", sa.BigInteger),
        sa.Column("settled_at", sa.BigInteger),
        sa.UniqueConstraint("subscription_id", "local_date", name="delivery_day"),
        sqlite_autoincrement=True,
    )
    op.create_index("delivery_queue", "delivery", ["state", "not_before", "turn", "id"])

"""What conversations remember, and the cards that were shown."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make both tables."""
    op.create_table(
        "conversation",
        sa.Column("key", sa.Text, primary_key=True),
        sa.Column("content", sa.Text, nullable=False),
        sa.Column("changed_at", sa.BigInteger, nullable=False),
    )
    op.create_index("conversation_time", "conversation", ["changed_at"])
    op.create_table(
        "shown_card",
        sa.Column("key", sa.Text, primary_key=True),
        sa.Column("content", sa.Text, nullable=False),
        sa.Column("shown_at", sa.BigInteger, nullable=False),
    )
    op.create_index("shown_card_time", "shown_card", ["shown_at"])

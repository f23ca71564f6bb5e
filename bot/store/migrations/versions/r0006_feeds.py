"""Feeds: what is known of each, and which of their entries were seen."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Make the tables of the feeds."""
    op.create_table(
        "feed",
        sa.Column("address", sa.Text, primary_key=True),
        sa.Column("next_at", sa.BigInteger, nullable=False),
        sa.Column("url", sa.Text, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("etag", sa.Text),
        sa.Column("last_modified", sa.Text),
        sa.Column("interval", sa.Integer, nullable=False),
        sa.Column("failures", sa.Integer, nullable=False),
        sa.Column("failing_since", sa.BigInteger),
        sa.Column("last_tried_at", sa.BigInteger),
        sa.Column("last_success_at", sa.BigInteger),
        sa.Column("newest_at", sa.BigInteger),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("status", sa.Integer, nullable=False),
        sa.Column("told_at", sa.BigInteger),
        sa.Column("is_gone", sa.Boolean, nullable=False),
        sa.Column("has_baseline", sa.Boolean, nullable=False),
    )
    op.create_index("feed_due", "feed", ["next_at"])
    op.create_table(
        "feed_entry",
        sa.Column("feed", sa.Text, primary_key=True),
        sa.Column("key", sa.Text, primary_key=True),
        sa.Column("fingerprint", sa.Text, nullable=False),
        sa.Column("seen_at", sa.BigInteger, nullable=False),
        sa.Column("article_id", sa.Text, nullable=False),
        sa.Column("page", sa.Text, nullable=False),
        sa.Column("headline", sa.Text, nullable=False),
        sa.Column("text_hash", sa.Text, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("extent", sa.Text, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
    )
    op.create_index("feed_entry_page", "feed_entry", ["page"])
    op.create_index("feed_entry_headline", "feed_entry", ["headline"])
    op.create_index("feed_entry_time", "feed_entry", ["seen_at"])

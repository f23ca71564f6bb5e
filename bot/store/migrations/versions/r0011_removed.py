"""Articles that somebody removed; what the page of an entry is asked with for changes."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    """Make the table, and room beside the entries."""
    op.create_table(
        "removed",
        sa.Column("key", sa.Text, primary_key=True),
        sa.Column("article_id", sa.Text, nullable=False),
        sa.Column("removed_at", sa.BigInteger, nullable=False),
    )
    op.create_index("removed_article", "removed", ["article_id"])
    op.add_column("feed_entry", sa.Column("etag", sa.Text))
    op.add_column("feed_entry", sa.Column("last_modified", sa.Text))
    op.add_column("feed_entry", sa.Column("page_hash", sa.Text, nullable=False, server_default=""))

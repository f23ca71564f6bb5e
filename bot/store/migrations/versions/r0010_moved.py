"""When a feed moved, and who wrote an article.

Who was told what is known from when their last digest was made.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """Of feeds that moved before, nobody knows when; that was told at its time."""
    op.add_column("feed", sa.Column("moved_at", sa.BigInteger))
    op.drop_column("feed", "told_at")
    op.add_column("article", sa.Column("author", sa.Text))

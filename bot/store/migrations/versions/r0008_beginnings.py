"""Articles of which only the beginning is known."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Take what is there for whole until it is read again."""
    op.add_column(
        "article", sa.Column("is_beginning", sa.Boolean, nullable=False, server_default=sa.false())
    )

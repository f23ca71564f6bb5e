"""In which order articles changed, which files they came from, and the library's index."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Number the changes of articles from now on; what is there counts as the first change."""
    op.add_column("article", sa.Column("change", sa.BigInteger, nullable=False, server_default="1"))
    op.create_index("article_change", "article", ["change"])
    op.create_index("article_reader", "article", ["reader_version"])
    op.create_table(
        "gone",
        sa.Column("article_id", sa.Text, primary_key=True),
        sa.Column("change", sa.BigInteger, nullable=False),
    )
    op.create_index("gone_change", "gone", ["change"])
    op.create_table(
        "source_file",
        sa.Column("path", sa.Text, primary_key=True),
        sa.Column("stamp", sa.Text, nullable=False),
        sa.Column("found", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "index_part",
        sa.Column("edition", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("place", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("content", sa.LargeBinary, nullable=False),
    )

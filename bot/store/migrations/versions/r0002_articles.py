"""Articles, what the reader found in them, and the index of their words."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the tables of the articles and the full-text index of this database."""
    op.create_table(
        "article",
        sa.Column("number", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("id", sa.Text, nullable=False, unique=True),
        sa.Column("text_hash", sa.Text, nullable=False),
        sa.Column("reader_version", sa.Text, nullable=False),
        sa.Column("path", sa.Text, nullable=False),
        sa.Column("first_seen_at", sa.BigInteger, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("language", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("outlet", sa.Text),
        sa.Column("published_on", sa.Date),
        sa.Column("published_at", sa.BigInteger),
        sa.Column("url", sa.Text),
        sa.Column("extract", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "article_body",
        sa.Column("number", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("text", sa.LargeBinary, nullable=False),
        sa.Column("analysis", sa.LargeBinary, nullable=False),
    )
    _make_index_of_words()


def _make_index_of_words() -> None:
    """Whole tokens of ours go in: neither database may cut or stem them."""
    if op.get_bind().dialect.name == "sqlite":
        op.execute(
            "CREATE VIRTUAL TABLE article_words USING fts5("
            "words, detail=none, columnsize=0, tokenize=\"ascii tokenchars '_'\")"
        )
        return
    op.execute("CREATE TABLE article_words (number bigint PRIMARY KEY, words tsvector NOT NULL)")
    op.execute("CREATE INDEX article_words_gin ON article_words USING gin (words)")

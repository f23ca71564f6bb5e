"""The tables as the newest migration leaves them.

The full-text index is not among them, since each database has its own: see `words`.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Time,
    UniqueConstraint,
    false,
)

from bot.store.columns import Moment, PlainText, RowNumber, Strings, UtcMoment

metadata = MetaData()

subscription = Table(
    "subscription",
    metadata,
    Column("id", RowNumber, primary_key=True),
    Column("platform", PlainText, nullable=False),
    Column("workspace", PlainText, nullable=False),
    Column("channel", PlainText, nullable=False),
    Column("zone", PlainText, nullable=False),
    Column("local_time", Time, nullable=False),
    Column("weekdays", PlainText, nullable=False),
    Column("topics", Strings, nullable=False),
    Column("language", PlainText, nullable=False),
    Column("length", PlainText, nullable=False),
    Column("holidays", PlainText, nullable=False),
    Column("quiet", Boolean, nullable=False),
    Column("owner", PlainText, nullable=False),
    Column("state", PlainText, nullable=False),
    Column("reason", PlainText, nullable=False),
    Column("next_due_at", Moment),
    Column("version", Integer, nullable=False),
    Column("created_at", Moment, nullable=False),
    UniqueConstraint("platform", "workspace", "channel", name="subscription_channel"),
    Index("subscription_due", "state", "next_due_at", "id"),
    # A number that was given away once is never given again: it stands in messages.
    sqlite_autoincrement=True,
)

# `workspace` is the wish's workspace_key. `turn` makes workspaces that are due at the same
# moment take turns. `fresh_from` is where the grace period begins: due, or asked for again.
delivery = Table(
    "delivery",
    metadata,
    Column("id", RowNumber, primary_key=True),
    Column("subscription_id", RowNumber, ForeignKey("subscription.id"), nullable=False),
    Column("workspace", PlainText, nullable=False),
    Column("local_date", Date, nullable=False),
    Column("due_at", Moment, nullable=False),
    Column("state", PlainText, nullable=False),
    Column("attempt", Integer, nullable=False),
    Column("edition", Integer, nullable=False),
    Column("lease_until", Moment),
    Column("token", PlainText, nullable=False),
    Column("not_before", Moment, nullable=False),
    Column("turn", Integer, nullable=False),
    Column("fresh_from", Moment, nullable=False),
    Column("payload", PlainText),
    Column("message_ref", PlainText, nullable=False),
    Column("reason", PlainText, nullable=False),
    Column("sent_at", Moment),
    Column("settled_at", Moment),
    UniqueConstraint("subscription_id", "local_date", name="delivery_day"),
    Index("delivery_queue", "state", "not_before", "turn", "id"),
    sqlite_autoincrement=True,
)

blocked = Table(
    "blocked",
    metadata,
    Column("workspace", PlainText, primary_key=True),
    Column("until", Moment, nullable=False),
)

# `number` grows with the day of publication, so that the newest come first without sorting.
article = Table(
    "article",
    metadata,
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("id", PlainText, nullable=False, unique=True),
    Column("text_hash", PlainText, nullable=False),
    Column("reader_version", PlainText, nullable=False),
    Column("path", PlainText, nullable=False),
    Column("first_seen_at", Moment, nullable=False),
    Column("title", PlainText, nullable=False),
    Column("language", PlainText, nullable=False),
    Column("kind", PlainText, nullable=False),
    Column("outlet", PlainText),
    Column("published_on", Date),
    Column("published_at", Moment),
    Column("url", PlainText),
    Column("extract", LargeBinary, nullable=False),
    # The number of the transaction that entered it: whoever knows all up to a number asks for
    # what is higher.
    Column("change", BigInteger, nullable=False, server_default="1"),
    Column("is_beginning", Boolean, nullable=False, server_default=false()),
    Column("author", PlainText),
    Index("article_change", "change"),
    Index("article_reader", "reader_version"),
)

# Apart from `article`, so that a list of all articles does not read through their texts.
body = Table(
    "article_body",
    metadata,
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("text", LargeBinary, nullable=False),
    Column("analysis", LargeBinary, nullable=False),
)

# Articles that were removed, and with which change.
gone = Table(
    "gone",
    metadata,
    Column("article_id", PlainText, primary_key=True),
    Column("change", BigInteger, nullable=False),
    Index("gone_change", "change"),
)

# What was found in each file when it was last read, so that it is read again only if changed.
source_file = Table(
    "source_file",
    metadata,
    Column("path", PlainText, primary_key=True),
    Column("stamp", PlainText, nullable=False),
    Column("found", LargeBinary, nullable=False),
)

# The library's index as it was at one change, in parts: a start need not build it again.
index_part = Table(
    "index_part",
    metadata,
    Column("edition", BigInteger, primary_key=True, autoincrement=False),
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("name", PlainText, nullable=False),
    Column("content", LargeBinary, nullable=False),
)

shown = Table(
    "shown",
    metadata,
    Column("viewer", PlainText, primary_key=True),
    Column("topic", PlainText, primary_key=True),
    Column("article_id", PlainText, primary_key=True),
    Column("shown_at", Moment, nullable=False),
    Index("shown_time", "shown_at"),
)

feedback = Table(
    "feedback",
    metadata,
    Column("viewer", PlainText, primary_key=True),
    Column("card", PlainText, primary_key=True),
    Column("point", PlainText, primary_key=True),
    Column("verdict", PlainText, nullable=False),
    Column("reason", PlainText, nullable=False),
    Column("given_at", Moment, nullable=False),
)

event = Table(
    "event",
    metadata,
    Column("team", PlainText, primary_key=True),
    Column("event_id", PlainText, primary_key=True),
    Column("seen_at", Moment, nullable=False),
    Index("event_time", "seen_at"),
)

# What a conversation remembers, by the person's or the place's key; only the desk reads it.
conversation = Table(
    "conversation",
    metadata,
    Column("key", PlainText, primary_key=True),
    Column("content", PlainText, nullable=False),
    Column("changed_at", Moment, nullable=False),
    Index("conversation_time", "changed_at"),
)

# Cards that were shown, so that a button under one finds it again after a restart.
shown_card = Table(
    "shown_card",
    metadata,
    Column("key", PlainText, primary_key=True),
    Column("content", PlainText, nullable=False),
    Column("shown_at", Moment, nullable=False),
    Index("shown_card_time", "shown_at"),
)

feed = Table(
    "feed",
    metadata,
    Column("address", PlainText, primary_key=True),
    Column("next_at", Moment, nullable=False),
    Column("url", PlainText, nullable=False),
    Column("title", PlainText, nullable=False),
    Column("etag", PlainText),
    Column("last_modified", PlainText),
    Column("interval", Integer, nullable=False),
    Column("failures", Integer, nullable=False),
    Column("failing_since", Moment),
    Column("last_tried_at", Moment),
    Column("last_success_at", Moment),
    Column("newest_at", Moment),
    Column("reason", PlainText, nullable=False),
    Column("status", Integer, nullable=False),
    Column("moved_at", Moment),
    Column("is_gone", Boolean, nullable=False),
    Column("has_baseline", Boolean, nullable=False),
    Index("feed_due", "next_at"),
)

feed_entry = Table(
    "feed_entry",
    metadata,
    Column("feed", PlainText, primary_key=True),
    Column("key", PlainText, primary_key=True),
    Column("fingerprint", PlainText, nullable=False),
    Column("seen_at", Moment, nullable=False),
    Column("article_id", PlainText, nullable=False),
    Column("page", PlainText, nullable=False),
    Column("headline", PlainText, nullable=False),
    Column("text_hash", PlainText, nullable=False),
    Column("version", Integer, nullable=False),
    Column("extent", PlainText, nullable=False),
    Column("reason", PlainText, nullable=False),
    Column("etag", PlainText),
    Column("last_modified", PlainText),
    Column("page_hash", PlainText, nullable=False, server_default=""),
    Index("feed_entry_page", "page"),
    Index("feed_entry_headline", "headline"),
    Index("feed_entry_time", "seen_at"),
)

# By what an article that somebody removed is known again: its id, its pages, its texts.
removed = Table(
    "removed",
    metadata,
    Column("key", PlainText, primary_key=True),
    Column("article_id", PlainText, nullable=False),
    Column("removed_at", Moment, nullable=False),
    Index("removed_article", "article_id"),
)

# The three tables of Slack's SDK for several workspaces, with its names of columns. They differ
# from its own in that texts have no length, since encrypted tokens are longer than it allows, and
# in that moments keep their zone. What is a token or an address in them is encrypted.
slack_bots = Table(
    "slack_bots",
    metadata,
    Column("id", RowNumber, primary_key=True),
    Column("client_id", PlainText, nullable=False),
    Column("app_id", PlainText, nullable=False),
    Column("enterprise_id", PlainText),
    Column("enterprise_name", PlainText),
    Column("team_id", PlainText),
    Column("team_name", PlainText),
    Column("bot_token", PlainText),
    Column("bot_id", PlainText),
    Column("bot_user_id", PlainText),
    Column("bot_scopes", PlainText),
    Column("bot_refresh_token", PlainText),
    Column("bot_token_expires_at", UtcMoment),
    Column("is_enterprise_install", Boolean, nullable=False),
    Column("installed_at", UtcMoment, nullable=False),
    Index("slack_bots_team", "client_id", "enterprise_id", "team_id", "installed_at"),
)

slack_installations = Table(
    "slack_installations",
    metadata,
    Column("id", RowNumber, primary_key=True),
    Column("client_id", PlainText, nullable=False),
    Column("app_id", PlainText, nullable=False),
    Column("enterprise_id", PlainText),
    Column("enterprise_name", PlainText),
    Column("enterprise_url", PlainText),
    Column("team_id", PlainText),
    Column("team_name", PlainText),
    Column("bot_token", PlainText),
    Column("bot_id", PlainText),
    Column("bot_user_id", PlainText),
    Column("bot_scopes", PlainText),
    Column("bot_refresh_token", PlainText),
    Column("bot_token_expires_at", UtcMoment),
    Column("user_id", PlainText, nullable=False),
    Column("user_token", PlainText),
    Column("user_scopes", PlainText),
    Column("user_refresh_token", PlainText),
    Column("user_token_expires_at", UtcMoment),
    Column("incoming_webhook_url", PlainText),
    Column("incoming_webhook_channel", PlainText),
    Column("incoming_webhook_channel_id", PlainText),
    Column("incoming_webhook_configuration_url", PlainText),
    Column("is_enterprise_install", Boolean, nullable=False),
    Column("token_type", PlainText),
    Column("installed_at", UtcMoment, nullable=False),
    Index(
        "slack_installations_team",
        "client_id",
        "enterprise_id",
        "team_id",
        "user_id",
        "installed_at",
    ),
)

slack_oauth_states = Table(
    "slack_oauth_states",
    metadata,
    Column("id", RowNumber, primary_key=True),
    Column("state", PlainText, nullable=False),
    Column("expire_at", UtcMoment, nullable=False),
)

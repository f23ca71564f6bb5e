"""A row in every table that a revision knows, written in plain SQL as a program of it did."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import text
from store.orders import reading

from bot.store.article_rows import build_entry

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Connection

    Row = Mapping[str, Any]

# Microseconds: the digest of DUE, and an hour and a half before it.
_DUE, _EARLIER = 1_737_354_600_000_000, 1_737_349_200_000_000
READING = reading("Der Hafen wächst", url="https://example.org/hafen", outlet="Kurier")
_ENTRY = build_entry(READING, path="file:a.txt", extract=b"\x00\xff")
# Columns that later revisions added.
_LATER = ("is_beginning", "author")
_INSTALLED = {
    "client_id": "1.2",
    "app_id": "A1",
    "team_id": "T1",
    "bot_token": "verschlüsselt",
    "bot_token_expires_at": None,
    "is_enterprise_install": False,
    "installed_at": _EARLIER,
}
# What each revision added, as rows of tables that it made.
_TABLES: Mapping[str, Mapping[str, Row]] = {
    "0001": {
        "subscription": {
            "platform": "folder",
            "workspace": "haus",
            "channel": "k",
            "zone": "Europe/Berlin",
            "local_time": "07:30:00.000000",
            "weekdays": "01234",
            "topics": '["Hafen"]',
            "language": "de",
            "length": "normal",
            "holidays": "",
            "quiet": False,
            "owner": "u1",
            "state": "active",
            "reason": "",
            "next_due_at": _DUE,
            "version": 3,
            "created_at": _EARLIER,
        },
        "delivery": {
            "subscription_id": 1,
            "workspace": "folder:haus",
            "local_date": "2025-01-17",
            "due_at": 1_737_095_400_000_000,
            "state": "sent",
            "attempt": 0,
            "edition": 1,
            "lease_until": None,
            "token": "",
            "not_before": 1_737_095_400_000_000,
            "turn": 1,
            "fresh_from": 1_737_095_400_000_000,
            "payload": '{"headline": "Häfen"}',
            "message_ref": "m1",
            "reason": "",
            "sent_at": 1_737_095_402_000_000,
            "settled_at": 1_737_095_402_000_000,
        },
        "blocked": {"workspace": "folder:haus", "until": _EARLIER},
    },
    "0002": {
        "article": {
            **{name: value for name, value in _ENTRY.article.items() if name not in _LATER},
            "published_on": "2025-01-20",
            "published_at": _EARLIER,
            "number": _ENTRY.number,
            "first_seen_at": _EARLIER,
        },
        "article_body": {"number": _ENTRY.number, **_ENTRY.body},
    },
    "0003": {
        "shown": {"viewer": "u1", "topic": "Hafen", "article_id": "a", "shown_at": _EARLIER},
        "feedback": {
            "viewer": "u1",
            "card": "hafen",
            "point": "a/0",
            "verdict": "wrong",
            "reason": "veraltet",
            "given_at": _EARLIER,
        },
        "event": {"team": "T1", "event_id": "E1", "seen_at": _EARLIER},
    },
    "0004": {
        "conversation": {"key": "u1", "content": '{"topic": "Hafen"}', "changed_at": _EARLIER},
        "shown_card": {"key": "k1", "content": '{"topic": "Hafen"}', "shown_at": _EARLIER},
    },
    "0005": {
        "gone": {"article_id": "weg", "change": 8},
        "source_file": {"path": "a.txt", "stamp": "1:2", "found": b"\x00\xff"},
        "index_part": {"edition": 7, "place": 0, "name": "topics", "content": b"\xff\x00"},
    },
    "0006": {
        "feed": {
            "address": "https://example.org/feed",
            "next_at": _DUE,
            "url": "https://example.org/feed",
            "title": "Häfen",
            "etag": '"1"',
            "last_modified": None,
            "interval": 3600,
            "failures": 1,
            "failing_since": _EARLIER,
            "last_tried_at": _EARLIER,
            "last_success_at": None,
            "newest_at": None,
            "reason": "HTTP 500",
            "status": 500,
            "told_at": None,
            "is_gone": False,
            "has_baseline": True,
        },
        "feed_entry": {
            "feed": "https://example.org/feed",
            "key": "e1",
            "fingerprint": "f1",
            "seen_at": _EARLIER,
            "article_id": "a",
            "page": "https://example.org/hafen",
            "headline": "hafen",
            "text_hash": "h1",
            "version": 1,
            "extent": "whole",
            "reason": "",
        },
    },
    "0007": {
        "slack_bots": _INSTALLED,
        "slack_installations": {**_INSTALLED, "user_id": "u1", "token_type": "bot"},
        "slack_oauth_states": {"state": "s1", "expire_at": _DUE},
    },
    "0011": {"removed": {"key": "id web-1", "article_id": "web-1", "removed_at": _EARLIER}},
}
# What it added to rows of tables that were there before.
_COLUMNS: Mapping[str, Mapping[str, Row]] = {
    "0005": {"article": {"change": 9}},
    "0008": {"article": {"is_beginning": True}},
    "0010": {"article": {"author": "Anna Beispiel"}, "feed": {"moved_at": _EARLIER}},
    "0011": {"feed_entry": {"etag": '"1"', "last_modified": None, "page_hash": "h2"}},
}
# What it took away; nobody reads it after the upgrade.
_DROPPED: Mapping[str, Mapping[str, frozenset[str]]] = {"0010": {"feed": frozenset({"told_at"})}}
_WORDS = {
    "sqlite": "INSERT INTO article_words (rowid, words) VALUES (:number, :words)",
    "postgresql": "INSERT INTO article_words (number, words)"
    " VALUES (:number, array_to_tsvector(string_to_array(:words, ' ')))",
}


def rows_of(revision: str) -> dict[str, dict[str, Any]]:
    """The row of each table but the index of words."""
    rows: dict[str, dict[str, Any]] = {}
    for added in (_TABLES, _COLUMNS):
        for since, tables in added.items():
            for table, row in tables.items() if since <= revision else ():
                rows[table] = {**rows.get(table, {}), **row}
    for since, dropped in _DROPPED.items():
        for table, names in dropped.items() if since <= revision else ():
            rows[table] = {name: rows[table][name] for name in rows[table] if name not in names}
    return rows


def fill(connection: Connection, revision: str) -> None:
    """Write them, and the words of the article."""
    for table, row in rows_of(revision).items():
        names = ", ".join(f'"{name}"' for name in row)
        values = ", ".join(f":{name}" for name in row)
        connection.execute(text(f'INSERT INTO "{table}" ({names}) VALUES ({values})'), row)  # noqa: S608 - our own names
    if revision >= "0002":
        words = {"number": _ENTRY.number, "words": _ENTRY.words}
        connection.execute(text(_WORDS[connection.dialect.name]), words)


def read(connection: Connection, revision: str) -> dict[str, list[tuple[Any, ...]]]:
    """What stands in the columns that it and the newest know, as the database gives it."""
    found: dict[str, list[tuple[Any, ...]]] = {}
    dropped = {table: names for tables in _DROPPED.values() for table, names in tables.items()}
    for table, row in rows_of(revision).items():
        kept = [name for name in row if name not in dropped.get(table, ())]
        names = ", ".join(f'"{name}"' for name in kept)
        rows = connection.execute(text(f'SELECT {names} FROM "{table}"'))  # noqa: S608 - the same
        found[table] = [tuple(one) for one in rows]
    return found

"""What is kept: articles, subscriptions, the ledger, what was shown. SQLite or PostgreSQL."""

from __future__ import annotations

from bot.store.database import sqlite_file
from bot.store.errors import MoveFailed, StoreTooNew, StoreUnavailable, UnusableWish
from bot.store.store import FILE_NAME, Store, move, open_store

__all__ = [
    "FILE_NAME",
    "MoveFailed",
    "Store",
    "StoreTooNew",
    "StoreUnavailable",
    "UnusableWish",
    "move",
    "open_store",
    "sqlite_file",
]

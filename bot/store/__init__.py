"""What is kept: articles, subscriptions, the ledger, what was shown. SQLite or PostgreSQL."""

from __future__ import annotations

from bot.store.errors import MoveFailed, StoreTooNew, StoreUnavailable, UnusableWish
from bot.store.store import Store, move, open_store

__all__ = [
    "MoveFailed",
    "Store",
    "StoreTooNew",
    "StoreUnavailable",
    "UnusableWish",
    "move",
    "open_store",
]

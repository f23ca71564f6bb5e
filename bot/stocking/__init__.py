"""Keeps the store in step with the sources, and the library in step with the store."""

from __future__ import annotations

from bot.stocking.planning import Found, origin_of
from bot.stocking.stock import Restocked, Stock
from bot.stocking.stored_readings import StoredReadings
from bot.stocking.workshop import Workshop

__all__ = ["Found", "Restocked", "Stock", "StoredReadings", "Workshop", "origin_of"]

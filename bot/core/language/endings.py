"""Endings of German words."""

from __future__ import annotations

ADJECTIVE_ENDINGS = ("e", "en", "er", "es", "em")

"""Test data in one line each."""

from __future__ import annotations

from datetime import date
from typing import Any

from bot.core.models import Article, Language


def article(text: str, *, language: Language = "de", id: str = "a", **more: Any) -> Article:  # noqa: A002
    """An article with `text`; its day of publication is given as an ISO string `on`."""
    day = more.pop("on", None)
    return Article(
        id=id,
        title=more.pop("title", "Ohne Titel"),
        text=text,
        language=language,
        published_on=date.fromisoformat(day) if day else None,
        **more,
    )

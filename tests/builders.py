"""Test data in one line each."""

from __future__ import annotations

from datetime import date
from typing import Any

from bot.core.language.folding import spelling_key
from bot.core.models import Article, Language, NameKind
from bot.core.subjects import Subject


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


def subject(name: str, kind: NameKind = "OTHER", about: float = 0.6) -> Subject:
    """What one article is about, named in its first sentence."""
    return Subject(spelling_key(name), name, kind, about, (0,))

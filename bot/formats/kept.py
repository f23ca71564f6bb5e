"""Cards and parts of answers as JSON that can be read back, for what is kept in the store.

Pydantic reads and writes our own frozen dataclasses; their types are imported for type checking
alone, so that they are handed to it here.
"""

from __future__ import annotations

from datetime import date
from typing import TypeVar

from pydantic import TypeAdapter, ValidationError

from bot.core import cards, models
from bot.core.cards import TopicCard
from bot.dialogue import buttons, outline
from bot.dialogue.buttons import Part
from bot.errors import UntraceablePoint

_T = TypeVar("_T")


def write_card(card: TopicCard) -> str:
    """The card as one line of JSON."""
    return _CARD.dump_json(card).decode()


def read_card(text: str) -> TopicCard | None:
    """The card as it was; None if another version of the program wrote it in another shape."""
    return _read(_CARD, text)


def write_parts(parts: tuple[Part, ...]) -> str:
    """The parts of an answer as one line of JSON."""
    return _PARTS.dump_json(parts).decode()


def read_parts(text: str) -> tuple[Part, ...] | None:
    """The parts as they were; None if another version of the program wrote them."""
    return _read(_PARTS, text)


def _read(adapter: TypeAdapter[_T], text: str) -> _T | None:
    try:
        return adapter.validate_json(text)
    except (ValidationError, UntraceablePoint):
        return None


def _adapter(kind: type[_T]) -> TypeAdapter[_T]:
    adapter = TypeAdapter(kind)
    names = {**vars(models), **vars(cards), **vars(outline), **vars(buttons), "date": date}
    adapter.rebuild(force=True, _types_namespace=names)
    return adapter


_CARD: TypeAdapter[TopicCard] = _adapter(TopicCard)
_PARTS: TypeAdapter[tuple[Part, ...]] = _adapter(tuple[Part, ...])

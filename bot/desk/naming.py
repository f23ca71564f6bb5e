"""Which topics a text names. Pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.core.language.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

_WORD = re.compile(r"[^\W_]+")
# Of a message of any length so much is read.
_LONGEST_TEXT = 4000


def topics_named(text: str, names: Iterable[str]) -> tuple[str, ...]:
    """Those of `names` that stand in `text` as whole words, in their order; "Stargates" counts."""
    spoken = f" {_words(text[:_LONGEST_TEXT])} "
    return tuple(name for name in names if _is_in(_words(name), spoken))


def _is_in(key: str, spoken: str) -> bool:
    return bool(key) and (f" {key} " in spoken or f" {key}s " in spoken)


def _words(text: str) -> str:
    return " ".join(_WORD.findall(fold(text)))

"""German names that bend: "des Statistischen Landesamtes" is the "Statistisches Landesamt".

Adjectives of places ("Berliner") never bend, and "Deutscher Verband" is a base form already.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.core.language.name_words import FEMININE_HEADS, MASCULINE_HEADS, NEUTER_HEADS
from bot.core.reading.name_gazetteer import stem

if TYPE_CHECKING:
    from collections.abc import Sequence

_BENT = ("en", "em", "es", "e")
_ADJECTIVES = (*_BENT, "er")
_GENITIVES = ("es", "s")
_HEADS = ((NEUTER_HEADS, "es"), (MASCULINE_HEADS, "er"), (FEMININE_HEADS, "e"))
_SHORTEST = 4


def inflection_key(words: Sequence[str]) -> str | None:
    """The same for all cases of an adjective with its nouns; None if nothing bends."""
    if len(words) == 1 or not words[0].endswith(_ADJECTIVES) or len(words[0]) < _SHORTEST:
        return None
    return " ".join(map(stem, words))


def base_form(words: Sequence[str]) -> str | None:
    """How it is written without an article, where the gender of its head is known."""
    if len(words) == 1:
        return None
    first, head, *rest = words
    for heads, ending in _HEADS:
        plain = _without_genitive(head, heads, bends=ending != "e")
        if plain is not None:
            return " ".join((_bent(first, ending), plain, *rest))
    return None


def _without_genitive(head: str, heads: tuple[str, ...], *, bends: bool) -> str | None:
    if head.lower().endswith(heads):
        return head
    for ending in _GENITIVES if bends else ():
        plain = head.removesuffix(ending)
        if plain != head and plain.lower().endswith(heads):
            return plain
    return None


def _bent(adjective: str, ending: str) -> str:
    own = next((one for one in _BENT if adjective.endswith(one)), None)
    return adjective if own is None else adjective.removesuffix(own) + ending

"""German names that bend: "des Statistischen Landesamtes" is the "Statistisches Landesamt".

Adjectives of places ("Berliner") never bend, and "Deutscher Verband" is a base form already.
Nouns and names before a head stay as they are: "Volkswagen Bank", "Hessen Museum".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.core.language.name_words import FEMININE_HEADS, MASCULINE_HEADS, NEUTER_HEADS
from bot.core.reading.name_gazetteer import gazetteer, stem
from bot.core.reading.name_lines import is_first_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.core.reading.name_lines import Lexicon

_BENT = ("en", "em", "es", "e")
_ENDINGS = (*_BENT, "er")
# Adjectives in these are understood though no dictionary has them: "Oberrheinischen".
_MADE = ("isch", "lich", "ig")
_GENITIVES = ("es", "s")
_HEADS = ((NEUTER_HEADS, "es"), (MASCULINE_HEADS, "er"), (FEMININE_HEADS, "e"))
_SHORTEST = 4


def inflection_key(words: Sequence[str], lexicon: Lexicon) -> str | None:
    """The same for all cases of an adjective with its nouns; None if nothing bends."""
    if len(words) == 1 or lexicon.language != "de":
        return None
    first = words[0]
    if len(first) < _SHORTEST or not (first.endswith("er") or _is_adjective(first, lexicon)):
        return None
    return " ".join(map(stem, words))


def base_form(words: Sequence[str], lexicon: Lexicon) -> str | None:
    """How it is written without an article, where the gender of its head is known."""
    if len(words) == 1 or lexicon.language != "de":
        return None
    first, head, *rest = words
    for heads, ending in _HEADS:
        plain = _without_genitive(head, heads, bends=ending != "e")
        if plain is not None:
            bent = _bent(first, ending) if _is_adjective(first, lexicon) else first
            return " ".join((bent, plain, *rest))
    return None


def _is_adjective(word: str, lexicon: Lexicon) -> bool:
    """Whether an ending is all that parts it from an adjective that is in no list of names."""
    if word in gazetteer().single or is_first_name(word):
        return False
    low = word.lower()
    bare = next((low.removesuffix(one) for one in _ENDINGS if low.endswith(one)), None)
    if bare is None:
        return False
    return bare.endswith(_MADE) or lexicon.lemmatiser.lemma(low, "de") == bare


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

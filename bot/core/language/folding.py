"""Spellings that should count as the same: case, umlauts, ß, accents, hyphens, spaces."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from bot.core.language.remembered import Remembered

_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "ø": "oe"})
_NOT_WORD = re.compile(r"[\W_]+")


def fold(text: str) -> str:
    """Lower case, umlauts and ß written out, other accents dropped: "Müßte" is "muesste".

    Input in any normal form gives the same result.
    """
    lowered = unicodedata.normalize("NFC", text).casefold().translate(_UMLAUTS)
    if lowered.isascii():
        return lowered
    decomposed = unicodedata.normalize("NFKD", lowered)
    return "".join(char for char in decomposed if not unicodedata.combining(char))


# The same for single words of texts, as a table: `FOLDED["Müßte"]`.
FOLDED = Remembered(fold)


@lru_cache(maxsize=1 << 16)
def spelling_key(text: str) -> str:
    """One key for all spellings of a name: letters and digits alone, and "ue" as "u".

    "Open AI", "open-ai" and "OpenAI" share a key, so do "Müller", "Mueller" and "Muller".
    """
    joined = _NOT_WORD.sub("", fold(text))
    return joined.replace("ae", "a").replace("oe", "o").replace("ue", "u")

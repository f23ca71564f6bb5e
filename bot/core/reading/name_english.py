"""What stands around an unknown name in English: of a town, a company, or whoever speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.core.language.name_english import (
    COMPANY_LEADERS,
    COMPANY_NOUNS,
    COMPANY_OWNED,
    ENGLISH_PLACE_OWNERS,
)
from bot.core.language.name_words import PLACE_PREPOSITIONS, SPEECH_VERBS
from bot.core.reading.name_candidates import Vote

if TYPE_CHECKING:
    from bot.core.reading.name_lines import Line

_INSIDE = PLACE_PREPOSITIONS | {"outside", "around"}


def english_votes(line: Line, number: int) -> list[Vote]:
    """What the neighbours of an unknown word say of it in an English sentence."""
    before, after = line.before(number).lower(), line.after(number)
    if before in COMPANY_NOUNS:
        return [Vote("ORG", 1.2)]
    owner = line.before(number - 1).lower() if before in ("of", "in") else ""
    if owner in ENGLISH_PLACE_OWNERS:
        return [Vote("LOC", 1.3)]
    if before == "of" and owner in COMPANY_LEADERS:
        return [Vote("ORG", 1.2)]
    if line.words[number].endswith(("'s", "’s")) and after.lower() in COMPANY_OWNED:
        return [Vote("ORG", 1.0)]
    if before in _INSIDE:
        return [Vote("LOC", 0.8)]
    return [Vote("PER", 0.5)] if after in SPEECH_VERBS else []

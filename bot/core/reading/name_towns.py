"""Words that end like the names of towns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.core.language.name_places import NO_SETTLEMENT_ENDINGS, SETTLEMENT_ENDINGS

if TYPE_CHECKING:
    from bot.core.reading.name_lines import Lexicon


def is_town_word(word: str, lexicon: Lexicon) -> bool:
    """Whether a word that no dictionary has ends like the name of a town, or its genitive."""
    base = word.removesuffix("s")
    return (
        lexicon.language == "de"
        and word[1:].islower()
        and base.endswith(SETTLEMENT_ENDINGS)
        and not base.endswith(NO_SETTLEMENT_ENDINGS)
        and not lexicon.is_known(word)
        and not lexicon.is_known(base)
    )

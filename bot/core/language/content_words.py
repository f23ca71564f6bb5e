"""Word sets that the core's ranking and shortening share, folded base forms of both languages."""

from __future__ import annotations

from bot.core.language.speech_words import SPEECH_VERBS
from bot.core.language.stopwords import FOLDED_FUNCTION_WORDS

# Words that say nothing about what a text is about.
STOPWORDS: frozenset[str] = FOLDED_FUNCTION_WORDS["de"] | FOLDED_FUNCTION_WORDS["en"]

# Verbs that make somebody a speaker by themselves; what they introduce is a claim, not a fact.
# Those that need a particle ("gab … bekannt") mean too much else without it.
SAYING_LEMMAS: frozenset[str] = frozenset(
    lemma
    for verbs in SPEECH_VERBS.values()
    for lemma, meanings in verbs.items()
    if any(not meaning.particle for meaning in meanings)
)

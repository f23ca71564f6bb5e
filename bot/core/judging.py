"""Whether a sentence of an opinion piece is an opinion: comments tell facts as well.

"Der Minister bat um Vertrauen" is none, whoever writes it; "Er sollte Belege liefern" is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.core.language.folding import FOLDED
from bot.core.language.judging_words import JUDGING_NOUNS, JUDGING_WORDS
from bot.core.language.reference_words import AUTHOR_WORDS
from bot.core.within import inside

if TYPE_CHECKING:
    from bot.core.models import Reading


def carries_judgement(reading: Reading, number: int) -> bool:
    """Whether the author judges, demands or says "I" in the sentence with this number.

    What others are reported to have said there is theirs.
    """
    analysis = reading.analysis
    sentence = analysis.sentences[number]
    words = {FOLDED[word] for word in sentence.words}
    if not AUTHOR_WORDS.isdisjoint(words):
        return True
    if any(quote.shown.overlaps(sentence.range) for quote in analysis.quotes):
        return False
    return (
        any(claim.kind == "opinion" for claim in inside(analysis.claims, sentence.range))
        or not JUDGING_WORDS.isdisjoint(words)
        or any(map(_judges, sentence.words, sentence.lemmas))
    )


def _judges(word: str, lemma: str) -> bool:
    """Whether the base form does; of "Güter" it is "gut", of which only nouns are to be known."""
    return lemma in (JUDGING_WORDS if word.islower() else JUDGING_NOUNS)

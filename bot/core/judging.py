"""Whether a sentence of an opinion piece is an opinion: comments tell facts as well.

"Der Minister bat um Vertrauen" is none, whoever writes it; "Er sollte Belege liefern" is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.core.language.folding import FOLDED
from bot.core.language.judging_words import JUDGING_NOUNS, JUDGING_WORDS, THINGS_TOLD
from bot.core.language.reference_words import AUTHOR_WORDS
from bot.core.within import inside

if TYPE_CHECKING:
    from bot.core.models import Language, Reading, Sentence


def carries_judgement(reading: Reading, number: int) -> bool:
    """Whether the author judges, demands or says "I" in the sentence with this number.

    What others are reported to have said there is theirs.
    """
    analysis = reading.analysis
    sentence = analysis.sentences[number]
    if not AUTHOR_WORDS.isdisjoint(FOLDED[word] for word in sentence.words):
        return True
    if any(quote.shown.overlaps(sentence.range) for quote in analysis.quotes):
        return False
    return any(
        claim.kind == "opinion" for claim in inside(analysis.claims, sentence.range)
    ) or _judges(sentence, reading.article.language)


def _judges(sentence: Sentence, language: Language) -> bool:
    """Whether a word or its base form does; of those written large, only a noun.

    Of "Güter" the base form is "gut". The first word of a sentence is large anyway: "Gut ist",
    but "Gut Holm".
    """
    words, lemmas = sentence.words, sentence.lemmas
    opening = words[:1] if words[1:2] and words[1].islower() else ()
    small, nouns = JUDGING_WORDS[language], JUDGING_NOUNS[language]
    return any(FOLDED[word] in small for word in opening) or any(
        not {FOLDED[word], lemma}.isdisjoint(small if word.islower() else nouns)
        for word, lemma in zip(words, lemmas, strict=True)
        if word not in THINGS_TOLD
    )

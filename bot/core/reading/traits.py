"""What kind of sentence it is: can it stand alone, does it ask, judge or quote."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.core.language.folding import FOLDED
from bot.core.language.reference_words import AUTHOR_WORDS
from bot.core.models import Traits
from bot.core.reading.standing import Surroundings, addresses, stands_alone
from bot.core.reading.stretches import Stretches
from bot.core.within import inside

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.core.models import Claim, Draft, Name, Quote, Sentence


def find_traits(
    draft: Draft, names: Sequence[Name], quotes: Sequence[Quote], claims: Sequence[Claim]
) -> tuple[Traits, ...]:
    """The traits of each sentence of the draft, in order."""
    quoted = Stretches(quote.range for quote in quotes if quote.mode == "direct")
    around = Surroundings.of(draft, names, quotes)

    def traits_of(sentence: Sentence) -> Traits:
        kinds = {claim.kind for claim in inside(claims, sentence.range)}
        words = [FOLDED[word] for word in sentence.words]
        quotes_somebody = quoted.overlap(sentence.range)
        return Traits(
            stands_alone=stands_alone(around, sentence, words),
            asks="question" in kinds and not addresses(draft, sentence),
            judges=draft.article.kind == "opinion"
            or "opinion" in kinds
            or _author_speaks(sentence, words, quoted=quoted if quotes_somebody else None),
            quotes=quotes_somebody,
        )

    return tuple(traits_of(sentence) for sentence in draft.sentences)


def _author_speaks(sentence: Sentence, words: Sequence[str], *, quoted: Stretches | None) -> bool:
    """Whether "I" or "we" stands outside quotation marks."""
    return not AUTHOR_WORDS.isdisjoint(words) and any(
        word in AUTHOR_WORDS and not (quoted and quoted.overlap(sentence.word_range(place)))
        for place, word in enumerate(words)
    )

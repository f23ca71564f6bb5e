"""Whether a reader who sees nothing but one sentence knows who and what is meant.

A sentence fails that begins with a word that joins or points back, that leaves a pronoun open,
that reports what somebody said without saying who, or that holds but one end of a quotation.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from bot.core.language.folding import FOLDED
from bot.core.language.reference_words import (
    ADDRESSES,
    ANAPHORIC_NOUNS,
    COORDINATORS,
    DEMONSTRATIVES,
    FOLLOWING_POINTERS,
    FOLLOWING_VERBS,
    JOINING_WORDS,
    LOOSE_PREPOSITIONS,
    NOUN_COMPANIONS,
    OBJECT_PRONOUNS,
    PERSON_PRONOUNS,
    POINTING_ANYWHERE,
    POINTING_EARLY,
    POINTING_WORDS,
    SPANS_OF_TIME,
)
from bot.core.marks import is_torn
from bot.core.reading.claims import present_subjunctives

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.core.models import Draft, Quote, Sentence
    from bot.core.reading.stretches import Stretches

_FEWEST_WORDS = 4
# Whoever is meant by "him" is seldom the one who acts: two people must have been named.
_BOTH = 2
_AMBIGUOUS = frozenset({"sein", "sie", "ihr", "ihre"})
_AFTER_START = ':„“"»«–(.!?'


def stands_alone(  # noqa: PLR0913 - what was found in the draft, each part by name
    draft: Draft,
    sentence: Sentence,
    words: Sequence[str],
    *,
    people: Sequence[int],
    told: Stretches,
    spread: Stretches,
) -> bool:
    """Whether the sentence, of which `words` are the folded words, is understood by itself.

    `people` is where persons and organisations are named; `told` is all speech that has a
    source, `spread` the speech that runs over several sentences.
    """
    if len(words) < _FEWEST_WORDS or _points_back(words):
        return False
    if words[0] in DEMONSTRATIVES and not _opens_noun_phrase(draft, sentence):
        return False
    if spread.overlap(sentence.range) or is_torn(draft.article.cut(sentence.range)):
        return False
    if draft.article.language == "de" and (
        addresses(draft, sentence)
        or _opens_with_sie(draft, sentence, people)
        or _lacks_source(draft, sentence, told)
    ):
        return False
    before = bisect_left(people, sentence.start)
    return all(
        bisect_right(people, place) - before >= (_BOTH if is_object else 1)
        for place, is_object in _pronouns(draft, sentence, words)
    )


def crosses(quote: Quote, sentences: Sequence[Sentence], starts: Sequence[int]) -> bool:
    """Whether the speech goes on beyond the sentence in which it begins."""
    number = bisect_right(starts, quote.range.start) - 1
    return number >= 0 and quote.range.end > sentences[number].end


def addresses(draft: Draft, sentence: Sentence) -> bool:
    """Whether somebody is spoken to ("Glauben Sie …?"), as in an interview."""
    text = draft.article.text
    for place, word in enumerate(sentence.words):
        if place and word in ADDRESSES:
            start = sentence.start + sentence.offsets[place]
            if text[start - 2] not in _AFTER_START and text[start - 1] not in _AFTER_START:
                return True
    return False


def _points_back(words: Sequence[str]) -> bool:
    """Whether a word of the sentence, mostly its first, stands for something named before."""
    first, second, third = words[0], words[1], words[2]
    return (
        first in JOINING_WORDS
        or first in POINTING_WORDS
        or not POINTING_ANYWHERE.isdisjoint(words)
        or not POINTING_EARLY.isdisjoint(words[1:4])
        # "Vor acht Monaten" counts from a day that the reader does not see.
        or (first in {"vor", "in"} and not SPANS_OF_TIME.isdisjoint(words[1:4]))
        # "In dem Jahr" is another year than "im Jahr".
        or (first in LOOSE_PREPOSITIONS and second == "dem")
        or (first in DEMONSTRATIVES and second in FOLLOWING_POINTERS)
        or (first in DEMONSTRATIVES and second in ANAPHORIC_NOUNS and third not in NOUN_COMPANIONS)
        or (first == "hintergrund" and second in FOLLOWING_VERBS)
    )


def _opens_noun_phrase(draft: Draft, sentence: Sentence) -> bool:
    """Whether a leading article belongs to a noun ("Der Unternehmer"), not "Der wehrte sich"."""
    if draft.article.language == "en":
        return True
    if FOLDED[sentence.words[1]] in FOLLOWING_VERBS:
        return False
    return any(word[:1].isupper() for word in sentence.words[1:6])


def _opens_with_sie(draft: Draft, sentence: Sentence, people: Sequence[int]) -> bool:
    """Whether "sie" stands in the first clause, where no noun of the clause can be meant."""
    if "sie" not in sentence.words:
        return False
    place = sentence.words.index("sie")
    start = sentence.start + sentence.offsets[place]
    named = bisect_left(people, start) > bisect_left(people, sentence.start)
    joined = sentence.words[place - 1] in COORDINATORS
    return not named and not joined and start < _end_of_first_clause(draft, sentence)


def _lacks_source(draft: Draft, sentence: Sentence, told: Stretches) -> bool:
    """Whether the subjunctive reports somebody whom the sentence does not name.

    Shown alone, "Das Werk sei zu teuer" would read as our own claim.
    """
    end = _end_of_first_clause(draft, sentence)
    return any(
        sentence.start + sentence.offsets[place] < end for place in present_subjunctives(sentence)
    ) and not told.overlap(sentence.range)


def _end_of_first_clause(draft: Draft, sentence: Sentence) -> int:
    comma = draft.article.text.find(",", sentence.start, sentence.end)
    return sentence.end if comma < 0 else comma


def _pronouns(draft: Draft, sentence: Sentence, words: Sequence[str]) -> Iterator[tuple[int, bool]]:
    """Where personal pronouns stand, and whether one is an object ("him").

    German "sie" and "sein" are too often something else.
    """
    if PERSON_PRONOUNS.isdisjoint(words):
        return
    german = draft.article.language == "de"
    for place, word in enumerate(words):
        if word not in PERSON_PRONOUNS:
            continue
        if german and (word in _AMBIGUOUS or sentence.words[place][:1].isupper()):
            continue
        yield sentence.start + sentence.offsets[place], word in OBJECT_PRONOUNS

"""What kind of sentence it is: can it stand alone, does it ask, judge or quote."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from bot.core.language.folding import FOLDED
from bot.core.language.reference_words import (
    AUTHOR_WORDS,
    DEMONSTRATIVES,
    FOLLOWING_VERBS,
    JOINING_WORDS,
    OBJECT_PRONOUNS,
    PERSON_PRONOUNS,
    POINTING_ANYWHERE,
    POINTING_WORDS,
    SPANS_OF_TIME,
)
from bot.core.marks import is_torn
from bot.core.models import Range, Traits
from bot.core.within import inside

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bot.core.models import Claim, Draft, Name, Quote, Sentence

_FEWEST_WORDS = 4
# Whoever is meant by "him" is seldom the one who acts: two people must have been named.
_BOTH = 2
_AMBIGUOUS = frozenset({"sein", "sie", "ihr", "ihre"})


def find_traits(
    draft: Draft, names: Sequence[Name], quotes: Sequence[Quote], claims: Sequence[Claim]
) -> tuple[Traits, ...]:
    """The traits of each sentence of the draft, in order."""
    quoted = _Stretches(quote.range for quote in quotes if quote.mode == "direct")
    people = sorted(
        mention.start for name in names if name.kind in {"PER", "ORG"} for mention in name.mentions
    )
    return tuple(
        _traits(draft, sentence, quoted=quoted, people=people, claims=claims)
        for sentence in draft.sentences
    )


class _Stretches:
    """Stretches of a text, apart from each other, that can be asked for quickly."""

    def __init__(self, ranges: Iterable[Range]) -> None:
        self._ranges = sorted(ranges)
        self._starts = [part.start for part in self._ranges]

    def overlap(self, part: Range) -> bool:
        place = bisect_right(self._starts, part.end - 1) - 1
        return place >= 0 and self._ranges[place].overlaps(part)


def _traits(
    draft: Draft,
    sentence: Sentence,
    *,
    quoted: _Stretches,
    people: Sequence[int],
    claims: Sequence[Claim],
) -> Traits:
    kinds = {claim.kind for claim in inside(claims, sentence.range)}
    words = [FOLDED[word] for word in sentence.words]
    quotes = quoted.overlap(sentence.range)
    return Traits(
        stands_alone=_stands_alone(draft, sentence, words, people=people),
        asks="question" in kinds,
        judges=draft.article.kind == "opinion"
        or "opinion" in kinds
        or _author_speaks(sentence, words, quoted=quoted if quotes else None),
        quotes=quotes,
    )


def _author_speaks(sentence: Sentence, words: Sequence[str], *, quoted: _Stretches | None) -> bool:
    """Whether "I" or "we" stands outside quotation marks."""
    return not AUTHOR_WORDS.isdisjoint(words) and any(
        word in AUTHOR_WORDS and not (quoted and quoted.overlap(sentence.word_range(place)))
        for place, word in enumerate(words)
    )


def _stands_alone(
    draft: Draft, sentence: Sentence, words: Sequence[str], *, people: Sequence[int]
) -> bool:
    """Not if it begins with a word that joins or points back, or names nobody before "er".

    Nor if it holds but one end of a quotation or a bracket.
    """
    if len(words) < _FEWEST_WORDS or words[0] in JOINING_WORDS or words[0] in POINTING_WORDS:
        return False
    if words[0] in DEMONSTRATIVES and not _opens_noun_phrase(draft, sentence):
        return False
    if not POINTING_ANYWHERE.isdisjoint(words) or _counts_back(words):
        return False
    if is_torn(draft.article.cut(sentence.range)):
        return False
    before = bisect_left(people, sentence.start)
    return all(
        bisect_right(people, place) - before >= (_BOTH if is_object else 1)
        for place, is_object in _pronouns(draft, sentence, words)
    )


def _counts_back(words: Sequence[str]) -> bool:
    """Whether "Vor acht Monaten" at the start counts from a day that the reader does not see."""
    return words[0] in {"vor", "in"} and not SPANS_OF_TIME.isdisjoint(words[1:4])


def _opens_noun_phrase(draft: Draft, sentence: Sentence) -> bool:
    """Whether a leading article belongs to a noun ("Der Unternehmer"), not "Der wehrte sich"."""
    if draft.article.language == "en":
        return True
    if FOLDED[sentence.words[1]] in FOLLOWING_VERBS:
        return False
    return any(word[:1].isupper() for word in sentence.words[1:6])


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

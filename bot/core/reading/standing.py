"""Whether a reader who sees nothing but one sentence knows who and what is meant.

A sentence fails that begins with a word that joins or points back, that leaves a pronoun open,
that reports what somebody said without saying who, or that holds but one end of a quotation.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from bot.core.language.endings import ADJECTIVE_ENDINGS
from bot.core.language.folding import FOLDED, fold
from bot.core.language.reference_words import (
    ADDRESSES,
    ANAPHORIC_NOUNS,
    ANNOUNCING_VERBS,
    BEING,
    CALLING,
    COMPARING_TIMES,
    COORDINATORS,
    DEFINITE,
    DEMONSTRATIVES,
    EMPTY_IT_VERBS,
    FOLLOWING_POINTERS,
    FOLLOWING_VERBS,
    GIVING_REASONS,
    HAVING,
    HOUSES,
    INVOLVED,
    JOINING_WORDS,
    LOOSE_PREPOSITIONS,
    NOUN_COMPANIONS,
    OBJECT_PRONOUNS,
    OPENING_NUMBERS,
    PARTS_OF,
    PERSON_PRONOUNS,
    POINTING_ANYWHERE,
    POINTING_EARLY,
    POINTING_SPANS,
    POINTING_TIMES,
    POINTING_UNLESS_TOLD,
    POINTING_WORDS,
    REASONS,
    RELATIONAL_WORDS,
    SAYING_WHICH,
    SPANS_OF_TIME,
    TELLING_WHAT,
    TIME_WORDS,
)
from bot.core.marks import is_torn
from bot.core.reading.claims import present_subjunctives
from bot.core.reading.stretches import Stretches

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bot.core.models import Draft, Name, Quote, Sentence

_FEWEST_WORDS = 4
# Whoever is meant by "him" is seldom the one who acts: two people must have been named.
_BOTH = 2
_IT_WITHIN = 6
# A span of time counts from another sentence if nothing of its own stands before it.
_OPENING = 4
_AMBIGUOUS = frozenset({"sein", "sie", "ihr", "ihre"})
_AFTER_START = ':„“"»«–(.!?'


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What of an article decides how its sentences are understood.

    `people` is where persons and organisations are named, in order, `persons` where persons
    are; `told` is all speech that has a source, `spread` the speech that runs over several
    sentences.
    """

    draft: Draft
    people: Sequence[int]
    persons: Sequence[int]
    told: Stretches
    spread: Stretches

    @classmethod
    def of(cls, draft: Draft, names: Sequence[Name], quotes: Sequence[Quote]) -> Surroundings:
        """Gather it from what was found so far."""
        starts = [sentence.start for sentence in draft.sentences]
        return cls(
            draft,
            _starts(name for name in names if name.kind in {"PER", "ORG"}),
            _starts(name for name in names if name.kind == "PER"),
            Stretches(part for quote in quotes for part in (quote.range, quote.shown)),
            Stretches(quote.range for quote in quotes if _crosses(quote, draft, starts)),
        )


def stands_alone(around: Surroundings, sentence: Sentence, words: Sequence[str]) -> bool:
    """Whether the sentence, of which `words` are the folded words, is understood by itself."""
    draft = around.draft
    if len(words) < _FEWEST_WORDS or _points_back(words):
        return False
    if words[0] in DEMONSTRATIVES and not _opens_noun_phrase(draft, sentence):
        return False
    if around.spread.overlap(sentence.range) or is_torn(draft.article.cut(sentence.range)):
        return False
    if draft.article.language == "de" and (
        addresses(draft, sentence)
        or _opens_with_sie(around, sentence)
        or _points_back_by_adverb(draft, sentence, words)
        or _counts_what_was_told(sentence, words)
        or _lacks_source(around, sentence)
    ):
        return False
    if draft.article.language == "en" and (
        _opens_with_it(around, sentence, words) or _points_back_by_that(words)
    ):
        return False
    return not _leaves_house_open(around, sentence, words) and all(
        _named_between(around.persons, sentence.start, place) >= _BOTH
        if is_object
        else _named_between(around.people, sentence.start, place)
        for place, is_object in _pronouns(draft, sentence, words)
    )


def _starts(names: Iterable[Name]) -> list[int]:
    return sorted(mention.start for name in names for mention in name.mentions)


def _named_between(starts: Sequence[int], first: int, last: int) -> int:
    return bisect_right(starts, last) - bisect_left(starts, first)


def addresses(draft: Draft, sentence: Sentence) -> bool:
    """Whether somebody is spoken to ("Glauben Sie …?"), as in an interview."""
    text = draft.article.text
    for place, word in enumerate(sentence.words):
        if place and word in ADDRESSES:
            start = sentence.start + sentence.offsets[place]
            if text[start - 2] not in _AFTER_START and text[start - 1] not in _AFTER_START:
                return True
    return False


def _crosses(quote: Quote, draft: Draft, starts: Sequence[int]) -> bool:
    """Whether the speech goes on beyond the sentence in which it begins.

    What was only announced in the next sentence does not count.
    """
    if quote.mode == "reported" and fold(quote.verb.split(" ")[0]) in ANNOUNCING_VERBS:
        return False
    number = bisect_right(starts, quote.range.start) - 1
    return number >= 0 and quote.range.end > draft.sentences[number].end


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
        or (first in {"kein", "keine", "no"} and second in FOLLOWING_POINTERS)
        or (first == "hintergrund" and second in FOLLOWING_VERBS)
        or (first in RELATIONAL_WORDS and second in BEING)
        or _points_to_a_time(words)
        or any(word in words and said.isdisjoint(words) for word, said in INVOLVED.items())
    )


def _points_to_a_time(words: Sequence[str]) -> bool:
    """Whether a day or time is told from another one: "am selben Tag", "since then"."""
    if TIME_WORDS.isdisjoint(words):
        return False
    text = " ".join(words)
    opening = " ".join(words[:_OPENING])
    if any(phrase in opening for phrase in POINTING_SPANS):
        return not any(phrase in opening for phrase in COMPARING_TIMES)
    return any(phrase in text for phrase in POINTING_TIMES)


def _points_back_by_adverb(draft: Draft, sentence: Sentence, words: Sequence[str]) -> bool:
    """Whether "damit" or "hatte es …" stands for something that no clause behind it tells."""
    for place, word in enumerate(words):
        if word == "ebenfalls":
            # Behind a comma it goes with what the sentence begins with.
            if _end_of_first_clause(draft, sentence) == sentence.end:
                return True
        elif word in POINTING_UNLESS_TOLD or (word == "es" and words[place - 1] in HAVING):
            if not _is_told_beside(draft, sentence, place):
                return True
        elif word == "das" and place and _is_object(draft, sentence, place):
            return True
    return False


def _counts_what_was_told(sentence: Sentence, words: Sequence[str]) -> bool:
    """Whether it opens with a number of nothing: "Zwei liegen in Texas"."""
    if words[0] not in OPENING_NUMBERS or words[1] in PARTS_OF:
        return False
    for word in sentence.words[1:5]:
        if word[0].isupper():
            return False
        if not word.endswith(ADJECTIVE_ENDINGS):
            return True
    return True


def _is_told_beside(draft: Draft, sentence: Sentence, place: int) -> bool:
    """Whether another clause says what the word means: "rechnet damit, dass …"."""
    part, text = sentence.word_range(place), draft.article.text
    before = text[sentence.start : part.start]
    _, comma, behind = text[part.end : sentence.end].partition(",")
    first = FOLDED[behind.split(maxsplit=1)[0]] if behind.split() else ""
    if FOLDED[sentence.words[place]] in GIVING_REASONS:
        # A comma before may be that of a list.
        return first in REASONS or ";" in before
    if "," in before or ";" in before:
        return True
    return bool(comma) and (first in TELLING_WHAT or " zu " in behind)


def _is_object(draft: Draft, sentence: Sentence, place: int) -> bool:
    """Whether "das" is no article: nothing with a capital or a number follows in its clause."""
    part = sentence.word_range(place)
    text = draft.article.text
    before = text[sentence.start : part.start]
    if before.rstrip().endswith(",") or before.count("„") > before.count("“"):
        return False
    clause, comma, behind = text[part.end : sentence.end].partition(",")
    if comma and not clause.strip() and behind.split()[:1] and behind.split()[0] in {"was", "wer"}:
        return False
    return not any(char.isupper() or char.isdigit() for char in clause)


def _points_back_by_that(words: Sequence[str]) -> bool:
    """Whether "that" is what somebody denies or calls wrong: "OpenAI disputes that"."""
    return words[-1] == "that" or any(
        word in CALLING and following == "that" for word, following in pairwise(words)
    )


def _leaves_house_open(around: Surroundings, sentence: Sentence, words: Sequence[str]) -> bool:
    """Whether "des amerikanischen Konzerns" stands where nobody has been named yet."""
    for place, word in enumerate(words):
        if word not in HOUSES or DEFINITE.isdisjoint(words[max(0, place - 2) : place]):
            continue
        following = sentence.words[place + 1] if place + 1 < len(words) else ""
        is_told = following in SAYING_WHICH or following[:1].isupper()
        named = _named_between(around.people, sentence.start, sentence.word_range(place).start)
        return not (is_told or named)
    return False


def _opens_with_it(around: Surroundings, sentence: Sentence, words: Sequence[str]) -> bool:
    """Whether "it" acts behind a first phrase that names nobody: "On 5 May it said"."""
    if "it" not in words[1:_IT_WITHIN]:
        return False
    place = words.index("it")
    start = sentence.start + sentence.offsets[place]
    empty = place + 1 < len(words) and words[place + 1] in EMPTY_IT_VERBS
    return not empty and not _named_between(around.people, sentence.start, start)


def _opens_noun_phrase(draft: Draft, sentence: Sentence) -> bool:
    """Whether a leading article belongs to a noun ("Der Unternehmer"), not "Der wehrte sich"."""
    if draft.article.language == "en":
        return True
    if FOLDED[sentence.words[1]] in FOLLOWING_VERBS:
        return False
    return any(word[:1].isupper() for word in sentence.words[1:6])


def _opens_with_sie(around: Surroundings, sentence: Sentence) -> bool:
    """Whether "sie" stands in the first clause, where no noun of the clause can be meant."""
    if "sie" not in sentence.words:
        return False
    place = sentence.words.index("sie")
    start = sentence.start + sentence.offsets[place]
    if sentence.words[place - 1] in COORDINATORS:
        return False
    named = _named_between(around.people, sentence.start, start)
    # "Anna Beispiel führt sie an": whoever opens the sentence and acts is not meant by it.
    subject, verb = sentence.words[: place - 1], sentence.words[place - 1]
    acts = bool(subject) and verb[0].islower() and all(word[0].isupper() for word in subject)
    return (acts or not named) and start < _end_of_first_clause(around.draft, sentence)


def _lacks_source(around: Surroundings, sentence: Sentence) -> bool:
    """Whether the first clause reports ("Das Werk sei zu teuer") what nobody here is said to say.

    Shown alone, it would read as our own claim.
    """
    if around.told.overlap(sentence.range):
        return False
    end = _end_of_first_clause(around.draft, sentence)
    return any(
        sentence.start + sentence.offsets[place] < end for place in present_subjunctives(sentence)
    )


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

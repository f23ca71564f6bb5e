"""Whether one sentence says what another says, less, or the contrary.

Sentences of much the same words may: "kostet", "kostet nicht" and "soll kosten" share all that
carry meaning. In doubt two sentences say two things: a source that does not say what it is cited
for misleads, one that is not cited only misses.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.core.language.assertion_words import (
    BEFORE_NO_DENIAL,
    BEHIND_NO_DENIAL,
    BEING,
    DENYING_WORDS,
    INTENTIONS,
    MODALITIES,
    PAST,
    PLAIN_SAYING,
    SYNONYMS,
    TO_COME,
)
from bot.core.language.content_words import STOPWORDS
from bot.core.language.folding import FOLDED
from bot.core.within import inside, named_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bot.core.models import Claim, Language, Quote, Reading, Sentence

_DENIAL = "not"
_PAST = "past"
# Cues that change what is said, beside hedges and denials.
_TURNING = frozenset({"condition", "question", "denial"})
_CONTRACTED = ("n't", "n’t")


@dataclass(frozen=True, slots=True)
class Assertion:
    """What a sentence says, taken apart.

    `words` are the base forms that carry meaning, one for all of the same meaning, `actions`
    those of them that are no nouns or names; `names` are people and organisations in their order.
    `denied` holds what each denial stands before; `denies` is whether one of them denies
    outright, not "noch nicht". `is_hedged`: it is reported, or only likely. `speakers` are the
    last names of those who say so, `turned` the kinds of other cues, `modality` what must, may,
    will or was to be.
    """

    language: Language
    words: frozenset[str]
    actions: frozenset[str]
    amounts: frozenset[tuple[float, str, str]]
    names: tuple[str, ...]
    denied: tuple[tuple[str, str], ...]
    denies: bool
    is_hedged: bool
    speakers: frozenset[str]
    turned: frozenset[str]
    modality: frozenset[str]


def assertion_of(reading: Reading, number: int) -> Assertion:
    """What the sentence with this number says."""
    sentence = reading.analysis.sentences[number]
    claims = inside(reading.analysis.claims, sentence.range)
    speech = [quote for quote in reading.analysis.quotes if _touches(quote, sentence)]
    is_hedged = bool(speech) or any(claim.kind == "hedge" for claim in claims)
    words = dict(_telling(sentence, is_hedged=is_hedged))
    figures = inside(reading.analysis.figures, sentence.range)
    denials = tuple(_denials(sentence, claims, words))
    return Assertion(
        language=reading.article.language,
        words=frozenset(words.values()),
        actions=frozenset(
            word for place, word in words.items() if sentence.words[place][0].islower()
        ),
        amounts=frozenset((one.value, one.unit, one.qualifier) for one in figures),
        names=_actors(reading, sentence),
        denied=tuple(sorted((kind, what) for _, kind, what in denials)),
        denies=any(kind == _DENIAL and _is_outright(sentence, place) for place, kind, _ in denials),
        is_hedged=is_hedged,
        speakers=frozenset(
            FOLDED[one.speaker_name.split()[-1]] for one in speech if one.speaker_name
        ),
        turned=frozenset(claim.kind for claim in claims if claim.kind in _TURNING),
        modality=frozenset(_modality(sentence, MODALITIES[reading.article.language])),
    )


def confirms(other: Assertion, shown: Assertion) -> bool:
    """Whether `other` may be cited as a source of `shown`: it says the same, as surely.

    What is hedged or attributed confirms only what is so itself, and by the same people.
    """
    return (
        is_of_same_matter(other, shown)
        and shown.actions <= other.words
        and other.denied == shown.denied
        and other.is_hedged == shown.is_hedged
        and other.modality == shown.modality
        and not _are_apart(other.speakers, shown.speakers)
    )


def is_as_sure(one: Assertion, other: Assertion) -> bool:
    """Whether both state it as a fact, or both deny it or hedge it, in any language.

    "was opened" and "eröffnet" are one; "will open" is another.
    """
    return (
        bool(one.denied) == bool(other.denied)
        and one.is_hedged == other.is_hedged
        and one.modality - {_PAST} == other.modality - {_PAST}
        and not _are_apart(one.speakers, other.speakers)
    )


def outdoes(plain: Assertion, hedged: Assertion) -> bool:
    """Whether `plain` says as a fact what `hedged` says with a hedge or as somebody's words."""
    return (
        hedged.is_hedged
        and not plain.is_hedged
        and is_of_same_matter(plain, hedged)
        and plain.denied == hedged.denied
        and not (plain.modality ^ hedged.modality) - {TO_COME}
    )


def contradicts(one: Assertion, other: Assertion) -> bool:
    """Whether one of them denies outright what the other says, hedged or not."""
    return (
        is_of_same_matter(one, other)
        and one.modality == other.modality
        and bool(one.denied) != bool(other.denied)
        and (one.denies or other.denies)
    )


def is_told_by(new: Assertion, known: Assertion) -> bool:
    """Whether who knows `known` learns nothing from `new`, in much the same words.

    What was said as a fact is no news with a hedge; what was hedged is, when it is a fact, and
    what was to come, when it has happened.
    """
    return (
        new.denied == known.denied
        and new.turned == known.turned
        and (new.is_hedged or not known.is_hedged)
        and (TO_COME in new.modality or TO_COME not in known.modality)
        and _numbers(new) == _numbers(known)
        and not (new.actions - known.words and known.actions - new.words)
        and not (new.actions ^ known.actions) & _INTENDING
    )


def is_of_same_matter(one: Assertion, other: Assertion) -> bool:
    """Whether they speak of the same, but for denials and hedges.

    One may say more than the other; if each says something that the other does not, as "gekauft"
    and "verkauft", they speak of two things. So they do in two languages: nobody compares verbs.
    """
    return (
        one.language == other.language
        and (one.words <= other.words or other.words <= one.words)
        and not (one.words ^ other.words) & _INTENDING
        and one.turned == other.turned
        and _numbers(one) == _numbers(other)
        and one.amounts == other.amounts
        and _in_one_order(one.names, other.names)
    )


def may_be_of_same_matter(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether sentences of these content words can speak of the same; quickly told if they can't.

    A word that has no synonym and denies nothing is taken for what it is: if either has such a
    word that the other has not, nothing else need be looked at.
    """
    return not (_has_its_own(one - other) and _has_its_own(other - one))


def _has_its_own(words: frozenset[str]) -> bool:
    return any(word not in _CHANGED and not word.endswith(_CONTRACTED) for word in words)


# What may be left out of an assertion, or stand in it for another word.
_CHANGED = frozenset(
    (
        *DENYING_WORDS,
        *PLAIN_SAYING,
        *INTENTIONS,
        *INTENTIONS.values(),
        *SYNONYMS,
        *SYNONYMS.values(),
    )
)
_INTENDING = frozenset(INTENTIONS.values())


def _numbers(one: Assertion) -> frozenset[str]:
    return frozenset(word for word in one.words if word[0].isdigit())


def _are_apart(one: frozenset[object], other: frozenset[object]) -> bool:
    return bool(one and other) and one.isdisjoint(other)


def _in_one_order(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether the names that both have follow each other alike: who acts stands first."""
    shared = frozenset(one) & frozenset(other)
    return [name for name in one if name in shared] == [name for name in other if name in shared]


def _touches(quote: Quote, sentence: Sentence) -> bool:
    return quote.range.overlaps(sentence.range) or quote.shown.overlaps(sentence.range)


def _telling(sentence: Sentence, *, is_hedged: bool) -> Iterator[tuple[int, str]]:
    """The words that carry meaning by their place, one for all that mean the same."""
    for place, lemma in enumerate(sentence.lemmas):
        lower = FOLDED[sentence.words[place]]
        if lemma in STOPWORDS or lower in DENYING_WORDS or lower.endswith(_CONTRACTED):
            continue
        if is_hedged and lemma in PLAIN_SAYING:
            continue
        yield place, INTENTIONS.get(lemma) or SYNONYMS.get(lemma, lemma)


def _denials(
    sentence: Sentence, claims: tuple[Claim, ...], words: dict[int, str]
) -> Iterator[tuple[int, str, str]]:
    """The place of each negation, its kind, and the word that it stands before (or behind)."""
    found = {claim.range.start - sentence.start for claim in claims if claim.kind == "negation"}
    for place, offset in enumerate(sentence.offsets):
        lower = FOLDED[sentence.words[place]]
        denies = lower in DENYING_WORDS or lower.endswith(_CONTRACTED)
        if denies or offset in found:
            behind = next((word for at, word in words.items() if at > place), "")
            before = next((word for at, word in reversed(words.items()) if at < place), "")
            yield place, _DENIAL if denies else lower, behind or before


def _is_outright(sentence: Sentence, place: int) -> bool:
    """Whether a denial is one: neither "noch nicht" nor "nicht nur"."""
    words = [FOLDED[word] for word in sentence.words[max(0, place - 1) : place + 2]]
    before = words[:1] if place else []
    behind = words[1 + bool(place) :]
    return BEFORE_NO_DENIAL.isdisjoint(before) and BEHIND_NO_DENIAL.isdisjoint(behind)


def _modality(sentence: Sentence, known: Mapping[str, str]) -> Iterator[str]:
    lowers = [FOLDED[word] for word in sentence.words]
    for lower, following in zip(lowers, [*lowers[1:], ""], strict=True):
        if lower in known:
            yield known[lower]
        elif lower in PAST:
            yield _PAST
        elif lower in BEING and following == "to":
            yield TO_COME


def _actors(reading: Reading, sentence: Sentence) -> tuple[str, ...]:
    """The last words of the names of people and organisations, in the order of the sentence."""
    part = sentence.range
    found = sorted(
        (mention.start, FOLDED[name.name.split()[-1]])
        for mention, name in named_in(reading.analysis.names, part)
        if name.kind in {"PER", "ORG"}
    )
    return tuple(dict.fromkeys(word for _, word in found))

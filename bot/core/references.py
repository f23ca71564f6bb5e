"""What a sentence speaks of as known: "the deal", "die Gruppe", "das Vorhaben".

The article has told before what is meant; a card may not. Unlike the traits of a sentence this
depends on the card: where the topic is what is meant, the sentence is understood.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING

from bot.core.language.content_words import STOPWORDS
from bot.core.language.endings import ADJECTIVE_ENDINGS
from bot.core.language.folding import FOLDED
from bot.core.language.reference_words import (
    COMPLEMENTS,
    DEFINITE_ARTICLES,
    HOUSES,
    INDEFINITE_ARTICLES,
    ORDINALS,
    REFERRING_NOUNS,
    RELATIONAL_NOUNS,
    RELATIVES,
    ROLE_ENDINGS,
    TIME_NOUNS,
)
from bot.core.models import Range

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.core.models import Language, Reading, Sentence

_MOST_BETWEEN = 3
_NO_PART = STOPWORDS - ORDINALS
_SHORTEST_PART = 4


@dataclass(frozen=True, slots=True)
class Reference:
    """A noun with "the" that nothing in its sentence explains. `place` is that of the article.

    `told_in` is the number of the sentence that tells what is meant, if it has the noun or
    stands right before; `is_relational`: it belongs to something, as "the price" does.
    """

    place: int
    noun: str
    told_in: int | None
    is_relational: bool


def find_references(reading: Reading, number: int) -> tuple[Reference, ...]:
    """The references of the sentence with this number, in their order."""
    return tuple(_references(reading, number))


def opens_with_role(reading: Reading, number: int) -> bool:
    """Whether it says who is a partner but not of what: "Als Technologiepartner wird X genannt"."""
    sentence = reading.analysis.sentences[number]
    if sentence.words[:1] != ("Als",) or reading.article.language != "de":
        return False
    for at in range(1, min(2 + _MOST_BETWEEN, len(sentence.words) - 1)):
        word = sentence.words[at]
        if word[:1].isupper():
            is_role = _noun(sentence, at).endswith(ROLE_ENDINGS)
            is_open = sentence.words[at + 1].islower()
            return is_role and is_open and not _is_complemented(reading, sentence, at)
        if not word.endswith(ADJECTIVE_ENDINGS):
            break
    return False


def _references(reading: Reading, number: int) -> Iterator[Reference]:
    language = reading.article.language
    articles = DEFINITE_ARTICLES[language]
    sentence = reading.analysis.sentences[number]
    places = [place for place, word in enumerate(sentence.words) if word in articles]
    for place in places:
        head = _head(reading, number, place)
        if head is None or _is_relative(reading, sentence, place):
            continue
        if _is_explained(reading, sentence, place, head):
            continue
        noun = _noun(sentence, head)
        told_in = _told_in(reading, number, noun)
        is_relational = noun in RELATIONAL_NOUNS
        if told_in is None and not is_relational and _follows(reading, number):
            told_in = number - 1
        yield Reference(place, noun, told_in, is_relational)


def _is_relative(reading: Reading, sentence: Sentence, place: int) -> bool:
    """Whether ", das" opens a clause."""
    if not place:
        return False
    before = sentence.word_range(place - 1).end
    gap = reading.article.text[before : sentence.start + sentence.offsets[place]]
    return gap.rstrip().endswith(",")


def _noun(sentence: Sentence, head: int) -> str:
    return sentence.lemmas[head].removesuffix("'s").removesuffix("’s")


def _head(reading: Reading, number: int, place: int) -> int | None:
    """The noun of the article, if it is one that refers."""
    sentence = reading.analysis.sentences[number]
    behind = range(place + 1, min(place + 2 + _MOST_BETWEEN, len(sentence.words)))
    if reading.article.language == "en":
        phrase = takewhile(lambda at: FOLDED[sentence.words[at]] not in _NO_PART, behind)
        return next((at for at in phrase if _refers(reading, number, at)), None)
    for at in behind:
        word = sentence.words[at]
        if word[:1].isupper():
            # What is explained need not be looked for in the sentences before.
            is_open = not _is_complemented(reading, sentence, at)
            return at if is_open and _refers(reading, number, at) else None
        if not word.endswith(ADJECTIVE_ENDINGS):
            return None
    return None


def _refers(reading: Reading, number: int, at: int) -> bool:
    noun = _noun(reading.analysis.sentences[number], at)
    if noun in REFERRING_NOUNS or noun in RELATIONAL_NOUNS:
        return True
    return number > 0 and noun not in TIME_NOUNS and _is_introduced(reading, number, noun)


def _is_introduced(reading: Reading, number: int, noun: str) -> bool:
    """Whether an earlier sentence has it with "a": what is one of many until it is told."""
    sentences = reading.analysis.sentences[:number]
    return any(
        INDEFINITE_ARTICLES.intersection(
            map(FOLDED.__getitem__, sentence.words[max(0, at - _MOST_BETWEEN) : at])
        )
        for sentence in sentences
        if noun in sentence.lemmas
        for at in (sentence.lemmas.index(noun),)
    )


def _told_in(reading: Reading, number: int, noun: str) -> int | None:
    """The nearest sentence before with the noun, or with a German compound of it."""
    sentences, language = reading.analysis.sentences, reading.article.language
    for before in range(number - 1, -1, -1):
        lemmas = sentences[before].lemmas
        if noun in lemmas or any(_is_compound(lemma, noun, language) for lemma in lemmas):
            return before
    return None


def _is_compound(word: str, noun: str, language: Language) -> bool:
    return language == "de" and len(noun) >= _SHORTEST_PART and word.endswith(noun)


def _follows(reading: Reading, number: int) -> bool:
    sentences = reading.analysis.sentences
    return number > 0 and sentences[number - 1].paragraph == sentences[number].paragraph


def _is_explained(reading: Reading, sentence: Sentence, place: int, head: int) -> bool:
    """Whether the sentence says which: by a name, a complement, or what stands before."""
    if _is_complemented(reading, sentence, head):
        return True
    noun = _noun(sentence, head)
    if noun in sentence.lemmas[:place]:
        return True
    phrase = [FOLDED[word] for word in sentence.words[place + 1 : head]]
    if noun not in RELATIONAL_NOUNS and not ORDINALS.isdisjoint(phrase):
        return True
    # A house is known by any name before it, anything else by one in its own phrase.
    part = sentence.word_range(place, head)
    is_house = FOLDED[sentence.words[head]] in HOUSES
    start = sentence.start if is_house else part.start
    return any(
        mention.start < part.end and start < mention.end
        for name in reading.analysis.names
        for mention in name.mentions
    )


def _is_complemented(reading: Reading, sentence: Sentence, head: int) -> bool:
    """Whether words behind the noun say which: "the deal with X", "das Projekt, das X plant"."""
    if head + 1 == len(sentence.words):
        return False
    following = sentence.words[head + 1]
    gap = Range(sentence.word_range(head).end, sentence.word_range(head + 1).start)
    between = reading.article.cut(gap).strip()
    if between == ",":
        return FOLDED[following] in RELATIVES
    return not between and (following[:1].isupper() or FOLDED[following] in COMPLEMENTS)

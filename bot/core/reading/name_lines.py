"""A sentence laid out for finding names: words, where they stand, and what lies between them."""

from __future__ import annotations

from functools import lru_cache
from operator import add, ne
from typing import TYPE_CHECKING, NamedTuple

from bot.core.language.folding import fold
from bot.core.language.name_first import FIRST_NAMES
from bot.core.language.name_never import NEVER
from bot.core.language.name_words import (
    LONGEST_ROLE,
    ROLE_ENDINGS,
    SHORTEST_ROLE,
)
from bot.core.language.remembered import Remembered
from bot.core.models import Range
from bot.core.reading.words import vocabulary_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.core.models import Language, Sentence
    from bot.core.reading.words import Lemmatiser

_SENTENCE_MARKS = frozenset(".!?:;…\n•")
_QUOTATION_MARKS = frozenset("„“”\"»«‚‘'")
_NOUN_ENDINGS = tuple(
    """
    ung ungen heit heiten keit keiten schaft schaften tion tionen ismus tät täten nisse
    ling linge tum chen lein thek logie
    """.split()
)
_LINKS = ("s", "es", "n", "en", "er", "e", "ens")
_LONGEST_WORD = 40
_SMALL_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_SHORTEST_PART = 3
# Shorter compounds stand in the dictionary; names such as Stargate would fall apart.
_SHORTEST_COMPOUND = 9


class Line(NamedTuple):
    """The words of one sentence or heading. `gaps[i]` stands before word i, the last after all.

    `capitals` are the numbers of the words in which any letter is a capital.
    A line of a title stands nowhere in the text: its `shown` is false.
    """

    words: Sequence[str]
    starts: Sequence[int]
    gaps: Sequence[str]
    capitals: Sequence[int]
    shown: bool = True
    faint: bool = False

    def range(self, first: int, last: int) -> Range:
        """From word `first` to word `last`, without an apostrophe s."""
        word = self.words[last]
        return Range(self.starts[first], self.starts[last] + len(without_apostrophe(word)))

    def joined(self, number: int) -> bool:
        """Whether word `number` exists and only a space parts it from the word before."""
        return 0 < number < len(self.words) and self.gaps[number] in {" ", "\u00a0"}

    def before(self, number: int) -> str:
        """The word joined to word `number` on its left, or nothing."""
        return self.words[number - 1] if self.joined(number) else ""

    def after(self, number: int) -> str:
        """The word joined to word `number` on its right, or nothing."""
        return self.words[number + 1] if self.joined(number + 1) else ""

    def opens(self, number: int) -> bool:
        """Whether any word would have a capital here: after a stop, a colon or a quotation mark."""
        if number == 0:
            return True
        return not _QUOTATION_MARKS.isdisjoint(gap := self.gaps[number]) or not (
            _SENTENCE_MARKS.isdisjoint(gap)
        )


def lay_out(sentence: Sentence, text: str) -> Line:
    """The line of a sentence or heading of `text`."""
    starts = [sentence.start + offset for offset in sentence.offsets]
    words = sentence.words
    ends = [sentence.start, *map(add, starts, map(len, words))]
    gaps = [text[end:start] for end, start in zip(ends, (*starts, sentence.end), strict=True)]
    lowers = map(str.lower, words)
    capitals = [number for number, is_other in enumerate(map(ne, words, lowers)) if is_other]
    return Line(words, starts, gaps, capitals)


def has_capital(word: str) -> bool:
    """Whether any letter is a capital: Berlin, xAI, iPhone."""
    return word != word.lower()


def without_apostrophe(word: str) -> str:
    """The word without an apostrophe s: "Musk's" is "Musk"."""
    return word[:-2] if word.endswith(("'s", "’s")) else word


def is_first_name(word: str) -> bool:
    """Whether this is a first name, also a double one: Hans-Peter."""
    if "-" not in word:
        return word in FIRST_NAMES
    return all(part in FIRST_NAMES for part in word.split("-"))


def is_camel(word: str) -> bool:
    """Whether a capital stands inside, as in OpenAI, xAI, SpaceX; HIV and Müller-Lang are not."""
    if word[1:].islower() or "-" in word or word.isupper() or word.endswith("Innen"):
        return False
    # "xAI" and "iPhone" begin with small letters; more than two are a slip of the pen.
    small = len(word) - len(word.lstrip(_SMALL_LETTERS))
    return small < _SHORTEST_PART and any(char.isupper() for char in word[1:])


def is_acronym(word: str) -> bool:
    """Whether there are two to six letters, all capital, perhaps with digits: MGX, G42."""
    return 1 < len(word) <= 6 and word.isupper() and word.isalnum()  # noqa: PLR2004 -- as said


@lru_cache(maxsize=1 << 14)
def is_role(word: str) -> bool:
    """Whether a German word ends in a role: Bundeskanzlerin, OpenAI-Chef, Sprechers."""
    low = word.lower()
    longest = min(len(low), LONGEST_ROLE)
    return not ROLE_ENDINGS.isdisjoint([low[-size:] for size in range(SHORTEST_ROLE, longest + 1)])


class Lexicon:
    """What a dictionary says about words of one language, remembered for words that come again.

    Told apart by identity, since most functions of words are remembered for each lexicon.
    """

    def __init__(self, lemmatiser: Lemmatiser, language: Language) -> None:
        """Nothing is asked yet."""
        self.lemmatiser = lemmatiser
        self.language = language
        self._known = Remembered(lambda word: lemmatiser.is_known(word, language))
        self._ordinary = Remembered(lambda word: _is_ordinary(word, self))
        self._vocabulary = vocabulary_of(lemmatiser, language)

    def base(self, word: str) -> str:
        """The folded base form."""
        if word.isprintable():
            return self._vocabulary[word][1]
        # The vocabulary leaves soft hyphens and the like away, and the weights know words with.
        return fold(self.lemmatiser.lemma(word, self.language))

    def is_ordinary(self, word: str) -> bool:
        """Whether this is a word of the language (or made of such), so no sure sign of a name."""
        return self._ordinary[word]

    def is_english(self, word: str) -> bool:
        """Whether this is an ordinary word of English, as in foreign titles and brands."""
        return self.lemmatiser.is_known(word.lower(), "en")

    def is_known(self, word: str) -> bool:
        """Whether the dictionary has this very form."""
        return self._known[word]

    def has_form(self, form: str) -> bool:
        """The same of what may be part of a compound; not remembered, since few come again."""
        return self.lemmatiser.is_known(form, self.language)


@lru_cache(maxsize=4)
def lexicon_of(lemmatiser: Lemmatiser, language: Language) -> Lexicon:
    """The lexicon of this dictionary, the same at every call."""
    return Lexicon(lemmatiser, language)


def _is_ordinary(word: str, lexicon: Lexicon) -> bool:
    if word in NEVER or len(word) > _LONGEST_WORD:
        return True
    low = word.lower()
    if lexicon.is_known(low) or lexicon.is_known(word):
        return True
    if lexicon.language == "en" or is_camel(word):
        return False
    if "-" in word:
        tail = word.rpartition("-")[2]
        return len(tail) > 1 and lexicon.is_ordinary(tail)
    return low.endswith(_NOUN_ENDINGS) or _is_compound(low, lexicon)


def _is_compound(low: str, lexicon: Lexicon) -> bool:
    if len(low) < _SHORTEST_COMPOUND:
        return False
    return any(
        lexicon.has_form(low[cut:].capitalize()) and _is_part(low[:cut], lexicon)
        for cut in range(_SHORTEST_PART, len(low) - _SHORTEST_PART)
    )


def _is_part(low: str, lexicon: Lexicon) -> bool:
    forms = [low, low + "e", low + "en"]
    forms += [low.removesuffix(link) for link in _LINKS if low.endswith(link)]
    return any(
        len(form) >= _SHORTEST_PART
        and (lexicon.has_form(form.capitalize()) or lexicon.has_form(form))
        for form in forms
    )

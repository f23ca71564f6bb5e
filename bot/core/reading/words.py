"""Words with their places and base forms."""

from __future__ import annotations

import re
import sys
from functools import lru_cache
from typing import TYPE_CHECKING, Protocol

from bot.core.language.folding import fold
from bot.core.language.remembered import Remembered
from bot.core.models import Range, Sentence

if TYPE_CHECKING:
    from bot.core.models import Language

# Marks that belong to the letter before them: accents set apart, soft hyphens, joiners.
_LETTER = r"[\w\u0300-\u036f\u00ad\u200c\u200d\u2060]"
# A number with its inner marks (4,5 · 100.000 · 20:45), or a word with its joints
# (30-jährige · Musk's · AT&T · 3,5-fach); neither begins with a mark.
_WORD = re.compile(
    rf"\d+(?:[.,:]\d+)+(?:[-‑]\w{_LETTER}*)*"
    rf"|\w{_LETTER}*(?:[-‑'’&]\w{_LETTER}*)*"
)
_INVISIBLE = re.compile(r"[\u00ad\u200c\u200d\u2060]")
# Longer "words" are addresses or noise.
_LONGEST_LOOKED_UP = 60


class Lemmatiser(Protocol):
    """Base forms of words; fulfilled from outside, since dictionaries lie in files."""

    def lemma(self, word: str, language: Language) -> str:
        """The dictionary form of `word` as written there, or the word itself."""
        ...

    def is_known(self, word: str, language: Language) -> bool:
        """Whether the dictionary has `word` in this very form (nouns with their capital)."""
        ...

    def __hash__(self) -> int:
        """Base forms are remembered for each lemmatiser."""
        ...


def build_sentence(
    text: str, part: Range, paragraph: int, *, language: Language, lemmatiser: Lemmatiser
) -> Sentence:
    """Cut the characters of `part` into words; a sentence of punctuation alone has none."""
    matches = tuple(_WORD.finditer(text, part.start, part.end))
    offsets = tuple([match.start() - part.start for match in matches])
    vocabulary = vocabulary_of(lemmatiser, language)
    pairs = [vocabulary[match.group()] for match in matches]
    words, lemmas = zip(*pairs, strict=True) if pairs else ((), ())
    return Sentence(part.start, part.end, paragraph, offsets, words, lemmas)


@lru_cache(maxsize=4)
def vocabulary_of(lemmatiser: Lemmatiser, language: Language) -> Remembered[tuple[str, str]]:
    """Each word with its folded base form. All places in all texts share these two strings."""

    def describe(word: str) -> tuple[str, str]:
        visible = word if word.isascii() else _INVISIBLE.sub("", word)
        if len(word) > _LONGEST_LOOKED_UP:
            return word, fold(visible)
        return sys.intern(word), sys.intern(fold(lemmatiser.lemma(visible, language)))

    return Remembered(describe)

"""Words with their places and base forms."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING, Protocol

from bot.core.language.folding import fold
from bot.core.models import Range, Sentence

if TYPE_CHECKING:
    from bot.core.models import Language

# A word, or a number with its inner marks (4,5 · 100.000 · 30-jährige · Musk's · U.S.).
_WORD = re.compile(r"\d+(?:[.,:]\d+)+(?:-\w+)*|\w+(?:[-'’&]\w+)*")


class Lemmatiser(Protocol):
    """Base forms of words; fulfilled from outside, since dictionaries lie in files."""

    def lemma(self, word: str, language: Language) -> str:
        """The dictionary form of `word` as written there, or the word itself."""
        ...

    def is_known(self, word: str, language: Language) -> bool:
        """Whether the dictionary has `word` in this very form (nouns with their capital)."""
        ...


def build_sentence(
    text: str, part: Range, paragraph: int, *, language: Language, lemmatiser: Lemmatiser
) -> Sentence:
    """Cut the characters of `part` into words; a sentence of punctuation alone has none."""
    offsets: list[int] = []
    words: list[str] = []
    lemmas: list[str] = []
    for match in _WORD.finditer(text, part.start, part.end):
        word = sys.intern(match.group())
        offsets.append(match.start() - part.start)
        words.append(word)
        lemmas.append(sys.intern(fold(lemmatiser.lemma(word, language))))
    return Sentence(part.start, part.end, paragraph, tuple(offsets), tuple(words), tuple(lemmas))

"""Words with their places and base forms."""

from __future__ import annotations

import re
import sys
from functools import lru_cache
from typing import TYPE_CHECKING, Protocol

from bot.core.language.folding import fold
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
# Longer "words" are addresses or noise: not worth a place in memory.
_LONGEST_KEPT = 60


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
        word = match.group()
        offsets.append(match.start() - part.start)
        if len(word) > _LONGEST_KEPT:
            words.append(word)
            lemmas.append(fold(_INVISIBLE.sub("", word)))
            continue
        words.append(sys.intern(word))
        if not word.isascii():
            word = _INVISIBLE.sub("", word)
        lemmas.append(_fold_kept(lemmatiser.lemma(word, language)))
    return Sentence(part.start, part.end, paragraph, tuple(offsets), tuple(words), tuple(lemmas))


@lru_cache(maxsize=1 << 16)
def _fold_kept(lemma: str) -> str:
    return sys.intern(fold(lemma))

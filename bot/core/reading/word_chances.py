"""How likely each word of an article is to stand in the line under its headline.

Often said, early, in the title, a noun: that makes a word likely. Function words are in such a
line by sheer frequency. The weights are fitted by tests/benchmarks/fit_salience.py.
"""

from __future__ import annotations

from collections import Counter
from itertools import chain
from math import exp, log
from operator import mul
from typing import TYPE_CHECKING

from bot.core.language.folding import fold
from bot.core.language.stopwords import COMMONEST_WORDS, FUNCTION_WORDS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.core.models import Draft

# A function word: being one; the logarithms of its rank in the language and of its count.
FUNCTION_WEIGHTS = (-0.58, -0.70, 0.39)
# Any other word: being one; the logarithms of its count, of that of its base form, and of the
# place of the sentence that has it first; in the title; with a capital; tenths of letters; digits.
CONTENT_WEIGHTS = (-2.93, 0.91, 0.18, -0.64, 0.47, 0.73, -0.08, 0.63)

# Inflected forms and compounds share their first letters.
_STEM = 6
_TITLE_WORD = 4
# An address or noise may have any length.
_LONGEST = 30
_RANKS = {
    language: {word: rank for rank, word in enumerate(words)}
    for language, words in COMMONEST_WORDS.items()
}


def find_odds(draft: Draft, sentences: int) -> dict[str, float]:
    """The log-odds of each word (in lower case) of the first so many sentences."""
    return odds_of(measure_words(draft, sentences))


def chances_of(odds: Mapping[str, float]) -> dict[str, float]:
    """The same as chances from 0 to 1."""
    return {word: 1 / (1 + exp(-value)) for word, value in odds.items()}


def measure_words(draft: Draft, sentences: int) -> dict[str, tuple[float, ...]]:
    """What is known of the words (in lower case) of the first so many sentences.

    Three numbers for a function word, parallel to `FUNCTION_WEIGHTS`, else eight, parallel to
    `CONTENT_WEIGHTS`.
    """
    language = draft.article.language
    function, ranks = FUNCTION_WORDS[language], _RANKS[language]
    stems = title_stems(draft.article.title)
    counts, bases = _count(draft)
    measured: dict[str, tuple[float, ...]] = {}
    for place, sentence in enumerate(draft.sentences[:sentences]):
        for word, base in zip(sentence.words, sentence.lemmas, strict=True):
            low = word.lower()
            if low in measured:
                continue
            count = log(counts[low])
            if low in function:
                measured[low] = (1.0, log(1 + ranks.get(low, len(ranks))), count)
                continue
            kind = (
                stem(base) in stems,
                low != word,
                min(len(low), _LONGEST) / 10,
                low[0].isdigit(),
            )
            measured[low] = (1.0, count, log(bases[base]), log(1 + place), *kind)
    return measured


def odds_of(measured: Mapping[str, tuple[float, ...]]) -> dict[str, float]:
    """The log-odds that these measures come to, by logistic regression."""
    function = len(FUNCTION_WEIGHTS)
    return {
        word: sum(
            map(mul, values, FUNCTION_WEIGHTS if len(values) == function else CONTENT_WEIGHTS)
        )
        for word, values in measured.items()
    }


def title_stems(title: str) -> frozenset[str]:
    """The stems of the longer words of a title; compounds with a hyphen give several."""
    words = (word for part in title.split() for word in part.split("-"))
    return frozenset(stem(fold(word)) for word in words if len(word) >= _TITLE_WORD)


def stem(base: str) -> str:
    """What a folded base form shares with its compounds and other forms."""
    return base[:_STEM]


def _count(draft: Draft) -> tuple[Counter[str], Counter[str]]:
    """How often each word, and each base form, stands in the article."""
    words = chain.from_iterable(sentence.words for sentence in draft.sentences)
    bases = chain.from_iterable(sentence.lemmas for sentence in draft.sentences)
    return Counter(map(str.lower, words)), Counter(bases)

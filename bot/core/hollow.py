"""Whether a sentence says that somebody spoke or reacted, and nothing of what was said or done.

"Trump hat sich zur Kritik geäußert" leads to what he said; by itself it tells nothing.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from bot.core.language.content_words import STOPWORDS
from bot.core.language.endings import ADJECTIVE_ENDINGS
from bot.core.language.folding import FOLDED
from bot.core.language.hollow_words import (
    ARTICLES,
    EMPTY_ADVERBS,
    HOLLOW_KEYS,
    HOLLOW_PHRASES,
    HOLLOW_WORDS,
    MATTERS,
    NOT_SPEAKING,
    REACTIONS,
    TELLING_HOW,
    TOWARDS,
)
from bot.core.language.speech_grammar import RELATIVES, SUBORDINATORS
from bot.core.within import inside, named_in

if TYPE_CHECKING:
    from bot.core.models import Reading, Sentence

# Behind one of these somebody spoke or reacted in a clause beside the one that tells.
_CLAUSE_OPENERS = SUBORDINATORS["en"] | RELATIVES["en"]


def is_hollow(reading: Reading, number: int) -> bool:
    """Whether the sentence with this number is one; in doubt it is none."""
    analysis = reading.analysis
    sentence = analysis.sentences[number]
    if HOLLOW_KEYS.isdisjoint(sentence.lemmas):
        return False
    lemmas = frozenset(sentence.lemmas)
    part = sentence.range
    if (
        not any(phrase <= lemmas for phrase in HOLLOW_PHRASES)
        or inside(analysis.figures, part)
        or any(quote.shown.overlaps(part) for quote in analysis.quotes)
    ):
        return False
    first = next(at for at, lemma in enumerate(sentence.lemmas) if lemma in HOLLOW_KEYS)
    behind = sentence.word_range(first).end
    if "," in reading.article.text[behind : sentence.end] or _is_another_thing(sentence, first):
        return False
    if sentence.lemmas[first] in REACTIONS and not _is_of_words(reading, sentence, first):
        return False
    if reading.article.language == "en":
        return not (_tells_before(sentence, first) or _tells_how(sentence, first))
    days = [mention.range for mention in inside(analysis.dates, part)]
    words = range(len(sentence.words))
    undated = (at for at in words if not any(day.contains(sentence.word_range(at)) for day in days))
    return not any(_is_telling(sentence, at) for at in undated)


def _is_another_thing(sentence: Sentence, first: int) -> bool:
    """Whether the key word has its other meaning: troops take a position, a firm has accounts."""
    words = [FOLDED[word] for word in sentence.words]
    before = words[first - 1] if first else ""
    key = sentence.lemmas[first]
    if key == "stellung":
        return before in ARTICLES or TOWARDS.isdisjoint(words)
    if key == "statement":
        # "gab ein Statement ab", but "its annual financial statement".
        return before not in ARTICLES
    # "The comment on the plan led to a strike."
    return key in REACTIONS and before in ARTICLES


def _is_of_words(reading: Reading, sentence: Sentence, first: int) -> bool:
    """Whether somebody reacts to what others said or plan, or to somebody who is named."""
    if any(lemma in MATTERS for at, lemma in enumerate(sentence.lemmas) if at != first):
        return True
    # "hat auf Muster reagiert": German may name whom before the verb.
    place = sentence.words.index("auf") if "auf" in sentence.words else first
    start = sentence.word_range(min(place, first)).start
    mentions = named_in(reading.analysis.names, sentence.range)
    return any(name.kind != "LOC" and mention.start > start for mention, name in mentions)


def _tells_before(sentence: Sentence, first: int) -> bool:
    """Whether an English sentence has another verb or clause before its key word."""
    return any(
        FOLDED[word] in _CLAUSE_OPENERS
        or (
            # No base form, and no plural: a form of a verb.
            word.islower()
            and FOLDED[word] != lemma
            and not word.endswith("s")
            and lemma not in STOPWORDS
            and lemma not in HOLLOW_WORDS
            and lemma not in NOT_SPEAKING
        )
        for word, lemma in zip(sentence.words[:first], sentence.lemmas[:first], strict=True)
    )


def _tells_how(sentence: Sentence, first: int) -> bool:
    """Whether an English sentence goes on behind its verb with more than what was spoken of."""
    behind = [FOLDED[word] for word in sentence.words[first + 1 :]]
    return (
        not TELLING_HOW.isdisjoint(behind)
        or any(word.endswith("ly") and word not in EMPTY_ADVERBS for word in behind)
        or any(pair[0] == "by" and pair[1].endswith("ing") for pair in pairwise(behind))
    )


def _is_telling(sentence: Sentence, at: int) -> bool:
    """Whether a German word is another verb, or tells how: no adjective before its noun."""
    word, lemma = sentence.words[at], sentence.lemmas[at]
    if FOLDED[word] in TELLING_HOW:
        return True
    if not word.islower() or lemma in STOPWORDS or lemma in HOLLOW_WORDS or lemma in EMPTY_ADVERBS:
        return False
    following = sentence.words[at + 1 : at + 2]
    return not (following and word.endswith(ADJECTIVE_ENDINGS) and not following[0].islower())

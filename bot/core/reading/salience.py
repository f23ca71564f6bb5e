"""How well each sentence would stand for its article, as the line under a headline does.

A sentence is worth the chances of words (word_chances.py) and of neighbours (pair_chances.py)
that its first words bring together, less what stands against it: further down, a quotation,
"Deshalb ...". The next one is worth only what the chosen ones have not said yet, and of a long
one only what there is still room for. The weights are fitted to 2,500 German articles whose
editors wrote that line (tests/benchmarks/fit_salience.py). Short news, articles without a
title and those in another language keep the order of their text, which nothing beat there.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import pairwise
from math import fsum, log
from operator import mul
from typing import TYPE_CHECKING

from bot.core.language.stopwords import DANGLING_WORDS, FIRST_PERSON_WORDS, FUNCTION_WORDS
from bot.core.reading.pair_chances import Wording, find_pair_chances
from bot.core.reading.word_chances import chances_of, find_odds, stem, title_stems

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from bot.core.models import Article, Draft, Quote
    from bot.core.reading.pair_chances import Pair

# The chances of the first words; those of neighbours among them; the logarithm of the place;
# being first; a word that leans on the sentence before; inside a quotation; in the first
# person; with a colon; of a few words; the share of the title's words among its first.
SENTENCE_WEIGHTS = (1.99, 1.72, -0.23, 0.28, -0.11, -0.42, -0.23, -0.24, -0.26, 0.55)
_QUOTED = 5
# What the chances of words and of neighbours count in a further sentence, on average of its
# words, and what its place costs; chosen by five-fold cross-validation on the same articles, as
# are NEWS and FEATURE.
FURTHER_WEIGHTS = (10.0, 40.0, -0.3)
# How much the first sentence and the order of the text are trusted beyond the weights: a bonus
# and a factor on the cost of the place. In news the order is trusted more than in features,
# which begin with a scene; length tells the two apart.
NEWS, FEATURE = (0.5, 2.3), (0.5, 1.0)
_FEATURE_WORDS = 650
# Shorter news keeps its order: no choice that was tried gained a word in 25, and all lost
# neighbours, for a few words more in 60.
_NEWS_WORDS = 300
# The weights were fitted to German articles with a title. What they gain does not carry over: on
# 264 items of another paper without titles every choice that was measured lost neighbours against
# the order of the text, on 50 English articles words as well. There the order is kept.
_FITTED_LANGUAGE = "de"
# Those further down follow in the order of the text; ten more gained less than their time is
# worth, 0.1 points.
CANDIDATES = 20

# White space before a text, at most, that begins with its title.
_INDENT = 100
# A standfirst has about 25 words.
_HEAD = 25
# What is read of a ranking: a standfirst, a summary. The choice fills both.
_ROOMS = (25, 60)
# Fewer words than this say nothing.
_LEAST_ROOM = 3
# Short sentences are measured together with the top of the article.
_TOP = 6
_SHORT = 10
_DECAY = 0.2
_OPENING = ('"', "„", "»", "“", "«", "``")


@dataclass(frozen=True, slots=True)
class _Text:
    """The candidates' words in lower case and their neighbours, with the chances of both."""

    draft: Draft
    quoted: AbstractSet[int]
    words: tuple[tuple[str, ...], ...]
    pairs: tuple[tuple[Pair, ...], ...]
    chances: Mapping[str, float]
    pair_chances: Mapping[Pair, float]
    stems: frozenset[str]


def score_sentences(draft: Draft, quotes: tuple[Quote, ...]) -> tuple[float, ...]:
    """A score from 0 to 1 for each sentence, in the order of the text; the best one has 1.

    It falls with the rank: the best by itself, the next ones by what they add, so that a
    sentence that says the same again stands further down. Names and figures are no evidence
    of their own: beside the chances of words, capitals and digits changed nothing measurable.
    """
    scores = [0.0] * len(draft.sentences)
    for rank, place in enumerate(_rank(draft, quotes)):
        scores[place] = 1 / (1 + _DECAY * rank)
    return tuple(scores)


def rank_sentences(salience: tuple[float, ...]) -> tuple[int, ...]:
    """The numbers of all sentences, best first; of equal ones the earlier first."""
    return tuple(sorted(range(len(salience)), key=lambda place: -salience[place]))


def measure_sentences(
    draft: Draft, odds: Mapping[str, float], quotes: tuple[Quote, ...]
) -> tuple[tuple[float, ...], ...]:
    """What is known of each of the first 20 sentences, parallel to `SENTENCE_WEIGHTS`."""
    text = _gather(draft, odds, quotes)
    return tuple(_measure(text, place) for place in range(len(text.words)))


def wording_of(draft: Draft, odds: Mapping[str, float]) -> Wording:
    """The first 20 sentences as the chances of neighbours are found from them."""
    function = FUNCTION_WORDS[draft.article.language]
    written = {word for sentence in draft.sentences[:CANDIDATES] for word in sentence.words}
    capitals = {low for word in written if (low := word.lower()) != word}
    return Wording(
        pairs=tuple(tuple(pairwise(words)) for words in _words(draft)),
        odds=odds,
        capitals=capitals - function,
        function=function,
    )


def _rank(draft: Draft, quotes: tuple[Quote, ...]) -> Sequence[int]:
    """One by its measures, by what they add those that fill 60 words, the rest by measures."""
    caution = _find_caution(draft)
    if caution is None:
        return range(len(draft.sentences))
    bonus, factor = caution
    text = _gather(draft, find_odds(draft, CANDIDATES), quotes)
    measured = [_measure(text, place) for place in range(len(text.words))]
    scores = [
        sum(map(mul, values, SENTENCE_WEIGHTS)) + (0 if place else bonus)
        for place, values in enumerate(measured)
    ]
    costs = [
        factor * FURTHER_WEIGHTS[2] * log(1 + place) + SENTENCE_WEIGHTS[_QUOTED] * values[_QUOTED]
        for place, values in enumerate(measured)
    ]
    ranking = sorted(range(len(scores)), key=lambda place: (-scores[place], place))
    chosen = _choose(text, costs, ranking[:1])
    rest = [place for place in ranking if place not in chosen]
    return (*chosen, *rest, *range(len(scores), len(draft.sentences)))


def _find_caution(draft: Draft) -> tuple[float, float] | None:
    """The bonus and the factor for this article, or None where the order of the text is kept."""
    if draft.article.language != _FITTED_LANGUAGE or not _has_own_title(draft.article):
        return None
    words = sum(len(sentence.words) for sentence in draft.sentences)
    if words < _NEWS_WORDS:
        return None
    return NEWS if words < _FEATURE_WORDS else FEATURE


def _has_own_title(article: Article) -> bool:
    """Whether somebody wrote it; the first words of the text with "…" only stand in for one."""
    title = article.title.removesuffix("…")
    if title == article.title:
        return bool(title)
    beginning = " ".join(article.text[: 2 * len(title) + _INDENT].split())
    return not beginning.startswith(title)


def _gather(draft: Draft, odds: Mapping[str, float], quotes: tuple[Quote, ...]) -> _Text:
    wording = wording_of(draft, odds)
    return _Text(
        draft=draft,
        quoted=_find_quoted(draft, quotes),
        words=_words(draft),
        pairs=wording.pairs,
        chances=chances_of(odds),
        pair_chances=find_pair_chances(wording),
        stems=title_stems(draft.article.title),
    )


def _find_quoted(draft: Draft, quotes: tuple[Quote, ...]) -> set[int]:
    """The numbers of the sentences that stand wholly in a direct quotation."""
    direct = [quote.range for quote in quotes if quote.mode == "direct"]
    starts = [sentence.start for sentence in draft.sentences]
    ends = [sentence.end for sentence in draft.sentences]
    return {
        place
        for part in direct
        for place in range(bisect_left(starts, part.start), bisect_right(ends, part.end))
    }


def _words(draft: Draft) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(map(str.lower, sentence.words)) for sentence in draft.sentences[:CANDIDATES])


def _measure(text: _Text, place: int) -> tuple[float, ...]:
    sentence, words = text.draft.sentences[place], text.words[place]
    language, written = text.draft.article.language, text.draft.article.cut(sentence.range)
    head, pairs = _head(text, place)
    # Exact sums: they must not depend on the order of a set.
    return (
        fsum(map(text.chances.__getitem__, head)),
        fsum(map(text.pair_chances.__getitem__, pairs)),
        log(1 + place),
        place == 0,
        bool(words) and words[0] in DANGLING_WORDS[language],
        written.startswith(_OPENING) or place in text.quoted,
        not FIRST_PERSON_WORDS[language].isdisjoint(words[:_HEAD]),
        ":" in written,
        len(words) < _SHORT,
        len(text.stems.intersection(map(stem, sentence.lemmas[:_HEAD]))) / (len(text.stems) or 1),
    )


def _head(text: _Text, place: int) -> tuple[set[str], set[Pair]]:
    """The first 25 words of a sentence; a shorter one is filled from the top of the article."""
    words, pairs = set(text.words[place][:_HEAD]), set(text.pairs[place][: _HEAD - 1])
    room = _HEAD - len(text.words[place])
    for other in range(min(_TOP, len(text.words))):
        if room <= 0:
            break
        if other != place:
            words.update(text.words[other][:room])
            pairs.update(text.pairs[other][: room - 1])
            room -= len(text.words[other])
    return words, pairs


def _choose(text: _Text, costs: Sequence[float], chosen: Sequence[int]) -> list[int]:
    """The chosen and the few that add most to them, in this order."""
    order = list(chosen)
    said = {word for place in order for word in text.words[place]}
    paired = {pair for place in order for pair in text.pairs[place]}
    left = [place for place in range(len(costs)) if place not in order]
    while left and (rooms := _rooms(text, order)):
        best = max(
            left,
            key=lambda place: (_gain(text, place, rooms, said, paired) + costs[place], -place),
        )
        order.append(best)
        left.remove(best)
        said.update(text.words[best])
        paired.update(text.pairs[best])
    return order


def _rooms(text: _Text, order: Sequence[int]) -> list[int]:
    """How many words may still be said, for each length that is read of a ranking."""
    used = sum(len(text.words[place]) for place in order)
    return [room - used for room in _ROOMS if room - used >= _LEAST_ROOM]


def _gain(
    text: _Text, place: int, rooms: Sequence[int], said: set[str], paired: set[Pair]
) -> float:
    """What a sentence says that has not been said, for its length, on average of the rooms."""
    words, pairs = text.words[place], text.pairs[place]
    lengths = [min(room, len(words)) for room in rooms]
    gains: dict[int, float] = {}
    for length in lengths:
        if length not in gains:
            fresh = set(words[:length]) - said
            new = set(pairs[: max(0, length - 1)]) - paired
            likely = FURTHER_WEIGHTS[0] * fsum(map(text.chances.__getitem__, fresh))
            together = FURTHER_WEIGHTS[1] * fsum(map(text.pair_chances.__getitem__, new))
            gains[length] = (likely + together) / max(1, length)
    return sum([gains[length] for length in lengths]) / len(lengths)

"""How well each sentence would stand for its article, as the line under a headline does.

A sentence is worth the chances (word_chances.py) that its first words bring together, less
what stands against it: further down, a quotation, "Deshalb ...". The next one is worth only
what the chosen ones have not said yet. The weights are fitted to 2,500 German articles whose
editors wrote that line (tests/benchmarks/fit_salience.py).
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from itertools import pairwise
from math import log
from operator import mul
from typing import TYPE_CHECKING

from bot.core.language.stopwords import DANGLING_WORDS, FIRST_PERSON_WORDS
from bot.core.reading.word_chances import find_chances, stem, title_stems

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.core.models import Draft, Figure, Name, Quote, Range

# The chances of the first words; those of neighbours among them; fifths of neighbours that the
# article repeats; the logarithm of the place; being first; a word that leans on the sentence
# before; inside a quotation; in the first person; with a colon; of a few words; the share of
# the title's words among its first.
SENTENCE_WEIGHTS = (1.96, 0.85, 0.76, -0.47, 0.33, -0.09, -0.47, -0.24, -0.16, -0.27, 0.72)
_QUOTED = 6
# What the chances of a further sentence count, on average of its words, and what its place costs.
FURTHER_WEIGHTS = (10.0, -0.8)
# How much the first sentence and the order of the text are trusted beyond the weights: a bonus
# and a factor on the cost of the place. More for what the weights were not fitted to: articles
# without a title, and nearly all for another language, of which there is nothing to fit to: on
# 50 English articles the German choice fell below the first sentences; nothing between the two
# was measured. The bonus also steadies ROUGE-2; more of it (0.5, 0.7) or of the cost (2.0) gave
# no more of that on the German ones.
FITTED, UNTITLED, FOREIGN = (0.3, 1.0), (0.8, 2.5), (3.0, 20.0)
# Further down nothing was worth choosing; those follow in the order of the text.
CANDIDATES = 30

# A standfirst has about 25 words.
_HEAD = 25
# As many as fill 60 words or a little more are chosen by what they add.
_CHOSEN = 6
_SHORT = 10
_DECAY = 0.2
_OPENING = ('"', "„", "»", "“", "«", "``")


@dataclass(frozen=True, slots=True)
class _Text:
    """The candidates' words in lower case, the chance of each, neighbours said repeatedly."""

    draft: Draft
    quoted: tuple[Range, ...]
    words: tuple[tuple[str, ...], ...]
    chances: Mapping[str, float]
    repeated: frozenset[tuple[str, str]]
    stems: frozenset[str]


def score_sentences(
    draft: Draft,
    names: tuple[Name, ...],
    figures: tuple[Figure, ...],
    quotes: tuple[Quote, ...],
) -> tuple[float, ...]:
    """A score from 0 to 1 for each sentence, in the order of the text; the best one has 1.

    It falls with the rank: the best by itself, the next ones by what they add, so that a
    sentence that says the same again stands further down. Names and figures are no evidence
    of their own: beside the chances of words, capitals and digits changed nothing measurable.
    """
    del names, figures
    scores = [0.0] * len(draft.sentences)
    for rank, place in enumerate(_rank(draft, quotes)):
        scores[place] = 1 / (1 + _DECAY * rank)
    return tuple(scores)


def rank_sentences(salience: tuple[float, ...]) -> tuple[int, ...]:
    """The numbers of all sentences, best first; of equal ones the earlier first."""
    return tuple(sorted(range(len(salience)), key=lambda place: -salience[place]))


def measure_sentences(
    draft: Draft, chances: Mapping[str, float], quotes: tuple[Quote, ...]
) -> tuple[tuple[float, ...], ...]:
    """What is known of each of the first 30 sentences, parallel to `SENTENCE_WEIGHTS`."""
    text = _gather(draft, chances, quotes)
    return tuple(_measure(text, place) for place in range(len(text.words)))


def _rank(draft: Draft, quotes: tuple[Quote, ...]) -> tuple[int, ...]:
    """One by its measures, a few by what they add, the rest by their measures, the tail."""
    text = _gather(draft, find_chances(draft, CANDIDATES), quotes)
    measured = [_measure(text, place) for place in range(len(text.words))]
    bonus, factor = _caution(draft)
    scores = [
        sum(map(mul, values, SENTENCE_WEIGHTS)) + (0 if place else bonus)
        for place, values in enumerate(measured)
    ]
    costs = [
        factor * FURTHER_WEIGHTS[1] * log(1 + place) + SENTENCE_WEIGHTS[_QUOTED] * values[_QUOTED]
        for place, values in enumerate(measured)
    ]
    ranking = sorted(range(len(scores)), key=lambda place: (-scores[place], place))
    chosen = _choose(text, costs, ranking[:1])
    rest = [place for place in ranking if place not in chosen]
    return (*chosen, *rest, *range(len(scores), len(draft.sentences)))


def _caution(draft: Draft) -> tuple[float, float]:
    if draft.article.language != "de":
        return FOREIGN
    return FITTED if draft.article.title else UNTITLED


def _gather(draft: Draft, chances: Mapping[str, float], quotes: tuple[Quote, ...]) -> _Text:
    candidates = draft.sentences[:CANDIDATES]
    words = tuple(tuple(map(str.lower, sentence.words)) for sentence in candidates)
    counts = Counter(pair for sentence in words for pair in set(pairwise(sentence)))
    return _Text(
        draft=draft,
        quoted=tuple(quote.range for quote in quotes if quote.mode == "direct"),
        words=words,
        chances=chances,
        repeated=frozenset(pair for pair, count in counts.items() if count > 1),
        stems=title_stems(draft.article.title),
    )


def _measure(text: _Text, place: int) -> tuple[float, ...]:
    sentence, words = text.draft.sentences[place], text.words[place]
    language, written = text.draft.article.language, text.draft.article.cut(sentence.range)
    head = _head(text.words, place)
    # In the order of the text: sums of floats must not depend on the order of a set.
    pairs = dict.fromkeys(pairwise(head))
    return (
        sum([text.chances[word] for word in dict.fromkeys(head)]),
        sum([text.chances[left] * text.chances[right] for left, right in pairs]),
        sum([pair in text.repeated for pair in pairs]) / 5,
        log(1 + place),
        place == 0,
        bool(words) and words[0] in DANGLING_WORDS[language],
        written.startswith(_OPENING) or any(q.contains(sentence.range) for q in text.quoted),
        not FIRST_PERSON_WORDS[language].isdisjoint(words[:_HEAD]),
        ":" in written,
        len(words) < _SHORT,
        len(text.stems.intersection(map(stem, sentence.lemmas[:_HEAD]))) / (len(text.stems) or 1),
    )


def _head(words: Sequence[tuple[str, ...]], place: int) -> list[str]:
    """The first 25 words of a sentence; a shorter one is filled from the top of the article."""
    head = list(words[place][:_HEAD])
    for other in range(min(_CHOSEN, len(words))):
        if len(head) >= _HEAD:
            break
        if other != place:
            head += words[other][: _HEAD - len(head)]
    return head


def _choose(text: _Text, costs: Sequence[float], chosen: Sequence[int]) -> list[int]:
    """The chosen and the few that add most to them, in this order.

    What a sentence adds only shrinks as more is said, so that an old figure is an upper bound
    and only the front of the queue has to be counted again.
    """
    order = list(chosen)
    said = {word for place in order for word in text.words[place]}
    queue = [
        (-_gain(text, place, said) - cost, place, len(order))
        for place, cost in enumerate(costs)
        if place not in order
    ]
    heapify(queue)
    while queue and len(order) < _CHOSEN:
        _, place, counted = heappop(queue)
        if counted == len(order):
            order.append(place)
            said.update(text.words[place])
        else:
            heappush(queue, (-_gain(text, place, said) - costs[place], place, len(order)))
    return order


def _gain(text: _Text, place: int, said: set[str]) -> float:
    """The likely words of a sentence that have not been said, for its length."""
    words = text.words[place]
    fresh = [text.chances[word] for word in dict.fromkeys(words) if word not in said]
    return FURTHER_WEIGHTS[0] * sum(fresh) / max(1, len(words))

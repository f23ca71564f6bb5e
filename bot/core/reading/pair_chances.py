"""How likely each two neighbouring words are to stand side by side in the line under a headline.

Likely words, said again, early, two capitals in a row: that makes a pair likely. The weights are
fitted by tests/benchmarks/fit_salience.py. Knows nothing of titles: what they tell stands in the
chances of the words.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import exp, log
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from collections.abc import Set as AbstractSet

# Being a pair; in several sentences; the logarithm of the place of the sentence that has it
# first; no function word behind; two words with a capital; the log-odds of the word before and
# of the word behind.
PAIR_WEIGHTS = (-2.64, 1.13, -0.51, 0.73, 0.76, 0.26, 0.37)

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Wording:
    """The neighbours (in lower case) in some sentences in order, and what is known of the words.

    `odds` has the log-odds of every word; `capitals` are those that are written with one and
    are no function words, which stand in `function`.
    """

    pairs: tuple[tuple[Pair, ...], ...]
    odds: Mapping[str, float]
    capitals: AbstractSet[str]
    function: AbstractSet[str]


def find_pair_chances(wording: Wording) -> dict[Pair, float]:
    """The chance of every two neighbours within a sentence, from 0 to 1."""
    weighed = weigh_pairs(wording, PAIR_WEIGHTS)
    return {pair: 1 / (1 + exp(-odds)) for pair, odds in weighed.items()}


def weigh_pairs(wording: Wording, weights: Sequence[float]) -> dict[Pair, float]:
    """The log-odds of every two neighbours, in the order of the text; linear in the weights."""
    constant, again, further, content, names, before, behind = weights
    odds, capitals, function = wording.odds, wording.capitals, wording.function
    left = {word: before * value for word, value in odds.items()}
    right = {
        word: behind * value if word in function else behind * value + content
        for word, value in odds.items()
    }
    weighed: dict[Pair, float] = {}
    repeated: set[Pair] = set()
    for place, pairs in enumerate(wording.pairs):
        here = constant + further * log(1 + place)
        known = weighed.keys() & pairs
        repeated |= known
        for pair in pairs:
            if pair not in known:
                first, second = pair
                value = here + left[first] + right[second]
                if first in capitals and second in capitals:
                    value += names
                weighed[pair] = value
    for pair in repeated:
        weighed[pair] += again
    return weighed

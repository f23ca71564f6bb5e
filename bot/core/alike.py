"""Sets of words that can be asked which of them are alike, without comparing each with each."""

from __future__ import annotations

from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

# 0.55 * 20 is a little more than 11.
_ROUNDING = 1e-9


def similarity(one: frozenset[str], other: frozenset[str]) -> float:
    """Jaccard: shared words by all words, 0 to 1; nothing is like an empty set."""
    if not one or not other:
        return 0.0
    shared = len(one & other)
    return shared / (len(one) + len(other) - shared)


class WordSets:
    """Sets of words, numbered as they were added. Only those that share a word are looked at."""

    def __init__(self, sets: Iterable[frozenset[str]] = ()) -> None:
        """Begin with `sets`."""
        self._sets: list[frozenset[str]] = []
        self._holders: dict[str, list[int]] = {}
        for words in sets:
            self.add(words)

    def __getitem__(self, number: int) -> frozenset[str]:
        """The set with this number."""
        return self._sets[number]

    def add(self, words: frozenset[str]) -> None:
        """Take in one more set."""
        for word in words:
            self._holders.setdefault(word, []).append(len(self._sets))
        self._sets.append(words)

    def find(self, words: frozenset[str], least: float) -> list[int]:
        """The numbers of the sets whose `similarity` to `words` is `least` or more, in order."""
        holders = filter(None, map(self._holders.get, words))
        shared = Counter(chain.from_iterable(holders))
        # All words of both are at least those of one, which most need not be counted to miss.
        needed = least * len(words) - _ROUNDING
        return sorted(
            number
            for number, count in shared.items()
            if count >= needed and count / (len(words) + len(self._sets[number]) - count) >= least
        )

"""Asking warm in libraries of growing size, in one process of its own: `asking.py 100 1000`.

The peak of memory is that of the process so far, with all that wrote the articles.
"""

from __future__ import annotations

import resource
import sys
from statistics import median, quantiles
from time import perf_counter
from typing import TYPE_CHECKING

from corpora import Recombiner, find_slots, load_articles

from bot.core.outcomes import CardFound
from bot.core.reading.reader import Reader
from bot.lemmas import DictionaryLemmatiser
from bot.library import Library
from bot.tagger import WeightedTagger

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.core.models import Reading

_BASE = 150
_QUERIES = 300
_WARM_UP = 20


def main(sizes: Sequence[int]) -> None:
    """Grow one library through the sizes, in rising order, and ask at each."""
    lemmatiser = DictionaryLemmatiser()
    reader = Reader(lemmatiser, tagger=WeightedTagger())
    articles, _ = load_articles(_BASE)
    recombiner = Recombiner(find_slots(articles, reader))
    readings: list[Reading] = []
    print("\nAsking, warm, distinct questions (recombined articles of 12 sentences)")
    for size in sizes:
        readings += map(reader.reading, recombiner.write(len(readings), size))
        _measure(readings, recombiner, lemmatiser)


def _measure(
    readings: Sequence[Reading], recombiner: Recombiner, lemmatiser: DictionaryLemmatiser
) -> None:
    started = perf_counter()
    library = Library.of(readings, lemmatiser=lemmatiser)
    built = perf_counter() - started
    times, found = _ask(library, recombiner.draw_queries(_QUERIES + _WARM_UP))
    middle, slow = median(times) * 1000, quantiles(times, n=100)[98] * 1000
    print(
        f"  {len(readings):6} articles  p50 {middle:7.2f} ms   p99 {slow:7.2f} ms"
        f"   {len(times)} asked, {found / len(times):.0%} with a card"
        f"   library built in {built:.2f} s   peak {_peak() >> 20} MB",
        flush=True,
    )
    print(f"= ask {len(readings)}: p50 {middle:.1f} p99 {slow:.1f} ms")


def _ask(library: Library, queries: Sequence[str]) -> tuple[list[float], int]:
    """Seconds for each query after the first few, and how many were answered with a card."""
    for query in queries[:_WARM_UP]:
        library.brief(query, language="de")
    times: list[float] = []
    found = 0
    for query in queries[_WARM_UP:]:
        started = perf_counter()
        outcome = library.brief(query, language="de")
        times.append(perf_counter() - started)
        found += isinstance(outcome, CardFound)
    return times, found


def _peak() -> int:
    """In bytes on macOS, in kilobytes everywhere else."""
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]])

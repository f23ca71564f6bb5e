"""Asking warm in libraries of growing size, in one process of its own: `asking.py 100 1000`.

Up to 2,000 articles are read; more are those with their rarer names exchanged. Beside the time
on the clock stands that of the processor, which other programs do not lengthen. The peak of
memory is that of the process so far, with all that wrote the articles.
"""

from __future__ import annotations

import gc
import resource
import sys
from statistics import median, quantiles
from time import perf_counter, thread_time
from typing import TYPE_CHECKING

from corpora import Recombiner, Renamer, find_slots, load_articles

from bot.core.outcomes import CardFound
from bot.core.reading.reader import Reader
from bot.lemmas import DictionaryLemmatiser
from bot.library import Library
from bot.tagger import WeightedTagger

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.core.models import Reading

_BASE = 150
_MOST_READ = 2000
_QUERIES = 300
_WARM_UP = 20


def main(sizes: Sequence[int]) -> None:
    """Grow one library through the sizes, in rising order, and ask at each."""
    lemmatiser = DictionaryLemmatiser()
    reader = Reader(lemmatiser, tagger=WeightedTagger())
    articles, _ = load_articles(_BASE)
    recombiner = Recombiner(find_slots(articles, reader))
    read: list[Reading] = []
    print("\nAsking, warm, distinct questions (recombined articles of 12 sentences)")
    for size in sizes:
        read += map(reader.reading, recombiner.write(len(read), min(size, _MOST_READ)))
        renamer, turns = Renamer(recombiner.names, len(read)), size // len(read) - 1
        more = [renamer.reading(one, turn + 1) for turn in range(turns) for one in read]
        names, recombiner.names = recombiner.names, renamer.names(turns)
        _measure([*read, *more], recombiner, lemmatiser)
        recombiner.names = names


def _measure(
    readings: Sequence[Reading], recombiner: Recombiner, lemmatiser: DictionaryLemmatiser
) -> None:
    started = perf_counter()
    library = Library.of(readings, lemmatiser=lemmatiser)
    built = perf_counter() - started
    # As the program does once it is filled: else garbage is looked for in all of it.
    gc.freeze()
    times, spent, found = ask(library, recombiner.draw_queries(_QUERIES + _WARM_UP))
    middle, slow = median(times) * 1000, quantiles(times, n=100)[98] * 1000
    busy = quantiles(spent, n=100)[98] * 1000
    print(
        f"  {len(readings):6} articles  p50 {middle:7.2f} ms   p99 {slow:7.2f} ms"
        f" (processor {busy:.2f} ms)   {len(times)} asked, {found / len(times):.0%} with a card"
        f"   library built in {built:.2f} s   peak {_peak() >> 20} MB",
        flush=True,
    )
    print(f"= ask {len(readings)}: p50 {middle:.1f} p99 {slow:.1f} ms (processor {busy:.1f})")


def ask(library: Library, queries: Sequence[str]) -> tuple[list[float], list[float], int]:
    """Seconds for each query after the first few, by clock and by processor; cards found."""
    for query in queries[:_WARM_UP]:
        library.brief(query, language="de")
    times: list[float] = []
    spent: list[float] = []
    found = 0
    for query in queries[_WARM_UP:]:
        started, busy = perf_counter(), thread_time()
        outcome = library.brief(query, language="de")
        times.append(perf_counter() - started)
        spent.append(thread_time() - busy)
        found += isinstance(outcome, CardFound)
    return times, spent, found


def _peak() -> int:
    """In bytes on macOS, in kilobytes everywhere else."""
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]])

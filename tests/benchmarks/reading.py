"""Full reading beside sumy's LexRank and TextRank, which only rank the sentences."""

from __future__ import annotations

import sys
from time import perf_counter
from typing import TYPE_CHECKING

from corpora import load_articles
from peers import build_peers

from bot.core.models import Article
from bot.core.reading.reader import Reader
from bot.lemmas import DictionaryLemmatiser
from bot.tagger import WeightedTagger

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence


def main(*, short: bool) -> None:
    """Measure many articles, then one text that grows."""
    lemmatiser = DictionaryLemmatiser()
    lemmatiser.build()
    reader = Reader(lemmatiser, tagger=WeightedTagger())
    _measure_many(reader, 40 if short else 400, budget=12 if short else 80)
    _measure_length(reader, (1, 4) if short else (1, 4, 16))


def _measure_many(reader: Reader, count: int, *, budget: float) -> None:
    articles, source = load_articles(count)
    contenders = {"full reading": _read_text(reader), **build_peers()}
    texts = [article.text for article in articles]
    done, spent = _race(contenders, texts, budget=budget)
    words = sum(len(text.split()) for text in texts[:done]) / done
    print(f"Reading {done} articles ({source}, {words:.0f} words on average)")
    ours = spent["full reading"]
    for name, seconds in spent.items():
        print(f"  {name:16} {done / seconds:8.1f} articles/s   {seconds / ours:.2f} times our time")
        print(f"= {name} {done / seconds:.0f}/s")


def _race(
    contenders: Mapping[str, Callable[[str], object]], texts: Sequence[str], *, budget: float
) -> tuple[int, dict[str, float]]:
    """Seconds of each over as many texts as the budget allows.

    They take turns at every text, so that whatever else the machine does hits all alike.
    """
    spent = dict.fromkeys(contenders, 0.0)
    for act in contenders.values():
        act(texts[0])
    for done, text in enumerate(texts):
        if sum(spent.values()) > budget:
            return done, spent
        for name, act in contenders.items():
            spent[name] += _time(act, text)
    return len(texts), spent


def _read_text(reader: Reader) -> Callable[[str], object]:
    return lambda text: reader.read(Article(id="a", title="Titel", text=text, language="de"))


def _measure_length(reader: Reader, factors: Sequence[int]) -> None:
    """Several articles joined to one: linear growth keeps the last column."""
    articles, _ = load_articles(max(factors))
    lexrank = next(iter(build_peers().values()))
    print("\nOne longer text")
    pace = []
    for factor in factors:
        text = "\n\n".join(article.text for article in articles[:factor])
        ours = _fastest(_read_text(reader), text)
        theirs = _fastest(lexrank, text)
        pace.append(ours / len(text) * 1_000_000)
        print(
            f"  {len(text.split()):6} words  full reading {ours * 1000:8.1f} ms"
            f"   sumy LexRank {theirs * 1000:8.1f} ms"
            f"   ours per 1,000 characters {pace[-1]:.2f} ms"
        )
    print(f"= time per character, one article to {factors[-1]}: x{pace[-1] / pace[0]:.2f}")


def _fastest(act: Callable[[str], object], text: str) -> float:
    """The best of three, or fewer where they take longer than a second."""
    spent: list[float] = []
    while len(spent) < 3 and sum(spent) < 1:
        spent.append(_time(act, text))
    return min(spent)


def _time(act: Callable[[str], object], text: str) -> float:
    started = perf_counter()
    act(text)
    return perf_counter() - started


if __name__ == "__main__":
    main(short="--short" in sys.argv)

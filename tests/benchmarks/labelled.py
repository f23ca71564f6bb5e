"""What the reader finds of the small sets labelled by hand: precision, recall, F1, faults.

python tests/benchmarks/labelled.py [--faults]
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT), str(ROOT.parent)]

from labelled import Judge, Score, load, score_cases  # noqa: E402 - after the path is set

from bot.core.reading.reader import Reader  # noqa: E402 - the same
from bot.lemmas import DictionaryLemmatiser  # noqa: E402 - the same
from bot.settings import load_settings  # noqa: E402 - the same
from bot.tagger import WeightedTagger  # noqa: E402 - the same

SETS = ("roles", "figures", "dates", "stance", "sentences", "sentences_unseen")
DISPUTES = (
    "contradictions",
    "figure_disputes",
    "figure_disputes_unseen",
    "opposites",
    "opposites_unseen",
)


def main() -> None:
    """Print a line for each set and language."""
    lemmatiser = DictionaryLemmatiser(load_settings().cache)
    lemmatiser.build()
    judge = Judge(Reader(lemmatiser, tagger=WeightedTagger()), lemmatiser)
    print(f"{'set':24}{'cases':>6}{'P':>7}{'R':>7}{'F1':>7}")
    for name in SETS:
        for language in ("de", "en"):
            cases = load(name, language)
            judged = getattr(judge, name.removesuffix("_unseen"))
            _print(f"{name} {language}", len(cases), score_cases(cases, judged))
    for name in DISPUTES:
        cases = load(name)
        _print(name, len(cases), score_cases(cases, judge.contradictions))
    stories = judge.stories()
    _print("same story", stories.expected, stories)


def _print(name: str, cases: int, score: Score) -> None:
    print(f"{name:24}{cases:6}{score.precision:7.1%}{score.recall:7.1%}{score.f1:7.1%}")
    if "--faults" in sys.argv:
        for fault in score.wrong:
            print(f"    {fault}")


if __name__ == "__main__":
    main()

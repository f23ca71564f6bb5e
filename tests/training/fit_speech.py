"""Fit the weights that tell speech from titles between quotation marks.

    python tests/training/fit_speech.py ../shared/data/quotes/de-wikinews-train.jsonl.gz [--write]

Prints precision, recall and F1 of the decision over five folds, then the file of weights as it
belongs into bot/core/language/speech_weights.py; with --write it is put there. The same data
give the same file, digit for digit. Needs numpy.

Logistic regression with a quadratic penalty of 1, by Newton's method. A marked stretch counts
as speech if it covers at least half of what it and an annotated direct quotation cover together.
"""

from __future__ import annotations

import gzip
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from bot.core.models import Article, Range
from bot.core.reading.drafting import cut_draft
from bot.core.reading.quotes import paragraph_ranges
from bot.core.reading.speech_direct import Judged, describe_company, describe_marked
from bot.core.reading.speech_frames import find_frames
from bot.core.reading.speech_marks import find_marked
from bot.core.reading.speech_passages import build_passages
from bot.lemmas import DictionaryLemmatiser

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

WEIGHTS = Path(__file__).parents[2] / "bot" / "core" / "language" / "speech_weights.py"
FOLDS = 5
PENALTY = 1.0
ROUNDS = 30
# Rounded weights below this are left out.
LEAST = 0.05
HEAD = '''"""Weights that tell speech from titles between quotation marks.

Written by tests/training/fit_speech.py; data, licence and limits are in speech_weights.md.
"""

from __future__ import annotations

'''


class Candidate(NamedTuple):
    """A marked stretch: its features, whether it is speech, and the number of its article."""

    features: tuple[str, ...]
    is_speech: bool
    article: int


def main(path: str, *, write: bool) -> None:
    """Fit to the articles at `path`, print the figures and the weights, and keep them."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    lemmatiser = DictionaryLemmatiser()
    lemmatiser.build()
    candidates: list[Candidate] = []
    for number, row in enumerate(rows):
        candidates += candidates_of(row, number, lemmatiser)
    names = sorted({name for candidate in candidates for name in candidate.features})
    table = tabulate(candidates, names)
    truth = np.array([candidate.is_speech for candidate in candidates], dtype=float)
    folds = np.array([candidate.article % FOLDS for candidate in candidates])
    print(cross_validate(table, truth, folds, sum(len(gold_of(row)) for row in rows)))
    text = render(names, fit(table, truth))
    print(text, end="")
    if write:
        WEIGHTS.write_text(text, encoding="utf-8")


def candidates_of(
    row: dict[str, Any], number: int, lemmatiser: DictionaryLemmatiser
) -> Iterator[Candidate]:
    """All marked stretches of an article, with what the reader sees around them."""
    article = Article(id=row["id"], title=row["title"], text=row["text"], language="de")
    draft = cut_draft(article, lemmatiser)
    gold = gold_of(row)
    marked = find_marked(article.text, paragraph_ranges(draft))
    goes_on = False
    last: Judged | None = None
    for passage in build_passages(draft, marked, lemmatiser):
        frames = find_frames(passage, "de")
        before, goes_on = goes_on, False
        for part in marked:
            if not passage.range.start <= part.start < passage.range.end:
                continue
            found = describe_marked(passage, part, frames=frames, language="de")
            found += describe_company(article.text, part, last, goes_on=before)
            is_speech = any(agree(part, quote) for quote in gold)
            yield Candidate(tuple(found), is_speech, number)
            goes_on = goes_on or is_speech
            last = Judged(part, is_speech=is_speech)


def gold_of(row: dict[str, Any]) -> list[Range]:
    """The annotated direct quotations, each from its first to its last character."""
    return [
        Range(min(part["start"] for part in parts), max(part["end"] for part in parts))
        for quote in row["quotes"]
        if (parts := quote["quote"]) and quote["type"] == "Direct"
    ]


def agree(part: Range, quote: Range) -> bool:
    """Whether both cover mostly the same."""
    shared = min(part.end, quote.end) - max(part.start, quote.start)
    return shared >= 0.5 * (max(part.end, quote.end) - min(part.start, quote.start))


def tabulate(candidates: list[Candidate], names: list[str]) -> NDArray[np.float64]:
    """A row of ones and zeros for each candidate, with a one for the bias at the end."""
    columns = {name: column for column, name in enumerate(names)}
    table = np.zeros((len(candidates), len(names) + 1))
    table[:, -1] = 1
    for row, candidate in enumerate(candidates):
        for name in candidate.features:
            table[row, columns[name]] = 1
    return table


def fit(table: NDArray[np.float64], truth: NDArray[np.float64]) -> NDArray[np.float64]:
    """The weights of the features, the bias last."""
    weights = np.zeros(table.shape[1])
    for _ in range(ROUNDS):
        chance = 1 / (1 + np.exp(-table @ weights))
        spread = chance * (1 - chance)
        bend = table.T @ (table * spread[:, None]) + PENALTY * np.eye(len(weights))
        weights -= np.linalg.solve(bend, table.T @ (chance - truth) + PENALTY * weights)
    return weights


def cross_validate(
    table: NDArray[np.float64], truth: NDArray[np.float64], folds: NDArray[np.int64], gold: int
) -> str:
    """Precision, recall and F1 when each fold is judged by weights of the others."""
    found = np.zeros(len(truth), dtype=bool)
    for fold in range(FOLDS):
        held = folds == fold
        found[held] = table[held] @ fit(table[~held], truth[~held]) > 0
    right = int((found & (truth == 1)).sum())
    wrong = int((found & (truth == 0)).sum())
    f1 = 2 * right / (right + wrong + gold)
    return f"P {right / (right + wrong):.3f} R {right / gold:.3f} F1 {f1:.3f} of {gold}"


def render(names: list[str], weights: NDArray[np.float64]) -> str:
    """The module that holds the weights, rounded to one place."""
    lines = [
        f'    "{name}": {weight:.1f},\n'
        for name, weight in zip(names, weights, strict=False)
        if abs(weight) >= LEAST
    ]
    table = f"DIRECT_WEIGHTS: dict[str, float] = {{\n{''.join(lines)}}}\n"
    return f"{HEAD}DIRECT_BIAS = {weights[-1]:.1f}\n{table}"


if __name__ == "__main__":
    main(sys.argv[1], write="--write" in sys.argv[2:])

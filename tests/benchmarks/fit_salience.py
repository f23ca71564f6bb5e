"""Fit the weights of bot/core/reading/salience.py to articles with their editors' standfirsts.

    python tests/benchmarks/fit_salience.py ../shared/data/summaries/de-teaser-train.jsonl.gz

Prints the four rows of weights, and what they gain over the first sentences of an article
on a third of the articles that is held back while fitting. Needs numpy and scipy.

Three steps, all with few coefficients. First, the chance of a word: logistic regression on
whether the standfirst has it. Then the chance of two neighbours in the same way, from those of
the words. Last, the worth of a sentence: the weights under which a soft choice among the
sentences expects the highest ROUGE-1 plus twice ROUGE-2 (recall, 25 words). That pulls to what
the first steps give, since the choice is not convex.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

from bot.core.models import Article, Draft
from bot.core.reading import pair_chances, salience, word_chances
from bot.core.reading.drafting import cut_draft
from bot.lemmas import DictionaryLemmatiser

HEAD = 25
SHARPNESS = 3.0
# Where the last step begins: chances count, the place costs a little.
START = (1.0, 1.0, -0.3, 0, 0, 0, 0, 0, 0, 0)
KEPT_BACK = 3
ROWS = (
    (word_chances, "FUNCTION_WEIGHTS"),
    (word_chances, "CONTENT_WEIGHTS"),
    (pair_chances, "PAIR_WEIGHTS"),
    (salience, "SENTENCE_WEIGHTS"),
)
# Chances of neighbours, and the place, of further sentences.
FURTHER = ((20.0, -0.3), (40.0, -0.3), (40.0, -0.5), (80.0, -0.3))


@dataclass
class Example:
    draft: Draft
    reference: str
    gains: np.ndarray


def main() -> None:
    with gzip.open(Path(sys.argv[1]), "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    lemmatiser = DictionaryLemmatiser()
    lemmatiser.build()
    examples = [read(row, lemmatiser) for row in rows]
    examples = [example for example in examples if example.draft.sentences]
    held = examples[::KEPT_BACK]
    fitted = [example for place, example in enumerate(examples) if place % KEPT_BACK]
    for name, part in (("two thirds", fitted), ("all", examples)):
        fit(part)
        print(f"weights fitted to {name}, {len(part)} articles:")
        for module, weights in ROWS:
            print(" ", weights, "=", tuple(round(x, 2) for x in getattr(module, weights)))
        for pairs, place in FURTHER:
            salience.FURTHER_WEIGHTS = (10.0, pairs, place)
            print(f"  held back, further {pairs} and {place}:", judge(held))


def read(row: dict[str, str], lemmatiser: DictionaryLemmatiser) -> Example:
    article = Article(row["id"], row["title"], row["text"], "de")
    draft = cut_draft(article, lemmatiser)
    texts = [article.cut(sentence.range) for sentence in draft.sentences]
    gains = []
    for place in range(min(len(texts), salience.CANDIDATES)):
        shown = cut([texts[place], *texts[:place], *texts[place + 1 :]], HEAD)
        gains.append(recall(shown, row["reference"], 1) + 2 * recall(shown, row["reference"], 2))
    return Example(draft, row["reference"], np.array(gains) - (gains[0] if gains else 0))


def fit(examples: list[Example]) -> None:
    measured = [
        word_chances.measure_words(example.draft, salience.CANDIDATES) for example in examples
    ]
    for weights in ("FUNCTION_WEIGHTS", "CONTENT_WEIGHTS"):
        size = len(getattr(word_chances, weights))
        setattr(word_chances, weights, fit_words(examples, measured, size))
    odds = [word_chances.odds_of(words) for words in measured]
    pair_chances.PAIR_WEIGHTS = fit_pairs(examples, odds)
    tables = [
        np.array(salience.measure_sentences(example.draft, known, ()), dtype=float)
        for example, known in zip(examples, odds, strict=True)
    ]
    salience.SENTENCE_WEIGHTS = fit_sentences(examples, tables)


def fit_words(
    examples: list[Example], measured: list[dict[str, tuple[float, ...]]], size: int
) -> tuple[float, ...]:
    rows, hits = [], []
    for example, words in zip(examples, measured, strict=True):
        reference = set(split(example.reference))
        for word, values in words.items():
            if len(values) == size:
                rows.append(values)
                hits.append(bool(parts := split(word)) and reference.issuperset(parts))
    return fit_chances(np.array(rows, dtype=np.float32), np.array(hits, dtype=float))


def fit_pairs(examples: list[Example], odds: list[dict[str, float]]) -> tuple[float, ...]:
    units = np.eye(len(pair_chances.PAIR_WEIGHTS))
    rows, hits = [], []
    for example, known in zip(examples, odds, strict=True):
        wording = salience.wording_of(example.draft, known)
        # Log-odds are linear in the weights: what a unit gives is what is measured.
        measures = [pair_chances.weigh_pairs(wording, unit) for unit in units]
        rows += zip(*(measure.values() for measure in measures), strict=True)
        wanted = grams(example.reference, 2)
        for first, second in measures[0]:
            parts = split(f"{first} {second}")
            hits.append(all(pair in wanted for pair in pairwise(parts)))
    return fit_chances(np.array(rows, dtype=np.float32), np.array(hits, dtype=float))


def fit_chances(x: np.ndarray, y: np.ndarray) -> tuple[float, ...]:
    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        z = x @ weights
        slope = x.T @ (1 / (1 + np.exp(-z)) - y) / len(y)
        return (np.logaddexp(0, z) - y * z).mean() + 1e-5 * weights @ weights, (
            slope + 2e-5 * weights
        )

    found = minimize(loss, np.zeros(x.shape[1]), jac=True, method="L-BFGS-B").x
    return tuple(map(float, found))


def fit_sentences(examples: list[Example], tables: list[np.ndarray]) -> tuple[float, ...]:
    most = max(map(len, tables))
    x = np.zeros((len(tables), most, len(START)))
    gains, absent = np.zeros(x.shape[:2]), np.full(x.shape[:2], -1e9)
    for place, (example, table) in enumerate(zip(examples, tables, strict=True)):
        x[place, : len(table)], gains[place, : len(table)] = table, example.gains
        absent[place, : len(table)] = 0
    start = np.array(START)

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        z = SHARPNESS * (x @ weights) + absent
        chosen = np.exp(z - z.max(1, keepdims=True))
        chosen /= chosen.sum(1, keepdims=True)
        expected = (chosen * gains).sum(1, keepdims=True)
        slope = SHARPNESS * ((chosen * (gains - expected))[:, :, None] * x).sum((0, 1)) / len(x)
        away = weights - start
        return -expected.mean() + 1e-3 * away @ away, -slope + 2e-3 * away

    return tuple(map(float, minimize(loss, start, jac=True, method="L-BFGS-B").x))


def judge(examples: list[Example]) -> str:
    """The gain over the first sentences in points of ROUGE recall, with its standard error."""
    results = []
    for budget in (25, 60):
        for n in (1, 2):
            gains = []
            for example in examples:
                article = example.draft.article
                texts = [article.cut(sentence.range) for sentence in example.draft.sentences]
                ranking = salience.rank_sentences(salience.score_sentences(example.draft, ()))
                ours = cut([texts[place] for place in ranking], budget)
                lead = cut(texts, budget)
                gains.append(
                    recall(ours, example.reference, n) - recall(lead, example.reference, n)
                )
            error = np.std(gains) / len(gains) ** 0.5
            results.append(f"{budget} words R{n} {100 * np.mean(gains):+.2f} ± {100 * error:.2f}")
    return " · ".join(results)


def split(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def grams(text: str, n: int) -> Counter[tuple[str, ...]]:
    words = split(text)
    return Counter(zip(*(words[shift:] for shift in range(n)), strict=False))


def recall(text: str, reference: str, n: int) -> float:
    wanted = grams(reference, n)
    return sum((grams(text, n) & wanted).values()) / max(1, sum(wanted.values()))


def cut(sentences: list[str], budget: int) -> str:
    out: list[str] = []
    for sentence in sentences:
        out += sentence.split()
        if len(out) >= budget:
            break
    return " ".join(out[:budget])


if __name__ == "__main__":
    main()

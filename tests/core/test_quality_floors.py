"""Floors of quality on the labelled data beside the project, on as much as takes seconds.

`make bench-quality` prints the same figures for whole sets. Names are scored by
cross-validation alone (tests/training), since the weights have seen the data that is here.
"""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from itertools import islice
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Scores = dict[str, dict[str, Any]]
    Scorer = Callable[..., Scores]


@pytest.fixture
def score(shared: Path, tmp_path: Path) -> Scorer:
    """What the scorer beside the project says of the first articles of a set, by measure."""

    def scored(kind: str, name: str, most: int | None = None) -> Scores:
        gold, answers = tmp_path / "gold.jsonl", tmp_path / "answers.jsonl"
        with gzip.open(shared / "data" / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
            gold.write_text("".join(islice(lines, most)), encoding="utf-8")
        with gold.open("rb") as records, answers.open("wb") as out:
            read = [sys.executable, "-m", "bot", "read"]
            subprocess.run(read, stdin=records, stdout=out, check=True)
        told = subprocess.run(
            [sys.executable, shared / "tools" / "score.py", kind, gold, answers],
            capture_output=True,
            check=True,
            text=True,
        )
        rows = [json.loads(line) for line in told.stdout.splitlines()]
        return {row["measure"]: row for row in rows}

    return scored


def test_speech_is_found_with_its_speaker(score: Scorer) -> None:
    found = score("quotes", "quotes/de-wikinews-dev")
    assert found["direct quotations"]["f1"] >= 86
    assert found["speaker of found direct quotations"]["right"] >= 82
    assert found["quotation and speaker together"]["f1"] >= 68
    assert found["sentences with direct or indirect speech"]["f1"] >= 80


def test_german_dates_are_found(score: Scorer) -> None:
    found = score("dates", "entities/de-smartdata-train")
    assert found["dates, overlapping spans"]["f1"] >= 85


def test_the_best_sentences_beat_the_first_ones_of_german_articles(score: Scorer) -> None:
    found = score("summaries", "summaries/de-teaser-dev", 200)
    short = found["ROUGE-1 at 25 words, recall"]
    assert short["difference"] >= 0.8
    assert short["interval95"][0] > 0
    assert found["ROUGE-1 at 60 words, recall"]["difference"] >= 0


def test_the_best_sentences_of_english_articles_are_not_below_the_first_ones(
    score: Scorer,
) -> None:
    found = score("summaries", "summaries/en-cnndm-dev")
    assert found["ROUGE-1 at 60 words, recall"]["difference"] >= 0
    assert found["ROUGE-2 at 60 words, recall"]["difference"] >= 0

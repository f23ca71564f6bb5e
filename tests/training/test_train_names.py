"""The shipped weights come from the script beside this file, byte for byte."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.core.reading.name_lines import Lexicon
from bot.tagger import MODEL, WeightedTagger

pytest.importorskip("pycrfsuite")
sys.path.insert(0, str(Path(__file__).parent))
import train_names

if TYPE_CHECKING:
    from bot.lemmas import DictionaryLemmatiser

# Invented sentences, labelled as the data sets are.
RECORDS = [
    {
        "id": str(number),
        "text": f"In {place} sprach {person}.",
        "entities": [
            {"start": 3, "end": 3 + len(place), "type": "LOC"},
            {"start": 11 + len(place), "end": 11 + len(place) + len(person), "type": "PER"},
        ],
    }
    for number, (place, person) in enumerate(
        [("Quellbronn", "Jorinde Paschkowiak"), ("Elmstadt", "Wendelin Krost")] * 3
    )
]


def read(record: dict, lemmatiser: DictionaryLemmatiser) -> list[train_names.Row]:
    return train_names.read(record, Lexicon(lemmatiser, "de"), WeightedTagger().listed)


def test_the_same_sentences_give_the_same_bytes(lemmatiser: DictionaryLemmatiser) -> None:
    rows = [row for record in RECORDS for row in read(record, lemmatiser)]
    assert train_names.fit(rows) == train_names.fit(rows)


def test_labels_lie_on_our_words_of_the_stretches_with_capitals(
    lemmatiser: DictionaryLemmatiser,
) -> None:
    place, person = read(RECORDS[0], lemmatiser)
    assert place.labels == ["O", "O", "B-LOC", "O"]
    assert person.labels == ["O", "B-PER", "I-PER", "O"]


@pytest.mark.corpus
def test_the_script_reproduces_the_shipped_weights(shared: Path, tmp_path: Path) -> None:
    # A minute or two. Another C library may round otherwise; then the figures still hold.
    target = tmp_path / "weights"
    train_names.main([str(shared / "data"), str(target)])
    assert target.read_bytes() == MODEL.read_bytes()

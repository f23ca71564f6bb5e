"""The shipped weights come from the script beside this file, byte for byte."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.core.reading.name_lines import Lexicon
from bot.tagger import MODEL

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


def test_the_same_sentences_give_the_same_bytes(lemmatiser: DictionaryLemmatiser) -> None:
    lexicon = Lexicon(lemmatiser, "de")
    rows = [row for record in RECORDS for row in train_names.read(record, lexicon)]
    assert train_names.fit(rows) == train_names.fit(rows)


def test_labels_lie_on_our_words(lemmatiser: DictionaryLemmatiser) -> None:
    (row,) = train_names.read(RECORDS[0], Lexicon(lemmatiser, "de"))
    assert row.labels == ["O", "B-LOC", "O", "B-PER", "I-PER"]


@pytest.mark.corpus
def test_the_script_reproduces_the_shipped_weights(shared: Path, tmp_path: Path) -> None:
    # A minute or two. Another C library may round otherwise; then the figures still hold.
    target = tmp_path / "weights"
    train_names.main([str(shared / "data"), str(target)])
    assert target.read_bytes() == MODEL.read_bytes()

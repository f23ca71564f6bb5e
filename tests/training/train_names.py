"""Fit the weights of names to GermEval 2014 and SmartData, and write them for the package.

    python tests/training/train_names.py ../shared/data bot/models/names-de.weights

Prints the hash that belongs into bot/tagger.py. `--folds 5` prints instead what weights that
never saw a block of GermEval find in it. Needs python-crfsuite; takes minutes, on one core.

The rules' own guess is an attribute; the rules are not trained, so nothing leaks from the
blocks held back. The same data and the same python-crfsuite give the same bytes: sentences
come in the order of the files, L-BFGS has no chance in it, and points are rounded.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import tempfile
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pycrfsuite

from bot.core.models import Article, Draft
from bot.core.reading.drafting import cut_draft
from bot.core.reading.name_decoding import open_stretches
from bot.core.reading.name_features import (
    BEFORE_NOUNS,
    EDGE,
    NO_RULE,
    NO_SIGNS,
    ORDINARY_NOUN,
    REACH,
    look_at,
    read_signs,
    rules_of,
    sign_attributes,
    word_attributes,
)
from bot.core.reading.name_lines import Lexicon, Line, lay_out
from bot.core.reading.name_scoring import LABELS, SCALE
from bot.core.reading.name_tagging import find_hits
from bot.core.reading.names import find_names, names_as_written
from bot.lemmas import DictionaryLemmatiser
from bot.tagger import WeightedTagger, pack

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from bot.core.reading.name_features import Look

ABOUT = "Names in German news; trained on GermEval 2014 and SmartData (both CC BY 4.0)"
PARAMETERS = {"c1": 0.1, "c2": 0.5, "max_iterations": 100}
KINDS = {
    "PER": "PER",
    "ORG": "ORG",
    "LOC": "LOC",
    "OTH": "OTHER",
    "person": "PER",
    "organization": "ORG",
    "organization-company": "ORG",
}
# SmartData labels places in adjectives too, and no works; what is particular to it goes here.
OTHER_SOURCE = "smartdata"
# Stand before the first and after the last word of a stretch, as what is outside of any name.
BEFORE, AFTER = "<", ">"
DROPPED = (OTHER_SOURCE, BEFORE, AFTER)


class Row(NamedTuple):
    attributes: list[list[str]]
    labels: list[str]


def main(arguments: Sequence[str] | None = None) -> None:
    options = argparse.ArgumentParser()
    options.add_argument("data", type=Path)
    options.add_argument("target", type=Path, nargs="?")
    options.add_argument("--folds", type=int, default=0)
    given = options.parse_args(arguments)
    lemmatiser = DictionaryLemmatiser()
    lemmatiser.build()
    lexicon = Lexicon(lemmatiser, "de")
    germeval = load(given.data / "names" / "de-germeval2014.jsonl.gz")
    smartdata = load(given.data / "entities" / "de-smartdata-train.jsonl.gz")
    listed = WeightedTagger().listed
    own = [read(record, lexicon, listed) for record in germeval]
    other = [mark(row) for record in smartdata for row in read(record, lexicon, listed)]
    if given.folds:
        validate(germeval, own, other, folds=given.folds, lexicon=lexicon)
    if given.target:
        content = fit([row for rows in own for row in rows] + other)
        given.target.write_bytes(content)
        print(f"{len(content)} bytes, sha256 {hashlib.sha256(content).hexdigest()}")


def load(path: Path) -> list[dict]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def read(record: dict, lexicon: Lexicon, listed: Callable[[str], str]) -> list[Row]:
    draft = draft_of(record, lexicon)
    lines = [lay_out(unit, record["text"]) for unit in draft.units if unit.words]
    return [row for line in lines for row in rows_of(line, record, lexicon, listed)]


def draft_of(record: dict, lexicon: Lexicon) -> Draft:
    article = Article(id=record["id"], title="", text=record["text"], language="de")
    return cut_draft(article, lexicon.lemmatiser)


def rows_of(
    line: Line, record: dict, lexicon: Lexicon, listed: Callable[[str], str]
) -> Iterator[Row]:
    """What the decoder will be asked: the stretches with capitals, but for idle nouns."""
    rules = rules_of(line, find_hits(line, lexicon))
    looks = [look_at(word, lexicon, listed) for word in line.words]
    attributes = attributes_of(line, looks, rules, lexicon)
    labels = labels_of(line, record)
    for first, last in open_stretches(line):
        if first == last and first not in rules and is_idle(line, first, looks):
            continue
        inside = slice(first, last + 1)
        yield Row([[BEFORE], *attributes[inside], [AFTER]], ["O", *begun(labels[inside]), "O"])


def is_idle(line: Line, number: int, looks: Sequence[Look]) -> bool:
    return (
        line.joined(number)
        and looks[number].sort == ORDINARY_NOUN
        and looks[number - 1].sort in BEFORE_NOUNS
    )


def begun(labels: Sequence[str]) -> list[str]:
    """The labels, with a beginning for a name of which the stretch has the end alone."""
    if labels[0].startswith("I"):
        return [labels[0].replace("I", "B", 1), *labels[1:]]
    return list(labels)


def attributes_of(
    line: Line, looks: Sequence[Look], rules: dict[int, str], lexicon: Lexicon
) -> list[list[str]]:
    around = (*(EDGE,) * REACH, *looks, *(EDGE,) * REACH)
    signs = [
        NO_SIGNS,
        *(
            read_signs(line, number, rules.get(number, NO_RULE), look.sort)
            for number, look in enumerate((*looks, EDGE))
        ),
    ]
    return [
        [
            *sign_attributes(*signs[number : number + 3]),
            *(
                attribute
                for place in range(-REACH, REACH + 1)
                for attribute in word_attributes(around[number + REACH + place], place, lexicon)
            ),
        ]
        for number in range(len(line.words))
    ]


def labels_of(line: Line, record: dict) -> list[str]:
    labels = ["O"] * len(line.words)
    for entity in record["entities"]:
        kind = kind_of(entity["type"], record["text"][entity["start"] : entity["end"]])
        inside = [
            number
            for number, start in enumerate(line.starts)
            if entity["start"] <= start and line.range(number, number).end <= entity["end"]
        ]
        for number in inside if kind else ():
            labels[number] = f"{'B' if number == inside[0] else 'I'}-{kind}"
    return labels


def kind_of(label: str, written: str) -> str | None:
    if label.startswith("location"):
        return None if written == written.lower() else "LOC"
    return KINDS.get(label)


def mark(row: Row) -> Row:
    return row._replace(attributes=[[*own, OTHER_SOURCE] for own in row.attributes])


def fit(rows: list[Row]) -> bytes:
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", params=PARAMETERS, verbose=False)
    for row in rows:
        trainer.append(row.attributes, row.labels)
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "model")
        trainer.train(path)
        tagger = pycrfsuite.Tagger()
        tagger.open(path)
        learned = tagger.info()
    weights: dict[str, list[int]] = {}
    for (attribute, label), weight in learned.state_features.items():
        points = round(weight * SCALE)
        if points and attribute not in DROPPED:
            weights.setdefault(attribute, [0] * len(LABELS))[LABELS.index(label)] = points
    moves = [
        [round(learned.transitions.get((before, label), 0.0) * SCALE) for label in LABELS]
        for before in LABELS
    ]
    return pack(weights, moves, about=ABOUT)


def validate(
    records: list[dict], own: list[list[Row]], other: list[Row], *, folds: int, lexicon: Lexicon
) -> None:
    counts: Counter[tuple[str, str]] = Counter()
    size = -(-len(records) // folds)
    for start in range(0, len(records), size):
        held = range(start, min(start + size, len(records)))
        rows = [row for place, rows in enumerate(own) if place not in held for row in rows]
        content = fit(rows + other)
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "weights"
            path.write_bytes(content)
            tagger = WeightedTagger(path, sha256=hashlib.sha256(content).hexdigest())
            for place in held:
                count(records[place], tagger, lexicon, counts)
        show(counts)


def count(
    record: dict, tagger: WeightedTagger, lexicon: Lexicon, counts: Counter[tuple[str, str]]
) -> None:
    draft = draft_of(record, lexicon)
    want = {(e["start"], e["end"], e["type"]) for e in record["entities"]}
    have = {
        (*part, name.kind)
        for name in find_names(draft, lemmatiser=lexicon.lemmatiser, tagger=tagger)
        for part in names_as_written(name, draft.article)
    }
    for kind in ("PER", "LOC", "ORG"):
        wanted = {span for span in want if span[2] == kind}
        found = {span for span in have if span[2] == kind}
        counts[kind, "right"] += len(wanted & found)
        counts[kind, "found"] += len(found)
        counts[kind, "wanted"] += len(wanted)


def show(counts: Counter[tuple[str, str]]) -> None:
    parts = []
    for kinds in (("PER", "LOC", "ORG"), ("PER",), ("LOC",), ("ORG",)):
        right, found, wanted = (
            sum(counts[kind, what] for kind in kinds) for what in ("right", "found", "wanted")
        )
        figures = (right / found, right / wanted, 2 * right / (found + wanted))
        parts.append(f"{'+'.join(kinds)} " + " ".join(f"{100 * figure:.1f}" for figure in figures))
    print("precision, recall, F1:", " · ".join(parts), flush=True)


if __name__ == "__main__":
    main()

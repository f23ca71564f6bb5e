"""What is decoded equals what was encoded."""

from __future__ import annotations

import gzip
import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.analysis_codec import UnreadableAnalysis, decode, encode
from bot.core.models import (
    Analysis,
    Article,
    Claim,
    DateMention,
    Figure,
    Name,
    Quote,
    Range,
    Sentence,
    Traits,
)
from bot.core.reading.reader import Reader

if TYPE_CHECKING:
    from pathlib import Path

    from bot.lemmas import DictionaryLemmatiser

_TEXT = st.text(alphabet=st.characters(), max_size=8)
_INT = st.integers(0, 10**6)
_RANGE = st.builds(Range, _INT, _INT)
_RANGES = st.lists(_RANGE, max_size=3).map(tuple)
_WORDS = st.lists(_TEXT, max_size=4).map(tuple)
_NUMBER = st.one_of(st.integers(-(10**30), 10**30), st.floats(allow_nan=False))
_SENTENCE = st.builds(
    Sentence, _INT, _INT, _INT, st.lists(_INT, max_size=4).map(tuple), _WORDS, _WORDS
)
_MAYBE = st.none() | _TEXT


def _many(one: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(one, max_size=3).map(tuple)


_ANALYSIS = st.builds(
    Analysis,
    article_id=_TEXT,
    sentences=_many(_SENTENCE),
    headings=_many(_SENTENCE),
    names=_many(
        st.builds(
            Name, _TEXT, st.sampled_from(["PER", "ORG", "LOC", "OTHER"]), _RANGES, _WORDS, _RANGES
        )
    ),
    quotes=_many(
        st.builds(
            Quote,
            _RANGE,
            st.sampled_from(["direct", "reported"]),
            _RANGE,
            _TEXT,
            st.none() | _RANGE,
            _MAYBE,
            st.sampled_from(["for", "against", "unclear"]),
            _MAYBE,
        )
    ),
    figures=_many(st.builds(Figure, _RANGE, _NUMBER, _TEXT, _TEXT, _TEXT)),
    dates=_many(
        st.builds(DateMention, _RANGE, _MAYBE, st.sampled_from(["day", "month", "year"]), _MAYBE)
    ),
    claims=_many(st.builds(Claim, _RANGE, st.sampled_from(["hedge", "denial"]))),
    salience=_many(st.floats(allow_nan=False)),
    traits=_many(st.builds(Traits, st.booleans(), st.booleans(), st.booleans(), st.booleans())),
    reader_version=_TEXT,
)


@given(_ANALYSIS)
def test_any_analysis_comes_back_exactly(analysis: Analysis) -> None:
    again = decode(encode(analysis))
    assert again == analysis
    # Equality alone would take 5.0 for 5 and a plain tuple for a Range.
    assert repr(again) == repr(analysis)


def test_three_hundred_articles_come_back_exactly(
    shared: Path, lemmatiser: DictionaryLemmatiser
) -> None:
    reader = Reader(lemmatiser)
    path = shared / "data/summaries/de-teaser-train.jsonl.gz"
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        records = [json.loads(line) for line, _ in zip(lines, range(300), strict=False)]
    assert len(records) == 300
    for record in records:
        article = Article(str(record["id"]), "", record["text"], "de")
        analysis = reader.read(article)
        again = decode(encode(analysis))
        assert again == analysis
        assert repr(again) == repr(analysis)


@pytest.mark.parametrize("data", [b"", b"\x00", b"\x01", b"\x01abc", b"\x02" + b"x" * 40])
def test_other_bytes_are_refused(data: bytes) -> None:
    with pytest.raises(UnreadableAnalysis):
        decode(data)


def test_cut_bytes_are_refused() -> None:
    whole = encode(
        Analysis("a", (), (), (), (), (), (), (), salience=(), traits=(), reader_version="1")
    )
    for length in range(len(whole)):
        with pytest.raises(UnreadableAnalysis):
            decode(whole[:length])

"""Anything at all in a file: never an error, never an invisible character."""

from __future__ import annotations

import json
import unicodedata
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.sources.files import SUFFIXES, read_file
from bot.sources.records import read_records

if TYPE_CHECKING:
    from pathlib import Path

_PIECES = st.sampled_from(
    [
        piece.encode()
        for piece in (
            *("---\n", "title: ", "date: 2025-02-30\n", "# ", "\n\n", "- ", "```", "|a|\n|-|\n"),
            *("<html><body>", "<p>", "</p>", "&#xd800;", "&#8238;", "[", "]", "\r", "\x00", "\x07"),
            *('{"id": 1, "text": "', '"}', "\\ud800", "\ufeff", "„Größe“ ", "\u202e", "👩\u200d👧"),
            *("11\n", "Teilen\n", "Ein Satz. ", "a = ", '"', "2025-01-24"),
        )
    ]
    + [b"\xff\xfe", b"\xfc\xdf"]
)
_BYTES = st.binary(max_size=200) | st.lists(_PIECES, max_size=20).map(b"".join)
_JSON = (".json", ".jsonl", ".ndjson")


@pytest.mark.parametrize("suffix", SUFFIXES)
@settings(max_examples=120)
@given(data=_BYTES, sidecar=st.none() | _BYTES)
def test_any_bytes_are_read_or_named(
    tmp_path_factory: pytest.TempPathFactory, suffix: str, data: bytes, sidecar: bytes | None
) -> None:
    path = tmp_path_factory.getbasetemp() / f"any{suffix}"
    path.write_bytes(data)
    beside = path.with_suffix(".toml")
    beside.unlink(missing_ok=True)
    if sidecar is not None:
        beside.write_bytes(sidecar)
    found = read_file(path)
    assert found.articles or found.skipped or suffix in _JSON
    for article in found.articles:
        shown = article.title + (article.outlet or "")
        shown += "" if suffix in _JSON else article.text.replace("\n", "")
        assert not {unicodedata.category(char) for char in shown} & {"Cc", "Cf", "Cs"}
        assert article.title
        assert article.text.strip()
        assert article.text.encode()
    for skip in found.skipped:
        assert f"{skip.path}{skip.reason}".encode()


_VALUES = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(st.characters()),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)
_KEYS = st.sampled_from("id title text published date language outlet source url kind".split())


@given(st.lists(st.dictionaries(_KEYS, _VALUES, max_size=6) | _VALUES, max_size=5))
def test_any_records_give_one_outcome_each(values: list[object]) -> None:
    outcomes = [*read_records(json.dumps(value) for value in values)]
    assert len(outcomes) == len(values)


@given(st.lists(st.binary(max_size=100) | st.text(st.characters(exclude_categories=()))))
def test_any_lines_are_survived(lines: list[str | bytes]) -> None:
    for outcome in read_records(lines):
        assert repr(outcome).encode()


HOSTILE = {
    "no space": "x" * 100_000,
    "punctuation alone": ".,;:!?" * 20_000,
    "quotation marks": "„“" * 50_000,
    "overrides": "\u202ea\u202c" * 30_000,
    "emoji": "👩\u200d👧\ufe0f" * 20_000,
    "accents": "a" + "\u0300\u0323" * 50_000,
    "brackets": "[" * 20_000,
    "emphasis": "*a " * 20_000,
    "tags": "<b>" * 20_000,
    "lines": "a\n" * 20_000,
    "controls": "a\x07bcdefgh" * 10_000,
}


@pytest.mark.parametrize("suffix", [".txt", ".md", ".html"])
@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_is_survived(tmp_path: Path, suffix: str, text: str) -> None:
    path = tmp_path / f"a{suffix}"
    front = "---\ntitle: Bagger\n---\n" if suffix == ".md" else "Bagger rollt an\n\n"
    path.write_text(front + text, encoding="utf-8")
    found = read_file(path)
    assert found.articles or found.skipped

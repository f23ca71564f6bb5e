"""Bytes and characters."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.sources.canonical import clean_characters, clean_line, cut_title
from bot.sources.decoding import decode
from bot.sources.files import read_file

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "Größe zählt nicht, sagte Jürgen Weiß. „Das ist für uns schön“, fügte er hinzu – und ging."
PLAIN = "Größe zählt nicht, sagte Jürgen Weiß. Das ist für uns schön."


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252", "mac_roman"]
)
def test_umlauts_and_german_quotation_marks_survive(encoding: str) -> None:
    decoded = decode(TEXT.encode(encoding))
    assert decoded is not None
    assert (decoded.text, decoded.broken) == (TEXT, 0)


@pytest.mark.parametrize("encoding", ["latin-1", "iso8859_15", "cp850"])
def test_umlauts_survive(encoding: str) -> None:
    decoded = decode(PLAIN.encode(encoding))
    assert decoded is not None
    assert decoded.text == PLAIN


@pytest.mark.parametrize("order", ["utf-16-le", "utf-16-be"])
def test_both_byte_orders_are_read(order: str) -> None:
    decoded = decode(f"\ufeff{TEXT}".encode(order))
    assert decoded is not None
    assert decoded.text == TEXT


def test_one_word_in_latin_1_is_enough() -> None:
    decoded = decode("Müller".encode("latin-1"))
    assert decoded is not None
    assert decoded.text == "Müller"


def test_a_broken_byte_in_utf_8_costs_one_character() -> None:
    decoded = decode(TEXT.encode() + b"\xff" + TEXT.encode())
    assert decoded is not None
    assert (decoded.text, decoded.broken) == (f"{TEXT}\ufffd{TEXT}", 1)


def test_broken_characters_are_told(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"Titel\n\n" + TEXT.encode() + b"\xff.")
    assert [skip.reason for skip in read_file(path).skipped] == ["1 characters are broken"]


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
        b"PK\x03\x04\x14\x00\x08\x00",
        b"\x1f\x8b\x08\x08\x01\x02\x03\x04",
        b"Titel\n\nText mit \x00 darin.",
        TEXT.encode("utf-16-le"),
        bytes(range(1, 256)),
    ],
)
def test_what_is_no_text_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    assert [skip.reason for skip in read_file(path).skipped] == ["not text"]


@given(st.binary(max_size=400))
def test_any_bytes_are_text_or_none(data: bytes) -> None:
    decoded = decode(data)
    assert decoded is None or "\0" not in decoded.text


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        ("Mu\u0308ller", "Müller"),
        ("a\r\nb\rc\x0bd\u2028e", "a\nb\nc\nd\ne"),
        ("20\u00a0Prozent, 1\u202f000\tEuro", "20 Prozent, 1 000 Euro"),
        ("u\u200b\u200d\ufeffnd\u00ad", "und"),
        ("\u202eegal\u202c \u2066x\u2069", "egal x"),
        ("a\x00\x07\x1b[31mb\x7f", "a[31mb"),
        ("Unternehmen , der", "Unternehmen , der"),
        ("zwei  Räume", "zwei  Räume"),
        ("\U000e0041x", "x"),
        ("\ud800x", "x"),
    ],
)
def test_a_text_has_one_canonical_form(written: str, canonical: str) -> None:
    assert clean_characters(written) == canonical


@given(st.text(st.characters(exclude_categories=())))
def test_no_invisible_character_is_left(text: str) -> None:
    categories = {unicodedata.category(char) for char in clean_characters(text) if char != "\n"}
    assert not categories & {"Cc", "Cf", "Cs", "Zl", "Zp"}


@given(st.text(st.characters(exclude_categories=())))
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert clean_characters(clean_characters(text)) == clean_characters(text)


def test_towers_of_accents_are_cut_down() -> None:
    assert len(clean_characters("a" + "\u0323\u0300" * 200_000 + "b")) <= 32


def test_a_title_is_cut_between_words() -> None:
    assert cut_title("kurz und gut") == "kurz und gut"
    assert cut_title("wort " * 40) == "wort " * 15 + "wort…"
    assert cut_title("x" * 200) == "x" * 80 + "…"
    assert cut_title("\u200b") == "…"


def test_a_line_is_never_longer_than_a_title_may_be() -> None:
    assert len(clean_line("wort " * 1_000_000)) <= 300

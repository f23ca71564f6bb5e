"""Paragraphs, lines and subheadings."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.models import Range
from bot.core.reading.layout import find_blocks, split_lines

PROSE = "Der Rat hat den Haushalt nach langer Debatte angenommen."


def headings(text: str) -> list[str]:
    return [text[b.range.start : b.range.end] for b in find_blocks(text) if b.is_heading]


def paragraphs(text: str) -> list[str]:
    return [text[b.range.start : b.range.end] for b in find_blocks(text) if not b.is_heading]


def test_a_short_line_before_running_text_is_a_heading() -> None:
    assert headings(f"{PROSE}\n\nStreit im Rathaus\n\n{PROSE}") == ["Streit im Rathaus"]


def test_a_heading_needs_no_blank_line_behind_it() -> None:
    assert headings(f"{PROSE}\n\nHintergrund\n{PROSE}") == ["Hintergrund"]


def test_a_label_is_a_heading_even_with_a_colon() -> None:
    assert headings(f"{PROSE}\n\nQuellen:\n\n{PROSE}") == ["Quellen:"]


def test_a_line_that_announces_a_quotation_is_no_heading() -> None:
    assert headings(f"Holm schrieb:\n\n{PROSE}") == []


def test_a_credit_at_the_end_is_a_heading() -> None:
    assert headings(f"{PROSE}\n\nFoto: Anna Holm") == ["Foto: Anna Holm"]


def test_a_stray_number_is_never_a_sentence() -> None:
    assert headings(f"11\n\n{PROSE}") == ["11"]


def test_items_of_a_list_are_no_headings() -> None:
    text = f"{PROSE}\n\nBern gegen Basel\n\nGenf gegen Zug\n\nThun gegen Chur\n\nBiel gegen Olten"
    assert headings(text) == []


@pytest.mark.parametrize("line", ["- Holm tritt an", "• Holm tritt an", "1. Holm tritt an"])
def test_a_line_with_a_bullet_is_no_heading(line: str) -> None:
    assert headings(f"{line}\n\n{PROSE}") == []


def test_the_only_line_is_a_sentence_even_without_a_full_stop() -> None:
    assert paragraphs("Rat nimmt Haushalt an") == ["Rat nimmt Haushalt an"]


def test_a_text_of_nothing_but_headings_has_sentences() -> None:
    text = "Rat nimmt Haushalt an\n\nHolm tritt zurück"
    assert paragraphs(text) == ["Rat nimmt Haushalt an", "Holm tritt zurück"]


def test_a_message_with_an_address_is_no_heading() -> None:
    assert headings(f"Holm tritt zurück https://beispiel.de/a1\n\n{PROSE}") == []


def test_single_line_breaks_separate_paragraphs_where_there_are_no_others() -> None:
    text = f"{PROSE}\n{PROSE} Danach war Ruhe im Saal.\nEs regnete."
    assert paragraphs(text) == [PROSE, f"{PROSE} Danach war Ruhe im Saal.", "Es regnete."]


def test_a_line_that_ends_with_an_article_goes_on() -> None:
    text = "Gestritten wurde über die Höhe der\nGebühren für alle Schulen der Stadt und des Landes."
    assert split_lines(text, Range(0, len(text))) == (Range(0, len(text)),)


def test_a_line_in_lower_case_goes_on() -> None:
    text = "Alle Beiträge der Benutzer\nsowie ihre Daten\nDie Namen der Benutzer"
    ends = [part.end for part in split_lines(text, Range(0, len(text)))]
    assert ends == [text.index("\nDie"), len(text)]


@given(st.text(alphabet="aA1. \n\t-:„“\x0b\u2028", max_size=300))
def test_blocks_cover_the_text_in_order(text: str) -> None:
    blocks = [block.range for block in find_blocks(text)]
    assert all(a.end <= b.start for a, b in pairwise(blocks))
    joined = "".join(text[block.start : block.end] for block in blocks)
    assert "".join(joined.split()) == "".join(text.split())

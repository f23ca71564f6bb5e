"""Spellings that count as the same."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.language.folding import fold, spelling_key


@pytest.mark.parametrize(
    ("written", "folded"),
    [("Müßte", "muesste"), ("ÄRGER", "aerger"), ("Čapek", "capek"), ("Málaga", "malaga")],
)
def test_umlauts_are_written_out_and_accents_dropped(written: str, folded: str) -> None:
    assert fold(written) == folded


@given(st.text(alphabet="äöüßéàÅñaoe ", max_size=30))
def test_normal_forms_fold_alike(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


@pytest.mark.parametrize(
    "spellings", [("Open AI", "open-ai", "OpenAI"), ("Müller", "Mueller", "Muller")]
)
def test_all_spellings_of_a_name_share_a_key(spellings: tuple[str, ...]) -> None:
    assert len({spelling_key(spelling) for spelling in spellings}) == 1


def test_different_names_have_different_keys() -> None:
    assert spelling_key("Holm") != spelling_key("Halm")

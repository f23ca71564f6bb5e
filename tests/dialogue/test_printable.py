from __future__ import annotations

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.dialogue.printable import LONGEST_ECHO, clean, echo, web_address

# Signs that are of the category of format characters, but are seen.
_SEEN = {*"\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd"}


def test_no_control_or_format_character_is_shown() -> None:
    unseen = (chr(n) for n in range(sys.maxunicode + 1))
    left = [
        f"{ord(char):x}"
        for char in unseen
        if unicodedata.category(char) in {"Cc", "Cf", "Cs"}
        and char not in _SEEN
        and clean(f"a{char}b") not in {"ab", "a b"}
    ]
    assert left == []


def test_line_breaks_become_blanks() -> None:
    assert clean("a\r\n b\u2028c\td") == "a b c d"


def test_what_is_removed_leaves_no_double_blank() -> None:
    assert clean("a \u200b b") == "a b"


def test_a_no_break_space_stays() -> None:
    assert clean("500\u00a0Mio.") == "500\u00a0Mio."


def test_letters_signs_and_emoji_stay() -> None:
    assert clean("Größe „ß“ – 5 € 東京 😀") == "Größe „ß“ – 5 € 東京 😀"


@given(st.text())
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(st.text())
def test_clean_text_can_be_written(text: str) -> None:
    assert clean(text).encode("utf-8").decode("utf-8") == clean(text)


def test_a_short_text_is_said_back_whole() -> None:
    assert echo("fußball") == "fußball"


def test_a_long_text_is_said_back_in_part() -> None:
    assert echo("fußball " * 2000).endswith("…")
    assert len(echo("x" * 10_000)) == LONGEST_ECHO


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/a?b=c&d=(e)#f",
        "http://example.org",
        "HTTPS://EXAMPLE.ORG/Ä",
        "https://example.org:8443/~x/%20",
        "https://[2001:db8::1]/",
    ],
)
def test_web_addresses_are_shown(url: str) -> None:
    assert web_address(url) == url


@pytest.mark.parametrize(
    "url",
    [
        None,
        "",
        "javascript:alert(1)",
        "data:text/html,x",
        "ftp://example.org",
        "//example.org",
        "https://",
        "https:///a",
        "https://example.org/a b",
        "https://example.org/<script>",
        "https://example.org/a|b",
        'https://example.org/"',
        "https://example.org/\u202eabc",
        "https://example.org/\n",
        "https://[broken/",
        "https://example.org/" + "a" * 2000,
    ],
)
def test_other_addresses_are_not_shown(url: str | None) -> None:
    assert web_address(url) is None

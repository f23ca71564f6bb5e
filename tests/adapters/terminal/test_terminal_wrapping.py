"""Lines are broken at blanks alone, and what cannot be broken stays whole."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.adapters.terminal.wrapping import wrapped, wrapped_behind, wrapped_items

ADDRESS = "https://news.example/" + "sehr-" * 10 + "lang"
LINES = st.text(alphabet="ab 1\u00a0", max_size=60)


@given(LINES, st.integers(min_value=10, max_value=40))
def test_every_word_is_kept_and_only_a_word_alone_is_wider(line: str, width: int) -> None:
    lines = list(wrapped(line, width))
    words = [word for word in line.split(" ") if word]
    assert [word for one in lines for word in one.split(" ") if word] == words
    assert all(len(one) <= width or len(one[2:].split()) == 1 for one in lines)


def test_further_lines_stand_further_in() -> None:
    assert list(wrapped("  ein Feed, der gut ist", 14)) == ["  ein Feed,", "    der gut", "    ist"]


def test_an_address_and_a_number_with_its_unit_stay_whole() -> None:
    lines = list(wrapped(f"✓ {ADDRESS}  Blatt mit 4,5\u00a0GW", 20))
    assert lines == [f"✓ {ADDRESS}", "  Blatt mit 4,5\u00a0GW"]


def test_a_sentence_stands_beside_its_head() -> None:
    lines = list(wrapped_behind("Slack  aus  ", "ist heute nicht gesetzt", 26))
    assert lines == ["Slack  aus  ist heute", "            nicht gesetzt"]


def test_an_item_goes_to_the_next_line_as_a_whole() -> None:
    items = ("Kanal: team", "Nächster: 24.01.2025, 07:30", "Stand: aktiv")
    lines = list(wrapped_items(items, 40, indent="  ", joint=" · "))
    assert lines == ["  Kanal: team ·", "  Nächster: 24.01.2025, 07:30 ·", "  Stand: aktiv"]

"""Where no button can be pressed, its word or number is typed."""

from __future__ import annotations

import pytest
from dialogue.invented import card

from bot.dialogue.labels import ENGLISH, GERMAN
from bot.dialogue.typed import hint_for, leaves_open, parse_typed

KIEL, BREMEN = card("Kiel"), card("Bremen")


@pytest.mark.parametrize(
    ("said", "action"),
    [
        ("Belege", "evidence"),
        ("belege!", "evidence"),
        ("evidence", "evidence"),
        ("1", "evidence"),
        ("mehr", "more"),
        ("more", "more"),
        ("2", "more"),
        ("belege kiel", "evidence"),
        ("3", "follow"),
    ],
)
def test_a_word_or_number_is_a_button_of_the_only_card(said: str, action: str) -> None:
    assert parse_typed(said, (KIEL,)) == (action, KIEL)


@pytest.mark.parametrize("said", ["belege 2", "Belege Bremen"])
def test_of_several_cards_one_is_named(said: str) -> None:
    assert parse_typed(said, (KIEL, BREMEN)) == ("evidence", BREMEN)


def test_each_of_many_cards_has_a_number() -> None:
    many = tuple(card(f"Ort {number}") for number in range(1, 13))
    assert parse_typed("belege 12", many) == ("evidence", many[11])
    assert parse_typed("mehr 13", many) is None
    assert parse_typed(f"mehr {'9' * 5000}", many) is None


def test_a_number_above_the_count_may_be_a_name() -> None:
    year = card("2025")
    assert parse_typed("mehr 2025", (KIEL, year)) == ("more", year)


@pytest.mark.parametrize(
    "said", ["", "kiel", "mehr zu bremen", "4", "1 2", "mehr infos", "belege 9"]
)
def test_anything_else_is_a_question(said: str) -> None:
    assert parse_typed(said, (KIEL,)) is None


@pytest.mark.parametrize("said", ["belege", "1", "mehr 3", "mehr 0"])
def test_of_several_cards_none_is_guessed(said: str) -> None:
    assert parse_typed(said, (KIEL, BREMEN)) is None


def test_a_word_without_a_card_is_asked_back() -> None:
    assert leaves_open("belege", (KIEL, BREMEN))
    assert not leaves_open("belege", (KIEL,))
    assert not leaves_open("kiel", (KIEL, BREMEN))


def test_nothing_is_a_button_before_a_card() -> None:
    assert parse_typed("mehr", ()) is None


def test_the_hint_says_what_can_be_typed() -> None:
    assert hint_for((), GERMAN) == ""
    assert "1 Evidence · 2 More · 3 Follow" in hint_for((KIEL,), ENGLISH)
    assert "bis 2" in hint_for((KIEL, BREMEN), GERMAN)

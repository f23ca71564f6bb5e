"""Roles that are told in the other language, and those that say too little."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.core.language.role_words import is_vague_role, points_elsewhere, translate_role

if TYPE_CHECKING:
    from bot.core.models import Language


OWNERS = frozenset({"OpenAI", "Trump", "Boss", "Han", "Hans", "Grünen"})


@pytest.mark.parametrize(
    ("role", "language", "told"),
    [
        ("US-Präsident", "en", "U.S. president"),
        ("Unternehmerin", "en", "entrepreneur"),
        ("OpenAI-Chef", "en", "OpenAI chief"),
        ("Trumps Sprecherin", "en", "Trump's spokeswoman"),
        ("der Vorsitzende", "en", "chairman"),
        ("Vorsitzende", "en", "chairwoman"),
        ("spokeswoman", "de", "Sprecherin"),
        ("Board chairman", "de", "Verwaltungsratsvorsitzender"),
        ("Trump's spokeswoman", "de", "Trumps Sprecherin"),
    ],
)
def test_a_common_role_is_told_in_the_other_language(
    role: str, language: Language, told: str
) -> None:
    assert translate_role(role, language, OWNERS) == told


@pytest.mark.parametrize(
    ("role", "language"),
    [
        # Nobody knows whether this is a man or a woman.
        ("chief executive of OpenAI", "de"),
        ("Judge", "de"),
        ("Torhüter", "en"),
        ("Chef der Reederei", "en"),
        ("Boss's spokeswoman", "de"),
        # Whose name is another one in English, or ends in "s", or is no name.
        ("Frankreichs Präsident", "en"),
        ("Bayerns Innenminister", "en"),
        ("Paris Bürgermeisterin", "en"),
        ("Hans Anwalt", "en"),
        ("Ex-Chef", "en"),
        ("Vize-Chef", "en"),
        ("Grünen-Politikerin", "en"),
        ("Weißen Hauses Sprecherin", "en"),
        ("the union's spokeswoman", "de"),
        ("France's king", "de"),
        ("Germany's spokesman", "de"),
    ],
)
def test_what_is_not_certain_is_not_translated(role: str, language: Language) -> None:
    assert translate_role(role, language, OWNERS) is None


@pytest.mark.parametrize(
    ("role", "vague"),
    [
        ("Vorsitzende", True),
        ("der Vorsitzende", True),
        ("chief executive", True),
        ("OpenAI-Chef", False),
        ("chief executive of OpenAI", False),
        ("Richterin", False),
    ],
)
def test_some_roles_leave_open_of_what(role: str, vague: bool) -> None:  # noqa: FBT001 a table
    assert is_vague_role(role) == vague


@pytest.mark.parametrize(
    ("role", "points"),
    [
        ("Vorsitzende des Gremiums", True),
        ("company's founder", True),
        ("Its founder", True),
        ("Vorsitzende des Betriebsrats", False),
        ("chair of the council", False),
    ],
)
def test_some_roles_need_the_sentence_before(role: str, points: bool) -> None:  # noqa: FBT001 a table
    assert points_elsewhere(role) == points

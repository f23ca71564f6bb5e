"""What word lists must hold so that rules can rely on them."""

from __future__ import annotations

import pytest

from bot.core.language.abbreviations import BEFORE_NUMBERS, NEVER_LAST, SELDOM_LAST
from bot.core.language.stopwords import COMMONEST_WORDS, FUNCTION_WORDS


@pytest.mark.parametrize("lists", [NEVER_LAST, SELDOM_LAST, BEFORE_NUMBERS])
def test_abbreviations_are_in_lower_case_without_their_stop(
    lists: dict[str, frozenset[str]],
) -> None:
    words = [word for entries in lists.values() for word in entries]
    assert all(word == word.lower() and not word.endswith(".") for word in words)


@pytest.mark.parametrize("language", ["de", "en"])
def test_no_abbreviation_both_never_and_seldom_ends_a_sentence(language: str) -> None:
    assert not NEVER_LAST[language] & SELDOM_LAST[language]


@pytest.mark.parametrize("language", ["de", "en"])
def test_common_words_are_listed_once(language: str) -> None:
    words = COMMONEST_WORDS[language]
    assert len(words) == len(set(words))


def test_function_words_of_both_languages_are_known() -> None:
    assert "der" in FUNCTION_WORDS["de"]
    assert "the" in FUNCTION_WORDS["en"]

"""Sentences of an opinion piece that judge, and those that tell facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.core.judging import carries_judgement

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.core.models import Language, Reading


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Das Bad in Weidenau wurde 1970 gebaut."),
        ("de", "Das Gut Weidenau gehört der Stadt Kiel."),
        ("de", "Gut Weidenau gehört der Stadt Kiel."),
        ("de", "Die Reederei brachte Güter nach Weidenau."),
        ("en", "The trade fair in Weidenau opened in May."),
        ("en", "The Welcome Inn stands by the lake in Weidenau."),
        ("en", "The ship brought goods to Weidenau."),
    ],
)
def test_the_name_of_a_thing_is_no_judgement(
    language: Language, text: str, read: Callable[..., Reading]
) -> None:
    assert not carries_judgement(read(text, language=language), 0)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Gut ist der Plan für Weidenau nicht."),
        ("de", "Das ist nicht fair gegenüber Weidenau."),
        ("de", "Der Bau in Weidenau war ein Fehler."),
        ("en", "The plan for Weidenau is bad."),
        ("en", "Better late than never in Weidenau."),
        ("en", "The wharf in Weidenau is a mistake."),
    ],
)
def test_a_word_that_judges_is_a_judgement(
    language: Language, text: str, read: Callable[..., Reading]
) -> None:
    assert carries_judgement(read(text, language=language), 0)

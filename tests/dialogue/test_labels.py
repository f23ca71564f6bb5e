from __future__ import annotations

from dataclasses import fields
from string import Formatter
from typing import get_args

import pytest

from bot.core.models import Language
from bot.dialogue.answers import NoticeKind
from bot.dialogue.labels import ENGLISH, GERMAN, Labels, Plural, labels_for


def placeholders(value: object) -> object:
    if isinstance(value, str):
        return sorted(name for _, name, _, _ in Formatter().parse(value) if name)
    if isinstance(value, Plural):
        return placeholders(value.other)
    if isinstance(value, dict):
        return {key: placeholders(text) for key, text in value.items()}
    return None


@pytest.mark.parametrize("name", [field.name for field in fields(Labels)])
def test_both_languages_fill_in_the_same(name: str) -> None:
    german, english = getattr(GERMAN, name), getattr(ENGLISH, name)
    if name not in {"language", "help_lines"}:
        assert placeholders(german) == placeholders(english)


@pytest.mark.parametrize("labels", [GERMAN, ENGLISH])
def test_nothing_is_left_without_wording(labels: Labels) -> None:
    assert set(labels.notices) == set(get_args(NoticeKind))
    assert set(labels.languages) == set(get_args(Language))
    assert all(getattr(labels, field.name) for field in fields(Labels))


def test_labels_are_in_the_language_asked_for() -> None:
    assert labels_for("de").language == "de"
    assert labels_for("en").language == "en"


@pytest.mark.parametrize(
    ("count", "german", "english"),
    [(0, "0 Quellen", "0 sources"), (1, "1 Quelle", "1 source"), (2, "2 Quellen", "2 sources")],
)
def test_counted_things_agree_with_their_number(count: int, german: str, english: str) -> None:
    assert GERMAN.sources.of(count, str(count)) == german
    assert ENGLISH.sources.of(count, str(count)) == english


def test_german_articles_have_one_form() -> None:
    assert [GERMAN.articles.of(n, str(n)) for n in (1, 2)] == ["1 Artikel", "2 Artikel"]

"""Relative dates on a card: which are named, and what they meant when they were written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.core.dating import date_wordings
from bot.core.points import point_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.core.cards import DatedWording
    from bot.core.models import Reading


def dated(reading: Reading) -> tuple[DatedWording, ...]:
    points = [point_of(reading, one, 1000) for one in reading.analysis.sentences]
    return date_wordings([one for one in points if one], {reading.article.id: reading})


def told(reading: Reading) -> list[tuple[str, str, str]]:
    return [(one.resolved_from, one.date, one.precision) for one in dated(reading)]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        (
            "Der Rat hat am Dienstag den Bau des Museums beschlossen.",
            "de",
            ("am Dienstag", "2025-01-21", "day"),
        ),
        (
            "The council approved the museum on Tuesday after a long debate.",
            "en",
            ("on Tuesday", "2025-01-21", "day"),
        ),
        ("Im vergangenen Jahr hat der Rat den Bau des Museums beschlossen.", "de", None),
    ],
)
def test_a_relative_date_is_known_with_what_it_meant(
    read: Callable[..., Reading],
    text: str,
    language: str,
    expected: tuple[str, str, str] | None,
) -> None:
    found = told(read(text, on="2025-01-22", language=language))
    assert found == [expected or ("Im vergangenen Jahr", "2024", "year")]


def test_its_span_holds_its_words(read: Callable[..., Reading]) -> None:
    reading = read("Der Rat hat am Dienstag den Bau des Museums beschlossen.", on="2025-01-22")
    (wording,) = dated(reading)
    assert reading.article.text[wording.span.start : wording.span.end] == "am Dienstag"


def test_a_relative_date_in_an_undated_article_stays_open(read: Callable[..., Reading]) -> None:
    assert told(read("Der Rat hat am Dienstag den Bau des Museums beschlossen.", on=None)) == []


def test_a_date_that_is_written_out_needs_nothing(read: Callable[..., Reading]) -> None:
    text = "Der Rat hat am 21. Januar 2025 den Bau des Museums beschlossen."
    assert told(read(text, on="2025-01-22")) == []


def test_a_relative_date_beside_the_date_itself_needs_nothing(
    read: Callable[..., Reading],
) -> None:
    text = "Vorgestern, am 20. Januar 2025: Der Rat hat den Bau des Museums beschlossen."
    reading = read(text, on="2025-01-22")
    assert [one.date for one in reading.analysis.dates] == ["2025-01-20", "2025-01-20"]
    assert told(reading) == []


def test_a_day_of_the_week_beside_its_date_is_left_to_the_date(
    read: Callable[..., Reading],
) -> None:
    text = "Der Rat hat am Dienstag (21. Januar) den Bau des Museums beschlossen."
    assert told(read(text, on="2025-01-22")) == [("21. Januar", "2025-01-21", "day")]


def test_direct_speech_is_not_interrupted(read: Callable[..., Reading]) -> None:
    text = "„Wir haben am Dienstag den Bau beschlossen“, sagte Bürgermeisterin Anna Beispiel."
    assert told(read(text, on="2025-01-22")) == []

"""Sentences made shorter by deletion alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.core.models import Range
from bot.core.shortening import shorten

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.core.models import Reading


def shortened(reading: Reading, limit: int, keep: str = "") -> str | None:
    text = reading.article.text
    kept = (Range(text.index(keep), text.index(keep) + len(keep)),) if keep else ()
    parts = shorten(reading, reading.analysis.sentences[0], limit, keep=kept)
    return " … ".join(text[part.start : part.end] for part in parts) if parts else None


@pytest.mark.parametrize(
    ("sentence", "limit", "expected"),
    [
        (
            "Die Stadt Kiel baut am Hafen ein neues Museum – mit Café und einem Kino im Keller.",
            70,
            "Die Stadt Kiel baut am Hafen ein neues Museum",
        ),
        (
            "Die Stadt Kiel baut am Hafen (am Ende der langen Mole) ein neues Museum für Schiffe.",
            65,
            "Die Stadt Kiel baut am Hafen … ein neues Museum für Schiffe.",
        ),
        (
            "Grund ist der große Umbau des Hafens: Die Stadt Kiel baut dort ein neues Museum.",
            50,
            "Die Stadt Kiel baut dort ein neues Museum.",
        ),
        (
            "Die Stadt Kiel baut am Hafen ein neues Museum; es öffnet im Sommer für alle.",
            50,
            "Die Stadt Kiel baut am Hafen ein neues Museum",
        ),
        (
            "Die Stadt Kiel baut am Hafen ein neues Museum, weil das alte zu klein geworden ist.",
            50,
            "Die Stadt Kiel baut am Hafen ein neues Museum",
        ),
        (
            "Das Museum, das die Stadt Kiel am Hafen baut, kostet rund 40 Millionen Euro im Jahr.",
            60,
            "Das Museum … kostet rund 40 Millionen Euro im Jahr.",
        ),
        (
            "The city of Kiel, which owns the old harbour, is building a new museum there.",
            60,
            "The city of Kiel … is building a new museum there.",
        ),
    ],
)
def test_what_a_sentence_can_do_without_is_cut(
    read: Callable[..., Reading], sentence: str, limit: int, expected: str
) -> None:
    language = "en" if sentence.startswith("The ") else "de"
    assert shortened(read(sentence, language=language), limit) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Die Stadt Kiel baut am Hafen ein neues Museum – aber nicht vor dem Ende des Jahres 2030.",
        "Die Stadt Kiel baut am Hafen ein neues Museum, sofern der Bund die Hälfte davon bezahlt.",
        "Laut Ministerin Anna Beispiel gilt: Die Stadt Kiel baut am Hafen ein sehr neues Museum.",
        "Bürgermeister Max Muster behauptete: Die Stadt Kiel baut am Hafen ein neues Museum dort.",
        "Das Museum, das angeblich schon in diesem Sommer öffnen soll, kostet 40 Millionen Euro.",
        "The city of Kiel is building a new museum there – unless the state refuses to pay for it.",
    ],
)
def test_what_makes_a_statement_doubtful_is_never_cut(
    read: Callable[..., Reading], sentence: str
) -> None:
    language = "en" if sentence.startswith("The ") else "de"
    assert shortened(read(sentence, language=language), 60) is None


def test_a_list_is_never_cut_in_the_middle(read: Callable[..., Reading]) -> None:
    text = (
        "An dem Bau beteiligen sich das Land Schleswig-Holstein, die Stadt Kiel, der Verein der "
        "Reeder und die große Stiftung der Werften aus dem Norden."
    )
    assert shortened(read(text), 90) is None


def test_what_must_stay_stays(read: Callable[..., Reading]) -> None:
    text = "Die Stadt Kiel baut am Hafen ein neues Museum – für rund 40 Millionen Euro im Jahr."
    assert shortened(read(text), 60) == "Die Stadt Kiel baut am Hafen ein neues Museum"
    assert shortened(read(text), 60, keep="40 Millionen Euro") is None


def test_a_sentence_that_fits_is_left_whole(read: Callable[..., Reading]) -> None:
    text = "Die Stadt Kiel baut (endlich) ein Museum – am Hafen."
    assert shortened(read(text), 160) == text

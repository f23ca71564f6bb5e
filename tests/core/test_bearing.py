"""Sentences that tell nothing by themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.core.hollow import is_hollow
from bot.core.outcomes import CardFound

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.core.models import Language, Reading
    from bot.library import Library


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Anna Beispiel hat sich zur Kritik von Karl Muster am Museum Nordlux geäußert."),
        ("de", "Anna Beispiel äußerte sich am Montag zu den neuen Vorwürfen gegen Nordlux."),
        ("de", "Anna Beispiel nahm zur Kritik von Karl Muster an Nordlux öffentlich Stellung."),
        ("de", "Die Reederei Hansa und Karl Muster reagierten auf das Museum Nordlux."),
        ("de", "Anna Beispiel hat die Kritik von Karl Muster am Museum Nordlux kommentiert."),
        ("en", "Anna Sample commented on the criticism of Nordlux by Northlight Inc."),
        ("en", "Anna Sample has publicly responded to the criticism of Nordlux."),
        ("en", "Anna Sample weighed in on the dispute over the Nordlux museum."),
        ("en", "Anna Sample issued a statement on the Nordlux museum."),
        ("en", "Anna Sample declined to comment on the report about Nordlux."),
        ("en", "Union members in Kiel have responded to the criticism of Nordlux."),
    ],
)
def test_that_somebody_said_something_tells_nothing(
    language: Language, text: str, read: Callable[..., Reading]
) -> None:
    assert is_hollow(read(text, language=language), 0)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Anna Beispiel reagierte auf die Kritik am Museum Nordlux mit einer Klage."),
        ("de", "Anna Beispiel äußerte sich besorgt zum Museum Nordlux in Kiel."),
        ("de", "Anna Beispiel reagierte auf Nordlux und kündigte in Kiel ein Theater an."),
        ("de", "Die Aktie der Nordlicht AG reagierte auf Nordlux: Sie stieg um 4 Prozent."),
        ("en", "Anna Sample responded to the criticism of Nordlux by closing the Kiel office."),
        ("de", "Die Nordlicht AG hat auf einen Alarm im Museum reagiert."),
        ("de", "Die Feuerwehr hat am Freitag in Kiel auf einen Alarm reagiert."),
        ("en", "Firefighters responded to a blaze near the museum in Kiel."),
        ("en", "Anna Sample responded angrily to the criticism of Nordlux in Kiel."),
        ("en", "Nordlux fired the engineer who commented on the report."),
        ("en", "The court in Kiel jailed a man who replied to the letter."),
        ("en", "Northlight bought Nordlux before Anna Sample responded to the offer."),
        ("en", "The union called a strike after the minister reacted to the criticism."),
        ("en", "Northlight sold Nordlux and responded to the criticism."),
        ("en", "Nordlux released its annual financial statement."),
        ("en", "The comment on the Nordlux report led to a strike."),
        ("en", "Anna Sample commented on the museum in Kiel."),
        ("de", "Die Truppen bezogen am Montag Stellung bei Nordlux."),
        ("de", "Die Armee nahm am Montag die Stellung bei Nordlux."),
    ],
)
def test_what_somebody_did_or_felt_tells_something(
    language: Language, text: str, read: Callable[..., Reading]
) -> None:
    assert not is_hollow(read(text, language=language), 0)


def test_what_tells_nothing_is_neither_lead_nor_fact(
    read: Callable[..., Reading], library_of: Callable[..., Library]
) -> None:
    text = (
        "Die Reederei Nordlicht AG baut am Hafen das Museum Nordlux. Die Stadträtin Anna Beispiel "
        "hat sich zur Kritik von Karl Muster am Museum Nordlux geäußert."
    )
    found = library_of(read(text, title="Nordlux", on="2025-03-07")).brief("Nordlux")
    assert isinstance(found, CardFound)
    assert [point.text for point in (*found.card.lead, *found.card.facts)] == [
        "Die Reederei Nordlicht AG baut am Hafen das Museum Nordlux."
    ]


def test_it_stands_on_a_card_that_has_nothing_else(
    read: Callable[..., Reading], library_of: Callable[..., Library]
) -> None:
    text = "Anna Beispiel hat sich zur Kritik am Museum Nordlux geäußert."
    found = library_of(read(text, title="Nordlux", on="2025-03-07")).brief("Nordlux")
    assert isinstance(found, CardFound)
    assert [point.text for point in found.card.lead] == [text]

"""Two articles that count one thing differently, in one language or in two."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.core.figure_disputes import concept_of
from bot.core.outcomes import CardFound

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.core.models import Language, Reading
    from bot.library import Library

PLACE = "Weidenau"


@pytest.fixture
def disputed(
    read: Callable[..., Reading], library_of: Callable[..., Library]
) -> Callable[..., list[tuple[str, str]]]:
    """What two articles about one place cannot both be right in."""

    def find(*texts: tuple[Language, str]) -> list[tuple[str, str]]:
        readings = [
            read(f"{text} {PLACE}.", id=f"a{number}", language=language, outlet=f"Blatt {number}")
            for number, (language, text) in enumerate(texts)
        ]
        outcome = library_of(*readings).brief(PLACE)
        assert isinstance(outcome, CardFound)
        pairs = outcome.card.disputed
        return [(pair.points[0].text, pair.points[1].text) for pair in pairs]

    return find


@pytest.mark.parametrize(
    ("german", "english"),
    [
        (
            "In den Schulen von Weidenau fehlten 412 Kinder wegen der Grippe.",
            "In the schools of Weidenau 421 children were absent with flu.",
        ),
        (
            "In Weidenau sind 5000 Haushalte ohne Strom.",
            "In Weidenau 6500 households are without power.",
        ),
        ("In Weidenau sind 40 Soldaten im Einsatz.", "In Weidenau 55 soldiers are deployed."),
        ("Der Brand in Weidenau forderte drei Tote.", "The fire in Weidenau left five dead."),
        (
            "Bei dem Unglück in Weidenau gab es acht Tote.",
            "Eleven people died in the accident in Weidenau.",
        ),
        ("Weidenau streicht 300 Stellen.", "Weidenau is cutting 450 jobs."),
        (
            "Der Rat von Weidenau beschloss den Umbau mit 23 zu 18 Stimmen.",
            "The council of Weidenau approved the extension by 25 votes to 16.",
        ),
    ],
)
def test_a_count_is_disputed_across_languages(
    german: str, english: str, disputed: Callable[..., list[tuple[str, str]]]
) -> None:
    assert len(disputed(("de", german), ("en", english))) == 1


@pytest.mark.parametrize(
    ("german", "english"),
    [
        ("In Weidenau sind 40 Soldaten im Einsatz.", "In Weidenau 55 soldiers were buried."),
        ("In Weidenau fehlten 412 Kinder.", "In Weidenau 421 children learn to swim."),
        (
            "In Weidenau haben 34 Geschäfte geschlossen.",
            "In Weidenau 43 shops have opened.",
        ),
        (
            "Der Rat von Weidenau lehnte den Umbau mit 23 zu 18 Stimmen ab.",
            "The council of Weidenau approved the budget by 22 votes to 15.",
        ),
        ("In Weidenau wurden 40 Autos gestohlen.", "In Weidenau 55 cars burned."),
    ],
)
def test_things_of_one_kind_may_be_counted_for_two_reasons(
    german: str, english: str, disputed: Callable[..., list[tuple[str, str]]]
) -> None:
    assert disputed(("de", german), ("en", english)) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            ("de", "Der Rat von Weidenau beschloss den Bau mit 23 zu 18 Stimmen."),
            ("de", "Mit 23 zu 18 Stimmen stimmte der Rat von Weidenau für den Bau."),
        ),
        (
            ("de", "Bei dem Unglück in Weidenau gab es 8 Tote und 12 Verletzte."),
            ("en", "8 people died in the accident in Weidenau and 12 were injured."),
        ),
        (
            ("de", "412 Kinder aus Weidenau und 300 Kinder aus Bern lernen schwimmen."),
            ("de", "Aus Weidenau lernen 412 Kinder schwimmen, dazu 300 Kinder aus Bern."),
        ),
    ],
)
def test_two_numbers_that_both_sentences_give_are_not_disputed(
    one: tuple[str, str], other: tuple[str, str], disputed: Callable[..., list[tuple[str, str]]]
) -> None:
    assert disputed(one, other) == []


def test_who_survived_is_not_who_died(disputed: Callable[..., list[tuple[str, str]]]) -> None:
    died = "Beim Brand im Nordhotel in Weidenau starben 17 Menschen."
    survived = "Beim Brand im Nordhotel in Weidenau überlebten zwölf Menschen."
    assert disputed(("de", died), ("de", survived)) == []


@pytest.mark.parametrize(
    ("word", "meaning"),
    [
        ("unterstreichen", "unterstreichen"),
        ("verbieten", "verbieten"),
        ("bekanntgeben", "bekanntgeben"),
        ("ausschliessen", "ausschliessen"),
        ("landkarte", "landkarte"),
        ("abbauen", "cut"),
        ("busunfall", "accident"),
        ("materialkosten", "cost"),
        ("schwerverletzte", "injured"),
    ],
)
def test_a_compound_means_what_its_noun_means_and_no_verb_what_it_ends_in(
    word: str, meaning: str
) -> None:
    assert concept_of(word) == meaning

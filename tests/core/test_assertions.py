"""Which sentences of much the same words say the same, and which do not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.core.assertions import assertion_of, confirms, contradicts, is_told_by, outdoes

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.core.assertions import Assertion
    from bot.core.models import Language, Reading


@pytest.fixture
def said(read: Callable[..., Reading]) -> Callable[[str, Language], Assertion]:
    """What the first sentence of a text says."""

    def build(text: str, language: Language) -> Assertion:
        return assertion_of(read(text, language=language), 0)

    return build


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("de", "Stargate kostet 500 Milliarden Dollar.", "Stargate kostet 500 Milliarden Dollar."),
        (
            "de",
            "Die Nordbank hat die Werft in Kiel gekauft.",
            "Die Nordbank hat am Montag die Werft in Kiel erworben.",
        ),
        (
            "de",
            "Nach Angaben der Stadt wird das Museum in Kiel erst 2031 fertig.",
            "Nach Angaben der Stadt Kiel wird das Museum in Kiel erst 2031 fertig.",
        ),
        (
            "de",
            "Das Museum in Kiel kostet nicht 40 Millionen Euro.",
            "Das Museum in Kiel kostet keine 40 Millionen Euro.",
        ),
        (
            "en",
            "Northbank will build a yard in Kiel.",
            "Northbank will build a new yard in Kiel.",
        ),
        (
            "en",
            "Northbank has bought the yard in Kiel.",
            "Northbank has acquired the yard in Kiel.",
        ),
    ],
)
def test_the_same_in_other_words_confirms(
    language: Language, one: str, other: str, said: Callable[[str, Language], Assertion]
) -> None:
    assert confirms(said(other, language), said(one, language))


DIFFERENT = [
    (
        "de",
        "Stargate kostet 500 Milliarden Dollar.",
        "Stargate kostet nicht 500 Milliarden Dollar.",
    ),
    ("de", "Die Werft schafft 300 Stellen.", "Die Werft schafft keine 300 Stellen."),
    ("de", "Stargate kostet 500 Milliarden Dollar.", "Stargate soll 500 Milliarden Dollar kosten."),
    (
        "de",
        "Stargate kostet 500 Milliarden Dollar.",
        "Laut Musk kostet Stargate 500 Milliarden Dollar.",
    ),
    (
        "de",
        "Stargate kostet 500 Milliarden Dollar.",
        "Stargate kostet angeblich 500 Milliarden Dollar.",
    ),
    (
        "de",
        "Stargate kostet 500 Milliarden Dollar.",
        "Elon Musk sagte, Stargate koste 500 Milliarden Dollar.",
    ),
    ("de", "Stargate kostet 500 Milliarden Dollar.", "Stargate wird 500 Milliarden Dollar kosten."),
    (
        "de",
        "Die Nordbank hat die Werft in Kiel gekauft.",
        "Die Nordbank hat die Werft in Kiel verkauft.",
    ),
    (
        "de",
        "Die Nordbank kauft die Werft in Kiel.",
        "Die Nordbank plant, die Werft in Kiel zu kaufen.",
    ),
    ("de", "Die Nordbank kauft die Werft in Kiel.", "Falls die Nordbank die Werft in Kiel kauft."),
    ("de", "Die Nordbank streicht in Kiel Stellen.", "Die Nordbank streicht in Lübeck Stellen."),
    ("de", "Die Werft machte 2024 in Kiel Gewinn.", "Die Werft machte 2024 in Kiel Verlust."),
    ("de", "Die Brücke in Kiel ist gesperrt.", "Die Brücke in Kiel war gesperrt."),
    ("de", "Die Werft streicht 300 Stellen.", "Die Werft streicht mehr als 300 Stellen."),
    ("en", "Northbank will build a yard in Kiel.", "Northbank will not build a yard in Kiel."),
    ("en", "Northbank will build a yard in Kiel.", "Northbank won't build a yard in Kiel."),
    ("en", "Northbank built a yard in Kiel.", "Northbank will build a yard in Kiel."),
    ("en", "Northbank bought the yard in Kiel.", "Northbank sold the yard in Kiel."),
    ("en", "Northbank bought the yard in Kiel.", "Northbank reportedly bought the yard in Kiel."),
    ("en", "Northbank bought the yard in Kiel.", "Northbank may have bought the yard in Kiel."),
    ("en", "Northbank bought the yard in Kiel.", "Northbank tried to buy the yard in Kiel."),
    ("en", "Northbank may close the yard.", "Northbank is unlikely to close the yard."),
    (
        "en",
        "Northbank bought the yard in Kiel.",
        "Northbank bought the yard in Kiel, Elon Musk said.",
    ),
]


@pytest.mark.parametrize(("language", "one", "other"), DIFFERENT)
def test_what_is_said_otherwise_confirms_nothing(
    language: Language, one: str, other: str, said: Callable[[str, Language], Assertion]
) -> None:
    first, second = said(one, language), said(other, language)
    assert not confirms(first, second)
    assert not confirms(second, first)


def test_who_acts_is_not_who_is_acted_upon(said: Callable[[str, Language], Assertion]) -> None:
    one = said("Microsoft verklagt OpenAI vor dem Gericht in New York.", "de")
    other = said("OpenAI verklagt Microsoft vor dem Gericht in New York.", "de")
    assert not confirms(one, other)


def test_a_hedge_confirms_a_hedge_by_the_same_people(
    said: Callable[[str, Language], Assertion],
) -> None:
    hoped = said("Stargate soll 500 Milliarden Dollar kosten.", "de")
    assert confirms(said("Stargate dürfte 500 Milliarden Dollar kosten.", "de"), hoped)
    musk = said("Elon Musk sagte, Stargate koste 500 Milliarden Dollar.", "de")
    altman = said("Sam Altman sagte, Stargate koste 500 Milliarden Dollar.", "de")
    assert not confirms(altman, musk)


def test_a_fact_outdoes_the_same_with_a_hedge(said: Callable[[str, Language], Assertion]) -> None:
    plain = said("Stargate kostet 500 Milliarden Dollar.", "de")
    hedged = said("Stargate soll 500 Milliarden Dollar kosten.", "de")
    assert outdoes(plain, hedged)
    assert not outdoes(hedged, plain)
    assert not outdoes(said("Stargate kostet keine 500 Milliarden Dollar.", "de"), hedged)


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        (
            "de",
            "Stargate kostet 500 Milliarden Dollar.",
            "Stargate kostet nicht 500 Milliarden Dollar.",
        ),
        ("de", "Die Werft schafft 300 Stellen.", "Laut Musk schafft die Werft keine 300 Stellen."),
        ("en", "Northbank will build a yard in Kiel.", "Northbank will not build a yard in Kiel."),
    ],
)
def test_a_denial_contradicts(
    language: Language, one: str, other: str, said: Callable[[str, Language], Assertion]
) -> None:
    assert contradicts(said(one, language), said(other, language))
    assert contradicts(said(other, language), said(one, language))


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("de", "Die Brücke in Kiel ist fertig.", "Die Brücke in Kiel ist noch nicht fertig."),
        ("de", "Die Brücke kostet Kiel Geld.", "Die Brücke kostet nicht nur Kiel Geld."),
        ("en", "The bridge in Kiel is ready.", "The bridge in Kiel is not yet ready."),
        ("en", "The bridge costs Kiel money.", "The bridge costs not only Kiel money."),
        ("de", "Die Nordbank kauft die Werft.", "Die Nordbank verkauft nicht die Werft."),
    ],
)
def test_not_every_negation_contradicts(
    language: Language, one: str, other: str, said: Callable[[str, Language], Assertion]
) -> None:
    assert not contradicts(said(one, language), said(other, language))


def test_a_fact_is_news_after_its_hedge_but_not_the_hedge_after_the_fact(
    said: Callable[[str, Language], Assertion],
) -> None:
    plain = said("Stargate kostet 500 Milliarden Dollar.", "de")
    hedged = said("Stargate soll 500 Milliarden Dollar kosten.", "de")
    denied = said("Stargate kostet nicht 500 Milliarden Dollar.", "de")
    assert is_told_by(hedged, plain)
    assert not is_told_by(plain, hedged)
    assert not is_told_by(denied, plain)

"""A question for a sum, a count, a time … leads a card with sentences that hold one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from core.invariants import faults_of_card

from bot.core.card import points_of
from bot.core.models import TopicRule
from bot.core.outcomes import CardFound, NotFound
from bot.core.seeking import Sought

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.core.models import Reading
    from bot.library import Library

    Ask = Callable[..., tuple[str, ...]]

PRICE = "Das Museum Nordlux soll rund 40 Millionen Euro kosten."
JOBS = "Das Museum Nordlux schafft 120 Stellen."
OPENING = "Das Museum Nordlux wird am 4. Mai 2026 eröffnet."
LEAD = "Geleitet wird das Museum Nordlux von Anke Dorn."
BUILT = "Der Bau des Museums Nordlux hat in Bremen begonnen und dauert vier Jahre."
POWER = "Das Museum Nordlux verbraucht 3 Megawatt Strom."
NORDLUX = f"""Kiel baut am Hafen das Museum Nordlux. Das Museum Nordlux wird drei Stockwerke haben.

{PRICE} Ein Architekt aus Bremen hat das Museum Nordlux entworfen.

{JOBS} Das Museum Nordlux zeigt Lampen aus aller Welt.

{POWER} {OPENING} Karl Muster hat das Museum Nordlux am 3. Februar 2025 besucht.

{LEAD} {BUILT} Die Stadt Kiel wirbt um Gäste für das Museum Nordlux."""
OTHER = "Lübeck baut das Bad Lunewell. Das Bad Lunewell soll 9 Millionen Euro kosten."


@pytest.fixture
def library(read: Callable[..., Reading], library_of: Callable[..., Library]) -> Library:
    return library_of(
        read(NORDLUX, id="a", on="2025-03-03", title="Kiel baut das Museum Nordlux"),
        read(OTHER, id="b", on="2025-03-04", title="Lübeck baut das Bad Lunewell"),
    )


def answers(library: Library, words: str, sought: Sought) -> tuple[str, ...]:
    found = library.brief(words, language="de", sought=sought)
    assert isinstance(found, CardFound)
    assert not list(faults_of_card(found.card, library.reading))
    return tuple(point.text for point in found.card.answers)


@pytest.mark.parametrize(
    ("words", "sought", "said"),
    [
        ("kostet Nordlux", Sought("money"), PRICE),
        ("does Nordlux cost", Sought("money"), PRICE),
        ("schafft Nordlux in Kiel", Sought("count", "Arbeitsplätze"), JOBS),
        ("will Nordlux create", Sought("count", "jobs"), JOBS),
        ("verbraucht Nordlux", Sought("count", "Megawatt"), POWER),
        ("öffnet Nordlux", Sought("date"), OPENING),
        ("does Nordlux open", Sought("date"), OPENING),
        ("leitet Nordlux", Sought("person"), LEAD),
        ("beginnt Nordlux", Sought("place"), BUILT),
        ("dauert der Bau von Nordlux", Sought("duration"), BUILT),
    ],
)
def test_the_sentence_that_holds_it_comes_first(
    library: Library, words: str, sought: Sought, said: str
) -> None:
    assert answers(library, words, sought)[:1] == (said,)


@pytest.mark.parametrize(
    ("words", "sought"),
    [
        ("braucht Nordlux", Sought("count", "Besucher")),
        ("besitzt Nordlux", Sought("person")),
        ("wurde Nordlux verkauft", Sought("date")),
        ("verliert Nordlux durch Diebstahl", Sought("money")),
    ],
)
def test_what_no_sentence_holds_is_not_claimed(
    library: Library, words: str, sought: Sought
) -> None:
    assert answers(library, words, sought) == ()


def test_a_question_of_another_kind_is_told_which_topic_it_names(library: Library) -> None:
    for said in ("weshalb zerbröselt Nordlux", "weshalb zerbröselt Nordlx"):
        assert library.brief(said) == NotFound(said, ("Nordlux",))
    assert library.brief("weshalb zerbröselt Stein") == NotFound("weshalb zerbröselt Stein")


def test_a_question_that_names_no_topic_finds_nothing(library: Library) -> None:
    assert isinstance(library.brief("kostet Fußball", sought=Sought("money")), NotFound)


def test_whose_chief_is_meant_is_not_guessed(
    read: Callable[..., Reading], library_of: Callable[..., Library]
) -> None:
    text = "Die Werft Lunabau baut für das Museum Nordlux. Ihr Chef ist seit 2020 Karl Muster."
    library = library_of(read(text), rules=(TopicRule("Nordlux", aliases=("Museum Nordlux",)),))
    found = library.brief("leitet Nordlux", language="de", sought=Sought("person"))
    assert isinstance(found, CardFound)
    assert found.card.answers == ()


def test_what_answers_is_cited_first_and_told_once(library: Library) -> None:
    found = library.brief("kostet Nordlux", language="de", sought=Sought("money"))
    assert isinstance(found, CardFound)
    texts = [point.text for point in points_of(found.card)]
    assert texts[0] == PRICE
    assert texts.count(PRICE) == 1
    assert found.card.answers[0].sources == (1,)


def test_the_card_that_answers_has_an_id_of_its_own(library: Library) -> None:
    plain, asked = (
        library.brief("Nordlux", sought=sought, language="de") for sought in (None, Sought("money"))
    )
    assert isinstance(plain, CardFound)
    assert isinstance(asked, CardFound)
    assert plain.card.answers == ()
    assert plain.card.id != asked.card.id

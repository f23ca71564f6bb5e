"""A word out of a topic's name is asked for: the topic, unless others speak of it too."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.core.models import TopicRule
from bot.core.outcomes import CardFound

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.core.models import Reading
    from bot.library import Library

RULE = TopicRule("Übernahmeangebot für Nordlux", terms=("Nordlux",))
BID = "Die Lampenwerke machen ein Übernahmeangebot für Nordlux. Nordlux lehnt das Angebot ab."
OTHERS = (
    "Das Angebot an Äpfeln ist in Kiel groß. Der Markt öffnet um acht Uhr.",
    "In Lübeck gibt es ein Angebot für Kinder. Der Kurs beginnt im Mai.",
)


@pytest.fixture
def card_name(
    read: Callable[..., Reading], library_of: Callable[..., Library]
) -> Callable[..., tuple[str, str]]:
    def ask(query: str, *texts: str) -> tuple[str, str]:
        readings = [read(text, id=f"{n}", on="2025-03-03") for n, text in enumerate(texts)]
        found = library_of(*readings, rules=(RULE,)).brief(query)
        assert isinstance(found, CardFound)
        return found.card.name, found.card.matched

    return ask


@pytest.mark.parametrize("query", ["übernahmeangebot", "angebot"])
def test_a_part_of_a_name_finds_its_topic(
    card_name: Callable[..., tuple[str, str]], query: str
) -> None:
    assert card_name(query, BID) == (RULE.name, "fuzzy")


def test_a_word_that_other_articles_hold_too_is_searched(
    card_name: Callable[..., tuple[str, str]],
) -> None:
    assert card_name("angebot", BID, *OTHERS) == ("angebot", "search")

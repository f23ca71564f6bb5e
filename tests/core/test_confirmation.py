"""What a card cites as confirmed, what as disputed, and how many sources it counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.core.card import points_of
from bot.core.outcomes import CardFound

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.core.cards import TopicCard
    from bot.core.models import Reading
    from bot.library import Library

PLAIN = "Das Projekt Stargate kostet 500 Milliarden Dollar und schafft in Texas 100.000 Stellen."
DENIED = (
    "Das Projekt Stargate kostet nicht 500 Milliarden Dollar und schafft in Texas keine "
    "100.000 Stellen."
)
HEDGED = (
    "Das Projekt Stargate soll 500 Milliarden Dollar kosten und in Texas 100.000 Stellen schaffen."
)
OTHER = "Das Projekt Stargate eröffnet Büros in Abilene und in Dallas."


@pytest.fixture
def card_of(
    read: Callable[..., Reading], library_of: Callable[..., Library]
) -> Callable[..., TopicCard]:
    """The card of "Stargate" from these texts, each of its own article and day."""

    def build(*texts: str, **fields: tuple[str | None, ...]) -> TopicCard:
        readings = []
        for number, text in enumerate(texts):
            more = {name: values[number] for name, values in fields.items()}
            more = {"outlet": f"Blatt {number}", **more}
            on = f"2025-03-0{number + 1}"
            readings.append(read(text, id=f"a{number}", title=f"Stargate {number}", on=on, **more))
        found = library_of(*readings).brief("Stargate")
        assert isinstance(found, CardFound)
        return found.card

    return build


def _sources_of(card: TopicCard, text: str) -> set[int]:
    """How many articles stand behind each showing of a sentence."""
    return {len(point.sources) for point in points_of(card) if point.text == text}


@pytest.mark.parametrize("twin", [DENIED, HEDGED])
def test_what_denies_or_doubts_a_fact_is_no_source_of_it(
    twin: str, card_of: Callable[..., TopicCard]
) -> None:
    assert _sources_of(card_of(PLAIN, twin), PLAIN) == {1}
    assert _sources_of(card_of(twin, PLAIN), PLAIN) == {1}


def test_the_same_fact_elsewhere_is_a_source_of_it(card_of: Callable[..., TopicCard]) -> None:
    assert _sources_of(card_of(PLAIN, PLAIN, OTHER), PLAIN) == {2}


def test_a_denial_in_another_article_is_disputed(card_of: Callable[..., TopicCard]) -> None:
    disputed = card_of(PLAIN, DENIED, OTHER).disputed
    assert [tuple(point.text for point in pair.points) for pair in disputed] == [(PLAIN, DENIED)]


def test_a_hedge_is_left_out_where_the_fact_is_told(card_of: Callable[..., TopicCard]) -> None:
    for card in (card_of(PLAIN, HEDGED), card_of(HEDGED, PLAIN)):
        texts = {point.text for point in (*card.lead, *card.facts)}
        assert PLAIN in texts
        assert HEDGED not in texts


def test_what_is_disputed_is_neither_lead_nor_fact(card_of: Callable[..., TopicCard]) -> None:
    card = card_of(PLAIN, DENIED, OTHER)
    assert card.disputed
    assert {point.text for point in (*card.lead, *card.facts)} == {OTHER}


def test_what_is_disputed_leads_with_both_sides_if_nothing_else_is_told(
    card_of: Callable[..., TopicCard],
) -> None:
    assert [point.text for point in card_of(PLAIN, DENIED).lead] == [PLAIN, DENIED]


def test_neither_side_leads_if_both_do_not_fit(card_of: Callable[..., TopicCard]) -> None:
    longer = "in den Städten Abilene, Dallas, Houston, Austin, El Paso, Waco, Tyler und Laredo"
    sides = [text.replace("in Texas", longer) for text in (PLAIN, DENIED)]
    card = card_of(*sides)
    assert card.lead == ()
    assert [tuple(point.text for point in pair.points) for pair in card.disputed] == [tuple(sides)]


def test_a_sentence_with_two_numbers_does_not_contradict_itself(
    card_of: Callable[..., TopicCard],
) -> None:
    text = "Beim Projekt Stargate dauert die Prüfung in Texas 15 Tage, in Ohio 20 Tage."
    card = card_of(text, text)
    assert card.disputed == ()
    assert [point.text for point in card.lead] == [text]


def test_a_claim_does_not_lead_without_the_words_that_reject_it(
    card_of: Callable[..., TopicCard],
) -> None:
    claim = "Olaf Scholz warf Elon Musk vor, beim Projekt Stargate betrogen zu haben."
    denial = "Elon Musk wies die Vorwürfe von Olaf Scholz zum Projekt Stargate zurück."
    card = card_of(f"{claim} {denial}")
    assert card.disputed
    assert [point.text for point in card.lead] == [claim, denial]
    assert (card.facts, card.voices) == ((), ())


def test_a_denial_is_a_change(card_of: Callable[..., TopicCard]) -> None:
    assert DENIED in {one.point.text for one in card_of(PLAIN, DENIED).changes}


def test_articles_of_which_no_outlet_is_known_are_one_source(
    card_of: Callable[..., TopicCard],
) -> None:
    unknown = card_of(PLAIN, OTHER, outlet=(None, None))
    assert (unknown.articles, unknown.outlets) == (2, 1)
    assert card_of(PLAIN, OTHER, outlet=(None, "Blatt")).outlets == 2


def test_articles_of_one_host_are_one_source(card_of: Callable[..., TopicCard]) -> None:
    def outlets(*urls: str) -> int:
        return card_of(PLAIN, OTHER, outlet=(None, None), url=urls).outlets

    assert outlets("https://www.blatt.example/a", "http://Blatt.example:80/b") == 1
    assert outlets("https://blatt.example/a", "https://zeitung.example/b") == 2
    assert outlets("https://blatt.example/a", "file:b.txt") == 2


def test_a_short_sentence_that_names_the_topic_leads_before_one_that_does_not(
    card_of: Callable[..., TopicCard],
) -> None:
    text = (
        "Stargate ist da. „Ja“, sagte Olaf Scholz. Die Opposition lehnt die Rente mit 70 Jahren ab."
    )
    assert [point.text for point in card_of(text).lead] == ["Stargate ist da."]

"""What a card does with sentences that speak of something told elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.core.models import TopicRule
from bot.core.outcomes import CardFound
from bot.core.references import find_references, opens_with_role

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.core.cards import TopicCard
    from bot.core.models import Language, Reading
    from bot.library import Library

BEFORE: dict[Language, str] = {
    "de": "Eine Gruppe um Karl Muster kauft die Werft Nordlicht AG.",
    "en": "A group led by Karl Muster buys the wharf Northlight Inc. in Bern.",
}


def card(library: Library, query: str) -> TopicCard:
    found = library.brief(query)
    assert isinstance(found, CardFound)
    return found.card


def shown(made: TopicCard) -> list[str]:
    dated = [item.point for item in made.timeline]
    return [point.text for point in (*made.lead, *made.facts, *made.open, *dated)]


@pytest.mark.parametrize(
    ("language", "text", "nouns"),
    [
        ("de", "Die Gruppe hatte am Montag 40 Millionen Euro geboten.", ["gruppe"]),
        ("de", "Anna Beispiel nannte das Vorhaben zu teuer.", ["vorhaben"]),
        ("de", "Den Vorsitz übernimmt Anna Beispiel.", ["vorsitz"]),
        ("de", "Die Gruppe um Anna Beispiel bot 40 Millionen Euro.", []),
        ("de", "Das Projekt Nordlux kostet 40 Millionen Euro.", []),
        ("de", "Bern lobt das Projekt, das Anna Beispiel geplant hat.", []),
        ("de", "Anna Beispiel plant ein Projekt und stellt das Projekt vor.", []),
        ("de", "Die erste Klage reichte Anna Beispiel im Mai ein.", []),
        ("de", "Die Polizei sucht Zeugen.", []),
        ("en", "The companies announced the deal on Tuesday.", ["company", "deal"]),
        ("en", "Anna Sample rejected the claim on Friday.", ["claim"]),
        ("en", "The first site is in Bern.", ["site"]),
        ("en", "The deal with Anna Sample was signed on Tuesday.", []),
        ("en", "The police are looking for witnesses.", []),
    ],
)
def test_what_the_sentence_does_not_explain_is_a_reference(
    read: Callable[..., Reading], language: Language, text: str, nouns: list[str]
) -> None:
    reading = read(f"{BEFORE[language]} {text}", language=language)
    found = find_references(reading, len(reading.analysis.sentences) - 1)
    assert [one.noun for one in found] == nouns


def test_a_question_about_another_thing_stands_on_its_card_alone(
    read: Callable[..., Reading], library_of: Callable[..., Library]
) -> None:
    text = (
        "The company Northlight published its model Nordlux in Bern. With Nordlux it competes "
        "with the company Eastlight. It remains unclear whether the model will find many users."
    )
    library = library_of(read(text, language="en", title="Northlight publishes a model"))
    question = "It remains unclear whether the model will find many users."
    assert question in shown(card(library, "Northlight"))
    assert question not in shown(card(library, "Eastlight"))


CASE = (
    "A judge in Bern has denied the request of Karl Muster against Northlight Inc. for a stay.\n\n"
    "The case has a long history. Karl Muster first sued Northlight Inc. in Kiel in May 2024. "
    "Northlight Inc. has hired four lawyers from Bern and Kiel since May."
)


def test_a_sentence_that_says_little_of_what_was_told_before_is_not_shown(
    read: Callable[..., Reading], library_of: Callable[..., Library]
) -> None:
    library = library_of(read(CASE, language="en", title="Karl Muster loses", on="2025-03-05"))
    for topic in ("Karl Muster", "Northlight Inc."):
        assert "The case has a long history." not in shown(card(library, topic))


def test_what_leads_a_card_is_understood_or_brings_the_sentence_before(
    read: Callable[..., Reading], library_of: Callable[..., Library]
) -> None:
    text = (
        "A federal judge has denied a request for a stay in the quarrel about the wharf.\n\n"
        "A court in Bern opened the case of Karl Muster on Monday. Judge Anna Sample ruled on "
        "Tuesday."
    )
    lead = card(library_of(read(text, language="en", on="2025-03-05")), "Anna Sample").lead
    assert [point.text for point in lead] == [
        "A court in Bern opened the case of Karl Muster on Monday.",
        "Judge Anna Sample ruled on Tuesday.",
    ]


def test_a_subject_in_passing_is_left_with_its_paragraph(
    read: Callable[..., Reading], library_of: Callable[..., Library]
) -> None:
    text = (
        "Die Werft Nordlicht AG baut mit Karl Muster ein Schiff in Kiel. Nordlicht zahlt 40 "
        "Millionen Euro. Bekannt wurde das Schiff im Rathaus Altstadt.\n\n"
        "Nordlicht hat Karl Muster seit 2019 in Kiel beschäftigt."
    )
    made = card(library_of(read(text, title="Nordlicht baut ein Schiff")), "Rathaus Altstadt")
    assert "Nordlicht hat Karl Muster seit 2019 in Kiel beschäftigt." not in shown(made)


def test_a_card_does_not_lead_with_what_it_has_yet_to_tell(
    read: Callable[..., Reading], library_of: Callable[..., Library]
) -> None:
    text = (
        "A group led by Karl Muster has offered 40 million euros for Northlight Inc. in Bern. The "
        "bid became known on Monday.\n\n"
        "The price Anna Sample named for the wharf is one tenth of the bid, as Kiel says."
    )
    rules = (TopicRule("Offer for Northlight", aliases=("bid",)),)
    lead = card(library_of(read(text, language="en"), rules=rules), "Offer for Northlight").lead
    assert [point.text for point in lead] == [
        "A group led by Karl Muster has offered 40 million euros for Northlight Inc. in Bern.",
        "The bid became known on Monday.",
    ]


def test_facts_of_the_topic_come_before_those_of_whom_its_articles_name_beside(
    read: Callable[..., Reading], library_of: Callable[..., Library]
) -> None:
    text = (
        "Karl Muster traf Anna Beispiel im Mai in Bern. Karl Muster leitet seit 2019 die Werft "
        "Nordlicht AG. Karl Muster spendet 40 Millionen Euro für Schulen in Kiel. Karl Muster "
        "fliegt jeden Winter nach Spanien. Karl Muster singt in einem Chor in Altstadt. Karl "
        "Muster baut seit April zwei Häuser.\n\nNordlicht-Gründer Otto Wirt und Anna Beispiel "
        "kauften in Kiel die Reederei Ostlicht AG."
    )
    made = card(library_of(read(text, title="Karl Muster spendet")), "Karl Muster")
    assert not any("Otto Wirt" in text for text in shown(made))


@pytest.mark.parametrize(
    "text",
    [
        "Als erste Geldgeber gelten Anna Beispiel und Karl Muster.",
        "Als Technologiepartner wird Anna Beispiel genannt.",
    ],
)
def test_of_what_somebody_is_a_partner_is_told_before(
    read: Callable[..., Reading], text: str
) -> None:
    assert opens_with_role(read(text), 0)


@pytest.mark.parametrize(
    "text",
    [
        "Als Partner der Stadt Bern gilt Anna Beispiel.",
        "Als Kind lebte Anna Beispiel in Bern.",
        "Als Technologiepartner von Nordlux wird Anna Beispiel genannt.",
    ],
)
def test_who_says_of_what_opens_with_no_reference(read: Callable[..., Reading], text: str) -> None:
    assert not opens_with_role(read(text), 0)


def test_who_is_a_partner_is_led_to_by_what_of(
    read: Callable[..., Reading], library_of: Callable[..., Library]
) -> None:
    told = (
        "Die Stadt Bern baut einen Hafen.",
        "Als Partner werden die Nordlux AG und die Hansa AG genannt.",
    )
    made = card(library_of(read(" ".join(told), title="Bern baut")), "Nordlux AG")
    assert tuple(point.text for point in made.lead) == told


def test_whose_founder_somebody_is_their_own_card_does_not_explain(
    read: Callable[..., Reading], library_of: Callable[..., Library]
) -> None:
    told = "Karl Muster verkauft in Bern die Boote der Werft Nordlux AG."
    text = f"{told} Die Werft liegt am See. Karl Muster gehörte zu den Gründern."
    library = library_of(read(text, title="Karl Muster verkauft Boote"))
    assert told in shown(card(library, "Karl Muster"))
    assert "Karl Muster gehörte zu den Gründern." not in shown(card(library, "Karl Muster"))

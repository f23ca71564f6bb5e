"""What a card lists as new since its topic was last told."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from bot.core.models import TopicRule
from bot.core.outcomes import CardFound

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.core.cards import TopicCard
    from bot.core.models import Reading
    from bot.library import Library

    Read = Callable[..., Reading]
    LibraryOf = Callable[..., Library]

FIRST = "Microsoft baut in Kiel ein Werk für Chips. Das Werk von Microsoft öffnet im Mai in Kiel."
OPENED = "Karl Muster hat am Donnerstag in Kiel das Werk von Microsoft eröffnet."
OPENED_TOO = "Am 6. März eröffnete Karl Muster das große neue Werk von Microsoft in Kiel."
CONSECRATED = "Karl Muster weihte am 6. März das Werk von Microsoft in Kiel ein."
OPENED_IN_ENGLISH = "Karl Muster opened the Microsoft plant in Kiel on Thursday."
HOPED = "Karl Muster soll am 6. März das Werk von Microsoft in Kiel einweihen."


@pytest.fixture
def card_after(read: Read, library_of: LibraryOf) -> Callable[..., TopicCard]:
    """The German card of Microsoft when articles came after the first, each with its fields."""

    def build(*texts: str, **fields: tuple[str, ...]) -> TopicCard:
        readings = [read(FIRST, id="a", outlet="Hafenblatt", on="2025-03-03", title="Microsoft")]
        for number, text in enumerate(texts):
            more = {name: values[number] for name, values in fields.items()}
            more = {"outlet": f"Blatt {number}", "title": "Microsoft", **more}
            readings.append(read(text, id=f"b{number}", on="2025-03-07", **more))
        found = library_of(*readings).brief("Microsoft", language="de")
        assert isinstance(found, CardFound)
        return found.card

    return build


def test_the_same_news_of_two_articles_is_listed_once_with_both_sources(
    card_after: Callable[..., TopicCard],
) -> None:
    (change,) = card_after(OPENED, OPENED_TOO).changes
    assert change.point.text in {OPENED, OPENED_TOO}
    assert len(change.point.sources) == 2


def test_what_may_be_other_news_of_the_day_is_no_source(
    card_after: Callable[..., TopicCard],
) -> None:
    changes = card_after(OPENED, CONSECRATED).changes
    assert {len(change.point.sources) for change in changes} == {1}


def test_another_deed_of_the_day_is_listed_too(card_after: Callable[..., TopicCard]) -> None:
    bought = "Karl Muster hat am Donnerstag in Kiel das Werk von Microsoft gekauft."
    sold = "Karl Muster hat am Donnerstag in Kiel das Werk von Microsoft verkauft."
    listed = {change.point.text for change in card_after(bought, sold).changes}
    assert listed == {bought, sold}


def test_what_is_only_expected_is_no_source_of_the_news(
    card_after: Callable[..., TopicCard],
) -> None:
    listed = {change.point.text: change.point for change in card_after(OPENED, HOPED).changes}
    assert len(listed[OPENED].sources) == 1


def test_the_same_news_of_one_article_is_listed_once(
    card_after: Callable[..., TopicCard],
) -> None:
    text = (
        "Am Donnerstag kamen in Kiel fünf weitere Orte hinzu. Microsoft ist dabei, und Microsoft "
        "zahlt. 6. März 2025: Fünf neue Standorte von Microsoft in Kiel werden bekannt."
    )
    listed = [change.point.text for change in card_after(text).changes]
    assert sum("ünf" in text for text in listed) == 1


def test_news_in_two_languages_is_listed_in_the_readers(
    card_after: Callable[..., TopicCard],
) -> None:
    (change,) = card_after(OPENED_IN_ENGLISH, OPENED_TOO, language=("en", "de")).changes
    assert change.point.text == OPENED_TOO


BACKGROUND = (
    "Microsoft ist alt. Bekannt ist seit langem, dass Microsoft in Kiel mit Siemens ein Werk "
    "baut. Mit Siemens zahlt Microsoft in Kiel seit Jahren für das Werk."
)


def test_background_that_tells_of_no_new_day_updates_nothing(
    card_after: Callable[..., TopicCard],
) -> None:
    made = card_after(BACKGROUND, kind=("background",))
    assert (made.status, made.changes) == ("unchanged", ())
    assert card_after(BACKGROUND).status == "updated"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Das Werk von Microsoft ist ein Fehler. Wer baut so etwas?", "opinion"),
        ("Das Werk ist da. „Das Werk von Microsoft ist schön“, sagte Karl Muster.", "report"),
    ],
)
def test_what_is_updated_lists_at_least_what_was_said(
    text: str, kind: str, card_after: Callable[..., TopicCard]
) -> None:
    made = card_after(text, kind=(kind,))
    assert made.status == "updated"
    assert [change.point.spans[0].article for change in made.changes] == ["b0"]


def test_of_an_opinion_piece_what_judges_is_what_is_new(
    card_after: Callable[..., TopicCard],
) -> None:
    text = "Karl Muster hat mit Siemens in Kiel Microsoft besucht. Microsoft sollte Kiel danken."
    (change,) = card_after(text, kind=("opinion",)).changes
    assert change.point.text == "Microsoft sollte Kiel danken."


def test_a_digest_calls_no_topic_updated_that_has_no_news(
    read: Read, library_of: LibraryOf
) -> None:
    library = library_of(
        read(FIRST, id="a", outlet="Hafenblatt", on="2025-03-03", title="Microsoft"),
        read(BACKGROUND, id="b", on="2025-03-06", title="Microsoft", kind="background"),
        rules=(TopicRule("Microsoft"),),
    )
    digest = library.digest(date(2025, 3, 7), topics=("Microsoft",))
    assert (digest.entries, digest.unchanged) == ((), ("Microsoft",))


def test_the_only_change_leaves_the_lead_to_what_tells_nearly_as_much(
    read: Read, library_of: LibraryOf
) -> None:
    told, sold = (
        "Microsoft baut in Kiel ein Werk für Chips.",
        "Microsoft verkauft in Kiel mit Siemens die Werft.",
    )
    library = library_of(
        read(told, id="a", on="2025-03-03", title="Microsoft"),
        read(sold, id="b", on="2025-03-07", title="Microsoft"),
    )
    found = library.brief("Microsoft", language="de")
    assert isinstance(found, CardFound)
    assert [point.text for point in found.card.lead] == [told]
    assert [change.point.text for change in found.card.changes] == [sold]


def test_what_is_listed_as_new_is_no_fact_in_other_words(
    card_after: Callable[..., TopicCard],
) -> None:
    card = card_after(OPENED, OPENED_TOO)
    told = {point.text for point in (*card.lead, *card.facts)}
    assert told.isdisjoint({OPENED, OPENED_TOO})
    assert not {item.point.text for item in card.timeline} & {OPENED, OPENED_TOO}


TO_BE_OPENED = "Karl Muster wird am 6. März in Kiel das Werk von Microsoft eröffnen."


@pytest.mark.parametrize("told", [OPENED, OPENED_IN_ENGLISH])
def test_what_was_told_before_in_other_words_is_not_new(
    read: Read, library_of: LibraryOf, told: str
) -> None:
    again = f"{OPENED_TOO} Microsoft und Siemens verkaufen in Kiel ein Schiff."
    library = library_of(
        read(told, id="a", on="2025-03-06", title="Microsoft",
             language="en" if told is OPENED_IN_ENGLISH else "de"),
        read(again, id="b", on="2025-03-08", title="Microsoft"),
    )  # fmt: skip
    found = library.brief("Microsoft", language="de")
    assert isinstance(found, CardFound)
    listed = {change.point.text for change in found.card.changes}
    assert OPENED_TOO not in listed
    assert listed


def test_what_was_to_come_is_new_when_it_has_happened(read: Read, library_of: LibraryOf) -> None:
    library = library_of(
        read(TO_BE_OPENED, id="a", on="2025-03-03", title="Microsoft"),
        read(OPENED_TOO, id="b", on="2025-03-07", title="Microsoft"),
    )
    found = library.brief("Microsoft", language="de")
    assert isinstance(found, CardFound)
    assert OPENED_TOO in {change.point.text for change in found.card.changes}

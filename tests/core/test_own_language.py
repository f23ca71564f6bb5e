"""In whose language a card tells what somebody said."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

import pytest

from bot.core.models import Language
from bot.core.outcomes import CardFound

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.core.cards import TopicCard
    from bot.core.models import Reading
    from bot.library import Library

    Cards = Callable[..., dict[Language, TopicCard]]

BUILDS = "Die Stadt Kiel baut am Hafen das Museum Nordlux."
WINDOWS = "Die Reederei Nordlicht AG liefert im Mai die Fenster für das Museum Nordlux."


@pytest.fixture
def cards(read: Callable[..., Reading], library_of: Callable[..., Library]) -> Cards:
    """The cards of Nordlux in both languages, from texts of one day with their languages."""

    def build(*texts: str, languages: Sequence[Language] = ()) -> dict[Language, TopicCard]:
        library = library_of(
            *(
                read(
                    text,
                    id=f"a{place}",
                    title="Nordlux",
                    on="2025-03-07",
                    language=languages[place] if languages else "de",
                )
                for place, text in enumerate(texts)
            )
        )
        made: dict[Language, TopicCard] = {}
        for language in get_args(Language):
            found = library.brief("Nordlux", language=language)
            assert isinstance(found, CardFound)
            made[language] = found.card
        return made

    return build


@pytest.mark.parametrize(
    ("exact", "before", "reported"),
    [
        # The same sum shows that it is the same, even where the article has left the topic.
        (
            "„Nordlux has less than $10 million“",
            "Im Rat wurde gestritten.",
            "Am Rande behauptete Karl Muster, das Museum habe weniger als zehn Millionen Dollar.",
        ),
        (
            "„Nordlux has less than $10 million“",
            "Es ging um Straßen.\n\nEs ging um Brücken.\n\nEs war spät.",
            "Am Rande behauptete Karl Muster, man habe weniger als zehn Millionen Dollar.",
        ),
        (
            "„The Nordlux museum is far too small for all of us“",
            "Im Rat wurde gestritten.",
            "Dazu behauptete Karl Muster, das Museum Nordlux sei viel zu klein.",
        ),
    ],
)
def test_a_speaker_is_told_in_the_readers_language(
    exact: str, before: str, reported: str, cards: Cards
) -> None:
    quoting = f"{BUILDS} {exact}, schrieb Karl Muster zum Museum Nordlux."
    made = cards(quoting, f"{WINDOWS}\n\n{before} {reported}")
    said = {language: [one.point.text for one in made[language].voices] for language in made}
    assert said == {"de": [reported], "en": [exact]}


def test_what_the_lead_reports_of_a_sum_is_not_quoted_in_the_other_language(cards: Cards) -> None:
    told = "Karl Muster behauptete, das Museum Nordlux habe weniger als zehn Millionen Dollar."
    quoting = (
        f"{BUILDS} „Nordlux has less than $10 million“, schrieb Karl Muster zum Museum Nordlux."
    )
    made = cards(quoting, f"{WINDOWS}\n\nIm Rat wurde gestritten. {told}")
    for language, voices in (("de", 0), ("en", 1)):
        shown = made[language]
        assert told in {point.text for point in shown.lead}
        assert len(shown.voices) == voices


def test_words_that_stand_in_the_lead_are_no_voice(cards: Cards) -> None:
    said = "„Nordlux is not for sale“, {} Anna Beispiel vom Museum Nordlux: Nordlux bleibe hier."
    made = cards(said.format("sagte"), said.format("erklärte"))["de"]
    assert [point.text for point in made.lead] == [said.format("sagte")]
    assert made.voices == ()


def test_a_dispute_is_told_in_the_readers_language_and_once(cards: Cards) -> None:
    english = (
        "The town of Kiel builds the Nordlux Museum. “The Nordlux Museum has no money,” said Karl "
        "Muster. Anna Beispiel rejected the claim."
    )
    claim = "Karl Muster behauptete, das Museum Nordlux habe kein Geld."
    german = f"{BUILDS} {claim} Anna Beispiel widersprach ihm."
    made = cards(english, german, languages=("en", "de"))
    sides = {
        language: [point.text for pair in made[language].disputed for point in pair.points]
        for language in made
    }
    assert sides == {
        "de": [claim, "Anna Beispiel widersprach ihm"],
        "en": ["“The Nordlux Museum has no money,”", "Anna Beispiel rejected the claim"],
    }
    assert "Karl Muster" not in {voice.speaker for voice in made["de"].voices}


def test_two_claims_of_one_article_are_two(cards: Cards) -> None:
    text = (
        f"{BUILDS} Karl Muster äußerte Zweifel daran, dass das Museum Nordlux im Mai öffnet. Er "
        "behauptete, dass das Museum Nordlux kein Geld habe. Anna Beispiel wies Musters Vorwürfe "
        "zurück."
    )
    made = cards(text)["de"]
    told = [point.text for pair in made.disputed for point in pair.points]
    told += [voice.point.text for voice in made.voices]
    assert any("kein Geld" in text for text in told)
    assert any("Zweifel" in text for text in told)


def test_reported_words_do_not_begin_on_a_day_told_before(cards: Cards) -> None:
    said = "hatte Karl Muster behauptet, das Museum Nordlux sei zu klein."
    made = cards(f"{BUILDS}\n\nIm Rat wurde gestritten. Am selben Tag {said}")["de"]
    assert [voice.point.text for voice in made.voices] == [said]


PIECE = "„the strangest idea“"
STRANGE = f"Karl Muster sprach zum Museum Nordlux von {PIECE}, einer seltsamen Idee."


@pytest.mark.parametrize(
    ("sentence", "shown"),
    [
        (STRANGE, {"de": STRANGE, "en": PIECE}),
        # A sentence that does not stand alone would leave more open than the words.
        (f"Dazu sprach Karl Muster am Museum Nordlux von {PIECE}.", {"de": PIECE, "en": PIECE}),
    ],
)
def test_a_piece_in_another_language_stands_in_its_sentence(
    sentence: str, shown: dict[Language, str], cards: Cards
) -> None:
    made = cards(f"{BUILDS}\n\nIm Rat wurde gestritten. {sentence}")
    said = {language: [one.point.text for one in made[language].voices] for language in made}
    assert said == {language: [text] for language, text in shown.items()}


SAID = "„He hates all of us“, sagte Karl Muster am Museum Nordlux."


@pytest.mark.parametrize(
    ("behind", "shown"),
    [
        ("Er hasse also alle.", f"{SAID} Er hasse also alle."),
        # What is no report of it is not.
        ("Er ging also nach Bern.", "„He hates all of us“"),
        ("Er hasse Museen.", "„He hates all of us“"),
        ("\n\nEr hasse also alle.", "„He hates all of us“"),
    ],
)
def test_words_in_another_language_stand_with_what_gives_them_again(
    behind: str, shown: str, cards: Cards
) -> None:
    made = cards(f"{BUILDS}\n\nIm Rat wurde gestritten. {SAID} {behind}")
    said = {language: [one.point.text for one in made[language].voices] for language in made}
    assert said == {"de": [shown], "en": ["„He hates all of us“"]}

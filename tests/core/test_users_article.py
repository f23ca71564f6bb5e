"""The user's own article, scraped and messy, and what its cards must say."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.core.outcomes import CardFound, NotFound
from bot.library import Library
from bot.sources.collecting import collect
from bot.topics_file import load_topic_rules

if TYPE_CHECKING:
    from bot.core.cards import TopicCard
    from bot.core.reading.reader import Reader
    from bot.lemmas import DictionaryLemmatiser


@pytest.fixture
def library(shared: Path, reader: Reader, lemmatiser: DictionaryLemmatiser) -> Library:
    articles = collect([shared / "seeds"]).articles
    return Library.of(map(reader.reading, articles), lemmatiser=lemmatiser)


@pytest.fixture
def stargate(library: Library) -> TopicCard:
    return card(library, "stargate")


def card(library: Library, query: str) -> TopicCard:
    outcome = library.brief(query)
    assert isinstance(outcome, CardFound)
    return outcome.card


def test_the_folder_holds_one_article_and_its_notes_are_none(library: Library) -> None:
    assert library.article_count == 1


def test_the_lead_names_the_partners_and_the_sum(stargate: TopicCard) -> None:
    lead = " ".join(point.text for point in stargate.lead)
    for words in ("ChatGPT", "Softbank", "Oracle", "500 Milliarden Dollar"):
        assert words in lead


def test_both_figures_stand_on_the_card_and_no_other(stargate: TopicCard) -> None:
    assert {(item.value, item.unit, item.counts) for item in stargate.figures} == {
        (500_000_000_000, "USD", ""),
        (100_000, "", "Arbeitsplätze"),
    }


def test_the_speaker_of_the_white_house_is_quoted_directly(stargate: TopicCard) -> None:
    voices = [voice for voice in stargate.voices if voice.mode == "direct"]
    assert [(voice.speaker, voice.role) for voice in voices] == [
        ("Karoline Leavitt", "Trumps Sprecherin")
    ]
    assert voices[0].point.text.startswith("„Das amerikanische Volk")
    assert voices[0].point.text.endswith("Arbeitsplätze.“")


def test_the_doubts_about_softbank_are_a_claim_of_musk(stargate: TopicCard) -> None:
    musk = next(voice for voice in stargate.voices if voice.speaker == "Elon Musk")
    assert (musk.mode, musk.stance, musk.verb) == ("reported", "against", "behauptete")
    assert "Softbank überhaupt nicht" in musk.point.text
    stated = [point.text for point in (*stargate.lead, *stargate.facts)]
    assert not any("überhaupt nicht" in text for text in stated)


def test_altman_answers(stargate: TopicCard) -> None:
    altman = next(voice for voice in stargate.voices if voice.speaker == "Sam Altman")
    assert altman.point.text == "wies Musks Vorwürfe zurück"
    assert (altman.stance, altman.towards) == ("against", "Elon Musk")


def test_the_question_at_the_end_stays_open(stargate: TopicCard) -> None:
    assert any("stellt sich die Frage" in point.text for point in stargate.open)


def test_one_source_is_counted_as_one(stargate: TopicCard) -> None:
    assert (stargate.articles, stargate.outlets, len(stargate.sources)) == (1, 1, 1)
    assert stargate.sources[0].title == "Musk gegen Altman und Trump: Der erste offene Streit"
    assert stargate.as_of is None


def test_the_subheading_is_never_shown(library: Library) -> None:
    for line in library.topics():
        shown = repr(card(library, line.name))
        assert "Er kann Altman nicht leiden" not in shown


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("stargate", "Stargate"),
        ("STAR GATE", "Stargate"),
        ("stargte", "Stargate"),
        ("Stargate-Projekt", "Stargate"),
        ("open ai", "OpenAI"),
        ("Altmann", "Sam Altman"),
        ("softbank", "Softbank"),
        ("Leavit", "Karoline Leavitt"),
        ("xai", "xAI"),
    ],
)
def test_what_people_type_is_found(library: Library, typed: str, name: str) -> None:
    assert card(library, typed).name == name


@pytest.mark.parametrize("typed", ["Fußball", "zzzz", "", "x" * 10_000])
def test_what_is_not_there_is_not_found_and_nothing_is_suggested(
    library: Library, typed: str
) -> None:
    outcome = library.brief(typed)
    assert isinstance(outcome, NotFound)
    assert outcome.suggestions == ()


def test_its_digest_holds_the_curated_topic_beside_the_man_of_the_title(
    shared: Path, reader: Reader, lemmatiser: DictionaryLemmatiser
) -> None:
    articles = collect([shared / "seeds"]).articles
    rules = load_topic_rules(Path(__file__).parents[2] / "config" / "topics.toml")
    library = Library.of(map(reader.reading, articles), lemmatiser=lemmatiser, rules=rules)
    entries = library.digest(date(2025, 1, 24)).entries
    assert [entry.card.name for entry in entries] == ["Stargate", "Donald Trump"]


def test_with_its_day_known_monday_stands_on_the_timeline(
    shared: Path, reader: Reader, lemmatiser: DictionaryLemmatiser
) -> None:
    article = collect([shared / "seeds"]).articles[0]
    dated = replace(article, published_on=date(2025, 1, 24))
    library = Library.of([reader.reading(dated)], lemmatiser=lemmatiser)
    items = [(item.date, item.resolved_from) for item in card(library, "stargate").timeline]
    assert items == [("2025-01-20", "Am Montag")]

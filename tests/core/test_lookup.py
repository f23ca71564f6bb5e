"""From what somebody typed to the topic that is meant."""

from __future__ import annotations

import pytest
from builders import subject

from bot.core.lookup import Lookup
from bot.core.models import TopicRule
from bot.core.outcomes import Ambiguous, Found, NotFound
from bot.core.topics import TopicIndex


@pytest.fixture
def lookup() -> Lookup:
    index = TopicIndex((TopicRule("Gesundheitsreform", aliases=("Klinikreform", "GVG")),))
    index.add("a", [subject("Stargate"), subject("OpenAI", "ORG"), subject("xAI", "ORG")])
    index.add("b", [subject("Sam Altman", "PER"), subject("SoftBank", "ORG")])
    index.add("c", [subject("Karoline Leavitt", "PER"), subject("Müller", "PER", 0.1)])
    index.add("d", [subject("Anna Weiß", "PER", 0.5), subject("Fox News", "ORG")])
    index.add("e", [subject("Bernd Weiß", "PER", 0.5), subject("Gesundheitsreform")])
    return Lookup(index)


@pytest.mark.parametrize(
    ("typed", "name", "matched"),
    [
        ("stargate", "Stargate", "exact"),
        ("STAR GATE", "Stargate", "exact"),
        ("star-gate", "Stargate", "exact"),
        ("open ai", "OpenAI", "exact"),
        ("XAI", "xAI", "exact"),
        ("altman", "Sam Altman", "alias"),
        ("Altmans", "Sam Altman", "alias"),
        ("Stargate-Projekt", "Stargate", "alias"),
        ("das Projekt Stargate", "Stargate", "alias"),
        ("softbank aktie", "SoftBank", "alias"),
        ("mueller", "Müller", "exact"),
        ("MULLER", "Müller", "exact"),
        ("klinikreform", "Gesundheitsreform", "alias"),
        ("gvg", "Gesundheitsreform", "alias"),
        ("fn", "Fox News", "alias"),
    ],
)
def test_other_spellings_mean_the_same_topic(
    lookup: Lookup, typed: str, name: str, matched: str
) -> None:
    outcome = lookup.find(typed)
    assert isinstance(outcome, Found)
    assert (outcome.topic.name, outcome.matched) == (name, matched)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("stargte", "Stargate"),
        ("stargaet", "Stargate"),
        ("Altmann", "Sam Altman"),
        ("Leavit", "Karoline Leavitt"),
        ("sofbank", "SoftBank"),
        ("gesundheitsrefrom", "Gesundheitsreform"),
        ("stargte projekt", "Stargate"),
    ],
)
def test_a_typing_error_is_forgiven(lookup: Lookup, typed: str, name: str) -> None:
    assert isinstance(lookup.find(typed), NotFound)
    outcome = lookup.guess(typed)
    assert isinstance(outcome, Found)
    assert (outcome.topic.name, outcome.matched) == (name, "fuzzy")


@pytest.mark.parametrize(
    "typed", ["Fußball", "zzzz", "", " ", "?!", "…", "x" * 10_000, "xa", "der", "aktie", "\u202e"]
)
def test_what_is_nothing_is_not_found_and_nothing_silly_is_suggested(
    lookup: Lookup, typed: str
) -> None:
    for outcome in (lookup.find(typed), lookup.guess(typed)):
        assert isinstance(outcome, NotFound)
        assert outcome.suggestions == ()
        assert len(outcome.query) <= 200


def test_two_people_of_one_surname_are_both_offered(lookup: Lookup) -> None:
    outcome = lookup.find("weiss")
    assert isinstance(outcome, Ambiguous)
    assert {topic.name for topic in outcome.topics} == {"Anna Weiß", "Bernd Weiß"}


def test_a_word_that_is_near_but_not_near_enough_is_suggested(lookup: Lookup) -> None:
    outcome = lookup.guess("stargeit")
    assert isinstance(outcome, NotFound)
    assert outcome.suggestions == ("Stargate",)


def test_the_first_letter_must_be_right_for_a_guess(lookup: Lookup) -> None:
    assert isinstance(lookup.guess("atargate"), NotFound)


@pytest.fixture
def partly() -> Lookup:
    index = TopicIndex()
    index.add("a", [subject("Übernahmeangebot für Nordlux"), subject("Hafenbehörde Kiel", "ORG")])
    index.add("b", [subject("Rotes Haus", "ORG"), subject("Haus der Lampen", "ORG")])
    index.add("c", [subject("Lampengesetz"), subject("Turm am Kai", about=0.05)])
    return Lookup(index)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("übernahmeangebot", "Übernahmeangebot für Nordlux"),
        ("Uebernahmeangebote", "Übernahmeangebot für Nordlux"),
        ("angebot", "Übernahmeangebot für Nordlux"),
        ("angebot für nordlux", "Übernahmeangebot für Nordlux"),
        ("behörde", "Hafenbehörde Kiel"),
        ("rotes", "Rotes Haus"),
        ("lampen", "Haus der Lampen"),
    ],
)
def test_a_word_of_a_name_or_a_part_of_it_finds_the_one_topic(
    partly: Lookup, typed: str, name: str
) -> None:
    outcome = partly.find_part(typed)
    assert isinstance(outcome, Found)
    assert (outcome.topic.name, outcome.matched) == (name, "fuzzy")
    assert isinstance(partly.find(typed), NotFound)


@pytest.mark.parametrize("typed", ["haus", "turm", "gebot für kiel", "nah", "für", "", "bote"])
def test_a_word_of_several_names_or_of_no_listed_one_finds_none(partly: Lookup, typed: str) -> None:
    assert isinstance(partly.find_part(typed), NotFound)


@pytest.mark.parametrize("typed", ["____", "&&&&", "____ &&&&", "ä_ö_"])
def test_marks_that_spell_nothing_are_a_part_of_no_name(partly: Lookup, typed: str) -> None:
    assert isinstance(partly.find_part(typed), NotFound)


def test_a_topic_that_comes_or_goes_is_found_by_a_part_or_not() -> None:
    index = TopicIndex()
    lookup = Lookup(index)
    assert isinstance(lookup.find_part("lampen"), NotFound)
    index.add("a", [subject("Haus der Lampen", "ORG")])
    assert isinstance(lookup.find_part("lampen"), Found)
    index.remove("a")
    assert isinstance(lookup.find_part("lampen"), NotFound)
    index.add("b", [subject("Haus der Lampen", "ORG")])
    again = TopicIndex()
    again.places.load([*index.places.ids])
    again.load(index.dump())
    assert isinstance(Lookup(again).find_part("lampen"), Found)

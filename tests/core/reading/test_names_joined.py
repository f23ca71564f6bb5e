"""Which spellings are one name, and what the article says a name is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from builders import article

from bot.core.models import Range
from bot.core.reading.drafting import cut_draft
from bot.core.reading.name_inflection import base_form, inflection_key
from bot.core.reading.name_joining import Group
from bot.core.reading.name_lines import lexicon_of
from bot.core.reading.name_tagging import Mention
from bot.core.reading.names import find_names

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.core.models import Name
    from bot.lemmas import DictionaryLemmatiser

    Find = Callable[..., dict[str, Name]]


@pytest.fixture
def find(lemmatiser: DictionaryLemmatiser) -> Find:
    def found(text: str, **more: str) -> dict[str, Name]:
        draft = cut_draft(article(text, **more), lemmatiser)
        return {name.name: name for name in find_names(draft, lemmatiser=lemmatiser)}

    return found


def roles(text: str, found: dict[str, Name], name: str) -> list[str]:
    return [text[part.start : part.end] for part in found[name].roles]


def test_the_family_name_and_its_genitive_are_the_same_person(find: Find) -> None:
    found = find("Petra Vossbeck kam. Vossbecks Antwort war kurz. Dann ging Vossbeck.")
    assert {name: len(own.mentions) for name, own in found.items()} == {"Petra Vossbeck": 3}


def test_a_name_that_ends_in_s_keeps_it(find: Find) -> None:
    assert set(find("Siemens und Reuters sitzen in Paris. Hans Behrens schweigt.")) == {
        "Siemens",
        "Reuters",
        "Paris",
        "Hans Behrens",
    }


def test_a_genitive_beside_its_noun_loses_the_s(find: Find) -> None:
    assert set(find("Das ist die Kritik Petra Wendrups an dem Plan.")) == {"Petra Wendrup"}


def test_a_museum_is_one_name_in_the_genitive_and_without_its_noun(find: Find) -> None:
    found = find("Das Museum Nordlux öffnet. Der Bau des Museums Nordlux endet. Nordlux wächst.")
    assert {name: (own.kind, len(own.mentions)) for name, own in found.items()} == {
        "Museum Nordlux": ("ORG", 3)
    }


def test_other_capitals_are_the_same_organisation(find: Find) -> None:
    found = find("SoftBank zahlt. Von Softbank kam keine Antwort.")
    assert [len(name.mentions) for name in found.values()] == [2]


def test_an_abbreviation_in_brackets_is_the_same_organisation(find: Find) -> None:
    found = find("Die Weltgesundheitsorganisation (WHO) warnt. Die WHO rät zur Vorsicht.")
    assert [len(name.mentions) for name in found.values()] == [3]


def test_an_inflected_name_is_shown_in_its_base_form(find: Find) -> None:
    assert set(find("Das stand auf der Wand des Weißen Hauses.")) == {"Weißes Haus"}


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Statistischen Landesamtes", "Statistisches Landesamt"),
        ("Oberrheinischen Verbandes", "Oberrheinischer Verband"),
        ("Berliner Amtsgerichts", "Berliner Amtsgericht"),
        ("Raiffeisen Bank", "Raiffeisen Bank"),
        ("Volkswagen Bank", "Volkswagen Bank"),
        ("Hessen Museum", "Hessen Museum"),
        ("Sachsen Bank", "Sachsen Bank"),
        ("Bergen Stiftung", "Bergen Stiftung"),
        ("Garten Museum", "Garten Museum"),
        ("Golden Union", "Golden Union"),
        ("Apple Museum", "Apple Museum"),
    ],
)
def test_only_an_adjective_bends(
    written: str, shown: str, lemmatiser: DictionaryLemmatiser
) -> None:
    group = Group("ORG", lexicon_of(lemmatiser, "de"))
    group.add(Mention(Range(0, len(written)), "ORG", 1.0), tuple(written.split()))
    assert group.name == shown


@pytest.mark.parametrize(
    "name", ["Science Museum", "Apple Museum", "Tate Museum", "Golden Union", "Women Museum"]
)
def test_nothing_bends_in_an_english_article(name: str, find: Find) -> None:
    assert set(find(f"On Monday the {name} opened.", language="en")) == {name}


def test_an_orange_club_stays_one(lemmatiser: DictionaryLemmatiser) -> None:
    assert base_form(("Orange", "Club"), lexicon_of(lemmatiser, "en")) is None
    assert inflection_key(("Orange", "Club"), lexicon_of(lemmatiser, "en")) is None


def test_a_bare_name_of_two_people_stays_apart(find: Find) -> None:
    found = find("Anna Vossbeck und Peter Vossbeck kamen. Dann sprach Vossbeck.")
    assert set(found) == {"Anna Vossbeck", "Peter Vossbeck", "Vossbeck"}


def test_a_bare_name_is_joined_where_only_one_had_been_named(find: Find) -> None:
    found = find("Anna Vossbeck kam. Dann sprach Vossbeck. Auch Peter Vossbeck war da.")
    assert {name: len(own.mentions) for name, own in found.items()} == {
        "Anna Vossbeck": 2,
        "Peter Vossbeck": 1,
    }


def test_a_description_is_joined_where_one_person_bears_the_role(find: Find) -> None:
    text = "Präsident Peter Vossbeck kam an. Später trat der Präsident ans Fenster."
    assert len(find(text)["Peter Vossbeck"].mentions) == 2


def test_a_description_of_two_bearers_is_not_joined(find: Find) -> None:
    text = "Präsident Peter Vossbeck traf Präsident Karl Amsel. Dann ging der Präsident."
    assert [len(name.mentions) for name in find(text).values()] == [1, 1]


def test_a_description_of_someone_elses_role_is_not_joined(find: Find) -> None:
    text = "Präsident Peter Vossbeck kam an. Es kam auch der Präsident des Verbandes."
    assert len(find(text)["Peter Vossbeck"].mentions) == 1


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Dann sprach OpenAI-Chef Peter Vossbeck.", "OpenAI-Chef"),
        ("Der Unternehmer Peter Vossbeck sprach.", "Unternehmer"),
        ("Später kam Trumps Sprecher Peter Vossbeck.", "Trumps Sprecher"),
        ("Es kam der frühere Präsident Peter Vossbeck.", "frühere Präsident"),
        ("Das sollte Präsident Peter Vossbeck wissen.", "Präsident"),
        ("Peter Vossbeck, Chef von OpenAI, schwieg.", "Chef von OpenAI"),
        ("Peter Vossbeck, der Chef von OpenAI, schwieg.", "Chef von OpenAI"),
        ("Der Vorsitzende des Gremiums, Peter Vossbeck, schwieg.", "Vorsitzende des Gremiums"),
        ("Am Ende schwieg Peter Vossbeck (Oracle).", "Oracle"),
    ],
)
def test_a_role_is_the_articles_own_wording(find: Find, text: str, role: str) -> None:
    assert roles(text, find(text), "Peter Vossbeck") == [role]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Later SoftBank chief Peter Vossbeck replied.", "SoftBank chief"),
        ("Peter Vossbeck, the chief executive of OpenAI, replied.", "chief executive of OpenAI"),
        ("On Monday President Peter Vossbeck replied.", "President"),
        ("On Monday board chairman Peter Vossbeck replied.", "board chairman"),
    ],
)
def test_an_english_role_is_the_articles_own_wording(find: Find, text: str, role: str) -> None:
    assert roles(text, find(text, language="en"), "Peter Vossbeck") == [role]


def test_the_uninflected_role_comes_first(find: Find) -> None:
    text = "Man sah den Präsidenten Peter Vossbeck. Später kam Präsident Peter Vossbeck."
    assert roles(text, find(text), "Peter Vossbeck") == ["Präsident", "Präsidenten"]


def test_a_role_that_needs_someone_else_is_left_out(find: Find) -> None:
    text = "Er kam mit seinem Bruder Peter Vossbeck."
    assert roles(text, find(text), "Peter Vossbeck") == []


def test_an_organisation_has_a_role_too(find: Find) -> None:
    text = "Es zahlt der japanische Technologieinvestor Softbank."
    assert roles(text, find(text), "Softbank") == ["japanische Technologieinvestor"]


def test_what_is_counted_behind_a_museum_is_no_part_of_its_name(find: Find) -> None:
    assert "Museum Nordlux" in find("Kiel gibt dem Museum Nordlux 9 Millionen Euro.")

"""Names that no list has: what the words beside them and their endings give away."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from builders import article

from bot.core.reading.drafting import cut_draft
from bot.core.reading.names import find_names
from bot.tagger import WeightedTagger

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.core.models import Name
    from bot.lemmas import DictionaryLemmatiser

    Find = Callable[..., dict[str, Name]]


@pytest.fixture(params=["rules alone", "with weights"])
def find(request: pytest.FixtureRequest, lemmatiser: DictionaryLemmatiser) -> Find:
    tagger = WeightedTagger() if request.param == "with weights" else None

    def found(text: str, **more: str) -> dict[str, Name]:
        names = find_names(
            cut_draft(article(text, **more), lemmatiser), lemmatiser=lemmatiser, tagger=tagger
        )
        return {name.name: name for name in names}

    return found


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Klinikchef Ehrenreich sieht keine Gefahr.", "Ehrenreich"),
        ("Der Betrieb geht weiter, sagte Klinikchef Ehrenreich.", "Ehrenreich"),
        ("Minister Stamm legt einen Plan vor.", "Stamm"),
        ("„Wir bauen“, sagte Minister Stamm.", "Stamm"),
        ("Kritik kam von Landrätin Sommerfeld.", "Sommerfeld"),
        ("Klinikchefin Berg: „Wir bauen.“", "Berg"),
        ("Auch Minister Stamm kam.", "Stamm"),
        ("Oberbürgermeister Hirsch (52) hört auf.", "Hirsch"),
        ("Über Klinikchefin Stern wird geredet.", "Stern"),
        ("Innenminister Stamm und Kanzlerin Anna Muster kamen.", "Stamm"),
        ("Mit Betriebsrätin Sudhoff sprach niemand.", "Sudhoff"),
        ("Laut Minister Stamm fehlt Geld.", "Stamm"),
        ("Sie hat mit Minister Stamm gesprochen.", "Stamm"),
        ("Feuerwehrkommandant Brunnleitner lobte alle.", "Brunnleitner"),
    ],
)
def test_a_role_makes_an_ordinary_word_a_family_name(text: str, name: str, find: Find) -> None:
    found = find(text)[name]
    assert found.kind == "PER"
    assert len(found.roles) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Als Klinikchef Verantwortung zu tragen ist schwer.",
        "Sie ist Leiterin Vertrieb.",
        "Forscher Daten fehlen.",
        "Wenn Trainer Fehler machen, verliert der Verein.",
        "König Fußball regiert.",
        "Mutter Erde lebt.",
        "Die Ministerin Geld zu fragen ist falsch.",
        "Für Trainer Geld zu finden ist schwer.",
        "Trainer Kritik, Spieler Lob.",
        "Er hatte mit Trainer Streit.",
        "Der Klub hat mit Trainerin Glück gehabt.",
        "Laut Arzt Grippe.",
        "Laut Ärztin Schnupfen.",
        "Verein sucht für Präsident Ersatz.",
        "Gegen Präsident Klage eingereicht.",
    ],
)
def test_a_role_beside_a_noun_is_not_always_a_person(text: str, find: Find) -> None:
    assert find(text) == {}


def test_a_family_name_that_is_a_noun_stays_one_where_it_means_the_thing(find: Find) -> None:
    text = "Bürgermeisterin Wald sprach. Im dichten Wald brannte es. Der Wald ist alt. Wald dankte."
    (only,) = find(text).values()
    assert [text[: part.start].count(".") for part in only.mentions] == [0, 3]


def test_a_role_with_the_family_name_is_who_was_named_in_full(find: Find) -> None:
    found = find("Jonas Ehrenreich ist da. Später sagte Klinikchef Ehrenreich, es gehe ihm gut.")
    assert [(name, len(own.mentions)) for name, own in found.items()] == [("Jonas Ehrenreich", 2)]


@pytest.mark.parametrize(
    "text",
    [
        "Der Trainer Falk Rüdiger geht. „Es reicht“, sagte Rüdiger. Falk ist müde.",
        "Falk Rüdiger geht. Rüdiger ist 48 Jahre alt. Falk ist müde.",
        "Trainerin Falk Rüdiger geht. Das sagte Falk. Auch Rüdiger kam.",
    ],
)
def test_a_family_name_may_be_a_first_name(text: str, find: Find) -> None:
    found = find(text)
    assert [(name, len(own.mentions)) for name, own in found.items()] == [("Falk Rüdiger", 3)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Clinic chief Ehrenreich sees no danger.", "Ehrenreich"),
        ("The ward stays open, said clinic chief Ehrenreich.", "Ehrenreich"),
        ("Police chief Marsh said nothing.", "Marsh"),
        ("The plan of mayor Field failed.", "Field"),
        ("Mayor Field opened the bridge.", "Field"),
        ("Union boss Winters called a strike.", "Winters"),
    ],
)
def test_an_english_role_makes_a_word_a_family_name(text: str, name: str, find: Find) -> None:
    found = find(text, language="en")
    assert [(own, one.kind, len(one.roles)) for own, one in found.items()] == [(name, "PER", 1)]


@pytest.mark.parametrize(
    "text",
    ["The company president Monday said no.", "The former head Office closed."],
)
def test_an_english_role_before_a_day_or_a_body_is_no_person(text: str, find: Find) -> None:
    assert find(text, language="en") == {}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Das Walder Tagblatt berichtete zuerst.", "Walder Tagblatt"),
        ("Das sagte er dem Walder Tagblatt.", "Walder Tagblatt"),
        ("Das stand in einem Bericht des Walder Tagblatts.", "Walder Tagblatt"),
        ("Walder Tagblatt: Die Schule bleibt zu.", "Walder Tagblatt"),
        ("Laut Grünauer Anzeiger bleibt sie zu.", "Grünauer Anzeiger"),
        ("Das schreibt der Moorer Kurier.", "Moorer Kurier"),
        ("Das melden die Grünauer Nachrichten.", "Grünauer Nachrichten"),
        ("Das schreibt die Moorer Post.", "Moorer Post"),
        ("Das schreibt die Nordische Abendzeitung.", "Nordische Abendzeitung"),
        ("Das melden die Walder Neuesten Nachrichten.", "Walder Neuesten Nachrichten"),
        ("Das schreibt der Moorer Landbote.", "Moorer Landbote"),
    ],
)
def test_a_newspaper_of_an_unknown_place_is_an_organisation(
    text: str, name: str, find: Find
) -> None:
    assert {own: found.kind for own, found in find(text).items()} == {name: "ORG"}


@pytest.mark.parametrize(
    ("text", "name", "count"),
    [
        (
            "Das Statistische Landesamt zählt. Das Haus des Statistischen Landesamtes ist alt.",
            "Statistisches Landesamt",
            2,
        ),
        ("Dem Statistischen Landesamt fehlt Geld.", "Statistisches Landesamt", 1),
        ("Ein Bericht des Statistischen Landesamts kommt.", "Statistisches Landesamt", 1),
        (
            "Der Nordische Bauernverband klagt. Die Klage des Nordischen Bauernverbandes kam.",
            "Nordischer Bauernverband",
            2,
        ),
        (
            "Die Nordische Landesbank prüft. Ein Sprecher der Nordischen Landesbank schwieg.",
            "Nordische Landesbank",
            2,
        ),
    ],
)
def test_all_cases_of_a_name_are_one_shown_in_its_base_form(
    text: str, name: str, count: int, find: Find
) -> None:
    found = find(text)
    assert [(own, len(one.mentions)) for own, one in found.items()] == [(name, count)]
    assert found[name].kind == "ORG"


@pytest.mark.parametrize(
    "text", ["Ein Berliner Institut prüft das.", "Ein Kölner Kurier brachte das Paket."]
)
def test_one_of_the_bodies_of_some_town_is_no_name(text: str, find: Find) -> None:
    assert find(text) == {}


@pytest.mark.parametrize("place", ["Altenfurt", "Neudornheim", "Moorhausen", "Espenhain"])
@pytest.mark.parametrize(
    "text",
    [
        "In {} brennt ein Haus.",
        "Er fuhr nach {}.",
        "Die Gemeinde {} baut.",
        "Der Bürgermeister von {} tritt zurück.",
        "Der Rat von {} tagt.",
        "{} bekommt eine Schule. In {} wird gebaut.",
        "{} (dpa) - Ein Haus brennt.",
        "{} hat rund 400 Einwohner.",
        "Das Freibad {} öffnet.",
        "{}s Bürgermeisterin geht.",
    ],
)
def test_an_unknown_town_is_a_place(text: str, place: str, find: Find) -> None:
    found = find(text.format(place, place))
    assert [(name, own.kind) for name, own in found.items()] == [(place, "LOC")]
    assert len(found[place].mentions) == text.count("{}")


@pytest.mark.parametrize(
    "name", ["Landgericht Altenfurt", "Stadtwerke Moorhausen", "Hochschule Espenhain"]
)
def test_a_body_of_an_unknown_town_is_an_organisation(name: str, find: Find) -> None:
    found = find(f"Das {name} hat es gestern beschlossen.")
    assert [(own, one.kind) for own, one in found.items()] == [(name, "ORG")]


@pytest.mark.parametrize(
    "text",
    [
        "In Leichtbau gefertigt, hält es lange.",
        "Die Mauer ist aus Recyclingstein.",
        "Die Firma wächst aus Eigenkapital.",
        "Sie baden im Badesee und gehen im Nadelwald.",
    ],
)
def test_a_compound_that_ends_like_a_town_may_be_none(text: str, find: Find) -> None:
    assert find(text) == {}

"""Which names are found in a text, of which kind, and which are not."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from builders import article
from hypothesis import given
from hypothesis import strategies as st

from bot.core.reading.drafting import cut_draft
from bot.core.reading.names import find_names, names_as_written

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.core.models import Article, Name
    from bot.lemmas import DictionaryLemmatiser

    Find = Callable[..., tuple[Name, ...]]


@pytest.fixture
def find(lemmatiser: DictionaryLemmatiser) -> Find:
    def found(text: str, **more: str) -> tuple[Name, ...]:
        return find_names(cut_draft(article(text, **more), lemmatiser), lemmatiser=lemmatiser)

    return found


def kinds(names: tuple[Name, ...]) -> dict[str, str]:
    return {name.name: name.kind for name in names}


def mentions(names: tuple[Name, ...], name: str, source: Article) -> list[str]:
    return [source.cut(part) for own in names if own.name == name for part in own.mentions]


def test_a_first_name_with_a_family_name_is_a_person(find: Find) -> None:
    assert kinds(find("Gestern hat Petra Vossbeck das Haus verlassen.")) == {
        "Petra Vossbeck": "PER"
    }


def test_a_family_name_that_is_an_ordinary_noun_follows_a_first_name(find: Find) -> None:
    assert kinds(find("Am Abend sprach Jürgen Koch im Saal.")) == {"Jürgen Koch": "PER"}


def test_a_particle_belongs_to_the_name(find: Find) -> None:
    assert kinds(find("Am Abend sprach Ursula von der Heide.")) == {"Ursula von der Heide": "PER"}


def test_a_role_makes_the_unknown_word_after_it_a_person(find: Find) -> None:
    assert kinds(find("Das hat Minister Brosowski angekündigt.")) == {"Brosowski": "PER"}


def test_known_organisations_and_places_are_found(find: Find) -> None:
    found = kinds(find("In Berlin verhandelt die SPD mit Microsoft über Daten aus Texas."))
    assert found == {"Berlin": "LOC", "SPD": "ORG", "Microsoft": "ORG", "Texas": "LOC"}


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("Am Samstag siegten die Washington Capitals mit 3:1.", "de", "Washington Capitals"),
        ("Ohne zwei Stürmer reiste Red Bull Salzburg an.", "de", "Red Bull Salzburg"),
        (
            "Der Streit beschäftigt nun die Kultusministerkonferenz.",
            "de",
            "Kultusministerkonferenz",
        ),
        (
            "On Tuesday the Securities and Exchange Commission fined the shop.",
            "en",
            "Securities and Exchange Commission",
        ),
        ("Most of the cables were laid by Deutsche Telekom.", "en", "Deutsche Telekom"),
    ],
)
def test_a_well_known_organisation_is_no_place_and_no_person(
    text: str, language: str, name: str, find: Find
) -> None:
    assert kinds(find(text, language=language)) == {name: "ORG"}


def test_die_zeit_at_the_beginning_of_a_sentence_is_no_paper(find: Find) -> None:
    assert kinds(find("Die Zeit drängt. Die Welt sieht zu. Die Ärzte streiken.")) == {}


def test_a_legal_form_makes_an_organisation(find: Find) -> None:
    assert kinds(find("Den Auftrag bekam die Brontal Werke AG am Freitag.")) == {
        "Brontal Werke AG": "ORG"
    }


def test_a_quoted_word_after_a_naming_word_is_a_project(find: Find) -> None:
    assert kinds(find("Unter dem Namen „Nordlicht“ soll das Werk entstehen.")) == {
        "Nordlicht": "OTHER"
    }


def test_ordinary_nouns_weekdays_and_months_are_no_names(find: Find) -> None:
    text = (
        "Am Montag begann im Januar die Beratung. Künstliche Intelligenz hilft der Branche. "
        "Rechenzentren brauchen Strom. Die Amerikaner hoffen auf Arbeitsplätze. Später kam Regen."
    )
    assert find(text) == ()


def test_an_unknown_compound_is_no_name(find: Find) -> None:
    assert find("Die Regierung plant ein Ölfördergebiet und Verkehrsflächenabgaben.") == ()


def test_only_the_name_in_a_compound_is_its_mention(find: Find) -> None:
    source = article("Der Oracle-Konzern wächst.")
    assert mentions(find(source.text), "Oracle", source) == ["Oracle"]


def test_a_compound_is_no_mention_as_written(find: Find) -> None:
    source = article("Der Oracle-Konzern wächst. Gestern hat Oracle geantwortet.")
    (oracle,) = find(source.text)
    assert [part.start for part in names_as_written(oracle, source)] == [
        source.text.rindex("Oracle")
    ]


def test_a_derived_adjective_is_no_name(find: Find) -> None:
    assert find("Die Berliner Verwaltung und der deutsche Handel zögern.") == ()


def test_a_stroke_parts_two_names(find: Find) -> None:
    text = "Donald Trump und Elon Musk kamen. Das Bündnis Trump/Musk hält."
    assert [len(name.mentions) for name in find(text)] == [2, 2]


def test_the_platform_x_does_not_swallow_the_next_sentence(find: Find) -> None:
    found = kinds(find("Sam Altman schrieb das auf X. Altman war zufrieden."))
    assert found == {"Sam Altman": "PER", "X": "OTHER"}


def test_the_kind_is_decided_once_for_the_article(find: Find) -> None:
    text = "Der Hersteller Quantiva baut um. Danach soll Quantiva wachsen, wie Quantiva mitteilt."
    assert kinds(find(text)) == {"Quantiva": "ORG"}


def test_an_english_possessive_is_outside_the_mention(find: Find) -> None:
    source = article("On Monday Karen Wexford's lawyer replied.", language="en")
    assert mentions(find(source.text, language="en"), "Karen Wexford", source) == ["Karen Wexford"]


def test_the_first_word_of_an_english_sentence_is_no_name(find: Find) -> None:
    assert (
        find("Prices rose. Workers left. However, nothing changed in March.", language="en") == ()
    )


def test_an_english_organisation_may_hold_an_of(find: Find) -> None:
    found = kinds(find("She studied at the University of Westmarch last year.", language="en"))
    assert found == {"University of Westmarch": "ORG"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Police in Eastmere said two people were hurt.", {"Eastmere": "LOC"}),
        ("A day later the mayor of Eastmere resigned.", {"Eastmere": "LOC"}),
        ("Last year network operator Lennrail lost money.", {"Lennrail": "ORG"}),
        ("He met the chief executive of Lennrail.", {"Lennrail": "ORG"}),
        ("Then Lennrail's shares fell.", {"Lennrail": "ORG"}),
        ("Analysts at Ostbrook Securities expect that.", {"Ostbrook Securities": "ORG"}),
        ("The Danish Maritime Authority agreed.", {"Danish Maritime Authority": "ORG"}),
        ("The Danish company closed. The German Chancellor was there.", {}),
        ("Yesterday Hartlow said it was late.", {"Hartlow": "PER"}),
    ],
)
def test_english_neighbours_tell_what_an_unknown_name_is(
    text: str, names: dict[str, str], find: Find
) -> None:
    assert kinds(find(text, language="en")) == names


def test_an_english_title_is_outside_the_name(find: Find) -> None:
    found = kinds(find("Later Judge Yvonne Gonzalez Rogers ruled.", language="en"))
    assert found == {"Yvonne Gonzalez Rogers": "PER"}


EXPECTED = {
    "Donald Trump": "PER",
    "Elon Musk": "PER",
    "Sam Altman": "PER",
    "Karoline Leavitt": "PER",
    "Larry Ellison": "PER",
    "Softbank": "ORG",
    "Oracle": "ORG",
    "OpenAI": "ORG",
    "xAI": "ORG",
    "Deepmind": "ORG",
    "Fox News": "ORG",
    "SpaceX": "ORG",
    "Tesla": "ORG",
    "Weißes Haus": "ORG",
    "Stargate": "OTHER",
    "ChatGPT": "OTHER",
    "X": "OTHER",
}


@pytest.fixture
def users_article(shared: object) -> Article:
    text = (shared / "seeds" / "000_5591d08ff4297b4b.txt").read_text(encoding="utf-8")  # type: ignore[operator]
    title, _, rest = text.partition("\n")
    return article(rest.replace("\n11\n", "\n", 1).strip(), title=title)


def test_the_users_article_has_these_names_and_no_others(
    users_article: Article, lemmatiser: DictionaryLemmatiser
) -> None:
    found = find_names(cut_draft(users_article, lemmatiser), lemmatiser=lemmatiser)
    assert kinds(found) == EXPECTED


@pytest.mark.parametrize("surname", ["Trump", "Musk", "Altman"])
def test_every_mention_in_the_users_article_is_found(
    users_article: Article, lemmatiser: DictionaryLemmatiser, surname: str
) -> None:
    found = find_names(cut_draft(users_article, lemmatiser), lemmatiser=lemmatiser)
    (name,) = [name for name in found if name.name.endswith(surname)]
    written = names_as_written(name, users_article)
    assert len(written) == users_article.text.count(surname)


HOSTILE = [
    "",
    "A" * 100_000,
    "Aa" * 50_000,
    "a-B" * 30_000,
    "„" * 100_000,
    "Anna, " * 20_000,
    "A. " * 30_000,
    "\u202eAnna \u202dMuster\x00 \x07" * 2_000,
    "😀 Berlin " * 5_000,
    "Washington (",
    "Petra Vossbeck, der",
    "I'S 's’s X-",
    "Karl V",
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.parametrize("language", ["de", "en"])
def test_hostile_text_gives_mentions_inside_the_text(find: Find, text: str, language: str) -> None:
    for name in find(text, title=text[:200], language=language):
        assert all(0 <= part.start < part.end <= len(text) for part in name.mentions)


@given(
    words=st.lists(
        st.sampled_from(
            "Anna Muster Berlin U.S. - , . ( ) „ “ ' 's Karl V. von der zu X auf Trump Trumps AG "
            "FC Universität of the Chef OpenAI-Chef Präsident und 52 Bundes-".split()
        )
    ),
    language=st.sampled_from(["de", "en"]),
)
def test_mentions_are_in_order_and_apart(
    lemmatiser: DictionaryLemmatiser, words: list[str], language: str
) -> None:
    source = article(" ".join(words), language=language)  # type: ignore[arg-type]
    found = find_names(cut_draft(source, lemmatiser), lemmatiser=lemmatiser)
    parts = sorted(part for name in found for part in name.mentions)
    assert all(left.end <= right.start for left, right in pairwise(parts))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Das Hotel hat Sauna und Whirlpool.", "de"),
        ("Der Reis braucht Safran und Salz.", "de"),
        ("Er machte ein Polaroid von ihr.", "de"),
        ("Marvel at the view.", "en"),
        ("Stripe patterns are back.", "en"),
        ("A Workday has eight hours. Converse with them.", "en"),
        ("The Scorpions live in the desert.", "en"),
        ("Supercell storms are rare here.", "en"),
    ],
)
def test_an_ordinary_word_is_no_company_and_no_band(text: str, language: str, find: Find) -> None:
    assert find(text, language=language) == ()

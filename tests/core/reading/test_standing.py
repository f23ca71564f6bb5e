"""Whether one sentence of an article can be shown by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.core.models import Language, Reading

NAMED = {
    "de": "Der Verlag Nordlicht AG hat am Montag die Druckerei von Anna Beispiel gekauft.",
    "en": "The publisher Northlight Inc. bought the printing house of Anna Sample on Monday.",
}


def stands_alone(read: Callable[..., Reading], text: str, language: Language) -> bool:
    found = read(f"{NAMED[language]} {text}", language=language)
    return found.analysis.traits[-1].stands_alone


@pytest.mark.parametrize(
    "text",
    [
        "Die Redakteurin Anna Beispiel widersprach ihm.",
        "Die Redakteurin Anna Beispiel hatte es am Dienstag vorgestellt.",
        "Anna Beispiel führt sie an, der Preis liegt bei 3 Millionen Euro.",
        "Partner sind Anna Beispiel, Karl Muster und die Stadt Bern.",
        "Zuständig ist die Richterin Anna Beispiel.",
        "Der Vorgang beschäftigt auch die Politik.",
        "Der Verlag Nordlicht AG ist dagegen nicht beteiligt.",
        "Am selben Tag hatte Anna Beispiel den Vertrag unterschrieben.",
        "Anna Beispiel deutete den Einwand am Tag darauf als Groll.",
        "Die Bücher des schweizerischen Unternehmens werden überall gelesen.",
        "Der Konzern druckt künftig in Bern.",
        "Anna Beispiel warnt in Bern vor solchen Verträgen.",
        "Sechs Verlage sind beteiligt, darunter Beispielbuch.",
        "Kein anderer Verlag hat je so viele Atlanten gedruckt.",
        "Die Nordlicht AG weist das zurück.",
        "Zwei liegen in Bern, nahe der Druckerei von Anna Beispiel.",
        "Karl Muster zufolge ist das falsch.",
        "Anna Beispiel hatte es am Dienstag vorgestellt, mit Karl Muster an ihrer Seite.",
        "Bern, Kiel und Anna Beispiel sollten deshalb offenlegen, wer wie viel bezahlt.",
    ],
)
def test_a_german_sentence_that_points_back_does_not_stand_alone(
    read: Callable[..., Reading], text: str
) -> None:
    assert not stands_alone(read, text, "de")


@pytest.mark.parametrize(
    "text",
    [
        "Karl Muster lud Anna Beispiel ein und Anna Beispiel dankte ihm.",
        "Die Redakteurin Anna Beispiel sagt, es gebe noch Papier.",
        "Die Stadt Bern rechnet damit, dass der Verlag bleibt.",
        "Karl Muster hat 2023 den Verlag Beispielbuch gegründet, der ebenfalls Romane druckt.",
        "Drei Jahre später als geplant öffnet das Museum in Bern.",
        "Die Bücher des Unternehmens Beispielbuch werden überall gelesen.",
        "Die Bücher des Unternehmens aus Bern werden überall gelesen.",
        "Anna Beispiel verlässt das Unternehmen nach zwölf Jahren.",
        "Ein Konzern druckt künftig in Bern.",
        "An der Druckerei sind sechs Verlage beteiligt.",
        "Anna Beispiel druckt deshalb, weil Bern das alte Papier bezahlt.",
        "Karl Muster nennt die Pläne der Nordlicht AG Betrug; er klagt auch dagegen.",
        "Anna Beispiel weist das Angebot zurück.",
        "Zwei neue Verlage liegen in Bern.",
        "Zwei der sechs Verlage in Bern gehören Anna Beispiel.",
    ],
)
def test_a_german_sentence_that_says_who_is_meant_stands_alone(
    read: Callable[..., Reading], text: str
) -> None:
    assert stands_alone(read, text, "de")


@pytest.mark.parametrize(
    "text",
    [
        "Three of them, Northlight and two banks, paid for the press.",
        "Anna Sample has raised a great deal of money since then.",
        "On 5 May it said that the press would stay in Bern.",
        "In 2023 it bought a second press.",
        "Six publishers are involved: Northlight, Sample and four others.",
        "The books of the Swiss company are read everywhere.",
        "Publisher Anna Sample called that wrong.",
        "The publisher Northlight Inc. disputes that.",
    ],
)
def test_an_english_sentence_that_points_back_does_not_stand_alone(
    read: Callable[..., Reading], text: str
) -> None:
    assert not stands_alone(read, text, "en")


@pytest.mark.parametrize(
    "text",
    [
        "In Bern it is still cold in May.",
        "On Friday Anna Sample said it would take a year to print the atlas.",
        "The company of Anna Sample prints atlases.",
        "Anna Sample said that Northlight Inc. prints atlases.",
        "Six publishers are involved in the atlas.",
    ],
)
def test_an_english_it_that_means_nothing_does_no_harm(
    read: Callable[..., Reading], text: str
) -> None:
    assert stands_alone(read, text, "en")

"""For, against or unclear, and towards whom."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from builders import article

from bot.core.models import Name, Range
from bot.core.reading.drafting import cut_draft
from bot.core.reading.quotes import find_quotes

if TYPE_CHECKING:
    from bot.core.models import Language
    from bot.lemmas import DictionaryLemmatiser


def judged(
    text: str, lemmatiser: DictionaryLemmatiser, language: Language = "de"
) -> tuple[str, str | None]:
    return found_in(text, lemmatiser, language)[0]


def last_judged(text: str, lemmatiser: DictionaryLemmatiser) -> tuple[str, str | None]:
    return found_in(text, lemmatiser, "de")[-1]


def found_in(
    text: str, lemmatiser: DictionaryLemmatiser, language: Language
) -> list[tuple[str, str | None]]:
    names = tuple(
        Name(full, "PER", tuple(Range(*found.span()) for found in re.finditer(stem, text)))
        for full, stem in (("Vera Lind", r"Vera Lind|Linds?"), ("Otto Wirt", r"Otto Wirt|Wirts?"))
    )
    draft = cut_draft(article(text, language=language), lemmatiser)
    quotes = find_quotes(draft, names, lemmatiser=lemmatiser)
    return [(quote.stance, quote.towards) for quote in quotes]


@pytest.mark.parametrize(
    "text",
    [
        "Vera Lind kritisierte, dass Otto Wirt den Vertrag nicht kennt.",
        "Vera Lind beschuldigte Otto Wirt, den Vertrag gebrochen zu haben.",
        "Vera Lind bezeichnete Otto Wirt als Lügner.",
        "Vera Lind wies Wirts Vorwürfe zurück.",
        "Vera Lind bezweifelte, dass Otto Wirt das Geld hat.",
        "Vera Lind behauptete, dass Otto Wirt kein Geld habe.",
    ],
)
def test_these_words_are_against_their_object(text: str, lemmatiser: DictionaryLemmatiser) -> None:
    assert judged(text, lemmatiser) == ("against", "Otto Wirt")


@pytest.mark.parametrize(
    "text",
    [
        "Vera Lind lobte, dass Otto Wirt den Vertrag erfüllt.",
        "Vera Lind sagte: „Die Leute sollten Otto Wirt endlich Glauben schenken.“",
    ],
)
def test_these_words_are_for_their_object(text: str, lemmatiser: DictionaryLemmatiser) -> None:
    assert judged(text, lemmatiser) == ("for", "Otto Wirt")


def test_a_plain_statement_is_unclear(lemmatiser: DictionaryLemmatiser) -> None:
    text = "Vera Lind sagte, dass Otto Wirt morgen kommt."
    assert judged(text, lemmatiser) == ("unclear", None)


def test_english_accusations_are_against(lemmatiser: DictionaryLemmatiser) -> None:
    text = "Vera Lind denied that Otto Wirt had paid."
    assert judged(text, lemmatiser, "en") == ("against", "Otto Wirt")


def test_who_contradicts_is_against_whoever_spoke_last(lemmatiser: DictionaryLemmatiser) -> None:
    text = "Otto Wirt sagte, das Geld sei weg. Vera Lind widersprach und nannte das falsch."
    assert last_judged(text, lemmatiser) == ("against", "Otto Wirt")


@pytest.mark.parametrize(
    "text",
    [
        "Otto Wirt sagte, das Geld sei weg. Vera Lind wies die Vorwürfe der Partei zurück.",
        "Ein Bote sagte, das Geld sei weg. Vera Lind widersprach und nannte die Aussage falsch.",
    ],
)
def test_a_claim_of_others_is_not_that_of_who_spoke_last(
    text: str, lemmatiser: DictionaryLemmatiser
) -> None:
    assert last_judged(text, lemmatiser) == ("against", None)


def test_whoever_praised_somebody_right_before_is_for_them(
    lemmatiser: DictionaryLemmatiser,
) -> None:
    text = "Vera Lind lobte Otto Wirt: „Er hat die Werft gerettet“, sagte sie."
    assert last_judged(text, lemmatiser) == ("for", "Otto Wirt")


@pytest.mark.parametrize(
    ("text", "towards"),
    [
        ("Vera Lind wies Otto Wirts Vorwürfe zurück. „Er irrt sich“, sagte Lind.", "Otto Wirt"),
        ("Vera Lind bestritt, den Zoo zu verlassen. „Der Zoo ist schön“, sagte Lind.", None),
    ],
)
def test_who_denied_something_is_against_nobody_but_whom_it_names(
    text: str, towards: str | None, lemmatiser: DictionaryLemmatiser
) -> None:
    expected = ("against", towards) if towards else ("unclear", None)
    assert last_judged(text, lemmatiser) == expected


def test_to_speak_about_criticism_is_no_criticism(lemmatiser: DictionaryLemmatiser) -> None:
    text = "Vera Lind äußerte sich zur Kritik Otto Wirts. „Wir beginnen am Montag“, sagte sie."
    assert last_judged(text, lemmatiser)[0] == "unclear"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Otto Wirt wies Vorwürfe gegen Vera Lind zurück."),
        ("de", "Otto Wirt hat Zweifel am Geld für Vera Lind zurückgewiesen."),
        ("de", "Otto Wirt bestritt Berichte über Vera Lind."),
        ("en", "Otto Wirt rejected accusations against Vera Lind."),
        ("en", "Otto Wirt dismissed concerns about Vera Lind."),
        ("en", "Otto Wirt rejected criticism of Vera Lind."),
    ],
)
def test_who_rejects_what_is_said_about_somebody_is_not_against_them(
    text: str, language: Language, lemmatiser: DictionaryLemmatiser
) -> None:
    assert judged(text, lemmatiser, language) == ("against", None)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Otto Wirt wies die Kritik von Vera Lind an dem Bau zurück."),
        ("de", "Otto Wirt wies Linds Zweifel am Bau zurück."),
        ("en", "Otto Wirt rejected the claims of Vera Lind about the plan."),
        ("de", "Otto Wirt wies Vorwürfe am Dienstag von Vera Lind zurück."),
        ("de", "Otto Wirt wies Vorwürfe am 3. März von Vera Lind zurück."),
        ("de", "Otto Wirt wies Vorwürfe am selben Tag von Vera Lind zurück."),
        ("en", "Otto Wirt rejected claims on Monday by Vera Lind."),
        ("en", "Otto Wirt rejected claims on the same day by Vera Lind."),
    ],
)
def test_who_rejects_what_somebody_said_is_against_them(
    text: str, language: Language, lemmatiser: DictionaryLemmatiser
) -> None:
    assert judged(text, lemmatiser, language) == ("against", "Vera Lind")


def test_what_is_rejected_is_nobody_who_said_it(lemmatiser: DictionaryLemmatiser) -> None:
    text = "Otto Wirt wies Vorwürfe zurück."
    # As the tagger may take it.
    names = tuple(
        Name(name, "PER", (Range(text.index(name), text.index(name) + len(name)),))
        for name in ("Otto Wirt", "Vorwürfe")
    )
    quotes = find_quotes(cut_draft(article(text), lemmatiser), names, lemmatiser=lemmatiser)
    assert [(quote.stance, quote.towards) for quote in quotes] == [("against", None)]


@pytest.mark.parametrize(
    ("language", "text", "stance"),
    [
        ("de", "Vera Lind sagte, es fehle Geld. Otto Wirt zufolge ist das falsch.", "against"),
        ("de", "Vera Lind sagte, es fehle Geld. Otto Wirt widersprach ihr.", "against"),
        ("en", "Vera Lind said it was late. According to Otto Wirt, that is wrong.", "against"),
        ("en", "Vera Lind said it was late. Otto Wirt contradicted her.", "against"),
        ("de", "Vera Lind sagte, es fehle Geld. Otto Wirt zufolge ist das richtig.", "unclear"),
        ("de", "Vera Lind sagte, es fehle Geld. Laut Otto Wirt ist das nicht falsch.", "unclear"),
        ("de", "Vera Lind sagte, es fehle Geld. Laut Otto Wirt ist das nicht wahr.", "against"),
        (
            "de",
            "Vera Lind sagte, es fehlt. Laut Otto Wirt ist das nicht so falsch.",
            "unclear",
        ),
        (
            "en",
            "Vera Lind said it is. “That is not wrong”, according to Otto Wirt.",
            "unclear",
        ),
        ("en", "Vera Lind said it was late. According to Otto Wirt, that is not true.", "against"),
    ],
)
def test_who_calls_what_was_said_false_is_against_who_said_it(
    text: str, language: Language, stance: str, lemmatiser: DictionaryLemmatiser
) -> None:
    towards = "Vera Lind" if stance == "against" else None
    assert found_in(text, lemmatiser, language)[-1] == (stance, towards)

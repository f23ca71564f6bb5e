"""Reported speech: the clause that is said, what is shown of it, and by whom it is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from builders import article

from bot.core.models import Name, Range
from bot.core.reading.drafting import cut_draft
from bot.core.reading.names import find_names
from bot.core.reading.quotes import find_quotes

if TYPE_CHECKING:
    from pathlib import Path

    from bot.core.models import Article, Language, Quote
    from bot.lemmas import DictionaryLemmatiser


def read(
    text: str, lemmatiser: DictionaryLemmatiser, *names: Name, language: Language = "de"
) -> tuple[Article, tuple[Quote, ...]]:
    found = article(text, language=language)
    return found, find_quotes(cut_draft(found, lemmatiser), names, lemmatiser=lemmatiser)


def said(text: str, lemmatiser: DictionaryLemmatiser, language: Language = "de") -> list[str]:
    found, quotes = read(text, lemmatiser, language=language)
    return [found.cut(quote.range) for quote in quotes if quote.mode == "reported"]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Die Firma behauptet, dass der Preis sinkt.", "dass der Preis sinkt"),
        ("Die Firma erklärte, der Preis sei zu hoch.", "der Preis sei zu hoch"),
        ("Die Partei forderte, den Vertrag zu kündigen.", "den Vertrag zu kündigen"),
        ("Der Preis sinkt bald, sagte der Minister.", "Der Preis sinkt bald"),
        ("Die Polizei teilte mit, dass niemand verletzt wurde.", "dass niemand verletzt wurde"),
        ("Wie die Polizei mitteilte, blieb die Straße gesperrt.", "blieb die Straße gesperrt"),
        ("Der Rat ist der festen Meinung, dass der Weg fehlt.", "dass der Weg fehlt"),
    ],
)
def test_the_content_clause_is_found(
    text: str, content: str, lemmatiser: DictionaryLemmatiser
) -> None:
    assert said(text, lemmatiser) == [content]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Okafor said on Monday the bridge would stay open.", "the bridge would stay open"),
        ("In a letter, Okafor said last week the deal was done.", "the deal was done"),
        ("Okafor said in an interview that the deal was done.", "that the deal was done"),
        ("The bridge will stay open, Okafor said on Monday.", "The bridge will stay open"),
        ("Trains rattled all night, the mayor said in a statement.", "Trains rattled all night"),
        ("The bridge will stay open, she told reporters.", "The bridge will stay open"),
        ("The bridge will stay open, said Mary Okafor, its owner.", "The bridge will stay open"),
        ("The bridge will stay open, said the mayor.", "The bridge will stay open"),
    ],
)
def test_english_content_stands_beside_when_and_where_it_was_said(
    text: str, content: str, lemmatiser: DictionaryLemmatiser
) -> None:
    assert said(text, lemmatiser, "en") == [content]


@pytest.mark.parametrize(
    "text",
    [
        "In a letter, Okafor said on Monday.",
        "When the vote was over, Okafor said in a statement.",
        "She nodded, said the words and left the bridge.",
        "The manager, said to be ill, left the company.",
        "The firm, which Okafor said on Monday would close, has 300 workers.",
    ],
)
def test_english_settings_are_not_what_is_said(text: str, lemmatiser: DictionaryLemmatiser) -> None:
    assert said(text, lemmatiser, "en") == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Laut der Behörde steigt das Wasser weiter an.", "der Behörde"),
        ("Der Behörde zufolge steigt das Wasser weiter an.", "Der Behörde"),
        ("Nach Angaben der Behörde steigt das Wasser weiter an.", "der Behörde"),
        ("Nach Meinung der Behörde steigt das Wasser weiter an.", "der Behörde"),
        ("Nach Angaben von Rat Max Muster fehlen neun Ärzte.", "Rat Max Muster"),
        ("Nach Worten des Verbands fehlen neun Ärzte.", "des Verbands"),
        ("Nach Aussage der Rätin Vera Lind stimmt das nicht.", "der Rätin Vera Lind"),
        ("Es kostet nach Angaben von Rätin Vera Lind 3 Millionen Euro.", "Rätin Vera Lind"),
        ("Die Stadt zahlt laut Rat Max Muster 60 Prozent der Kosten.", "Rat Max Muster"),
        ("Nach einem Bericht der Zeitung fehlen neun Ärzte.", "einem Bericht der Zeitung"),
        ("Das Wasser steigt weiter an, so die Behörde.", "die Behörde"),
    ],
)
def test_a_source_phrase_speaks(text: str, speaker: str, lemmatiser: DictionaryLemmatiser) -> None:
    found, (quote,) = read(text, lemmatiser)
    assert quote.speaker is not None
    assert found.cut(quote.speaker) == speaker
    assert found.cut(quote.shown) == text


def speakers(text: str, lemmatiser: DictionaryLemmatiser, *names: Name) -> list[str | None]:
    found, quotes = read(text, lemmatiser, *names)
    return [found.cut(quote.speaker) if quote.speaker else None for quote in quotes]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Laut regio.net kostet die Brücke zwei Millionen Euro.", "regio.net"),
        ("Wie „morgen online“ berichtet, steigen die Preise.", "morgen online"),
        ("Wie t-regio.net berichtet, steigen die Preise.", "t-regio.net"),
        ("Auf der hafen-Homepage heißt es, die Brücke sei offen.", "der hafen-Homepage"),
        ("Der 28-Jährige sagte, die Tür sei offen gewesen.", "Der 28-Jährige"),
    ],
)
def test_a_name_without_a_capital_speaks(
    text: str, speaker: str, lemmatiser: DictionaryLemmatiser
) -> None:
    assert speakers(text, lemmatiser) == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Wie der Leiter der Schule, Max Muster, am Montag mitteilte, fällt der Sport aus.",
            "der Leiter der Schule",
        ),
        (
            "Der Vorsitzende im Rat, Max Muster, hatte Lind aufgefordert, ihr Amt zu räumen.",
            "Der Vorsitzende",
        ),
        (
            "Zuvor hatte ein Sprecher des Werks, Max Muster, erklärt, die Halle sei leer.",
            "ein Sprecher des Werks",
        ),
    ],
)
def test_an_apposition_takes_no_word_from_the_subject(
    text: str, speaker: str, lemmatiser: DictionaryLemmatiser
) -> None:
    assert speakers(text, lemmatiser) == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Dem Rat fehlt Geld. Dies bestätigte die Polizei in Kassel.", "die Polizei"),
        ("Sechs Tage nach dem Brand meldete die Wehr, dass alles sicher ist.", "die Wehr"),
        ("Der Rat tagte lange und die Polizei sagte, dass es ruhig blieb.", "die Polizei"),
        ("Er wurde befragt, andere Quellen berichten, dass alles fehlt.", "andere Quellen"),
        ("In dem Bericht, der gestern erschien, heißt es, die Halle sei leer.", "dem Bericht"),
        ("In einem Bericht der Stadt wurde vermutet, dass alles fehlt.", "einem Bericht der Stadt"),
        ("Ein Bericht der Stadt, wonach die Brücke fehlt, liegt vor.", "Ein Bericht der Stadt"),
        (
            "Laut einer am Montag veröffentlichten Mitteilung steigt das Wasser.",
            "einer am Montag veröffentlichten Mitteilung",
        ),
        ("Aus Kreisen der Bahn verlautete, das Werk sei leer.", "Kreisen der Bahn"),
        ("Es gab Streit, in dessen Folge das Gericht erklärte, es sei gut.", "das Gericht"),
        ("Der Klub in Kassel, der zahlt, ist reich, sagte Max Muster.", "Max Muster"),
        ("Max Muster, ein Freund, der viel gelacht hat, sagt, dass es geht.", "Max Muster"),
        (
            "Wie aus dem am Montag gestellten Antrag hervorgeht, fehlt Geld.",
            "dem am Montag gestellten Antrag",
        ),
        ("Der Rat hatte im Mai festgehalten, dass die Brücke fehlt.", "Der Rat"),
        ("Es ist gut: Der Wirt Max Muster sagte im Rat, dass alles fehlt.", "Der Wirt Max Muster"),
        ("Es gibt Orte, über die der Rat gesagt hatte, sie seien gut.", "der Rat"),
        ("Es gab Streit, als der Rat darauf beharrte, dass alles fehlt.", "der Rat"),
        (
            "Alle betroffenen Ärzte und Pfleger sagen, dass alles fehlt.",
            "Alle betroffenen Ärzte und Pfleger",
        ),
        (
            "Es gibt Lieder, für die Vera Lind oft schrieb (Max singt), dass alles fehlt.",
            "Vera Lind",
        ),
        ("Laut dem Portal regio.net fehlt der Stadt das Geld.", "dem Portal regio.net"),
        (
            "Selbst Max Muster, einer der Wirte, der lange schwieg, sagt, dass es geht.",
            "Max Muster",
        ),
        ("Bei der Agentur hieß es, die Halle sei leer.", "der Agentur"),
    ],
)
def test_the_subject_and_nothing_else_speaks(
    text: str, speaker: str, lemmatiser: DictionaryLemmatiser
) -> None:
    assert speakers(text, lemmatiser)[-1] == speaker


def test_nobody_known_speaks_in_a_passive_at_a_place(lemmatiser: DictionaryLemmatiser) -> None:
    assert speakers("In Kassel wurde vermutet, dass alles fehlt.", lemmatiser) == [None]
    assert speakers("Es ist erklärt worden, dass alles fehlt.", lemmatiser) == [None]


def test_what_only_qualifies_a_noun_says_nothing(lemmatiser: DictionaryLemmatiser) -> None:
    assert said("Die geäußerte Hoffnung, es werde besser, trog.", lemmatiser) == []


def test_an_opinion_is_not_its_own_speaker(lemmatiser: DictionaryLemmatiser) -> None:
    text = "Es gibt zwei Gäste, die der Überzeugung waren, alles habe gefehlt."
    assert "der Überzeugung" not in speakers(text, lemmatiser)


def test_verbs_in_eln_have_a_subjunctive(lemmatiser: DictionaryLemmatiser) -> None:
    text = "Die Polizei klagte, es handele sich um Betrug."
    assert said(text, lemmatiser) == ["es handele sich um Betrug"]


def test_so_before_a_verb_names_nobody(lemmatiser: DictionaryLemmatiser) -> None:
    assert speakers("Der Rat wartet lange, so könne die Stadt sparen.", lemmatiser) == []


@pytest.mark.parametrize(
    "text",
    [
        "The company said that prices would fall.",
        "According to the ministry, prices will fall soon.",
        "Prices will fall soon, the minister said.",
    ],
)
def test_english_reports_are_found(text: str, lemmatiser: DictionaryLemmatiser) -> None:
    assert len(said(text, lemmatiser, "en")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Der Zug fährt um acht Uhr ab.",
        "Die Arbeiten dauerten so lange, dass der Sommer verging.",
        "Die Behörde wollte nicht bestätigen, dass ermittelt wird.",
        "Als Lichtjahr bezeichnet man eine Strecke im Weltraum.",
        "Im August klagte die Firma erneut, diesmal vor einem anderen Gericht.",
        "Offen blieb damals, wie viel Geld wirklich gesichert war.",
        "Im Mai wurde das Werk angekündigt, ein Bau von zwei Hektar am Hafen.",
        "Die Akten müssen dargelegt werden, um die Schuld zu beweisen.",
        "Das Tal ist gefragt, dicht gefolgt vom Gebirge.",
        "Meiner Meinung nach ist das ein Fehler der Stadt.",
    ],
)
def test_plain_statements_are_no_speech(text: str, lemmatiser: DictionaryLemmatiser) -> None:
    assert said(text, lemmatiser) == []


def test_what_is_added_in_english_need_not_be_speech(lemmatiser: DictionaryLemmatiser) -> None:
    text = "The sale adds a quarrel to a dispute that is already in court."
    assert said(text, lemmatiser, "en") == []


def test_own_information_is_that_of_the_subject(lemmatiser: DictionaryLemmatiser) -> None:
    text = "Novatek bleibt nach eigenen Angaben unter der Kontrolle der Stadt."
    found, (quote,) = read(text, lemmatiser)
    assert quote.speaker is not None
    assert found.cut(quote.speaker) == "Novatek"


def test_information_alone_is_nobody(lemmatiser: DictionaryLemmatiser) -> None:
    _, (quote,) = read("Das Geld kommt den Angaben zufolge von der Bank.", lemmatiser)
    assert quote.speaker is None


def test_what_points_back_makes_the_sentence_before_speech(
    lemmatiser: DictionaryLemmatiser,
) -> None:
    text = "Das Werk schließt im Herbst. Das bestätigte die Firma am Montag."
    assert said(text, lemmatiser) == [text.rstrip(".")]


def test_shown_begins_with_the_verb_and_keeps_its_object(
    lemmatiser: DictionaryLemmatiser,
) -> None:
    text = "Der Trainer ärgerte sich zwar und wies die Vorwürfe zurück."
    found, (quote,) = read(text, lemmatiser)
    assert found.cut(quote.shown) == "wies die Vorwürfe zurück"
    assert quote.verb == "wies zurück"


def test_shown_keeps_a_hedge_before_the_verb(lemmatiser: DictionaryLemmatiser) -> None:
    text = (
        "Angeblich erklärte der Händler den Ermittlern am Wochenende in der Wohnung in Kassel, "
        "dass er die Ware nie gesehen habe, und die Ermittler erklärten danach, dass sie prüfen."
    )
    found, quotes = read(text, lemmatiser)
    assert found.cut(quotes[0].shown).startswith("Angeblich erklärte")


LONG = "der Vertrag über den Bau der neuen Brücke am Hafen noch vor dem Ende des Sommers"


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        (f"Das Amt teilte mit, dass {LONG} gelte, und die Firma sagte, man komme.", "Das Amt"),
        (f"Selbst das Amt teilte mit, dass {LONG} gelte, und ging, und die Firma sagte, man komme.",
         "Selbst das Amt"),
        (f"Wenn das Amt mitteilt, dass {LONG} gelte, und die Firma sagt, man komme, gut.",
         "Wenn das Amt"),
        ("„Wir bleiben hier“, erklärte die Firma: Man sei zufrieden.", "„Wir bleiben hier“, erkl"),
    ],
)  # fmt: skip
def test_shown_begins_where_it_can_stand_alone(
    text: str, begins: str, lemmatiser: DictionaryLemmatiser
) -> None:
    found, quotes = read(text, lemmatiser)
    first = next(quote for quote in quotes if quote.mode == "reported")
    assert found.cut(first.shown).startswith(begins)


def test_shown_keeps_both_marks_of_a_name(lemmatiser: DictionaryLemmatiser) -> None:
    text = "Die Firma sagte gestern, sie stelle die Arbeit ein und danke dem Verein „Hafenlicht“."
    found, (quote,) = read(text, lemmatiser)
    assert found.cut(quote.shown).count("“") == 1


def test_der_at_the_start_means_the_person_named_last(lemmatiser: DictionaryLemmatiser) -> None:
    text = "Vera Lind griff Otto Wirt an. Der wies die Vorwürfe zurück."
    names = (Name("Vera Lind", "PER", (Range(0, 9),)), Name("Otto Wirt", "PER", (Range(16, 25),)))
    _, quotes = read(text, lemmatiser, *names)
    assert quotes[-1].speaker_name == "Otto Wirt"


def read_seed(shared: Path, lemmatiser: DictionaryLemmatiser) -> tuple[Article, tuple[Quote, ...]]:
    raw = (shared / "seeds" / "000_5591d08ff4297b4b.txt").read_text(encoding="utf-8")
    found = article(raw.partition("\n\n11\n\n")[2])
    draft = cut_draft(found, lemmatiser)
    names = find_names(draft, lemmatiser=lemmatiser)
    return found, find_quotes(draft, names, lemmatiser=lemmatiser)


def test_the_users_article_has_one_direct_quotation(
    shared: Path, lemmatiser: DictionaryLemmatiser
) -> None:
    found, quotes = read_seed(shared, lemmatiser)
    (quote,) = [quote for quote in quotes if quote.mode == "direct"]
    assert (quote.speaker_name, quote.verb, quote.stance) == ("Karoline Leavitt", "sagen", "for")
    assert found.cut(quote.range).count(".") == 2


def test_the_users_article_reports_who_is_against_whom(
    shared: Path, lemmatiser: DictionaryLemmatiser
) -> None:
    _, quotes = read_seed(shared, lemmatiser)
    against = [(q.speaker_name, q.verb, q.towards) for q in quotes if q.stance == "against"]
    assert ("Elon Musk", "bezeichnete", "Sam Altman") in against
    assert ("Sam Altman", "wies zurück", "Elon Musk") in against
    assert ("Elon Musk", "beschuldigt", "OpenAI") in against


def test_the_users_article_shows_what_stands_alone(
    shared: Path, lemmatiser: DictionaryLemmatiser
) -> None:
    found, quotes = read_seed(shared, lemmatiser)
    shown = {quote.verb: found.cut(quote.shown) for quote in quotes}
    assert shown["behauptete"].startswith("behauptete er etwa, dass")
    assert shown["behauptete"].endswith("um das zu finanzieren")
    assert shown["wies zurück"] == "wies Musks Vorwürfe zurück"


def test_a_denial_behind_the_last_verb_is_shown(lemmatiser: DictionaryLemmatiser) -> None:
    text = (
        "Der Kapitän plädierte dafür, dass er nicht schuldig sei, lege aber auch keine Karten vor "
        "und sagte nicht aus zu seiner Fahrt."
    )
    found, quotes = read(text, lemmatiser)
    assert all("nicht aus" in found.cut(quote.shown) for quote in quotes)
    assert quotes


@pytest.mark.parametrize(
    "text",
    [
        "“It is done,” said Okoye, who advised the state in 2024.",
        "“It is late,” said Mary Poole, who lives nearby.",
    ],
)
def test_who_the_speaker_is_is_not_what_is_said(
    text: str, lemmatiser: DictionaryLemmatiser
) -> None:
    assert said(text, lemmatiser, "en") == []


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Auf die Frage, ob er bleibt, antwortete Max Muster: „Ja, bis Mai.“", []),
        (
            "In dem Werk, das alt ist, fehlt Geld, sagte Max Muster.",
            ["In dem Werk, das alt ist, fehlt Geld"],
        ),
    ],
)
def test_on_what_is_answered_is_not_what_is_said(
    text: str, content: list[str], lemmatiser: DictionaryLemmatiser
) -> None:
    assert said(text, lemmatiser) == content


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Max Muster schloss nicht aus, dass der Kapitän fehlt.", "schloss nicht aus"),
        ("Max Muster schloss am Montag nicht aus, dass alles fehlt.", "schloss nicht aus"),
        ("Max Muster schloss aus, dass der Kapitän nicht fehlt.", "schloss aus"),
        ("Die Polizei teilte mit, dass niemand verletzt wurde.", "teilte mit"),
    ],
)
def test_a_verb_keeps_its_negation(text: str, verb: str, lemmatiser: DictionaryLemmatiser) -> None:
    _, (quote,) = read(text, lemmatiser)
    assert quote.verb == verb

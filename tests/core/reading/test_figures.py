"""Figures: value, unit, what they count and how exact they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from builders import article

from bot.core.reading.dates import find_dates
from bot.core.reading.drafting import cut_draft
from bot.core.reading.figures import find_figures

if TYPE_CHECKING:
    from bot.core.models import Figure, Language
    from bot.lemmas import DictionaryLemmatiser


def figures(
    text: str, lemmatiser: DictionaryLemmatiser, language: Language = "de"
) -> tuple[Figure, ...]:
    return find_figures(cut_draft(article(text, language=language), lemmatiser))


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        (
            "Insgesamt 500 Milliarden Dollar sollen fließen.",
            "de",
            ("500 Milliarden Dollar", 500000000000, "USD"),
        ),
        ("Es entstehen mindestens 100.000 neue Arbeitsplätze.", "de", ("100.000", 100000, "")),
        ("Das Werk braucht 4,5 Gigawatt Strom.", "de", ("4,5 Gigawatt", 4.5, "GW")),
        ("Das Werk braucht 4.5 Gigawatt Strom.", "de", ("4.5 Gigawatt", 4.5, "GW")),
        ("Der Umbau kostet 1,2 Mio. Euro.", "de", ("1,2 Mio. Euro", 1200000, "EUR")),
        ("Der Kurs fiel um 17 Prozent.", "de", ("17 Prozent", 17, "percent")),
        ("Der Anteil liegt bei 17 %.", "de", ("17 %", 17, "percent")),
        (
            "Es geht um eine 300-Milliarden-Dollar-Bewertung.",
            "de",
            ("300-Milliarden-Dollar", 300000000000, "USD"),
        ),
        ("Das Buch kostet 12,90 Euro.", "de", ("12,90 Euro", 12.9, "EUR")),
        ("Zwölf neue Mitarbeiter kommen.", "de", ("Zwölf", 12, "")),
        ("Eine halbe Million Menschen feierten.", "de", ("Eine halbe Million", 500000, "")),
        (
            "Anderthalb Milliarden Franken fehlen.",
            "de",
            ("Anderthalb Milliarden Franken", 1500000000, "CHF"),
        ),
        ("Zwei Dutzend Firmen klagen.", "de", ("Zwei Dutzend", 24, "")),
        ("Drei Unternehmenslenker schwiegen.", "de", ("Drei", 3, "")),
        ("Rund 23 000 Stellen fallen weg.", "de", ("23 000", 23000, "")),
        ("Mehr als 250'000 Kunden gingen.", "de", ("250'000", 250000, "")),
        ("Zweihundertfünfzig Soldaten rückten aus.", "de", ("Zweihundertfünfzig", 250, "")),
        ("Hundert Euro reichen nicht.", "de", ("Hundert Euro", 100, "EUR")),
        (
            "Das Programm umfasst 3,5 Billionen US-Dollar.",
            "de",
            ("3,5 Billionen US-Dollar", 3500000000000, "USD"),
        ),
        (
            "Sie zahlen 5 Mrd. Schweizer Franken.",
            "de",
            ("5 Mrd. Schweizer Franken", 5000000000, "CHF"),
        ),
        ("Sie zahlen 800 Yen.", "de", ("800 Yen", 800, "JPY")),
        ("Der Zug fuhr 230 km/h.", "de", ("230 km/h", 230, "km/h")),
        ("Die Strecke misst 80 Kilometer.", "de", ("80 Kilometer", 80, "km")),
        ("Das Schiff lud 9.000 Tonnen.", "de", ("9.000 Tonnen", 9000, "t")),
        ("Es hatte minus 5 Grad.", "de", ("minus 5 Grad", -5, "°")),
        ("Es waren 31 Grad Celsius.", "de", ("31 Grad Celsius", 31, "°C")),
        ("Höchstens 40 Prozent stimmten zu.", "de", ("40 Prozent", 40, "percent")),
        ("Bis zu 300 Helfer suchten.", "de", ("300", 300, "")),
        ("Knapp 60 Prozent der Haushalte heizen mit Gas.", "de", ("60 Prozent", 60, "percent")),
        ("Weniger als 10 Prozent fehlen.", "de", ("10 Prozent", 10, "percent")),
        ("Nicht mehr als 20 Gäste dürfen hinein.", "de", ("20", 20, "")),
        ("500 Euro oder mehr kostet es.", "de", ("500 Euro", 500, "EUR")),
        ("Er verfügt über 500 Millionen Euro.", "de", ("500 Millionen Euro", 500000000, "EUR")),
        ("Über 500 Gäste kamen.", "de", ("500", 500, "")),
        (
            "Sie legten ein Programm über 500 Millionen Euro auf.",
            "de",
            ("500 Millionen Euro", 500000000, "EUR"),
        ),
        (
            "Der Umsatz stieg um 17 Prozent auf 4,5 Milliarden Euro.",
            "de",
            ("4,5 Milliarden Euro", 4500000000, "EUR"),
        ),
        (
            "Der Börsenwert von rund 300 Milliarden Dollar schrumpfte.",
            "de",
            ("300 Milliarden Dollar", 300000000000, "USD"),
        ),
        ("Die Strafe in Höhe von 600 Euro ist fällig.", "de", ("600 Euro", 600, "EUR")),
        ("Die Zahl der Arbeitslosen sank auf 2.807.000.", "de", ("2.807.000", 2807000, "")),
        (
            "Der Preis stieg von 300 auf 500 Milliarden Dollar.",
            "de",
            ("500 Milliarden Dollar", 500000000000, "USD"),
        ),
        ("Die Löhne steigen um 10 bis 15 Prozent.", "de", ("15 Prozent", 15, "percent")),
        ("Sie steigen um 10-15 Prozent.", "de", ("15 Prozent", 15, "percent")),
        ("Zwischen 10 und 15 Millionen Euro fehlen.", "de", ("15 Millionen Euro", 15000000, "EUR")),
        ("Die Fünf-Prozent-Hürde bleibt.", "de", ("Fünf-Prozent", 5, "percent")),
        ("Eine 20-prozentige Kürzung droht.", "de", ("20-prozentige", 20, "percent")),
        ("Die 27 Staats- und Regierungschefs tagten.", "de", ("27", 27, "")),
        (
            "Der Wert sank um 0,25 Prozentpunkte.",
            "de",
            ("0,25 Prozentpunkte", 0.25, "percentage points"),
        ),
        ("Er bekam zwei Jahre Haft.", "de", ("zwei Jahre", 2, "year")),
        ("Es sind 17 Billionen Zellen.", "de", ("17 Billionen", 17000000000000, "")),
        ('Im Text steht "80 billion" Dollar.', "de", ("80 billion", 80000000000, "")),
        ("It is worth $80 billion.", "en", ("$80 billion", 80000000000, "USD")),
        ("He bid 97.4 billion dollars.", "en", ("97.4 billion dollars", 97400000000, "USD")),
        ("The deal is worth €3bn.", "en", ("€3bn", 3000000000, "EUR")),
        ("They raised £5m.", "en", ("£5m", 5000000, "GBP")),
        ("The model has 10B parameters.", "en", ("10B", 10000000000, "")),
        ("At least 100,000 new jobs are planned.", "en", ("100,000", 100000, "")),
        ("More than two dozen American companies signed.", "en", ("two dozen", 24, "")),
        ("Three technology leaders spoke.", "en", ("Three", 3, "")),
        ("It costs from $5 to $10 billion.", "en", ("$10 billion", 10000000000, "USD")),
        ("It costs $5-10 billion.", "en", ("10 billion", 10000000000, "USD")),
        (
            "It reached a valuation of about $300 billion.",
            "en",
            ("$300 billion", 300000000000, "USD"),
        ),
        ("Some 17 percent of voters agreed.", "en", ("17 percent", 17, "percent")),
        ("Half a million people came.", "en", ("Half a million", 500000, "")),
        (
            "One and a half million dollars went missing.",
            "en",
            ("One and a half million dollars", 1500000, "USD"),
        ),
        ("Revenue rose 12% to $4.5bn.", "en", ("$4.5bn", 4500000000, "USD")),
        ("They raised $6.6bn in funding.", "en", ("$6.6bn", 6600000000, "USD")),
        ("Nearly 1.5m people left.", "en", ("1.5m", 1500000, "")),
        ("Up to 20 years in prison await him.", "en", ("20 years", 20, "year")),
        ("Fewer than 40 houses stand.", "en", ("40", 40, "")),
        ("It weighs 3.2 tonnes.", "en", ("3.2 tonnes", 3.2, "t")),
        ("The car does 120 mph.", "en", ("120 mph", 120, "mph")),
        ("It paid $1,234.56.", "en", ("$1,234.56", 1234.56, "USD")),
        ("Twenty-one ships left.", "en", ("Twenty-one", 21, "")),
        (
            "It shrank by 2 percentage points.",
            "en",
            ("2 percentage points", 2, "percentage points"),
        ),
        ("The plant gives 1.2 gigawatts.", "en", ("1.2 gigawatts", 1.2, "GW")),
    ],
)
def test_a_number_is_read_with_its_unit(
    text: str,
    language: Language,
    expected: tuple[str, float, str],
    lemmatiser: DictionaryLemmatiser,
) -> None:
    last = figures(text, lemmatiser, language)[-1]
    cut = text[last.range.start : last.range.end]
    assert (cut, last.value, last.unit) == expected
    assert type(last.value) is type(expected[1])


@pytest.mark.parametrize(
    ("text", "language", "counts"),
    [
        ("Es entstehen mindestens 100.000 neue Arbeitsplätze.", "de", "Arbeitsplätze"),
        ("Der Kurs fiel um 17 Prozent.", "de", "Kurs"),
        ("Der Anteil liegt bei 17 %.", "de", "Anteil"),
        ("Es geht um eine 300-Milliarden-Dollar-Bewertung.", "de", "Bewertung"),
        ("Zwölf neue Mitarbeiter kommen.", "de", "Mitarbeiter"),
        ("Eine halbe Million Menschen feierten.", "de", "Menschen"),
        ("Zwei Dutzend Firmen klagen.", "de", "Firmen"),
        ("Drei Unternehmenslenker schwiegen.", "de", "Unternehmenslenker"),
        ("Rund 23 000 Stellen fallen weg.", "de", "Stellen"),
        ("Mehr als 250'000 Kunden gingen.", "de", "Kunden"),
        ("Zweihundertfünfzig Soldaten rückten aus.", "de", "Soldaten"),
        ("Bis zu 300 Helfer suchten.", "de", "Helfer"),
        ("Knapp 60 Prozent der Haushalte heizen mit Gas.", "de", "Haushalte"),
        ("Nicht mehr als 20 Gäste dürfen hinein.", "de", "Gäste"),
        ("Über 500 Gäste kamen.", "de", "Gäste"),
        ("Sie legten ein Programm über 500 Millionen Euro auf.", "de", "Programm"),
        ("Der Umsatz stieg um 17 Prozent auf 4,5 Milliarden Euro.", "de", "Umsatz"),
        ("Der Börsenwert von rund 300 Milliarden Dollar schrumpfte.", "de", "Börsenwert"),
        ("Die Strafe in Höhe von 600 Euro ist fällig.", "de", "Strafe"),
        ("Die Zahl der Arbeitslosen sank auf 2.807.000.", "de", "Arbeitslosen"),
        ("Der Preis stieg von 300 auf 500 Milliarden Dollar.", "de", "Preis"),
        ("Die Löhne steigen um 10 bis 15 Prozent.", "de", "Löhne"),
        ("Die Fünf-Prozent-Hürde bleibt.", "de", "Hürde"),
        ("Die 27 Staats- und Regierungschefs tagten.", "de", "Staats- und Regierungschefs"),
        ("Der Wert sank um 0,25 Prozentpunkte.", "de", "Wert"),
        ("Es sind 17 Billionen Zellen.", "de", "Zellen"),
        ("The model has 10B parameters.", "en", "parameters"),
        ("At least 100,000 new jobs are planned.", "en", "jobs"),
        ("More than two dozen American companies signed.", "en", "companies"),
        ("Three technology leaders spoke.", "en", "leaders"),
        ("It reached a valuation of about $300 billion.", "en", "valuation"),
        ("Some 17 percent of voters agreed.", "en", "voters"),
        ("Half a million people came.", "en", "people"),
        ("Revenue rose 12% to $4.5bn.", "en", "Revenue"),
        ("They raised $6.6bn in funding.", "en", "funding"),
        ("Nearly 1.5m people left.", "en", "people"),
        ("Fewer than 40 houses stand.", "en", "houses"),
        ("Twenty-one ships left.", "en", "ships"),
        ("Insgesamt 500 Milliarden Dollar sollen fließen.", "de", ""),
        ("He bid 97.4 billion dollars.", "en", ""),
    ],
)
def test_what_is_counted_is_in_the_words_of_the_article(
    text: str, language: Language, counts: str, lemmatiser: DictionaryLemmatiser
) -> None:
    assert figures(text, lemmatiser, language)[-1].counts == counts


@pytest.mark.parametrize(
    ("text", "language", "qualifier"),
    [
        ("Es entstehen mindestens 100.000 neue Arbeitsplätze.", "de", "min"),
        ("Rund 23 000 Stellen fallen weg.", "de", "about"),
        ("Mehr als 250'000 Kunden gingen.", "de", "min"),
        ("Höchstens 40 Prozent stimmten zu.", "de", "max"),
        ("Bis zu 300 Helfer suchten.", "de", "max"),
        ("Knapp 60 Prozent der Haushalte heizen mit Gas.", "de", "about"),
        ("Weniger als 10 Prozent fehlen.", "de", "max"),
        ("Nicht mehr als 20 Gäste dürfen hinein.", "de", "max"),
        ("500 Euro oder mehr kostet es.", "de", "min"),
        ("Über 500 Gäste kamen.", "de", "min"),
        ("Der Börsenwert von rund 300 Milliarden Dollar schrumpfte.", "de", "about"),
        ("At least 100,000 new jobs are planned.", "en", "min"),
        ("More than two dozen American companies signed.", "en", "min"),
        ("It reached a valuation of about $300 billion.", "en", "about"),
        ("Some 17 percent of voters agreed.", "en", "about"),
        ("Nearly 1.5m people left.", "en", "about"),
        ("Up to 20 years in prison await him.", "en", "max"),
        ("Fewer than 40 houses stand.", "en", "max"),
        ("Er verfügt über 500 Millionen Euro.", "de", ""),
        ("Sie legten ein Programm über 500 Millionen Euro auf.", "de", ""),
        ("Unter 500 Gästen war ein Star.", "de", ""),
        ("Unter 5 Prozent fielen sie nie.", "de", "max"),
    ],
)
def test_words_before_the_number_say_how_exact_it_is(
    text: str, language: Language, qualifier: str, lemmatiser: DictionaryLemmatiser
) -> None:
    assert figures(text, lemmatiser, language)[-1].qualifier == qualifier


@pytest.mark.parametrize(
    ("text", "language", "values"),
    [
        ("Der Preis stieg von 300 auf 500 Milliarden Dollar.", "de", [3 * 10**11, 5 * 10**11]),
        ("Der Wert stieg von 800.000 auf 1,2 Millionen Euro.", "de", [800_000, 1_200_000]),
        ("Die Löhne steigen um 10 bis 15 Prozent.", "de", [10, 15]),
        ("Sie steigen um 10-15 Prozent.", "de", [10, 15]),
        ("Zwischen 10 und 15 Millionen Euro fehlen.", "de", [10_000_000, 15_000_000]),
        ("Er stieg um 17 Prozent auf 4,5 Milliarden Euro.", "de", [17, 4_500_000_000]),
        ("It costs from $5 to $10 billion.", "en", [5 * 10**9, 10**10]),
        ("It costs $5-10 billion.", "en", [5 * 10**9, 10**10]),
    ],
)
def test_both_ends_of_a_range_share_unit_and_scale(
    text: str, language: Language, values: list[int], lemmatiser: DictionaryLemmatiser
) -> None:
    assert [figure.value for figure in figures(text, lemmatiser, language)] == values


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Die Boeing 747 landete.", "de"),
        ("Die G20 tagten auf der A8.", "de"),
        ("Apollo 11 flog.", "de"),
        ("Nach § 12 gilt das.", "de"),
        ("Um 15:47 Uhr fuhr er ab.", "de"),
        ("Um 15 Uhr fuhr er ab.", "de"),
        ("Sie gewannen 2:1.", "de"),
        ("Anruf unter 0800 5 29 55 55.", "de"),
        ("Version 2.0 und 1.2.3.", "de"),
        ("Am 3. Tag kam er.", "de"),
        ("Der 54-Jährige ist 54 Jahre alt.", "de"),
        ("Er starb im Alter von 73 Jahren.", "de"),
        ("Mehrere Hundert Menschen kamen.", "de"),
        ("Einige Millionen Euro fehlen.", "de"),
        ("Zwei Drittel der Wähler fehlten.", "de"),
        ("Eine Frau und ein Mann kamen.", "de"),
        ("Sie kam auf Platz 3.", "de"),
        ("Am 21. Januar 2025 kam er.", "de"),
        ("Seit 2015 läuft es.", "de"),
        ("Die Sieben-Tage-Inzidenz sank.", "de"),
        ("Die Rate je Woche, pro 100.000 Einwohner, sank.", "de"),
        ("Sie nutzt GPT 4 und Windows 11.", "de"),
        ("Tausende kamen.", "de"),
        ("One of them won 3-1.", "en"),
        ("It began at 5 p.m.", "en"),
        ("Hundreds came.", "en"),
        ("Section 12 applies.", "en"),
        ("The 2024 election was close.", "en"),
    ],
)
def test_what_counts_nothing_is_no_figure(
    text: str, language: Language, lemmatiser: DictionaryLemmatiser
) -> None:
    assert figures(text, lemmatiser, language) == ()


def test_a_billion_is_german_in_german_and_english_in_english(
    lemmatiser: DictionaryLemmatiser,
) -> None:
    assert figures("Es fehlt eine Billion Euro.", lemmatiser)[0].value == 10**12
    assert figures("A billion euros are missing.", lemmatiser, "en")[0].value == 10**9


def test_dates_found_before_are_left_out(lemmatiser: DictionaryLemmatiser) -> None:
    draft = cut_draft(
        article("Am 3. Mai 2024 kamen 12 Gäste, vor drei Tagen 20 Gäste."), lemmatiser
    )
    values = [figure.value for figure in find_figures(draft, find_dates(draft))]
    assert values == [figure.value for figure in find_figures(draft)] == [12, 20]


@pytest.mark.parametrize(
    "text",
    [
        "9" * 100_000 + " Euro",
        "9" * 31 + " Euro",
        "0" * 99_999 + " Euro",
        "." * 100_000,
        "1." * 20_000,
        "1 " * 5_000,
        "1-" * 20_000,
        "hundert" * 10_000,
        "zweiundzwanzigtausend" * 5_000,
        "$" * 50_000,
        "12 " + "neue " * 20_000,
        "\u202e12 Euro\u202c\u0000" * 1_000,
        "😀" * 50_000,
        "٣ Euro, ²³ Euro, ¾ Liter, १२ Dollar",
    ],
)
def test_hostile_text_is_read_to_its_end(text: str, lemmatiser: DictionaryLemmatiser) -> None:
    assert all(figure.range.end <= len(text) for figure in figures(text, lemmatiser))


def test_a_number_of_thirty_digits_is_exact_and_a_longer_one_is_none(
    lemmatiser: DictionaryLemmatiser,
) -> None:
    assert figures("9" * 30 + " Euro", lemmatiser)[0].value == 10**30 - 1
    assert figures("9" * 31 + " Euro", lemmatiser) == ()


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Im Beisein der drei Unternehmenslenker sprach er.", "de"),
        ("Seine zwei Brüder schwiegen.", "de"),
        ("The two companies agreed.", "en"),
    ],
)
def test_a_small_number_of_things_named_before_is_no_figure(
    text: str, language: Language, lemmatiser: DictionaryLemmatiser
) -> None:
    draft = cut_draft(article(text, language=language), lemmatiser)
    assert find_figures(draft) == ()


@pytest.mark.parametrize(
    ("text", "language", "counted"),
    [
        ("Der Rat nahm den Plan mit 23 zu 18 Stimmen an.", "de", "Stimmen"),
        ("Mit 23 gegen 18 Stimmen fiel der Antrag durch.", "de", "Stimmen"),
        ("Mit 23:18 Stimmen wurde der Haushalt angenommen.", "de", "Stimmen"),
        ("Mit dreiundzwanzig zu achtzehn Wählerstimmen blieb er.", "de", "Wählerstimmen"),
        ("The motion passed by 23 votes to 18.", "en", "votes"),
        ("The council agreed by a vote of 23 to 18.", "en", "vote"),
        ("The plan was adopted in a 23-18 vote.", "en", "vote"),
    ],
)
def test_a_vote_has_two_sides(
    text: str, language: Language, counted: str, lemmatiser: DictionaryLemmatiser
) -> None:
    found = figures(text, lemmatiser, language)
    assert [(one.value, one.counts) for one in found] == [(23, counted), (18, counted)]


@pytest.mark.parametrize(
    "text",
    ["Um 23:18 Uhr war Schluss.", "Der Klub gewann mit 3:1.", "Die Karte ist 1 zu 100 gezeichnet."],
)
def test_no_score_or_time_is_a_vote(text: str, lemmatiser: DictionaryLemmatiser) -> None:
    assert figures(text, lemmatiser) == ()


def test_both_shares_of_a_vote_are_found(lemmatiser: DictionaryLemmatiser) -> None:
    found = figures("Sie gewann mit 51 zu 49 Prozent der Stimmen.", lemmatiser)
    assert [(one.value, one.unit) for one in found] == [(51, "percent"), (49, "percent")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The crash left 11 dead.", (11, "dead")),
        ("Five injured were flown to Hull.", (5, "injured")),
        ("Two dead whales were found.", (2, "whales")),
    ],
)
def test_people_may_be_counted_without_a_noun(
    text: str, expected: tuple[int, str], lemmatiser: DictionaryLemmatiser
) -> None:
    (only,) = figures(text, lemmatiser, "en")
    assert (only.value, only.counts) == expected

"""Dates as written, and what only looks like one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from builders import article

from bot.core.reading.dates import find_dates
from bot.core.reading.drafting import cut_draft

if TYPE_CHECKING:
    from bot.core.models import DateMention, Language
    from bot.lemmas import DictionaryLemmatiser


def mentions(
    text: str,
    lemmatiser: DictionaryLemmatiser,
    language: Language = "de",
    on: str | None = "2025-01-24",
) -> tuple[DateMention, ...]:
    found = article(text, language=language, on=on)
    return find_dates(cut_draft(found, lemmatiser))


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Am 24. Januar 2025 kam er.", "de", ("24. Januar 2025", "2025-01-24", "day")),
        ("Am 24.01.2025 kam er.", "de", ("24.01.2025", "2025-01-24", "day")),
        ("Am 24.1.25 kam er.", "de", ("24.1.25", "2025-01-24", "day")),
        ("Stand: 2025-01-24.", "de", ("2025-01-24", "2025-01-24", "day")),
        ("Im Januar 2025 kam er.", "de", ("Januar 2025", "2025-01", "month")),
        ("Im Dezember 2015 wurde sie gegründet.", "de", ("Dezember 2015", "2015-12", "month")),
        ("Anfang März 2024 war das.", "de", ("Anfang März 2024", "2024-03", "month")),
        ("Mitte 2024 kam er.", "de", ("Mitte 2024", "2024", "year")),
        ("Seit 2015 gibt es die Firma.", "de", ("2015", "2015", "year")),
        ("2015 gegründet, wuchs sie schnell.", "de", ("2015", "2015", "year")),
        ("im Jahr 1876 erbaut", "de", ("1876", "1876", "year")),
        ("In den 1990er Jahren war das so.", "de", ("1990er Jahren", None, "year")),
        (
            "Im dritten Quartal 2024 stieg der Gewinn.",
            "de",
            ("Im dritten Quartal 2024", "2024", "year"),
        ),
        ("Q3 2025 wird besser.", "de", ("Q3 2025", "2025", "year")),
        ("Im ersten Halbjahr 2024 fiel er.", "de", ("Im ersten Halbjahr 2024", "2024", "year")),
        ("Frühjahr 2026 soll es öffnen.", "de", ("Frühjahr 2026", "2026", "year")),
        ("Jeden Montag tagt der Rat.", "de", ("Montag", None, "day")),
        ("An Sonntagen bleibt es zu.", "de", ("Sonntagen", None, "day")),
        ("On Sundays it is closed.", "en", ("Sundays", None, "day")),
        ("Am 27. APR 2025 kam er.", "de", ("27. APR 2025", "2025-04-27", "day")),
        ("in der Saison 2023/24", "de", ("2023/24", None, "year")),
        ("zwischen 2014 und 2016", "de", ("2014", "2014", "year")),
        ("von 2014-2016", "de", ("2014", "2014", "year")),
        ("On January 24, 2025 he spoke.", "en", ("January 24, 2025", "2025-01-24", "day")),
        ("On 24 January 2025 he spoke.", "en", ("24 January 2025", "2025-01-24", "day")),
        ("In May 2024 it rose.", "en", ("May 2024", "2024-05", "month")),
        ("In 2023 it fell.", "en", ("2023", "2023", "year")),
        ("The 2024 election was close.", "en", ("2024", "2024", "year")),
        ("By 2030 it should end.", "en", ("2030", "2030", "year")),
        ("In early March 2024 it began.", "en", ("early March 2024", "2024-03", "month")),
        ("In the third quarter of 2024 it rose.", "en", ("third quarter of 2024", "2024", "year")),
        ("In spring 2026 it opens.", "en", ("spring 2026", "2026", "year")),
        ("In the 1990s it rose.", "en", ("1990s", None, "year")),
        ("3/4/2025 was noted", "en", ("3/4/2025", None, "day")),
        ("23/02/2025 was noted", "en", ("23/02/2025", "2025-02-23", "day")),
        ("Sie bleibt bis mindestens 2030 in Betrieb.", "de", ("2030", "2030", "year")),
        (
            "Am Karfreitag, 25. März 2016, kam er.",
            "de",
            ("Karfreitag, 25. März 2016", "2016-03-25", "day"),
        ),
        ("Am Karfreitag 2016 kam er.", "de", ("Karfreitag 2016", "2016-03-25", "day")),
        ("An Fronleichnam 2024 kam er.", "de", ("Fronleichnam 2024", "2024-05-30", "day")),
        ("Seit 1870 wird hier gebaut.", "de", ("1870", "1870", "year")),
        ("Sie war seit 1870 Hauptstadt.", "de", ("1870", "1870", "year")),
        ("Am Ostermontag 1066 war Ruhe.", "de", ("Ostermontag", None, "day")),
        ("It has stood here since 1871.", "en", ("1871", "1871", "year")),
    ],
)
def test_a_date_is_read_as_it_is_written(
    text: str,
    language: Language,
    expected: tuple[str, str | None, str],
    lemmatiser: DictionaryLemmatiser,
) -> None:
    first, *_ = mentions(text, lemmatiser, language)
    cut = text[first.range.start : first.range.end]
    assert (cut, first.date, first.precision) == expected
    assert first.resolved_from is None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Heute ist das anders als früher.", "de"),
        ("Am Morgen regnete es.", "de"),
        ("Letzte Woche kam er.", "de"),
        ("Rund 2000 Stellen fallen weg.", "de"),
        ("Mehr als 1950 Menschen kamen.", "de"),
        ("Der ICE 2030 fiel aus.", "de"),
        ("Fritz März sprach lange.", "de"),
        ("Die Bild am Sonntag berichtete.", "de"),
        ("Die Montagen dauern an.", "de"),
        ("Die Richtlinie 2015/2120 gilt.", "de"),
        ("Das Karfreitagsabkommen gilt, der Rosenmontagszug nicht.", "de"),
        ("am Black Friday", "de"),
        ("Auf der Straße des 17. Juni feierten sie.", "de"),
        ("Am 31. Februar war nichts.", "de"),
        ("2 zu 1 am 3. Tag", "de"),
        ("Er wohnt seit 30 Jahren hier.", "de"),
        ("Der Preis stieg auf 2015 Euro.", "de"),
        ("Mindestens 2030 blieben.", "de"),
        ("Seit 1870 Stunden wird gebaut.", "de"),
        ("Seit 1870 Tagen wird gebaut.", "de"),
        ("Seit 1870 Metern geht es hinauf.", "de"),
        ("Von 1689 ging es auf 1750 hinauf.", "de"),
        ("© 1999-2016 Holm Verlag", "de"),
        ("© 2016, Holm Verlag", "de"),
        ("Copyright © 1999 – 2016 Holm Publishers", "en"),
        ("Holm geht mit Version 3.11. an den Start.", "de"),
        ("He may resign.", "en"),
        ("Theresa May resigned.", "en"),
        ("Some 2,000 people came.", "en"),
        ("He reads the Sunday Times.", "en"),
        ("In 2000 metres depth.", "en"),
    ],
)
def test_what_only_looks_like_a_date_is_none(
    text: str, language: Language, lemmatiser: DictionaryLemmatiser
) -> None:
    assert mentions(text, lemmatiser, language) == ()


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Vom 15. bis 17. März 2024 war Messe.", ["2024-03-15", "2024-03-17"]),
        ("Zwischen 2014 und 2016 wuchs sie.", ["2014", "2016"]),
        ("Die Jahre 2014-2016 waren gut.", ["2014", "2016"]),
        ("Am 3. Mai 2024 und im Juni 2024 tagte er.", ["2024-05-03", "2024-06"]),
    ],
)
def test_both_ends_of_a_stretch_are_dates(
    text: str, values: list[str], lemmatiser: DictionaryLemmatiser
) -> None:
    assert [mention.date for mention in mentions(text, lemmatiser)] == values


def test_a_stretch_of_years_behind_a_copyright_ends_with_it(
    lemmatiser: DictionaryLemmatiser,
) -> None:
    found = mentions("© 1999-2016, seit 2017 bei Holm.", lemmatiser)
    assert [mention.date for mention in found] == ["2017"]


@pytest.mark.parametrize("text", ["heute, 07:45", "Heute, 11.01 Uhr", "gestern um 8 Uhr"])
def test_a_day_with_its_time_is_a_date_even_if_nobody_knows_which(
    text: str, lemmatiser: DictionaryLemmatiser
) -> None:
    found = mentions(text, lemmatiser, on=None)
    assert [mention.date for mention in found] == [None]


def test_an_adverb_alone_is_no_date_if_nobody_knows_which(lemmatiser: DictionaryLemmatiser) -> None:
    assert mentions("Heute kam er, morgen geht er, 3 gingen gestern.", lemmatiser, on=None) == ()


def test_the_number_of_a_page_is_no_day(lemmatiser: DictionaryLemmatiser) -> None:
    found = mentions("Der Konzern wächst -2-\n21.03.2025 - 07:00", lemmatiser)
    assert [mention.date for mention in found] == ["2025-03-21"]


def test_dates_stand_in_the_order_of_the_text_and_apart(lemmatiser: DictionaryLemmatiser) -> None:
    text = "Gestern, am 23. Januar 2025, sprach er. Am Montag war er noch in Rom, 2024 in Wien."
    found = mentions(text, lemmatiser)
    ends = [0, *(mention.range.end for mention in found)]
    assert len(found) == 4
    assert all(end <= mention.range.start for end, mention in zip(ends, found, strict=False))


@pytest.mark.parametrize(
    "text",
    [
        "1" * 100_000,
        "." * 100_000,
        "1." * 20_000,
        "2014-" * 10_000,
        "15. und " * 5_000,
        "am vergangenen " * 5_000 + "Montag",
        "\u202e3. Mai\u202c \u0000" * 2_000,
        "😀" * 50_000,
        "٣. Mai ٢٠٢٥, ²³. Mai, ¾ Jahr",
        "31. Februar 0000, 99.99.9999, 00.00.00",
    ],
)
def test_hostile_text_is_read_to_its_end(text: str, lemmatiser: DictionaryLemmatiser) -> None:
    assert all(mention.range.end <= len(text) for mention in mentions(text, lemmatiser))


@pytest.mark.parametrize("on", ["0001-01-01", "9999-12-31"])
def test_the_first_and_the_last_day_of_the_calendar_break_nothing(
    on: str, lemmatiser: DictionaryLemmatiser
) -> None:
    text = "Gestern, vor drei Jahren, am Montag, am Karfreitag, am 3. Mai, morgen, im Juni."
    assert mentions(text, lemmatiser, on=on)

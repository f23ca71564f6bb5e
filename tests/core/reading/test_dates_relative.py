"""Dates that count from the day of publication."""

from __future__ import annotations

import gzip
import json
from typing import TYPE_CHECKING

import pytest
from builders import article

from bot.core.models import Range
from bot.core.reading.dates import find_dates
from bot.core.reading.drafting import cut_draft

if TYPE_CHECKING:
    from pathlib import Path

    from bot.core.models import DateMention, Language
    from bot.lemmas import DictionaryLemmatiser

FRIDAY = "2025-01-24"
# F1 on the last third of the labelled news; the rules were made on the first two.
FLOOR = 0.85


def first_date(
    text: str,
    lemmatiser: DictionaryLemmatiser,
    language: Language = "de",
    on: str | None = FRIDAY,
) -> DateMention:
    found = article(text, language=language, on=on)
    return find_dates(cut_draft(found, lemmatiser))[0]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("The council voted to close the pool by the end of March.", "en", "2027-03"),
        ("Work starts in January and is to end by June.", "en", "2027-06"),
        ("The pool will be closed by March.", "en", "2027-03"),
        ("A new bus was promised by March.", "en", "2027-03"),
        ("The hall is expected to be sold in August.", "en", "2027-08"),
        ("Drivers must use the ferry until September.", "en", "2027-09"),
        ("The road stays closed until Sunday.", "en", "2026-11-29"),
        ("He worked there until March.", "en", "2026-03"),
        ("The hall was sold in August.", "en", "2026-08"),
        ("Der Rat will die Brücke bis Juni ersetzen.", "de", "2027-06"),
        ("Autofahrer müssen bis September die Fähre nehmen.", "de", "2027-09"),
        ("Bis zum 30. Juni ist die Brücke zu ersetzen.", "de", "2027-06-30"),
        ("Er arbeitete bis März in Kiel.", "de", "2026-03"),
        ("Bis zum 20. November waren 300 Anträge da.", "de", "2026-11-20"),
    ],
)
def test_what_is_to_be_done_by_then_lies_ahead(
    text: str, language: Language, expected: str, lemmatiser: DictionaryLemmatiser
) -> None:
    read = find_dates(cut_draft(article(text, language=language, on="2026-11-24"), lemmatiser))
    assert read[-1].date == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Am Montag ist Trump eingezogen.", "de", ("Am Montag", "2025-01-20", "day")),
        ("Am Montag wird er vereidigt.", "de", ("Am Montag", "2025-01-27", "day")),
        ("Am Freitag sprach er.", "de", ("Am Freitag", "2025-01-24", "day")),
        ("Bis Montag soll es fertig sein.", "de", ("Bis Montag", "2025-01-27", "day")),
        ("Seit Donnerstag streiken sie.", "de", ("Seit Donnerstag", "2025-01-23", "day")),
        ("Ab Montag gilt das.", "de", ("Ab Montag", "2025-01-27", "day")),
        ("Am kommenden Freitag tagt der Rat.", "de", ("Am kommenden Freitag", "2025-01-31", "day")),
        (
            "Am vergangenen Freitag fiel der Kurs.",
            "de",
            ("Am vergangenen Freitag", "2025-01-17", "day"),
        ),
        (
            "Am nächsten Mittwoch beginnt die Messe.",
            "de",
            ("Am nächsten Mittwoch", "2025-01-29", "day"),
        ),
        (
            "Die Bank teilte am Mittwoch mit, sie werde sparen.",
            "de",
            ("am Mittwoch", "2025-01-22", "day"),
        ),
        ("Sie soll am Dienstag zurückgetreten sein.", "de", ("am Dienstag", "2025-01-21", "day")),
        (
            "Wurde am Mittwoch vergangener Woche beschlossen.",
            "de",
            ("am Mittwoch vergangener Woche", "2025-01-15", "day"),
        ),
        ("Am Montagabend brannte es.", "de", ("Am Montagabend", "2025-01-20", "day")),
        (
            "Am Montag, dem 20. Januar, kam er.",
            "de",
            ("Am Montag, dem 20. Januar", "2025-01-20", "day"),
        ),
        (
            "Am Sonntag, 23. Februar, wird gewählt.",
            "de",
            ("Am Sonntag, 23. Februar", "2025-02-23", "day"),
        ),
        ("am 21. Januar kam er", "de", ("am 21. Januar", "2025-01-21", "day")),
        ("am 23. Februar wird gewählt", "de", ("am 23. Februar", "2025-02-23", "day")),
        ("Sie trafen sich am 20. Jänner.", "de", ("am 20. Jänner", "2025-01-20", "day")),
        ("Am 30.06. war Schluss.", "de", ("Am 30.06.", "2024-06-30", "day")),
        ("Vom 15. bis 17. März dauert die Messe.", "de", ("Vom 15.", "2025-03-15", "day")),
        ("Im November gab es das.", "de", ("Im November", "2024-11", "month")),
        ("Im März wird gewählt.", "de", ("Im März", "2025-03", "month")),
        (
            "Im vergangenen November schloss das Werk.",
            "de",
            ("Im vergangenen November", "2024-11", "month"),
        ),
        (
            "Seit vergangenem September gilt das.",
            "de",
            ("Seit vergangenem September", "2024-09", "month"),
        ),
        ("Ende Januar wird entschieden.", "de", ("Ende Januar", "2025-01", "month")),
        (
            "Im April vergangenen Jahres bebte es.",
            "de",
            ("Im April vergangenen Jahres", "2024-04", "month"),
        ),
        ("Im vierten Quartal stieg der Gewinn.", "de", ("Im vierten Quartal", "2024", "year")),
        ("Im Sommer schloss das Werk.", "de", ("Im Sommer", "2024", "year")),
        ("Seit vergangenem Sommer ist es zu.", "de", ("Seit vergangenem Sommer", "2024", "year")),
        ("Gestern kam er.", "de", ("Gestern", "2025-01-23", "day")),
        ("Vorgestern kam er.", "de", ("Vorgestern", "2025-01-22", "day")),
        ("Er reist morgen ab.", "de", ("morgen", "2025-01-25", "day")),
        ("Er gab das heute Abend bekannt.", "de", ("heute Abend", "2025-01-24", "day")),
        ("Im vergangenen Jahr stieg er.", "de", ("Im vergangenen Jahr", "2024", "year")),
        ("Im kommenden Jahr steigt er.", "de", ("Im kommenden Jahr", "2026", "year")),
        ("In diesem Jahr fällt er.", "de", ("In diesem Jahr", "2025", "year")),
        ("Ende des Jahres ist Schluss.", "de", ("Ende des Jahres", "2025", "year")),
        ("bis Ende des Monats", "de", ("bis Ende des Monats", "2025-01", "month")),
        ("Vor drei Tagen kam er.", "de", ("Vor drei Tagen", "2025-01-21", "day")),
        ("Vor zwei Jahren kam er.", "de", ("Vor zwei Jahren", "2023", "year")),
        ("Vor fünf Monaten kam er.", "de", ("Vor fünf Monaten", "2024-08", "month")),
        ("Vor rund 30 Jahren kam er.", "de", ("Vor rund 30 Jahren", None, "year")),
        ("Im Vorjahr war es mehr.", "de", ("Im Vorjahr", "2024", "year")),
        ("An Silvester knallte es.", "de", ("Silvester", "2024-12-31", "day")),
        ("Am Karfreitag bleibt es zu.", "de", ("Am Karfreitag", "2025-04-18", "day")),
        ("Bis Ostermontag wird es warm.", "de", ("Bis Ostermontag", "2025-04-21", "day")),
        ("Am Pfingstmontag brannte es.", "de", ("Am Pfingstmontag", "2024-05-20", "day")),
        ("Am Aschermittwoch ist alles vorbei.", "de", ("Am Aschermittwoch", "2025-03-05", "day")),
        ("An Allerheiligen kam er.", "de", ("Allerheiligen", "2024-11-01", "day")),
        ("Am 29. Februar heirateten sie.", "de", ("Am 29. Februar", "2024-02-29", "day")),
        ("The deal was signed on Tuesday.", "en", ("on Tuesday", "2025-01-21", "day")),
        ("He will speak on Tuesday.", "en", ("on Tuesday", "2025-01-28", "day")),
        ("She arrived last Friday.", "en", ("last Friday", "2025-01-17", "day")),
        ("They meet next Friday.", "en", ("next Friday", "2025-01-31", "day")),
        ("On Jan. 20 he spoke.", "en", ("On Jan. 20", "2025-01-20", "day")),
        ("The vote is due on February 23.", "en", ("on February 23", "2025-02-23", "day")),
        ("In December it rose.", "en", ("In December", "2024-12", "month")),
        ("Last month it fell.", "en", ("Last month", "2024-12", "month")),
        ("Two days ago it fell.", "en", ("Two days ago", "2025-01-22", "day")),
        ("This year it will fall.", "en", ("This year", "2025", "year")),
        ("Three years ago it began.", "en", ("Three years ago", "2022", "year")),
        ("Yesterday it fell.", "en", ("Yesterday", "2025-01-23", "day")),
        ("the end of the year", "en", ("end of the year", "2025", "year")),
        ("At the end of last month it fell.", "en", ("end of last month", "2024-12", "month")),
        ("From 15-17 March it is open.", "en", ("From 15", "2025-03-15", "day")),
        ("March of last year was cold.", "en", ("March of last year", "2024-03", "month")),
        ("By Monday the papers were gone.", "en", ("By Monday", "2025-01-20", "day")),
    ],
)
def test_a_date_counts_from_a_friday_in_january(
    text: str,
    language: Language,
    expected: tuple[str, str | None, str],
    lemmatiser: DictionaryLemmatiser,
) -> None:
    found = first_date(text, lemmatiser, language)
    assert (found.resolved_from, found.date, found.precision) == expected
    assert text[found.range.start : found.range.end] == expected[0]


@pytest.mark.parametrize(
    ("text", "on", "value"),
    [
        ("Am Montag kam er.", "2025-01-20", "2025-01-20"),
        ("Am vergangenen Montag kam er.", "2025-01-20", "2025-01-13"),
        ("Am kommenden Montag kommt er.", "2025-01-20", "2025-01-27"),
        ("Am Dienstag beginnt die Messe.", "2025-03-02", "2025-03-04"),
        ("Gestern kam er.", "2025-01-01", "2024-12-31"),
        ("Er reist morgen ab.", "2024-02-28", "2024-02-29"),
        ("Am 28. Dezember brannte es.", "2025-01-03", "2024-12-28"),
        ("Am 3. Januar wird gewählt.", "2024-12-28", "2025-01-03"),
        ("Der für Mitte Oktober angekündigte Test fehlte.", "2024-09-30", "2024-10"),
        ("Bis zum 26. April kamen Anträge.", "2024-04-30", "2024-04-26"),
        ("Am 23. März endete der Streik.", "2025-01-24", "2024-03-23"),
        ("Am 23. März endet der Streik.", "2025-01-24", "2025-03-23"),
        ("Vor drei Monaten kam er.", "2025-02-10", "2024-11"),
        ("Im Herbst steigen die Zahlen.", "2024-10-17", "2024"),
        ("Im vergangenen Oktober kam er.", "2024-10-17", "2023-10"),
        ("Im Vorjahr war es mehr.", "2000-06-01", "1999"),
        ("Am Montag ist ein Zug mit 1.000 Leuten angemeldet.", "2026-11-22", "2026-11-23"),
        ("Am Samstag ist eine Sitzung vorgesehen.", "2026-11-25", "2026-11-28"),
        ("Am Samstag sind zwei Spiele angesetzt.", "2026-11-25", "2026-11-28"),
        ("Am Samstag steht eine Wahl an.", "2026-11-25", "2026-11-28"),
        ("Er hatte den Zug am Samstag angemeldet.", "2026-11-25", "2026-11-21"),
        ("Am Samstag ist der Zug angemeldet worden.", "2026-11-25", "2026-11-21"),
        ("Am Samstag stand er lange an.", "2026-11-25", "2026-11-21"),
    ],
)
def test_the_day_of_publication_decides(
    text: str, on: str, value: str, lemmatiser: DictionaryLemmatiser
) -> None:
    assert first_date(text, lemmatiser, on=on).date == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The group expects 5,000 people at a rally on Saturday.", "2026-11-28"),
        ("The rally is set for Saturday.", "2026-11-28"),
        ("The talks are scheduled on Saturday.", "2026-11-28"),
        ("They set a record on Saturday.", "2026-11-21"),
        ("The group said on Saturday it expects 5,000 people.", "2026-11-21"),
    ],
)
def test_what_is_planned_in_english_lies_ahead(
    text: str, value: str, lemmatiser: DictionaryLemmatiser
) -> None:
    assert first_date(text, lemmatiser, "en", on="2026-11-25").date == value


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("Am Montag kam er.", "day"),
        ("Am 21. Januar kam er.", "day"),
        ("Im Dezember kam er.", "month"),
        ("Im vergangenen Jahr kam er.", "year"),
    ],
)
def test_without_a_day_of_publication_the_date_stays_open(
    text: str, precision: str, lemmatiser: DictionaryLemmatiser
) -> None:
    found = first_date(text, lemmatiser, on=None)
    assert (found.date, found.precision) == (None, precision)
    assert found.resolved_from


def test_without_a_day_of_publication_an_adverb_is_no_date(
    lemmatiser: DictionaryLemmatiser,
) -> None:
    found = article("Gestern kam er, heute Abend geht er.", on=None)
    assert find_dates(cut_draft(found, lemmatiser)) == ()


def test_without_a_day_of_publication_a_full_date_is_still_known(
    lemmatiser: DictionaryLemmatiser,
) -> None:
    assert first_date("Am 3. Mai 2024 kam er.", lemmatiser, on=None).date == "2024-05-03"


def test_the_day_of_the_week_chooses_the_year(lemmatiser: DictionaryLemmatiser) -> None:
    text = "Am Samstag, 30. August, war das Fest."
    assert first_date(text, lemmatiser, on="2025-12-01").date == "2025-08-30"


def test_a_day_of_the_week_that_fits_no_near_year_stays_open(
    lemmatiser: DictionaryLemmatiser,
) -> None:
    assert first_date("Am Dienstag, 20. Januar, kam er.", lemmatiser, on="2024-02-01").date is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Am Freitag (14. März) ist Markt.",
            [("Am Freitag", "2025-03-14"), ("14. März", "2025-03-14")],
        ),
        (
            "Am Freitagabend (14.03.2025) ist Markt.",
            [("Freitagabend", "2025-03-14"), ("14.03.2025", "2025-03-14")],
        ),
        ("Am Freitag, 14. März, ist Markt.", [("Am Freitag, 14. März", "2025-03-14")]),
        (
            "An den Samstagen, 15. und 22. März, ist Markt.",
            [("den Samstagen, 15.", "2025-03-15"), ("22. März", "2025-03-22")],
        ),
    ],
)
def test_a_day_of_the_week_and_its_date_are_two_only_where_brackets_part_them(
    text: str, expected: list[tuple[str, str]], lemmatiser: DictionaryLemmatiser
) -> None:
    found = find_dates(cut_draft(article(text, on=FRIDAY), lemmatiser))
    assert [(text[one.range.start : one.range.end], one.date) for one in found] == expected


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Freitag/Samstag, 14./15. März, ist Markt.", ["14", "15", "14", "15"]),
        ("Von Freitag bis Sonntag, 14. bis 16. März, ist Markt.", ["14", "16", "14", "16"]),
        ("Am Montag und Dienstag, 17. und 18. März, ist Markt.", ["17", "18", "17", "18"]),
    ],
)
def test_two_days_of_the_week_are_the_two_days_behind_them(
    text: str, days: list[str], lemmatiser: DictionaryLemmatiser
) -> None:
    found = find_dates(cut_draft(article(text, on=FRIDAY), lemmatiser))
    assert [one.date for one in found] == [f"2025-03-{day}" for day in days]


def test_a_newspaper_with_a_day_is_a_name_on_sunday_alone(
    lemmatiser: DictionaryLemmatiser,
) -> None:
    text = "Die Welt am Sonntag kam vor der Welt am Mittwoch heraus."
    assert first_date(text, lemmatiser).resolved_from == "am Mittwoch"


def test_the_dates_of_german_news_are_found(shared: Path, lemmatiser: DictionaryLemmatiser) -> None:
    path = shared / "data" / "entities" / "de-smartdata-train.jsonl.gz"
    with gzip.open(path, "rt", encoding="utf8") as file:
        rows = [json.loads(line) for line in file]
    hits = found = wanted = 0
    for row in rows[2 * len(rows) // 3 :]:
        gold = [Range(e["start"], e["end"]) for e in row["entities"] if e["type"] == "date"]
        ours = [m.range for m in find_dates(cut_draft(article(row["text"]), lemmatiser))]
        hits += sum(any(one.overlaps(part) for part in gold) for one in ours)
        found, wanted = found + len(ours), wanted + len(gold)
    assert 2 * hits / (found + wanted) > FLOOR


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Am 4. März vergangenen Jahres war Markt.", "de", "2024-03-04"),
        ("Am 4. März dieses Jahres ist Markt.", "de", "2025-03-04"),
        ("Im Sommer vergangenen Jahres war Markt.", "de", "2024"),
        ("It opened on March 4 last year.", "en", "2024-03-04"),
    ],
)
def test_a_year_that_is_pointed_at_belongs_to_its_date(
    text: str, language: Language, expected: str, lemmatiser: DictionaryLemmatiser
) -> None:
    found = article(text, language=language, on=FRIDAY)
    dates = find_dates(cut_draft(found, lemmatiser))
    assert [mention.date for mention in dates] == [expected]


@pytest.mark.parametrize(
    ("text", "language", "said"),
    [
        ("Am Freitag derselben Woche lehnt der Rat ab.", "de", "Am Freitag derselben Woche"),
        ("Am Montag der folgenden Woche kam er.", "de", "Am Montag der folgenden Woche"),
        ("The board met on Friday of the same week.", "en", "on Friday of the same week"),
        ("They came back on Monday of that week.", "en", "on Monday of that week"),
    ],
)
def test_a_day_of_a_week_that_was_told_before_has_no_date(
    text: str, language: Language, said: str, lemmatiser: DictionaryLemmatiser
) -> None:
    found = first_date(text, lemmatiser, language)
    assert (text[found.range.start : found.range.end], found.date) == (said, None)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Heute begann sie mit der Arbeit.", "de"),
        ("Heute zog der Rat um.", "de"),
        ("Der Rat stimmte heute zu.", "de"),
        ("Mit der Arbeit begann sie heute.", "de"),
        ("Heute endet die Frist.", "de"),
        ("Today she started work.", "en"),
        ("Today, the council approved the plan.", "en"),
        ("The pipe broke today.", "en"),
        ("The council meets today.", "en"),
        ("The council met Anna Kern and Otto Wirt today.", "en"),
        ("The council met and approved the plan today.", "en"),
        ("Heute stritten sie im Rat.", "de"),
        ("Heute begleitete er sie.", "de"),
    ],
)
def test_what_happened_today_happened_on_the_day_of_publication(
    text: str, language: Language, lemmatiser: DictionaryLemmatiser
) -> None:
    assert first_date(text, lemmatiser, language).date == "2025-01-24"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Heute leben dort 400 Menschen.", "de"),
        ("Heute wählt man anders.", "de"),
        ("Noch heute leidet sie darunter.", "de"),
        ("Das heute verfallene Schloss war schön.", "de"),
        ("Today the firm has 300 staff.", "en"),
        ("Today the renovated hall houses a school.", "en"),
        ("The mill is a museum today.", "en"),
        ("Today men and women work there.", "en"),
        ("Today nobody remembers who built the hall.", "en"),
        ("Today visitors see what was once a mill.", "en"),
        ("Today people who lost jobs work there.", "en"),
        ("Today companies that failed to invest lose money.", "en"),
        ("Today geese cause trouble in the park.", "en"),
        ("Today criteria differ across the country.", "en"),
        ("Today mice cause harm.", "en"),
        ("The town grew and houses 400 people today.", "en"),
        ("It was built as a mill and houses a school today.", "en"),
        ("Heute streiten dort 400 Menschen.", "de"),
        ("Heute vertreten sie 400 Menschen.", "de"),
        ("Heute richten sie 400 Menschen.", "de"),
        ("Heute achten dort 400 Menschen darauf.", "de"),
        ("Heute reiten dort 400 Menschen.", "de"),
        ("Heute begleiten sie 400 Menschen.", "de"),
    ],
)
def test_nowadays_is_no_date(
    text: str, language: Language, lemmatiser: DictionaryLemmatiser
) -> None:
    assert (
        find_dates(cut_draft(article(text, language=language, on="2025-01-24"), lemmatiser)) == ()
    )


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("Vor einer Woche brach das Rohr.", "de", "2025-01-17"),
        ("Das Rohr brach vor drei Wochen.", "de", "2025-01-03"),
        ("Vor vierzehn Tagen brach das Rohr.", "de", "2025-01-10"),
        ("Vor gut einer Woche brach das Rohr.", "de", None),
        ("Vor sechs Wochen brach das Rohr.", "de", None),
        ("The pipe broke a week ago.", "en", "2025-01-17"),
        ("Two weeks ago the pipe broke.", "en", "2025-01-10"),
        ("More than two days ago the pipe broke.", "en", None),
        ("Half a year ago the pipe broke.", "en", None),
        ("About a week ago the pipe broke.", "en", None),
    ],
)
def test_weeks_ago_are_counted_where_nobody_rounds(
    text: str, language: Language, value: str | None, lemmatiser: DictionaryLemmatiser
) -> None:
    assert first_date(text, lemmatiser, language).date == value

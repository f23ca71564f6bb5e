from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from bot.dialogue.viewer import Viewer

DAY = date(2025, 1, 24)
NOW = datetime(2025, 1, 24, 6, 30, tzinfo=UTC)
GERMAN, ENGLISH = Viewer("de", now=NOW), Viewer("en", now=NOW)


def test_days_are_written_as_germans_write_them() -> None:
    assert GERMAN.day(DAY) == "24.01.2025"
    assert GERMAN.short_day(DAY) == "24.01."
    assert GERMAN.long_day(DAY) == "Freitag, 24. Januar 2025"
    assert GERMAN.weekday(DAY) == "Freitag"


def test_days_are_written_as_english_readers_write_them() -> None:
    assert ENGLISH.day(DAY) == "Jan 24, 2025"
    assert ENGLISH.long_day(DAY) == "Friday, January 24, 2025"


def test_a_date_is_written_as_precisely_as_it_is_known() -> None:
    assert GERMAN.date_of("2025-01-24", "day") == "24.01.2025"
    assert GERMAN.date_of("2025-01", "month") == "Januar 2025"
    assert GERMAN.date_of("2025", "year") == "2025"


def test_a_day_is_a_day_in_every_zone() -> None:
    assert Viewer(zone="Pacific/Auckland").local_day("2025-01-24") == DAY


def test_a_moment_belongs_to_the_local_day() -> None:
    assert GERMAN.local_day("2025-01-23T23:30:00+00:00") == DAY


@pytest.mark.parametrize(
    ("moment", "written"),
    [
        (datetime(2025, 1, 24, 6, 5, tzinfo=UTC), "heute 07:05"),
        (datetime(2025, 1, 23, 6, 31, tzinfo=UTC), "gestern 07:31"),
        (datetime(2025, 1, 22, 23, 31, tzinfo=UTC), "gestern 00:31"),
        (datetime(2025, 1, 20, 17, 0, tzinfo=UTC), "20.01.2025, 18:00"),
    ],
)
def test_a_moment_is_told_from_today(moment: datetime, written: str) -> None:
    assert GERMAN.moment(moment) == written


def test_without_the_present_a_moment_has_its_date() -> None:
    assert Viewer("de").moment(NOW) == "24.01.2025, 07:30"


@pytest.mark.parametrize(
    ("day", "ago"),
    [
        (date(2025, 1, 24), ""),
        (date(2025, 1, 17), ""),
        (date(2025, 1, 16), "vor 8 Tagen"),
        (date(2024, 11, 24), "vor 2 Monaten"),
        (date(2023, 3, 24), "vor 22 Monaten"),
        # The month is not over, though 30 days are.
        (date(2023, 3, 25), "vor 21 Monaten"),
        (date(2023, 2, 1), "vor 23 Monaten"),
        (date(2023, 1, 25), "vor 23 Monaten"),
        (date(2023, 1, 24), "vor 2 Jahren"),
        (date(2024, 11, 25), "vor 8 Wochen"),
        (date(2021, 1, 24), "vor 4 Jahren"),
        (date(2021, 1, 25), "vor 3 Jahren"),
        (date(2025, 3, 1), ""),
    ],
)
def test_age_is_told_after_a_week(day: date, ago: str) -> None:
    assert GERMAN.how_long_ago(day) == ago


def test_counts_are_grouped() -> None:
    assert (GERMAN.number(2900), ENGLISH.number(2900)) == ("2.900", "2,900")


@pytest.mark.parametrize(
    ("value", "unit", "german", "english"),
    [
        (500_000_000_000, "USD", "500\u00a0Mrd.\u00a0$", "$500B"),
        (97_400_000_000, "EUR", "97,4\u00a0Mrd.\u00a0€", "€97.4B"),
        (17, "percent", "17\u00a0%", "17%"),
        (4.5, "GW", "4,5\u00a0GW", "4.5\u00a0GW"),
        (100_000, "", "100.000", "100,000"),
    ],
)
def test_amounts_are_written_with_their_unit(
    value: float, unit: str, german: str, english: str
) -> None:
    assert (GERMAN.amount(value, unit), ENGLISH.amount(value, unit)) == (german, english)


def test_names_are_joined_as_in_a_sentence() -> None:
    assert GERMAN.listing(("A", "B", "C")) == "A, B und C"
    assert ENGLISH.listing(("A", "B")) == "A and B"

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from core.zone_sweep import NO_SUCH_DAY, expected_absent, sweep
from hypothesis import given
from hypothesis import strategies as st

from bot.core.localday import days_between, due_at, next_due

if TYPE_CHECKING:
    from collections.abc import Callable

BERLIN = ZoneInfo("Europe/Berlin")
ALL_WEEK = range(7)
ODD_ZONES = [
    "Africa/Cairo",
    "Africa/Casablanca",
    "America/New_York",
    "America/Nuuk",
    "America/St_Johns",
    "Asia/Gaza",
    "Asia/Tehran",
    "Australia/Lord_Howe",
    "Europe/Berlin",
    "Pacific/Apia",
    "Pacific/Chatham",
    "Pacific/Kwajalein",
]


def utc(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)  # type: ignore[misc, arg-type]


@pytest.mark.parametrize("zone", ODD_ZONES)
def test_every_day_around_a_change_of_the_clock_is_due_once(zone: str) -> None:
    found = sweep([zone])
    assert found.cases > 0
    assert found.wrong == []


def test_only_days_that_were_left_out_do_not_exist(tell: Callable[[str], None]) -> None:
    zones = [*NO_SUCH_DAY, "Europe/Berlin"]
    found = sweep(zones)
    tell(found.line())
    assert found.wrong == []
    assert found.absent == expected_absent(zones) == set(NO_SUCH_DAY.items())


def test_a_time_that_comes_twice_is_due_the_first_time() -> None:
    assert due_at(date(2026, 10, 25), time(2, 30), BERLIN) == utc(2026, 10, 25, 0, 30)


def test_a_time_that_is_left_out_is_due_as_if_the_clock_stood() -> None:
    assert due_at(date(2026, 3, 29), time(2, 30), BERLIN) == utc(2026, 3, 29, 1, 30)


def test_a_time_left_out_before_midnight_stays_on_its_day() -> None:
    nuuk = ZoneInfo("America/Nuuk")
    due = due_at(date(2026, 3, 28), time(23, 30), nuuk)
    assert due is not None
    assert due.astimezone(nuuk).date() == date(2026, 3, 28)


def test_a_day_that_does_not_exist_is_never_due() -> None:
    apia = ZoneInfo("Pacific/Apia")
    assert due_at(date(2011, 12, 30), time(7, 30), apia) is None
    after = utc(2011, 12, 29, 18)
    assert next_due(after, time(7, 30), apia, ALL_WEEK) == (
        date(2011, 12, 31),
        utc(2011, 12, 30, 17, 30),
    )


def test_the_next_day_is_later_than_the_moment_asked_about() -> None:
    first = utc(2026, 1, 5, 6, 30)
    assert next_due(first, time(7, 30), BERLIN, ALL_WEEK) == (
        date(2026, 1, 6),
        utc(2026, 1, 6, 6, 30),
    )
    just_before = first - timedelta(microseconds=1)
    assert next_due(just_before, time(7, 30), BERLIN, ALL_WEEK) == (date(2026, 1, 5), first)


def test_days_that_are_no_weekday_of_the_plan_are_left_out() -> None:
    friday = utc(2026, 1, 9, 12)
    found = next_due(friday, time(7, 30), BERLIN, (0, 1, 2, 3, 4))
    assert found is not None
    assert found[0] == date(2026, 1, 12)


def test_holidays_are_left_out() -> None:
    found = next_due(
        utc(2026, 4, 2, 12), time(7, 30), BERLIN, range(5), {date(2026, 4, 3)}.__contains__
    )
    assert found is not None
    assert found[0] == date(2026, 4, 6)


def test_without_weekdays_nothing_is_ever_due() -> None:
    assert next_due(utc(2026, 1, 1), time(7, 30), BERLIN, ()) is None


def test_if_every_day_is_a_holiday_the_search_ends() -> None:
    assert next_due(utc(2026, 1, 1), time(7, 30), BERLIN, ALL_WEEK, lambda _day: True) is None


def test_the_days_of_a_week_away_are_given_oldest_first() -> None:
    missed = days_between(
        utc(2026, 3, 26, 12),
        utc(2026, 3, 31, 12),
        at=time(7, 30),
        zone=BERLIN,
        weekdays=range(5),
    )
    assert list(missed) == [
        (date(2026, 3, 27), utc(2026, 3, 27, 6, 30)),
        (date(2026, 3, 30), utc(2026, 3, 30, 5, 30)),
        (date(2026, 3, 31), utc(2026, 3, 31, 5, 30)),
    ]


@given(
    zone=st.sampled_from(ODD_ZONES),
    start=st.datetimes(datetime(1990, 1, 1), datetime(2037, 1, 1)),  # noqa: DTZ001 - made UTC below
    at=st.times().map(lambda one: one.replace(tzinfo=None)),
    weekdays=st.sets(st.integers(0, 6), min_size=1),
)
def test_going_on_from_day_to_day_neither_misses_nor_repeats_one(
    zone: str, start: datetime, at: time, weekdays: set[int]
) -> None:
    place, moment = ZoneInfo(zone), start.replace(tzinfo=UTC)
    until = moment + timedelta(days=30)
    walked: list[date] = []
    while (found := next_due(moment, at, place, weekdays)) and found[1] <= until:
        walked.append(found[0])
        moment = found[1]
    listed = days_between(start.replace(tzinfo=UTC), until, at=at, zone=place, weekdays=weekdays)
    assert walked == [day for day, _ in listed]
    assert walked == sorted(set(walked))

from __future__ import annotations

from datetime import date

import pytest

from bot.schedule.public_holidays import is_public_holiday, is_region


def test_the_day_of_german_unity_is_off_in_all_of_germany() -> None:
    assert is_public_holiday("DE", date(2026, 10, 3))
    assert is_public_holiday("DE-BY", date(2026, 10, 3))


def test_a_holiday_of_one_state_is_a_working_day_elsewhere() -> None:
    womens_day = date(2026, 3, 8)
    assert is_public_holiday("DE-BE", womens_day)
    assert not is_public_holiday("DE-BY", womens_day)
    assert not is_public_holiday("DE", womens_day)


def test_an_ordinary_day_is_none() -> None:
    assert not is_public_holiday("DE", date(2026, 3, 10))


@pytest.mark.parametrize("region", ["", "XX", "DE-XX", "Atlantis", "-BE", "holidays"])
def test_a_region_that_nobody_knows_has_no_holidays(region: str) -> None:
    assert not is_region(region)
    assert not is_public_holiday(region, date(2026, 1, 1))


@pytest.mark.parametrize("region", ["DE", "DE-BE", "AT", "CH-ZH", "US-NY"])
def test_countries_and_their_parts_are_known(region: str) -> None:
    assert is_region(region)

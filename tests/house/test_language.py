"""The language of labels where it follows the system."""

from __future__ import annotations

import locale
from typing import TYPE_CHECKING

import pytest

from bot.app import language_of

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(autouse=True)
def own_locale() -> Iterator[None]:
    """The other tests of this process keep theirs."""
    before = locale.setlocale(locale.LC_ALL)
    yield
    locale.setlocale(locale.LC_ALL, before)


@pytest.mark.parametrize(
    ("variables", "language"),
    [
        ({"LANG": "de_XX.UTF-8"}, "de"),
        ({"LANG": "en_XX.UTF-8"}, "en"),
        ({"LANG": "en_XX.UTF-8", "LC_ALL": "de_XX.UTF-8"}, "de"),
        ({"LANG": "C"}, "en"),
    ],
)
def test_a_language_that_the_system_wishes_for_and_has_not_installed_counts(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], language: str
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert language_of("auto") == language

"""What the parser of TOML, pydantic, the system and Click say is put into German."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from bot.config_file import load_table
from bot.dialogue.reports import misuse_in, refusal_in, report_in
from bot.errors import SettingsError
from bot.settings import Settings, load_settings

BROKEN = (
    "a = ",
    "a = [1",
    "a = [",
    "a = 'x",
    'a = "x\n"',
    'a = "\\x"',
    'a = "\\uD800"',
    'a = "\\uZZZZ"',
    "a b",
    "= 1",
    "a = 1 2",
    "a = 2020-13-40",
    "a = {b = 1",
    "a = {b = 1, b = 2}",
    "a = 1\na = 2",
    "[a]\n[a]",
    "[a",
    "[[a",
    "[[a]]\n[a]",
    "a = {}\n[a.b]",
    "a = []\n[[a]]",
    "a = []\na.b = 1",
    "?",
    "a = 1 \x00",
    "a\n",
)
WRONG = ('"x"', "3", "-1", "1.5", "true", "[]", "[1]", '["x"]', "{a = 1}", '{a = "b"}', '""')


@pytest.fixture(autouse=True)
def _own_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("text", BROKEN)
def test_what_is_wrong_with_a_toml_file_is_told_in_german(text: str) -> None:
    Path("a.toml").write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError) as caught:
        load_table(Path("a.toml"))
    english = caught.value.reason.removeprefix("is not valid TOML: ").partition(" (at ")[0]
    told = report_in("de", caught.value.reason)
    assert told.startswith("ist kein gültiges TOML: ")
    assert english not in told
    assert "at line" not in told


@pytest.mark.parametrize("name", sorted(Settings.model_fields))
def test_a_wrong_value_of_any_setting_is_told_in_german(name: str) -> None:
    for value in WRONG:
        Path("a.toml").write_text(f"{name} = {value}\n", encoding="utf-8")
        told = refusal_in("de", "a.toml", reasons := _refused(Path("a.toml")))
        for line in filter(None, reasons.split("\n")):
            reason = line.partition(": ")[2] if line.startswith("a.toml") else line
            assert reason.rpartition(", not ")[0] not in told, reason


def _refused(path: Path) -> str:
    """The reasons, a line each; "" if the value is fine."""
    try:
        load_settings(path)
    except SettingsError as error:
        return error.reason
    return ""


@pytest.mark.parametrize(
    "number",
    [
        *(errno.ENOENT, errno.EACCES, errno.EISDIR, errno.ENOTDIR, errno.ENOSPC, errno.EROFS),
        *(errno.ENAMETOOLONG, errno.ELOOP, errno.EIO, errno.EADDRINUSE),
    ],
)
def test_what_the_system_says_is_told_in_german(number: int) -> None:
    for said in (os.strerror(number), os.strerror(number).lower()):
        assert said not in report_in("de", f"cannot be read ({said})")
        assert said not in report_in("de", f"cannot be opened: {said}")
        assert said not in report_in("de", f"the store x cannot be used: {said}")


@pytest.mark.parametrize(
    ("english", "german"),
    [
        (
            "11.5 MB, more than the 10.0 MB that are read",
            "11,5 MB, mehr als die 10 MB, die gelesen werden",
        ),
        (
            "no backup was made: a.db (the file cannot be opened or made)",
            "keine Kopie gemacht: a.db (die Datei lässt sich weder öffnen noch anlegen)",
        ),
        (
            "this is no list of feeds in OPML, or it cannot be read",
            "das ist keine Liste von Feeds in OPML, oder sie ist nicht lesbar",
        ),
        (
            "there is no delivery '7'; see: briefing deliveries",
            "eine Zustellung '7' gibt es nicht; siehe: briefing deliveries",
        ),
    ],
)
def test_a_report_is_german_to_its_end(english: str, german: str) -> None:
    assert report_in("de", english) == german


def test_the_place_in_a_file_is_german_and_names_stay() -> None:
    told = refusal_in("de", "a.toml, topic 3 (feed 2), aliases, entry 1", "is missing")
    assert told == "a.toml, Thema 3 (feed 2), aliases, Eintrag 1: fehlt"
    assert refusal_in("en", "a.toml, topic 3", "is missing") == "a.toml, topic 3: is missing"


def test_an_unknown_misuse_stays_as_it_is() -> None:
    assert misuse_in("de", "Something new.") == "Something new."
    assert misuse_in("en", "Missing command.") == "Missing command."

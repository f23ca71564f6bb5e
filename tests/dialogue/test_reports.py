"""What parts of the bot report has its German, and what is unknown stays as it is."""

from __future__ import annotations

import ast
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING

import pytest

from bot.dialogue.report_words import GERMAN
from bot.dialogue.reports import name_in, report_in

if TYPE_CHECKING:
    from collections.abc import Iterator

BOT = Path(__file__).parents[2] / "bot"
# Where reports are made: by which call, and in which place of it.
MADE = {"Refused": 0, "Finding": 2, "Condition": 1, "SourceState": 1, "SettingsError": 1}
# What a platform said of a delivery is kept as it was said.
ELSEWHERE = ("sources/feeds", "sources/web", "adapters/folder", "delivery/")
# Put together from pieces; a check of a new place (tests/cli) shows them whole.
IN_PIECES = (
    "7 7",
    "7 (7)",
    "7 can be written7",
    "77",
    "not valid JSON (7character 7)",
    "7; mode 7",
)
LOGGED = ("running.py", "chores.py", "house.py", "feeding.py", "adapters/web/service.py")


def fields(template: str) -> list[str]:
    return [name for _, name, _, _ in Formatter().parse(template) if name]


@pytest.mark.parametrize(("english", "german"), GERMAN.items())
def test_a_translation_loses_nothing_that_is_filled_in(english: str, german: str) -> None:
    assert sorted(fields(english)) == sorted(fields(german))


@pytest.mark.parametrize(("english", "german"), GERMAN.items())
def test_no_other_translation_swallows_this_one(english: str, german: str) -> None:
    filled = {
        name: "7" if len(name) == 1 else "7 MB" if name in {"size", "limit"} else "XY"
        for name in fields(english)
    }
    assert report_in("de", english.format(**filled)) == german.format(**filled)


@pytest.mark.parametrize(
    ("english", "german"),
    [
        ("articles read: 17", "gelesene Artikel: 17"),
        ("record 3: no text", "Datensatz 3: kein Text"),
        ("running: schedule, web, feeds", "Es läuft: Zeitplan, Webseite, Feeds"),
        (
            "feeds are not visited: it broke (E) and is tried again",
            "Feeds werden nicht besucht: etwas ist kaputtgegangen (E) und wird wieder versucht",
        ),
        ("same as seeds/a b.txt", "dasselbe wie seeds/a b.txt"),
        ("never heard of", "never heard of"),
        ("", ""),
    ],
)
def test_a_report_is_put_into_german(english: str, german: str) -> None:
    assert report_in("de", english) == german
    assert report_in("en", english) == english


def test_names_of_parts_are_put_into_german_and_names_of_feeds_stay() -> None:
    assert name_in("de", "schedule") == "Zeitplan"
    assert name_in("en", "schedule") == "schedule"
    assert name_in("de", "Musterblatt") == "Musterblatt"


def reports_made() -> Iterator[tuple[str, str]]:
    """Every report that stands in the code as a text, with sevens where something is filled in."""
    for path in sorted(BOT.rglob("*.py")):
        name = path.relative_to(BOT).as_posix()
        if name.startswith(ELSEWHERE) or name.endswith(
            ("posting.py", "verdicts.py", "/delivery.py")
        ):
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            text = _text_of(node, logged=name in LOGGED) if isinstance(node, ast.Call) else None
            if text and text not in IN_PIECES:
                yield name, text


def _text_of(call: ast.Call, *, logged: bool) -> str | None:
    called = call.func.attr if isinstance(call.func, ast.Attribute) else ""
    called = call.func.id if isinstance(call.func, ast.Name) else called
    at = MADE.get(called, 0 if logged and called in {"info", "warning", "error"} else -1)
    if not 0 <= at < len(call.args):
        return None
    match call.args[at]:
        case ast.Constant(value=str(text)):
            return text.replace("%s", "7").replace("%d", "7") if text != "%s" else None
        case ast.JoinedStr(values=values):
            return "".join(
                str(one.value) if isinstance(one, ast.Constant) else "7" for one in values
            )
        case _:
            return None


@pytest.mark.parametrize(("file", "report"), sorted(set(reports_made())))
def test_every_report_in_the_code_has_its_german(file: str, report: str) -> None:
    assert report_in("de", report) != report, file


def test_an_error_of_ours_is_told_in_german() -> None:
    report = "that went wrong (error ab12), and it is not your fault"
    assert report_in("de", report).startswith("das hat nicht geklappt (Fehler ab12)")
    assert report_in("de", f"{report}; details are in logs/a.log").endswith("steht in logs/a.log")


def test_a_moment_is_written_as_germans_do() -> None:
    report = "last seen 2026-01-05 08:30 (Europe/Berlin)"
    assert report_in("de", report) == "zuletzt gesehen 05.01.2026 08:30 (Europe/Berlin)"
    assert report_in("en", report) == report

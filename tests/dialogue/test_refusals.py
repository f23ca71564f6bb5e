"""What is wrong with a setting is said in the language of whoever sits at the terminal."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.dialogue.reports import refusal_in, report_in

if TYPE_CHECKING:
    from collections.abc import Iterator

BOT = Path(__file__).parents[2] / "bot"


@pytest.mark.parametrize(
    ("english", "german"),
    [
        (
            "must be less than or equal to 65535, not '70000'",
            "darf höchstens 65535 sein, nicht '70000'",
        ),
        ("must be 'de', 'en' or 'auto', not 'fr'", "muss 'de', 'en' oder 'auto' sein, nicht 'fr'"),
        (
            'must be a time of day from "00:00" to "23:59", not "25:00"',
            'muss eine Uhrzeit von „00:00“ bis „23:59“ sein, nicht "25:00"',
        ),
        (
            "there is no such key; did you mean 'digest_time'?",
            "diesen Schlüssel gibt es nicht; gemeint ist vielleicht 'digest_time'",
        ),
    ],
)
def test_a_refusal_is_put_into_german(english: str, german: str) -> None:
    assert report_in("de", english) == german


def test_each_of_several_settings_keeps_its_name() -> None:
    reason = "is missing\nconfig/bot.toml, store: this is no address of a database"
    assert refusal_in("de", "config/feeds.toml, url", reason).split("\n") == [
        "config/feeds.toml, url: fehlt",
        "config/bot.toml, store: das ist keine Adresse einer Datenbank",
    ]
    assert refusal_in("en", "store", "is missing") == "store: is missing"


def reasons() -> Iterator[tuple[str, str]]:
    """Every text that is called a reason where settings are refused, sevens filled in."""
    for path in sorted(BOT.rglob("*.py")):
        text = path.read_text("utf-8")
        if "SettingsError(" not in text:
            continue
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.Assign):
                yield from ((path.name, one) for one in _reasons_in(node))


def _reasons_in(node: ast.Assign) -> Iterator[str]:
    target = node.targets[-1]
    pairs = [(target, node.value)]
    if isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple):
        pairs = list(zip(target.elts, node.value.elts, strict=True))
    for name, value in pairs:
        if isinstance(name, ast.Name) and name.id == "reason":
            match value:
                case ast.Constant(value=str(text)):
                    yield text
                case ast.JoinedStr(values=values):
                    yield "".join(
                        str(one.value) if isinstance(one, ast.Constant) else "7" for one in values
                    )


def test_every_reason_in_the_code_has_its_german() -> None:
    # What an option refuses stands behind the value that was given.
    unknown = [
        (file, reason)
        for file, reason in set(reasons())
        if report_in("de", reason) == reason and report_in("de", f"7 {reason}") == f"7 {reason}"
    ]
    assert unknown == []

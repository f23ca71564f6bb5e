"""What parts of the bot report of themselves, in the reader's language. Pure.

Parts report in English, which is also what JSON and collected logs hold, so that they can be
searched and compared. What a person reads on a page or at a terminal is put into words here; a
report that is not known stays as it is.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from babel.numbers import format_decimal

from bot.dialogue.report_words import GERMAN, GERMAN_NAMES
from bot.dialogue.system_words import GERMAN_MISUSE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.core.models import Language

    Patterns = tuple[tuple[re.Pattern[str], str], ...]

# What a report holds of another report or of a name is put into words as well.
_REPORTS, _NAMES, _SIZES = ("why", "then"), ("what", "whats"), ("size", "limit")
_MOMENT = "moment"
_ISO_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})\b")
_PLACE = re.compile(r"(feed|topic|entry|line) (\d+.*)")
_PLACES = {"feed": "Feed", "topic": "Thema", "entry": "Eintrag", "line": "Zeile"}
_FIELD = re.compile(r"\{(\w+)\}")
_KEPT = 2000


def report_in(language: Language, report: str) -> str:
    """A report as a sentence of this language."""
    return _in_german(report) if language == "de" else report


def refusal_in(language: Language, where: str, reason: str) -> str:
    """What is wrong with a setting, an option or a file; a line each, its name as it is written.

    What is counted in a file ("feed 2") is no name.
    """
    first, *rest = reason.split("\n")
    lines = [(where, first), *(one.partition(": ")[::2] for one in rest)]
    return "\n".join(f"{place_in(language, at)}: {report_in(language, why)}" for at, why in lines)


def misuse_in(language: Language, message: str) -> str:
    """What Click says of a command that was called in the wrong way."""
    return _translated(message, _misuses()) if language == "de" else message


def place_in(language: Language, where: str) -> str:
    """A place in a file ("config/feeds.toml, line 3, feed 2, address") in this language."""
    parts = where.split(", ")
    if language == "en":
        return where
    found = [_PLACE.fullmatch(part) for part in parts]
    return ", ".join(
        f"{_PLACES[one[1]]} {one[2]}" if one else part
        for part, one in zip(parts, found, strict=True)
    )


def name_in(language: Language, name: str) -> str:
    """The name of a part ("time zones") in this language."""
    return GERMAN_NAMES.get(name, name) if language == "de" else name


@lru_cache(_KEPT)
def _in_german(report: str) -> str:
    return _translated(report, _patterns())


def _translated(report: str, patterns: Patterns) -> str:
    for pattern, german in patterns:
        found = pattern.fullmatch(report)
        if found:
            inner = {key: _inner(key, of, patterns) for key, of in found.groupdict().items()}
            return german.format(**inner)
    return report


def _inner(field: str, text: str, patterns: Patterns) -> str:
    if field in _REPORTS:
        return _translated(text, patterns)
    if field in _SIZES:
        return _size(text)
    if field == _MOMENT:
        return _ISO_DAY.sub(r"\3.\2.\1", text)
    if field in _NAMES:
        return ", ".join(GERMAN_NAMES.get(one, one) for one in text.split(", "))
    return text


def _size(text: str) -> str:
    """11.5 MB as 11,5 MB."""
    number, space, unit = text.partition(" ")
    return f"{format_decimal(number, locale='de')}{space}{'Bytes' if unit == 'bytes' else unit}"


@cache
def _patterns() -> Patterns:
    return _compiled(GERMAN)


@cache
def _misuses() -> Patterns:
    return _compiled(GERMAN_MISUSE)


def _compiled(table: Mapping[str, str]) -> Patterns:
    return tuple((re.compile(_pattern(english)), german) for english, german in table.items())


def _pattern(english: str) -> str:
    """A number where the field is called so ("n", "m", …), else anything in one line."""
    parts = _FIELD.split(english)
    for at in range(1, len(parts), 2):
        kind = r"\d+" if len(parts[at]) == 1 else r".+?"
        parts[at] = f"(?P<{parts[at]}>{kind})"
    parts[::2] = map(re.escape, parts[::2])
    return "".join(parts)

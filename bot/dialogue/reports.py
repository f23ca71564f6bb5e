"""What parts of the bot report of themselves, in the reader's language. Pure.

Parts report in English, which is also what JSON and collected logs hold, so that they can be
searched and compared. What a person reads on a page or at a terminal is put into words here; a
report that is not known stays as it is.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from bot.dialogue.report_words import GERMAN, GERMAN_NAMES

if TYPE_CHECKING:
    from bot.core.models import Language

# What a report holds of another report or of a name is put into words as well.
_REPORTS, _NAMES = ("why", "then"), ("what", "whats")
_FIELD = re.compile(r"\{(\w+)\}")
_KEPT = 2000


def report_in(language: Language, report: str) -> str:
    """A report as a sentence of this language."""
    return _in_german(report) if language == "de" else report


def refusal_in(language: Language, where: str, reason: str) -> str:
    """What is wrong with a setting, an option or a file; a line each, its name as it is written."""
    first, *rest = reason.split("\n")
    lines = [(where, first), *(one.partition(": ")[::2] for one in rest)]
    return "\n".join(f"{at}: {report_in(language, why)}" for at, why in lines)


def name_in(language: Language, name: str) -> str:
    """The name of a part ("time zones") in this language."""
    return GERMAN_NAMES.get(name, name) if language == "de" else name


@lru_cache(_KEPT)
def _in_german(report: str) -> str:
    for pattern, german in _patterns():
        found = pattern.fullmatch(report)
        if found:
            return german.format(**{key: _inner(key, of) for key, of in found.groupdict().items()})
    return report


def _inner(field: str, text: str) -> str:
    if field in _REPORTS:
        return _in_german(text)
    if field in _NAMES:
        return ", ".join(GERMAN_NAMES.get(one, one) for one in text.split(", "))
    return text


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(_pattern(english)), german) for english, german in GERMAN.items())


def _pattern(english: str) -> str:
    """A number where the field is called so ("n", "m", …), else anything in one line."""
    parts = _FIELD.split(english)
    for at in range(1, len(parts), 2):
        kind = r"\d+" if len(parts[at]) == 1 else r".+?"
        parts[at] = f"(?P<{parts[at]}>{kind})"
    parts[::2] = map(re.escape, parts[::2])
    return "".join(parts)

"""What the forms for a plan and a complaint say on every chat platform."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.core.ledger import Length
    from bot.core.models import Language


@dataclass(frozen=True, slots=True)
class FormWords:
    """One language. Titles have at most 24 characters; `weekday_names` begin with Monday."""

    plan_title: str
    topics: str
    time: str
    zone: str
    weekdays: str
    weekday_names: tuple[str, ...]
    language: str
    languages: Mapping[Language, str]
    length: str
    lengths: Mapping[Length, str]
    complaint_title: str
    complaint_point: str
    complaint_whole: str
    complaint_reason: str


_GERMAN = FormWords(
    plan_title="Digest planen",
    topics="Themen",
    time="Uhrzeit",
    zone="Zeitzone",
    weekdays="Wochentage",
    weekday_names=tuple("Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag".split()),
    language="Sprache",
    languages={"de": "Deutsch", "en": "Englisch"},
    length="Länge",
    lengths={"short": "kurz (3 Themen)", "normal": "normal (5 Themen)", "long": "lang (8 Themen)"},
    complaint_title="Was stimmt nicht?",
    complaint_point="Welcher Satz?",
    complaint_whole="Die ganze Karte",
    complaint_reason="Warum?",
)
_ENGLISH = FormWords(
    plan_title="Plan the digest",
    topics="Topics",
    time="Time",
    zone="Time zone",
    weekdays="Weekdays",
    weekday_names=tuple("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()),
    language="Language",
    languages={"de": "German", "en": "English"},
    length="Length",
    lengths={
        "short": "short (3 topics)",
        "normal": "normal (5 topics)",
        "long": "long (8 topics)",
    },
    complaint_title="What is wrong?",
    complaint_point="Which sentence?",
    complaint_whole="The whole card",
    complaint_reason="Why?",
)
FORMS: Mapping[Language, FormWords] = {"de": _GERMAN, "en": _ENGLISH}

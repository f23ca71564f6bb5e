"""What stands on pictures, in German and English."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.core.models import Language, Stance


@dataclass(frozen=True, slots=True)
class PictureWords:
    """Words in braces are filled in."""

    timeline: str
    voices: str
    voices_heading: tuple[str, str]
    days: str
    per_day: str
    per_month: str
    stances: dict[Stance, str]
    sentences: dict[Stance, str]


GERMAN = PictureWords(
    timeline="Zeitleiste: {topic}",
    voices="Wer über wen spricht: {topic}",
    voices_heading=("Wer spricht", "über wen"),
    days="Wie oft {topic} vorkam",
    per_day="Artikel pro Tag",
    per_month="Artikel pro Monat",
    stances={"for": "zustimmend", "against": "ablehnend", "unclear": "offen"},
    sentences={
        "for": "{speaker} spricht für {towards}.",
        "against": "{speaker} spricht gegen {towards}.",
        "unclear": "{speaker} spricht über {towards}.",
    },
)
ENGLISH = PictureWords(
    timeline="Timeline: {topic}",
    voices="Who speaks about whom: {topic}",
    voices_heading=("Who speaks", "about whom"),
    days="How often {topic} appeared",
    per_day="articles a day",
    per_month="articles a month",
    stances={"for": "approving", "against": "disapproving", "unclear": "open"},
    sentences={
        "for": "{speaker} speaks for {towards}.",
        "against": "{speaker} speaks against {towards}.",
        "unclear": "{speaker} speaks about {towards}.",
    },
)


def words_for(language: Language) -> PictureWords:
    """The words in the reader's language."""
    return GERMAN if language == "de" else ENGLISH

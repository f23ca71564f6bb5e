"""All wording of ours, German and English."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.dialogue.labels.english import ENGLISH
from bot.dialogue.labels.fields import Labels, Plural
from bot.dialogue.labels.german import GERMAN

if TYPE_CHECKING:
    from bot.core.models import Language

__all__ = ["ENGLISH", "GERMAN", "Labels", "Plural", "labels_for"]


def labels_for(language: Language) -> Labels:
    """The wording in the reader's language."""
    return GERMAN if language == "de" else ENGLISH

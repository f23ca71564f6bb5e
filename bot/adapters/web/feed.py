"""Digests as entries of an Atom feed (RFC 4287). The same digests give the same bytes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from bot.dialogue.digest_outline import write_headline
from bot.dialogue.viewer import Viewer

if TYPE_CHECKING:
    from bot.core.cards import Digest
    from bot.core.models import Language

# The morning to which a digest belongs; readers sort by it.
_MORNING = time(7, 30)


@dataclass(frozen=True, slots=True)
class Edition:
    """A digest as an entry; `html` is how it looks, without a page around it."""

    day: date
    moment: datetime
    headline: str
    html: str


def make_edition(digest: Digest, html: str, language: Language) -> Edition:
    """The entry of a digest. No clock is read: it is as old as its morning."""
    moment = datetime.combine(digest.day, _MORNING, tzinfo=ZoneInfo(digest.zone))
    headline = write_headline(digest, Viewer(language, digest.zone))
    return Edition(digest.day, moment, headline, html)

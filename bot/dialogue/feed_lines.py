"""How feeds are doing, a line or two each, for people. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from bot.dialogue.printable import clean
from bot.dialogue.source_words import words_for

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from bot.core.feeds import FeedHealth, FeedState
    from bot.core.models import Language

_WORDS = {
    "de": {
        "never": "noch nie besucht",
        "good": "in Ordnung, zuletzt {at}",
        "bad": "gestört seit {at}: {why}",
        "gone": "eingestellt",
        "moved": "umgezogen nach {to}",
        "read": "{n} gelesen",
        "none": "Es sind keine Feeds eingetragen. Hinzufügen: briefing feeds add ADRESSE",
    },
    "en": {
        "never": "not visited yet",
        "good": "fine, last {at}",
        "bad": "failing since {at}: {why}",
        "gone": "gone",
        "moved": "moved to {to}",
        "read": "{n} read",
        "none": "There are no feeds. Add one: briefing feeds add ADDRESS",
    },
}


def feed_lines(health: Sequence[FeedHealth], language: Language, *, zone: str) -> Iterator[str]:
    """The name, the address, how it is, and what was read and skipped of each feed."""
    if not health:
        yield _WORDS[language]["none"]
    for one in health:
        address = clean(one.feed.address)
        name = clean(one.name)
        yield f"{name}  {address}" if name != address else address
        yield f"  {_condition(one.state, language, zone)}"
        if one.read or one.skipped:
            yield f"  {'; '.join(_counts(one, language))}"


def _condition(state: FeedState | None, language: Language, zone: str) -> str:
    words = _WORDS[language]
    if state is None or (state.last_tried_at is None):
        return words["never"]
    if state.is_gone:
        return words["gone"]
    if state.failing_since is not None:
        why = words_for(state.reason, language, status=state.status)
        return words["bad"].format(at=_when(state.failing_since, zone), why=why)
    good = words["good"].format(at=_when(state.last_success_at or state.last_tried_at, zone))
    is_moved = bool(state.url) and state.url != state.address
    return f"{good}; {words['moved'].format(to=clean(state.url))}" if is_moved else good


def _counts(health: FeedHealth, language: Language) -> Iterator[str]:
    yield _WORDS[language]["read"].format(n=health.read)
    for reason, count in health.skipped:
        yield f"{count}: {words_for(reason, language)}"


def _when(moment: datetime, zone: str) -> str:
    return f"{moment.astimezone(ZoneInfo(zone)):%Y-%m-%d %H:%M}"

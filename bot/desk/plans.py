"""A plan for a channel as somebody fills it in: what is filled in already, and what is wrong."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import time
from typing import TYPE_CHECKING, Literal
from zoneinfo import ZoneInfo

from bot.core.ledger import Wish
from bot.core.outcomes import Ambiguous, CardFound, NotFound
from bot.dialogue.answers import MOST_CHOICES

if TYPE_CHECKING:
    from bot.core.ledger import Length, Subscription
    from bot.core.models import Language
    from bot.desk.people import Asker
    from bot.dialogue.briefings import Briefings

Field = Literal["topics", "time", "zone", "weekdays"]
WORKDAYS = (0, 1, 2, 3, 4)
MORNING = time(7, 30)
_CLOCK = re.compile(r"([01]?\d|2[0-3])[:.]([0-5]\d)", re.ASCII)


@dataclass(frozen=True, slots=True)
class PlanDraft:
    """The planning form as text, for showing it and for reading it back.

    `topics` are names, none for the most important ones; `weekdays` count from 0 for Monday.
    """

    topics: tuple[str, ...]
    time: str
    zone: str
    weekdays: tuple[int, ...]
    language: Language
    length: Length = "normal"
    quiet: bool = False
    holidays: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """A field of the form that cannot be used, and why, for the person who filled it in."""

    field: Field
    sentence: str


def draft_for(asker: Asker, found: Subscription | None) -> PlanDraft:
    """The form to begin with: the plan that is there, else sensible defaults."""
    if found is None:
        return PlanDraft((), f"{MORNING:%H:%M}", asker.zone, WORKDAYS, asker.language)
    wish = found.wish
    return PlanDraft(
        topics=wish.topics,
        time=f"{wish.local_time:%H:%M}",
        zone=wish.zone,
        weekdays=wish.weekdays,
        language=wish.language,
        length=wish.length,
        quiet=wish.quiet,
        holidays=wish.holidays,
    )


def read_plan(
    draft: PlanDraft,
    asker: Asker,
    *,
    topics: Briefings | None,
) -> Wish | tuple[Problem, ...]:
    """The wish that the form stands for, or everything that is wrong with it.

    A name must be one of `topics`; without them none may be given.
    """
    problems = tuple(_find_problems(draft, asker.language, topics))
    if problems:
        return problems
    place = asker.order_place
    return Wish(
        platform=place.platform,
        workspace=place.workspace,
        channel=place.channel,
        zone=draft.zone.strip(),
        local_time=_read_time(draft.time) or MORNING,
        weekdays=tuple(sorted(set(draft.weekdays))),
        topics=tuple(dict.fromkeys(draft.topics)),
        language=draft.language,
        length=draft.length,
        holidays=draft.holidays,
        quiet=draft.quiet,
        owner=asker.person,
    )


def _find_problems(
    draft: PlanDraft,
    language: Language,
    topics: Briefings | None,
) -> list[Problem]:
    say = _SENTENCES[language]
    problems = []
    unknown = next((one for one in draft.topics if not topics or not topics.has_topic(one)), None)
    if unknown is not None:
        meant = _meant(unknown, topics, language) if topics else ()
        sentence = say["topics"].format(name=unknown[:60])
        told = f" {_MEANT[language].format(names=', '.join(meant))}" if meant else ""
        problems.append(Problem("topics", sentence + told))
    if _read_time(draft.time) is None:
        problems.append(Problem("time", say["time"]))
    if not _is_zone(draft.zone.strip()):
        problems.append(Problem("zone", say["zone"]))
    if not draft.weekdays or not set(range(7)).issuperset(draft.weekdays):
        problems.append(Problem("weekdays", say["weekdays"]))
    return problems


def _meant(name: str, topics: Briefings, language: Language) -> tuple[str, ...]:
    """The topics that may be meant by a name that is none; at most three."""
    match topics.brief(name, language=language, matched_only=True):
        case CardFound(card=card):
            return (card.name,)
        case Ambiguous(topics=found):
            return tuple(topic.name for topic in found[:MOST_CHOICES])
        case NotFound(suggestions=names):
            return names[:MOST_CHOICES]


def _read_time(text: str) -> time | None:
    clock = _CLOCK.fullmatch(text.strip())
    return time(int(clock[1]), int(clock[2])) if clock else None


def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (KeyError, OSError, ValueError):
        return False
    return bool(name)


_MEANT: dict[Language, str] = {
    "de": "Gemeint ist vielleicht: {names}.",
    "en": "Perhaps you mean: {names}.",
}
_SENTENCES: dict[Language, dict[Field, str]] = {
    "de": {
        "topics": "Ein Thema „{name}“ gibt es nicht.",
        "time": "Die Uhrzeit liegt zwischen 00:00 und 23:59, zum Beispiel 07:30.",
        "zone": "Diese Zeitzone gibt es nicht; gemeint ist etwas wie Europe/Berlin.",
        "weekdays": "Mindestens ein Wochentag gehört dazu.",
    },
    "en": {
        "topics": "There is no topic “{name}”.",
        "time": "The time lies between 00:00 and 23:59, for example 07:30.",
        "zone": "There is no such time zone; write something like Europe/Berlin.",
        "weekdays": "At least one weekday is needed.",
    },
}

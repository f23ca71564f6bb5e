"""What a look-up and a question can come to. Not finding a topic is a value, not an error."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from bot.core.cards import TopicCard
    from bot.core.models import Match, Topic


@dataclass(frozen=True, slots=True)
class Found:
    """One topic, and how the query led to it."""

    topic: Topic
    matched: Match


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """Several topics that are equally near, the weightiest first; never fewer than two."""

    query: str
    topics: tuple[Topic, ...]


@dataclass(frozen=True, slots=True)
class NotFound:
    """Nothing; `suggestions` are names of topics near enough to be meant, often none."""

    query: str
    suggestions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CardFound:
    """The card that answers a question; `query` is what was asked.

    `articles` are the ids of the topic's articles of its last 30 days and of those without a
    day: who is shown the card knows them from then on, and whatever is older.
    """

    query: str
    card: TopicCard
    articles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TopicLine:
    """A topic in a list. `weight` orders the list, the weightiest first."""

    slug: str
    name: str
    articles: int
    outlets: int
    newest: date | None
    weight: float
    curated: bool


LookupOutcome = Found | Ambiguous | NotFound
Briefing = CardFound | Ambiguous | NotFound

"""What the page is given from outside, beside the desk. The composition root fulfils it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Protocol

if TYPE_CHECKING:
    from datetime import date, datetime

    from bot.core.collection import Collection
    from bot.core.ledger import Delivery, Subscription
    from bot.core.models import Language, Reading
    from bot.core.outcomes import TopicLine
    from bot.dialogue.buttons import Part


@dataclass(frozen=True, slots=True)
class Preview:
    """The request body with which a chat platform would be asked to show one message."""

    platform: Literal["slack", "discord"]
    payload: Mapping[str, object]


Previews = Callable[["Part", "Language"], tuple[Preview, ...]]


class Shelf(Protocol):
    """The articles behind the answers; fulfilled by `bot.library`."""

    @property
    def article_count(self) -> int:
        """How many articles there are."""

    def reading(self, article_id: str) -> Reading | None:
        """The article with its analysis; None if it is not there."""

    def topics(self) -> tuple[TopicLine, ...]:
        """All topics, the most active first."""

    def published_days(self, topic: str | None = None) -> tuple[date, ...]:
        """The day of each dated article, of one topic or of all, earliest first."""


@dataclass(frozen=True, slots=True)
class Condition:
    """How one part of the running bot stands; `trouble` is one plain line, "" if it is well."""

    name: str
    trouble: str = ""


def _nothing_read() -> Collection | None:
    return None


def _no_orders() -> tuple[Subscription, ...]:
    return ()


def _no_deliveries() -> tuple[Delivery, ...]:
    return ()


def _no_parts() -> tuple[Condition, ...]:
    return ()


def _no_preview(part: Part, language: Language) -> tuple[Preview, ...]:
    del part, language
    return ()


def _no_measures() -> bytes:
    return b""


def _unheard(kind: str, seconds: float) -> None:
    del kind, seconds


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What else the page can show and tell. Each may be called from several threads."""

    clock: Callable[[], datetime]
    previews: Previews = _no_preview
    collection: Callable[[], Collection | None] = _nothing_read
    subscriptions: Callable[[], tuple[Subscription, ...]] = _no_orders
    deliveries: Callable[[], tuple[Delivery, ...]] = _no_deliveries
    conditions: Callable[[], tuple[Condition, ...]] = _no_parts
    failing: Callable[[], tuple[tuple[str, str], ...]] = tuple
    measures: Callable[[], bytes] = _no_measures
    on_answer: Callable[[str, float], None] = _unheard

"""What the page is given from outside, beside the desk. The composition root fulfils it."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Protocol

from bot.core.feeds import FeedsReport

if TYPE_CHECKING:
    from datetime import date, datetime

    from bot.core.collection import Skipped
    from bot.core.excerpts import ExcerptLimits
    from bot.core.ledger import Delivery, Subscription
    from bot.core.models import Language, Reading
    from bot.core.outcomes import TopicLine
    from bot.dialogue.buttons import Part


@dataclass(frozen=True, slots=True)
class Preview:
    """The request bodies with which a chat platform would be asked to show a part.

    Mostly one; a platform with low limits may need several messages.
    """

    platform: Literal["slack", "discord"]
    messages: tuple[Mapping[str, object], ...]


Previews = Callable[["Part", "Language"], tuple[Preview, ...]]


class Shelf(Protocol):
    """The articles behind the answers; fulfilled by `bot.library`."""

    @property
    def article_count(self) -> int:
        """How many articles there are."""

    @property
    def excerpts(self) -> ExcerptLimits:
        """How much of an article may be shown, by outlet."""

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


@dataclass(frozen=True, slots=True)
class SourceState:
    """A folder; `trouble` is why it gives nothing, "" if it works."""

    name: str
    trouble: str = ""


def _no_feeds() -> FeedsReport:
    return FeedsReport()


def _no_sources() -> tuple[SourceState, ...]:
    return ()


def _nothing_skipped() -> tuple[Skipped, ...]:
    return ()


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


async def _nothing_beside() -> None:
    return None


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What else the page can show and tell. Each may be called from several threads.

    `beside` runs on the event loop for as long as the page is served.
    """

    clock: Callable[[], datetime]
    previews: Previews = _no_preview
    sources: Callable[[], tuple[SourceState, ...]] = _no_sources
    feeds: Callable[[], FeedsReport] = _no_feeds
    skipped: Callable[[], tuple[Skipped, ...]] = _nothing_skipped
    subscriptions: Callable[[], tuple[Subscription, ...]] = _no_orders
    deliveries: Callable[[], tuple[Delivery, ...]] = _no_deliveries
    conditions: Callable[[], tuple[Condition, ...]] = _no_parts
    measures: Callable[[], bytes] = _no_measures
    beside: Callable[[], Coroutine[None, None, None]] = _nothing_beside

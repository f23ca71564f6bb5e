"""What the feeds need from the rest of the house."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import datetime

    from bot.core.feeds import FeedState, SeenEntry
    from bot.core.models import Article
    from bot.sources.feeds.arrivals import Arrival
    from bot.sources.web.addresses import Network


class Shelf(Protocol):
    """Where articles go. Both may take long; they are called in a thread."""

    def put(self, arrivals: Sequence[Arrival], *, origin: str) -> None:
        """Take in articles from `origin` (the address of a feed, or "web").

        The same article may be put again after a crash. One that `replaces` another is a later
        version of it (see `core.versions`); both stay, so that a card can say what changed.
        """
        ...

    def article_of(self, article_id: str) -> Article | None:
        """An article that was put, None if it is not there any more."""
        ...


class FeedBook(Protocol):
    """What is known of feeds: `store.feeds.Feeds`, where each method is described."""

    def claim(
        self, addresses: Sequence[str], *, now: datetime, limit: int
    ) -> tuple[FeedState, ...]:
        """Feeds that are due."""
        ...

    def save(self, states: Iterable[FeedState], entries: Iterable[SeenEntry]) -> None:
        """Keep what came of visits."""
        ...

    def keep_entries(self, addresses: Iterable[str], *, now: datetime) -> None:
        """Note that entries are still in feeds that showed none."""
        ...

    def seen(self, address: str, keys: Iterable[str]) -> Mapping[str, SeenEntry]:
        """Entries that are known."""
        ...

    def same(self, page: str, headline: str) -> tuple[SeenEntry, ...]:
        """Entries whose article is of this page or headline."""
        ...

    def conditional(
        self, address: str, *, seen_before: datetime, limit: int
    ) -> tuple[SeenEntry, ...]:
        """Entries of a feed whose pages can be asked for changes, and were not lately."""
        ...

    def is_removed(self, article_id: str, page: str, text: str) -> bool:
        """Whether it is an article that somebody removed."""
        ...

    def restore(self, article_id: str, page: str, text: str) -> bool:
        """Let it be brought again; whether it was removed."""
        ...


@dataclass(frozen=True, slots=True)
class Refreshing:
    """What feeds are read with. `chance` gives numbers from 0 to 1, `zone` is the readers'.

    `networks` may be reached beside the public internet.
    """

    book: FeedBook
    shelf: Shelf
    now: Callable[[], datetime]
    chance: Callable[[], float]
    zone: str
    networks: tuple[Network, ...] = ()

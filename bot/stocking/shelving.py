"""Articles from feeds and pages go into the stock (the port `sources.feeds.ports.Shelf`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.stocking.planning import Found

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from bot.core.models import Article
    from bot.sources.feeds.arrivals import Arrival
    from bot.stocking.stock import Stock
    from bot.store import Store

# One origin for all that comes from the web: the same page may come from a feed and from a
# person, and is one article.
WEB = "web"


class StockShelf:
    """May be used by several threads."""

    def __init__(self, stock: Stock, store: Store, *, clock: Callable[[], datetime]) -> None:
        """Put into `stock`, which fills `store`."""
        self._stock = stock
        self._store = store
        self._clock = clock

    def put(self, arrivals: Sequence[Arrival], *, origin: str) -> None:
        """Have the articles read and stored.

        Raises:
            StoreUnavailable: nothing was stored, or a part.
        """
        found = [Found(arrival.article, f"{WEB}:{origin}") for arrival in arrivals]
        self._stock.take(found, now=self._clock())

    def article_of(self, article_id: str) -> Article | None:
        """A stored article."""
        found = self._store.articles.load_articles([article_id])
        return found[0][0] if found else None

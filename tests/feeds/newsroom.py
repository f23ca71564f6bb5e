"""A refresher on a store of its own, with a shelf and a clock of the test's own."""

from __future__ import annotations

from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from ipaddress import ip_network
from typing import TYPE_CHECKING

from feeds.loopback import Names, Site, open_site

from bot.core.feeds import Feed
from bot.sources.feeds.reading import EntryReader
from bot.sources.feeds.refreshing import Means, Refresher, Round
from bot.sources.web.fetching import Fetcher
from bot.sources.web.pages import PageReader
from bot.sources.web.robots import Robots

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Sequence

    from bot.core.feeds import FeedState
    from bot.core.models import Article
    from bot.sources.feeds.arrivals import Arrival
    from bot.sources.feeds.ports import Shelf
    from bot.sources.sandbox import Sandbox
    from bot.store import Store

MONDAY = datetime(2026, 1, 5, 6, 0, tzinfo=UTC)
LOOPBACK = (ip_network("127.0.0.0/8"),)
PARAGRAPHS = tuple(
    """Die Stadt Musterhausen baut bis zum Herbst eine neue Brücke über die Aue. Das hat der Rat \
am Montag mit großer Mehrheit beschlossen.
Die Brücke kostet nach Angaben der Verwaltung 12 Millionen Euro. Sie soll Fußgängern und \
Radfahrern gehören, Autos dürfen sie nicht befahren.
Bürgermeisterin Erika Beispiel sprach von einem guten Tag für die Stadt. Die Opposition hatte vor \
dem Beschluss vergeblich eine Befragung der Bürger verlangt.""".split("\n")
)


class ShelfInMemory:
    """Keeps what is put, in order."""

    def __init__(self) -> None:
        self.arrivals: list[Arrival] = []
        self.origins: list[str] = []

    def put(self, arrivals: Sequence[Arrival], *, origin: str) -> None:
        self.arrivals += arrivals
        self.origins += [origin] * len(arrivals)

    def article_of(self, article_id: str) -> Article | None:
        return {one.id: one for one in self.articles}.get(article_id)

    @property
    def articles(self) -> list[Article]:
        return [one.article for one in self.arrivals]


@dataclass(slots=True)
class Newsroom:
    """What a test works with; `now` is its clock."""

    site: Site
    store: Store
    shelf: ShelfInMemory
    refresher: Refresher
    pages: PageReader
    feeds: list[Feed] = field(default_factory=list)
    now: datetime = MONDAY

    def follow(self, path: str, **wishes: object) -> Feed:
        feed = Feed(self.site.url(path, "news.example"), **wishes)  # type: ignore[arg-type] # any field
        self.feeds.append(feed)
        return feed

    async def refresh(self, *, after: timedelta = timedelta()) -> Round:
        self.now += after
        return await self.refresher.refresh(self.feeds)

    def state(self, feed: Feed) -> FeedState:
        return self.store.feeds.states()[feed.address]

    def url(self, path: str) -> str:
        return self.site.url(path, "news.example")


@asynccontextmanager
async def open_newsroom(
    store: Store, sandbox: Sandbox, stock: Callable[[Callable[[], datetime]], Shelf] | None = None
) -> AsyncIterator[Newsroom]:
    """What arrives is kept in memory, or on the shelf that `stock` makes with the test's clock."""
    async with open_site() as site:
        shelf = ShelfInMemory()

        def now() -> datetime:
            return room.now

        kept: Shelf = stock(now) if stock else shelf
        async with Fetcher(now=now, allowed=LOOPBACK, resolver=Names()) as fetcher:
            pages = PageReader(fetcher, sandbox, Robots(fetcher, sandbox, now=now))
            means = Means(
                book=store.feeds,
                shelf=kept,
                fetcher=fetcher,
                sandbox=sandbox,
                reader=EntryReader(store.feeds, kept, pages),
                now=now,
                chance=lambda: 0.5,
                zone="Europe/Berlin",
            )
            room = Newsroom(site, store, shelf, Refresher(means), pages)
            yield room


def rss(*items: str, title: str = "Musterblatt", extra: str = "") -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
        f"<title>{title}</title><link>http://news.example/</link>"
        f"<description>Alles</description>{extra}{''.join(items)}</channel></rss>"
    )


def item(  # noqa: PLR0913 - all that a test may vary, named
    number: int,
    url: str,
    *,
    title: str | None = None,
    at: datetime | None = MONDAY,
    summary: str = "Kurz gesagt, worum es geht.",
    content: str = "",
) -> str:
    date = f"<pubDate>{at:%a, %d %b %Y %H:%M:%S +0000}</pubDate>" if at else ""
    body = f"<content:encoded><![CDATA[{content}]]></content:encoded>" if content else ""
    return (
        f"<item><title>{title or f'Meldung {number}'}</title><link>{url}</link>"
        f"<guid isPermaLink='false'>id-{number}</guid>{date}"
        f"<description>{summary}</description>{body}</item>"
    )


def page(
    *paragraphs: str,
    title: str = "Neue Brücke über die Aue",
    head: str = "",
) -> str:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs or PARAGRAPHS)
    return (
        f'<!doctype html><html lang="de"><head><meta charset="utf-8"><title>{title}</title>'
        f"{head}</head><body><nav><a href='/'>Start</a></nav><article><h1>{title}</h1>{body}"
        "</article><footer>Impressum</footer></body></html>"
    )


def hostile_rules() -> bytes:
    """A robots.txt of 460 kB whose every rule counts for every one of its programs."""
    return b"user-agent:x%d\n" * 17_000 % tuple(range(17_000)) + b"allow:/\n" * 25_000

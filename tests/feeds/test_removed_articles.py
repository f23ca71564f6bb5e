"""What somebody removed stays away, until somebody adds it again."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from feeds.newsroom import MONDAY, PARAGRAPHS, Newsroom, item, page, rss

from bot.core.feeds import REMOVED
from bot.sources.duplicates import text_hash
from bot.sources.feeds.arrivals import Arrival
from bot.sources.web.adding import Desk, add_page
from bot.sources.web.answers import Failed

if TYPE_CHECKING:
    from bot.core.models import Article

DAY = timedelta(days=1)


def publish(room: Newsroom, *paragraphs: str, at: str = "/a") -> None:
    room.site.say(at, page(*(paragraphs or PARAGRAPHS)), content_type="text/html")


async def read_feed(room: Newsroom, *, path: str = "/feed", of: str = "/a", summary: str) -> None:
    if path not in {feed.address.rpartition(":")[2][-len(path) :] for feed in room.feeds}:
        room.follow(path, outlet="Musterblatt")
    room.site.say(path, rss(item(1, room.url(of), at=MONDAY, summary=summary)))
    await room.refresh(after=DAY)


def remove(room: Newsroom, article: Article) -> None:
    room.store.removals.remove(article.id, [text_hash(article.text)], now=room.now)
    room.shelf.arrivals.clear()


async def add(room: Newsroom, *, restoring: bool) -> Arrival | Failed:
    desk = Desk(room.pages, room.store.feeds, room.shelf, "Europe/Berlin")
    return await add_page(room.url("/a"), desk, now=room.now, restoring=restoring)


def test_no_feed_brings_a_removed_article_back(run: Any) -> None:
    async def act(room: Newsroom) -> None:
        publish(room)
        await read_feed(room, summary="Eins.")
        (article,) = room.shelf.articles
        remove(room, article)
        # The entry changes, the page is corrected, another feed has it, at another address too.
        publish(room, *(one.replace("12", "15") for one in PARAGRAPHS))
        await read_feed(room, summary="Zwei.")
        await read_feed(room, path="/other", summary="Drei.")
        publish(room, at="/b")
        await read_feed(room, path="/third", of="/b", summary="Vier.")
        assert room.shelf.articles == []
        assert set(room.store.feeds.tallies()[room.feeds[0].address]) == {REMOVED}

    run(act)


def test_a_removed_article_comes_back_when_somebody_adds_it(run: Any) -> None:
    async def act(room: Newsroom) -> None:
        publish(room)
        await read_feed(room, summary="Eins.")
        (article,) = room.shelf.articles
        remove(room, article)
        refused = await add(room, restoring=False)
        assert isinstance(refused, Failed)
        assert refused.reason == REMOVED
        added = await add(room, restoring=True)
        assert isinstance(added, Arrival)
        assert [one.text for one in room.shelf.articles] == [article.text]
        # From then on its feed may correct it as before.
        publish(room, *(one.replace("12", "15") for one in PARAGRAPHS))
        await read_feed(room, summary="Zwei.")
        assert "15 Millionen" in room.shelf.articles[-1].text

    run(act)

"""Pages that somebody names, beside feeds that bring them too: one article, all its versions."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from feeds.newsroom import MONDAY, PARAGRAPHS, Newsroom, item, page, rss

from bot.sources.feeds.arrivals import Arrival
from bot.sources.web.adding import Desk, add_page

if TYPE_CHECKING:
    from bot.core.models import Article

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
MENDED = tuple(paragraph.replace("12 Millionen", "15 Millionen") for paragraph in PARAGRAPHS)
NAMED = '<meta property="og:site_name" content="Musterblatt Online">'
CLOSED = '<script type="application/ld+json">{"isAccessibleForFree": false}</script>'


async def add(room: Newsroom, path: str = "/a") -> Arrival:
    desk = Desk(room.pages, room.store.feeds, room.shelf, "Europe/Berlin")
    added = await add_page(room.url(path), desk, now=room.now)
    assert isinstance(added, Arrival)
    return added


def publish(room: Newsroom, *paragraphs: str, head: str = NAMED) -> None:
    room.site.say("/a", page(*(paragraphs or PARAGRAPHS), head=head), content_type="text/html")


async def read_feed(room: Newsroom, *, summary: str = "Kurz gesagt.") -> None:
    if not room.feeds:
        room.follow("/feed", outlet="Musterblatt", kind="background")
    entry = item(1, room.url("/a?utm_source=rss"), title="Neue Brücke", at=MONDAY, summary=summary)
    room.site.say("/feed", rss(entry))
    room.site.answers["/a?utm_source=rss"] = room.site.answers["/a"]
    await room.refresh(after=DAY if room.shelf.articles else timedelta())


def stored(room: Newsroom) -> dict[str, Article]:
    """What lies on the shelf in the end, by id."""
    return {one.id: one for one in room.shelf.articles}


def test_a_link_to_what_a_feed_brought_changes_nothing(run: Any) -> None:
    async def act(room: Newsroom) -> None:
        publish(room)
        await read_feed(room)
        before = stored(room)
        room.now += HOUR
        added = await add(room)
        assert added.article == next(iter(before.values()))
        assert added.article.outlet == "Musterblatt"
        assert added.article.published_at == MONDAY
        assert len(room.shelf.arrivals) == 1

    run(act)


def test_a_link_to_a_page_that_was_corrected_since_its_feed_makes_a_version(run: Any) -> None:
    async def act(room: Newsroom) -> None:
        publish(room)
        await read_feed(room)
        (first,) = room.shelf.articles
        publish(room, *MENDED)
        room.now += HOUR
        added = await add(room)
        assert added.replaces == first.id
        assert added.article.id == f"{first.id}~v2"
        assert "15 Millionen" in added.article.text
        assert stored(room)[first.id].text == first.text
        # What its feed said of it still holds.
        assert added.article.outlet == "Musterblatt"
        assert added.article.kind == "background"
        assert added.article.published_on == first.published_on
        assert added.article.published_at == MONDAY + HOUR
        # Neither the link again nor the feed has anything to add.
        await add(room)
        await read_feed(room, summary="Korrigiert.")
        assert len(room.shelf.arrivals) == 2
        # A second correction by way of a link keeps it too.
        publish(room, *(one.replace("Montag", "Dienstag") for one in MENDED))
        third = await add(room)
        assert third.article.id == f"{first.id}~v3"
        assert third.article.outlet == "Musterblatt"

    run(act)


def test_a_link_to_a_page_that_was_closed_since_its_feed_keeps_the_whole_text(run: Any) -> None:
    async def act(room: Newsroom) -> None:
        publish(room)
        await read_feed(room)
        publish(room, PARAGRAPHS[0], head=CLOSED)
        added = await add(room)
        assert added.extent == "full"
        assert added.article.text == "\n\n".join(PARAGRAPHS)
        assert len(room.shelf.arrivals) == 1

    run(act)


def test_a_feed_that_brings_an_added_page_says_whose_it_is_and_of_when(run: Any) -> None:
    async def act(room: Newsroom) -> None:
        publish(room)
        added = await add(room)
        assert (added.article.outlet, added.article.published_on) == ("Musterblatt Online", None)
        await read_feed(room)
        (article,) = stored(room).values()
        assert article.id == added.article.id
        assert article.text == added.article.text
        assert article.outlet == "Musterblatt"
        assert article.published_at == MONDAY
        assert room.store.feeds.tallies()[room.feeds[0].address] == {"": 1}

    run(act)


def test_a_feed_that_brings_an_added_page_corrected_makes_a_version(run: Any) -> None:
    async def act(room: Newsroom) -> None:
        publish(room)
        added = await add(room)
        publish(room, *MENDED)
        await read_feed(room)
        first, second = room.shelf.arrivals
        assert first.article == added.article
        assert second.replaces == first.article.id
        assert second.article.id == f"{first.article.id}~v2"
        assert second.article.outlet == "Musterblatt"

    run(act)


def test_a_feed_that_brings_an_added_page_closed_keeps_the_whole_text(run: Any) -> None:
    async def act(room: Newsroom) -> None:
        publish(room)
        await add(room)
        publish(room, PARAGRAPHS[0], head=CLOSED)
        await read_feed(room)
        (article,) = stored(room).values()
        assert article.text == "\n\n".join(PARAGRAPHS)

    run(act)


def test_a_page_that_is_added_again_after_it_was_forgotten_makes_a_version(run: Any) -> None:
    async def act(room: Newsroom) -> None:
        publish(room)
        first = await add(room)
        assert room.store.feeds.forget_before(room.now + DAY) == 1
        assert (await add(room)).article == first.article
        publish(room, *MENDED)
        assert room.store.feeds.forget_before(room.now + DAY) == 1
        second = await add(room)
        assert second.article.id == f"{first.article.id}~v2"
        publish(room, *(one.replace("Montag", "Dienstag") for one in MENDED))
        assert room.store.feeds.forget_before(room.now + DAY) == 1
        assert (await add(room)).article.id == f"{first.article.id}~v3"

    run(act)


def test_a_page_of_which_only_the_beginning_was_free_is_whole_once_it_is_opened(run: Any) -> None:
    async def act(room: Newsroom) -> None:
        publish(room, PARAGRAPHS[0], head=NAMED + CLOSED)
        assert (await add(room)).extent == "teaser"
        publish(room)
        opened = await add(room)
        assert opened.extent == "full"
        assert not opened.article.is_beginning

    run(act)

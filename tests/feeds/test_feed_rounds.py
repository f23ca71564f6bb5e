from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from feeds.loopback import reply
from feeds.newsroom import MONDAY, PARAGRAPHS, Newsroom, item, page, rss

from bot.core.feeds import Feed
from bot.sources.feeds.health import health_of, troubles, untold

if TYPE_CHECKING:
    from bot.core.feeds import FeedTrouble

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


def test_an_article_appears_in_a_feed_and_is_read_from_its_page(run: Any) -> None:
    async def act(room: Newsroom) -> None:
        feed = room.follow("/feed")
        room.site.say("/feed", rss())
        await room.refresh()
        link = room.url("/bruecke?utm_source=rss&amp;id=7")
        room.site.say("/feed", rss(item(1, link, title="Neue Brücke", at=MONDAY + HOUR)))
        room.site.say("/bruecke?utm_source=rss&id=7", page(), content_type="text/html")
        done = await room.refresh(after=6 * HOUR)
        (article,) = room.shelf.articles
        assert done.arrived == 1
        assert article.title == "Neue Brücke"
        assert article.text == "\n\n".join(PARAGRAPHS)
        assert article.outlet == "Musterblatt"
        assert article.language == "de"
        assert article.published_at == MONDAY + HOUR
        assert article.url == room.url("/bruecke?id=7")
        assert room.shelf.origins == [feed.address]
        assert room.shelf.arrivals[0].extent == "full"

    run(act)


def test_a_corrected_article_is_a_new_version_of_the_first(run: Any) -> None:
    async def act(room: Newsroom) -> None:
        room.follow("/feed")
        room.site.say("/feed", rss(item(1, room.url("/a"))))
        room.site.say("/a", page(), content_type="text/html")
        await room.refresh()
        mended = [paragraph.replace("12 Millionen", "15 Millionen") for paragraph in PARAGRAPHS]
        room.site.say("/feed", rss(item(1, room.url("/a"), summary="Korrigiert.")))
        room.site.say("/a", page(*mended), content_type="text/html")
        await room.refresh(after=DAY)
        first, second = room.shelf.arrivals
        assert second.replaces == first.article.id
        assert second.article.id == f"{first.article.id}~v2"
        assert "15 Millionen" in second.article.text
        assert second.article.published_at == MONDAY + DAY
        # Nothing is changed any more, whatever the entry says.
        room.site.say("/feed", rss(item(1, room.url("/a"), summary="Noch einmal.")))
        await room.refresh(after=DAY)
        assert len(room.shelf.arrivals) == 2

    run(act)


def test_a_correction_that_the_feed_shows_by_its_date_alone_is_read(run: Any) -> None:
    async def act(room: Newsroom) -> None:
        room.follow("/feed")
        room.site.say("/feed", rss(item(1, room.url("/a"))))
        room.site.say("/a", page(), content_type="text/html")
        await room.refresh()
        mended = [paragraph.replace("12 Millionen", "15 Millionen") for paragraph in PARAGRAPHS]
        room.site.say("/feed", rss(item(1, room.url("/a"), at=MONDAY + DAY + HOUR)))
        room.site.say("/a", page(*mended), content_type="text/html")
        await room.refresh(after=DAY + 2 * HOUR)
        first, second = room.shelf.articles
        assert "15 Millionen" in second.text
        assert second.published_at == MONDAY + DAY + 2 * HOUR
        # "Am Montag" in it still is the Monday of the first version.
        assert second.published_on == first.published_on

    run(act)


def test_a_page_that_is_corrected_in_silence_is_asked_again_on_its_first_day(run: Any) -> None:
    async def act(room: Newsroom) -> None:
        room.follow("/feed")
        room.site.say("/feed", rss(item(1, room.url("/a"), at=MONDAY)))
        room.site.say("/a", page(), content_type="text/html", etag='"1"')
        await room.refresh()
        mended = [paragraph.replace("12 Millionen", "15 Millionen") for paragraph in PARAGRAPHS]
        room.site.say("/a", page(*mended), content_type="text/html", etag='"2"')
        await room.refresh(after=HOUR / 2)
        assert len(room.site.asked("/a")) == 1
        await room.refresh(after=2 * HOUR)
        assert room.site.asked("/a")[1].headers["if-none-match"] == '"1"'
        assert "15 Millionen" in room.shelf.articles[1].text
        assert room.shelf.arrivals[1].replaces == room.shelf.articles[0].id
        await room.refresh(after=4 * HOUR)
        assert room.site.asked("/a")[2].headers["if-none-match"] == '"2"'
        assert len(room.shelf.arrivals) == 2
        await room.refresh(after=DAY)
        assert len(room.site.asked("/a")) == 3

    run(act)


def test_a_page_whose_server_cannot_tell_is_looked_at_once_more(run: Any) -> None:
    async def act(room: Newsroom) -> None:
        room.follow("/feed")
        room.site.say("/feed", rss(item(1, room.url("/a"), at=MONDAY)))
        room.site.say("/a", page(), content_type="text/html")
        await room.refresh()
        for _ in range(5):
            await room.refresh(after=2 * HOUR)
        assert len(room.site.asked("/a")) == 2

    run(act)


@pytest.mark.parametrize("gives", ["etag", "last_modified"])
def test_a_young_page_is_asked_though_its_feed_shows_nothing_new(run: Any, gives: str) -> None:
    async def act(room: Newsroom) -> None:
        feed = room.follow("/feed", outlet="Musterblatt")
        given = {gives: '"1"' if gives == "etag" else "Mon, 05 Jan 2026 05:00:00 GMT"}
        room.site.say("/feed", rss(item(1, room.url("/a"), at=MONDAY)), etag='"f"')
        room.site.say("/a", page(), content_type="text/html", **given)
        await room.refresh()
        (first,) = room.shelf.articles
        room.site.say("/feed", "", 304)
        room.site.say("/a", "", 304)
        for _ in range(2):
            await room.refresh(after=2 * HOUR)
        asked = room.site.asked("/a")
        assert len(asked) == 3
        header = "if-none-match" if gives == "etag" else "if-modified-since"
        assert asked[-1].headers[header] == given[gives]
        # At most once an hour, however often the feed is visited.
        room.store.feeds.make_due([feed.address], now=room.now)
        await room.refresh(after=HOUR / 4)
        assert len(room.site.asked("/a")) == 3
        mended = [paragraph.replace("12 Millionen", "15 Millionen") for paragraph in PARAGRAPHS]
        room.site.say("/a", page(*mended), content_type="text/html", etag='"2"')
        await room.refresh(after=2 * HOUR)
        first, second = room.shelf.articles
        assert room.shelf.arrivals[1].replaces == first.id
        assert "15 Millionen" in second.text
        assert (second.title, second.outlet) == (first.title, first.outlet)
        assert second.published_on == first.published_on
        # When it is old, nobody asks any more.
        room.site.say("/a", "", 304)
        await room.refresh(after=2 * DAY)
        before = len(room.site.asked("/a"))
        await room.refresh(after=2 * HOUR)
        assert len(room.site.asked("/a")) == before

    run(act)


def test_a_page_that_is_made_anew_each_time_is_no_correction(run: Any) -> None:
    async def act(room: Newsroom) -> None:
        room.follow("/feed")
        body = "Ein langer Text im Feed selbst. " * 40
        room.site.say("/feed", rss(item(1, room.url("/a"), content=body)), etag='"f"')
        room.site.say("/a", page(), content_type="text/html", etag='"1"')
        await room.refresh()
        room.site.say("/feed", "", 304)
        room.site.say("/a", page(), content_type="text/html", etag='"2"')
        await room.refresh(after=2 * HOUR)
        assert len(room.site.asked("/a")) == 2
        assert len(room.shelf.arrivals) == 1

    run(act)


@pytest.mark.parametrize(("answer", "status"), [("", 304), ("", 500), ("<html></html>", 200)])
def test_a_page_that_gives_nothing_new_leaves_its_article_as_it_is(
    run: Any, answer: str, status: int
) -> None:
    async def act(room: Newsroom) -> None:
        feed = room.follow("/feed")
        room.site.say("/feed", rss(item(1, room.url("/a"), at=MONDAY)))
        room.site.say("/a", page(), content_type="text/html", etag='"1"')
        await room.refresh()
        room.site.say("/a", answer, status, content_type="text/html")
        for _ in range(3):
            await room.refresh(after=4 * HOUR)
        assert len(room.site.asked("/a")) == 4
        assert len(room.shelf.arrivals) == 1
        assert room.store.feeds.tallies() == {feed.address: {"": 1}}

    run(act)


def test_the_first_visit_floods_nobody(run: Any) -> None:
    async def act(room: Newsroom) -> None:
        feed = room.follow("/feed", content="full")
        old = [
            item(n, room.url(f"/{n}"), at=MONDAY - n * DAY, content="<p>x y</p>") for n in range(50)
        ]
        room.site.say("/feed", rss(*old))
        await room.refresh()
        assert [article.title for article in room.shelf.articles] == [
            "Meldung 0",
            "Meldung 1",
            "Meldung 2",
        ]
        await room.refresh(after=DAY)
        assert len(room.shelf.articles) == 3
        assert room.store.feeds.tallies()[feed.address] == {"": 3, "before": 47}

    run(act)


def test_an_entry_without_a_date_that_is_new_is_of_today(run: Any) -> None:
    async def act(room: Newsroom) -> None:
        room.follow("/feed", content="full")
        room.site.say("/feed", rss(item(1, room.url("/1"), at=None, content="<p>alt</p>")))
        await room.refresh()
        assert room.shelf.articles == []
        both = [item(n, room.url(f"/{n}"), at=None, content="<p>neu</p>") for n in (1, 2)]
        room.site.say("/feed", rss(*both))
        await room.refresh(after=DAY)
        (article,) = room.shelf.articles
        assert article.title == "Meldung 2"
        assert str(article.published_on) == "2026-01-06"
        assert article.published_at is None

    run(act)


def test_the_day_of_an_article_is_that_of_its_readers(run: Any) -> None:
    async def act(room: Newsroom) -> None:
        room.follow("/feed", content="full")
        late = datetime(2026, 1, 4, 23, 30, tzinfo=UTC)
        room.site.say("/feed", rss(item(1, room.url("/1"), at=late, content="<p>nachts</p>")))
        await room.refresh()
        assert str(room.shelf.articles[0].published_on) == "2026-01-05"

    run(act)


def test_requests_are_conditional_and_a_304_reads_nothing(run: Any) -> None:
    async def act(room: Newsroom) -> None:
        feed = room.follow("/feed")
        validators = {"etag": '"v1"', "last_modified": "Mon, 05 Jan 2026 05:00:00 GMT"}
        room.site.say("/feed", rss(), **validators)
        await room.refresh()
        room.site.answers["/feed"] = reply(b"", 304, content_type=None)
        await room.refresh(after=DAY)
        await room.refresh(after=DAY)
        first, second, third = room.site.asked("/feed")
        assert "if-none-match" not in first.headers
        for later in (second, third):
            assert later.headers["if-none-match"] == '"v1"'
            assert later.headers["if-modified-since"] == "Mon, 05 Jan 2026 05:00:00 GMT"
        assert room.state(feed).reason == ""

    run(act)


@pytest.mark.parametrize("status", [304, 500])
def test_the_entries_of_a_feed_that_shows_none_for_months_are_not_forgotten(
    run: Any, status: int
) -> None:
    async def act(room: Newsroom) -> None:
        feed = room.follow("/feed", content="full")
        undated = item(1, room.url("/1"), at=None, content="<p>Etwas Altes.</p>")
        room.site.say("/feed", rss(undated), etag='"1"')
        await room.refresh()
        room.site.answers["/feed"] = reply(b"", status, content_type=None)
        for _ in range(40):
            await room.refresh(after=5 * DAY)
            room.store.feeds.forget_before(room.now - 60 * DAY)
        room.site.say("/feed", rss(undated, item(2, room.url("/2"), content="<p>Neu.</p>")))
        await room.refresh(after=5 * DAY)
        assert room.shelf.articles == []
        assert room.store.feeds.tallies()[feed.address] == {"before": 1, "old": 1}

    run(act)


@pytest.mark.parametrize("status", [429, 503])
def test_nobody_is_asked_before_retry_after(run: Any, status: int) -> None:
    async def act(room: Newsroom) -> None:
        feeds = [room.follow(f"/{number}") for number in range(5)]
        for number in range(5):
            room.site.say(f"/{number}", "", status, retry_after="7200")
        await room.refresh()
        # Those two that were under way at the same time; the others of this host wait with them.
        asked = len(room.site.requests)
        assert asked == 2
        await room.refresh(after=HOUR)
        assert len(room.site.requests) == asked
        assert all(room.state(feed).next_at >= MONDAY + 2 * HOUR for feed in feeds)
        await room.refresh(after=DAY)
        assert len(room.site.requests) > asked

    run(act)


def test_of_pages_on_a_busy_host_one_is_asked_for_and_the_others_later(run: Any) -> None:
    async def act(room: Newsroom) -> None:
        feed = room.follow("/feed")
        room.site.say("/feed", rss(*(item(n, room.url(f"/{n}")) for n in range(5))))
        for number in range(5):
            room.site.say(f"/{number}", "", 429, retry_after="7200")
        await room.refresh()
        assert len([one for one in room.site.requests if one.path in "/0/1/2/3/4"]) == 1
        # The feed is on the same host, and its time comes first.
        asked = len(room.site.requests)
        done = await room.refresh(after=HOUR)
        assert (done.visited, done.failed, done.put_off) == (0, 0, 1)
        assert len(room.site.requests) == asked
        assert room.state(feed).next_at == MONDAY + 2 * HOUR
        assert room.state(feed).is_put_off
        for number in range(5):
            room.site.say(f"/{number}", page(title=f"Meldung {number}"), content_type="text/html")
        await room.refresh(after=HOUR)
        assert {one.extent for one in room.shelf.arrivals[-5:]} == {"full"}
        assert not room.state(feed).is_put_off

    run(act)


def test_a_feed_that_is_read_and_asks_for_patience_has_not_failed(run: Any) -> None:
    async def act(room: Newsroom) -> None:
        feed = room.follow("/feed")
        room.site.say("/feed", rss(), retry_after=str(3 * 24 * 3600))
        done = await room.refresh()
        assert (done.visited, done.failed) == (1, 0)
        assert room.state(feed).is_put_off

    run(act)


def test_a_feed_that_moved_for_good_is_asked_at_its_new_place_and_it_is_said(run: Any) -> None:
    async def act(room: Newsroom) -> None:
        feed = room.follow("/old")
        room.site.say("/old", "", 301, location="/new")
        room.site.say("/new", rss())
        await room.refresh()
        await room.refresh(after=DAY)
        assert len(room.site.asked("/old")) == 1
        assert len(room.site.asked("/new")) == 2
        (trouble,) = tell(room)
        assert trouble.kind == "moved"
        assert trouble.moved_to == room.url("/new")
        assert tell(room, since=MONDAY - HOUR) == (trouble,)
        assert tell(room, since=MONDAY + HOUR) == ()
        # A hiccup does not make it news again.
        room.site.say("/new", "", 500)
        await room.refresh(after=DAY)
        room.site.say("/new", rss())
        await room.refresh(after=HOUR)
        assert tell(room, since=MONDAY + HOUR) == ()
        assert room.state(feed).url == room.url("/new")

    run(act)


def test_a_feed_that_moved_to_where_it_never_worked_is_asked_at_its_own_place(run: Any) -> None:
    async def act(room: Newsroom) -> None:
        feed = room.follow("/old")
        room.site.say("/old", "", 301, location="/new")
        room.site.say("/new", "", 404)
        await room.refresh()
        assert room.state(feed).url == ""
        room.site.say("/old", rss())
        await room.refresh(after=DAY)
        assert room.state(feed).reason == ""

    run(act)


@pytest.mark.parametrize("status", [404, 410])
def test_a_feed_that_fails_where_it_moved_to_is_asked_at_its_first_place(
    run: Any, status: int
) -> None:
    async def act(room: Newsroom) -> None:
        feed = room.follow("/old")
        room.site.say("/old", "", 301, location="/new")
        room.site.say("/new", rss(), etag='"1"')
        await room.refresh()
        room.site.say("/new", "", status)
        await room.refresh(after=DAY)
        if status != 410:
            assert room.state(feed).url == room.url("/new")
            await room.refresh(after=DAY)
        assert room.state(feed).url == ""
        assert not room.state(feed).is_gone
        room.site.say("/old", rss())
        await room.refresh(after=HOUR)
        assert room.state(feed).reason == ""
        assert "if-none-match" not in room.site.asked("/old")[-1].headers

    run(act)


def test_a_feed_that_moved_for_a_while_is_asked_at_its_old_place(run: Any) -> None:
    async def act(room: Newsroom) -> None:
        room.follow("/old")
        room.site.say("/old", "", 302, location="/new")
        room.site.say("/new", rss())
        await room.refresh()
        await room.refresh(after=DAY)
        assert len(room.site.asked("/old")) == 2

    run(act)


def test_a_feed_that_is_gone_is_never_asked_again_and_it_is_said(run: Any) -> None:
    async def act(room: Newsroom) -> None:
        room.follow("/feed", outlet="Altblatt")
        room.site.say("/feed", "", 410)
        await room.refresh()
        await room.refresh(after=100 * DAY)
        assert len(room.site.requests) == 1
        (trouble,) = tell(room)
        assert (trouble.kind, trouble.name) == ("gone", "Altblatt")

    run(act)


def test_a_feed_that_fails_for_a_day_is_said_once(run: Any) -> None:
    async def act(room: Newsroom) -> None:
        room.follow("/feed")
        room.site.say("/feed", "oops", 500)
        await room.refresh()
        assert tell(room) == ()
        await room.refresh(after=DAY + HOUR)
        (trouble,) = tell(room)
        assert (trouble.kind, trouble.reason, trouble.status) == ("failing", "status", 500)
        assert trouble.since == MONDAY
        # A channel hears of it in its first digest after that day, whenever that comes.
        await room.refresh(after=2 * DAY)
        assert len(tell(room, since=MONDAY + DAY - HOUR)) == 1
        assert tell(room, since=MONDAY + DAY) == ()
        assert len(troubles(health(room), now=room.now)) == 1
        room.site.say("/feed", rss())
        await room.refresh(after=2 * DAY)
        assert troubles(health(room), now=room.now) == ()

    run(act)


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (reply("<html><body>Wartung</body></html>"), "not a feed"),
        (reply(b"\x89PNG\r\n\x1a\n"), "not a feed"),
        (reply(b""), "not a feed"),
        (reply("", 404), "not found"),
        (reply("", 403), "forbidden"),
        (reply("", 302), "redirects"),
        (reply("", 302, location="file:///etc/passwd"), "scheme"),
        (reply("", 302, location="http://10.0.0.1/"), "private"),
        (b"HTTP/9.9 nonsense\r\n\r\n", "unreachable"),
    ],
)
def test_a_failing_feed_is_named_and_leaves_the_others_running(
    run: Any, answer: bytes, reason: str
) -> None:
    async def act(room: Newsroom) -> None:
        bad, good = room.follow("/bad"), room.follow("/good", content="full")
        room.site.answers["/bad"] = answer
        room.site.say("/good", rss(item(1, room.url("/1"), content="<p>Etwas Neues.</p>")))
        done = await room.refresh()
        assert (done.visited, done.failed, done.arrived) == (2, 1, 1)
        assert room.state(bad).reason == reason
        assert room.state(good).reason == ""

    run(act)


def test_at_most_two_requests_to_a_host_are_under_way(run: Any) -> None:
    async def act(room: Newsroom) -> None:
        async def slow(_: object, writer: asyncio.StreamWriter) -> None:
            await asyncio.sleep(0.01)
            writer.write(reply(rss()))
            await writer.drain()

        for number in range(20):
            room.follow(f"/{number}")
            room.site.answers[f"/{number}"] = slow
        await room.refresh()
        assert len(room.site.requests) == 20
        assert max(room.site.peak.values()) == 2

    run(act)


class Held:
    """A feed whose server says nothing until it is let go."""

    def __init__(self) -> None:
        self.go = asyncio.Event()

    async def __call__(self, _: object, writer: asyncio.StreamWriter) -> None:
        await self.go.wait()
        writer.write(reply(rss()))
        await writer.drain()


def test_a_slow_host_with_many_feeds_keeps_nobody_else_waiting(run: Any) -> None:
    async def act(room: Newsroom) -> None:
        held = Held()
        for number in range(80):
            room.feeds.append(Feed(room.site.url(f"/slow{number}", "slow.example")))
            room.site.answers[f"/slow{number}"] = held
            room.follow(f"/{number}")
            room.site.say(f"/{number}", rss())
        round_ = asyncio.create_task(room.refresh())
        async with asyncio.timeout(20):
            # What is there of the others is kept, too, while the slow ones are waited for.
            while sum(state.has_baseline for state in room.store.feeds.states().values()) < 80:  # noqa: ASYNC110 - the store gives no sign
                await asyncio.sleep(0.05)
        assert len([one for one in room.site.requests if one.host == "slow.example"]) == 2
        held.go.set()
        assert (await round_).visited == 160
        assert max(room.site.peak.values()) == 2

    run(act)


def test_feeds_whose_host_is_too_slow_for_them_are_left_to_the_next_round(run: Any) -> None:
    """Their lease ends after ten minutes, and then somebody else may visit them."""

    async def act(room: Newsroom) -> None:
        held = Held()
        for number in range(5):
            room.follow(f"/{number}")
            room.site.answers[f"/{number}"] = held
        round_ = asyncio.create_task(room.refresh())
        async with asyncio.timeout(20):
            while len(room.site.requests) < 2:  # noqa: ASYNC110 - the site gives no sign
                await asyncio.sleep(0.01)
        room.now += timedelta(minutes=6)
        held.go.set()
        assert (await round_).visited == 2
        assert (await room.refresh(after=timedelta(minutes=5))).visited == 3

    run(act)


def test_every_feed_is_visited_however_many_there_are(run: Any) -> None:
    async def act(room: Newsroom) -> None:
        for number in range(250):
            room.follow(f"/{number}")
            room.site.say(f"/{number}", "", 404)
        done = await room.refresh()
        assert done.visited == done.failed == len(room.site.requests) == 250
        states = room.store.feeds.states().values()
        assert {state.reason for state in states} == {"not found"}

    run(act)


def test_a_crash_between_storing_and_remembering_loses_and_doubles_nothing(run: Any) -> None:
    async def act(room: Newsroom) -> None:
        room.follow("/feed", content="full")
        room.site.say("/feed", rss(item(1, room.url("/1"), content="<p>Etwas Neues.</p>")))
        save, room.store.feeds.save = room.store.feeds.save, crash  # type: ignore[method-assign] # the crash
        with pytest.raises(KeyboardInterrupt):
            await room.refresh()
        room.store.feeds.save = save  # type: ignore[method-assign] # the process after it
        await room.refresh(after=HOUR)
        ids = [article.id for article in room.shelf.articles]
        assert len(set(ids)) == 1
        assert room.store.feeds.tallies()[room.feeds[0].address] == {"": 1}

    def crash(*_: object) -> None:
        raise KeyboardInterrupt

    run(act)


def health(room: Newsroom) -> tuple:  # type: ignore[type-arg] # FeedHealth
    return health_of(room.feeds, room.store.feeds.states(), room.store.feeds.tallies())


def tell(room: Newsroom, since: datetime | None = None) -> tuple[FeedTrouble, ...]:
    return untold(health(room), now=room.now, since=since)

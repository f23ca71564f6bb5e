from __future__ import annotations

import asyncio
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from feeds.loopback import Site, open_site, reply
from feeds.newsroom import LOOPBACK, ShelfInMemory, item, page, rss

from bot.core.feeds import Feed, FeedState
from bot.desk.links import PageAdded, PageRefused
from bot.feeding import Feeder, Feeding, failing_feeds, report_feeds, tell_troubles
from bot.linking import LinkReader
from bot.sources.feeds.editing import add_feeds
from bot.sources.feeds.ports import Refreshing

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest

    from bot.store import Store

LONGEST = 60


def feeding(
    store: Store, folder: Path, shelf: ShelfInMemory, restock: Callable[[], None]
) -> Feeding:
    refreshing = Refreshing(
        book=store.feeds,
        shelf=shelf,
        now=lambda: datetime.now(UTC),
        chance=lambda: 0.0,
        zone="Europe/Berlin",
        networks=LOOPBACK,
    )
    return Feeding(folder / "feeds.toml", refreshing, [folder / "articles"], restock)


def test_a_running_bot_reads_its_feeds(store: Store, tmp_path: Path) -> None:
    async def live() -> None:
        async with open_site() as site:
            publish(site)
            add_feeds(tmp_path / "feeds.toml", [Feed(site.url("/feed"), content="full")])
            shelf = ShelfInMemory()
            feeder = Feeder(feeding(store, tmp_path, shelf, lambda: None))
            await feeder.start()
            async with asyncio.timeout(LONGEST):
                while not shelf.articles:  # noqa: ASYNC110 - the shelf gives no sign
                    await asyncio.sleep(0.05)
            await feeder.stop()
            assert shelf.articles[0].text == "Etwas Neues."
            assert feeder.health() is None

    asyncio.run(live())


def test_links_and_feeds_of_a_host_share_its_two_connections(store: Store, tmp_path: Path) -> None:
    async def live() -> None:
        go = asyncio.Event()

        async def held(_: object, writer: asyncio.StreamWriter) -> None:
            await go.wait()
            writer.write(reply(rss()))
            await writer.drain()

        async with open_site() as site:
            feeds = [Feed(site.url(f"/feed{number}")) for number in range(3)]
            for number, feed in enumerate(feeds):
                site.answers[f"/feed{number}"] = held
                add_feeds(tmp_path / "feeds.toml", [feed])
            for path in ("/a", "/b"):
                site.say(path, page(title=f"Seite {path}"), content_type="text/html")
            given = feeding(store, tmp_path, ShelfInMemory(), lambda: None)
            feeder, read = Feeder(given), LinkReader(given.refreshing, given.lender)
            await feeder.start()
            async with asyncio.timeout(LONGEST):
                while len(site.requests) < 2:  # noqa: ASYNC110 - the site gives no sign
                    await asyncio.sleep(0.01)
                links = [
                    asyncio.create_task(asyncio.to_thread(read, site.url(p)))
                    for p in "/a /b".split()
                ]
                # Long enough to connect, if that were to be done.
                await asyncio.sleep(0.5)
                go.set()
                added = await asyncio.gather(*links)
            await feeder.stop()
            assert [one.title for one in added if isinstance(one, PageAdded)] == [
                "Seite /a",
                "Seite /b",
            ]
            assert site.most_connected == 2

    asyncio.run(live())


def test_who_waits_for_a_link_while_the_bot_ends_is_told_to_try_again(
    store: Store, tmp_path: Path
) -> None:
    async def live() -> None:
        async def silent(*_: object) -> None:
            await asyncio.Event().wait()

        async with open_site() as site:
            site.answers["/robots.txt"] = silent
            given = feeding(store, tmp_path, ShelfInMemory(), lambda: None)
            feeder, read = Feeder(given), LinkReader(given.refreshing, given.lender)
            await feeder.start()
            await asyncio.sleep(0)
            link = asyncio.create_task(asyncio.to_thread(read, site.url("/a")))
            async with asyncio.timeout(LONGEST):
                while not site.requests:  # noqa: ASYNC110 - the site gives no sign
                    await asyncio.sleep(0.01)
                await feeder.stop()
                assert await link == PageRefused("many links")

    asyncio.run(live())


def test_a_wrong_feed_is_named_and_keeps_no_other_from_being_visited(
    store: Store, tmp_path: Path
) -> None:
    async def live() -> None:
        async with open_site() as site:
            publish(site)
            file = tmp_path / "feeds.toml"
            add_feeds(file, [Feed(site.url("/feed"), content="full")])
            file.write_text(f"[[feed]]\n{file.read_text('utf-8')}", "utf-8")
            shelf = ShelfInMemory()
            feeder = Feeder(feeding(store, tmp_path, shelf, lambda: None))
            await feeder.start()
            async with asyncio.timeout(LONGEST):
                while not shelf.articles or feeder.health() is None:  # noqa: ASYNC110 - no sign
                    await asyncio.sleep(0.05)
            await feeder.stop()
            assert "feed 1, address: is missing" in (feeder.health() or "")
            now = datetime.now(UTC)
            report = report_feeds(file, store)
            assert failing_feeds(report, now=now) == ()
            assert report.problems == ((f"{file}, line 1, feed 1, address", "is missing"),)

    asyncio.run(live())


def test_a_running_bot_reads_files_that_change(store: Store, tmp_path: Path) -> None:
    async def live() -> None:
        restocked = asyncio.Event()
        loop = asyncio.get_running_loop()
        feeder = Feeder(
            feeding(
                store,
                tmp_path,
                ShelfInMemory(),
                lambda: loop.call_soon_threadsafe(restocked.set) and None,
            )
        )
        await feeder.start()
        await asyncio.sleep(0.3)
        (tmp_path / "articles").mkdir()
        async with asyncio.timeout(LONGEST):
            await restocked.wait()
        await feeder.stop()

    asyncio.run(live())


def test_a_pass_over_the_folders_that_breaks_once_is_told_and_the_next_one_is_done(
    store: Store, tmp_path: Path
) -> None:
    async def live() -> None:
        folder = tmp_path / "articles"
        folder.mkdir()
        passes: list[int] = []

        def restock() -> None:
            passes.append(len(passes))
            if len(passes) == 1:
                raise BrokenProcessPool

        feeder = Feeder(feeding(store, tmp_path, ShelfInMemory(), restock))
        await feeder.start()
        async with asyncio.timeout(LONGEST):
            while not passes:
                (folder / "a.txt").write_text(f"{asyncio.get_running_loop().time()}", "utf-8")
                await asyncio.sleep(1.2)
            assert "BrokenProcessPool" in (feeder.health() or "")
            while feeder.health() is not None:
                (folder / "b.txt").write_text(f"{asyncio.get_running_loop().time()}", "utf-8")
                await asyncio.sleep(1.2)
        await feeder.stop()
        assert len(passes) > 1

    asyncio.run(live())


def test_feeds_are_visited_again_after_a_round_that_broke(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.feeding._PAUSE", 0.1)

    async def live() -> None:
        async with open_site() as site:
            publish(site)
            add_feeds(tmp_path / "feeds.toml", [Feed(site.url("/feed"), content="full")])
            shelf = ShelfInMemory()
            given = feeding(store, tmp_path, shelf, lambda: None)
            faults: list[Exception] = [BrokenProcessPool()]
            broken = replace(given.refreshing, now=broken_once(faults))
            feeder = Feeder(replace(given, refreshing=broken))
            await feeder.start()
            async with asyncio.timeout(LONGEST):
                while not shelf.articles:  # noqa: ASYNC110 - the shelf gives no sign
                    await asyncio.sleep(0.05)
                while feeder.health() is not None:  # noqa: ASYNC110 - nor does the feeder
                    await asyncio.sleep(0.05)
            await feeder.stop()
            assert not faults

    asyncio.run(live())


def broken_once(faults: list[Exception]) -> Callable[[], datetime]:
    def now() -> datetime:
        if faults:
            raise faults.pop()
        return datetime.now(UTC)

    return now


def test_status_names_what_has_been_failing_for_a_day(store: Store, tmp_path: Path) -> None:
    now = datetime(2026, 1, 5, 6, 0, tzinfo=UTC)
    feeds = [Feed(f"https://{name}.example/", name) for name in ("gestört", "eben", "weg", "gut")]
    add_feeds(tmp_path / "feeds.toml", feeds)
    since = {"gestört": 25, "eben": 1, "weg": 2}
    store.feeds.save(
        [
            FeedState(
                address=feed.address,
                next_at=now,
                failing_since=now - timedelta(hours=since[feed.outlet or ""]),
                reason="gone" if feed.outlet == "weg" else "too slow",
                is_gone=feed.outlet == "weg",
            )
            for feed in feeds[:3]
        ],
        [],
    )
    failing = failing_feeds(report_feeds(tmp_path / "feeds.toml", store), now=now)
    assert [(one.name, one.reason) for one in failing] == [("gestört", "too slow"), ("weg", "gone")]


def test_the_footer_of_each_channel_tells_of_a_failing_feed_once(
    store: Store, tmp_path: Path
) -> None:
    now = datetime(2026, 1, 5, 6, 30, tzinfo=UTC)
    feed = Feed("https://news.example/", "Musterblatt")
    add_feeds(tmp_path / "feeds.toml", [feed])
    began = now - timedelta(days=2)
    state = FeedState(feed.address, now, failing_since=began, reason="not found")
    store.feeds.save([state], [])
    said = ("Quelle gestört: Musterblatt seit 2 Tagen – unter der Adresse ist nichts zu finden.",)
    last = [None, began, now - timedelta(hours=23)]
    told = [tell_troubles(tmp_path / "feeds.toml", store, "de", now, since) for since in last]
    assert told == [said, said, ()]


def publish(site: Site) -> None:
    at = datetime.now(UTC) - timedelta(hours=1)
    entry = item(1, "http://news.example/1", at=at, content="<p>Etwas Neues.</p>")
    site.say("/feed", rss(entry))

"""Which articles come of the entries of feeds: hostile, forbidden, paid for, and doubled ones."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from feeds.newsroom import MONDAY, PARAGRAPHS, Newsroom, item, page, rss

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


def test_entities_that_grow_without_end_stop_nobody(run: Any) -> None:
    async def act(room: Newsroom) -> None:
        feed = room.follow("/feed")
        laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
        bomb = f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "ha">{laughs}]>'
        room.site.say(
            "/feed", bomb + rss(item(1, room.url("/1"), title="&l11;")).partition("?>")[2]
        )
        await room.refresh()
        assert all(len(article.title) < 400 for article in room.shelf.articles)
        assert room.state(feed).last_tried_at == MONDAY

    run(act)


def test_an_external_entity_is_not_fetched(run: Any) -> None:
    async def act(room: Newsroom) -> None:
        room.follow("/feed", content="full")
        secret = room.url("/secret")
        bomb = f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "{secret}"><!ENTITY y SYSTEM "file:///etc/hostname">]>'
        entry = item(1, room.url("/1"), title="A &x; &y;", content="<p>Text.</p>")
        room.site.say("/feed", bomb + rss(entry).partition("?>")[2])
        room.site.say("/secret", "geheim")
        await room.refresh()
        assert room.site.asked("/secret") == []
        assert all("geheim" not in article.title for article in room.shelf.articles)

    run(act)


def test_a_page_that_robots_txt_forbids_is_not_asked_for(run: Any) -> None:
    async def act(room: Newsroom) -> None:
        room.follow("/feed")
        room.site.say("/robots.txt", "User-agent: *\nDisallow: /intern/", content_type="text/plain")
        room.site.say("/feed", rss(item(1, room.url("/intern/1"), summary="Nur der Anfang.")))
        await room.refresh()
        assert room.site.asked("/intern/1") == []
        (arrival,) = room.shelf.arrivals
        assert (arrival.extent, arrival.article.text) == ("teaser", "Nur der Anfang.")

    run(act)


def test_what_stands_before_a_paywall_is_a_teaser(run: Any) -> None:
    async def act(room: Newsroom) -> None:
        room.follow("/feed")
        closed = '<script type="application/ld+json">{"isAccessibleForFree": false}</script>'
        room.site.say("/feed", rss(item(1, room.url("/a"))))
        room.site.say(
            "/a",
            page(*PARAGRAPHS[:2], "Sie haben bereits ein Abo? Hier anmelden.", head=closed),
            content_type="text/html",
        )
        await room.refresh()
        (arrival,) = room.shelf.arrivals
        assert arrival.extent == "teaser"
        assert arrival.article.is_beginning
        assert "Abo" not in arrival.article.text

    run(act)


def test_the_same_article_in_two_feeds_is_there_once(run: Any) -> None:
    async def act(room: Newsroom) -> None:
        room.follow("/politik")
        room.follow("/alles")
        link = room.url("/a")
        room.site.say("/politik", rss(item(1, f"{link}?wt_zmc=politik")))
        room.site.say("/alles", rss(item(2, f"{link}?wt_zmc=alles#kommentare")))
        for query in ("politik", "alles"):
            room.site.say(f"/a?wt_zmc={query}", page(), content_type="text/html")
        await room.refresh()
        assert len(room.shelf.articles) == 1
        counts = list(room.store.feeds.tallies().values())
        assert sorted(map(str, counts)) == ["{'': 1}", "{'same': 1}"]

    run(act)


def test_an_article_that_could_not_be_stored_is_not_lost_to_the_feed_that_brings_it_too(
    run: Any,
) -> None:
    async def act(room: Newsroom) -> None:
        room.follow("/politik")
        room.follow("/alles")
        room.site.say("/politik", rss(item(1, room.url("/a"))))
        room.site.say("/alles", rss(item(2, room.url("/a"))))
        room.site.say("/a", page(), content_type="text/html")
        put = room.shelf.put

        def broken(*_: object, **__: object) -> None:
            raise ArithmeticError

        room.shelf.put = broken  # type: ignore[method-assign] # an unexpected fault
        await room.refresh()
        room.shelf.put = put  # type: ignore[method-assign] # and its end
        await room.refresh(after=timedelta(days=1))
        assert len({article.id for article in room.shelf.articles}) == 1

    run(act)


def test_the_same_headline_of_an_outlet_with_a_similar_text_is_the_same_article(run: Any) -> None:
    async def act(room: Newsroom) -> None:
        room.follow("/feed", outlet="Musterblatt", content="full")
        text = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
        room.site.say("/feed", rss(item(1, room.url("/alt/1"), title="Brücke", content=text)))
        await room.refresh()
        entries = (
            item(1, room.url("/alt/1"), title="Brücke", content=text),
            item(2, room.url("/neu/1"), title="Brücke", content=text),
            item(3, room.url("/neu/3"), title="Brücke", content="<p>Etwas ganz anderes.</p>"),
        )
        room.site.say("/feed", rss(*entries))
        await room.refresh(after=HOUR)
        assert len(room.shelf.articles) == 2

    run(act)


def test_agency_copies_of_two_outlets_both_stay(run: Any) -> None:
    async def act(room: Newsroom) -> None:
        text = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
        for outlet in ("Erstes Blatt", "Zweites Blatt"):
            path = f"/{outlet[:5]}"
            room.follow(path, outlet=outlet, content="full")
            room.site.say(path, rss(item(1, room.url(f"{path}/1"), title="Brücke", content=text)))
        await room.refresh()
        outlets = {article.outlet for article in room.shelf.articles}
        assert outlets == {"Erstes Blatt", "Zweites Blatt"}

    run(act)


def test_a_page_that_was_not_reached_is_tried_again(run: Any) -> None:
    async def act(room: Newsroom) -> None:
        feed = room.follow("/feed")
        room.site.say("/feed", rss(item(1, room.url("/a"))), etag='"1"')
        room.site.say("/a", "", 502)
        await room.refresh()
        (teaser,) = room.shelf.arrivals
        assert teaser.extent == "teaser"
        assert room.state(feed).etag is None
        room.site.say("/a", page(), content_type="text/html")
        await room.refresh(after=6 * HOUR)
        assert room.shelf.arrivals[1].extent == "full"
        assert room.shelf.arrivals[1].replaces == teaser.article.id
        assert room.state(feed).etag == '"1"'

    run(act)


def test_who_wrote_an_article_is_told_by_the_feed_or_else_by_its_page(run: Any) -> None:
    async def act(room: Newsroom) -> None:
        room.follow("/feed", outlet="Musterblatt")
        said = "<author>redaktion@news.example (Anna Beispiel)</author><description>"
        entries = (
            item(1, room.url("/a")).replace("<description>", said),
            item(2, room.url("/b")),
            item(3, room.url("/c")),
        )
        room.site.say("/feed", rss(*entries))
        for path, author in (("/a", "Max Muster"), ("/b", "Max Muster"), ("/c", "Musterblatt")):
            head = f'<meta name="author" content="{author}">'
            text = [f"{one} Das steht auf {path}." for one in PARAGRAPHS]
            room.site.say(path, page(*text, title=path, head=head), content_type="text/html")
        await room.refresh()
        found = {article.title: article.author for article in room.shelf.articles}
        assert found == {"Meldung 1": "Anna Beispiel", "Meldung 2": "Max Muster", "Meldung 3": None}

    run(act)

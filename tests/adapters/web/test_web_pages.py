"""Topics, digests, evidence and the state of things."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import TYPE_CHECKING

import pytest
from web_visitor import NOW

from bot.adapters.web.digests import mornings
from bot.adapters.web.ports import Condition, SourceState, Surroundings
from bot.core.collection import Skipped
from bot.core.excerpts import ExcerptLimits
from bot.core.feeds import Feed, FeedHealth, FeedsReport, FeedState
from bot.core.ledger import Delivery, Subscription, Wish
from bot.library import Library

HOUR = timedelta(hours=1)
FINE = FeedState(
    "https://a.example/",
    NOW + HOUR,
    title="Gutes Blatt",
    last_tried_at=NOW,
    last_success_at=NOW,
)
FAILING = FeedState(
    "https://b.example/",
    NOW + HOUR,
    last_tried_at=NOW,
    failing_since=NOW - 24 * HOUR,
    reason="status",
    status=503,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from web_visitor import Served

    from bot.core.models import Reading
    from bot.lemmas import DictionaryLemmatiser


def test_every_topic_leads_to_its_card(page: Served, seed_library: Library) -> None:
    visitor = page.visitor()
    links = visitor.get("/topics").tree.xpath("//tbody//a")
    assert len(links) == len(seed_library.topics())
    for link in links:
        got = visitor.get(link.get("href"))
        assert got.status == 200, link.get("href")
        assert got.tree.xpath("//h1/text()") == [link.text]


def test_a_topic_has_its_pictures(page: Served) -> None:
    visitor = page.visitor()
    got = visitor.get("/topics/stargate")
    assert len(got.tree.xpath("//figure[@class='picture']/*[name()='svg']")) == 3
    for path in got.tree.xpath("//figcaption/a/@href"):
        picture = visitor.get(path)
        assert picture.headers["Content-Type"].startswith("image/svg+xml")
        assert picture.text.startswith("<svg")


@pytest.mark.parametrize(
    "path", ["/topics/none", "/topics/stargate/none.svg", "/digest?date=x", "/digest/x.md", "/none"]
)
def test_what_does_not_exist_is_said_in_words(page: Served, path: str) -> None:
    got = page.visitor().get(path)
    assert got.status == 404
    assert "Diese Seite gibt es nicht." in got.words()


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31", "2025-02-30", "20250124x"])
def test_a_day_out_of_reach_is_no_page(page: Served, day: str) -> None:
    assert page.visitor().get(f"/digest?date={day}").status == 404


def test_the_digest_of_a_day_is_shown_with_its_cards(page: Served, seed_library: Library) -> None:
    got = page.visitor().get("/digest?date=2025-01-24")
    digest = seed_library.digest(date(2025, 1, 24))
    assert got.tree.xpath("//h1/text()") == ["Freitag, 24. Januar 2025"]
    assert len(got.tree.xpath("//article")) == 1 + len(digest.entries)
    for entry in digest.entries:
        assert entry.card.name in got.words("//h2")


def test_one_walks_from_day_to_day_over_the_weekend(page: Served) -> None:
    got = page.visitor().get("/digest?date=2025-01-24")
    assert got.tree.xpath("//a[@rel='prev']/@href") == ["/digest?date=2025-01-23"]
    assert got.tree.xpath("//a[@rel='next']/@href") == ["/digest?date=2025-01-27"]


def test_without_a_day_the_newest_morning_with_news_is_shown(page: Served) -> None:
    got = page.visitor().get("/digest")
    assert got.tree.xpath("//h1/text()") == ["Freitag, 26. September 2025"]


def test_mornings_are_the_weekdays_after() -> None:
    friday, saturday = date(2025, 1, 24), date(2025, 1, 25)
    assert mornings((friday, friday, saturday)) == (date(2025, 1, 27),)


def test_evidence_marks_exactly_the_cited_characters(page: Served, seed_library: Library) -> None:
    visitor = page.visitor()
    link = visitor.get("/topics/stargate").tree.xpath("//a[@class='cite']/@href")[0]
    got = visitor.get(link.split("#")[0])
    marked = ["".join(one.itertext()) for one in got.tree.xpath("//mark")]
    card = seed_library.brief("stargate").card
    for point in (*card.lead, *card.facts):
        for span in point.spans:
            cited = seed_library.reading(span.article).article.text[span.start : span.end]
            assert cited in "".join(marked)


def test_points_and_passages_lead_to_each_other(page: Served) -> None:
    visitor = page.visitor()
    link = visitor.get("/topics/stargate").tree.xpath("//a[@class='cite']/@href")[0]
    tree = visitor.get(link.split("#")[0]).tree
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    targets = tree.xpath("//nav[@class='points']//a/@href | //a[@class='pin']/@href")
    assert len(targets) > 20
    assert {target.removeprefix("#") for target in targets} <= set(ids)


def test_every_citation_of_a_card_leads_somewhere(page: Served) -> None:
    visitor = page.visitor()
    links = visitor.get("/topics/stargate").tree.xpath("//a[@class='cite']/@href")
    ids = set(visitor.get(links[0].split("#")[0]).tree.xpath("//@id"))
    assert {link.split("#")[1] for link in links} <= ids
    # Those of points lead to the very passage; only the list of sources leads to articles.
    in_points = [link for link in links if "#point-" in link]
    assert len(in_points) > 10


def test_the_state_of_everything_is_on_one_page(open_page: Callable[..., Served]) -> None:
    wish = Wish("slack", "T1", "#news", "Europe/Berlin", time(7, 30), (0,), ("Stargate",), "de")
    order = Subscription(1, wish, "active", "", NOW, 1, NOW)
    late = Delivery(
        7, 1, date(2025, 1, 23), NOW, "skipped", 0, None, "", None, None, "", "missed", None
    )
    around = Surroundings(
        lambda: NOW,
        skipped=lambda: (Skipped("a.txt", "is empty", 3),),
        subscriptions=lambda: (order,),
        deliveries=lambda: (late,),
        conditions=lambda: (Condition("store"), Condition("slack", "not connected")),
        sources=lambda: (SourceState("seeds"), SourceState("Beispiele", "antwortet nicht")),
        feeds=lambda: FeedsReport(
            (
                FeedHealth(Feed("https://a.example/"), FINE),
                FeedHealth(Feed("https://b.example/", "Krankes Blatt"), FAILING),
            ),
            (("feeds.toml, line 3, feed 2, address", "is missing"),),
        ),
    )
    words = open_page(around=around).visitor().get("/status").words()
    for said in ("not connected", "slack · #news", "ausgelassen", "der Dienst war nicht an"):
        assert said in words
    for said in (
        "heute 09:00 (Europe/Berlin)",
        "Stargate",
        "a.txt 3 is empty",
        "Beispiele antwortet nicht",
        "Gutes Blatt in Ordnung heute 09:00 heute 10:00",
        "Krankes Blatt gestört seit gestern 09:00: der Server meldet einen Fehler (503)",
        "feeds.toml, Zeile 3, Feed 2, address: fehlt",
    ):
        assert said in words


def test_the_served_article_keeps_to_the_limit_of_its_outlet(
    open_page: Callable[..., Served],
    seed_readings: tuple[Reading, ...],
    lemmatiser: DictionaryLemmatiser,
) -> None:
    library = Library(lemmatiser, excerpts=ExcerptLimits({}, 300))
    for reading in seed_readings:
        library.add(reading)
    visitor = open_page(library).visitor()
    link = visitor.get("/topics/nvidia").tree.xpath("//a[@class='cite']/@href")[0]
    articles = visitor.get(link.split("#")[0]).tree.xpath("//article[@class='source']")
    assert articles
    for one in articles:
        paragraphs = one.xpath("./p[not(@class)]")
        text = "".join("".join(paragraph.itertext()) for paragraph in paragraphs)
        assert "…" in text
        assert len(text) < 400
        assert one.xpath(".//a[@class='out']/@href")

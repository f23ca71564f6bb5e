"""What somebody removed is known again by its id, its pages and its texts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from store.orders import MORNING, reading

from bot.core.feeds import REMOVED, SeenEntry

if TYPE_CHECKING:
    from bot.store import Store

FEED = "https://news.example/feed"


def fill(store: Store) -> None:
    for name in ("web-1", "web-1~v2", "web-10", "web_1~v2"):
        one = reading("Hafen", id=name)
        page = replace(one.article, url="https://news.example/a")
        store.articles.put(
            replace(one, article=page) if name.startswith("web-1~") else one, now=MORNING
        )
    entry = SeenEntry(FEED, "1", "f", MORNING, "web-1~v2", "news.example/a", "", "h2", 2)
    store.feeds.save([], [entry, SeenEntry(FEED, "2", "f", MORNING, "web-10", "news.example/b")])


def test_all_versions_go_and_nothing_else(store: Store) -> None:
    fill(store)
    assert store.removals.remove("web-1~v2", ["h1"], now=MORNING) == ("web-1", "web-1~v2")
    assert {one.id for one in store.articles.list_stored()} == {"web-10", "web_1~v2"}
    seen = store.feeds.seen(FEED, ["1", "2"])
    assert (seen["1"].article_id, seen["1"].reason) == ("", REMOVED)
    assert (seen["2"].article_id, seen["2"].reason) == ("web-10", "")


def test_it_is_known_by_id_page_and_text(store: Store) -> None:
    fill(store)
    store.removals.remove("web-1", ["h1"], now=MORNING)
    assert store.feeds.is_removed("web-1~v3", "", "")
    assert store.feeds.is_removed("other", "news.example/a", "")
    assert store.feeds.is_removed("other", "", "h1")
    assert not store.feeds.is_removed("web-10", "news.example/b", "h2")


def test_it_can_be_let_in_again(store: Store) -> None:
    fill(store)
    store.removals.remove("web-1", ["h1"], now=MORNING)
    assert store.feeds.restore("web-1", "", "")
    assert not store.feeds.restore("web-1", "", "")
    assert not store.feeds.is_removed("web-1", "news.example/a", "h1")
    assert store.feeds.seen(FEED, ["1"])["1"].reason == ""


def test_an_article_is_found_by_its_address_or_as_feeds_know_it(store: Store) -> None:
    fill(store)
    assert store.removals.find_page("", ["https://news.example/a"]) == "web-1~v2"
    assert store.removals.find_page("news.example/b", []) == "web-10"
    assert store.removals.find_page("news.example/c", []) is None


def test_what_is_not_there_can_be_kept_away_as_well(store: Store) -> None:
    assert store.removals.remove("web-9", [], now=MORNING) == ()
    assert store.feeds.is_removed("web-9", "", "")


def test_pages_that_can_be_asked_for_changes_are_those_with_validators(store: Store) -> None:
    base = SeenEntry(FEED, "1", "f", MORNING, "web-1", etag='"1"')
    others = (
        replace(base, key="2", etag=None, last_modified="Mon"),
        replace(base, key="3", etag=None),
        replace(base, key="4", article_id=""),
        replace(base, key="5", feed="https://other.example/"),
    )
    store.feeds.save([], [base, *others])
    found = store.feeds.conditional(FEED, seen_before=MORNING, limit=9)
    assert [one.key for one in found] == ["1", "2"]
    assert [one.is_conditional for one in found] == [True, True]

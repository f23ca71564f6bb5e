"""What is known of feeds: who visits which, what was seen."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from store.orders import MORNING

from bot.core.feeds import FeedState, SeenEntry

if TYPE_CHECKING:
    from bot.store import Store

ADDRESSES = [f"https://news.example/{number}" for number in range(10)]
HOUR = timedelta(hours=1)


def claim(store: Store, addresses: list[str] = ADDRESSES, **given: object) -> list[str]:
    wanted = {"now": MORNING, "limit": 100, **given}
    return [one.address for one in store.feeds.claim(addresses, **wanted)]  # type: ignore[arg-type] # any of them


def test_feeds_that_nobody_knows_yet_are_due_at_once(store: Store) -> None:
    assert claim(store) == ADDRESSES


def test_no_feed_is_given_to_two_at_a_time(store: Store) -> None:
    first, second = claim(store, limit=6), claim(store, limit=6)
    assert (len(first), len(second)) == (6, 4)
    assert not set(first) & set(second)
    assert claim(store) == []


def test_a_feed_whose_visitor_died_is_given_to_the_next(store: Store) -> None:
    claim(store)
    assert claim(store, now=MORNING + HOUR) == ADDRESSES


def test_a_feed_is_due_when_its_state_says_so(store: Store) -> None:
    states = store.feeds.claim(ADDRESSES, now=MORNING, limit=2)
    store.feeds.save([replace(one, next_at=MORNING + HOUR) for one in states], [])
    assert claim(store, ADDRESSES[:2], now=MORNING + HOUR / 2) == []
    assert claim(store, ADDRESSES[:2], now=MORNING + HOUR) == ADDRESSES[:2]


def test_only_feeds_that_are_wished_for_are_given(store: Store) -> None:
    claim(store)
    later = MORNING + HOUR
    assert claim(store, ADDRESSES[3:5], now=later) == ADDRESSES[3:5]


def test_a_feed_that_is_gone_is_not_given_until_somebody_asks_for_it(store: Store) -> None:
    gone = FeedState(ADDRESSES[0], next_at=MORNING, is_gone=True)
    store.feeds.save([gone], [])
    assert claim(store, ADDRESSES[:1]) == []
    store.feeds.make_due(ADDRESSES[:1], now=MORNING)
    assert claim(store, ADDRESSES[:1]) == ADDRESSES[:1]


def test_all_that_is_known_of_a_feed_is_kept(store: Store) -> None:
    state = FeedState(
        address=ADDRESSES[0],
        next_at=MORNING + HOUR,
        url="https://neu.example/",
        title="Musterblatt – „Neues“",
        etag='W/"1"',
        last_modified="Mon, 05 Jan 2026 06:00:00 GMT",
        interval=900,
        failures=2,
        failing_since=MORNING,
        last_tried_at=MORNING,
        last_success_at=MORNING - HOUR,
        newest_at=MORNING - HOUR,
        reason="busy",
        status=503,
        moved_at=MORNING,
        has_baseline=True,
    )
    store.feeds.save([state], [])
    assert store.feeds.states() == {state.address: state}


def test_entries_are_known_by_feed_and_key(store: Store) -> None:
    entry = SeenEntry(ADDRESSES[0], "id-1", "f", MORNING, "web-1", "a.example/1", "m|d|t", "h", 2)
    store.feeds.save([], [entry, replace(entry, feed=ADDRESSES[1], article_id="", reason="same")])
    assert store.feeds.seen(ADDRESSES[0], ["id-1", "id-2"]) == {"id-1": entry}
    assert store.feeds.same("a.example/1", "") == (entry,)
    assert store.feeds.same("", "m|d|t") == (entry,)
    assert store.feeds.same("", "") == ()
    changed = replace(entry, version=3)
    store.feeds.save([], [changed])
    assert store.feeds.seen(ADDRESSES[0], ["id-1"]) == {"id-1": changed}
    assert store.feeds.tallies() == {ADDRESSES[0]: {"": 1}, ADDRESSES[1]: {"same": 1}}


def test_what_left_its_feed_long_ago_is_forgotten(store: Store) -> None:
    old = SeenEntry(ADDRESSES[0], "old", "f", MORNING - 24 * HOUR)
    store.feeds.save([], [old, replace(old, key="new", seen_at=MORNING)])
    assert store.feeds.forget_before(MORNING - HOUR) == 1
    assert set(store.feeds.seen(ADDRESSES[0], ["old", "new"])) == {"new"}


def test_a_feed_that_is_removed_is_forgotten(store: Store) -> None:
    claim(store)
    store.feeds.save([], [SeenEntry(ADDRESSES[0], "1", "f", MORNING)])
    store.feeds.forget(ADDRESSES[:1])
    assert ADDRESSES[0] not in store.feeds.states()
    assert store.feeds.seen(ADDRESSES[0], ["1"]) == {}


def test_entries_are_still_there_if_their_feed_shows_none(store: Store) -> None:
    days = {"left": 40, "there": 12, "new": 9}
    rows = [
        SeenEntry(ADDRESSES[0], key, "f", MORNING - 24 * HOUR * age) for key, age in days.items()
    ]
    fresh = [replace(row, feed=ADDRESSES[1], seen_at=row.seen_at + 72 * HOUR) for row in rows]
    store.feeds.save([], [*rows, *fresh])
    store.feeds.keep_entries(ADDRESSES[:2], now=MORNING)
    seen = store.feeds.seen(ADDRESSES[0], days)
    assert {key for key, one in seen.items() if one.seen_at == MORNING} == {"there", "new"}
    assert store.feeds.seen(ADDRESSES[1], days) == {row.key: row for row in fresh}

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.feeds import Feed, FeedState, SeenEntry
from bot.sources.feeds.entries import Entry, ParsedFeed
from bot.sources.feeds.news import Intent, Pass, Read, decide
from bot.sources.feeds.pace import (
    LONGEST,
    SHORTEST,
    after_failure,
    after_nothing_new,
    after_reading,
    pace,
)
from bot.sources.web.answers import Failed, Fetched, NotModified, Validators, Wishes

NOW = datetime(2026, 1, 5, 6, 0, tzinfo=UTC)
FEED = Feed("https://news.example/feed")
STATE = FeedState(FEED.address, next_at=NOW)
MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)


def moments(gap: timedelta, count: int = 10, *, silent: timedelta | None = None) -> list[datetime]:
    latest = NOW - (silent if silent is not None else gap)
    return [latest - number * gap for number in range(count)]


def read(*, wishes: Wishes | None = None, seconds: int = 0, chance: float = 0.0) -> FeedState:
    answer = Fetched("u", b"", wishes=wishes or Wishes())
    parsed = ParsedFeed("T", (Entry("1", published=NOW - timedelta(hours=1)),), seconds=seconds)
    return after_reading(STATE, FEED, answer, parsed, now=NOW, chance=chance)


def test_a_feed_is_asked_three_times_as_often_as_it_publishes() -> None:
    assert pace(moments(timedelta(hours=3)), NOW) == 3600


def test_a_busy_feed_is_asked_every_ten_minutes_and_a_rare_one_twice_a_day() -> None:
    assert pace(moments(MINUTE), NOW) == SHORTEST
    assert pace(moments(30 * DAY), NOW) == LONGEST


def test_a_feed_that_fell_silent_is_asked_less() -> None:
    gap = timedelta(hours=1)
    assert pace(moments(gap, silent=DAY), NOW) > pace(moments(gap), NOW)


def test_a_feed_without_dates_is_asked_every_three_hours() -> None:
    assert pace([], NOW) == 3 * 3600


@given(
    st.lists(st.integers(-10_000_000, 10_000_000), max_size=30),
    st.integers(0, 10**9),
    st.integers(0, 10**9),
    st.integers(0, 86_400),
    st.floats(0, 1),
)
def test_the_next_visit_is_within_bounds_and_never_before_what_was_asked_for(
    ages: list[int], retry_after: int, max_age: int, ttl: int, chance: float
) -> None:
    entries = tuple(
        Entry(str(n), published=NOW - timedelta(seconds=age)) for n, age in enumerate(ages)
    )
    answer = Fetched("u", b"", wishes=Wishes(retry_after, max_age))
    state = after_reading(
        STATE, FEED, answer, ParsedFeed("", entries, seconds=ttl), now=NOW, chance=chance
    )
    wait = (state.next_at - NOW).total_seconds()
    assert wait >= max(SHORTEST, retry_after, ttl)
    assert wait <= 1.1 * max(LONGEST, retry_after, ttl, DAY.total_seconds()) + 1
    assert SHORTEST <= state.interval <= LONGEST


def test_cache_control_and_ttl_put_the_next_visit_off() -> None:
    assert read(wishes=Wishes(max_age=7200)).next_at == NOW + 120 * MINUTE
    assert read(seconds=5400).next_at == NOW + 90 * MINUTE
    assert read(wishes=Wishes(max_age=10**8)).next_at == NOW + DAY


def test_chance_spreads_visits_and_only_makes_them_later() -> None:
    early, late = read(chance=0.0).next_at, read(chance=1.0).next_at
    assert early < late <= early + (early - NOW) / 9


def test_each_visit_that_finds_nothing_new_makes_the_next_a_little_later() -> None:
    state, waits = STATE, []
    for _ in range(40):
        state = after_nothing_new(state, FEED, NotModified(), now=NOW, chance=0)
        waits.append(state.next_at - NOW)
    assert waits == sorted(waits)
    assert waits[-1] == timedelta(seconds=LONGEST)


def test_an_interval_of_the_settings_is_kept() -> None:
    feed = Feed(FEED.address, interval=900)
    state = after_nothing_new(STATE, feed, NotModified(), now=NOW, chance=0)
    assert state.next_at == NOW + 15 * MINUTE


def test_validators_are_kept_when_a_304_gives_none() -> None:
    state = FeedState(FEED.address, next_at=NOW, etag='"1"', last_modified="gestern")
    kept = after_nothing_new(state, FEED, NotModified(), now=NOW, chance=0)
    assert (kept.etag, kept.last_modified) == ('"1"', "gestern")
    given_anew = NotModified(Validators('"2"', None))
    assert after_nothing_new(state, FEED, given_anew, now=NOW, chance=0).etag == '"2"'


def test_each_failure_in_a_row_waits_twice_as_long_at_most_a_day() -> None:
    state, waits = STATE, []
    for _ in range(12):
        state = after_failure(state, FEED, Failed("unreachable"), now=NOW, chance=0)
        waits.append(state.next_at - NOW)
    assert waits[:3] == [5 * MINUTE, 10 * MINUTE, 20 * MINUTE]
    assert waits[-1] == DAY
    assert state.failing_since == NOW


def entry(key: str, *, age: timedelta = timedelta(hours=1), title: str = "A") -> Entry:
    return Entry(key, title=title, published=NOW - age)


def seen(one: Entry, **changed: object) -> SeenEntry:
    known = {"seen_at": NOW, "article_id": "web-1", **changed}
    return SeenEntry(FEED.address, one.key, one.fingerprint, **known)  # type: ignore[arg-type] # any field


def kinds(intents: tuple[Intent, ...]) -> list[str]:
    return [
        f"read {one.entry.key}" if isinstance(one, Read) else f"{one.reason} {one.entry.key}"
        for one in intents
    ]


def test_the_baseline_reads_the_latest_of_two_days_alone() -> None:
    entries = [entry("neu"), entry("alt", age=3 * DAY), Entry("ohne")]
    intents = decide(entries, {}, has_baseline=False, now=NOW)
    assert kinds(intents) == ["read neu", "before alt", "before ohne"]


def test_the_baseline_reads_ten_at_most() -> None:
    entries = [entry(str(n), age=n * MINUTE) for n in range(100)]
    intents = decide(entries, {}, has_baseline=False, now=NOW)
    assert sum(isinstance(one, Read) for one in intents) == 10


def test_what_is_known_and_unchanged_is_left_alone() -> None:
    one = entry("a")
    assert decide([one], {"a": seen(one)}, has_baseline=True, now=NOW) == ()


def test_what_changed_is_read_again_with_what_was_made_of_it() -> None:
    before = seen(entry("a"))
    changed = entry("a", title="B")
    assert decide([changed], {"a": before}, has_baseline=True, now=NOW) == (Read(changed, before),)


def test_what_was_there_before_the_feed_was_added_stays_out() -> None:
    before = seen(entry("a"), article_id="", reason="before")
    intents = decide([entry("a", title="B")], {"a": before}, has_baseline=True, now=NOW)
    assert kinds(intents) == ["before a"]


def test_an_old_entry_that_comes_back_is_no_news() -> None:
    intents = decide([entry("a", age=31 * DAY)], {}, has_baseline=True, now=NOW)
    assert kinds(intents) == ["old a"]


def test_that_an_entry_is_still_there_is_noted_once_a_week() -> None:
    one = entry("a")
    for age, noted in ((6 * DAY, False), (8 * DAY, True)):
        known = {"a": seen(one, seen_at=NOW - age)}
        intents = decide([one], known, has_baseline=True, now=NOW)
        assert [isinstance(intent, Pass) for intent in intents] == [True] * noted


@pytest.mark.parametrize("has_baseline", [True, False])
@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 3)), max_size=12))
def test_every_new_entry_is_decided_on_once(
    has_baseline: bool,  # noqa: FBT001 - a parameter of the test
    written: list[tuple[int, int]],
) -> None:
    entries = list({key: entry(str(key), title=str(title)) for key, title in written}.values())
    intents = decide(entries, {}, has_baseline=has_baseline, now=NOW)
    assert [one.entry for one in intents] == entries

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from bot.core.feeds import FeedState
from bot.sources.feeds.turns import Turns

NOW = datetime(2026, 1, 5, 6, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def feeds(host: str, count: int) -> list[FeedState]:
    return [FeedState(f"https://{host}/{number}", NOW) for number in range(count)]


def names(states: list[FeedState]) -> list[str]:
    return [state.address.removeprefix("https://") for state in states]


def test_hosts_take_turns() -> None:
    turns = Turns()
    turns.add([*feeds("a", 3), *feeds("b", 2)], now=NOW)
    assert names(turns.take(10, since=NOW)) == ["a/0", "b/0", "a/1", "b/1"]
    assert turns.under_way == 4


def test_of_one_host_two_are_under_way_and_a_third_when_one_has_ended() -> None:
    turns = Turns()
    states = feeds("a", 4)
    turns.add(states, now=NOW)
    assert names(turns.take(10, since=NOW)) == ["a/0", "a/1"]
    assert turns.take(10, since=NOW) == []
    turns.end(states[0])
    assert names(turns.take(10, since=NOW)) == ["a/2"]


def test_no_more_are_given_than_asked_for_and_the_turn_goes_on() -> None:
    turns = Turns()
    turns.add([*feeds("a", 2), *feeds("b", 2), *feeds("c", 2)], now=NOW)
    assert names(turns.take(2, since=NOW)) == ["a/0", "b/0"]
    assert names(turns.take(2, since=NOW)) == ["c/0", "a/1"]


def test_a_feed_is_counted_where_it_has_moved_to() -> None:
    turns = Turns()
    moved = [FeedState(f"https://old{n}/", NOW, url=f"https://new/{n}") for n in range(3)]
    turns.add(moved, now=NOW)
    assert len(turns.take(10, since=NOW)) == 2


def test_who_has_waited_too_long_is_let_go() -> None:
    turns = Turns()
    turns.add(feeds("a", 3), now=NOW)
    turns.add(feeds("b", 1), now=NOW + MINUTE)
    assert names(turns.take(10, since=NOW + MINUTE)) == ["b/0"]
    assert turns.take(10, since=NOW) == []

"""One standing order per channel."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from store.orders import DUE, MORNING, claim, plan, wish

from bot.store import UnusableWish, open_store

if TYPE_CHECKING:
    from pathlib import Path

    from bot.store import Store

DAY = timedelta(days=1)


def test_a_plan_comes_back_as_it_was_made(store: Store) -> None:
    made = wish(
        topics=("Wärmenetz", 'a"b', ""), length="long", holidays="DE-BE", quiet=True, owner="u1"
    )
    one = store.subscriptions.plan(made, MORNING)
    assert one.wish == made
    assert store.subscriptions.get(one.id) == one
    assert store.subscriptions.find("folder", "haus", "allgemein") == one
    assert (one.state, one.version, one.created_at, one.next_due_at) == (
        "active",
        1,
        MORNING,
        DUE,
    )


def test_a_second_plan_for_a_channel_changes_the_first(store: Store) -> None:
    first = plan(store)
    second = plan(store, topics=("Messe",))
    assert (second.id, second.version, second.wish.topics) == (first.id, 2, ("Messe",))
    assert store.subscriptions.list_all() == (second,)


def test_the_same_channel_name_on_another_platform_is_another_channel(store: Store) -> None:
    assert plan(store).id != plan(store, platform="chat").id


@pytest.mark.parametrize(
    "zone", ["Europe/Berlinn", "", "Mond", "../etc/passwd", "Europe", "a\x00b", "x" * 300]
)
def test_an_unknown_zone_is_refused_by_name(store: Store, zone: str) -> None:
    with pytest.raises(UnusableWish, match="Europe/Berlin"):
        plan(store, zone=zone)
    assert store.subscriptions.list_all() == ()


@pytest.mark.parametrize("weekdays", [(), (7,), (-1, 0)])
def test_weekdays_that_do_not_exist_are_refused(store: Store, weekdays: tuple[int, ...]) -> None:
    with pytest.raises(UnusableWish, match="weekdays"):
        plan(store, weekdays=weekdays)


def test_nothing_is_due_while_paused(store: Store) -> None:
    one = plan(store)
    paused = store.subscriptions.pause(one.id, "Urlaub")
    assert paused is not None
    assert (paused.state, paused.reason, paused.next_due_at) == ("paused", "Urlaub", None)
    assert claim(store) == []


def test_what_was_missed_while_paused_is_not_made_up_for(store: Store) -> None:
    one = plan(store)
    store.subscriptions.pause(one.id, "Urlaub")
    resumed = store.subscriptions.resume(one.id, DUE + 3 * DAY)
    assert resumed is not None
    assert resumed.next_due_at == DUE + 4 * DAY
    assert claim(store, DUE + 3 * DAY) == []


def test_resuming_what_runs_changes_nothing(store: Store) -> None:
    one = plan(store)
    assert store.subscriptions.resume(one.id, DUE + DAY) == one


def test_a_stopped_order_stays_to_be_looked_up(store: Store) -> None:
    one = plan(store)
    store.subscriptions.stop(one.id)
    stopped = store.subscriptions.get(one.id)
    assert stopped is not None
    assert stopped.state == "stopped"
    assert claim(store) == []


def test_what_does_not_exist_is_nothing(store: Store) -> None:
    orders = store.subscriptions
    assert orders.get(9) is None
    assert orders.find("folder", "haus", "nirgends") is None
    assert orders.pause(9, "") is None
    assert orders.stop(9) is None
    assert orders.resume(9, MORNING) is None


def test_public_holidays_are_left_out(store_url: str, tmp_path: Path) -> None:
    def is_holiday(calendar: str, day: date) -> bool:
        return (calendar, day) == ("DE-BE", date(2025, 1, 20))

    with open_store(store_url, tmp_path, is_holiday=is_holiday) as store:
        assert plan(store, "hier", holidays="DE-BE").next_due_at == DUE + DAY
        assert plan(store, "dort").next_due_at == DUE

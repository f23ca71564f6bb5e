"""What is forgotten and what is kept, and what a channel knows from the digests before."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from delivery.plans import wish
from delivery.stand_ins import MONDAY, Stage
from sqlalchemy import insert

from bot.core.digest import Moment
from bot.core.ledger import Claimed
from bot.delivery.knowledge import Remembered, channel_memory
from bot.delivery.upkeep import describe_counts, forget_old
from bot.store.schema import gone

if TYPE_CHECKING:
    from datetime import datetime

    from bot.store import Store

DAY = timedelta(days=1)
SHOWN = '{"shown": {"hafen": ["a", "b"]}}'


def a_year_later(store: Store) -> datetime:
    """After a digest, a card, a talk, follows and an event; nothing since."""
    stage = Stage(store)
    stage.render_as = lambda _claimed: SHOWN
    store.subscriptions.plan(wish(), stage.clock.now())
    with stage.loop:
        stage.tick(after=1800)
    now = stage.clock.now()
    store.memory.remember("T", "E", now=now)
    store.notes.save({"chat:w0:@anna": "follows", "chat:w0:general#1": "talk"}, now)
    store.notes.keep_cards({"card": "{}"}, now)
    return now + 365 * DAY


def test_what_is_older_than_it_is_kept_is_forgotten(store: Store) -> None:
    now = a_year_later(store)
    forget_old(store, now, 180 * DAY)
    counts = store.counts()
    gone = ("delivery", "shown", "event", "shown_card")
    assert [counts[name] for name in gone] == [0, 0, 0, 0]


def test_plans_and_what_people_follow_are_never_forgotten(store: Store) -> None:
    now = a_year_later(store)
    forget_old(store, now, DAY)
    assert store.counts()["subscription"] == 1
    assert store.notes.load(["chat:w0:@anna", "chat:w0:general#1"]) == {"chat:w0:@anna": "follows"}


def test_what_is_young_enough_stays(store: Store) -> None:
    now = a_year_later(store)
    before = store.counts()
    forget_old(store, now - 364 * DAY, 180 * DAY)
    assert store.counts() == before


def test_what_was_shown_is_known_for_a_month_however_little_is_kept(store: Store) -> None:
    now = a_year_later(store)
    forget_old(store, now - 335 * DAY, DAY)
    assert store.counts()["shown"] == 2
    assert store.counts()["delivery"] == 0


def test_an_event_is_forgotten_after_a_week(store: Store) -> None:
    now = a_year_later(store)
    forget_old(store, now - 357 * DAY, 180 * DAY)
    assert store.counts()["event"] == 0


def test_a_workspace_that_asked_to_wait_is_forgotten_when_that_is_over(store: Store) -> None:
    now = MONDAY
    store.ledger.block("chat:w0", now)
    store.ledger.block("chat:w1", now + DAY)
    forget_old(store, now + DAY / 2, 180 * DAY)
    assert store.ledger.blocked_until("chat:w0") is None
    assert store.ledger.blocked_until("chat:w1") == now + DAY


def test_that_an_article_left_is_forgotten_once_the_saved_index_knows(store: Store) -> None:
    now = MONDAY
    for change, name in enumerate("abc", start=1):
        with store.database.writing() as connection:
            connection.execute(insert(gone).values(article_id=name, change=change))
    forget_old(store, now + DAY, 180 * DAY)
    assert store.articles.changes_since(0).left == ("a", "b", "c")
    store.index_parts.save({"names": b"x"}, change=2, now=now)
    forget_old(store, now, 180 * DAY)
    assert store.articles.changes_since(0).left == ("a", "b", "c")
    forget_old(store, now + DAY, 180 * DAY)
    assert store.articles.changes_since(0).left == ("b", "c")
    assert store.articles.latest_change() == 3


def test_a_first_digest_is_compared_with_nothing(store: Store) -> None:
    stage = Stage(store)
    order = store.subscriptions.plan(wish(), stage.clock.now())
    stage.clock.wait(1800)
    store.ledger.insert_due(stage.clock.now(), limit=1)
    (one,) = store.ledger.recent(1)
    stage.loop.close()
    assert channel_memory(store, Claimed(one, order)) == Remembered()


def remembering(store: Store) -> tuple[Stage, list[Remembered]]:
    """A planned digest, and what is remembered each time that one is rendered."""
    stage = Stage(store)
    remembered: list[Remembered] = []

    def render(claimed: Claimed) -> str:
        remembered.append(channel_memory(store, claimed))
        return SHOWN

    stage.render_as = render
    store.subscriptions.plan(wish(), stage.clock.now())
    return stage, remembered


def test_the_next_digest_is_compared_with_what_the_channel_was_shown(store: Store) -> None:
    stage, remembered = remembering(store)
    with stage.loop:
        stage.tick(after=1800)
        stage.tick(after=86400)
    _, second = remembered
    first = stage.deliveries()[0]
    assert second.told == Moment(first.local_date, first.due_at)
    assert second.known is not None
    assert second.known.articles == {"hafen": frozenset({"a", "b"})}
    assert second.known.at == first.due_at


def test_a_digest_that_is_made_once_more_is_not_compared_with_itself(store: Store) -> None:
    stage, remembered = remembering(store)
    with stage.loop:
        stage.tick(after=1800)
        store.ledger.reopen(stage.deliveries()[0].id, stage.clock.now())
        stage.tick(after=20)
    assert remembered == [Remembered(), Remembered()]


def test_a_tick_is_told_in_words_that_an_operator_needs() -> None:
    assert describe_counts({"sent": 2, "claimed": 3, "failed": 1, "put_off": 4}) == (
        "2 sent, 1 failed"
    )
    assert describe_counts({"claimed": 0, "entered": 3}) == ""

"""Processes that are killed, and several at once: nothing acknowledged is lost or doubled."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text
from store.kills import kill_writers
from store.orders import DUE, LEASE, MORNING, begin, plan

from bot.store import Store, StoreUnavailable, open_store
from bot.store.group_commit import GroupCommit

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sqlalchemy import Connection

KILLS = 8


def test_processes_killed_while_writing_lose_nothing_they_acknowledged(
    store_url: str, tell: Callable[[str], None]
) -> None:
    """The short form of kills.py."""
    killed = kill_writers(store_url, KILLS)
    tell(killed.line(store_url.partition(":")[0].partition("+")[0]))
    assert killed.acknowledged >= KILLS
    assert (killed.lost, killed.intact) == (0, True)


def test_several_stores_share_out_the_work_without_doubling(store_url: str, tmp_path: Path) -> None:
    count = 60
    with open_store(store_url, tmp_path) as store:
        for number in range(count):
            plan(store, f"k{number}")

    def work(token: str) -> list[int]:
        done: list[int] = []
        with open_store(store_url, tmp_path) as own:
            own.ledger.insert_due(DUE, limit=25)
            while (
                held := own.ledger.claim(DUE, token=token, lease=LEASE, limit=5)
            ) or own.ledger.insert_due(DUE, limit=25):
                for one in held:
                    assert begin(own, one, token=token)
                    assert own.ledger.settle_sent(
                        one.delivery.id, token, now=DUE, message_ref=token
                    )
                    done.append(one.delivery.id)
        return done

    with ThreadPoolExecutor(4) as pool:
        shares = list(pool.map(work, "abcd"))
    everything = [number for share in shares for number in share]
    assert len(everything) == len(set(everything)) == count


def test_an_event_is_new_to_one_of_many_alone(store: Store) -> None:
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: store.memory.remember("T", "E", now=MORNING), range(40)))
    assert sum(answers) == 1


def test_threads_that_commit_together_each_get_their_own_answer(store: Store) -> None:
    commits = GroupCommit[int](store.database)

    def answer(number: int) -> int:
        return commits.run(lambda open_: open_.execute(text(f"SELECT {number}")).scalar_one())

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(answer, range(100))) == list(range(100))


def test_a_change_that_fails_leaves_the_others_of_its_group_alone(store: Store) -> None:
    commits = GroupCommit[bool](store.database)

    def change(number: int) -> bool:
        def act(connection: Connection) -> bool:
            if number == 7:
                raise ZeroDivisionError
            connection.execute(
                text("INSERT INTO event VALUES ('T', :name, 0)"), {"name": str(number)}
            )
            return True

        try:
            return commits.run(act)
        except ZeroDivisionError:
            return False

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(change, range(30))) == 29
    assert store.counts()["event"] == 29


def test_a_group_that_was_not_committed_says_so_to_everyone(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    commits = GroupCommit[int](store.database)
    store.close()

    def refuse(_: object) -> None:
        raise StoreUnavailable(store.where, reason="die Platte ist voll")

    monkeypatch.setattr(type(store.database), "writing", refuse)
    with pytest.raises(StoreUnavailable, match="voll"):
        commits.run(lambda _: 1)

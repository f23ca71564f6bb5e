"""Who waits longest is next."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from bot.store.fair_lock import FairLock


def test_the_lock_is_given_in_the_order_of_coming() -> None:
    lock, order = FairLock(), list[int]()

    def take(number: int) -> None:
        with lock:
            order.append(number)

    with ThreadPoolExecutor(5) as pool, lock:
        for number in range(5):
            pool.submit(take, number)
            while lock.waiting <= number:
                pass
    assert order == [0, 1, 2, 3, 4]


def test_a_free_lock_can_be_taken_again() -> None:
    lock = FairLock()
    for _ in range(2):
        with lock:
            assert lock.waiting == 0

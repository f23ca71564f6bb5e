"""The short form of soak.py; `make soak` runs the long one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from delivery.soak import soak

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.store import Store


def test_over_two_months_with_changes_of_the_clock_each_channel_gets_one_post_a_day(
    store: Store, tell: Callable[[str], None]
) -> None:
    soaked = soak(store, days=60, channels=6)
    tell(soaked.line(store.database.kind))
    assert (soaked.posts, soaked.uneven, soaked.doubled) == (360, 0, 0)

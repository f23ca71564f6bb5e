"""The wall clock of a running process is set, as a person or a time server does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from delivery.clock_jumps import LATEST, LIBRARIES, jump_ahead, jump_back

if TYPE_CHECKING:
    from collections.abc import Callable

    from delivery.clock_jumps import Jumped


@pytest.mark.skipif(not LIBRARIES, reason="libfaketime is not installed")
@pytest.mark.parametrize("jump", [jump_ahead, jump_back])
def test_a_clock_that_is_set_gives_one_post_and_the_next_comes_in_time(
    jump: Callable[[], Jumped], tell: Callable[[str], None]
) -> None:
    jumped = jump()
    tell(str(jumped))
    assert jumped.posts == (1, 1)
    assert jumped.late <= LATEST

"""The wall clock of a running process is set, as a person or a time server does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from delivery.clock_jumps import LIBRARIES, jump_ahead, jump_back

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.skipif(not LIBRARIES, reason="libfaketime is not installed")
@pytest.mark.parametrize("jump", [jump_ahead, jump_back])
def test_a_clock_that_is_set_gives_one_post(
    jump: Callable[[], str], tell: Callable[[str], None]
) -> None:
    line = jump()
    tell(line)
    assert ": posts 1 " in line

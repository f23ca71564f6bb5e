from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from delivery.disk_full import CANNOT_MOUNT, run_on_a_small_disk

if TYPE_CHECKING:
    from collections.abc import Callable


def test_a_disk_that_was_full_costs_no_digest_and_doubles_none(
    tell: Callable[[str], None],
) -> None:
    done = run_on_a_small_disk()
    if done.returncode == CANNOT_MOUNT:
        pytest.skip("a small file system cannot be mounted here")
    assert done.returncode == 0, done.stderr
    tell(done.stdout.strip())
    assert "refused with ['the disk is full']" in done.stdout
    assert "duplicates 0 integrity ok" in done.stdout

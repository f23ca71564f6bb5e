from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from delivery.disk_full import CANNOT_MOUNT, NOT_INSTALLED, run_on_a_small_disk

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_a_disk_that_was_full_costs_no_digest_and_doubles_none(
    kind: str, tell: Callable[[str], None]
) -> None:
    done = run_on_a_small_disk(kind)
    if done.returncode in {CANNOT_MOUNT, NOT_INSTALLED}:
        pytest.skip(done.stdout.strip() or "a small file system cannot be mounted here")
    tell(done.stdout.strip())
    assert done.returncode == 0, done.stdout + done.stderr
    assert "the disk is full" in done.stdout

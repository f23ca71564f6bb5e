"""The ledger against its model for many steps: `python tests/store/machine.py --steps 50000`."""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

if __name__ == "__main__":
    sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parents[2])]

from delivery.databases import open_database
from store.test_ledger_machine import check_against_model

from bot.store import open_store


def main() -> int:
    """Run the machine; a difference ends it with the steps that lead to it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--database", choices=["sqlite", "postgresql"], default="sqlite")
    parser.add_argument("--steps", type=int, default=50_000)
    given = parser.parse_args()
    began = time.monotonic()
    with (
        tempfile.TemporaryDirectory() as folder,
        open_database(given.database, Path(folder)) as database,
        open_store(database.url, Path(folder)) as store,
    ):
        taken = 0
        while taken < given.steps:
            # Other steps each time, not those of the tests again, however slow the machine.
            rest = given.steps - taken + 500
            taken += check_against_model(store, rest, derandomize=False, deadline=None)
    print(f"seconds {time.monotonic() - began:.0f}")
    print(f"machine {given.database}: steps {taken} differences 0")
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""A process that is killed while it writes: says on standard output what was committed."""

from __future__ import annotations

import sys
from pathlib import Path

from store.orders import MORNING, reading

from bot.store import open_store


def main() -> None:
    address, name = sys.argv[1:]
    with open_store(address, Path()) as store:
        number = 0
        while True:
            number += 1
            one = f"{name}-{number}"
            store.memory.remember("T", one, now=MORNING)
            store.articles.put(reading("Hafen " * 50, id=one), now=MORNING)
            print(one, flush=True)


if __name__ == "__main__":
    main()

"""Writers that are killed, a thousand times: nothing acknowledged is lost, the file is whole.

python tests/store/kills.py --kills 1000 --database sqlite
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if __name__ == "__main__":
    sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parents[2])]

from delivery.databases import open_database
from sqlalchemy import text
from store.orders import MORNING, reading

from bot.store import Store, open_store

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

_SECONDS = 60.0


@dataclass(frozen=True)
class Killed:
    """What came out."""

    kills: int
    acknowledged: int
    lost: int
    intact: bool

    def line(self, database: str) -> str:
        return (
            f"kills {database}: kills {self.kills} acknowledged commits {self.acknowledged} "
            f"lost {self.lost} integrity {'ok' if self.intact else 'broken'}"
        )


def kill_writers(url: str, kills: int) -> Killed:
    """Start a writer, let it commit a few times, kill it in the middle of the next, and again."""
    context = multiprocessing.get_context("forkserver")
    tests = Path(__file__).parents[1]
    os.environ["PYTHONPATH"] = os.pathsep.join([str(tests), str(tests.parent)])
    context.set_forkserver_preload(["store.kills", "sqlalchemy.dialects.postgresql.psycopg"])
    acknowledged: list[str] = []
    for number in range(kills):
        here, there = context.Pipe(duplex=False)
        writer = context.Process(target=_write, args=(url, f"p{number}", there), daemon=True)
        writer.start()
        there.close()
        for _ in range(1 + number % 4):
            assert here.poll(_SECONDS), "the writer does not write"
            acknowledged.append(here.recv())
        # At a different place of its next commit each time.
        time.sleep(number % 7 / 2000)
        writer.kill()
        writer.join()
        acknowledged += _drain(here)
        here.close()
    with open_store(url, Path()) as store:
        lost = [one for one in acknowledged if store.memory.remember("T", one, now=MORNING)]
        missing = len(acknowledged) - len(store.articles.load(acknowledged))
        return Killed(kills, len(acknowledged), len(lost) + missing, is_intact(store))


def is_intact(store: Store) -> bool:
    """Whether the file is whole, and every table fits the others."""
    counts = store.counts()
    if not counts["article"] == counts["article_body"] == counts["article_words"]:
        return False
    if store.database.kind == "postgresql":
        return True
    with store.database.reading() as connection:
        checked = connection.execute(text("PRAGMA integrity_check")).scalar()
    with store.database.writing() as connection:
        # Fails if the index of words does not fit its content.
        connection.execute(
            text("INSERT INTO article_words(article_words) VALUES('integrity-check')")
        )
    return checked == "ok"


def _write(url: str, name: str, to: Connection) -> None:
    with open_store(url, Path()) as store:
        number = 0
        while True:
            number += 1
            one = f"{name}-{number}"
            store.memory.remember("T", one, now=MORNING)
            store.articles.put(reading("Hafen " * 50, id=one), now=MORNING)
            to.send(one)


def _drain(here: Connection) -> list[str]:
    """What it said before it died; half a message is none."""
    said: list[str] = []
    try:
        while here.poll():
            said.append(here.recv())
    except (EOFError, OSError):
        pass
    return said


def main() -> int:
    """Kill so many and print the figures; 1 if anything was lost."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--database", choices=["sqlite", "postgresql"], default="sqlite")
    parser.add_argument("--kills", type=int, default=1000)
    given = parser.parse_args()
    with (
        tempfile.TemporaryDirectory() as folder,
        open_database(given.database, Path(folder)) as database,
    ):
        killed = kill_writers(database.url, given.kills)
    print(killed.line(given.database))
    return 0 if killed.intact and not killed.lost else 1


if __name__ == "__main__":
    sys.exit(main())

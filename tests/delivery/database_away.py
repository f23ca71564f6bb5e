"""`briefing run` while its PostgreSQL goes away in the middle of a morning, and comes back.

python tests/delivery/database_away.py --seconds 60
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from http.client import HTTPConnection
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if __name__ == "__main__":
    sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parents[2])]

from cli.program import await_until, end, put_two_articles, running
from delivery.databases import open_database
from delivery.plans import plan_channels
from store.postgres import NoPostgres

from bot.store import open_store

if TYPE_CHECKING:
    from delivery.databases import Database

CHANNELS = 150
SAYS = {
    "de": "Das Archiv ist gerade nicht erreichbar",
    "en": "The archive cannot be reached right now",
}


@dataclass(frozen=True)
class Morning:
    """What was seen: files in the folder, sentences on the page, lines in the log."""

    seconds: float
    out_before: int
    out_meanwhile: int
    posts: int
    twice: int
    sent: int
    asked: int
    told: int
    troubles: int
    ends: int
    tracebacks: int
    late: float

    def __str__(self) -> str:
        return (
            f"database away {self.seconds:.0f} s: digests {CHANNELS} out before {self.out_before} "
            f"meanwhile {self.out_meanwhile} posts {self.posts} twice {self.twice} "
            f"sent {self.sent} questions {self.asked} told {self.told} "
            f"log: trouble {self.troubles} end {self.ends} tracebacks {self.tracebacks}; "
            f"all out after {self.late:.1f} s"
        )

    @property
    def is_well(self) -> bool:
        """Each digest once, everybody told, the log short."""
        return (
            0 < self.out_before < self.posts == self.sent == CHANNELS
            and self.out_meanwhile == self.twice == self.tracebacks == 0
            and self.asked == self.told
            and self.troubles == self.ends == 1
        )


def be_away(seconds: float, home: Path) -> Morning:
    """Stop the server for so long while digests go out.

    Raises:
        NoPostgres: there is no server to start.
    """
    put_two_articles(home)
    with open_database("postgresql", home) as database:
        _plan(database, home)
        with running(home, BRIEFING_STORE=database.url, BRIEFING_WEB_PORT="0") as process:
            await_until(lambda: len(_posts(home)) >= CHANNELS // 10)
            assert database.server is not None
            database.server.stop("immediate")
            gone = time.monotonic()
            # What was being written into the folder at that moment is there now.
            time.sleep(1)
            before = _posts(home)
            told = [sentence in _ask(home, language) for language, sentence in SAYS.items()]
            time.sleep(max(0.0, gone + seconds - time.monotonic()))
            told += [sentence in _ask(home, language) for language, sentence in SAYS.items()]
            meanwhile = len(_posts(home)) - len(before)
            database.server.start()
            back = time.monotonic()
            await_until(lambda: _sent(database, home) == CHANNELS, seconds=240)
            late = time.monotonic() - back
            told.append("Nordlux" in _ask(home, "de"))
            end(process)
        posts, log = _posts(home), (home / "log").read_text("utf-8")
        return Morning(
            seconds,
            out_before=len(before),
            out_meanwhile=meanwhile,
            posts=len(posts),
            twice=sum(posts[path] != written for path, written in before.items()),
            sent=_sent(database, home),
            asked=len(told),
            told=sum(told),
            troubles=log.count("cannot be used"),
            ends=log.count("works again"),
            tracebacks=log.count("Traceback"),
            late=late,
        )


def _plan(database: Database, home: Path) -> None:
    """Digests that have been due for a minute."""
    with open_store(database.url, home) as store:
        due = datetime.now(UTC) - timedelta(minutes=1)
        plan_channels(store, CHANNELS, due=due, platform="folder", workspace="")


def _posts(home: Path) -> dict[str, int]:
    """When each digest in the folder was written, in nanoseconds."""
    found = (home / "var" / "digests").glob("c*/*.md")
    return {str(path): path.stat().st_mtime_ns for path in found}


def _sent(database: Database, home: Path) -> int:
    with open_store(database.url, home) as store:
        return len(store.ledger.recent(2 * CHANNELS, state="sent"))


def _ask(home: Path, language: str) -> str:
    """What the page says to a question."""
    log = (home / "log").read_text("utf-8")
    address = log.partition("the page is at ")[2].split()[0]
    connection = HTTPConnection(urlsplit(address).netloc, timeout=60)
    headers = {
        "Origin": address,
        "Accept-Language": language,
        "Content-Type": "application/x-www-form-urlencoded",
        "X-Piece": "1",
    }
    try:
        connection.request("POST", "/say", "text=kiel", headers)
        return connection.getresponse().read().decode()
    finally:
        connection.close()


def main() -> int:
    """One morning; 1 if anything was doubled, lost, or told badly."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=60.0)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        try:
            morning = be_away(options.seconds, Path(folder))
        except NoPostgres as error:
            print(f"database away: left out, {error}")
            return 0
    print(morning)
    return 0 if morning.is_well else 1


if __name__ == "__main__":
    sys.exit(main())

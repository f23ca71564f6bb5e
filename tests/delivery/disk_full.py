"""The disk of the store fills up while digests are due, and has room again later.

    python tests/delivery/disk_full.py --database postgresql

Needs to mount a small file system of its own, as root on Linux can. Prints after how many seconds
the store took writes again, and whether each digest went out once. Where PostgreSQL ended on the
full disk it is started again, as a service manager does.
"""

from __future__ import annotations

import argparse
import logging
import secrets
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

if __name__ == "__main__":
    sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parents[2])]

from delivery.databases import Database, open_database
from delivery.plans import plan_channels
from delivery.settled import is_settled
from delivery.stand_ins import Channel
from store.postgres import NoPostgres

from bot.delivery.loop import Loop
from bot.delivery.means import Means, Terms
from bot.store import Store, StoreUnavailable, open_store

if TYPE_CHECKING:
    from bot.core.ledger import Claimed
    from bot.delivery.port import Sent

_DIGESTS = 40
_SECONDS = 60.0
# The bar: from the moment when there is space until something can be written.
_MOST_SECONDS = 10.0
CANNOT_MOUNT, NOT_INSTALLED = 77, 78
_HAS_AMCHECK = "SELECT count(*) FROM pg_available_extensions WHERE name = 'amcheck'"
# An empty cluster of PostgreSQL takes some 50 MB.
_SIZES = {"sqlite": "8m", "postgresql": "128m"}


@dataclass
class Filling(Channel):
    """Fills the disk when so many digests are out."""

    disk: Path = Path()
    after: int = _DIGESTS // 4
    request_limit: timedelta = timedelta(seconds=0.5)
    ballast: list[Path] = field(default_factory=list)

    def post(self, claimed: Claimed, payload: str) -> Sent:
        sent = Channel.post(self, claimed, payload)
        if len(self.posts) >= self.after and not self.ballast:
            self.ballast.append(fill(self.disk))
        return sent


def fill(disk: Path) -> Path:
    """A file that takes all the room there is."""
    ballast = disk / "ballast"
    with ballast.open("wb", buffering=0) as file:
        for size in (1 << 16, 1 << 10, 1):
            with suppress(OSError):
                while True:
                    file.write(b"x" * size)
    return ballast


def run_out(kind: str, disk: Path) -> int:
    """Deliver until the disk is full, make room, deliver the rest; 1 if that went wrong."""
    # The server's folder is made in it as well.
    tempfile.tempdir = str(disk)
    channel = Filling(disk=disk)
    with open_database(kind, disk) as database, open_store(database.url, disk) as store:
        plan_channels(store, _DIGESTS, due=datetime.now(UTC))
        with Loop(_means(store, channel)) as loop:
            reasons = _deliver_until_full(loop, channel)
            channel.ballast[0].unlink()
            began = time.monotonic()
            _await_writes(store, database)
            seconds = time.monotonic() - began
            _deliver_the_rest(loop, store)
        states = Counter(one.state for one in store.ledger.recent(1000))
        integrity = _integrity(store)
    doubled = len(channel.posts) - len(set(channel.posts))
    print(
        f"disk full {kind}: digests {_DIGESTS} refused with {sorted(reasons)} "
        f"writes again after s {seconds:.1f} sent {states['sent']} duplicates {doubled} "
        f"integrity {integrity}"
    )
    is_whole = (states["sent"], doubled) == (_DIGESTS, 0) and integrity in {"ok", "not checked"}
    return 0 if is_whole and reasons and seconds <= _MOST_SECONDS else 1


def _means(store: Store, channel: Channel) -> Means:
    return Means(
        store=store,
        platforms={"chat": channel},
        # Nothing that a database can pack.
        render=lambda *_: secrets.token_hex(4000),
        clock=lambda: datetime.now(UTC),
        monotonic=time.monotonic,
        pause=time.sleep,
        new_token=lambda: secrets.token_hex(8),
        terms=Terms(lease=timedelta(seconds=2), threads=2, channel_pause=timedelta(0)),
    )


def _deliver_until_full(loop: Loop, channel: Filling) -> set[str]:
    """Why the store refused writes."""
    reasons: set[str] = set()
    end = time.monotonic() + _SECONDS
    while not reasons and time.monotonic() < end:
        try:
            loop.deliver_once()
        except StoreUnavailable as error:
            reasons.add(error.reason)
        if channel.ballast and not reasons:
            time.sleep(0.1)
    return reasons


def _await_writes(store: Store, database: Database) -> None:
    end = time.monotonic() + _SECONDS
    while time.monotonic() < end:
        try:
            store.try_writing()
        except StoreUnavailable:
            if database.server is not None and not database.server.is_running():
                database.server.start()
            time.sleep(0.1)
        else:
            return


def _deliver_the_rest(loop: Loop, store: Store) -> None:
    end = time.monotonic() + _SECONDS
    while time.monotonic() < end:
        loop.deliver_once()
        if is_settled(store):
            return
        time.sleep(0.1)


def _integrity(store: Store) -> str:
    if store.database.kind == "postgresql":
        with store.database.writing() as connection:
            if not connection.exec_driver_sql(_HAS_AMCHECK).scalar():
                return "not checked"
            connection.exec_driver_sql("CREATE EXTENSION amcheck")
            # Raises if an index does not fit its table.
            connection.exec_driver_sql(
                "SELECT bt_index_check(indexrelid, true) FROM pg_index JOIN pg_class"
                " ON pg_class.oid = indexrelid WHERE relam = 403 AND indisvalid"
            )
        return "ok"
    with store.database.reading() as connection:
        return str(connection.exec_driver_sql("PRAGMA integrity_check").scalar())


def run_on_a_small_disk(kind: str) -> subprocess.CompletedProcess[str]:
    """This script in a mount namespace of its own; 77 if nothing can be mounted, 78 if there is
    no such database."""
    place = tempfile.mkdtemp(prefix="small-disk-")
    try:
        return subprocess.run(
            [
                "unshare",
                "--mount",
                "sh",
                "-c",
                (
                    f'mount -t tmpfs -o size={_SIZES[kind]} none "$1" || exit {CANNOT_MOUNT}\n'
                    f'exec "$2" "$3" --database {kind} --place "$1"'
                ),
                "sh",
                place,
                sys.executable,
                __file__,
            ],
            check=False,
            capture_output=True,
            text=True,
            timeout=300,
        )
    except FileNotFoundError as error:
        return subprocess.CompletedProcess([], CANNOT_MOUNT, "", str(error))
    finally:
        shutil.rmtree(place, ignore_errors=True)


def main() -> int:
    """Run it on a small disk and print the figures; 1 if anything is not as it must be."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--database", choices=["sqlite", "postgresql"], default="sqlite")
    parser.add_argument("--place", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    logging.disable(logging.CRITICAL)
    if given.place is not None:
        try:
            return run_out(given.database, given.place)
        except NoPostgres as error:
            print(error)
            return NOT_INSTALLED
    done = run_on_a_small_disk(given.database)
    if done.returncode == CANNOT_MOUNT:
        print("disk full: left out, nothing can be mounted here")
        return 0
    sys.stdout.write(done.stdout)
    sys.stderr.write(done.stderr)
    return done.returncode


if __name__ == "__main__":
    sys.exit(main())

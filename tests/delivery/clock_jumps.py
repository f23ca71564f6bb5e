"""The wall clock of a running worker is set, by libfaketime: one post each, at most 60 s late.

The worker delivers at the ticks of `briefing run`. A second channel is planned after the jump, so
that a schedule that stands still is seen.

python tests/delivery/clock_jumps.py
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from datetime import time as time_of_day
from pathlib import Path

if __name__ == "__main__":
    sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parents[2])]

from delivery.chat import ChatProcess
from delivery.plans import wish

from bot.store import Store, open_store

LIBRARIES = sorted(Path("/usr/lib").glob("*/faketime/libfaketimeMT.so.1"))
LATEST = 60.0
_SEVEN = datetime(2026, 1, 5, 7, 0, tzinfo=UTC)
_WORKER = (
    "import sys; from delivery.worker import Work, deliver_by_ticks; "
    "deliver_by_ticks(Work(url=sys.argv[1], port=int(sys.argv[2])))"
)
# Longer than the ticker takes to see that the clock was set: a second post would have come.
_A_WHILE = 6.0


@dataclass
class Wall:
    """The wall clock that the worker sees."""

    file: Path

    def set(self, moment: datetime) -> None:
        """Libfaketime takes the distance from the real time."""
        distance = moment.timestamp() - time.time()
        new = self.file.with_suffix(".new")
        new.write_text(f"{distance:+.3f}\n", encoding="ascii")
        new.replace(self.file)


@dataclass(frozen=True)
class Jumped:
    """What came of one jump: posts by channel, and how late the later one was."""

    name: str
    posts: tuple[int, ...]
    late: float

    def __str__(self) -> str:
        posts = " and ".join(map(str, self.posts))
        return f"clock {self.name}: posts {posts} late {self.late:.1f} s"

    @property
    def is_well(self) -> bool:
        """One post each, in time."""
        return set(self.posts) == {1} and self.late <= LATEST


def jump_ahead() -> Jumped:
    """Two hours ahead just before the digest is due."""
    return _jump(
        "two hours ahead at 06:59",
        _SEVEN - timedelta(seconds=30),
        _SEVEN + timedelta(hours=2, seconds=-10),
    )


def jump_back() -> Jumped:
    """One hour back just after the digest was posted."""
    return _jump(
        "one hour back at 07:01",
        _SEVEN + timedelta(minutes=1),
        _SEVEN + timedelta(hours=-1, minutes=1, seconds=50),
    )


def _jump(name: str, before: datetime, after: datetime) -> Jumped:
    """Start at `before` with a digest at seven, set the clock to `after`, where one more is due."""
    soon = (after + timedelta(minutes=1)).replace(second=0)
    with tempfile.TemporaryDirectory() as folder, ChatProcess() as chat:
        url = f"sqlite:///{folder}/store.sqlite3"
        with open_store(url, Path(folder)) as store:
            _plan(store, "first", _SEVEN, _SEVEN - timedelta(minutes=1))
            wall = Wall(Path(folder) / "clock")
            wall.set(before)
            worker = _start(url, chat.port, wall)
            try:
                if before >= _SEVEN:
                    _wait_for_post(chat, "first", LATEST)
                else:
                    time.sleep(_A_WHILE)
                wall.set(after)
                jumped = time.monotonic()
                _plan(store, "second", soon, after)
                _wait_for_post(chat, "first", LATEST)
                first = time.monotonic() - jumped if before < _SEVEN else 0.0
                until_due = (soon - after).total_seconds()
                _wait_for_post(chat, "second", until_due + LATEST)
                second = time.monotonic() - jumped - until_due
                # Once more over seven, in case the clock went back before it.
                wall.set(_SEVEN)
                time.sleep(_A_WHILE)
                posts = tuple(_posts(chat, channel) for channel in ("first", "second"))
            finally:
                worker.kill()
                worker.wait()
    return Jumped(name, posts, max(first, second))


def _plan(store: Store, channel: str, due: datetime, now: datetime) -> None:
    at = time_of_day(due.hour, due.minute)
    store.subscriptions.plan(wish(zone="UTC", local_time=at, channel=channel), now)


def _start(url: str, port: int, wall: Wall) -> subprocess.Popen[bytes]:
    tests = Path(__file__).parents[1]
    environment = os.environ | {
        "PYTHONPATH": os.pathsep.join([str(tests), str(tests.parent)]),
        "LD_PRELOAD": str(LIBRARIES[-1]),
        "FAKETIME_TIMESTAMP_FILE": str(wall.file),
        "FAKETIME_NO_CACHE": "1",
        "FAKETIME_DONT_FAKE_MONOTONIC": "1",
    }
    return subprocess.Popen([sys.executable, "-c", _WORKER, url, str(port)], env=environment)


def _wait_for_post(chat: ChatProcess, channel: str, seconds: float) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end and not _posts(chat, channel):
        time.sleep(0.05)


def _posts(chat: ChatProcess, channel: str) -> int:
    return sum(map(len, chat.posts().get(channel, {}).values()))


def main() -> int:
    """Both jumps; 1 if either gave another number of posts than one each, or a late one."""
    if not LIBRARIES:
        print("clock: left out, libfaketime is not installed")
        return 0
    jumps = [jump_ahead(), jump_back()]
    print(*jumps, sep="\n")
    return 0 if all(jump.is_well for jump in jumps) else 1


if __name__ == "__main__":
    sys.exit(main())

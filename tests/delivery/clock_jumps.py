"""The wall clock of a running worker is set, by libfaketime: one post, at most 60 s late.

python tests/delivery/clock_jumps.py
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from datetime import time as time_of_day
from pathlib import Path

if __name__ == "__main__":
    sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parents[2])]

from delivery.chat import ChatProcess
from delivery.plans import wish

from bot.store import open_store

LIBRARIES = sorted(Path("/usr/lib").glob("*/faketime/libfaketimeMT.so.1"))
_SEVEN = datetime(2026, 1, 5, 7, 0, tzinfo=UTC)
_WORKER = (
    "import sys; from delivery.worker import Work, deliver; "
    "deliver(Work(url=sys.argv[1], port=int(sys.argv[2]), idle=0.2))"
)
# Twenty ticks of the worker: a second post would have come.
_A_WHILE = 4.0


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


def jump(name: str, before: datetime, after: datetime, *, post_first: bool) -> str:
    """Start at `before`, set the clock to `after`; the line with the figures."""
    with tempfile.TemporaryDirectory() as folder, ChatProcess() as chat:
        url = f"sqlite:///{folder}/store.sqlite3"
        with open_store(url, Path(folder)) as store:
            order = wish(zone="UTC", local_time=time_of_day(7, 0))
            store.subscriptions.plan(order, before)
        wall = Wall(Path(folder) / "clock")
        wall.set(before)
        worker = _start(url, chat.port, wall)
        try:
            if post_first:
                _wait_for_post(chat, 60)
            else:
                time.sleep(_A_WHILE / 2)
            wall.set(after)
            jumped = time.monotonic()
            _wait_for_post(chat, 60)
            seconds = time.monotonic() - jumped
            time.sleep(_A_WHILE)
            # Once more over seven, in case the clock went back before it.
            wall.set(_SEVEN)
            time.sleep(_A_WHILE)
            posts = chat.counts()["posts"]
        finally:
            worker.kill()
            worker.wait()
    return f"clock {name}: posts {posts} seconds after the jump {seconds:.1f}"


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


def _wait_for_post(chat: ChatProcess, seconds: float) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end and not chat.counts()["posts"]:
        time.sleep(0.05)


def jump_ahead() -> str:
    """Two hours ahead just before the digest is due."""
    return jump(
        "two hours ahead at 06:59",
        _SEVEN.replace(hour=6, minute=59, second=30),
        _SEVEN.replace(hour=8, minute=59, second=30),
        post_first=False,
    )


def jump_back() -> str:
    """One hour back just after the digest was posted."""
    return jump(
        "one hour back at 07:01",
        _SEVEN.replace(hour=6, minute=59, second=55),
        _SEVEN.replace(hour=6, minute=1),
        post_first=True,
    )


def main() -> int:
    """Both jumps; 1 if either gave another number of posts than one."""
    if not LIBRARIES:
        print("clock: left out, libfaketime is not installed")
        return 0
    lines = [jump_ahead(), jump_back()]
    print("\n".join(lines))
    return 0 if all(": posts 1 " in line for line in lines) else 1


if __name__ == "__main__":
    sys.exit(main())

"""Times what a newcomer waits for: clone, `make run`, first card, first answer on the page.

Nothing of this checkout's environment is used: the clone is new, HOME is an empty folder, and no
BRIEFING_ variable is set. pip may take packages from its cache, unless --no-cache is given. Needs
what a newcomer needs: Python, make, git.
"""

from __future__ import annotations

import argparse
import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from queue import Empty, SimpleQueue
from urllib.parse import urlencode
from urllib.request import Request, urlopen

ROOT = Path(__file__).parents[2]
QUESTION = "was ist neu bei stargate?"
CARD = re.compile(r"^Stargate · ")
PAGE = re.compile(r"http://127\.0\.0\.1:\d+")
# The log says so once the articles are read.
READY = "ready:"
USUAL_PORT = 8765
PATIENCE = 900.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--no-cache", action="store_true", help="download every package")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        home, clone = Path(made) / "home", Path(made) / "morgenlage"
        home.mkdir()
        began = time.monotonic()
        subprocess.run(["git", "clone", "--quiet", str(ROOT), str(clone)], check=True)
        cloned = time.monotonic() - began
        cache = "none" if given.no_cache else "pip's own"
        print(f"cloned in {cloned:.1f} s; cache of packages: {cache}", flush=True)
        process = subprocess.Popen(
            ["make", "run"],
            cwd=clone,
            env=environment(home, use_cache=not given.no_cache),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            start_new_session=True,
        )
        try:
            card, answer = measure(process, began)
        finally:
            end(process)
    print(
        f"= clean clone to first card {card:.0f} s, to first answered question on the page "
        f"{answer:.0f} s"
    )


def environment(home: Path, *, use_cache: bool) -> dict[str, str]:
    """As a fresh login would have it; where packages come from is the machine's affair."""
    kept = {name: os.environ[name] for name in ("PATH", "TERM") if name in os.environ}
    kept |= {name: value for name, value in os.environ.items() if name.startswith("PIP_")}
    kept |= {"HOME": str(home), "LANG": "C.UTF-8", "PYTHONUNBUFFERED": "1"}
    if not use_cache:
        return kept | port_beside() | {"PIP_NO_CACHE_DIR": "1"}
    asked = [sys.executable, "-m", "pip", "cache", "dir"]
    found = subprocess.run(asked, check=True, capture_output=True, text=True).stdout.strip()
    return kept | port_beside() | {"PIP_CACHE_DIR": found}


def port_beside() -> dict[str, str]:
    """Another port for the page if the usual one is taken here; nothing otherwise."""
    with socket.socket() as tried:
        if tried.connect_ex(("127.0.0.1", USUAL_PORT)):
            return {}
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    print(f"port {USUAL_PORT} is taken here, so BRIEFING_WEB_PORT={port}")
    return {"BRIEFING_WEB_PORT": str(port)}


def measure(process: subprocess.Popen[str], began: float) -> tuple[float, float]:
    """Seconds from `began` to the first card, and to the answer of a question on the page."""
    lines = SimpleQueue[tuple[float, str]]()
    threading.Thread(target=listen, args=(process, lines), daemon=True).start()
    card = 0.0
    while True:
        try:
            at, line = lines.get(timeout=max(0.0, began + PATIENCE - time.monotonic()))
        except Empty:
            sys.exit(f"there is no page after {PATIENCE:.0f} s")
        if not line:
            sys.exit(f"make run ended before there was a page, with {process.wait()}")
        print(f"{at - began:6.1f} s  {line.rstrip()}"[:110], flush=True)
        if CARD.match(line) and not card:
            card = at - began
        if card and READY in line and (page := PAGE.search(line)):
            ask(page[0])
            return card, time.monotonic() - began


def listen(process: subprocess.Popen[str], lines: SimpleQueue[tuple[float, str]]) -> None:
    """Note when each line came; an empty one is the end."""
    assert process.stdout is not None
    for line in process.stdout:
        if line.strip():
            lines.put((time.monotonic(), line))
    lines.put((time.monotonic(), ""))


def ask(page: str) -> None:
    """As a browser does: look at the page, then send its form."""
    with urlopen(page, timeout=30) as shown:  # noqa: S310 - an address of this machine
        cookie = shown.headers["Set-Cookie"].partition(";")[0]
        assert 'action="/say"' in shown.read().decode()
    form = urlencode({"text": QUESTION}).encode()
    headers = {"Origin": page, "Cookie": cookie, "Accept": "text/html"}
    with urlopen(Request(f"{page}/say", form, headers), timeout=60) as answered:  # noqa: S310 - the same
        said = answered.read().decode()
    assert QUESTION in said
    assert "500 Milliarden Dollar" in said, "the answer is not the card of Stargate"


def end(process: subprocess.Popen[str]) -> None:
    """Ctrl-C, as whoever sits there would end it; what does not end by that is killed."""
    try:
        os.killpg(process.pid, signal.SIGINT)
        process.wait(30)
    except ProcessLookupError:
        return
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        raise


if __name__ == "__main__":
    main()

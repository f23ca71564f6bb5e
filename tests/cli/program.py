"""Runs the command line, with a folder of its own and no settings from outside."""

from __future__ import annotations

import io
import logging
import os
import signal
import subprocess
import sys
import time
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.cli import main

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).parent.parent.parent
Run = subprocess.CompletedProcess[str]

ARTICLE = """Kiel baut das Museum Nordlux

Die Stadt Kiel baut am Hafen das Museum Nordlux. Es soll rund 40 Millionen Euro kosten.
"""


def put_two_articles(home: Path) -> None:
    """Articles of which the first digest makes two cards."""
    folder = home / "seeds"
    folder.mkdir()
    for city, name in (("Kiel", "Nordlux"), ("Bremen", "Weserblick")):
        text = ARTICLE.replace("Kiel", city).replace("Nordlux", name)
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")


def environment(**changed: str) -> dict[str, str]:
    plain = {name: value for name, value in os.environ.items() if not name.startswith("BRIEFING_")}
    return {**plain, "PYTHONPATH": str(ROOT), "COLUMNS": "120", **changed}


def briefing(*arguments: str, cwd: Path, **changed: str) -> Run:
    """The command line in this process, which is quicker than a new one."""
    output, errors = io.StringIO(), io.StringIO()
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(output), redirect_stderr(errors):
        patch.chdir(cwd)
        patch.setattr(sys, "argv", ["briefing", *arguments])
        for name, value in {"COLUMNS": "120", **changed}.items():
            patch.setenv(name, value)
        with pytest.raises(SystemExit) as left:
            main()
    root.handlers[:] = handlers
    root.setLevel(level)
    code = left.value.code
    return Run(arguments, int(code or 0), output.getvalue(), errors.getvalue())


@contextmanager
def running(cwd: Path, *arguments: str, **changed: str) -> Iterator[subprocess.Popen[bytes]]:
    """`briefing run`, with its log in the file `log`; killed at the end if it still runs."""
    with (cwd / "log").open("ab") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "bot", "run", *arguments],
            cwd=cwd,
            env=environment(**changed),
            stderr=log,
        )
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def end(process: subprocess.Popen[bytes], number: signal.Signals = signal.SIGTERM) -> float:
    """Tell it to stop; after how many seconds it did."""
    began = time.monotonic()
    process.send_signal(number)
    process.wait(30)
    return time.monotonic() - began


def await_until(is_so: Callable[[], object], *, seconds: float = 60) -> None:
    """Look again and again, for a while."""
    end_at = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < end_at, "it did not come to that in time"
        time.sleep(0.05)

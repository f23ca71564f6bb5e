"""Speed and memory beside peers in the same run; `--short` for half a minute.

The last line holds all figures. Starts everything in processes of its own and stays small
itself, since the kernel counts the memory of who starts a process towards its peak.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from shutil import copytree
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
_FIGURE = "= "
_MEGABYTE = 1 << 20


def main(arguments: Sequence[str]) -> None:
    """Measure reading, asking and starting, and print a table for each."""
    short = "--short" in arguments
    started = perf_counter()
    figures = [
        *_run("reading.py", "--short" if short else "--long"),
        *_run("asking.py", *(("100", "1000") if short else ("100", "1000", "10000"))),
        *_measure_starting(3 if short else 7, (64,) if short else (64, 256)),
    ]
    print(f"\nmeasured in {perf_counter() - started:.0f} s\n")
    print(" · ".join(figures))


def _run(script: str, *arguments: str) -> Iterable[str]:
    """Pass on what the script prints, but for the lines that are figures for the last line."""
    command = [sys.executable, str(HERE / script), *arguments]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, encoding="utf-8", env=_environment()
    ) as child:
        for line in child.stdout or ():
            if line.startswith(_FIGURE):
                yield line.removeprefix(_FIGURE).rstrip()
            else:
                print(line, end="", flush=True)
    if child.returncode:
        raise SystemExit(child.returncode)


def _measure_starting(times: int, sizes: Sequence[int]) -> Iterable[str]:
    """The whole process of `briefing ask stargate`, on the seeds and on more articles."""
    print("\nThe whole of `briefing ask stargate` as a new process")
    seeds = ROOT / "seeds"
    yield "cold start " + _start_often("seeds", seeds, times)
    with TemporaryDirectory() as scratch:
        for size in sizes:
            folder = Path(scratch) / str(size)
            copytree(seeds, folder)
            list(_run("corpora.py", str(folder), str(size)))
            _start_often(f"{size} more", folder, times // 2 + 1)


def _start_often(label: str, folder: Path, times: int) -> str:
    runs = [_start(folder) for _ in range(times)]
    spent, busy = median(run[0] for run in runs), median(run[1] for run in runs)
    peak = max(run[2] for run in runs) / _MEGABYTE
    print(
        f"  {label:10} median of {times}: {spent:6.2f} s (processor {busy:.2f} s)"
        f"   peak {peak:.0f} MB"
    )
    return f"{spent:.2f} s (processor {busy:.2f} s), peak {peak:.0f} MB"


def _start(folder: Path) -> tuple[float, float, int]:
    """Seconds by the clock and of the processor, and peak bytes, by the kernel's own account."""
    command = [sys.executable, "-m", "bot", "ask", "stargate", "--articles", str(folder)]
    started = perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, cwd=ROOT, env=_environment())
    _, status, usage = os.wait4(child.pid, 0)
    spent = perf_counter() - started
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise SystemExit(child.returncode)
    # In bytes on macOS, in kilobytes everywhere else.
    unit = 1 if sys.platform == "darwin" else 1024
    return spent, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * unit


def _environment() -> dict[str, str]:
    paths = filter(None, [str(ROOT), os.environ.get("PYTHONPATH")])
    return {**os.environ, "PYTHONPATH": os.pathsep.join(paths), "PYTHONIOENCODING": "utf-8"}


if __name__ == "__main__":
    main(sys.argv[1:])

"""Files named on a command line, or standard input, one article after the other."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from bot.sources.files import LINES, read_file
from bot.sources.lines import read_lines
from bot.sources.loading import MOST_BYTES, show_path
from bot.sources.model import Rejected
from bot.sources.records import read_records, read_value

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from bot.core.models import Article


def read_streams(
    files: Iterable[str],
    standard_input: Iterable[bytes],
    *,
    on_file: Callable[[str, int, int], None],
) -> Iterator[Article | Rejected]:
    """The articles of the files in order, or of the records on standard input if none is named.

    What cannot be read gives a `Rejected` in its place. Records keep the order and the ids of
    their lines; `on_file` hears how many of how many files are done.
    """
    paths = [Path(name) for name in files]
    if not paths:
        yield from read_records(standard_input)
    for done, path in enumerate(paths, start=1):
        yield from _read_path(path)
        on_file("files", done, len(paths))


def _read_path(path: Path) -> Iterator[Article | Rejected]:
    shown = show_path(path)
    if path.suffix.lower() in LINES:
        for line, value in read_lines(path, limit=MOST_BYTES):
            place = f"{shown}:{line}" if line else shown
            yield from _read_value(value, place)
        return
    read = read_file(path)
    yield from read.articles
    if not read.articles:
        reasons = "; ".join(skip.reason for skip in read.skipped)
        yield Rejected(shown, reasons or "no article in it")


def _read_value(value: object, place: str) -> Iterator[Article | Rejected]:
    outcome = read_value(value)
    if isinstance(outcome, Rejected) and outcome.id is None:
        yield Rejected(place, outcome.error)
    else:
        yield outcome

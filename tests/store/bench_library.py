"""The library filled from a store, as it grows: `python tests/store/bench_library.py [--short]`.

Prints a line per figure, on SQLite and, where it is installed, on PostgreSQL. Articles are
recombined sentences of real ones (see `tests/benchmarks/corpora.py`). The first 10,000 are read;
the others are those with their rarer names exchanged, since reading takes ten milliseconds an
article. The stores are kept in a temporary folder (`--folder`) and used again. Every size is
measured in a process of its own.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
from contextlib import ExitStack
from datetime import UTC, date, datetime
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter, process_time, time
from typing import TYPE_CHECKING

TESTS = Path(__file__).parent.parent
sys.path[:0] = [str(TESTS.parent), str(TESTS), str(TESTS / "benchmarks")]

from asking import ask  # noqa: E402
from corpora import Recombiner, Renamer, find_slots, load_articles  # noqa: E402
from stocking.stocks import open_like_program, open_plain_reader  # noqa: E402
from store.postgres import NoPostgres, run_server  # noqa: E402

from bot.core.extracts import build_extract, pack, stamp_of  # noqa: E402
from bot.core.models import Article  # noqa: E402
from bot.core.outcomes import CardFound  # noqa: E402
from bot.core.reading.reader import READER_VERSION  # noqa: E402
from bot.stocking import Found  # noqa: E402
from bot.store import move, open_store  # noqa: E402
from bot.store.articles import Shelved  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.stocking import Stock

_SIZES = (1_000, 10_000, 100_000)
_SHORT = (500, 2_000)
_BASE = 150
_QUERIES = 320
_MOST_READ = 10_000
_AT_ONCE = 500
_MEGABYTE = 1 << 20
_NEW = (
    "Das Bündnis Quendelfurt hat am Montag einen Plan für den Hafen vorgelegt. "
    "Quendelfurt rechnet mit 3.000 neuen Wohnungen. Im Herbst will Quendelfurt beginnen."
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--short", action="store_true", help="small sizes, a minute in all")
    parser.add_argument("--folder", type=Path, help="where the stores are kept")
    parser.add_argument("--fill-only", action="store_true", help="make the stores and stop")
    parser.add_argument("--measure", nargs=2, metavar=("URL", "SIZE"), help=argparse.SUPPRESS)
    wanted = parser.parse_args()
    # A store of another version would be read again at its first start, in minutes.
    made_by = f"morgenlage-bench-{READER_VERSION}-{stamp_of(()).hex()}"
    folder = wanted.folder or Path(tempfile.gettempdir()) / made_by
    if wanted.measure:
        address, size = wanted.measure
        measure(address, folder, int(size))
        return
    folder.mkdir(parents=True, exist_ok=True)
    sizes = _SHORT if wanted.short else _SIZES
    fill(folder, sizes)
    if not wanted.fill_only:
        compare(folder, sizes)


def fill(folder: Path, sizes: Sequence[int]) -> None:
    """Make the stores that are not there yet, each grown from a copy of the one before."""
    if all(_names_of(folder, size).exists() for size in sizes):
        return
    recombiner = Recombiner(find_slots(load_articles(_BASE)[0], open_plain_reader()))
    before, read = None, 0
    for size in sizes:
        if size <= _MOST_READ:
            articles = tuple(recombiner.write(read, size))
            read = size
            if not _names_of(folder, size).exists():
                _read(folder, articles, before, size)
        elif not _names_of(folder, size).exists():
            renamer = Renamer(recombiner.names, read)
            _rename(folder, renamer, before, size)
            recombiner.names = renamer.names(size // read - 1)
        if not _names_of(folder, size).exists():
            queries = recombiner.draw_queries(_QUERIES)
            _names_of(folder, size).write_text(json.dumps(queries))
        before = size


def _read(folder: Path, articles: Sequence[Article], before: int | None, size: int) -> None:
    """Read what is new, in processes of its own, as at the first start of the program."""
    _copy(folder, before, size)
    found = [Found(one, f"bench:{one.id}") for one in articles]
    with open_store(f"sqlite:///{_file_of(folder, size)}", folder) as store:
        stock = open_like_program(store)
        started = perf_counter()
        stock.take(found, now=datetime.now(UTC))
        spent = perf_counter() - started
        stock.save(now=datetime.now(UTC))
        print(f"sqlite {size}: filled with {len(found) / spent:.0f} articles/s read", flush=True)


def _rename(folder: Path, renamer: Renamer, before: int | None, size: int) -> None:
    """Grow without reading: the same articles about others."""
    _copy(folder, before, size)
    with open_store(f"sqlite:///{_file_of(folder, size)}", folder) as store:
        article_ids = [one.id for one in store.articles.list_stored()]
        stamp = stamp_of(())
        spent = 0.0
        for turn in range(1, size // len(article_ids) + 1):
            for start in range(0, len(article_ids), _AT_ONCE):
                if store.articles.count() >= size:
                    break
                shelved = [
                    Shelved(
                        other, f"bench:{other.article.id}", pack(build_extract(other, ()), stamp)
                    )
                    for one in store.articles.load(article_ids[start : start + _AT_ONCE])
                    for other in (renamer.reading(one, turn),)
                ][: size - store.articles.count()]
                started = perf_counter()
                store.articles.put_all(shelved, now=datetime.now(UTC))
                spent += perf_counter() - started
            print(f"sqlite {size}: {store.articles.count()} stored", flush=True)
        rate = (size - len(article_ids)) / spent
        print(f"sqlite {size}: filled with {rate:.0f} articles/s that were read before")


def _copy(folder: Path, before: int | None, size: int) -> None:
    if before is not None:
        shutil.copy(_file_of(folder, before), _file_of(folder, size))


def compare(folder: Path, sizes: Sequence[int]) -> None:
    """Measure each size on each database."""
    with ExitStack() as stack:
        try:
            server = stack.enter_context(run_server(durable=True))
        except NoPostgres as error:
            server = None
            print(f"postgresql: {error}")
        for size in sizes:
            address = f"sqlite:///{_file_of(folder, size)}"
            _keep_index(address, folder)
            _measure_apart(address, folder, size)
            if server is not None:
                other = server.create(f"bench_{size}")
                with open_store(address, folder) as source, open_store(other, folder) as target:
                    move(source, target)
                _measure_apart(other, folder, size)


def _keep_index(address: str, folder: Path) -> None:
    """As the program does at its end, in case that this version keeps another one."""
    with open_store(address, folder) as store:
        stock = open_like_program(store)
        stock.follow()
        stock.save(now=datetime.now(UTC))


def _measure_apart(address: str, folder: Path, size: int) -> None:
    command = [sys.executable, __file__, "--folder", str(folder), "--measure", address, str(size)]
    subprocess.run(command, check=True)


def measure(address: str, folder: Path, size: int) -> None:
    """All figures of one store, in this process."""
    queries: list[str] = json.loads(_names_of(folder, size).read_text())
    started = _process_start()
    with open_store(address, folder) as store:
        name = f"{store.database.kind} {size}"
        stock = open_like_program(store)
        stock.follow()
        first = stock.library.brief(queries[0])
        print(
            f"{name}: restart to first answer {time() - started:.2f} s"
            f" (processor {process_time():.2f} s, {type(first).__name__})"
        )
        times, spent, found = ask(stock.library, queries)
        middle, slow = median(times) * 1000, quantiles(times, n=100)[98] * 1000
        busy, share = quantiles(spent, n=100)[98] * 1000, found / len(times)
        print(
            f"{name}: ask p50 {middle:.1f} ms p99 {slow:.1f} ms (processor p99 {busy:.1f} ms),"
            f" {share:.0%} with a card"
        )
        print(f"{name}: peak {_peak() / _MEGABYTE:.0f} MB", flush=True)
        print(f"{name}: new article visible after {_visible(stock) * 1000:.0f} ms")
        listed = perf_counter()
        topics = stock.library.topics()
        print(f"{name}: {len(topics)} topics listed in {perf_counter() - listed:.2f} s")
        made = perf_counter()
        digest = stock.library.digest(date(2025, 3, 1))
        print(f"{name}: digest of {len(digest.entries)} in {perf_counter() - made:.2f} s")
        print(f"{name}: peak in the end {_peak() / _MEGABYTE:.0f} MB", flush=True)


def _visible(stock: Stock) -> float:
    """Seconds from an article's arrival to its card; it leaves again."""
    stock.take([Found(_article("warm"), "bench:warm")], now=datetime.now(UTC))
    stock.drop(["warm"])
    started = perf_counter()
    stock.take([Found(_article("neu"), "bench:neu")], now=datetime.now(UTC))
    found = stock.library.brief("quendelfurt")
    spent = perf_counter() - started
    if not isinstance(found, CardFound) or found.articles != ("neu",):
        raise SystemExit("the new article is not to be seen")  # noqa: TRY003, EM101 - ends here
    stock.drop(["neu"])
    return spent


def _article(name: str) -> Article:
    return Article(
        id=name, title="Ein Plan", text=_NEW, language="de", published_on=date(2025, 3, 1)
    )


def _file_of(folder: Path, size: int) -> Path:
    return folder / f"{size}.sqlite3"


def _names_of(folder: Path, size: int) -> Path:
    return folder / f"{size}.json"


def _process_start() -> float:
    """When this process began, by the kernel's account; where there is none, now."""
    try:
        fields = Path("/proc/self/stat").read_text().rpartition(")")[2].split()
        uptime = float(Path("/proc/uptime").read_text().split()[0])
    except OSError:
        return time()
    return time() - (uptime - int(fields[19]) / os.sysconf("SC_CLK_TCK"))


def _peak() -> int:
    """In bytes on macOS, in kilobytes everywhere else."""
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit


if __name__ == "__main__":
    main()

"""Articles become entries of the store: here if they are few, in processes of their own if many.

Reading keeps a processor busy for milliseconds an article; questions must not wait for it.
"""

from __future__ import annotations

import logging
import multiprocessing
import os
import signal
import sys
from collections import deque
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import islice
from threading import Thread
from typing import TYPE_CHECKING

from bot.core.extracts import build_extract, pack, stamp_of
from bot.store.article_rows import build_entry

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from concurrent.futures import Future

    from bot.core.models import TopicRule
    from bot.core.reading.reader import Reader
    from bot.stocking.planning import Found
    from bot.store.article_rows import Entry

_LOG = logging.getLogger(__name__)
# A process takes as long to start as these take to read.
_FEW = 60
_CHUNK = 20
_WAITING_CHUNKS = 3
_NICENESS = 10


@dataclass(frozen=True, slots=True)
class Unread:
    """An article on which the reader failed. The log has the rest."""

    article_id: str
    path: str


class Workshop:
    """Reads with a reader that `open_reader` opens; it must be one that can be pickled."""

    def __init__(
        self, open_reader: Callable[[], Reader], rules: Sequence[TopicRule], *, workers: int = 0
    ) -> None:
        """`workers` is the number of processes; 0 stands for the number of processors."""
        self.rules = tuple(rules)
        self._open_reader = open_reader
        self._workers = workers or os.cpu_count() or 1
        self._bench: _Bench | None = None

    def prepare(self, found: Iterable[Found]) -> Iterator[Entry | Unread]:
        """Each article as an entry, in the same order, read as the entries are asked for.

        Raises:
            concurrent.futures.process.BrokenProcessPool: a process died.
        """
        articles = iter(found)
        first = list(islice(articles, _FEW + 1))
        if len(first) <= _FEW or self._workers == 1:
            yield from map(self._own_bench().prepare, _chained(first, articles))
        else:
            yield from self._prepare_apart(_chained(first, articles))

    def _own_bench(self) -> _Bench:
        if self._bench is None:
            self._bench = _Bench(self._open_reader(), self.rules)
        return self._bench

    def _prepare_apart(self, found: Iterator[Found]) -> Iterator[Entry | Unread]:
        with ProcessPoolExecutor(
            self._workers,
            mp_context=multiprocessing.get_context("spawn"),
            initializer=_set_up,
            initargs=(self._open_reader, self.rules),
        ) as pool:
            waiting: deque[Future[list[Entry | Unread]]] = deque()
            try:
                while chunk := list(islice(found, _CHUNK)):
                    waiting.append(pool.submit(_prepare, chunk))
                    if len(waiting) > self._workers * _WAITING_CHUNKS:
                        yield from waiting.popleft().result()
                while waiting:
                    yield from waiting.popleft().result()
            finally:
                pool.shutdown(cancel_futures=True)


class _Bench:
    def __init__(self, reader: Reader, rules: Sequence[TopicRule]) -> None:
        self._reader = reader
        self._rules = rules
        self._stamp = stamp_of(rules)

    def prepare(self, found: Found) -> Entry | Unread:
        try:
            reading = self._reader.reading(found.article)
        except Exception:  # noqa: BLE001 - whatever it is, it concerns this article alone
            _LOG.exception("%s (%s) cannot be read", found.article.id, found.path)
            return Unread(found.article.id, found.path)
        extract = pack(build_extract(reading, self._rules), self._stamp)
        return build_entry(reading, path=found.path, extract=extract)


# One for each process of the pool, which has no other place to keep it.
_benches: list[_Bench] = []


def _set_up(open_reader: Callable[[], Reader], rules: Sequence[TopicRule]) -> None:
    # Whoever stops the program stops the pool; the questions of the others come first.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform != "win32":
        os.nice(_NICENESS)
    Thread(target=_end_with_parent, daemon=True).start()
    _benches.append(_Bench(open_reader(), rules))


def _end_with_parent() -> None:
    """A process of the pool does not notice by itself that the program was killed."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _prepare(chunk: Sequence[Found]) -> list[Entry | Unread]:
    return [_benches[0].prepare(found) for found in chunk]


def _chained(first: Iterable[Found], rest: Iterator[Found]) -> Iterator[Found]:
    yield from first
    yield from rest

"""What was read before, kept between commands: a file in the cache folder, by what was read.

Commands that answer from folders read every article anew otherwise, some forty a second.
"""

from __future__ import annotations

import hashlib
import sqlite3
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from bot.core.analysis_codec import UnreadableAnalysis, decode, encode
from bot.core.models import Reading
from bot.core.reading.reader import READER_VERSION

if TYPE_CHECKING:
    from types import TracebackType
    from typing import Self

    from bot.core.models import Analysis, Article
    from bot.core.reading.reader import Reader

_FILE = "readings.sqlite3"
# What no command asked for in so many days leaves.
_KEPT_DAYS = 30
_SECONDS_A_DAY = 86_400
_BUSY_SECONDS = 5.0


class ReadingCache:
    """Reads articles, those that it knows from its file; to be closed when all are read.

    It is no store: whatever is wrong with the file, the articles are read.
    """

    def __init__(self, reader: Reader, folder: Path, *, dictionary: str) -> None:
        """Keep what `reader` reads in `folder`, which is made.

        `dictionary` tells the dictionaries apart that it may read with.
        """
        self._reader = reader
        self._code = f"{_fingerprint()} {dictionary}"
        self._day = int(time.time() // _SECONDS_A_DAY)
        self._used: list[tuple[int, bytes]] = []
        self._fresh: list[tuple[bytes, int, bytes]] = []
        self._file = _open(folder / _FILE)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def reading(self, article: Article) -> Reading:
        """The article with its analysis, as the reader gives it."""
        key = self._key(article)
        kept = self._kept(key)
        if kept is not None:
            return Reading(article, kept)
        reading = self._reader.reading(article)
        if self._file is not None:
            self._fresh.append((key, self._day, encode(reading.analysis)))
        return reading

    def close(self) -> None:
        """Write down what was read, and let go of what nobody asked for in a month."""
        if self._file is None:
            return
        with suppress(sqlite3.Error), self._file:
            self._file.executemany("UPDATE reading SET used = ? WHERE key = ?", self._used)
            self._file.executemany("INSERT OR REPLACE INTO reading VALUES (?, ?, ?)", self._fresh)
            if self._fresh:
                self._file.execute("DELETE FROM reading WHERE used < ?", (self._day - _KEPT_DAYS,))
        self._file.close()
        self._file = None

    def _key(self, article: Article) -> bytes:
        return hashlib.sha256(
            f"{self._code}\n{article!r}".encode("utf-8", "surrogatepass")
        ).digest()

    def _kept(self, key: bytes) -> Analysis | None:
        if self._file is None:
            return None
        try:
            found = self._file.execute(
                "SELECT used, analysis FROM reading WHERE key = ?", (key,)
            ).fetchone()
            if found is None:
                return None
            analysis = decode(found[1])
        except (sqlite3.Error, UnreadableAnalysis):
            return None
        if found[0] != self._day:
            self._used.append((self._day, key))
        return analysis


def _open(path: Path) -> sqlite3.Connection | None:
    """The file with its table, made anew if it is damaged; None where none can be kept."""
    for _ in range(2):
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            # It holds the words of articles, which are nobody else's business.
            path.touch(mode=0o600)
            file = sqlite3.connect(path, timeout=_BUSY_SECONDS)
            file.execute(
                "CREATE TABLE IF NOT EXISTS reading"
                " (key BLOB PRIMARY KEY, used INTEGER NOT NULL, analysis BLOB NOT NULL)"
                " WITHOUT ROWID"
            )
        except sqlite3.OperationalError:
            return None
        except sqlite3.DatabaseError:
            with suppress(OSError):
                path.unlink()
        except OSError:
            return None
        else:
            return file
    return None


def _fingerprint() -> str:
    """Tells versions of the reader apart, also where somebody works on its rules or weights."""
    package = Path(__file__).parent
    files = sorted(
        path
        for part in ("core/*.py", "core/language/*.py", "core/reading/*.py", "*.py", "models/*")
        for path in package.glob(part)
    )
    marks = ((path.name, *_size_and_time(path)) for path in files)
    return hashlib.sha256(repr((READER_VERSION, *marks)).encode()).hexdigest()


def _size_and_time(path: Path) -> tuple[int, int]:
    found = path.stat()
    return found.st_size, found.st_mtime_ns

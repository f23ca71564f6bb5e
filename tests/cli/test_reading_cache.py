"""What commands have read before is not read again, and is never in the way."""

from __future__ import annotations

import sqlite3
import stat
from typing import TYPE_CHECKING

import pytest

from bot import reading_cache
from bot.core.models import Article, Reading
from bot.core.reading.reader import Reader
from bot.lemmas import DictionaryLemmatiser
from bot.reading_cache import ReadingCache

if TYPE_CHECKING:
    from pathlib import Path

FILE = "readings.sqlite3"
ARTICLES = tuple(
    Article(str(number), "Hafen", f"Der Hafen in Musterstadt bekommt {number} Kräne.", "de")
    for number in (2, 3, 4)
)


class Counting(Reader):
    """Counts what it reads."""

    def __init__(self) -> None:
        super().__init__(DictionaryLemmatiser())
        self.read_ids: list[str] = []

    def reading(self, article: Article) -> Reading:
        self.read_ids.append(article.id)
        return super().reading(article)


def read_all(folder: Path, *articles: Article, dictionary: str = "1") -> list[str]:
    """The ids of what was really read; what comes back is always what the reader gives."""
    reader = Counting()
    with ReadingCache(reader, folder, dictionary=dictionary) as cache:
        given = [cache.reading(article) for article in articles]
    plain = Reader(DictionaryLemmatiser())
    assert given == [plain.reading(article) for article in articles]
    return reader.read_ids


def test_nothing_is_read_twice(tmp_path: Path) -> None:
    assert read_all(tmp_path, *ARTICLES) == ["2", "3", "4"]
    assert read_all(tmp_path, *ARTICLES) == []


@pytest.mark.parametrize(
    "other",
    [
        Article("2", "Hafen", "Der Hafen in Musterstadt bekommt fünf Kräne.", "de"),
        Article("2", "Kräne", ARTICLES[0].text, "de"),
        Article("2", "Hafen", ARTICLES[0].text, "en"),
        Article("2", "Hafen", ARTICLES[0].text, "de", kind="opinion"),
    ],
)
def test_what_changed_is_read_again(tmp_path: Path, other: Article) -> None:
    read_all(tmp_path, *ARTICLES)
    assert read_all(tmp_path, other, *ARTICLES[1:]) == ["2"]


def test_another_dictionary_or_reader_reads_all_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_all(tmp_path, ARTICLES[0])
    assert read_all(tmp_path, ARTICLES[0], dictionary="2") == ["2"]
    monkeypatch.setattr(reading_cache, "_size_and_time", lambda path: (1, len(path.name)))
    assert read_all(tmp_path, ARTICLES[0]) == ["2"]


def test_what_was_read_before_an_interruption_is_kept(tmp_path: Path) -> None:
    def read_until_interrupted() -> None:
        with ReadingCache(Counting(), tmp_path, dictionary="1") as cache:
            cache.reading(ARTICLES[0])
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        read_until_interrupted()
    assert read_all(tmp_path, *ARTICLES) == ["3", "4"]


@pytest.mark.parametrize("content", [b"no database at all, but some text" * 50, b""])
def test_a_damaged_file_is_made_anew(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FILE).write_bytes(content)
    assert read_all(tmp_path, *ARTICLES) == ["2", "3", "4"]
    assert read_all(tmp_path, *ARTICLES) == []


def test_a_damaged_analysis_is_read_again(tmp_path: Path) -> None:
    read_all(tmp_path, *ARTICLES)
    with sqlite3.connect(tmp_path / FILE) as file:
        file.execute("UPDATE reading SET analysis = x'0102'")
    file.close()
    assert read_all(tmp_path, *ARTICLES) == ["2", "3", "4"]
    assert read_all(tmp_path, *ARTICLES) == []


def test_without_a_place_for_it_the_articles_are_read(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file where the folder would be", encoding="utf-8")
    assert read_all(tmp_path / "taken", *ARTICLES) == ["2", "3", "4"]


def test_a_file_that_others_write_to_keeps_nobody_waiting(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_all(tmp_path, ARTICLES[0])
    monkeypatch.setattr(reading_cache, "_BUSY_SECONDS", 0.01)
    other = sqlite3.connect(tmp_path / FILE)
    other.execute("BEGIN EXCLUSIVE")
    assert read_all(tmp_path, *ARTICLES) == ["2", "3", "4"]
    other.close()
    assert read_all(tmp_path, *ARTICLES) == ["3", "4"]


def test_what_nobody_asked_for_in_a_month_leaves(tmp_path: Path) -> None:
    read_all(tmp_path, *ARTICLES[:2])
    with sqlite3.connect(tmp_path / FILE) as file:
        file.execute("UPDATE reading SET used = used - 31")
    file.close()
    assert read_all(tmp_path, ARTICLES[0], ARTICLES[2]) == ["4"]
    with sqlite3.connect(tmp_path / FILE) as file:
        assert file.execute("SELECT count(*) FROM reading").fetchone() == (2,)
    file.close()


def test_nobody_else_may_read_it(tmp_path: Path) -> None:
    read_all(tmp_path, ARTICLES[0])
    assert stat.S_IMODE((tmp_path / FILE).stat().st_mode) == 0o600

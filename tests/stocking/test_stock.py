"""The store follows its sources, and the library follows the store."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from threading import Event
from typing import TYPE_CHECKING

import pytest
from builders import article
from sqlalchemy import text
from stocking.stocks import NOW, CountingReader, open_stock, write

from bot.core.models import TopicRule
from bot.core.outcomes import CardFound
from bot.sources.collecting import collect
from bot.sources.files import read_file
from bot.stocking import Found

if TYPE_CHECKING:
    from pathlib import Path

    from bot.lemmas import DictionaryLemmatiser
    from bot.library import Library
    from bot.stocking import Stock
    from bot.store import Store

LATER = NOW + timedelta(minutes=1)
HARBOUR = (
    "Die Firma Nordlicht baut am Hafen ein Wärmenetz für 4.000 Haushalte. "
    "Nordlicht will im Mai beginnen. Die Kosten gibt Nordlicht mit 12 Millionen Euro an."
)
ZOO = (
    "Der Tierpark Sonnenau öffnet wieder. Sonnenau zeigt zwei Eisbären. "
    "Im Sommer rechnet Sonnenau mit 90.000 Gästen."
)


def lead(library: Library, topic: str) -> str:
    """The first sentence of the card, or nothing."""
    found = library.brief(topic)
    return found.card.lead[0].text if isinstance(found, CardFound) else ""


def stored(store: Store) -> list[str]:
    return [one.id for one in store.articles.list_stored()]


def test_a_folder_fills_the_store_and_the_library(stock: Stock, articles: Path) -> None:
    write(articles, "hafen.md", HARBOUR)
    done = stock.restock([articles], now=NOW)
    assert (done.files, done.read, done.removed, done.unread) == (1, 1, 0, 0)
    assert "Wärmenetz" in lead(stock.library, "nordlicht")


def test_a_restart_reads_nothing_and_answers_the_same(
    stock: Stock, articles: Path, own_store: Store, lemmatiser: DictionaryLemmatiser
) -> None:
    write(articles, "hafen.md", HARBOUR)
    stock.restock([articles], now=NOW)
    reader = CountingReader(lemmatiser)
    again = open_stock(own_store, lemmatiser, reader)
    again.follow()
    assert again.library.brief("nordlicht") == stock.library.brief("nordlicht")
    assert again.restock([articles], now=NOW).read == 0
    assert reader.seen == []


def test_a_file_that_did_not_change_is_not_opened_again(
    stock: Stock, articles: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(articles, "hafen.md", HARBOUR)
    write(articles, "zoo.md", ZOO)
    stock.restock([articles], now=LATER)
    opened: list[str] = []
    monkeypatch.setattr(
        "bot.sources.surveying.read_file",
        lambda path, **_: opened.append(path.name) or read_file(path),
    )
    stock.restock([articles], now=LATER)
    assert opened == []
    write(articles, "zoo.md", ZOO + " Der Eintritt ist frei.", age=60)
    stock.restock([articles], now=LATER)
    assert opened == ["zoo.md"]


def test_a_file_that_was_written_just_now_is_looked_at_again(
    stock: Stock, articles: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(articles, "hafen.md", HARBOUR)
    just_now = datetime.fromtimestamp(path.stat().st_mtime + 0.5, UTC)
    stock.restock([articles], now=just_now)
    opened: list[str] = []
    monkeypatch.setattr(
        "bot.sources.surveying.read_file",
        lambda path, **_: opened.append(path.name) or read_file(path),
    )
    stock.restock([articles], now=just_now)
    assert opened == ["hafen.md"]


def test_a_changed_file_is_read_again(stock: Stock, articles: Path, own_store: Store) -> None:
    write(articles, "a.md", HARBOUR)
    write(articles, "b.md", ZOO)
    stock.restock([articles], now=NOW)
    assert stock.library.reading("a") is not None
    write(articles, "a.md", HARBOUR.replace("Mai", "Juni"), age=60)
    done = stock.restock([articles], now=NOW)
    assert (done.read, done.removed) == (1, 0)
    assert stored(own_store) == ["a", "b"]
    reading = stock.library.reading("a")
    assert reading is not None
    assert "Juni" in reading.article.text


def test_a_file_that_is_gone_takes_its_article_with_it(stock: Stock, articles: Path) -> None:
    path = write(articles, "hafen.md", HARBOUR)
    stock.restock([articles], now=NOW)
    path.unlink()
    assert stock.restock([articles], now=NOW).removed == 1
    assert stock.library.article_count == 0
    assert lead(stock.library, "nordlicht") == ""


def test_what_came_from_elsewhere_stays_when_folders_change(
    stock: Stock, articles: Path, own_store: Store
) -> None:
    path = write(articles, "hafen.md", HARBOUR)
    stock.restock([articles], now=NOW)
    fed = Found(article(ZOO, id="zoo"), "feed:https://example.org/feed")
    assert stock.take([fed], now=NOW) == ("zoo",)
    path.unlink()
    stock.restock([articles], now=NOW)
    assert stored(own_store) == ["zoo"]
    assert "Sonnenau" in lead(stock.library, "sonnenau")


def test_what_is_offered_twice_is_read_once(
    own_store: Store, lemmatiser: DictionaryLemmatiser
) -> None:
    reader = CountingReader(lemmatiser)
    stock = open_stock(own_store, lemmatiser, reader)
    fed = Found(article(ZOO, id="zoo"), "feed:https://example.org/feed")
    stock.take([fed], now=NOW)
    assert stock.take([fed], now=NOW) == ()
    assert reader.seen == ["zoo"]


def test_an_id_that_two_origins_use_for_different_articles_is_told_apart(
    stock: Stock, articles: Path, own_store: Store
) -> None:
    write(articles, "zoo.md", HARBOUR)
    stock.restock([articles], now=NOW)
    fed = Found(article(ZOO, id="zoo"), "feed:https://example.org/feed")
    (name,) = stock.take([fed], now=NOW)
    assert name.startswith("zoo~")
    assert stock.take([fed], now=NOW) == ()
    assert stock.restock([articles], now=NOW).read == 0
    assert stored(own_store) == ["zoo", name]


def test_what_another_origin_takes_away_is_read_from_the_folder_again(
    stock: Stock, articles: Path, own_store: Store
) -> None:
    write(articles, "a.md", HARBOUR)
    (read,) = collect([articles]).articles
    stock.take([Found(read, "feed:https://example.org/feed")], now=NOW)
    assert stock.restock([articles], now=LATER).read == 0
    stock.drop(["a"])
    assert stock.restock([articles], now=LATER).read == 1
    assert stored(own_store) == ["a"]


def test_a_folder_that_cannot_be_found_for_a_while_loses_nothing(
    stock: Stock, articles: Path, own_store: Store
) -> None:
    write(articles, "hafen.md", HARBOUR)
    stock.restock([articles], now=NOW)
    away = articles.rename(articles.with_name("weg"))
    done = stock.restock([articles], now=NOW)
    assert done.removed == 0
    assert [skip.reason for skip in done.skipped] == ["does not exist"]
    away.rename(articles)
    assert stock.restock([articles], now=NOW).read == 0
    assert stored(own_store) == ["hafen"]


def test_another_version_of_the_reader_reads_again_what_is_stored(
    stock: Stock, articles: Path, own_store: Store, lemmatiser: DictionaryLemmatiser
) -> None:
    path = write(articles, "hafen.md", HARBOUR)
    stock.restock([articles], now=NOW)
    with own_store.database.writing() as connection:
        connection.exec_driver_sql("UPDATE article SET reader_version = 'alt'")
    path.unlink()
    reader = CountingReader(lemmatiser)
    later = open_stock(own_store, lemmatiser, reader)
    later.follow()
    assert "Wärmenetz" in lead(later.library, "nordlicht")
    assert later.renew(now=NOW) == 1
    assert reader.seen == ["hafen"]
    assert later.renew(now=NOW) == 0
    assert "Wärmenetz" in lead(later.library, "nordlicht")


def test_a_bad_article_stops_no_other(
    articles: Path, own_store: Store, lemmatiser: DictionaryLemmatiser
) -> None:
    write(articles, "a.md", HARBOUR)
    write(articles, "b.md", ZOO)
    stock = open_stock(own_store, lemmatiser, CountingReader(lemmatiser, fails_on="Tierpark"))
    done = stock.restock([articles], now=NOW)
    assert (done.read, done.unread) == (1, 1)
    assert stored(own_store) == ["a"]


def test_what_another_replica_stored_is_told(
    stock: Stock, articles: Path, own_store: Store, lemmatiser: DictionaryLemmatiser
) -> None:
    other = open_stock(own_store, lemmatiser)
    path = write(articles, "hafen.md", HARBOUR)
    stock.restock([articles], now=NOW)
    assert other.follow() == 1
    assert other.library.brief("nordlicht") == stock.library.brief("nordlicht")
    path.unlink()
    stock.restock([articles], now=NOW)
    assert other.follow() == 1
    assert other.library.article_count == 0
    assert other.follow() == 0


def test_new_curated_topics_are_found_in_articles_that_are_stored(
    stock: Stock, articles: Path, own_store: Store, lemmatiser: DictionaryLemmatiser
) -> None:
    write(articles, "hafen.md", HARBOUR)
    stock.restock([articles], now=NOW)
    rules = (TopicRule("Energiewende", terms=("Wärmenetz", "Nordlicht")),)
    reader = CountingReader(lemmatiser)
    curated = open_stock(own_store, lemmatiser, reader, rules)
    curated.restock([articles], now=NOW)
    assert [line.name for line in curated.library.topics() if line.curated] == ["Energiewende"]
    assert reader.seen == []
    assert open_stock(own_store, lemmatiser, rules=rules).follow() == 1


def test_a_start_with_a_kept_index_answers_as_before(
    stock: Stock, articles: Path, own_store: Store, lemmatiser: DictionaryLemmatiser
) -> None:
    write(articles, "a.md", HARBOUR)
    gone = write(articles, "b.md", HARBOUR.replace("Nordlicht", "Südwind"))
    stock.restock([articles], now=NOW)
    assert stock.save(now=NOW)
    assert not stock.save(now=NOW)
    gone.unlink()
    write(articles, "zoo.md", ZOO)
    stock.restock([articles], now=NOW)
    again = open_stock(own_store, lemmatiser)
    again.follow()
    for topic in ("nordlicht", "sonnenau", "südwind", "sonenau", "wärmenetz"):
        assert again.library.brief(topic) == stock.library.brief(topic)
    assert again.library.topics() == stock.library.topics()


def test_a_kept_index_spares_looking_at_every_article(
    stock: Stock,
    articles: Path,
    own_store: Store,
    lemmatiser: DictionaryLemmatiser,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    write(articles, "a.md", HARBOUR)
    stock.restock([articles], now=NOW)
    stock.save(now=NOW)
    monkeypatch.delattr("bot.store.articles.Articles.list_extracts")
    again = open_stock(own_store, lemmatiser)
    assert again.follow() == 1
    assert "Wärmenetz" in lead(again.library, "nordlicht")


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE index_part SET content = :other WHERE name = 'keys'",
        "DELETE FROM index_part WHERE name = 'end'",
        "DELETE FROM index_part WHERE name = 'postings'",
        "UPDATE index_part SET content = (SELECT content FROM index_part WHERE name = 'days')",
    ],
)
def test_a_damaged_index_is_built_again(
    stock: Stock, articles: Path, own_store: Store, lemmatiser: DictionaryLemmatiser, damage: str
) -> None:
    write(articles, "a.md", HARBOUR)
    stock.restock([articles], now=NOW)
    stock.save(now=NOW)
    with own_store.database.writing() as connection:
        if damage.startswith("UPDATE index_part SET content = (SELECT"):
            damage += " WHERE name != 'end'"
        bound = {"other": b"xx"} if ":other" in damage else {}
        connection.execute(text(damage), bound)
    again = open_stock(own_store, lemmatiser)
    again.follow()
    assert again.library.brief("nordlicht") == stock.library.brief("nordlicht")


def test_only_the_latest_index_is_kept(stock: Stock, own_store: Store, articles: Path) -> None:
    write(articles, "a.md", HARBOUR)
    stock.restock([articles], now=NOW)
    stock.save(now=NOW)
    rows = own_store.counts()["index_part"]
    write(articles, "a.md", ZOO, age=60)
    stock.restock([articles], now=NOW)
    stock.save(now=LATER)
    assert own_store.counts()["index_part"] == rows


def test_questions_are_answered_while_articles_come_and_go(
    stock: Stock, articles: Path, own_store: Store
) -> None:
    write(articles, "a.md", HARBOUR)
    stock.restock([articles], now=NOW)
    done = Event()

    def ask() -> set[str]:
        asked: set[str] = set()
        while not done.is_set():
            asked.add(lead(stock.library, "nordlicht"))
            stock.library.topics()
        return asked

    with ThreadPoolExecutor(2) as pool:
        answers = [pool.submit(ask), pool.submit(ask)]
        try:
            for number in range(4):
                fed = Found(article(ZOO, id=f"zoo{number}"), "feed:https://example.org/feed")
                stock.take([fed], now=NOW)
                with own_store.database.writing() as connection:
                    connection.exec_driver_sql("UPDATE article SET reader_version = 'alt'")
                stock.renew(now=NOW)
                stock.drop([f"zoo{number}"])
        finally:
            done.set()
        for one in answers:
            assert one.result(60) == {lead(stock.library, "nordlicht")}


def test_a_file_that_is_still_being_written_waits(stock: Stock, articles: Path) -> None:
    write(articles, "zoo.md", ZOO)
    path = write(articles, "hafen.md", HARBOUR[:40], age=60)
    written = path.stat().st_mtime
    during = datetime.fromtimestamp(written + 0.5, UTC)
    done = stock.restock([articles], now=during, rest=0.8)
    assert (done.read, done.waiting) == (1, 1)
    assert [(one.path.endswith("hafen.md"), one.reason, one.is_fault) for one in done.skipped] == [
        (True, "is still being written", False)
    ]
    # Nobody writes any more, and it is looked at although nothing else changed.
    write(articles, "hafen.md", HARBOUR, age=60)
    done = stock.restock([articles], now=during + timedelta(seconds=1), rest=0.8)
    assert (done.read, done.waiting, done.skipped) == (1, 0, ())
    assert "Wärmenetz" in lead(stock.library, "nordlicht")


def test_what_a_file_said_stays_while_it_is_written_anew(stock: Stock, articles: Path) -> None:
    path = write(articles, "hafen.md", HARBOUR)
    stock.restock([articles], now=NOW, rest=0.8)
    write(articles, "hafen.md", HARBOUR[:40], age=60)
    during = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    done = stock.restock([articles], now=during, rest=0.8)
    assert (done.read, done.removed, done.waiting) == (0, 0, 1)
    assert "Wärmenetz" in lead(stock.library, "nordlicht")
    done = stock.restock([articles], now=during + timedelta(seconds=1), rest=0.8)
    assert (done.read, done.waiting) == (1, 0)


def test_who_asks_once_reads_what_was_just_written(stock: Stock, articles: Path) -> None:
    path = write(articles, "hafen.md", HARBOUR)
    just_now = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    assert stock.restock([articles], now=just_now).read == 1


def test_a_file_dated_ahead_does_not_wait_for_its_day(stock: Stock, articles: Path) -> None:
    path = write(articles, "hafen.md", HARBOUR)
    day_before = datetime.fromtimestamp(path.stat().st_mtime, UTC) - timedelta(days=1)
    assert stock.restock([articles], now=day_before, rest=0.8).read == 1

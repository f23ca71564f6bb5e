"""A watched file that is corrected: the card shows what it said before, and what it says now."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from stocking.stocks import LAST_WEEK, NOW, CountingReader, open_stock, write

from bot.core.digest import Known
from bot.core.outcomes import CardFound
from bot.dialogue.card_outline import outline_card
from bot.dialogue.viewer import Viewer

if TYPE_CHECKING:
    from pathlib import Path

    from bot.core.cards import TopicCard
    from bot.lemmas import DictionaryLemmatiser
    from bot.stocking import Stock
    from bot.store import Store

PLAN = (
    "Die Firma Nordlicht baut am Hafen ein Wärmenetz für 4.000 Haushalte. "
    "Nordlicht will am Montag beginnen. Die Kosten gibt Nordlicht mit 12 Millionen Euro an."
)
MENDED = PLAN.replace("12 Millionen", "19 Millionen")
SECOND = PLAN.replace("12 Millionen", "21 Millionen")
REWORDED = PLAN.replace("Hafen", "alten Hafen")
DAY = "2025-01-20"


def put(folder: Path, text: str, *, age: int, head: str = "id: hafen\n") -> Path:
    path = folder / f"{DAY}-hafen.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"---\ntitle: Nordlicht baut\n{head}---\n\n{text}\n", encoding="utf-8")
    os.utime(path, (LAST_WEEK + age, LAST_WEEK + age))
    return path


def card_of(stock: Stock) -> TopicCard:
    found = stock.library.brief("nordlicht")
    assert isinstance(found, CardFound)
    return found.card


def stored(store: Store) -> list[str]:
    return [one.id for one in store.articles.list_stored()]


def test_the_card_shows_a_corrected_figure_and_what_it_was(
    stock: Stock, articles: Path, own_store: Store
) -> None:
    put(articles, PLAN, age=0)
    stock.restock([articles], now=NOW)
    assert card_of(stock).status == "new"
    put(articles, MENDED, age=60)
    assert stock.restock([articles], now=NOW).read == 1
    assert stored(own_store) == ["hafen", "hafen~v2"]
    card = card_of(stock)
    assert card.status == "updated"
    (change,) = card.changes
    assert change.kind == "changed"
    assert "19 Millionen" in change.point.text
    assert change.before is not None
    assert "12 Millionen" in change.before.text
    assert card.articles == 1
    others = [*card.lead, *card.facts, *(voice.point for voice in card.voices)]
    assert all("12 Millionen" not in point.text for point in others)
    shown = [line.text for part in outline_card(card, Viewer("de")).sections for line in part.lines]
    assert any("geändert: " in line and " – zuvor: " in line for line in shown)


def test_a_corrected_file_is_read_once(
    stock: Stock, articles: Path, own_store: Store, lemmatiser: DictionaryLemmatiser
) -> None:
    put(articles, PLAN, age=0)
    stock.restock([articles], now=NOW)
    put(articles, MENDED, age=60)
    stock.restock([articles], now=NOW)
    reader = CountingReader(lemmatiser)
    again = open_stock(own_store, lemmatiser, reader)
    done = again.restock([articles], now=NOW)
    assert (done.read, done.removed, reader.seen) == (0, 0, [])
    assert card_of(again) == card_of(stock)


def test_a_text_without_an_id_of_its_own_is_corrected_as_well(
    stock: Stock, articles: Path, own_store: Store
) -> None:
    path = write(articles, "x.md", "")
    path.unlink()
    path = articles / "nordlicht.txt"
    for age, text in enumerate((PLAN, MENDED)):
        path.write_text(f"Nordlicht baut am Hafen\n\n{text}\n", encoding="utf-8")
        os.utime(path, (LAST_WEEK + age, LAST_WEEK + age))
        stock.restock([articles], now=NOW)
    first, second = stored(own_store)
    assert second == f"{first}~v2"
    (change,) = card_of(stock).changes
    assert "19 Millionen" in change.point.text


def test_the_latest_correction_is_told_against_the_one_before(
    stock: Stock, articles: Path, own_store: Store
) -> None:
    for age, text in enumerate((PLAN, MENDED, SECOND)):
        put(articles, text, age=age)
        stock.restock([articles], now=NOW)
    (change,) = card_of(stock).changes
    assert "21 Millionen" in change.point.text
    assert change.before is not None
    assert "19 Millionen" in change.before.text
    put(articles, PLAN + " Der Rat stimmt im Mai ab.", age=9)
    stock.restock([articles], now=NOW)
    assert stored(own_store)[-1] == "hafen~v4"


def test_what_is_only_worded_otherwise_takes_the_place_of_what_was(
    stock: Stock, articles: Path, own_store: Store
) -> None:
    put(articles, PLAN, age=0)
    stock.restock([articles], now=NOW)
    put(articles, REWORDED, age=60)
    stock.restock([articles], now=NOW)
    assert stored(own_store) == ["hafen"]
    put(articles, REWORDED.replace("12", "19"), age=120)
    stock.restock([articles], now=NOW)
    put(articles, MENDED, age=180)
    stock.restock([articles], now=NOW)
    assert stored(own_store) == ["hafen", "hafen~v2"]
    reading = stock.library.reading("hafen~v2")
    assert reading is not None
    assert "am Hafen" in reading.article.text


def test_what_a_file_said_is_forgotten_after_a_month_and_with_the_file(
    stock: Stock, articles: Path, own_store: Store, lemmatiser: DictionaryLemmatiser
) -> None:
    put(articles, PLAN, age=0)
    stock.restock([articles], now=NOW)
    path = put(articles, MENDED, age=60)
    stock.restock([articles], now=NOW)
    later = open_stock(own_store, lemmatiser)
    later.restock([articles], now=NOW + timedelta(days=31))
    assert stored(own_store) == ["hafen~v2"]
    assert card_of(later).changes == ()
    path.unlink()
    later.restock([articles], now=NOW + timedelta(days=31))
    assert stored(own_store) == []


def test_a_channel_that_was_shown_the_old_figure_is_told_the_new_one(
    stock: Stock, articles: Path
) -> None:
    put(articles, PLAN, age=0)
    stock.restock([articles], now=NOW)
    digest = stock.library.digest(date(2025, 1, 21), topics=("Nordlicht",))
    shown = {entry.card.slug: frozenset(entry.articles) for entry in digest.entries}
    put(articles, MENDED, age=60)
    stock.restock([articles], now=datetime(2025, 1, 21, 12, 0, tzinfo=UTC))
    known = Known(datetime(2025, 1, 21, 6, 30, tzinfo=UTC), shown)
    digest = stock.library.digest(date(2025, 1, 22), topics=("Nordlicht",), known=known)
    (entry,) = digest.entries
    assert entry.status == "updated"
    assert "19 Millionen" in entry.line.text


def test_a_correction_of_an_old_article_is_told_in_the_next_digest_and_not_again(
    stock: Stock, articles: Path
) -> None:
    put(articles, PLAN, age=0)
    stock.restock([articles], now=NOW)
    put(articles, MENDED, age=60)
    stock.restock([articles], now=datetime(2025, 3, 10, 9, 0, tzinfo=UTC))
    due = datetime(2025, 3, 10, 6, 30, tzinfo=UTC)
    slug = card_of(stock).slug
    for known in (None, Known(due, {}), Known(due, {slug: frozenset({"hafen"})})):
        (entry,) = stock.library.digest(date(2025, 3, 11), known=known).entries
        assert entry.status == "updated"
        assert "19 Millionen" in entry.line.text
    assert entry.articles == ("hafen~v2",)
    told = Known(due + timedelta(days=1), {slug: frozenset(entry.articles)})
    for day in (12, 31):
        assert stock.library.digest(date(2025, 3, day), known=told).entries == ()

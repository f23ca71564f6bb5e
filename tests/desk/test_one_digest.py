"""Whoever asks for the digest of one day gets the same, wherever they ask."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

import pytest
from builders import article

from bot.core.digest import Usual
from bot.core.reading.reader import Reader
from bot.desk.desk import Desk
from bot.desk.people import Asker, Place
from bot.desk.plans import PlanDraft
from bot.dialogue.answers import DigestAnswer
from bot.library import Library
from bot.store import open_store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bot.core.cards import Digest
    from bot.desk.replies import Reply
    from bot.lemmas import DictionaryLemmatiser

TODAY = date(2025, 1, 24)
NOON = datetime(2025, 1, 24, 12, 0, tzinfo=UTC)
CITIES = (("Kiel", "Nordlux"), ("Bremen", "Weserblick"), ("Lübeck", "Trave"))
EIGHT = Usual(at=time(8, 0), topics=2)


class Newsroom:
    """Articles of yesterday evening that were fetched at different times of today."""

    def __init__(self, lemmatiser: DictionaryLemmatiser, folder: Path) -> None:
        self.store = open_store(None, folder)
        self.library = Library(lemmatiser, usual=EIGHT)
        self.now = NOON
        reader = Reader(lemmatiser)
        for hours, (city, name) in enumerate(CITIES):
            text = (
                f"Die Stadt {city} baut am Hafen das Museum {name}. "
                f"Das Museum {name} soll {40 + hours} Millionen Euro kosten."
            )
            made = reader.reading(article(text, id=name, on="2025-01-23"))
            self.library.add(made, NOON - timedelta(hours=2 * hours))
        self.desk = Desk(self.library, self.store, clock=lambda: self.now)
        self.asker = Asker(Place("web", "local", "chat"), "anna", zone="UTC")


@pytest.fixture
def newsroom(lemmatiser: DictionaryLemmatiser, tmp_path: Path) -> Iterator[Newsroom]:
    made = Newsroom(lemmatiser, tmp_path)
    yield made
    made.store.close()


def digest_in(reply: Reply) -> Digest:
    assert isinstance(reply.answer, DigestAnswer)
    return reply.answer.digest


def test_todays_digest_is_the_same_in_a_chat_on_the_page_and_in_the_terminal(
    newsroom: Newsroom,
) -> None:
    chat = digest_in(newsroom.desk.answer("/digest jetzt", newsroom.asker))
    page = digest_in(newsroom.desk.digest_of(TODAY, newsroom.asker))
    terminal = newsroom.library.digest(TODAY, zone="UTC", read_at=NOON)
    assert len(chat.entries) == 2
    assert chat == page == terminal


def test_what_was_fetched_later_is_in_no_past_digest(newsroom: Newsroom) -> None:
    newsroom.now += timedelta(days=1)
    page = digest_in(newsroom.desk.digest_of(TODAY, newsroom.asker))
    terminal = newsroom.library.digest(TODAY, zone="UTC", read_at=newsroom.now)
    assert [entry.articles for entry in page.entries] == [("Trave",)]
    assert page == terminal


def test_a_plan_is_previewed_at_its_own_time_and_length(newsroom: Newsroom) -> None:
    draft = PlanDraft((), "09:00", "UTC", (0, 1, 2, 3, 4), "de", "long")
    preview = newsroom.desk.preview(draft, newsroom.asker)
    assert not isinstance(preview, tuple)
    assert len(digest_in(preview).entries) == 3

"""What is new to a person is what this person was not shown yet, on a card or in a digest."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from builders import article

from bot.core.reading.reader import Reader
from bot.desk.desk import Desk
from bot.desk.people import Asker, Place
from bot.library import Library
from bot.store import open_store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bot.desk.replies import Reply
    from bot.lemmas import DictionaryLemmatiser

MORNING = datetime(2025, 1, 24, 8, 0, tzinfo=UTC)
FIRST = "Kiel baut am Hafen das Museum Nordlux. Das Museum Nordlux soll 40 Millionen Euro kosten."
SECOND = "Das Museum Nordlux öffnet am 3. Mai 2026. Kiel gibt dem Museum Nordlux 9 Millionen Euro."


class Newsroom:
    """A desk whose library and clock a test moves on."""

    def __init__(self, lemmatiser: DictionaryLemmatiser, folder: Path) -> None:
        self.store = open_store(None, folder)
        self.library = Library(lemmatiser)
        self.now = MORNING
        self.desk = Desk(self.library, self.store, clock=lambda: self.now)
        self._reader = Reader(lemmatiser)

    def print_article(self, text: str, *, id: str, on: str) -> None:  # noqa: A002 - as in builders
        self.library.add(self._reader.reading(article(text, id=id, on=on)))

    def ask(self, text: str, person: str) -> str:
        place = Place("slack", "T1", "C1")
        return said(self.desk.answer(text, Asker(place, person, zone="UTC")))


@pytest.fixture
def newsroom(lemmatiser: DictionaryLemmatiser, tmp_path: Path) -> Iterator[Newsroom]:
    made = Newsroom(lemmatiser, tmp_path)
    made.print_article(FIRST, id="eins", on="2025-01-23")
    for person in ("anna", "ben"):
        made.ask("/digest now", person)
    made.now += timedelta(hours=1)
    made.print_article(SECOND, id="zwei", on="2025-01-23")
    yield made
    made.store.close()


def said(reply: Reply) -> str:
    return "\n".join(str(part.outline) for part in reply.parts)


def test_an_article_that_came_since_the_last_look_is_new(newsroom: Newsroom) -> None:
    assert "öffnet am 3. Mai 2026" in newsroom.ask("/digest new", "anna")


def test_what_a_person_was_shown_is_not_new_to_them_again(newsroom: Newsroom) -> None:
    newsroom.ask("/digest new", "anna")
    newsroom.now += timedelta(hours=1)
    assert "öffnet" not in newsroom.ask("/digest new", "anna")


def test_what_a_person_saw_on_a_card_is_not_new_to_them_but_to_others(newsroom: Newsroom) -> None:
    assert "öffnet" in newsroom.ask("/briefing Museum Nordlux", "anna")
    newsroom.now += timedelta(hours=1)
    assert "öffnet" not in newsroom.ask("/digest new", "anna")
    assert "öffnet" in newsroom.ask("/digest new", "ben")


def test_a_preview_is_not_remembered_as_shown(newsroom: Newsroom) -> None:
    newsroom.ask("/digest preview", "anna")
    assert "öffnet" in newsroom.ask("/digest new", "anna")

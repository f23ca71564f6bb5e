"""What is behind the buttons of a card keeps to what its outlets permit."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from bot.core.excerpts import NO_LIMITS, ExcerptLimits
from bot.core.reading.reader import Reader
from bot.desk.desk import Desk
from bot.desk.people import Asker, Place
from bot.dialogue.answers import CardAnswer
from bot.dialogue.buttons import card_key
from bot.lemmas import DictionaryLemmatiser
from bot.library import Library
from bot.sources.identity import build_article
from bot.sources.metadata import Metadata
from bot.store import open_store
from bot.tagger import WeightedTagger

if TYPE_CHECKING:
    from pathlib import Path

    from bot.desk.replies import Reply
    from bot.dialogue.buttons import Action

NOW = datetime(2026, 1, 5, 8, 0, tzinfo=UTC)
ASKER = Asker(Place("slack", "T1", "D1", direct=True), "U1")
TEXT = """Die Lufthansa streicht in den kommenden Jahren 3.000 Stellen. Das teilte sie mit.

Konzernchef Carsten Spohr nannte den Schritt schmerzhaft. Verdi kündigte Widerstand an.

In Frankfurt arbeiten derzeit 35.000 Menschen für den Konzern. Die Zahl soll langsam sinken.

Im Sommer hatte die Lufthansa einen Verlust von 800 Millionen Euro gemeldet."""
LIMIT = 70
URL = "https://news.example/a"


def pressed(tmp_path: Path, action: Action, limits: ExcerptLimits) -> tuple[Reply, Reply]:
    """The card, and what the button under it shows."""
    lemmatiser = DictionaryLemmatiser(None)
    lemmatiser.build()
    library = Library(lemmatiser, excerpts=limits)
    metadata = Metadata(id="a", outlet="Musterblatt", url=URL, author="Anna Beispiel")
    article = build_article(metadata, TEXT, "Lufthansa streicht Stellen")
    library.add(Reader(lemmatiser, tagger=WeightedTagger()).reading(article))
    with open_store(None, tmp_path) as store:
        desk = Desk(library, store, clock=lambda: NOW)
        card = desk.answer("/briefing lufthansa", ASKER)
        assert isinstance(card.answer, CardAnswer)
        return card, desk.press(action, card_key(card.answer.card), ASKER)


def article_words(tmp_path: Path, action: Action, limits: ExcerptLimits) -> list[str]:
    """Each text that the card and then the button show and that stands so in the article."""
    texts = [
        run.text.strip()
        for reply in pressed(tmp_path, action, limits)
        for part in reply.parts
        for section in part.outline.sections
        if section.kind != "sources"
        for line in section.lines
        for run in line.body
    ]
    flat = TEXT.replace("\n\n", " ")
    return [text for text in dict.fromkeys(texts) if len(text) > 15 and text in flat]


def characters(texts: list[str]) -> int:
    flat = TEXT.replace("\n\n", " ")
    return len(
        {at for text in texts for at in range(flat.index(text), flat.index(text) + len(text))}
    )


def test_evidence_and_more_show_no_more_than_the_limit(tmp_path: Path) -> None:
    limits = ExcerptLimits({"Musterblatt": LIMIT})
    for action in ("evidence", "more"):
        shown = article_words(tmp_path / action, action, limits)
        assert 0 < characters(shown) <= LIMIT


def test_without_a_limit_they_show_what_stands_around(tmp_path: Path) -> None:
    for action in ("evidence", "more"):
        assert characters(article_words(tmp_path / action, action, NO_LIMITS)) > LIMIT


def test_a_limit_that_holds_the_whole_article_keeps_nothing_back(tmp_path: Path) -> None:
    wide = ExcerptLimits(others=len(TEXT))
    free = article_words(tmp_path / "a", "more", NO_LIMITS)
    assert article_words(tmp_path / "b", "more", wide) == free


@pytest.mark.parametrize("action", ["evidence", "more"])
def test_what_is_shown_of_an_article_stands_with_its_address(
    tmp_path: Path, action: Action
) -> None:
    _, behind = pressed(tmp_path, action, NO_LIMITS)
    sections = [section for part in behind.parts for section in part.outline.sections]
    assert sections
    for section in sections:
        links = [run.text for line in section.lines for run in line.body if run.kind == "link"]
        assert links == [URL]


def test_evidence_names_who_wrote_the_article(tmp_path: Path) -> None:
    _, behind = pressed(tmp_path, "evidence", NO_LIMITS)
    lines = [
        line.text
        for part in behind.parts
        for section in part.outline.sections
        for line in section.lines
    ]
    assert any("Musterblatt, von Anna Beispiel" in line for line in lines)

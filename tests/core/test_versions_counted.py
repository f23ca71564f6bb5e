"""An article that was corrected is one article, whatever is counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from builders import article

from bot.core.reading.reader import Reader
from bot.library import Library

if TYPE_CHECKING:
    from bot.lemmas import DictionaryLemmatiser

FIRST = "Kiel baut am Hafen das Museum Nordlux. Das Museum Nordlux soll 40 Millionen Euro kosten."


@pytest.fixture
def library(lemmatiser: DictionaryLemmatiser) -> Library:
    made, reader = Library(lemmatiser), Reader(lemmatiser)
    for name, text in (
        ("web-1", FIRST),
        ("web-1~v2", FIRST.replace("40", "50")),
        ("web-1~v3", FIRST.replace("40", "60")),
        ("web-2", FIRST.replace("Kiel", "Bremen")),
    ):
        made.add(reader.reading(article(text, id=name, on="2025-01-23")))
    return made


def test_versions_are_one_article_in_total_and_in_the_list(library: Library) -> None:
    assert library.article_count == 2
    assert {line.name: line.articles for line in library.topics()}["Museum Nordlux"] == 2


def test_they_are_so_after_the_index_was_loaded(
    library: Library, lemmatiser: DictionaryLemmatiser
) -> None:
    loaded = Library(lemmatiser, readings=library)  # type: ignore[arg-type] # no text is asked for
    assert loaded.load(library.dump())
    assert loaded.article_count == 2


def test_a_version_whose_earlier_ones_left_still_counts(library: Library) -> None:
    for name in ("web-1", "web-1~v2"):
        library.remove(name)
    assert library.article_count == 2
    library.remove("web-1~v3")
    assert library.article_count == 1

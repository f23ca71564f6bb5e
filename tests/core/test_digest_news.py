"""What a digest calls new: everything that the channel's last state could not have told."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from builders import article

from bot.core.outcomes import CardFound
from bot.core.reading.reader import Reader
from bot.library import Library
from bot.tagger import WeightedTagger

if TYPE_CHECKING:
    from bot.lemmas import DictionaryLemmatiser

FIRST = (
    "Die Firma Nordlicht baut in Lunebad ein Wärmenetz für 4.000 Haushalte. "
    "Nordlicht will das Netz im Herbst in Betrieb nehmen."
)
LATER = (
    "Am Dienstag hat Nordlicht in Lunebad die Pumpen in Betrieb genommen. "
    "Die Firma Nordlicht baut in Lunebad ein Wärmenetz für 4.000 Haushalte."
)


def test_what_happened_before_the_last_digest_but_was_not_known_then_is_new(
    lemmatiser: DictionaryLemmatiser,
) -> None:
    reader = Reader(lemmatiser, tagger=WeightedTagger())
    told = article(FIRST, id="a", title="Nordlicht baut ein Wärmenetz", on="2025-03-03")
    news = article(LATER, id="b", title="Nordlicht nimmt Pumpen in Betrieb", on="2025-03-06")
    library = Library.of([reader.reading(told), reader.reading(news)], lemmatiser=lemmatiser)
    digest = library.digest(date(2025, 3, 7), topics=("Nordlicht",))
    (entry,) = digest.entries
    assert (entry.status, entry.line.spans[0].article) == ("updated", "b")
    assert "die Pumpen in Betrieb genommen" in entry.line.text
    assert entry.card.changed_since == "2025-03-06"


def test_an_article_of_the_first_day_there_is_can_be_asked_for(
    lemmatiser: DictionaryLemmatiser,
) -> None:
    reader = Reader(lemmatiser, tagger=WeightedTagger())
    ancient = article(FIRST, id="a", title="Nordlicht baut ein Wärmenetz", on="0001-01-01")
    library = Library.of([reader.reading(ancient)], lemmatiser=lemmatiser)
    assert isinstance(library.brief("Nordlicht"), CardFound)

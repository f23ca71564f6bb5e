"""What a digest calls new: everything that the channel's last state could not have told."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from builders import article

from bot.core.outcomes import CardFound
from bot.core.reading.reader import Reader
from bot.library import Library
from bot.sources.collecting import collect
from bot.tagger import WeightedTagger
from bot.topics_file import load_topic_rules

if TYPE_CHECKING:
    from bot.core.models import Language
    from bot.lemmas import DictionaryLemmatiser

ROOT = Path(__file__).parents[2]
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


@pytest.fixture(scope="module")
def seeds(lemmatiser: DictionaryLemmatiser) -> Library:
    reader = Reader(lemmatiser, tagger=WeightedTagger())
    articles = collect([ROOT / "seeds"]).articles
    rules = load_topic_rules(ROOT / "config" / "topics.toml")
    return Library.of(map(reader.reading, articles), lemmatiser=lemmatiser, rules=rules)


@pytest.mark.parametrize(
    ("day", "language", "topic", "line"),
    [
        # The lead tells it; what is listed beside says that X was called Twitter.
        (date(2025, 2, 12), "en", "OpenAI", "A group led by Elon Musk has offered"),
        # What stands behind it says what was announced the day before.
        (date(2025, 1, 23), "de", "Stargate", "Elon Musk has publicly questioned"),
        (date(2025, 9, 26), "de", "Stargate", "Am Dienstag kamen fünf weitere Orte"),
        # Another topic's line tells it, and nothing else happened.
        (date(2025, 7, 24), "de", "OpenAI", "OpenAI and Oracle have agreed on a further"),
    ],
)
def test_the_line_of_an_updated_topic_is_what_is_newest(
    day: date, language: Language, topic: str, line: str, seeds: Library
) -> None:
    entries = seeds.digest(day, language=language).entries
    (entry,) = [one for one in entries if one.card.name == topic]
    assert entry.status == "updated"
    assert entry.line.text.startswith(line)


def test_an_article_of_the_first_day_there_is_can_be_asked_for(
    lemmatiser: DictionaryLemmatiser,
) -> None:
    reader = Reader(lemmatiser, tagger=WeightedTagger())
    ancient = article(FIRST, id="a", title="Nordlicht baut ein Wärmenetz", on="0001-01-01")
    library = Library.of([reader.reading(ancient)], lemmatiser=lemmatiser)
    assert isinstance(library.brief("Nordlicht"), CardFound)

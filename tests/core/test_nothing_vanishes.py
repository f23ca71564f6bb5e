"""Every article is told in the digest of some morning."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from bot.library import Library
from bot.sources.collecting import collect
from bot.topics_file import load_topic_rules

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.core.models import Reading
    from bot.core.reading.reader import Reader
    from bot.lemmas import DictionaryLemmatiser

ROOT = Path(__file__).parents[2]
IN_PASSING = (
    "Wer baut, muss rechnen. Die Kosten steigen. Der Plan ist teuer. Die Zeit ist knapp. "
    "Niemand fragt nach. Auch die Firma Nordlicht hat das gesagt. Das Geld fehlt. Es wird eng. "
    "Keiner will zahlen. Alle warten ab. Am Ende bleibt eine Frage. Sie ist offen."
)


def test_every_dated_article_of_the_seeds_is_cited_by_some_digest(
    reader: Reader, lemmatiser: DictionaryLemmatiser
) -> None:
    articles = collect([ROOT / "seeds"]).articles
    rules = load_topic_rules(ROOT / "config" / "topics.toml")
    library = Library.of(map(reader.reading, articles), lemmatiser=lemmatiser, rules=rules)
    days = (date(2025, 1, 20) + timedelta(days=number) for number in range(255))
    digests = [library.digest(day) for day in days if day.weekday() < 5]
    cited = {
        source.id for made in digests for entry in made.entries for source in entry.card.sources
    }
    assert {one.id for one in articles if one.published_on} <= cited


def test_an_article_that_is_about_no_topic_is_told_once_by_the_one_it_names(
    read: Callable[..., Reading], library_of: Callable[..., Library]
) -> None:
    library = library_of(read(IN_PASSING, title="Kommentar", on="2025-01-23"))
    told = [
        [entry.card.name for entry in library.digest(date(2025, 1, day)).entries]
        for day in (23, 24, 27)
    ]
    assert told == [[], ["Nordlicht"], []]

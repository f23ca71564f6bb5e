"""All promises held over one library of articles: readings, cards, digests and their order."""

from __future__ import annotations

import json
import random
from datetime import date, timedelta
from typing import TYPE_CHECKING

from core.contract import breaches
from core.invariants import faults_of_card, faults_of_digest, faults_of_reading

from bot.core.models import Reading
from bot.core.outcomes import CardFound
from bot.formats.as_json import card_as_dict, digest_as_dict
from bot.formats.reading_as_json import reading_as_dict
from bot.library import Library

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.core.models import Article
    from bot.core.reading.reader import Reader
    from bot.lemmas import DictionaryLemmatiser

WEIGHTIEST = 150
_MOST_DAYS = 5
_LEAST_WORD = 5
# The Gregorian calendar has no earlier day that anything can be compared with.
_FIRST_YEAR = 1900


def faults_of_readings(articles: Sequence[Article], reader: Reader) -> Iterator[str]:
    """Faults of each article's analysis; of two readings; of the line that `read` prints."""
    for article in articles:
        analysis = reader.read(article)
        for fault in faults_of_reading(article, analysis):
            yield f"{article.id}: {fault}"
        if reader.read(article) != analysis:
            yield f"{article.id}: reading it again gives something else"
        line = reading_as_dict(Reading(article, analysis))
        if sorted(line["summary"]) != list(range(len(analysis.sentences))):
            yield f"{article.id}: the summary does not rank every sentence once"


def queries_of(library: Library, readings: Sequence[Reading]) -> list[str]:
    """The weightiest topics, and for each article what it names most often, or a word of it."""
    asked = [line.name for line in library.topics()[:WEIGHTIEST]]
    return list(dict.fromkeys([*asked, *(_subject_of(reading) for reading in readings)]))


def faults_of_cards(library: Library, queries: Sequence[str]) -> Iterator[str]:
    """Faults of the cards that answer the queries, as data and as JSON."""
    for query in queries:
        outcome = library.brief(query)
        if isinstance(outcome, CardFound):
            for fault in faults_of_card(outcome.card, library.reading):
                yield f"{query}: {fault}"
            written = json.dumps(card_as_dict(outcome.card), ensure_ascii=False)
            for fault in breaches(json.loads(written)):
                yield f"{query}: {fault}"


def faults_of_digests(library: Library, days: Sequence[date]) -> Iterator[str]:
    """Faults of the digests of the mornings after some of the days."""
    for day in days:
        digest = library.digest(day + timedelta(days=1))
        for fault in faults_of_digest(digest, library.reading):
            yield f"digest after {day}: {fault}"


def faults_of_order(
    readings: Sequence[Reading], queries: Sequence[str], lemmatiser: DictionaryLemmatiser
) -> Iterator[str]:
    """What differs when the articles come in another order, and some come, go and come again."""
    one = Library.of(readings, lemmatiser=lemmatiser)
    shuffled = list(readings)
    random.Random(len(readings)).shuffle(shuffled)  # noqa: S311 - repeatable, guards no secret
    other = Library.of(shuffled, lemmatiser=lemmatiser)
    for reading in shuffled[::3]:
        other.remove(reading.article.id)
    for reading in shuffled[::3]:
        other.add(reading)
    if one.topics() != other.topics():
        yield "the list of topics depends on the order of the articles"
    for query in queries:
        if _written(one, query) != _written(other, query):
            yield f"{query}: the card depends on the order of the articles"
    for day in days_of(readings):
        digests = [digest_as_dict(library.digest(day)) for library in (one, other)]
        if json.dumps(digests[0]) != json.dumps(digests[1]):
            yield f"the digest of {day} depends on the order of the articles"


def days_of(readings: Sequence[Reading]) -> list[date]:
    """At most five days of publication, spread over all of them."""
    dates = {reading.article.published_on for reading in readings}
    known = sorted(day for day in dates if day and day.year >= _FIRST_YEAR)
    return known[:: max(1, len(known) // _MOST_DAYS)][:_MOST_DAYS]


def _written(library: Library, query: str) -> str:
    outcome = library.brief(query)
    card = card_as_dict(outcome.card) if isinstance(outcome, CardFound) else repr(outcome)
    return json.dumps(card, ensure_ascii=False)


def _subject_of(reading: Reading) -> str:
    names = reading.analysis.names
    if names:
        return max(names, key=lambda name: (len(name.mentions), name.name)).name
    words = [word for sentence in reading.analysis.sentences for word in sentence.words]
    return next((word for word in words if len(word) >= _LEAST_WORD), "")

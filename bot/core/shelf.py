"""Readings with their indexes, and the cards that can be made from them in any state.

A state is a set of articles: all of them, or those that were out at some moment.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, get_args

from bot.core.card import MOST_RELATED, CardRequest, build_card
from bot.core.delta import compare, telling_of_days_after
from bot.core.language.folding import fold
from bot.core.models import Language
from bot.core.ranking import TopicArticle, choose_articles, companions, gather, weigh
from bot.core.search import parse_query, search_subject, search_topic, without_companions
from bot.core.subjects import find_subjects
from bot.core.textindex import TextIndex
from bot.core.topics import TopicIndex
from bot.core.versions import replaced_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet
    from datetime import date

    from bot.core.cards import TopicCard
    from bot.core.models import Article, Match, Reading, Topic, TopicRule
    from bot.core.reading.words import Lemmatiser
    from bot.core.subjects import Subject

# Related topics favour who and what over where.
_NEARNESS = {"OTHER": 1.0, "ORG": 1.0, "PER": 1.0, "LOC": 0.4}
_MOST_SEARCHED = 200
_MOST_MISSED = 50


class Shelf:
    """Grows and shrinks by one article at a time."""

    def __init__(self, lemmatiser: Lemmatiser, rules: Sequence[TopicRule]) -> None:
        """Start empty, with the curated topics of `rules`."""
        self.index = TopicIndex(rules)
        self._rules = tuple(rules)
        self._lemmatiser = lemmatiser
        self._readings: dict[str, Reading] = {}
        self._words = TextIndex()
        self._members: dict[str, Mapping[str, Subject]] = {}

    def add(self, reading: Reading) -> None:
        """Take in an article, or its new version under the same id."""
        self._readings[reading.article.id] = reading
        self.index.add(reading.article.id, find_subjects(reading, self._rules))
        self._words.add(reading.analysis)
        self._members.clear()

    def remove(self, article_id: str) -> None:
        """Forget an article; one that is not known is no error."""
        self._readings.pop(article_id, None)
        self.index.remove(article_id)
        self._words.remove(article_id)
        self._members.clear()

    def __len__(self) -> int:
        """How many articles there are."""
        return len(self._readings)

    def __iter__(self) -> Iterator[Reading]:
        """All readings, by id."""
        return (self._readings[article_id] for article_id in sorted(self._readings))

    def reading(self, article_id: str) -> Reading | None:
        """An article with its analysis, or None."""
        return self._readings.get(article_id)

    def article(self, article_id: str) -> Article:
        """An article that is known to be there.

        Raises:
            KeyError: it is not.
        """
        return self._readings[article_id].article

    def members(self, key: str) -> Mapping[str, Subject]:
        """Article id to subject for the topic with this canonical key.

        Beside the articles in which the name was recognised as one, those that simply hold the
        word, if it is no word of the dictionary: who asks for it wants them all.
        """
        if key not in self._members:
            found = self.index.members(key)
            missed = self._unrecognised(key) - found.keys()
            query = parse_query(self.index.display_name(key), self._lemmatiser) if missed else None
            extra = {
                one: search_subject(self._readings[one], query)
                for one in sorted(missed, key=self._newest_first)[:_MOST_MISSED]
                if query is not None
            }
            self._members[key] = {**found, **extra}
        return self._members[key]

    def count(self, key: str) -> int:
        """How many articles the topic has."""
        return len(self._unrecognised(key) | self.index.members(key).keys())

    def search(self, query: str) -> tuple[Topic, Mapping[str, Subject]] | None:
        """The query as a topic of the articles that hold its words; None if none does.

        Among very many the 200 newest are looked at.
        """
        parsed = parse_query(query, self._lemmatiser)
        for attempt in (parsed, without_companions(parsed)):
            found = self._words.find(attempt.words) if attempt.words else ()
            if found:
                newest = sorted(found, key=self._newest_first)[:_MOST_SEARCHED]
                members = {one: search_subject(self._readings[one], attempt) for one in newest}
                return search_topic(attempt, members), members
        return None

    def card(  # noqa: PLR0913 - the parts of one question, all named
        self,
        topic: Topic,
        members: Mapping[str, Subject],
        *,
        earlier: AbstractSet[str],
        since: date | None,
        matched: Match,
        language: Language,
    ) -> TopicCard:
        """The card of a topic over `members`, with the delta to those of them in `earlier`.

        Of an article that was changed its latest version counts, on either side.
        """
        known = members.keys() & earlier
        replaced = replaced_in(members)
        now = self._topic_articles(topic, _without(members, replaced))
        before = self._topic_articles(
            topic, _without(members, (members.keys() - known) | replaced_in(known))
        )
        added = members.keys() - earlier
        news = _news(now, added, since) if before and since else frozenset[tuple[str, int]]()
        evidence = gather(now, language, news=news)
        past = weigh(before, language)
        delta = compare(past, evidence, added=added, gone=frozenset(), since=since)
        request = CardRequest(
            topic=topic,
            matched=matched,
            language=language,
            delta=delta,
            display=self.index.display,
            related=self._related(topic, now),
            all_articles=tuple(self.article(one) for one in sorted(members.keys() - replaced)),
            withdrawn=tuple(self.article(one) for one in sorted(replaced)),
        )
        return build_card(evidence, request)

    def _unrecognised(self, key: str) -> set[str]:
        """Articles that hold the name as a word, recognised as a name or not.

        A curated topic has its own rules for that.
        """
        if self.index.is_curated(key):
            return set()
        name = self.index.display_name(key) if key in self.index else ""
        if not name.isalnum() or any(
            self._lemmatiser.is_known(spelling, language)
            for spelling in (name, name.lower(), name.capitalize())
            for language in get_args(Language)
        ):
            return set()
        folded = fold(name)
        return set(self._words.find((frozenset({folded, folded + "s"}),)))

    def _newest_first(self, article_id: str) -> tuple[int, str]:
        day = self.article(article_id).published_on
        return (-day.toordinal() if day else 0, article_id)

    def _topic_articles(
        self, topic: Topic, members: Mapping[str, Subject]
    ) -> tuple[TopicArticle, ...]:
        """The articles that tell most of the topic, with their other subjects."""
        own = self.index.key_of(topic)
        chosen = choose_articles((self.article(one), members[one]) for one in members)
        return tuple(
            TopicArticle(self._readings[one], members[one], self._others(one, own))
            for one in chosen
        )

    def _others(self, article_id: str, own: str) -> tuple[Subject, ...]:
        """The other subjects of an article, each under its canonical key."""
        out: list[Subject] = []
        for subject in self.index.subjects_of(article_id):
            key = self.index.canonical(subject.key)
            if own not in {key, subject.key}:
                out.append(subject if key == subject.key else replace(subject, key=key))
        return tuple(out)

    def _related(self, topic: Topic, articles: Sequence[TopicArticle]) -> tuple[str, ...]:
        beside = companions(articles)
        near = {
            key: count * _NEARNESS[self.index.kind(key)] for key, count in beside.items() if count
        }
        ranked = sorted(near, key=lambda key: (-near[key], key))
        names = (self.index.display_name(key) for key in ranked[: 2 * MOST_RELATED])
        return tuple(name for name in names if name != topic.name)


def _without(members: Mapping[str, Subject], left_out: AbstractSet[str]) -> Mapping[str, Subject]:
    return {one: subject for one, subject in members.items() if one not in left_out}


def _news(
    articles: Sequence[TopicArticle], added: AbstractSet[str], since: date
) -> frozenset[tuple[str, int]]:
    """The sentences of new articles, by article id and number, that tell of days after `since`."""
    readings = (one.reading for one in articles if one.reading.article.id in added)
    return frozenset(
        (reading.article.id, number)
        for reading in readings
        for number in telling_of_days_after(reading, since)
    )

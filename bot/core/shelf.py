"""What is known of all articles, and the cards that can be made from it in any state.

A state is a set of articles: all of them, or those that were out at some moment. Texts are
loaded through a port, and only for the articles that a card is made from.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Protocol, get_args

from bot.core.card import MOST_RELATED, CardRequest, Extent, build_card
from bot.core.corrections import corrected_pairs
from bot.core.delta import compare, news_of
from bot.core.excerpts import NO_LIMITS, ExcerptLimits
from bot.core.findings import Findings
from bot.core.language.folding import fold
from bot.core.models import Language
from bot.core.places import Places
from bot.core.ranking import TopicArticle, choose_articles, companions, gather, weigh
from bot.core.roster import Roster
from bot.core.search import parse_query, search_subject, search_topic, without_companions
from bot.core.stories import find_stories
from bot.core.topics import TopicIndex
from bot.core.versions import replaced_in

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
    from collections.abc import Set as AbstractSet
    from datetime import date, datetime

    from bot.core.cards import TopicCard
    from bot.core.extracts import Extract
    from bot.core.models import Match, Reading, Topic, TopicRule
    from bot.core.reading.words import Lemmatiser
    from bot.core.search import Query
    from bot.core.seeking import Question
    from bot.core.subjects import Subject

    # Everything that a card depends on but for what the articles say.
    CardKey = tuple[Topic, frozenset[str], frozenset[str], date | None, Match, Language]

# Related topics favour who and what over where.
_NEARNESS = {"OTHER": 1.0, "ORG": 1.0, "PER": 1.0, "LOC": 0.4}
# Each of these is loaded, which takes a quarter of a millisecond from a store.
_MOST_SEARCHED = 60
_MOST_MISSED = 24
_MOST_HOLDING = 200
# Topics whose articles are remembered until something changes.
_MOST_COVERED = 200
_CARDS_KEPT = 1000
_STORIES_KEPT = 100


@dataclass(frozen=True, slots=True)
class Loaded:
    """A reading and what its article is about."""

    reading: Reading
    subjects: tuple[Subject, ...]


class Readings(Protocol):
    """Where the texts are; in memory or in a store."""

    def load(self, article_ids: Sequence[str]) -> Mapping[str, Loaded]:
        """Those of the articles that are there, by id."""
        ...

    def search(self, wanted: Sequence[Collection[str]], *, limit: int) -> Sequence[str]:
        """Ids of the newest articles that hold at least one form of each word, newest first.

        Of those of one day `bot.core.fingerprints.number_of` says which are within `limit`;
        they come in the order of their ids.
        """
        ...


@dataclass(frozen=True, slots=True)
class Coverage:
    """A topic with its articles: ids with how much each is about it (0 to 1).

    `find` gives what one of them says of the topic, `question` is what was asked of it.
    """

    topic: Topic
    members: Mapping[str, float]
    find: Callable[[Loaded], Subject | None]
    question: Question | None = None

    def within(self, article_ids: AbstractSet[str]) -> Coverage:
        """The same in the state that holds only these articles."""
        kept = {one: about for one, about in self.members.items() if one in article_ids}
        return replace(self, members=kept)


class Shelf:
    """Grows and shrinks by one article at a time."""

    def __init__(
        self,
        lemmatiser: Lemmatiser,
        rules: Sequence[TopicRule],
        readings: Readings,
        *,
        excerpts: ExcerptLimits = NO_LIMITS,
    ) -> None:
        """Start empty, with the curated topics of `rules`; texts come from `readings`.

        No card shows more of an article than `excerpts` allows.
        """
        places = Places()
        self.index = TopicIndex(rules, places)
        self.roster = Roster(places)
        self._places = places
        self._lemmatiser = lemmatiser
        self._readings = readings
        self._excerpts = excerpts
        self._coverage: dict[str, Coverage] = {}
        self._cards: dict[CardKey, TopicCard] = {}
        self.findings = Findings()
        self._stories: dict[AbstractSet[str], Mapping[str, str]] = {}

    def add(self, article_id: str, extract: Extract, first_seen: datetime | None = None) -> None:
        """Take in what is known of an article, or of its new version under the same id."""
        self.roster.add(article_id, extract, first_seen)
        self.index.add(article_id, extract.subjects)
        self._forget_made()

    def remove(self, article_id: str) -> None:
        """Forget an article; one that is not known is no error."""
        self.roster.remove(article_id)
        self.index.remove(article_id)
        self._places.leave(article_id)
        self._forget_made()

    def dump(self) -> dict[str, bytes]:
        """All that is known as bytes, for `load`; the texts are elsewhere."""
        return {**self.roster.dump(), **self.index.dump()}

    def load(self, parts: Mapping[str, bytes]) -> None:
        """Become what `dump` saw.

        Raises:
            KeyError: a part is missing.
            ValueError: a part is of another format.
        """
        self.roster.load(parts)
        self.index.load(parts)
        self._forget_made()

    def reading(self, article_id: str) -> Reading | None:
        """An article with its analysis, or None."""
        if article_id not in self.roster:
            return None
        found = self._readings.load((article_id,)).get(article_id)
        return found.reading if found else None

    def coverage(self, key: str) -> Coverage | None:
        """The topic with this canonical key; None if there is none.

        Beside the articles in which the name was recognised as one, those that simply hold the
        word, if it is no word of the dictionary: who asks for it wants them all.
        """
        known = self._coverage.get(key)
        if known is None:
            topic = self.index.topic(key)
            if topic is None:
                return None
            if len(self._coverage) >= _MOST_COVERED:
                self._coverage.clear()
            known = self._coverage[key] = self._cover(key, topic)
        return known

    def search(self, query: str) -> Coverage | None:
        """The query as a topic of the newest articles that hold its words; None if none does."""
        parsed = parse_query(query, self._lemmatiser)
        for attempt in dict.fromkeys((parsed, without_companions(parsed))):
            found = self._search(attempt.words, _MOST_SEARCHED) if attempt.words else ()
            loaded = self._readings.load(found) if found else {}
            if loaded:
                members = {
                    one: search_subject(loaded[one].reading, attempt).aboutness for one in loaded
                }
                return Coverage(search_topic(attempt, members), members, _searching(attempt))
        return None

    def holders(self, query: str) -> tuple[str, ...]:
        """Ids of the newest articles that hold all words of the query."""
        wanted = parse_query(query, self._lemmatiser).words
        return self._search(wanted, _MOST_SEARCHED) if wanted else ()

    def card(
        self,
        coverage: Coverage,
        *,
        earlier: AbstractSet[str],
        since: date | None,
        matched: Match,
        language: Language,
    ) -> TopicCard:
        """The card of a topic, with the delta to the state that held only `earlier` of it.

        Of an article that was changed its latest version counts, in either state. Many channels
        are shown the same card on a morning, so the last ones are kept until an article comes
        or goes.
        """
        if matched == "search" or coverage.question is not None:
            return self._build_card(coverage, earlier, since, matched, language)
        shared = frozenset(earlier & coverage.members.keys())
        key = (coverage.topic, frozenset(coverage.members), shared, since, matched, language)
        card = self._cards.get(key)
        if card is None:
            card = self._build_card(coverage, earlier, since, matched, language)
            if len(self._cards) >= _CARDS_KEPT:
                self._cards.clear()
            self._cards[key] = card
        return card

    def stories(self, article_ids: AbstractSet[str]) -> Mapping[str, str]:
        """For each of these articles that tells of another's event, the first that does.

        Many channels ask for the same on a morning, so the last answers are kept.
        """
        known = self._stories.get(article_ids)
        if known is None:
            loaded = self._readings.load(tuple(sorted(article_ids)))
            groups = find_stories(one.reading for one in loaded.values())
            known = {one: group[0] for group in groups for one in group[1:]}
            if len(self._stories) >= _STORIES_KEPT:
                self._stories.clear()
            self._stories[article_ids] = known
        return known

    def _build_card(
        self,
        coverage: Coverage,
        earlier: AbstractSet[str],
        since: date | None,
        matched: Match,
        language: Language,
    ) -> TopicCard:
        known = coverage.members.keys() & earlier
        latest = coverage.within(coverage.members.keys() - replaced_in(coverage.members))
        now_ids = self._choose(latest)
        past_ids = self._choose(coverage.within(known - replaced_in(known)))
        loaded = self._readings.load(tuple(dict.fromkeys((*now_ids, *past_ids))))
        now = self._topic_articles(latest, now_ids, loaded)
        before = self._topic_articles(coverage, past_ids, loaded)
        added: AbstractSet[str] = coverage.members.keys() - earlier
        told = self._told_until(known, since)
        added_now = [one.reading for one in now if one.reading.article.id in added]
        news = news_of(added_now, told) if before and told else frozenset[tuple[str, int]]()
        evidence = gather(now, news=news)
        past = weigh(before, like=evidence)
        if all(evidence.copies.get(one) in known for one in added):
            # What was known and is printed once more elsewhere is no news.
            added = frozenset()
        corrected = corrected_pairs((n.reading for n in now), (b.reading for b in before))
        delta = compare(
            past,
            evidence,
            added=added,
            gone=frozenset(),
            since=told,
            corrected=corrected,
            language=language,
        )
        request = CardRequest(
            topic=self._named_in(language, coverage.topic),
            matched=matched,
            language=language,
            delta=replace(delta, since=since if delta.since else None),
            display=partial(self.index.display, language),
            related=self._related(coverage.topic, now, language),
            extent=self._extent(latest.members.keys()),
            citable=tuple(one.reading.article for one in loaded.values()),
            excerpts=self._excerpts,
            question=coverage.question,
        )
        return build_card(evidence, request)

    def _told_until(self, known: AbstractSet[str], since: date | None) -> date | None:
        """The day up to which the earlier state can have told anything.

        What happened between its newest article and `since` is as new as what happened after.
        """
        days = [day for one in known if (day := self.roster.day(one)) is not None]
        return min(since, max(days)) if since and days else since

    def _forget_made(self) -> None:
        self._coverage.clear()
        self._cards.clear()
        self.findings.clear()
        self._stories.clear()

    def _cover(self, key: str, topic: Topic) -> Coverage:
        members = self.index.members(key)
        missed = self._unrecognised(key, members)
        query = parse_query(topic.name, self._lemmatiser) if missed else None
        if query is not None:
            for one, loaded in self._readings.load(missed).items():
                members[one] = search_subject(loaded.reading, query).aboutness
        return Coverage(topic, members, self._finding(key, query))

    def _finding(self, key: str, query: Query | None) -> Callable[[Loaded], Subject | None]:
        keys = self.index.own_keys(key)

        def find(loaded: Loaded) -> Subject | None:
            by_key = {subject.key: subject for subject in loaded.subjects}
            named = next((by_key[own] for own in keys if own in by_key), None)
            return search_subject(loaded.reading, query) if named is None and query else named

        return find

    def _unrecognised(self, key: str, members: Mapping[str, float]) -> tuple[str, ...]:
        """The newest articles that hold the name as a word, but not recognised as a name.

        A curated topic has its own rules for that.
        """
        if self.index.is_curated(key):
            return ()
        name = self.index.display_name(key) if key in self.index else ""
        if not name.isalnum() or any(
            self._lemmatiser.is_known(spelling, language)
            for spelling in (name, name.lower(), name.capitalize())
            for language in get_args(Language)
        ):
            return ()
        folded = fold(name)
        found = self._search((frozenset({folded, folded + "s"}),), _MOST_HOLDING)
        return tuple(one for one in found if one not in members)[:_MOST_MISSED]

    def _search(self, wanted: Sequence[Collection[str]], limit: int) -> tuple[str, ...]:
        """What the texts say, as far as it is known here: a store may be ahead by a moment."""
        found = self._readings.search(wanted, limit=limit)
        return tuple(one for one in found if one in self.roster)

    def _choose(self, coverage: Coverage) -> tuple[str, ...]:
        ordinal = self.roster.ordinal
        return choose_articles(
            (one, about, ordinal(one)) for one, about in coverage.members.items()
        )

    def _extent(self, article_ids: Collection[str]) -> Extent:
        numbers = self.roster.numbers(article_ids)
        return Extent(len(numbers), self.roster.outlets(numbers), self.roster.as_of(numbers))

    def _topic_articles(
        self, coverage: Coverage, chosen: Iterable[str], loaded: Mapping[str, Loaded]
    ) -> tuple[TopicArticle, ...]:
        """The chosen articles with what they say of the topic, and with their other subjects."""
        own = self.index.key_of(coverage.topic)
        out: list[TopicArticle] = []
        for one in chosen:
            found = loaded.get(one)
            subject = coverage.find(found) if found else None
            if found and subject:
                out.append(TopicArticle(found.reading, subject, self._others(found, own)))
        return tuple(out)

    def _others(self, loaded: Loaded, own: str) -> tuple[Subject, ...]:
        """The other subjects of an article, each under its canonical key."""
        out: list[Subject] = []
        for subject in loaded.subjects:
            key = self.index.canonical(subject.key)
            if own not in {key, subject.key}:
                out.append(subject if key == subject.key else replace(subject, key=key))
        return tuple(out)

    def _named_in(self, language: Language, topic: Topic) -> Topic:
        """The topic under its name in the reader's language; slug and articles stay."""
        key = self.index.key_of(topic)
        name = self.index.name_in(language, key) if key in self.index else topic.name
        if name == topic.name:
            return topic
        others = (topic.name, *(alias for alias in topic.aliases if alias != name))
        return replace(topic, name=name, aliases=others)

    def _related(
        self, topic: Topic, articles: Sequence[TopicArticle], language: Language
    ) -> tuple[str, ...]:
        beside = companions(articles)
        near = {
            key: count * _NEARNESS[self.index.kind(key)]
            for key, count in beside.items()
            if count and key in self.index
        }
        ranked = sorted(near, key=lambda key: (-near[key], key))
        names = (self.index.name_in(language, key) for key in ranked[: 2 * MOST_RELATED])
        return tuple(name for name in names if name != topic.name)


def _searching(query: Query) -> Callable[[Loaded], Subject | None]:
    return lambda loaded: search_subject(loaded.reading, query)

"""The one door to the core: questions and dates in, cards and digests out.

Holds the readings in memory. Knows no file, no platform and no clock.
"""

from __future__ import annotations

from datetime import date, time, timedelta
from math import fsum
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from bot.core.cards import Digest, DigestEntry
from bot.core.digest import (
    DEFAULT_TOPICS,
    Moment,
    TopicNews,
    choose_news,
    choose_unchanged,
    is_out,
    morning,
    previous_weekday,
    reading_minutes,
)
from bot.core.lookup import Lookup
from bot.core.outcomes import Ambiguous, CardFound, Found, NotFound, TopicLine
from bot.core.shelf import Shelf

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from bot.core.cards import Point, TopicCard
    from bot.core.models import Article, Language, Match, Reading, Topic, TopicRule
    from bot.core.outcomes import Briefing
    from bot.core.reading.words import Lemmatiser
    from bot.core.subjects import Subject

_MORNING = time(7, 30)
_RECENT = timedelta(days=7)
# A topic that one article merely drops weighs less; it can be asked for, but is not listed.
_WORTH_LISTING = 0.2
_TOLD = 0.2


class Library:
    """Articles that were read, and what can be asked of them."""

    def __init__(self, lemmatiser: Lemmatiser, rules: Sequence[TopicRule] = ()) -> None:
        """Start empty, with the curated topics of `rules`."""
        self._shelf = Shelf(lemmatiser, rules)
        self._lookup = Lookup(self._shelf.index)
        self._listed: tuple[TopicLine, ...] | None = None

    @classmethod
    def of(
        cls, readings: Iterable[Reading], *, lemmatiser: Lemmatiser, rules: Sequence[TopicRule] = ()
    ) -> Library:
        """A library of these readings; their order does not matter."""
        library = cls(lemmatiser, rules)
        for reading in readings:
            library.add(reading)
        return library

    def add(self, reading: Reading) -> None:
        """Take in an article, or its new version under the same id."""
        self._shelf.add(reading)
        self._listed = None

    def remove(self, article_id: str) -> None:
        """Forget an article; one that is not known is no error."""
        self._shelf.remove(article_id)
        self._listed = None

    @property
    def article_count(self) -> int:
        """How many articles there are."""
        return len(self._shelf)

    def reading(self, article_id: str) -> Reading | None:
        """An article with its analysis, by the id that spans carry."""
        return self._shelf.reading(article_id)

    def brief(
        self, query: str, *, language: Language = "de", matched_only: bool = False
    ) -> Briefing:
        """The card of the topic that is meant; several topics; or nothing, with suggestions.

        A name or another spelling of it comes first, then words that the articles hold, and
        only then a guess at a typing error: what somebody wrote is likelier to be meant than
        what they might have wanted to write. With `matched_only` the texts are not searched.
        """
        outcome = self._lookup.find(query)
        if isinstance(outcome, NotFound):
            searched = None if matched_only else self._shelf.search(query)
            if searched is not None:
                topic, members = searched
                card = self._card(topic, members, matched="search", language=language)
                return CardFound(query, card)
            outcome = self._lookup.guess(query)
        match outcome:
            case Found(topic, matched):
                members = self._shelf.members(self._shelf.index.key_of(topic))
                card = self._card(topic, members, matched=matched, language=language)
                return CardFound(query, card)
            case Ambiguous() | NotFound():
                return outcome

    def topics(self) -> tuple[TopicLine, ...]:
        """All topics, the weightiest first; names that articles only drop are left out."""
        if self._listed is None:
            index = self._shelf.index
            known = (index.topic(key) for key in index.topic_keys())
            self._listed = tuple(
                self._line(topic)
                for topic in known
                if topic is not None and (topic.curated or topic.weight >= _WORTH_LISTING)
            )
        return self._listed

    def published_days(self, topic: str | None = None) -> tuple[date, ...]:
        """The day of each dated article, of one topic or of all, earliest first.

        `topic` is its name; a name that is none has no days.
        """
        if topic is None:
            return _days(reading.article for reading in self._shelf)
        found = self._lookup.find(topic)
        if not isinstance(found, Found):
            return ()
        members = self._shelf.members(self._shelf.index.key_of(found.topic))
        return _days(self._shelf.article(one) for one in members)

    def digest(  # noqa: PLR0913 - one subscription's wishes, all named
        self,
        day: date,
        *,
        zone: str = "Europe/Berlin",
        at: time = _MORNING,
        language: Language = "de",
        topics: Sequence[str] = (),
        since: date | None = None,
        limit: int = DEFAULT_TOPICS,
    ) -> Digest:
        """What a channel gets on the morning of `day`, compared with the digest of `since`.

        `since` is the weekday before by default. `topics` are names; without them the topics
        with the most news are taken. If no article has a date, nothing was ever told before
        and all of them are new.

        Raises:
            zoneinfo.ZoneInfoNotFoundError: there is no such zone.
        """
        now = morning(day, at=at, zone=ZoneInfo(zone))
        before = morning(since or previous_weekday(day), at=at, zone=ZoneInfo(zone))
        out = self._out(now)
        known = self._out(before) if self._has_dates() else frozenset[str]()
        news = self._news(out, known, wanted=topics, recent=day - _RECENT)
        chosen = choose_news(news, limit)
        entries: list[DigestEntry] = []
        for one in chosen:
            told = [entry.line for entry in entries]
            entry = self._entry(one, since=before.day, language=language, told=told)
            entries += [entry] if entry else []
        entries.sort(key=lambda entry: entry.status != "new")
        quiet = choose_unchanged(news, chosen)
        return Digest(
            day=day,
            zone=zone,
            language=language,
            since=before.day,
            entries=tuple(entries),
            unchanged=tuple(self._shelf.index.display_name(one.key) for one in quiet),
            articles=len({article for one in chosen for article in one.added}),
            minutes=reading_minutes(entries),
        )

    def _card(
        self, topic: Topic, members: Mapping[str, Subject], *, matched: Match, language: Language
    ) -> TopicCard:
        """The card as of the topic's newest day, with what changed since the days before."""
        days = {one: self._shelf.article(one).published_on for one in members}
        newest = max((day for day in days.values() if day is not None), default=None)
        earlier = frozenset(
            one for one, day in days.items() if newest is not None and (day or newest) < newest
        )
        previous = max((day for one in earlier if (day := days[one]) is not None), default=None)
        return self._shelf.card(
            topic,
            members,
            earlier=earlier,
            since=previous,
            matched=matched,
            language=language,
        )

    def _line(self, topic: Topic) -> TopicLine:
        articles = [self._shelf.article(one) for one in topic.articles]
        return TopicLine(
            slug=topic.slug,
            name=topic.name,
            articles=self._shelf.count(self._shelf.index.key_of(topic)),
            outlets=len({article.outlet or article.id for article in articles}),
            newest=max(
                (article.published_on for article in articles if article.published_on),
                default=None,
            ),
            weight=topic.weight,
            curated=topic.curated,
        )

    def _has_dates(self) -> bool:
        return any(reading.article.published_on for reading in self._shelf)

    def _out(self, moment: Moment) -> frozenset[str]:
        return frozenset(
            reading.article.id for reading in self._shelf if is_out(reading.article, moment)
        )

    def _news(
        self, out: AbstractSet[str], known: AbstractSet[str], *, wanted: Sequence[str], recent: date
    ) -> tuple[TopicNews, ...]:
        """The news of each wanted topic, or of each topic with an article since `recent`."""
        index = self._shelf.index
        if wanted:
            found = (self._lookup.find(name) for name in wanted)
            keys = [index.key_of(one.topic) for one in found if isinstance(one, Found)]
        else:
            keys = [
                key
                for one in sorted(out)
                if self._is_recent(one, recent)
                for key in index.keys_of(one)
            ]
        return tuple(self._topic_news(key, out, known) for key in dict.fromkeys(keys))

    def _is_recent(self, article_id: str, recent: date) -> bool:
        day = self._shelf.article(article_id).published_on
        return day is None or day >= recent

    def _topic_news(self, key: str, out: AbstractSet[str], before: AbstractSet[str]) -> TopicNews:
        index = self._shelf.index
        members = {one: found for one, found in self._shelf.members(key).items() if one in out}
        # A topic that was only dropped in passing before is new when an article is about it.
        known = frozenset(
            one for one in members if one in before and members[one].aboutness >= _TOLD
        )
        added = {one: found.aboutness for one, found in members.items() if one not in before}
        told = added.values() or [members[one].aboutness for one in known]
        return TopicNews(
            key=key,
            added=added,
            known=known,
            news=round(index.factor(key, members) * fsum(told), 4),
            curated=index.is_curated(key),
        )

    def _entry(
        self, news: TopicNews, *, since: date, language: Language, told: Sequence[Point]
    ) -> DigestEntry | None:
        """The topic's part of the digest; None if none of its sentences may be shown."""
        index = self._shelf.index
        here = news.added.keys() | news.known
        members = {
            one: found for one, found in self._shelf.members(news.key).items() if one in here
        }
        topic = index.topic(news.key)
        if topic is None:
            return None
        card = self._shelf.card(
            topic,
            members,
            earlier=news.known,
            since=since if news.known else None,
            matched="exact",
            language=language,
        )
        days = [self._shelf.article(one).published_on for one in news.known]
        first = min((day for day in days if day is not None), default=None)
        line = _line_of(card, told)
        return DigestEntry(card.status, card, line, first) if line else None


def _days(articles: Iterable[Article]) -> tuple[date, ...]:
    return tuple(sorted(one.published_on for one in articles if one.published_on is not None))


def _line_of(card: TopicCard, told: Sequence[Point]) -> Point | None:
    """The sentence for the topic's line: what changed, else the lead, else any point.

    One that stands in another topic's line is taken only if there is no other.
    """
    changed = [change.point for change in card.changes if change.kind != "withdrawn"]
    points = (*changed, *card.lead, *card.facts)
    taken = {point.spans for point in told}
    return next((point for point in points if point.spans not in taken), next(iter(points), None))

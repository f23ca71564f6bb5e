"""The one door to the core: questions and dates in, cards and digests out.

Knows something of every article and loads the few that a card is made from, from memory or
from a store. Questions may come from several threads while articles come and go. Knows no
file, no platform and no clock.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from bot.core.cards import Digest, DigestEntry
from bot.core.digest import (
    DEFAULT_TOPICS,
    TopicNews,
    choose_news,
    choose_unchanged,
    moment_of,
    morning,
    previous_weekday,
    reading_minutes,
)
from bot.core.entries import steps
from bot.core.excerpts import NO_LIMITS, ExcerptLimits
from bot.core.extracts import stamp_of, unpack
from bot.core.held import HeldReadings
from bot.core.language.folding import spelling_key
from bot.core.lookup import Lookup
from bot.core.outcomes import Ambiguous, CardFound, Found, NotFound, TopicLine
from bot.core.shelf import Readings, Shelf
from bot.core.topics import slugify
from bot.gate import Gate

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from bot.core.cards import Point, TopicCard
    from bot.core.digest import Known, Moment
    from bot.core.models import Language, Match, Reading, Topic, TopicRule
    from bot.core.outcomes import Briefing
    from bot.core.reading.words import Lemmatiser
    from bot.core.shelf import Coverage

_MORNING = time(7, 30)
# To be raised with every change of what `dump` writes.
_FORMAT = 1
_RECENT = timedelta(days=7)
# What was shown longer ago may be forgotten (`store.memory.forget_before`).
_REMEMBERED = timedelta(days=30)
# A topic that one article merely drops weighs less; it can be asked for, but is not listed.
_WORTH_LISTING = 0.2
_TOLD = 0.2


class Library:
    """Articles that were read, and what can be asked of them."""

    def __init__(
        self,
        lemmatiser: Lemmatiser,
        rules: Sequence[TopicRule] = (),
        readings: Readings | None = None,
        *,
        excerpts: ExcerptLimits = NO_LIMITS,
    ) -> None:
        """Start empty, with the curated topics of `rules`.

        With `readings` the texts lie elsewhere, and `shelve` tells what is there; without, `add`
        holds them in memory. No card shows more of an article than `excerpts` allows.
        """
        self._excerpts = excerpts
        self._held = HeldReadings(rules) if readings is None else None
        self._readings = readings or self._held or HeldReadings(rules)
        self._lemmatiser = lemmatiser
        self._rules = tuple(rules)
        self._shelf = self._empty_shelf()
        self._lookup = Lookup(self._shelf.index)
        self._listed: tuple[TopicLine, ...] | None = None
        self._gate = Gate()
        self.stamp = stamp_of(rules)

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
        """Take in an article, or its new version under the same id, and hold it in memory.

        Raises:
            TypeError: the readings of this library lie elsewhere.
        """
        if self._held is None:
            reason = "the readings of this library lie elsewhere"
            raise TypeError(reason)
        with self._gate.changing():
            self._shelf.add(reading.article.id, self._held.add(reading))
            self._listed = None

    def shelve(self, extracts: Mapping[str, bytes]) -> tuple[str, ...]:
        """Take in what is known of some articles, or of their new versions, by id.

        The ids come back of those whose extract was not made by this version with these topics
        (`stamp`): they answer as well as they can until they are replaced.
        """
        known = {one: unpack(extract) for one, extract in extracts.items()}
        with self._gate.changing():
            for article_id, extract in known.items():
                if extract is None:
                    self._shelf.remove(article_id)
                else:
                    self._shelf.add(article_id, extract)
            self._listed = None
        return tuple(one for one, data in extracts.items() if not data.startswith(self.stamp))

    def remove(self, article_id: str) -> None:
        """Forget an article; one that is not known is no error."""
        with self._gate.changing():
            self._shelf.remove(article_id)
            if self._held is not None:
                self._held.remove(article_id)
            self._listed = None

    def dump(self) -> Mapping[str, bytes]:
        """All that is known of the articles, as bytes for `load`.

        Nothing may come or go meanwhile; questions go on.
        """
        return {"format": self._format(), **self._shelf.dump()}

    def load(self, parts: Mapping[str, bytes]) -> bool:
        """Become what `dump` saw; False, and empty, if it was another version or is damaged.

        Curated topics other than those of that time are found once the articles are shelved anew.
        """
        with self._gate.changing():
            self._listed = None
            try:
                if parts["format"] != self._format():
                    return False
                self._shelf.load(parts)
            except (KeyError, ValueError):
                self._shelf = self._empty_shelf()
                self._lookup = Lookup(self._shelf.index)
                return False
            return True

    @property
    def article_ids(self) -> tuple[str, ...]:
        """The ids of all articles, sorted."""
        with self._gate.looking():
            return tuple(sorted(self._shelf.roster.places))

    @property
    def article_count(self) -> int:
        """How many articles there are."""
        return len(self._shelf.roster)

    def reading(self, article_id: str) -> Reading | None:
        """An article with its analysis, by the id that spans carry."""
        with self._gate.looking():
            return self._shelf.reading(article_id)

    def brief(
        self, query: str, *, language: Language = "de", matched_only: bool = False
    ) -> Briefing:
        """The card of the topic that is meant; several topics; or nothing, with suggestions.

        A name or another spelling of it comes first, then words that the articles hold, and
        only then a guess at a typing error: what somebody wrote is likelier to be meant than
        what they might have wanted to write. With `matched_only` the texts are not searched.
        """
        with self._gate.looking():
            return self._brief(query, language=language, matched_only=matched_only)

    def topics(self) -> tuple[TopicLine, ...]:
        """All topics, the weightiest first; names that articles only drop are left out."""
        with self._gate.looking():
            if self._listed is None:
                self._listed = self._list()
            return self._listed

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
        known: Known | None = None,
    ) -> Digest:
        """What a channel gets on the morning of `day`, compared with the digest of `since`.

        `since` is the weekday before by default. With `known` it is compared with what was really
        shown instead. `topics` are names; without them the topics with the most news are taken.
        If no article has a date, nothing was ever told before and all of them are new.

        Raises:
            zoneinfo.ZoneInfoNotFoundError: there is no such zone.
        """
        place = ZoneInfo(zone)
        before = morning(since or previous_weekday(day), at=at, zone=place)
        period = _Period(
            now=morning(day, at=at, zone=place),
            before=moment_of(known, place) if known else before,
            known=known,
        )
        with self._gate.looking():
            return self._digest(period, zone=zone, language=language, topics=topics, limit=limit)

    def _digest(
        self,
        period: _Period,
        *,
        zone: str,
        language: Language,
        topics: Sequence[str],
        limit: int,
    ) -> Digest:
        before = period.before
        news = self._news(period, wanted=topics)
        chosen = choose_news(news, limit)
        entries: list[DigestEntry] = []
        for one in chosen:
            told = [entry.line for entry in entries]
            entry = self._entry(one, since=before.day, language=language, told=told)
            entries += [entry] if entry else []
        entries.sort(key=lambda entry: entry.status != "new")
        quiet = choose_unchanged(news, chosen)
        return Digest(
            day=period.now.day,
            zone=zone,
            language=language,
            since=before.day,
            entries=tuple(entries),
            unchanged=tuple(self._shelf.index.display_name(one.key) for one in quiet),
            articles=len({article for one in chosen for article in one.added}),
            minutes=reading_minutes(entries),
            since_at=period.known.at if period.known else None,
        )

    def _empty_shelf(self) -> Shelf:
        return Shelf(self._lemmatiser, self._rules, self._readings, excerpts=self._excerpts)

    def _format(self) -> bytes:
        return f"{_FORMAT} {sys.byteorder}".encode()

    def _brief(self, query: str, *, language: Language, matched_only: bool) -> Briefing:
        outcome = self._lookup.find(query)
        if isinstance(outcome, NotFound):
            searched = None if matched_only else self._shelf.search(query)
            if searched is not None:
                return self._answer(query, searched, matched="search", language=language)
            outcome = self._lookup.guess(query)
        match outcome:
            case Found(topic, matched):
                coverage = self._shelf.coverage(self._shelf.index.key_of(topic))
                if coverage is None:
                    return NotFound(query)
                return self._answer(query, coverage, matched=matched, language=language)
            case Ambiguous() | NotFound():
                return outcome

    def _answer(
        self, query: str, coverage: Coverage, *, matched: Match, language: Language
    ) -> CardFound:
        """The card as of the topic's newest day, with what changed since the days before."""
        ordinal = self._shelf.roster.ordinal
        days = {one: ordinal(one) for one in coverage.members}
        newest = max(days.values(), default=0)
        earlier = frozenset(one for one, day in days.items() if 0 < day < newest)
        previous = max((days[one] for one in earlier), default=0)
        card = self._shelf.card(
            coverage,
            earlier=earlier,
            since=date.fromordinal(previous) if previous else None,
            matched=matched,
            language=language,
        )
        return CardFound(query, card, tuple(sorted(coverage.members)))

    def _list(self) -> tuple[TopicLine, ...]:
        index = self._shelf.index
        known = (index.topic(key) for key in index.topic_keys())
        return tuple(
            self._line(topic)
            for topic in known
            if topic is not None and (topic.curated or topic.weight >= _WORTH_LISTING)
        )

    def _line(self, topic: Topic) -> TopicLine:
        return TopicLine(
            slug=topic.slug,
            name=topic.name,
            articles=len(topic.articles),
            outlets=self._shelf.roster.outlets(topic.articles),
            newest=self._shelf.roster.newest_day(topic.articles),
            weight=topic.weight,
            curated=topic.curated,
        )

    def _news(self, period: _Period, *, wanted: Sequence[str]) -> tuple[TopicNews, ...]:
        """The news of each wanted topic, or of each topic with a recent article."""
        roster, index = self._shelf.roster, self._shelf.index
        out = roster.out(period.now)
        before = roster.out(period.before) if roster.has_dates else frozenset[str]()
        shown = self._shown(period.known) if period.known else {}
        if wanted:
            found = (self._lookup.find(name) for name in wanted)
            keys = [index.key_of(one.topic) for one in found if isinstance(one, Found)]
        else:
            recent = (period.now.day - _RECENT).toordinal()
            fresh = (one for one in sorted(out) if not 0 < roster.ordinal(one) < recent)
            keys = [key for one in fresh for key in index.keys_of(one)]
        stale = (period.now.day - _REMEMBERED).toordinal()
        return tuple(
            self._topic_news(key, out, self._known_of(key, before, shown, stale))
            for key in dict.fromkeys(keys)
        )

    def _shown(self, known: Known) -> Mapping[str, frozenset[str]]:
        """What was shown of each topic, by its key instead of its slug."""
        index = self._shelf.index
        found: dict[str, frozenset[str]] = {}
        for slug, articles in known.articles.items():
            spelling = spelling_key(slug)
            for key in dict.fromkeys((spelling, *index.meanings(spelling))):
                if key in index and slugify(index.display_name(key)) == slug:
                    found[key] = articles
        return found

    def _known_of(
        self,
        key: str,
        before: frozenset[str],
        shown: Mapping[str, frozenset[str]],
        stale: int,
    ) -> AbstractSet[str]:
        """The articles that are no news for a topic.

        What was shown of it is; so is what is older than anybody keeps in mind what was shown.
        """
        if key not in shown:
            return before
        ordinal = self._shelf.roster.ordinal
        old = (one for one in self._shelf.index.members(key) if 0 < ordinal(one) < stale)
        return shown[key].union(old)

    def _topic_news(self, key: str, out: AbstractSet[str], before: AbstractSet[str]) -> TopicNews:
        index = self._shelf.index
        members = {one: about for one, about in index.members(key).items() if one in out}
        # A topic that was only dropped in passing before is new when an article is about it.
        known = frozenset(one for one, about in members.items() if one in before and about >= _TOLD)
        added = {one: about for one, about in members.items() if one not in before}
        told = added.values() or [members[one] for one in known]
        return TopicNews(
            key=key,
            added=added,
            known=known,
            news=index.weigh(key, sum(map(steps, told)), len(members)),
            curated=index.is_curated(key),
        )

    def _entry(
        self, news: TopicNews, *, since: date, language: Language, told: Sequence[Point]
    ) -> DigestEntry | None:
        """The topic's part of the digest; None if none of its sentences may be shown."""
        coverage = self._shelf.coverage(news.key)
        if coverage is None:
            return None
        here = coverage.within(news.added.keys() | news.known)
        card = self._shelf.card(
            here,
            earlier=news.known,
            since=since if news.known else None,
            matched="exact",
            language=language,
        )
        days = [self._shelf.roster.day(one) for one in news.known]
        first = min((day for day in days if day is not None), default=None)
        line = _line_of(card, told)
        if line is None:
            return None
        return DigestEntry(card.status, card, line, first, tuple(sorted(here.members)))


@dataclass(frozen=True, slots=True)
class _Period:
    """Between which moments a digest looks for news, and what was shown before."""

    now: Moment
    before: Moment
    known: Known | None


def _line_of(card: TopicCard, told: Sequence[Point]) -> Point | None:
    """The sentence for the topic's line: what changed, else the lead, else any point.

    One that stands in another topic's line is taken only if there is no other.
    """
    changed = [change.point for change in card.changes if change.kind != "withdrawn"]
    points = (*changed, *card.lead, *card.facts)
    taken = {point.spans for point in told}
    return next((point for point in points if point.spans not in taken), next(iter(points), None))

"""The one door to the core: questions and dates in, cards and digests out.

Knows something of every article and loads the few that a card is made from, from memory or
from a store. Questions may come from several threads while articles come and go. Knows no
file, no platform and no clock.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date
from threading import Lock
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from bot.core.digest import (
    Moment,
    Usual,
    moment_of,
    morning,
    morning_read,
    previous_weekday,
)
from bot.core.edition import Edition, Period, worth_remembering
from bot.core.excerpts import NO_LIMITS, ExcerptLimits
from bot.core.extracts import stamp_of, unpack
from bot.core.held import HeldReadings
from bot.core.language.folding import spelling_key
from bot.core.listing import Listing
from bot.core.lookup import Lookup
from bot.core.outcomes import Ambiguous, CardFound, Found, NotFound
from bot.core.search import parse_sought
from bot.core.shelf import Readings, Shelf
from bot.core.versions import earlier_version, replaced_in
from bot.gate import Gate

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime, time

    from bot.core.cards import Digest
    from bot.core.digest import Known
    from bot.core.models import Language, Match, Reading, Topic, TopicRule
    from bot.core.outcomes import Briefing, LookupOutcome, TopicLine
    from bot.core.reading.words import Lemmatiser
    from bot.core.seeking import Sought
    from bot.core.shelf import Coverage

# To be raised with every change of what `dump` writes.
_FORMAT = 2
# Nobody who wants to change something waits for more, some milliseconds.
_LISTED_AT_ONCE = 500


class Library:
    """Articles that were read, and what can be asked of them."""

    def __init__(
        self,
        lemmatiser: Lemmatiser,
        rules: Sequence[TopicRule] = (),
        readings: Readings | None = None,
        *,
        excerpts: ExcerptLimits = NO_LIMITS,
        usual: Usual | None = None,
    ) -> None:
        """Start empty, with the curated topics of `rules`.

        With `readings` the texts lie elsewhere, and `shelve` tells what is there; without, `add`
        holds them in memory. No card shows more of an article than `excerpts` allows. `usual` says
        when a digest is due and how many topics it has.
        """
        self.usual = usual or Usual()
        self._excerpts = excerpts
        self._held = HeldReadings(rules) if readings is None else None
        self._readings = readings or self._held or HeldReadings(rules)
        self._lemmatiser = lemmatiser
        self._rules = tuple(rules)
        self._gate = Gate()
        self._listing_turn = Lock()
        self._empty()
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

    def add(self, reading: Reading, first_seen: datetime | None = None) -> None:
        """Take in an article, or its new version under the same id, and hold it in memory.

        `first_seen` says since when it is there, as for `shelve`.

        Raises:
            TypeError: the readings of this library lie elsewhere.
        """
        if self._held is None:
            reason = "the readings of this library lie elsewhere"
            raise TypeError(reason)
        with self._gate.changing():
            self._shelf.add(reading.article.id, self._held.add(reading), first_seen)

    def shelve(
        self, extracts: Mapping[str, bytes], first_seen: Mapping[str, datetime] | None = None
    ) -> tuple[str, ...]:
        """Take in what is known of some articles, or of their new versions, by id.

        `first_seen` says since when they are there; an article that is not in it counts from
        when it was published.

        The ids come back of those whose extract was not made by this version with these topics
        (`stamp`): they answer as well as they can until they are replaced.
        """
        known = {one: unpack(extract) for one, extract in extracts.items()}
        with self._gate.changing():
            for article_id, extract in known.items():
                if extract is None:
                    self._shelf.remove(article_id)
                else:
                    self._shelf.add(article_id, extract, (first_seen or {}).get(article_id))
        return tuple(one for one, data in extracts.items() if not data.startswith(self.stamp))

    def remove(self, article_id: str) -> None:
        """Forget an article; one that is not known is no error."""
        with self._gate.changing():
            self._shelf.remove(article_id)
            if self._held is not None:
                self._held.remove(article_id)

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
            try:
                if parts["format"] != self._format():
                    return False
                self._shelf.load(parts)
            except (KeyError, ValueError):
                self._empty()
                return False
            return True

    @property
    def article_ids(self) -> tuple[str, ...]:
        """The ids of all articles, sorted."""
        with self._gate.looking():
            return tuple(sorted(self._shelf.roster.places))

    @property
    def excerpts(self) -> ExcerptLimits:
        """How much of an article may be shown."""
        return self._excerpts

    @property
    def article_count(self) -> int:
        """How many articles there are; one that was corrected counts once."""
        return len(self._shelf.roster) - len(self._shelf.roster.replaced())

    def reading(self, article_id: str) -> Reading | None:
        """An article with its analysis, by the id that spans carry."""
        with self._gate.looking():
            return self._shelf.reading(article_id)

    def brief(
        self,
        query: str,
        *,
        language: Language = "de",
        matched_only: bool = False,
        sought: Sought | None = None,
    ) -> Briefing:
        """The card of the topic that is meant; several topics; or nothing, with suggestions.

        A name or another spelling of it comes first, then a word of one topic's name of which
        most articles with that word are, then words that the articles hold, and only then a
        guess at a typing error: what somebody wrote is likelier to be meant than what they might
        have wanted to write. With `matched_only` no card is made of what the texts hold.

        With `sought` the query is a question in which a topic is named: its card begins with
        what the articles say on it, if they do. One that names none finds nothing.
        """
        with self._gate.looking():
            if sought is not None:
                return self._brief_on(query, sought, language=language)
            return self._brief(query, language=language, matched_only=matched_only)

    def topics(self) -> tuple[TopicLine, ...]:
        """All topics, the weightiest first; names that articles only drop are left out."""
        self._list()
        with self._gate.looking(), self._listing_turn:
            return tuple(line for _, line in self._listing.ranked())

    def has_topic(self, name: str) -> bool:
        """Whether a topic of this very name (but for spelling) is in the list of topics."""
        key = spelling_key(name)
        with self._gate.looking():
            index = self._shelf.index
            meant = (key, *index.meanings(key))
            return any(
                self._listing.is_listed(one) and spelling_key(index.display_name(one)) == key
                for one in meant
            )

    def published_days(self, topic: str | None = None) -> tuple[date, ...]:
        """The day of each dated article, of one topic or of all, earliest first.

        `topic` is its name; a name that is none has no days.
        """
        with self._gate.looking():
            roster = self._shelf.roster
            articles: Iterable[str] = roster
            if topic is not None:
                found = self._lookup.find(topic)
                if not isinstance(found, Found):
                    return ()
                articles = self._shelf.index.members(self._shelf.index.key_of(found.topic))
            days = (roster.day(one) for one in articles)
            return tuple(sorted(day for day in days if day is not None))

    def digest(  # noqa: PLR0913 - one subscription's wishes, all named
        self,
        day: date,
        *,
        zone: str = "Europe/Berlin",
        at: time | None = None,
        language: Language = "de",
        topics: Sequence[str] = (),
        since: date | Moment | None = None,
        limit: int | None = None,
        known: Known | None = None,
        now: Moment | None = None,
        read_at: datetime | None = None,
    ) -> Digest:
        """What a channel gets on the morning of `day`, compared with the digest of `since`.

        `since` is the weekday before by default. With `known` it is compared with what was really
        shown instead. `now` is what counts as that morning where it is not that day `at` that
        time, and `read_at` when somebody reads it: on its own day they get what has come since.
        Without `at` and `limit` it is the usual one. `topics` are names; without them the topics
        with the most news are taken. If no article has a date, nothing was ever told before and
        all of them are new.

        Raises:
            zoneinfo.ZoneInfoNotFoundError: there is no such zone.
        """
        place = ZoneInfo(zone)
        at = self.usual.at if at is None else at
        limit = self.usual.topics if limit is None else limit
        if known is not None:
            before = moment_of(known, place)
        elif isinstance(since, Moment):
            before = since
        else:
            before = morning(since or previous_weekday(day), at=at, zone=place)
        now = now or morning_read(day, at=at, zone=place, read_at=read_at)
        period = Period(now, before, known)
        if not topics:
            self._list()
        with self._gate.looking():
            found = [self._lookup.find(name) for name in topics]
            keys = [self._shelf.index.key_of(one.topic) for one in found if isinstance(one, Found)]
            with self._listing_turn:
                ranked = self._listing.ranked()
            edition = Edition(self._shelf, ranked, period)
            return edition.make(keys if topics else None, zone=zone, language=language, limit=limit)

    def _empty(self) -> None:
        self._shelf = Shelf(self._lemmatiser, self._rules, self._readings, excerpts=self._excerpts)
        self._lookup = Lookup(self._shelf.index)
        self._listing = Listing(self._shelf.index, self._shelf.roster)

    def _format(self) -> bytes:
        return f"{_FORMAT} {sys.byteorder}".encode()

    def _brief(self, query: str, *, language: Language, matched_only: bool) -> Briefing:
        outcome = self._lookup.find(query)
        if isinstance(outcome, NotFound):
            part = self._lookup.find_part(query)
            is_meant = isinstance(part, Found) and self._speaks_of(query, part.topic)
            searched = None if matched_only or is_meant else self._shelf.search(query)
            if searched is not None:
                return self._answer(query, searched, matched="search", language=language)
            outcome = part if is_meant else self._guess(query)
        match outcome:
            case Found(topic, matched):
                coverage = self._shelf.coverage(self._shelf.index.key_of(topic))
                if coverage is None:
                    return NotFound(query)
                return self._answer(query, coverage, matched=matched, language=language)
            case Ambiguous() | NotFound():
                return outcome

    def _guess(self, query: str) -> LookupOutcome:
        """As the lookup guesses; else topics that its words name, or nearly, are suggested."""
        outcome = self._lookup.guess(query)
        if isinstance(outcome, NotFound) and not outcome.suggestions:
            named, _ = self._lookup.find_within(query)
            if isinstance(named, Found):
                return NotFound(query, (named.topic.name,))
            return NotFound(query, self._lookup.near_within(query))
        return outcome

    def _speaks_of(self, query: str, topic: Topic) -> bool:
        """Whether most articles that hold these words are of the topic whose name they are in.

        "Regierung" is more than "Regierung von Kiel" if other articles speak of one.
        """
        holders = self._shelf.holders(query)
        members = self._shelf.index.members(self._shelf.index.key_of(topic))
        return 2 * sum(one in members for one in holders) > len(holders)

    def _brief_on(self, query: str, sought: Sought, *, language: Language) -> Briefing:
        outcome, words = self._lookup.find_within(query)
        if not isinstance(outcome, Found):
            return outcome
        coverage = self._shelf.coverage(self._shelf.index.key_of(outcome.topic))
        if coverage is None:
            return NotFound(query)
        asked = replace(coverage, question=parse_sought(sought, words, self._lemmatiser))
        return self._answer(query, asked, matched=outcome.matched, language=language)

    def _answer(
        self, query: str, coverage: Coverage, *, matched: Match, language: Language
    ) -> CardFound:
        """The card as of the topic's newest day, with what changed since the days before.

        An article without a date counts from when it came, as in a digest; if nobody knows when
        that was, it has been there as long as anything else was before.
        """
        counted = self._shelf.roster.counted_day
        days = {one: counted(one) for one in coverage.members}
        newest = max(days.values(), default=0)
        corrected = self._corrected(coverage.members, days)
        earlier = (
            frozenset(
                one for one, day in days.items() if 0 < day < newest or one in corrected.values()
            )
            - corrected.keys()
        )
        if earlier:
            earlier |= {one for one, day in days.items() if not day} - corrected.keys()
        previous = max((days[one] for one in earlier), default=0)
        card = self._shelf.card(
            coverage,
            earlier=earlier,
            since=date.fromordinal(previous) if previous else None,
            matched=matched,
            language=language,
        )
        day = date.fromordinal(newest) if newest else date.max
        return CardFound(query, card, worth_remembering(coverage.members, self._shelf.roster, day))

    def _corrected(self, members: Iterable[str], days: Mapping[str, int]) -> Mapping[str, str]:
        """Latest versions that say no other day than the one before, with that one.

        A file that was corrected still has the date of its article, so that its date cannot tell
        when; as long as both versions are there, what changed is told.
        """
        known = tuple(members)
        older = replaced_in(known)
        latest = [one for one in known if one not in older]
        pairs = ((one, earlier_version(one, older)) for one in latest if older)
        return {
            one: before for one, before in pairs if before is not None and days[one] == days[before]
        }

    def _list(self) -> None:
        """Bring the list of topics up to date, a part at a time: nobody waits for all of it."""
        while True:
            with self._gate.looking(), self._listing_turn:
                if self._listing.refresh(_LISTED_AT_ONCE):
                    return

"""The digest of one morning: which topics have news, and the entry of each.

What is news is the difference between two states: what was out by one moment and by another,
or what was really shown.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import islice
from typing import TYPE_CHECKING

from bot.core.alike import similarity
from bot.core.cards import Digest, DigestEntry
from bot.core.digest import (
    LEAST_ABOUTNESS,
    WORTH_REMEMBERING,
    TopicNews,
    choose_news,
    choose_unchanged,
    least_aboutness,
    rank_news,
    reading_minutes,
)
from bot.core.entries import STEPS
from bot.core.language.folding import fold, spelling_key
from bot.core.roster import LATEST
from bot.core.topics import slugify

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence

    from bot.core.cards import Point, TopicCard
    from bot.core.digest import Known, Moment
    from bot.core.models import Language
    from bot.core.outcomes import TopicLine
    from bot.core.roster import Roster
    from bot.core.shelf import Shelf

    IsThere = Callable[[int], bool]

_RECENT = timedelta(days=7)
# What was shown longer ago may be forgotten (`store.memory.forget_before`).
REMEMBERED = timedelta(days=30)
_TOLD = round(0.2 * STEPS)
# Of the quiet topics four are named at most.
_MOST_QUIET = 200
# Events are told apart among the articles of so many times the topics that may be chosen, and
# of no more articles than this: comparing takes a millisecond each.
_LIKELY = 3
_MOST_COMPARED = 30
_FEWEST_TOLD_TWICE = 2
# Of two lines that share so many words one says what the other says.
_SAME_LINE = 0.55


@dataclass(frozen=True, slots=True)
class Period:
    """Between which moments a digest looks for news, and what was shown before."""

    now: Moment
    before: Moment
    known: Known | None = None


class Edition:
    """The digest of one period from one state of the shelf."""

    def __init__(
        self, shelf: Shelf, ranked: Sequence[tuple[str, TopicLine]], period: Period
    ) -> None:
        """Look at `shelf`, whose topics are `ranked`, as it stood in `period`."""
        self._shelf = shelf
        self._ranked = ranked
        self._period = period
        roster = shelf.roster
        # So that digests made at other moments share what was found out.
        period = replace(
            period,
            now=roster.at_last_arrival(period.now),
            before=roster.at_last_arrival(period.before),
        )
        self._is_out = roster.out_by(period.now)
        # If of no article it is known when it came, nothing was ever told before.
        self._was_out = roster.out_by(period.before) if roster.has_dates else _never
        self._recent = (period.now.day - _RECENT).toordinal()
        self._shown = self._by_key(period.known) if period.known else {}
        self._found = shelf.findings.between(period.before, period.now)

    def make(
        self, keys: Sequence[str] | None, *, zone: str, language: Language, limit: int
    ) -> Digest:
        """The digest of the topics with these keys, or of those with the most news."""
        if self._found.told is None:
            self._look_through_period()
        news = self._wanted(keys) if keys is not None else self._all()
        since = self._period.before.day
        entries: list[DigestEntry] = []
        repeated: list[TopicNews] = []

        def tells(one: TopicNews) -> bool:
            told = [entry.line for entry in entries]
            entry = self._entry(one, since=since, language=language, told=told)
            if entry is not None and entry.status == "unchanged":
                # All that came are copies of what was there.
                repeated.append(replace(one, added={}, known=one.known | one.added.keys()))
                return False
            entries.extend([entry] if entry else [])
            return entry is not None

        ranked = rank_news(news, self._found.bearers)
        chosen = choose_news(ranked, limit, stories=self._stories(ranked, limit), tells=tells)
        entries.sort(key=lambda entry: entry.status != "new")
        quiet = choose_unchanged((*news, *repeated), chosen)
        return Digest(
            day=self._period.now.day,
            zone=zone,
            language=language,
            since=since,
            entries=tuple(entries),
            unchanged=tuple(self._shelf.index.display_name(one.key) for one in quiet),
            articles=len({article for one in chosen for article in one.added}),
            minutes=reading_minutes(entries),
            since_at=self._period.known.at if self._period.known else None,
        )

    def _stories(self, ranked: Sequence[TopicNews], limit: int) -> Mapping[str, str]:
        """The events of the new articles of those topics that are likely to be chosen."""
        likely = ranked[: _LIKELY * limit]
        if len(likely) < _FEWEST_TOLD_TWICE:
            return {}
        articles: dict[str, float] = {}
        for one in likely:
            for article, about in one.added.items():
                articles[article] = max(about, articles.get(article, 0.0))
        telling = [one for one in articles if articles[one] >= LEAST_ABOUTNESS]
        telling.sort(key=lambda one: (-articles[one], one))
        return self._shelf.stories(frozenset(telling[:_MOST_COMPARED]))

    def _wanted(self, keys: Iterable[str]) -> tuple[TopicNews, ...]:
        return tuple(map(self._news, dict.fromkeys(keys)))

    def _all(self) -> tuple[TopicNews, ...]:
        """Every topic that may have news, and the heaviest of the others that are recent."""
        lately = self._found.told or ()
        told = dict.fromkeys((*lately, *self._found.bearers, *self._shown))
        quiet = islice((key for key in self._heavy() if key not in told), _MOST_QUIET)
        return tuple(map(self._news, (*told, *filter(self._is_recent, quiet))))

    def _look_through_period(self) -> None:
        """Find the topics that an article of the period is about.

        An article that is about none must not vanish: the topic that it says most of bears it,
        a curated one if it speaks of any.
        """
        told: dict[str, None] = {}
        bearers: set[str] = set()
        is_curated = self._shelf.index.is_curated
        for said in self._said_lately():
            about = [
                key
                for key, aboutness in said
                if aboutness >= least_aboutness(curated=is_curated(key))
            ]
            told |= dict.fromkeys(about)
            if said and not about:
                bearers.add(min(said, key=lambda one: (not is_curated(one[0]), -one[1], one[0]))[0])
        self._found.told, self._found.bearers = tuple(told), frozenset(bearers)

    def _said_lately(self) -> Iterator[tuple[tuple[str, float], ...]]:
        """What each article of the period is about."""
        start = min(self._recent, (self._period.before.day - LATEST).toordinal())
        for number in self._shelf.roster.since(start):
            if self._is_out(number) and not self._was_out(number):
                yield self._shelf.index.said(number)

    def _heavy(self) -> Iterator[str]:
        """Keys of topics that may be remembered, curated ones first, then by weight."""
        yield from (key for key, line in self._ranked if line.curated)
        for key, line in self._ranked:
            if line.weight < WORTH_REMEMBERING:
                return
            if not line.curated:
                yield key

    def _is_recent(self, key: str) -> bool:
        recent = self._found.recent.get(key)
        if recent is None:
            ordinals = self._shelf.roster.ordinals
            recent = self._found.recent[key] = any(
                self._is_out(number) and not 0 < ordinals[number] < self._recent
                for number in self._shelf.index.numbers(key)
            )
        return recent

    def _news(self, key: str) -> TopicNews:
        if key in self._shown:
            return self._find_news(key)
        news = self._found.news.get(key)
        if news is None:
            news = self._found.news[key] = self._find_news(key)
        return news

    def _find_news(self, key: str) -> TopicNews:
        index = self._shelf.index
        was_known = self._known_of(key)
        members = {
            number: about for number, about in index.numbers(key).items() if self._is_out(number)
        }
        added = {one: about for one, about in members.items() if not was_known(one)}
        # A topic that was only dropped in passing before is new when an article is about it.
        known = [one for one, about in members.items() if one not in added and about >= _TOLD]
        told = sum(added.values()) if added else sum(members[one] for one in known)
        ids = index.places.ids
        return TopicNews(
            key=key,
            added={ids[one]: about / STEPS for one, about in added.items()},
            known=frozenset(ids[one] for one in known),
            news=index.weigh(key, told, len(members)),
            curated=index.is_curated(key),
        )

    def _known_of(self, key: str) -> IsThere:
        """Which articles are no news for a topic.

        What was shown of it is; so is what is older than anybody keeps in mind what was shown.
        """
        shown = self._shown.get(key)
        if shown is None:
            return self._was_out
        ids = self._shelf.index.places.ids
        is_stale = _stale(self._shelf.roster, self._period.now.day)
        return lambda number: ids[number] in shown or is_stale(number)

    def _by_key(self, known: Known) -> Mapping[str, frozenset[str]]:
        """What was shown of each topic, by its key instead of its slug."""
        index = self._shelf.index
        found: dict[str, frozenset[str]] = {}
        for slug, articles in known.articles.items():
            spelling = spelling_key(slug)
            for key in dict.fromkeys((spelling, *index.meanings(spelling))):
                if key in index and slugify(index.display_name(key)) == slug:
                    found[key] = articles
        return found

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
        line = _line_of(card, news.added, told)
        if line is None:
            return None
        articles = worth_remembering(here.members, self._shelf.roster, self._period.now.day)
        return DigestEntry(card.status, card, line, first, articles)


def worth_remembering(article_ids: Iterable[str], roster: Roster, day: date) -> tuple[str, ...]:
    """Which of these articles must be kept in mind as shown: on `day`, older ones are known."""
    is_stale = _stale(roster, day)
    return tuple(sorted(one for one in article_ids if not is_stale(roster.places[one])))


def _stale(roster: Roster, day: date) -> IsThere:
    """Which articles are older than anybody keeps in mind what was shown, on `day`."""
    return roster.older_than(day.toordinal() - REMEMBERED.days)


def _never(number: int) -> bool:  # noqa: ARG001 - one of two that are asked alike
    return False


def _line_of(card: TopicCard, added: Container[str], told: Sequence[Point]) -> Point | None:
    """The sentence for the topic's line: what is newest, else what a new article says of it.

    Else the lead, any fact, or one side of what is disputed. One that says what another topic's
    line says is taken only if there is nothing else as new: what was long so is no news for not
    having been told.
    """
    said = (*card.lead, *card.facts)
    names = [spelling_key(name) for name in (card.name, *card.aliases)]
    fresh = [one for one in said if one.spans[0].article in added and _names_one(one, names)]
    first = card.lead if card.status == "new" else ()
    sides = [point for pair in card.disputed for point in pair.points]
    points = (*card.news, *first[:1], *fresh, *(() if card.news else (*said, *sides[:1])))
    words = [_words(point) for point in told]
    for point in points:
        if all(similarity(_words(point), other) < _SAME_LINE for other in words):
            return point
    return next(iter(points), None)


def _names_one(point: Point, names: Sequence[str]) -> bool:
    text = spelling_key(point.text)
    return any(name in text for name in names)


def _words(point: Point) -> frozenset[str]:
    return frozenset(fold(point.text).split())

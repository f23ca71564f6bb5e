"""Which topics a morning's digest holds. Pure: two states of the library and a date."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from operator import itemgetter
from typing import TYPE_CHECKING

from bot.core.card import points_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
    from datetime import tzinfo

    from bot.core.cards import DigestEntry

DEFAULT_TOPICS = 5
MORNING = time(7, 30)
MOST_UNCHANGED = 4
WORTH_REMEMBERING = 1.5
LEAST_ABOUTNESS = 0.3
# Who curates a topic wants to hear of it: two sentences, one of them early, are enough.
_LEAST_CURATED = 0.25
_WORDS_A_MINUTE = 200
_AS_MUCH = 0.8
_SUNDAY = 6
_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Moment:
    """Of when a digest tells: a local day, and the instant up to which articles count.

    An article must have been published by `instant` and, where that is known, been seen first by
    `seen_by`, which is `instant` itself if nothing else is said. A digest that is late holds what
    was fetched in the meantime, and nothing that was published in the meantime.
    """

    day: date
    instant: datetime
    seen_by: datetime | None = None


@dataclass(frozen=True, slots=True)
class Usual:
    """At what time a digest is due and how many topics it has, where no channel says otherwise."""

    at: time = MORNING
    topics: int = DEFAULT_TOPICS


@dataclass(frozen=True, slots=True)
class Known:
    """What a channel or reader was really shown: ids of articles by the slug of their topic.

    `at` is up to when the articles counted that it was last shown, which may be long before it
    was shown them, and `seen_by` when they had to be there (as for a `Moment`). A topic that it
    was never shown is compared with what was out at that moment.
    """

    at: datetime
    articles: Mapping[str, frozenset[str]]
    seen_by: datetime | None = None


@dataclass(frozen=True, slots=True)
class TopicNews:
    """What a topic has that the digest before did not have.

    `added` are the new articles with their aboutness, `known` the older ones. `news` is the
    weight of the added articles (of the known ones if there are none) for the topic.
    """

    key: str
    added: Mapping[str, float]
    known: frozenset[str]
    news: float
    curated: bool


def morning(day: date, *, at: time, zone: tzinfo, seen_by: datetime | None = None) -> Moment:
    """The moment of the digest on a local day."""
    return Moment(day, datetime.combine(day, at, tzinfo=zone), seen_by)


def morning_read(day: date, *, at: time, zone: tzinfo, read_at: datetime | None) -> Moment:
    """The moment of the digest on a local day for whoever reads it at `read_at`.

    On the day itself it holds what has come since; any other day as it was that morning.
    """
    is_today = read_at is not None and read_at.astimezone(zone).date() == day
    return morning(day, at=at, zone=zone, seen_by=read_at if is_today else None)


def moment_of(known: Known, zone: tzinfo) -> Moment:
    """The moment of which something was last shown, with its local day."""
    return Moment(known.at.astimezone(zone).date(), known.at, known.seen_by)


def previous_weekday(day: date) -> date:
    """The last day before `day` that is no Saturday and no Sunday."""
    before = day - timedelta(days=1)
    while before.weekday() in {_SATURDAY, _SUNDAY}:
        before -= timedelta(days=1)
    return before


def rank_news(topics: Sequence[TopicNews], bearers: Collection[str] = ()) -> tuple[TopicNews, ...]:
    """The topics that a new article is about, those with the most news first.

    Last come those of `bearers`, by key: a new article that is about no topic is told by one.
    """
    ranked: list[tuple[bool, bool, float, str, TopicNews]] = []
    for one in topics:
        is_told = _is_told_of(one)
        if is_told or (one.added and one.key in bearers):
            ranked.append((not is_told, not one.curated, -one.news, one.key, one))
    ranked.sort(key=itemgetter(0, 1, 2, 3))
    return tuple(row[-1] for row in ranked)


def least_aboutness(*, curated: bool) -> float:
    """How much an article must be about a topic to be news of it."""
    return _LEAST_CURATED if curated else LEAST_ABOUTNESS


def _is_told_of(one: TopicNews) -> bool:
    return max(one.added.values(), default=0) >= least_aboutness(curated=one.curated)


def choose_news(
    ranked: Iterable[TopicNews],
    limit: int = DEFAULT_TOPICS,
    *,
    stories: Mapping[str, str],
    tells: Callable[[TopicNews], bool],
) -> tuple[TopicNews, ...]:
    """The first of these topics, at most `limit`.

    A topic that was only discovered is left out if weightier topics tell its new articles as
    well, or others of the same event beside one in common: one event brings forward a project,
    its companies and their heads at once. `stories` gives for an article the one that stands
    for its event, if that is another; `tells` is asked last, once for each topic, whether there
    is anything to say of it.
    """
    chosen: list[TopicNews] = []
    for one in ranked:
        if len(chosen) == limit:
            break
        near = [other for other in chosen if not other.added.keys().isdisjoint(one.added)]
        if (one.curated or not _is_told(one, near, stories)) and tells(one):
            chosen.append(one)
    return tuple(chosen)


def choose_unchanged(
    topics: Sequence[TopicNews], chosen: Sequence[TopicNews]
) -> tuple[TopicNews, ...]:
    """Topics that earlier digests told and that have nothing new: curated, or of some weight."""
    told = {article for one in chosen for article in (*one.added, *one.known)}
    quiet = [one for one in topics if not one.added and one.known]
    quiet.sort(key=lambda one: (not one.curated, -one.news, one.key))
    out: list[TopicNews] = []
    for one in quiet:
        if one.curated or (one.news >= WORTH_REMEMBERING and not one.known <= told):
            out.append(one)
            told |= one.known
    return tuple(out[:MOST_UNCHANGED])


def _by_event(added: Mapping[str, float], stories: Mapping[str, str]) -> Mapping[str, float]:
    """How much the new articles of each event are about the topic, at most."""
    events: dict[str, float] = {}
    for article, aboutness in added.items():
        event = stories.get(article, article)
        events[event] = max(aboutness, events.get(event, 0.0))
    return events


def _is_told(one: TopicNews, near: Sequence[TopicNews], stories: Mapping[str, str]) -> bool:
    """Whether each event that the topic is about is as much about one that is near it."""
    told = [_by_event(other.added, stories) for other in near]
    # One that only bears an article is told as soon as another tells that article.
    least = min(LEAST_ABOUTNESS, max(one.added.values()))
    return all(
        any(events.get(event, 0) >= _AS_MUCH * aboutness for events in told)
        for event, aboutness in _by_event(one.added, stories).items()
        if aboutness >= least
    )


def reading_minutes(entries: Sequence[DigestEntry]) -> int:
    """How long the cards take to read at 200 words a minute, at least one minute."""
    words = sum(len(point.text.split()) for entry in entries for point in points_of(entry.card))
    return max(1, round(words / _WORDS_A_MINUTE))

"""Day, moment and outlet of every article, in a few bytes each.

An article counts from when it was published, or from when the bot first saw it if that is later
and is known: one that came after the digest of its morning belongs into the next one.
"""

from __future__ import annotations

import sys
from array import array
from bisect import bisect_right
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from bot.core.columns import join_texts, split_texts
from bot.core.versions import version_id, version_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

    from bot.core.digest import Moment
    from bot.core.extracts import Extract
    from bot.core.places import Places

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_LONG_AGO = datetime.min.replace(tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_DAY = timedelta(days=1) // _MICROSECOND
_NO_MOMENT = -(1 << 63)
# What is published longer before it was first seen comes from an archive, as when a folder or a
# feed is new, and is no news: it counts by publication alone. Not so a later version: however old
# its article is, the correction is new.
LATEST = timedelta(days=2)


class Roster:
    """Grows and shrinks by one article at a time."""

    def __init__(self, places: Places) -> None:
        """Start empty; `places` numbers the articles, and whoever gives it takes leave for them."""
        self.places = places
        self._days = array("i")
        self._moments = array("q")
        # When it was first seen, where that counts.
        self._arrivals = array("q")
        self._arrived: list[int] | None = None
        self._outlets: list[str] = []
        self._dated = 0
        # Numbers of the articles that are a later version of another.
        self._later: set[int] = set()

    def __len__(self) -> int:
        """How many articles there are."""
        return len(self.places)

    def __iter__(self) -> Iterator[str]:
        """The ids of all articles."""
        return iter(self.places)

    def __contains__(self, article_id: str) -> bool:
        """Whether the article is there."""
        return article_id in self.places

    def add(self, article_id: str, extract: Extract, first_seen: datetime | None = None) -> None:
        """Enter an article; one that is known is replaced.

        `first_seen` is None where nobody keeps it.
        """
        if article_id in self.places:
            self._dated -= self._tells_time(self.places[article_id])
        place = self.places.enter(article_id)
        if place == len(self._days):
            self._days.append(0)
            self._moments.append(_NO_MOMENT)
            self._arrivals.append(_NO_MOMENT)
            self._outlets.append("")
        day, at = extract.published_on, extract.published_at
        self._days[place] = day.toordinal() if day else 0
        self._moments[place] = _number_of(at) if at else _NO_MOMENT
        is_correction = version_of(article_id)[1] > 1
        counts = first_seen and (is_correction or not _is_old(day, at, first_seen))
        self._arrivals[place] = _number_of(first_seen) if first_seen and counts else _NO_MOMENT
        self._arrived = None
        if is_correction:
            self._later.add(place)
        self._outlets[place] = sys.intern(extract.origin)
        self._dated += self._tells_time(place)

    def remove(self, article_id: str) -> None:
        """Forget an article that is about to leave; one that is not known is no error."""
        if article_id in self.places:
            place = self.places[article_id]
            self._dated -= self._tells_time(place)
            self._days[place] = 0
            self._arrivals[place] = _NO_MOMENT
            self._arrived = None
            self._later.discard(place)
            self._outlets[place] = ""

    def dump(self) -> dict[str, bytes]:
        """All of it as bytes, for `load`."""
        return {
            "ids": join_texts(self.places.ids),
            "days": self._days.tobytes(),
            "moments": self._moments.tobytes(),
            "arrivals": self._arrivals.tobytes(),
            "outlets": join_texts(self._outlets),
        }

    def load(self, parts: Mapping[str, bytes]) -> None:
        """Become what `dump` saw, places included.

        Raises:
            KeyError: a part is missing.
            ValueError: a part is of another format.
        """
        days, moments = array("i", parts["days"]), array("q", parts["moments"])
        arrivals = array("q", parts["arrivals"])
        ids, outlets = split_texts(parts["ids"]), split_texts(parts["outlets"])
        if not len(days) == len(moments) == len(arrivals) == len(ids) == len(outlets):
            reason = "the columns differ in length"
            raise ValueError(reason)
        self.places.load(ids)
        self._later = {n for n, one in enumerate(ids) if "~v" in one and version_of(one)[1] > 1}
        self._days, self._moments, self._arrivals = days, moments, arrivals
        self._arrived = None
        self._outlets = list(map(sys.intern, outlets))
        self._dated = sum(map(self._tells_time, range(len(days))))

    @property
    def has_dates(self) -> bool:
        """Whether of any article it is known since when it counts."""
        return bool(self._dated)

    def replaced(self, among: Collection[int] | None = None) -> frozenset[int]:
        """Numbers of the articles of which a later version is there, or is `among` these."""
        known = self._later if among is None else self._later.intersection(among)
        return frozenset(
            self.places[one]
            for number in known
            for one in _earlier_versions(self.places.ids[number])
            if one in self.places and (among is None or self.places[one] in among)
        )

    def ordinal(self, article_id: str) -> int:
        """The day of publication as a number, 0 if it is not known."""
        return self._days[self.places[article_id]]

    def day(self, article_id: str) -> date | None:
        """The day of publication."""
        ordinal = self.ordinal(article_id)
        return date.fromordinal(ordinal) if ordinal else None

    def counted_day(self, article_id: str) -> int:
        """The day from which an article counts as a number: of publication, else when it came.

        0 where neither is known.
        """
        place = self.places[article_id]
        arrival = self._arrivals[place]
        if self._days[place] or arrival == _NO_MOMENT:
            return self._days[place]
        return _EPOCH.toordinal() + arrival // _DAY

    @property
    def ordinals(self) -> Sequence[int]:
        """The days of publication by number of the article, 0 where it is not known."""
        return self._days

    def since(self, ordinal: int) -> list[int]:
        """Numbers of the articles of this day or later, and of those without a day.

        A correction of an older article is among them if it was first seen then.
        """
        ids, start = self.places.ids, _start_of(ordinal)
        return [
            number
            for number, (day, arrival) in enumerate(zip(self._days, self._arrivals, strict=True))
            if (day >= ordinal or not day or arrival >= start) and ids[number]
        ]

    def older_than(self, ordinal: int) -> Callable[[int], bool]:
        """Whether the article with a number was published, and first seen, before this day.

        One without a day never was.
        """
        days, arrivals, start = self._days, self._arrivals, _start_of(ordinal)
        return lambda number: 0 < days[number] < ordinal and arrivals[number] < start

    def out_by(self, moment: Moment) -> Callable[[int], bool]:
        """Whether the article with a number was out by then.

        One that gives no time of day counts from the next morning on: on its own day nobody can
        tell whether it was out before breakfast, and counted too early it would be old news next
        morning without ever having been new. One without a date is there since it was first
        seen; if nobody knows when that was, it has always been there.
        """
        today = moment.day.toordinal()
        instant = _number_of(moment.instant)
        seen_by = _number_of(moment.seen_by or moment.instant)
        days, moments, arrivals = self._days, self._moments, self._arrivals

        def is_out(number: int) -> bool:
            if arrivals[number] > seen_by:
                return False
            known = moments[number]
            return days[number] < today if known == _NO_MOMENT else known <= instant

        return is_out

    def at_last_arrival(self, moment: Moment) -> Moment:
        """A moment at which just the same was out, and which many moments have in common.

        Between two arrivals nothing changes; digests of one morning are made at many moments.
        """
        if self._arrived is None:
            self._arrived = sorted({one for one in self._arrivals if one != _NO_MOMENT})
        place = bisect_right(self._arrived, _number_of(moment.seen_by or moment.instant))
        last = _EPOCH + self._arrived[place - 1] * _MICROSECOND if place else _LONG_AGO
        return replace(moment, seen_by=last)

    def _tells_time(self, place: int) -> bool:
        return bool(self._days[place]) or self._arrivals[place] != _NO_MOMENT

    def numbers(self, article_ids: Iterable[str]) -> list[int]:
        """The numbers of these articles."""
        return list(map(self.places.__getitem__, article_ids))

    def outlets(self, numbers: Iterable[int]) -> int:
        """How many outlets these articles are from; all whose outlet is unknown are of one."""
        return len(set(map(self._outlets.__getitem__, numbers)))

    def newest_day(self, numbers: Iterable[int]) -> date | None:
        """The day of the newest of these articles."""
        newest = max(map(self._days.__getitem__, numbers), default=0)
        return date.fromordinal(newest) if newest else None

    def as_of(self, numbers: Collection[int]) -> str | None:
        """The newest date of these articles as ISO, with the moment if it is known."""
        newest = self.newest_day(numbers)
        if newest is None:
            return None
        day = newest.toordinal()
        moments = [self._moments[one] for one in numbers if self._days[one] == day]
        dated = [
            (_EPOCH + moment * _MICROSECOND).isoformat()
            for moment in moments
            if moment != _NO_MOMENT
        ]
        return max((newest.isoformat(), *dated))


def _earlier_versions(article_id: str) -> Iterator[str]:
    first, version = version_of(article_id)
    yield first
    yield from (version_id(first, earlier) for earlier in range(2, version))


def _start_of(ordinal: int) -> int:
    """The beginning of a day as the number of a moment."""
    return (ordinal - _EPOCH.toordinal()) * _DAY


def _number_of(moment: datetime) -> int:
    return (moment - _EPOCH) // _MICROSECOND


def _is_old(day: date | None, at: datetime | None, first_seen: datetime) -> bool:
    """Whether it was published long before it was first seen; one without a date was not."""
    if at is not None:
        return first_seen - at > LATEST
    return day is not None and first_seen.astimezone(UTC).date() - day > LATEST

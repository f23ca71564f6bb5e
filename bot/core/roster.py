"""Day, moment and outlet of every article, in a few bytes each."""

from __future__ import annotations

from array import array
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from bot.core.digest import Moment
    from bot.core.extracts import Extract

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_NO_MOMENT = -(1 << 63)


class Roster:
    """Articles by id. The place of one that left is given to the next that comes."""

    def __init__(self) -> None:
        """Start empty."""
        self._places: dict[str, int] = {}
        self._free: list[int] = []
        self._days = array("i")
        self._moments = array("q")
        self._outlets: list[str] = []
        self._dated = 0

    def __len__(self) -> int:
        """How many articles there are."""
        return len(self._places)

    def __iter__(self) -> Iterator[str]:
        """The ids of all articles."""
        return iter(self._places)

    def __contains__(self, article_id: str) -> bool:
        """Whether the article is there."""
        return article_id in self._places

    def add(self, article_id: str, extract: Extract) -> None:
        """Enter an article; one that is known is replaced."""
        self.remove(article_id)
        day = extract.published_on.toordinal() if extract.published_on else 0
        at = extract.published_at
        moment = (at - _EPOCH) // _MICROSECOND if at else _NO_MOMENT
        # One without an outlet counts as its own.
        outlet = extract.outlet or article_id
        if self._free:
            place = self._free.pop()
            self._days[place], self._moments[place], self._outlets[place] = day, moment, outlet
        else:
            place = len(self._days)
            self._days.append(day)
            self._moments.append(moment)
            self._outlets.append(outlet)
        self._places[article_id] = place
        self._dated += bool(day)

    def remove(self, article_id: str) -> None:
        """Forget an article; one that is not known is no error."""
        place = self._places.pop(article_id, None)
        if place is not None:
            self._dated -= bool(self._days[place])
            self._free.append(place)

    @property
    def has_dates(self) -> bool:
        """Whether any article has a day."""
        return bool(self._dated)

    def ordinal(self, article_id: str) -> int:
        """The day of publication as a number, 0 if it is not known."""
        return self._days[self._places[article_id]]

    def day(self, article_id: str) -> date | None:
        """The day of publication."""
        ordinal = self.ordinal(article_id)
        return date.fromordinal(ordinal) if ordinal else None

    def newest_first(self, article_id: str) -> tuple[int, str]:
        """To sort by: the newest first, those without a day last."""
        return (-self.ordinal(article_id), article_id)

    def out(self, moment: Moment) -> frozenset[str]:
        """The articles that were out by then.

        One that gives no time of day counts from the next morning on: on its own day nobody can
        tell whether it was out before breakfast, and counted too early it would be old news next
        morning without ever having been new. One without a date has always been there.
        """
        today = moment.day.toordinal()
        instant = (moment.instant - _EPOCH) // _MICROSECOND
        days, moments = self._days, self._moments
        return frozenset(
            one
            for one, place in self._places.items()
            if (days[place] < today if moments[place] == _NO_MOMENT else moments[place] <= instant)
        )

    def outlets(self, article_ids: Iterable[str]) -> int:
        """How many outlets these articles are from."""
        return len({self._outlets[self._places[one]] for one in article_ids})

    def newest_day(self, article_ids: Collection[str]) -> date | None:
        """The day of the newest of these articles."""
        newest = max(map(self.ordinal, article_ids), default=0)
        return date.fromordinal(newest) if newest else None

    def as_of(self, article_ids: Collection[str]) -> str | None:
        """The newest date of these articles as ISO, with the moment if it is known."""
        newest = self.newest_day(article_ids)
        if newest is None:
            return None
        day = newest.toordinal()
        moments = [
            self._moments[place]
            for place in map(self._places.__getitem__, article_ids)
            if self._days[place] == day and self._moments[place] != _NO_MOMENT
        ]
        dated = [(_EPOCH + moment * _MICROSECOND).isoformat() for moment in moments]
        return max((newest.isoformat(), *dated))

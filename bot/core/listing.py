"""All topics in a list, the weightiest first, kept up to date as articles come and go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.core.outcomes import TopicLine
from bot.core.topics import slugify

if TYPE_CHECKING:
    from bot.core.roster import Roster
    from bot.core.topics import TopicIndex

# A topic that one article merely drops weighs less; it can be asked for, but is not listed.
WORTH_LISTING = 0.2


class Listing:
    """The topics of one index. What changed since is worked out in turns of a few hundred."""

    def __init__(self, index: TopicIndex, roster: Roster) -> None:
        """List what is in `index`."""
        self._index = index
        self._roster = roster
        self._lines: dict[str, TopicLine] = {}
        self._sorted: tuple[tuple[str, TopicLine], ...] | None = None

    def refresh(self, most: int) -> bool:
        """Work out at most so many topics that changed; whether that were all."""
        touched = self._index.touched
        for _ in range(min(most, len(touched))):
            key = touched.pop()
            line = self._line(key)
            if line is not None:
                self._lines[key] = line
            elif key in self._lines:
                del self._lines[key]
            self._sorted = None
        return not touched

    def ranked(self) -> tuple[tuple[str, TopicLine], ...]:
        """Keys and lines as of the last refresh, the weightiest first."""
        if self._sorted is None:
            self._sorted = tuple(
                sorted(self._lines.items(), key=lambda pair: (-pair[1].weight, pair[0]))
            )
        return self._sorted

    def is_listed(self, key: str) -> bool:
        """Whether there is a topic with this key that is worth listing, refreshed or not."""
        return self._line(key) is not None

    def _line(self, key: str) -> TopicLine | None:
        index = self._index
        if key not in index or index.canonical(key) != key:
            return None
        members = index.numbers(key)
        weight = index.weigh(key, sum(members.values()), len(members))
        curated = index.is_curated(key)
        if weight < WORTH_LISTING and not curated:
            return None
        name = index.display_name(key)
        # An article that was corrected is one, whatever its versions say.
        latest = members.keys() - self._roster.replaced(members.keys())
        return TopicLine(
            slug=slugify(name),
            name=name,
            articles=len(latest),
            outlets=self._roster.outlets(latest),
            newest=self._roster.newest_day(latest),
            weight=weight,
            curated=curated,
        )

"""What digests found out about topics between two moments, kept for the next digest of them.

On a morning many channels ask for the same period, and few of them were shown anything that the
others were not.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.core.digest import Moment, TopicNews

# One for each zone and hour that channels wish.
_PERIODS_KEPT = 48


@dataclass(slots=True)
class PeriodFindings:
    """What was found out between two moments for channels that were shown nothing else.

    `told` are the topics that an article of the period is about, `bearers` those that tell the
    articles which are about none. `recent` says whether a topic had an article in the last days,
    `news` what a topic has that the moment before had not.
    """

    told: tuple[str, ...] | None = None
    bearers: frozenset[str] = frozenset()
    recent: dict[str, bool] = field(default_factory=dict)
    news: dict[str, TopicNews] = field(default_factory=dict)


class Findings:
    """What was found out for the last periods, since many channels share theirs on a morning."""

    def __init__(self) -> None:
        """Nothing is known yet."""
        self._found: dict[tuple[Moment, Moment], PeriodFindings] = {}

    def between(self, before: Moment, now: Moment) -> PeriodFindings:
        """What was found out so far, to be added to."""
        found = self._found.get((before, now))
        if found is None:
            if len(self._found) >= _PERIODS_KEPT:
                self._found.clear()
            found = self._found.setdefault((before, now), PeriodFindings())
        return found

    def clear(self) -> None:
        """Forget all: an article came or went."""
        self._found = {}

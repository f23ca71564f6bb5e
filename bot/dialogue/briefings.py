"""What the dialogue asks of the library."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from datetime import date, datetime

    from bot.core.cards import Digest
    from bot.core.digest import Known
    from bot.core.models import Language
    from bot.core.outcomes import Briefing, TopicLine
    from bot.core.seeking import Sought


class Briefings(Protocol):
    """The one door to the articles; fulfilled by `bot.library`."""

    @property
    def article_count(self) -> int:
        """How many articles were read."""
        ...

    def brief(
        self,
        query: str,
        *,
        language: Language,
        matched_only: bool = False,
        sought: Sought | None = None,
    ) -> Briefing:
        """The card for `query`, or several topics, or nothing.

        With `matched_only` the name of a topic must match; the texts are not searched. With
        `sought` the query is a question that names a topic somewhere.
        """
        ...

    def topics(self) -> tuple[TopicLine, ...]:
        """All topics, the most active first."""
        ...

    def has_topic(self, name: str) -> bool:
        """Whether a topic of this very name (but for spelling) is in the list of topics."""
        ...

    def digest(  # noqa: PLR0913 - one reader's wishes, all named
        self,
        day: date,
        *,
        zone: str,
        language: Language,
        topics: tuple[str, ...] = (),
        since: date | None = None,
        known: Known | None = None,
        read_at: datetime | None = None,
    ) -> Digest:
        """The digest of `day` in `zone`; `topics` are names, none leaves the choice open.

        It is compared with the digest of `since`, by default with that of the weekday before;
        with `known`, with what was really shown. `read_at` is when it is read: on its own day it
        holds what has come since.
        """
        ...

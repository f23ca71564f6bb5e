"""What the desk gives back, and how an answer becomes it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from bot.dialogue.answer_outline import outline_answer
from bot.dialogue.answers import NoticeAnswer
from bot.dialogue.briefings import Briefings
from bot.dialogue.buttons import Part, parts_of
from bot.dialogue.viewer import Viewer

if TYPE_CHECKING:
    from datetime import date, datetime, time

    from bot.core.cards import Digest
    from bot.core.digest import Known, Usual
    from bot.core.excerpts import ExcerptLimits
    from bot.core.models import Language, Reading
    from bot.desk.people import Asker
    from bot.desk.plans import PlanDraft
    from bot.dialogue.answers import Answer, NoticeKind
    from bot.dialogue.conversation import Conversation


class Articles(Briefings, Protocol):
    """The library as the desk needs it: answers, and the article behind a span."""

    @property
    def excerpts(self) -> ExcerptLimits:
        """How much of an article may be shown in its own words."""

    @property
    def usual(self) -> Usual:
        """When a digest is due and how many topics it has."""

    def digest(  # noqa: PLR0913 - as the library has it
        self,
        day: date,
        *,
        zone: str,
        at: time | None = None,
        language: Language,
        topics: tuple[str, ...] = (),
        since: date | None = None,
        limit: int | None = None,
        known: Known | None = None,
        read_at: datetime | None = None,
    ) -> Digest:
        """As in `Briefings`; `at` and `limit` for a channel that wishes other than the usual."""

    def reading(self, article_id: str) -> Reading | None:
        """The article with its analysis; None if it is not there."""


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer as messages. No parts: nothing is said, a platform may react with a sign.

    `form`: a planning form is to be opened, filled in like this. Where a platform cannot open
    one here, it shows the parts.
    """

    answer: Answer
    parts: tuple[Part, ...]
    form: PlanDraft | None = None


def reply_with(answer: Answer, asker: Asker, state: Conversation, now: datetime) -> Reply:
    """The answer in this person's language, with the buttons that they may press."""
    viewer = viewer_of(asker, now)
    parts = parts_of(
        answer,
        outline_answer(answer, viewer),
        viewer.labels,
        followed=frozenset(topic.slug for topic in state.followed),
        private=asker.private and not asker.place.direct,
    )
    return Reply(answer, parts)


def viewer_of(asker: Asker, now: datetime) -> Viewer:
    """The reader for whom outlines are written."""
    return Viewer(language=asker.language, zone=asker.zone, now=now)


def say(kind: NoticeKind, asker: Asker, *, now: datetime, detail: str = "") -> Reply:
    """One sentence of ours. Needs neither library nor store, so that it can tell of trouble."""
    answer = NoticeAnswer(kind, detail=detail)
    return Reply(answer, tuple(map(Part, outline_answer(answer, viewer_of(asker, now)))))

"""The payload of a digest: what a subscription wishes, as parts for chats, Markdown and data."""

from __future__ import annotations

import json
from dataclasses import replace
from threading import Lock
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from bot.core.digest import Moment
from bot.core.ledger import TOPICS_OF
from bot.delivery.payload import payload_parts
from bot.dialogue.answer_outline import outline_answer
from bot.dialogue.answers import DigestAnswer
from bot.dialogue.buttons import parts_of
from bot.dialogue.digest_outline import write_headline
from bot.dialogue.outline import Line, Run
from bot.dialogue.viewer import Viewer
from bot.formats.as_json import digest_as_dict
from bot.formats.as_markdown import outlines_as_markdown
from bot.formats.kept import write_parts

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime, timedelta

    from bot.core.ledger import Claimed, Delivery
    from bot.core.models import Language
    from bot.delivery.knowledge import Remembered
    from bot.library import Library

    Tell = Callable[[Language, datetime, datetime | None], Sequence[str]]

__all__ = ["DigestRenderer", "payload_parts"]

_LATE: dict[Language, str] = {"de": "verspätet (geplant {time})", "en": "late (planned {time})"}
_MISSED: dict[Language, str] = {"de": "nicht verschickt: {days}", "en": "not sent: {days}"}


def _nothing(language: Language, now: datetime, since: datetime | None) -> Sequence[str]:
    del language, now, since
    return ()


class DigestRenderer:
    """Fulfils `bot.delivery.means.Render` with what the library holds."""

    def __init__(
        self, library: Library, recall: Callable[[Claimed], Remembered], *, tell: Tell = _nothing
    ) -> None:
        """`recall` gives what the channel of a delivery was told and shown before.

        `tell` gives the sentences on sources for the footer, in a language: what is known now
        and was not when the channel's last digest was made (None if there was none).
        """
        self._library = library
        self._recall = recall
        self._tell = tell
        # Rendering keeps a processor busy. One sender at a time leaves the others to questions.
        self._turn = Lock()

    def __call__(
        self, claimed: Claimed, now: datetime, late_by: timedelta, skipped: tuple[Delivery, ...]
    ) -> str | None:
        """JSON with "headline", "parts", "markdown", "json", "shown", "rendered_at".

        None if to be quiet.
        "parts" are read back by `payload_parts`: the parent message, then a card for each entry.
        "shown" gives the articles that each topic stood for, for the memory of the channel, and
        "rendered_at" up to when articles were there.
        """
        remembered = self._recall(claimed)
        with self._turn:
            return self._render(claimed, now, late_by, skipped, remembered)

    def _render(
        self,
        claimed: Claimed,
        now: datetime,
        late_by: timedelta,
        skipped: tuple[Delivery, ...],
        remembered: Remembered,
    ) -> str | None:
        wish, delivery = claimed.subscription.wish, claimed.delivery
        digest = self._library.digest(
            delivery.local_date,
            zone=wish.zone,
            at=wish.local_time,
            language=wish.language,
            topics=wish.topics,
            since=remembered.told,
            known=remembered.known,
            now=Moment(delivery.local_date, delivery.due_at, seen_by=now),
            limit=TOPICS_OF[wish.length],
        )
        if wish.quiet and not digest.entries:
            return None
        viewer = Viewer(language=wish.language, zone=wish.zone, now=now)
        answer = DigestAnswer(digest)
        parent, *cards = outline_answer(answer, viewer)
        told = remembered.told
        since = (told.seen_by or told.instant) if told else None
        notes = (
            *_notes(claimed, late_by, skipped, viewer),
            *(Line((Run(said, "label"),)) for said in self._tell(wish.language, now, since)),
        )
        parent = replace(parent, footer=(*parent.footer, *notes))
        parts = parts_of(
            answer, (parent, *cards), viewer.labels, followed=frozenset(), private=False
        )
        data = digest_as_dict(digest) | {
            "delivery": delivery.public_id,
            "late_seconds": round(late_by.total_seconds()),
            "missed": [one.local_date.isoformat() for one in skipped],
        }
        payload = {
            "headline": write_headline(digest, viewer),
            "parts": write_parts(parts),
            "markdown": outlines_as_markdown((parent, *cards)),
            "json": data,
            "shown": {entry.card.slug: list(entry.articles) for entry in digest.entries},
            "rendered_at": now.isoformat(),
        }
        return json.dumps(payload, ensure_ascii=False)


def _notes(
    claimed: Claimed, late_by: timedelta, skipped: tuple[Delivery, ...], viewer: Viewer
) -> tuple[Line, ...]:
    """What must be said about this delivery itself: that it is late, and what did not come."""
    notes: list[str] = []
    if late_by:
        planned = claimed.delivery.due_at.astimezone(ZoneInfo(viewer.zone))
        notes.append(_LATE[viewer.language].format(time=f"{planned:%H:%M}"))
    if skipped:
        days = viewer.listing(tuple(viewer.short_day(one.local_date) for one in skipped))
        notes.append(_MISSED[viewer.language].format(days=days))
    return tuple(Line((Run(note, "label"),)) for note in notes)

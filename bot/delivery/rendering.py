"""The payload of a digest: what a subscription wishes, as parts for chats, Markdown and data."""

from __future__ import annotations

import json
from dataclasses import replace
from threading import Lock
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from bot.dialogue.answer_outline import outline_answer
from bot.dialogue.answers import DigestAnswer
from bot.dialogue.buttons import parts_of
from bot.dialogue.digest_outline import write_headline
from bot.dialogue.outline import Line, Run
from bot.dialogue.viewer import Viewer
from bot.formats.as_json import digest_as_dict
from bot.formats.as_markdown import outlines_as_markdown
from bot.formats.kept import read_parts, write_parts

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime, timedelta

    from bot.core.ledger import Claimed, Delivery, Length, Subscription
    from bot.core.models import Language
    from bot.dialogue.buttons import Part
    from bot.library import Library

_TOPICS: dict[Length, int] = {"short": 3, "normal": 5, "long": 8}
_LATE: dict[Language, str] = {"de": "verspätet (geplant {time})", "en": "late (planned {time})"}
_MISSED: dict[Language, str] = {"de": "nicht verschickt: {days}", "en": "not sent: {days}"}


class DigestRenderer:
    """Fulfils `bot.delivery.means.Render` with what the library holds."""

    def __init__(self, library: Library, told_last: Callable[[Subscription], date | None]) -> None:
        """`told_last` gives the local day of the subscription's last digest, if there was one."""
        self._library = library
        self._told_last = told_last
        # Senders render in several threads, and nobody promised that a library bears that.
        self._lock = Lock()

    def __call__(
        self, claimed: Claimed, now: datetime, late_by: timedelta, skipped: tuple[Delivery, ...]
    ) -> str | None:
        """JSON with "headline", "parts", "markdown" and "json"; None if nothing is new and quiet.

        "parts" are read back by `payload_parts`: the parent message, then a card for each entry.
        """
        wish, delivery = claimed.subscription.wish, claimed.delivery
        since = self._told_last(claimed.subscription)
        with self._lock:
            digest = self._library.digest(
                delivery.local_date,
                zone=wish.zone,
                at=wish.local_time,
                language=wish.language,
                topics=wish.topics,
                since=since if since is not None and since < delivery.local_date else None,
                limit=_TOPICS[wish.length],
            )
        if wish.quiet and not digest.entries:
            return None
        viewer = Viewer(language=wish.language, zone=wish.zone, now=now)
        answer = DigestAnswer(digest)
        parent, *cards = outline_answer(answer, viewer)
        notes = _notes(claimed, late_by, skipped, viewer)
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
        }
        return json.dumps(payload, ensure_ascii=False)


def payload_parts(payload: str) -> tuple[Part, ...]:
    """The messages of a payload: the parent, then the cards that belong under it.

    Raises:
        ValueError: another version of the program wrote it.
    """
    parts = read_parts(json.loads(payload).get("parts", ""))
    if parts is None:
        reason = "the stored digest was written by another version"
        raise ValueError(reason)
    return parts


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

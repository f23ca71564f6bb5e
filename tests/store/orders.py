"""Wishes and readings in one line each."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from bot.core.ledger import Wish
from bot.core.models import Analysis, Article, Reading, Sentence, Traits

if TYPE_CHECKING:
    from bot.core.ledger import Claimed, Subscription
    from bot.store import Store

# A Monday, 06:00 in Berlin: an hour and a half before the digests.
MORNING = datetime(2025, 1, 20, 5, 0, tzinfo=UTC)
DUE = MORNING + timedelta(hours=1, minutes=30)
LEASE = timedelta(minutes=2)
REQUEST = timedelta(seconds=20)


def wish(channel: str = "allgemein", **changed: Any) -> Wish:
    """07:30 in Berlin, Monday to Friday."""
    values: dict[str, Any] = {
        "platform": "folder",
        "workspace": "haus",
        "channel": channel,
        "zone": "Europe/Berlin",
        "local_time": time(7, 30),
        "weekdays": (0, 1, 2, 3, 4),
        "topics": ("Wärmenetz", "Hafen"),
        "language": "de",
    }
    return Wish(**values | changed)


def plan(store: Store, channel: str = "allgemein", **changed: Any) -> Subscription:
    return store.subscriptions.plan(wish(channel, **changed), MORNING)


def claim(store: Store, now: datetime = DUE, *, token: str = "a", limit: int = 10) -> list[Claimed]:
    """Enter what is due and take it."""
    store.ledger.insert_due(now, limit=1000)
    return list(store.ledger.claim(now, token=token, lease=LEASE, limit=limit))


def begin(store: Store, held: Claimed, now: datetime = DUE, *, token: str = "a") -> bool:
    return store.ledger.begin_sending(
        held.delivery.id, token, now=now, payload="Guten Morgen", request_limit=REQUEST
    )


def reading(words: str, *, id: str = "a", on: str | None = "2025-01-20", **more: Any) -> Reading:  # noqa: A002
    """An article of one sentence whose base forms are its words in lower case."""
    forms = tuple(words.split())
    sentence = Sentence(
        0, len(words), 0, _offsets(words), forms, tuple(word.lower() for word in forms)
    )
    day = datetime.fromisoformat(on).date() if on else None
    version = more.pop("version", "1")
    article = Article(id, "Ohne Titel", words, "de", published_on=day, **more)
    traits = Traits(stands_alone=True, asks=False, judges=False, quotes=False)
    analysis = Analysis(
        id, (sentence,), (), (), (), (), (), (), salience=(0.5,), traits=(traits,),
        reader_version=version,
    )  # fmt: skip
    return Reading(article, analysis)


def _offsets(words: str) -> tuple[int, ...]:
    starts: list[int] = []
    for word in words.split():
        starts.append(words.index(word, starts[-1] + 1 if starts else 0))
    return tuple(starts)

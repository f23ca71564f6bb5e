"""What channels and readers were shown, what they thought of it, and events already seen."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Literal

from sqlalchemy import delete, select

from bot.core.digest import Known
from bot.store.schema import event, feedback, shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from sqlalchemy import ColumnElement, Connection

    from bot.store.database import Database

Verdict = Literal["up", "down"]


@dataclass(frozen=True, slots=True)
class Seen:
    """What a channel or reader knows of a topic: article ids, sorted, and when it last looked."""

    topic: str
    articles: tuple[str, ...]
    at: datetime


@dataclass(frozen=True, slots=True)
class Shown:
    """What `viewer` is shown at once: topics, each with the articles that it stood for."""

    viewer: str
    topics: Mapping[str, Iterable[str]]


@dataclass(frozen=True, slots=True)
class Feedback:
    """A thumb up or down on a card, or on one point of it. `viewer` is who pressed it."""

    viewer: str
    card: str
    point: str
    verdict: Verdict
    reason: str
    at: datetime


def note_shown(connection: Connection, database: Database, what: Shown, now: datetime) -> None:
    """Add to what a viewer knows, within a transaction of the caller's."""
    rows = [
        {"viewer": what.viewer, "topic": topic, "article_id": one, "shown_at": now}
        for topic, articles in sorted(what.topics.items())
        for one in sorted(set(articles))
    ]
    if not rows:
        return
    new = database.insert(shown)
    renewed = new.on_conflict_do_update(
        index_elements=["viewer", "topic", "article_id"],
        set_={"shown_at": new.excluded.shown_at},
    )
    connection.execute(renewed, rows)


class Memory:
    """Every method is one transaction. A viewer is a channel or a person, by any stable key."""

    def __init__(self, database: Database) -> None:
        """Keep it in `database`."""
        self._database = database

    def show(self, viewer: str, topic: str, *, articles: Iterable[str], now: datetime) -> None:
        """Note that `viewer` was shown `topic` from these articles; earlier ones stay known.

        A topic is named by its slug.
        """
        self.show_all(viewer, {topic: articles}, now=now)

    def show_all(self, viewer: str, topics: Mapping[str, Iterable[str]], *, now: datetime) -> None:
        """The same for several topics at once, as in a digest."""
        with self._database.writing() as connection:
            note_shown(connection, self._database, Shown(viewer, topics), now)

    def known_to(self, viewer: str) -> Known | None:
        """What a digest for `viewer` is compared with; None if it was never shown anything."""
        topics = self.seen_topics(viewer)
        if not topics:
            return None
        return Known(
            at=max(one.at for one in topics),
            articles={one.topic: frozenset(one.articles) for one in topics},
        )

    def seen(self, viewer: str, topic: str) -> Seen | None:
        """What `viewer` knows of `topic`; None if it was never shown."""
        found = self._seen((shown.c.viewer == viewer) & (shown.c.topic == topic))
        return next(iter(found), None)

    def seen_topics(self, viewer: str) -> tuple[Seen, ...]:
        """All that `viewer` was shown, by topic."""
        return self._seen(shown.c.viewer == viewer)

    def add_feedback(self, given: Feedback) -> None:
        """Keep it; the same viewer's earlier verdict on the same point is replaced."""
        verdict = {"verdict": given.verdict, "reason": given.reason, "given_at": given.at}
        new = self._database.insert(feedback).values(
            viewer=given.viewer, card=given.card, point=given.point, **verdict
        )
        with self._database.writing() as connection:
            connection.execute(
                new.on_conflict_do_update(index_elements=["viewer", "card", "point"], set_=verdict)
            )

    def list_feedback(self, *, limit: int = 1000) -> tuple[Feedback, ...]:
        """The latest verdicts, newest first."""
        table = feedback.c
        newest = select(feedback).order_by(
            table.given_at.desc(), table.viewer, table.card, table.point
        )
        with self._database.reading() as connection:
            return tuple(
                Feedback(
                    viewer=row["viewer"],
                    card=row["card"],
                    point=row["point"],
                    verdict=row["verdict"],
                    reason=row["reason"],
                    at=row["given_at"],
                )
                for row in connection.execute(newest.limit(limit)).mappings()
            )

    def remember(self, team: str, event_id: str, *, now: datetime) -> bool:
        """Whether this event of a platform comes for the first time; it is known from now on."""
        new = self._database.insert(event).values(team=team, event_id=event_id, seen_at=now)
        entered = new.on_conflict_do_nothing().returning(event.c.event_id)
        with self._database.writing() as connection:
            return connection.execute(entered).first() is not None

    def knows(self, team: str, event_id: str) -> bool:
        """Whether this event was remembered, without remembering it."""
        wanted = select(event.c.event_id).where(
            (event.c.team == team) & (event.c.event_id == event_id)
        )
        with self._database.reading() as connection:
            return connection.execute(wanted).first() is not None

    def forget_before(self, when: datetime) -> int:
        """Delete what was shown, said or seen before `when`; how many rows.

        What was shown in the last 30 days must stay: a digest takes what is older for known.
        """
        old = (
            delete(shown).where(shown.c.shown_at < when),
            delete(feedback).where(feedback.c.given_at < when),
            delete(event).where(event.c.seen_at < when),
        )
        with self._database.writing() as connection:
            return sum(connection.execute(one).rowcount for one in old)

    def forget_events_before(self, when: datetime) -> int:
        """Delete the events that were seen before `when`; how many."""
        with self._database.writing() as connection:
            return connection.execute(delete(event).where(event.c.seen_at < when)).rowcount

    def _seen(self, which: ColumnElement[bool]) -> tuple[Seen, ...]:
        table = shown.c
        wanted = select(shown).where(which).order_by(table.topic, table.article_id)
        with self._database.reading() as connection:
            rows = connection.execute(wanted).mappings().all()
        found: list[Seen] = []
        # Python sorts again: PostgreSQL orders text by its locale.
        ordered = sorted(rows, key=lambda row: (row["topic"], row["article_id"]))
        for topic, group in groupby(ordered, key=lambda row: str(row["topic"])):
            members = list(group)
            articles = tuple(row["article_id"] for row in members)
            found.append(Seen(topic, articles, max(row["shown_at"] for row in members)))
        return tuple(found)

"""Texts kept under a key: what conversations remember, and the cards that were shown."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import delete, select

from bot.store.schema import conversation, shown_card

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from bot.store.database import Database

_AGAIN = timedelta(hours=1)
_MOST_KEPT = 10_000


class Notes:
    """Every method is one transaction. What the texts mean is the caller's."""

    def __init__(self, database: Database) -> None:
        """Keep them in `database`."""
        self._database = database
        # When each card was last kept by this process.
        self._kept: dict[str, datetime] = {}

    def load(self, keys: Iterable[str]) -> Mapping[str, str]:
        """What conversations left under these keys; a key without anything is left out."""
        wanted = select(conversation.c.key, conversation.c.content).where(
            conversation.c.key.in_(tuple(keys))
        )
        with self._database.reading() as connection:
            return {row.key: row.content for row in connection.execute(wanted)}

    def save(self, contents: Mapping[str, str], now: datetime) -> None:
        """Keep each text under its key, instead of what was there."""
        if not contents:
            return
        rows = [
            {"key": key, "content": content, "changed_at": now}
            for key, content in sorted(contents.items())
        ]
        new = self._database.insert(conversation)
        kept = new.on_conflict_do_update(
            index_elements=["key"],
            set_={"content": new.excluded.content, "changed_at": new.excluded.changed_at},
        )
        with self._database.writing() as connection:
            connection.execute(kept, rows)

    def has_just_kept(self, key: str, now: datetime) -> bool:
        """Whether this process has kept the card within the last hour.

        Cards are forgotten after days: to write for every answer when it was last shown would
        make everybody who asks for the topic of the day wait for the disk.
        """
        kept = self._kept.get(key)
        return kept is not None and now - kept < _AGAIN

    def keep_cards(self, cards: Mapping[str, str], now: datetime) -> None:
        """Keep cards that are shown; the same key stands for the same card."""
        if not cards:
            return
        rows = [
            {"key": key, "content": content, "shown_at": now}
            for key, content in sorted(cards.items())
        ]
        new = self._database.insert(shown_card)
        kept = new.on_conflict_do_update(
            index_elements=["key"], set_={"shown_at": new.excluded.shown_at}
        )
        with self._database.writing() as connection:
            connection.execute(kept, rows)
        if len(self._kept) > _MOST_KEPT:
            self._kept.clear()
        self._kept.update(dict.fromkeys(cards, now))

    def card(self, key: str) -> str | None:
        """The card with this key; None if it was never shown or is forgotten."""
        wanted = select(shown_card.c.content).where(shown_card.c.key == key)
        with self._database.reading() as connection:
            found = connection.execute(wanted).scalar()
        return None if found is None else str(found)

    def forget_talks_before(self, when: datetime) -> int:
        """Delete what talks left before `when`; how many. What belongs to a person stays.

        The key of a person holds ":@", as `bot.desk.people.Asker` makes it.
        """
        table = conversation.c
        old = delete(conversation).where(table.changed_at < when, table.key.not_like("%:@%"))
        with self._database.writing() as connection:
            return connection.execute(old).rowcount

    def forget_cards_before(self, when: datetime) -> int:
        """Delete cards that were last shown before `when`; how many."""
        old = delete(shown_card).where(shown_card.c.shown_at < when)
        self._kept.clear()
        with self._database.writing() as connection:
            return connection.execute(old).rowcount

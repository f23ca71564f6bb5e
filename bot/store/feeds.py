"""What is known of each feed, and which of their entries were seen."""

from __future__ import annotations

from dataclasses import asdict, fields
from datetime import timedelta
from typing import TYPE_CHECKING, TypeVar

from sqlalchemy import delete, func, or_, select, text, update

from bot.core.feeds import REMOVED, STILL_THERE, FeedState, SeenEntry
from bot.store.removals import keys_of, pages_of
from bot.store.schema import feed, feed_entry, removed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import datetime

    from sqlalchemy import Connection, RowMapping, Table

    from bot.store.database import Database

_T = TypeVar("_T")
_BATCH = 500
_LEASE = timedelta(minutes=10)


class Feeds:
    """Every method is one transaction."""

    def __init__(self, database: Database) -> None:
        """Keep it in `database`."""
        self._database = database

    def claim(
        self, addresses: Sequence[str], *, now: datetime, limit: int
    ) -> tuple[FeedState, ...]:
        """Take up to `limit` of these feeds that are due, the longest waiting first.

        For ten minutes nobody else is given them; `save` says when they are due again. One that
        is not known yet is due at once, one that is gone never.
        """
        wanted = set(addresses)
        with self._database.writing() as connection:
            if self._database.kind == "postgresql":
                connection.execute(text("LOCK TABLE feed IN SHARE ROW EXCLUSIVE MODE"))
            self._enter(connection, addresses, now)
            due = (
                select(feed)
                .where(feed.c.next_at <= now, feed.c.is_gone.is_(False))
                .order_by(feed.c.next_at, feed.c.address)
            )
            found = (_state(row) for row in connection.execute(due).mappings())
            taken = [state for state in found if state.address in wanted][:limit]
            for part in _parts([state.address for state in taken], _BATCH):
                lease = update(feed).where(feed.c.address.in_(part)).values(next_at=now + _LEASE)
                connection.execute(lease)
        return tuple(taken)

    def save(self, states: Iterable[FeedState], entries: Iterable[SeenEntry]) -> None:
        """Keep these states and entries in the place of what was known of them."""
        with self._database.writing() as connection:
            self._replace(connection, feed, ["address"], [asdict(one) for one in states])
            rows = [asdict(one) for one in entries]
            self._replace(connection, feed_entry, ["feed", "key"], rows)

    def states(self) -> Mapping[str, FeedState]:
        """What is known of each feed, by its address."""
        with self._database.reading() as connection:
            rows = connection.execute(select(feed)).mappings()
            return {row["address"]: _state(row) for row in rows}

    def seen(self, address: str, keys: Iterable[str]) -> Mapping[str, SeenEntry]:
        """Those of the keys of a feed that were seen."""
        found: dict[str, SeenEntry] = {}
        with self._database.reading() as connection:
            for part in _parts(tuple(keys), _BATCH):
                wanted = select(feed_entry).where(
                    feed_entry.c.feed == address, feed_entry.c.key.in_(part)
                )
                found |= {row["key"]: _entry(row) for row in connection.execute(wanted).mappings()}
        return found

    def same(self, page: str, headline: str) -> tuple[SeenEntry, ...]:
        """The latest entries, of any feed, of whose page or headline an article was made."""
        table = feed_entry.c
        alike = [
            column == value
            for column, value in ((table.page, page), (table.headline, headline))
            if value
        ]
        if not alike:
            return ()
        wanted = (
            select(feed_entry)
            .where(or_(*alike), table.article_id != "")
            .order_by(table.seen_at.desc(), table.feed, table.key)
            .limit(20)
        )
        with self._database.reading() as connection:
            return tuple(_entry(row) for row in connection.execute(wanted).mappings())

    def conditional(
        self, address: str, *, seen_before: datetime, limit: int
    ) -> tuple[SeenEntry, ...]:
        """Entries of a feed whose pages can be asked for changes, and were not lately.

        Those that were asked longest ago come first.
        """
        table = feed_entry.c
        wanted = (
            select(feed_entry)
            .where(
                table.feed == address,
                table.article_id != "",
                or_(table.etag.is_not(None), table.last_modified.is_not(None)),
                table.seen_at <= seen_before,
            )
            .order_by(table.seen_at, table.key)
            .limit(limit)
        )
        with self._database.reading() as connection:
            return tuple(_entry(row) for row in connection.execute(wanted).mappings())

    def keep_entries(self, addresses: Iterable[str], *, now: datetime) -> None:
        """Note once a week that the entries of these feeds are still there, without seeing them.

        Those that left their feed long before it was last seen whole are not meant: of a feed
        that was seen whole within the week nothing is noted, since that noted its entries.
        """
        table = feed_entry.c
        latest = func.max(table.seen_at)
        with self._database.writing() as connection:
            for part in _parts(tuple(addresses), _BATCH):
                lasts = (
                    select(table.feed, latest.label("last"))
                    .where(table.feed.in_(part))
                    .group_by(table.feed)
                    .having(latest < now - STILL_THERE)
                )
                for row in connection.execute(lasts).all():
                    there = (table.feed == row.feed) & (table.seen_at >= row.last - STILL_THERE)
                    connection.execute(update(feed_entry).where(there).values(seen_at=now))

    def tallies(self) -> Mapping[str, Mapping[str, int]]:
        """For each feed, how many entries became articles ("") and how many were skipped why."""
        table = feed_entry.c
        counted = select(table.feed, table.reason, func.count()).group_by(table.feed, table.reason)
        tallies: dict[str, dict[str, int]] = {}
        with self._database.reading() as connection:
            for address, reason, count in connection.execute(counted):
                tallies.setdefault(address, {})[reason] = count
        return tallies

    def make_due(self, addresses: Iterable[str], *, now: datetime) -> None:
        """Have these feeds visited at the next opportunity, also those that were gone."""
        with self._database.writing() as connection:
            for part in _parts(tuple(addresses), _BATCH):
                due = {"next_at": now, "is_gone": False}
                connection.execute(update(feed).where(feed.c.address.in_(part)).values(due))

    def forget(self, addresses: Iterable[str]) -> None:
        """Delete all that is known of these feeds; their articles stay."""
        with self._database.writing() as connection:
            for part in _parts(tuple(addresses), _BATCH):
                connection.execute(delete(feed).where(feed.c.address.in_(part)))
                connection.execute(delete(feed_entry).where(feed_entry.c.feed.in_(part)))

    def forget_before(self, when: datetime) -> int:
        """Delete entries that were last seen in their feed before `when`; how many."""
        with self._database.writing() as connection:
            old = delete(feed_entry).where(feed_entry.c.seen_at < when)
            return connection.execute(old).rowcount

    def is_removed(self, article_id: str, page: str, text: str) -> bool:
        """Whether it is an article that was removed; `text` is the hash of its text."""
        keys = keys_of(article_id, [page], [text])
        with self._database.reading() as connection:
            found = connection.execute(
                select(removed.c.key).where(removed.c.key.in_(keys)).limit(1)
            )
            return found.first() is not None

    def restore(self, article_id: str, page: str, text: str) -> bool:
        """Let it be brought again; whether it was removed before."""
        table, entry = removed.c, feed_entry.c
        with self._database.writing() as connection:
            found = connection.execute(
                select(table.article_id).where(table.key.in_(keys_of(article_id, [page], [text])))
            )
            firsts = found.scalars().all()
            if not firsts:
                return False
            of_it = select(table.key).where(table.article_id.in_(firsts))
            keys = connection.execute(of_it).scalars().all()
            again = update(feed_entry).where(
                entry.page.in_([*pages_of(keys), page]), entry.reason == REMOVED
            )
            connection.execute(again.values(reason=""))
            connection.execute(delete(removed).where(table.article_id.in_(firsts)))
        return True

    def _enter(self, connection: Connection, addresses: Sequence[str], now: datetime) -> None:
        known = set(connection.execute(select(feed.c.address)).scalars())
        rows = [
            asdict(FeedState(address, next_at=now))
            for address in dict.fromkeys(addresses)
            if address not in known
        ]
        if rows:
            connection.execute(self._database.insert(feed).on_conflict_do_nothing(), rows)

    def _replace(
        self,
        connection: Connection,
        table: Table,
        key: list[str],
        rows: Sequence[Mapping[str, object]],
    ) -> None:
        if not rows:
            return
        new = self._database.insert(table)
        columns = {
            column.name: new.excluded[column.name]
            for column in table.columns
            if column.name not in key
        }
        connection.execute(new.on_conflict_do_update(index_elements=key, set_=columns), rows)


def _state(row: RowMapping) -> FeedState:
    return FeedState(**{field.name: row[field.name] for field in fields(FeedState)})


def _entry(row: RowMapping) -> SeenEntry:
    return SeenEntry(**{field.name: row[field.name] for field in fields(SeenEntry)})


def _parts(items: Sequence[_T], size: int) -> Iterator[Sequence[_T]]:
    return (items[start : start + size] for start in range(0, len(items), size))

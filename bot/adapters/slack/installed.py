"""Which workspaces installed the bot: the SDK's stores on our database, with sealed tokens."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from typing import TYPE_CHECKING, TypeVar

from slack_bolt.error import BoltError
from slack_sdk.oauth.installation_store import Bot, Installation
from slack_sdk.oauth.installation_store.async_installation_store import AsyncInstallationStore
from slack_sdk.oauth.installation_store.sqlalchemy import SQLAlchemyInstallationStore
from slack_sdk.oauth.state_store.async_state_store import AsyncOAuthStateStore
from slack_sdk.oauth.state_store.sqlalchemy import SQLAlchemyOAuthStateStore
from sqlalchemy import delete, func, select, update

from bot.adapters.slack.clients import silent_logger
from bot.adapters.slack.sealing import SECRET_COLUMNS
from bot.store.failures import explained
from bot.store.schema import slack_bots, slack_installations, slack_oauth_states

if TYPE_CHECKING:
    from collections.abc import Callable
    from logging import Logger

    from sqlalchemy import MetaData, Table

    from bot.adapters.slack.sealing import Seal
    from bot.store.database import Database

_Kept = TypeVar("_Kept", Bot, Installation)
_T = TypeVar("_T")
STATE_SECONDS = 600


class _Installations(SQLAlchemyInstallationStore):
    """The SDK's store, with the tables of our schema instead of its own."""

    @classmethod
    def build_installations_table(cls, metadata: MetaData, table_name: str) -> Table:  # noqa: ARG003 - the signature is the SDK's
        return slack_installations

    @classmethod
    def build_bots_table(cls, metadata: MetaData, table_name: str) -> Table:  # noqa: ARG003 - the same
        return slack_bots


class _States(SQLAlchemyOAuthStateStore):
    """The same for the states of installations that are under way."""

    @classmethod
    def build_oauth_states_table(cls, metadata: MetaData, table_name: str) -> Table:  # noqa: ARG003 - the same
        return slack_oauth_states


class Installed(AsyncInstallationStore):
    """The installations of one Slack app; its calls run in threads.

    A workspace is known by its own id alone, which is unique: whoever delivers a digest knows no
    organisation. Methods raise StoreUnavailable where the database cannot be used.
    """

    def __init__(self, database: Database, client_id: str, seal: Seal) -> None:
        """Keep them in `database`, their tokens under `seal`."""
        self._database = database
        self._seal = seal
        log = silent_logger()
        self._reading = _Installations(client_id, database.reader, logger=log)
        self._writing = _Installations(client_id, database.writer, logger=log)

    @property
    def logger(self) -> Logger:
        """The SDK asks for one; nothing comes out of it."""
        return silent_logger()

    async def async_save(self, installation: Installation) -> None:
        """Keep what Slack gave for an installation.

        Raises:
            BoltError: it is for a whole organisation, which our manifest does not offer.
        """
        if installation.is_enterprise_install or not installation.team_id:
            reason = "only single workspaces can install the bot"
            raise BoltError(reason)
        sealed = self._sealed(Installation(**installation.to_dict_for_copying()))
        await asyncio.to_thread(self._write, lambda: self._writing.save(sealed))

    async def async_save_bot(self, bot: Bot) -> None:
        """Keep a bot's new tokens."""
        sealed = self._sealed(Bot(**bot.to_dict_for_copying()))
        await asyncio.to_thread(self._write, lambda: self._writing.save_bot(sealed))

    async def async_find_bot(
        self,
        *,
        enterprise_id: str | None,  # noqa: ARG002 - the signature is the SDK's
        team_id: str | None,
        is_enterprise_install: bool | None = False,  # noqa: ARG002 - the same
    ) -> Bot | None:
        """The newest installation of a workspace, its tokens readable.

        Raises:
            SettingsError: no key opens them.
        """
        return await asyncio.to_thread(self._find, team_id or "")

    async def async_delete_all(self, *, enterprise_id: str | None, team_id: str | None) -> None:  # noqa: ARG002 - the same
        """Forget a workspace."""
        await asyncio.to_thread(
            self._write,
            lambda: self._writing.delete_all(enterprise_id=None, team_id=team_id),
        )

    def list_all(self) -> tuple[Bot, ...]:
        """The newest installation of each workspace, by the ids of these, tokens readable.

        Raises:
            SettingsError: no key opens one of them.
        """
        column = slack_bots.c.team_id
        with self._database.reading() as connection:
            teams = connection.execute(select(column).distinct().order_by(column)).scalars().all()
        found = (self._find(team) for team in teams)
        return tuple(bot for bot in found if bot is not None)

    def renew(self) -> int:
        """Encrypt all tokens with the first key; how many workspaces there are.

        Raises:
            SettingsError: no key opens one of them.
        """
        with self._database.writing() as connection:
            for table in (slack_bots, slack_installations):
                for row in connection.execute(select(table)).mappings().all():
                    renewed = self._seal.renew({name: row[name] for name in _secrets_of(table)})
                    if renewed:
                        mine = update(table).where(table.c.id == row["id"])
                        connection.execute(mine.values(**renewed))
            teams = select(func.count(slack_bots.c.team_id.distinct()))
            return int(connection.execute(teams).scalar_one())

    def _find(self, team: str) -> Bot | None:
        with explained(self._database.where):
            bot = self._reading.find_bot(enterprise_id=None, team_id=team)
        return None if bot is None else self._opened(bot)

    def _write(self, work: Callable[[], None]) -> None:
        _write(self._database, work)

    def _sealed(self, kept: _Kept) -> _Kept:
        kept.enterprise_id = None
        return _changed(kept, self._seal.close)

    def _opened(self, kept: _Kept) -> _Kept:
        return _changed(kept, self._seal.open)


class States(AsyncOAuthStateStore):
    """The states of installations that are under way, each good once and for ten minutes."""

    def __init__(self, database: Database) -> None:
        """Keep them in `database`."""
        self._database = database
        self._states = _States(STATE_SECONDS, database.writer, logger=silent_logger())

    @property
    def logger(self) -> Logger:
        """The SDK asks for one; nothing comes out of it."""
        return silent_logger()

    async def async_issue(self, *_: object, **__: object) -> str:
        """A new state; those that ran out are forgotten."""
        await asyncio.to_thread(self._forget_old)
        return await asyncio.to_thread(_write, self._database, self._states.issue)

    async def async_consume(self, state: str) -> bool:
        """Whether the state was given out and not used yet."""
        return await asyncio.to_thread(_write, self._database, lambda: self._states.consume(state))

    def _forget_old(self) -> None:
        with self._database.writing() as connection:
            old = slack_oauth_states.c.expire_at < datetime.now(UTC)
            connection.execute(delete(slack_oauth_states).where(old))


def _write(database: Database, work: Callable[[], _T]) -> _T:
    """The SDK begins its transactions itself; in SQLite threads take turns at writing."""
    with database.turns, explained(database.where):
        return work()


def _changed(kept: _Kept, change: Callable[[str], str]) -> _Kept:
    for name in SECRET_COLUMNS:
        value = getattr(kept, name, None)
        if value:
            setattr(kept, name, change(value))
    return kept


def _secrets_of(table: Table) -> list[str]:
    return [column.name for column in table.columns if column.name in SECRET_COLUMNS]

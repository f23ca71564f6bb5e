"""Between Slack and the desk: asks in a thread, shows the answer, and says so when it fails."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.adapters.slack.verdicts import SPEAKING_FAILS
from bot.desk.excuses import excuse
from bot.dialogue.requests import AddLink, Follow, Pause, PlanDigest, Resume, Stop, Unfollow

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Coroutine
    from typing import Any

    from slack_sdk.web.async_client import AsyncWebClient

    from bot.adapters.slack.config import SlackConfig
    from bot.adapters.slack.heard import Where
    from bot.adapters.slack.outlets import Outlet
    from bot.adapters.slack.people import People
    from bot.desk.desk import Desk
    from bot.desk.people import Asker
    from bot.desk.replies import Reply
    from bot.dialogue.requests import Request

_logger = logging.getLogger(__name__)
_NEEDS_RIGHTS = (AddLink, PlanDigest, Follow, Unfollow, Pause, Resume, Stop)


async def _stay(at: float) -> None:
    del at
    _logger.warning("Slack: the app was removed from the workspace or its token was revoked")


@dataclass(slots=True)
class Front:
    """What every handler works with. One per workspace, all on one event loop.

    `leave` is called when the workspace removes the bot, with the moment at which it did so.
    """

    desk: Desk
    people: People
    client: AsyncWebClient
    config: SlackConfig
    me: str = ""
    running: set[asyncio.Task[Any]] = field(default_factory=set)
    leave: Callable[[float], Awaitable[None]] = _stay

    async def serve(
        self,
        outlet: Outlet,
        where: Where,
        ask: Callable[[Asker], Reply],
        *,
        fresh: bool = False,
    ) -> None:
        """Show what `ask` gives, which is called in a thread. Whatever fails is said, with an id.

        `fresh`: rights are asked of Slack anew.
        """

        async def answer() -> None:
            asker = await self.people.asker(where, fresh=fresh)
            reply = await self._ask(outlet, asker, ask)
            await outlet.show(reply.parts, asker.language)

        await self.guard(outlet, where, answer())

    async def guard(self, outlet: Outlet, where: Where, work: Coroutine[Any, Any, None]) -> None:
        """Do `work`, which is waited for when the service stops; if it fails, say so."""
        task = asyncio.ensure_future(work)
        self.running.add(task)
        try:
            await task
        except Exception as error:  # noqa: BLE001 - logged with its traceback there
            await self._apologise(outlet, where, error)
        finally:
            self.running.discard(task)

    async def _ask(self, outlet: Outlet, asker: Asker, ask: Callable[[Asker], Reply]) -> Reply:
        """Ask in a thread; whoever has to wait long is told so once."""
        asking = asyncio.ensure_future(asyncio.to_thread(ask, asker))
        done, _ = await asyncio.wait({asking}, timeout=self.config.patience)
        if not done:
            await _quietly(outlet.show(self.desk.say("takes_longer", asker).parts, asker.language))
        return await asking

    async def _apologise(self, outlet: Outlet, where: Where, error: Exception) -> None:
        asker = self.people.stranger(where)
        said = excuse(self.desk, asker, error)
        await _quietly(outlet.show(said.parts, asker.language))


def needs_rights(request: Request) -> bool:
    """Whether what is asked for depends on what this person may do."""
    return isinstance(request, _NEEDS_RIGHTS)


async def _quietly(saying: Awaitable[None]) -> None:
    """What would be nice to say, but is not worth failing for."""
    try:
        await saying
    except SPEAKING_FAILS as error:
        _logger.warning("Slack did not take a message (%s)", type(error).__name__)

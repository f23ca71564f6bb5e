"""The delivery port for Slack: a sender's thread waits for what the event loop of the service does.

Every post carries the delivery's id as metadata, by which it is found again.
"""

from __future__ import annotations

import asyncio
import logging
import time
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from threading import Lock
from typing import TYPE_CHECKING, Any, TypeVar

from slack_sdk.errors import SlackApiError

from bot.adapters.slack.clients import REQUEST_SECONDS
from bot.adapters.slack.mrkdwn import bold, plain
from bot.adapters.slack.posting import Poster
from bot.adapters.slack.verdicts import SPEAKING_FAILS, judge, name_of, unposted, wait_of
from bot.adapters.slack.words import WORDS
from bot.delivery.port import Ambiguous, CannotLook, Refused, RetryAfter, Sent
from bot.dialogue.labels import labels_for
from bot.errors import BriefingError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Coroutine

    from slack_sdk.web.async_client import AsyncWebClient

    from bot.core.ledger import Claimed, Wish
    from bot.core.models import Language
    from bot.delivery.port import SendResult

    ClientOf = Callable[[str], Awaitable[AsyncWebClient]]

_logger = logging.getLogger(__name__)
_T = TypeVar("_T")
# About one message a second and channel: https://docs.slack.dev/apis/web-api/rate-limits
_CARD_PAUSE = 1.1
# A look goes through several pages; the cards of a digest take a second each.
_LOOK_SECONDS = 3 * REQUEST_SECONDS
_FINISH_SECONDS = 120
# A card that met a dropped connection or an error of the server is tried again so often in all.
_FINISH_TRIES = 3
_FAILS = (*SPEAKING_FAILS, BriefingError)
_NOT_CONNECTED = "Slack is not connected"


@dataclass(frozen=True, slots=True)
class _Line:
    """How workspaces are reached; `client_of` gives a token that is valid for a while."""

    loop: asyncio.AbstractEventLoop
    client_of: ClientOf
    site_of: Callable[[str], str]


class SlackPlatform:
    """Fulfils `bot.delivery.port.Platform` from `connect` on; before, nothing is sent."""

    name = "slack"
    request_limit = timedelta(seconds=REQUEST_SECONDS)

    def __init__(
        self,
        *,
        card_pause: float = _CARD_PAUSE,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        """`card_pause`: seconds between two cards in a thread; `monotonic` counts seconds."""
        self._card_pause = card_pause
        self._monotonic = monotonic
        self._line: _Line | None = None
        self._lock = Lock()
        self._free_at: dict[str, float] = {}
        self._fresh: set[str] = set()

    def connect(self, client: AsyncWebClient, site: str) -> None:
        """Post with `client` on the running loop. `site` is the address of the workspace."""

        async def same(_: str) -> AsyncWebClient:
            return client

        self.connect_many(same, lambda _: site)

    def connect_many(self, client_of: ClientOf, site_of: Callable[[str], str]) -> None:
        """Post on the running loop with the client that `client_of` gives for a workspace.

        It raises NotInstalled or what speaking to Slack raises; `site_of` gives the workspace's
        address, or nothing while that is not known.
        """
        self._line = _Line(asyncio.get_running_loop(), client_of, site_of)

    def disconnect(self) -> None:
        """Send nothing more."""
        self._line = None

    def send(self, claimed: Claimed, payload: str, *, still_mine: Callable[[], bool]) -> SendResult:
        """Post the parent message; a later edition edits the one that stands there."""
        line, team = self._line, claimed.subscription.wish.workspace
        if line is None:
            return Refused(_NOT_CONNECTED, permanent=False)
        wait = self._free_at.get(team, 0.0) - self._monotonic()
        if wait > 0:
            return RetryAfter(wait, scope="workspace")
        try:
            work = self._post(line, claimed, payload, still_mine)
            result = self._run(line, work, REQUEST_SECONDS)
        except TimeoutError:
            return Ambiguous("no answer in time")
        if isinstance(result, RetryAfter):
            self.hold(team, result.seconds)
        if isinstance(result, Sent) and claimed.delivery.edition == 1:
            with self._lock:
                self._fresh.add(claimed.delivery.public_id)
        return result

    def hold(self, team: str, seconds: float) -> None:
        """Have all senders of the workspace leave it alone for so long; any thread may call."""
        with self._lock:
            until = max(self._free_at.get(team, 0.0), self._monotonic() + seconds)
            self._free_at[team] = until

    def find(self, claimed: Claimed) -> str | None:
        """The parent message with this delivery's id, from the channel's history."""
        line, team = self._line, claimed.subscription.wish.workspace
        if line is None:
            raise CannotLook(_NOT_CONNECTED, forever=False)

        async def look() -> str | None:
            return await (await self._poster(line, team)).look(claimed)

        try:
            return self._run(line, look(), _LOOK_SECONDS)
        except _FAILS as error:
            self._obey(team, error)
            verdict = judge(error)
            forever = isinstance(verdict, Refused) and verdict.permanent
            raise CannotLook(name_of(error), forever=forever) from error

    def finish(
        self, claimed: Claimed, payload: str, message_ref: str, *, still_mine: Callable[[], bool]
    ) -> None:
        """Post the cards into the thread, edit those of an earlier edition, drop what is too many.

        The thread is looked at first, unless this process has just posted its parent; where a
        card may be there or not it is looked at again. What Slack does not take is logged; the
        parent stands.
        """
        line, name = self._line, claimed.delivery.public_id
        team = claimed.subscription.wish.workspace
        if line is None:
            return
        with self._lock:
            fresh = name in self._fresh
            self._fresh.discard(name)

        async def complete(*, fresh: bool) -> None:
            poster = await self._poster(line, team)
            await poster.finish(claimed, payload, message_ref, still_mine, fresh=fresh)

        for attempt in range(_FINISH_TRIES):
            try:
                self._run(line, complete(fresh=fresh and attempt == 0), _FINISH_SECONDS)
            except (*_FAILS, ValueError) as error:
                self._obey(team, error)
                _logger.warning("%s: its cards are not complete (%s)", name, type(error).__name__)
                if not (isinstance(judge(error), Ambiguous) and still_mine()):
                    return
            else:
                return

    def tell_owner(self, wish: Wish, reason: str) -> None:
        """One direct message to whoever planned the digest."""
        line = self._line
        if line is None or not wish.owner:
            return
        text = paused_text(wish.channel, reason, wish.language)

        async def tell() -> None:
            client = await line.client_of(wish.workspace)
            await client.chat_postMessage(
                channel=wish.owner, text=text, unfurl_links=False, unfurl_media=False
            )

        try:
            self._run(line, tell(), REQUEST_SECONDS)
        except _FAILS as error:
            _logger.warning("the owner of a digest was not told (%s)", type(error).__name__)

    def permalink(self, workspace: str, channel: str, message_ref: str) -> str | None:
        """The address of a message of ours; None while the workspace is not connected."""
        site = self._line.site_of(workspace) if self._line else ""
        if not site:
            return None
        return f"{site.rstrip('/')}/archives/{channel}/p{message_ref.replace('.', '')}"

    async def _post(
        self, line: _Line, claimed: Claimed, payload: str, still_mine: Callable[[], bool]
    ) -> SendResult:
        try:
            poster = await self._poster(line, claimed.subscription.wish.workspace)
        except _FAILS as error:
            return unposted(judge(error))
        return await poster.post(claimed, payload, still_mine)

    async def _poster(self, line: _Line, team: str) -> Poster:
        return Poster(await line.client_of(team), self._card_pause, partial(self.hold, team))

    def _run(self, line: _Line, work: Coroutine[Any, Any, _T], seconds: float) -> _T:
        """The result of `work` on the loop.

        Raises:
            TimeoutError: it took longer than `seconds`; it was cancelled then.
        """

        async def bounded() -> _T:
            async with asyncio.timeout(seconds):
                return await work

        return asyncio.run_coroutine_threadsafe(bounded(), line.loop).result(timeout=seconds + 5)

    def _obey(self, team: str, error: Exception) -> None:
        if isinstance(error, SlackApiError):
            self.hold(team, wait_of(error) or 0.0)


def paused_text(channel: str, reason: str, language: Language) -> str:
    """Why a digest does not come any more, and what helps."""
    words = WORDS[language]
    where = f"<#{channel}>" if channel[:1] in {"C", "G"} else "Slack"
    title = bold(words.paused_title).replace("{channel}", where)
    why = plain(words.paused_why.format(reason=labels_for(language).why(reason)))
    return f"{title}\n{why}"

"""The delivery port for Slack: a sender's thread waits for what the event loop of the service does.

Every post carries the delivery's id as metadata, by which it is found again.
"""

from __future__ import annotations

import asyncio
import logging
import time
from dataclasses import dataclass
from datetime import timedelta
from threading import Lock
from typing import TYPE_CHECKING, Any, TypeVar

from slack_sdk.errors import SlackApiError

from bot.adapters.slack.clients import REQUEST_SECONDS
from bot.adapters.slack.mrkdwn import bold, plain
from bot.adapters.slack.posting import Poster
from bot.adapters.slack.verdicts import SPEAKING_FAILS, code_of, explain, judge, wait_of
from bot.adapters.slack.words import WORDS
from bot.delivery.port import Ambiguous, CannotLook, Refused, RetryAfter, Sent

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from slack_sdk.web.async_client import AsyncWebClient

    from bot.core.ledger import Claimed, Wish
    from bot.core.models import Language
    from bot.delivery.port import SendResult

_logger = logging.getLogger(__name__)
_T = TypeVar("_T")
# About one message a second and channel: https://docs.slack.dev/apis/web-api/rate-limits
_CARD_PAUSE = 1.1
# A look goes through several pages; the cards of a digest take a second each.
_LOOK_SECONDS = 3 * REQUEST_SECONDS
_FINISH_SECONDS = 120
_NOT_CONNECTED = "Slack is not connected"


@dataclass(frozen=True, slots=True)
class _Line:
    """What a connected workspace is reached by."""

    poster: Poster
    loop: asyncio.AbstractEventLoop
    site: str


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
        self._free_at = 0.0
        self._fresh: set[str] = set()

    def connect(self, client: AsyncWebClient, site: str) -> None:
        """Post with `client` on the running loop. `site` is the address of the workspace."""
        poster = Poster(client, self._card_pause)
        self._line = _Line(poster, asyncio.get_running_loop(), site)

    def disconnect(self) -> None:
        """Send nothing more."""
        self._line = None

    def send(self, claimed: Claimed, payload: str, *, still_mine: Callable[[], bool]) -> SendResult:
        """Post the parent message; a later edition edits the one that stands there."""
        line, wait = self._line, self._free_at - self._monotonic()
        if line is None:
            return Refused(_NOT_CONNECTED, permanent=False)
        if wait > 0:
            return RetryAfter(wait, scope="workspace")
        try:
            result = self._run(
                line, line.poster.post(claimed, payload, still_mine), REQUEST_SECONDS
            )
        except TimeoutError:
            return Ambiguous("no answer in time")
        if isinstance(result, RetryAfter):
            self._hold(result.seconds)
        if isinstance(result, Sent) and claimed.delivery.edition == 1:
            with self._lock:
                self._fresh.add(claimed.delivery.public_id)
        return result

    def find(self, claimed: Claimed) -> str | None:
        """The parent message with this delivery's id, from the channel's history."""
        line = self._line
        if line is None:
            raise CannotLook(_NOT_CONNECTED, forever=False)
        try:
            return self._run(line, line.poster.look(claimed), _LOOK_SECONDS)
        except SlackApiError as error:
            self._hold(wait_of(error) or 0.0)
            verdict = judge(error)
            forever = isinstance(verdict, Refused) and verdict.permanent
            raise CannotLook(code_of(error) or "no answer", forever=forever) from error
        except SPEAKING_FAILS as error:
            raise CannotLook(type(error).__name__, forever=False) from error

    def finish(
        self, claimed: Claimed, payload: str, message_ref: str, *, still_mine: Callable[[], bool]
    ) -> None:
        """Post the cards into the thread, edit those of an earlier edition, drop what is too many.

        The thread is looked at first, unless this process has just posted its parent. What
        Slack does not take is logged; the parent stands.
        """
        line, name = self._line, claimed.delivery.public_id
        if line is None:
            return
        with self._lock:
            fresh = name in self._fresh
            self._fresh.discard(name)
        work = line.poster.finish(claimed, payload, message_ref, still_mine, fresh=fresh)
        try:
            self._run(line, work, _FINISH_SECONDS)
        except (*SPEAKING_FAILS, ValueError) as error:
            if isinstance(error, SlackApiError):
                self._hold(wait_of(error) or 0.0)
            _logger.warning("%s: its cards are not complete (%s)", name, type(error).__name__)

    def tell_owner(self, wish: Wish, reason: str) -> None:
        """One direct message to whoever planned the digest."""
        line = self._line
        if line is None or not wish.owner:
            return
        text = paused_text(wish.channel, reason, wish.language)
        sending = line.poster.client.chat_postMessage(
            channel=wish.owner, text=text, unfurl_links=False, unfurl_media=False
        )
        try:
            self._run(line, sending, REQUEST_SECONDS)
        except SPEAKING_FAILS as error:
            _logger.warning("the owner of a digest was not told (%s)", type(error).__name__)

    def permalink(self, channel: str, message_ref: str) -> str | None:
        """The address of a message of ours; None while nothing is connected."""
        line = self._line
        if line is None or not line.site:
            return None
        return f"{line.site.rstrip('/')}/archives/{channel}/p{message_ref.replace('.', '')}"

    def _run(self, line: _Line, work: Coroutine[Any, Any, _T], seconds: float) -> _T:
        """The result of `work` on the loop.

        Raises:
            TimeoutError: it took longer than `seconds`; it was cancelled then.
        """

        async def bounded() -> _T:
            async with asyncio.timeout(seconds):
                return await work

        return asyncio.run_coroutine_threadsafe(bounded(), line.loop).result(timeout=seconds + 5)

    def _hold(self, seconds: float) -> None:
        """All senders of the workspace leave it alone for so long."""
        with self._lock:
            self._free_at = max(self._free_at, self._monotonic() + seconds)


def paused_text(channel: str, reason: str, language: Language) -> str:
    """Why a digest does not come any more, and what helps."""
    words = WORDS[language]
    where = f"<#{channel}>" if channel[:1] in {"C", "G"} else "Slack"
    title = bold(words.paused_title).replace("{channel}", where)
    why = plain(words.paused_why.format(reason=explain(reason, language)))
    return f"{title}\n{why}"

"""The digest on Discord: one message or forum post, found again by its number, its cards below.

Every method is called by sender threads. A message is called "channel/message".
"""

from __future__ import annotations

import hashlib
import logging
import time
from datetime import timedelta
from itertools import count
from typing import TYPE_CHECKING, Any

from bot.adapters.discord.askers import NO_SERVER
from bot.adapters.discord.exchange import REQUEST_SECONDS, Answer, Broken, NotWritten
from bot.adapters.discord.limits import NONCE, THREAD_NAME
from bot.adapters.discord.render import render_part
from bot.adapters.discord.restraint import Restraint
from bot.adapters.discord.threads import Thread
from bot.adapters.discord.verdicts import UNKNOWN_CHANNEL, UNKNOWN_MESSAGE, judge
from bot.adapters.discord.wording import words_for
from bot.delivery.port import Ambiguous, CannotLook, Refused, RetryAfter
from bot.delivery.rendering import payload_parts
from bot.dialogue.labels import labels_for
from bot.dialogue.viewer import Viewer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bot.adapters.discord.exchange import Exchange
    from bot.adapters.discord.render import Message
    from bot.core.ledger import Claimed, Wish
    from bot.delivery.port import SendResult
    from bot.dialogue.buttons import Part

_logger = logging.getLogger(__name__)
_COMPONENTS_V2 = 1 << 15
_NO_PINGS: dict[str, list[str]] = {"parse": []}
_PAGE = 100
_MOST_PAGES = 30
# Discord's clock and ours may differ by so much.
_CLOCK_SKEW = timedelta(minutes=10)
# Snowflakes count milliseconds from here, above 22 bits of something else.
_EPOCH_MS = 1_420_070_400_000
_FORBIDDEN = 403
_NOT_FOUND = 404


class DiscordPlatform:
    """Fulfils `bot.delivery.port.Platform`."""

    name = "discord"
    request_limit = timedelta(seconds=REQUEST_SECONDS)

    def __init__(
        self,
        exchange: Exchange,
        *,
        is_forum: Callable[[int], bool],
        clock: Callable[[], float] = time.monotonic,
        pause: Callable[[float], None] = time.sleep,
    ) -> None:
        """Speak by `exchange`. `is_forum` knows channels; `pause` waits for so many seconds."""
        self._exchange = exchange
        self._is_forum = is_forum
        self._restraint = Restraint(clock)
        self._pause = pause

    def send(self, claimed: Claimed, payload: str, *, still_mine: Callable[[], bool]) -> SendResult:
        """Post the parent message, or change the one of an earlier edition."""
        closed = self._restraint.closed_for()
        if closed:
            return RetryAfter(closed, "workspace")
        message = _parent(claimed, payload)
        earlier = claimed.delivery.message_ref if claimed.delivery.edition > 1 else ""
        if earlier:
            edited = self._edit(earlier, message, still_mine=still_mine)
            if edited is not None:
                return edited
        return self._post(claimed, message, still_mine=still_mine)

    def find(self, claimed: Claimed) -> str | None:
        """The message with this delivery's number in its foot."""
        channel = claimed.subscription.wish.channel
        wanted = f"{_note(claimed)} "
        if self._is_forum(int(channel)):
            return self._find_post(claimed, wanted)
        for message in self._history(channel, claimed):
            if wanted in _texts(message.get("components")):
                return f"{channel}/{message['id']}"
        return None

    def finish(
        self, claimed: Claimed, payload: str, message_ref: str, *, still_mine: Callable[[], bool]
    ) -> None:
        """Post the cards that are not yet in the thread under the parent."""
        cards = payload_parts(payload)[1:]
        channel, _, message = message_ref.partition("/")
        if not (cards and message):
            return
        thread = Thread(self._ask, self._pause, still_mine)
        bodies = _cards(claimed, cards)
        try:
            if claimed.subscription.wish.workspace == NO_SERVER:
                thread.fill_below(channel, message, bodies)
                return
            thread.fill(
                channel,
                message,
                name=_title(claimed),
                cards=bodies,
                renew=claimed.delivery.edition > 1,
            )
        except (NotWritten, Broken) as error:
            _logger.warning("the cards of %s: %s", claimed.delivery.public_id, error)

    def tell_owner(self, wish: Wish, reason: str) -> None:
        """Tell whoever planned the digest, in a direct message, that it is paused and why."""
        if not wish.owner.isdigit():
            return
        words = words_for(wish.language)
        said = labels_for(wish.language).why(reason)
        text = words.paused_for_owner.format(channel=f"<#{wish.channel}>", reason=said)
        try:
            opened = self._ask("POST", "/users/@me/channels", {"recipient_id": wish.owner})
            direct = opened.body.get("id") if isinstance(opened.body, dict) else None
            if direct:
                told = {"content": text, "allowed_mentions": _NO_PINGS}
                opened = self._ask("POST", f"/channels/{direct}/messages", told)
        except (NotWritten, Broken) as error:
            _logger.warning("the owner could not be told: %s", error)
            return
        if opened.status >= 400:  # noqa: PLR2004 - HTTP
            _logger.warning("the owner could not be told: code %s", opened.code)

    def _post(
        self, claimed: Claimed, message: Message, *, still_mine: Callable[[], bool]
    ) -> SendResult:
        channel = claimed.subscription.wish.channel
        nonce = claimed.delivery.public_id[:NONCE]
        forum = channel.isdigit() and self._is_forum(int(channel))
        path, body = f"/channels/{channel}/messages", _body(message, nonce=nonce)
        if forum:
            first = {name: body[name] for name in ("components", "flags", "allowed_mentions")}
            path, body = f"/channels/{channel}/threads", {"name": _title(claimed), "message": first}
        if not channel.isdigit():
            return Refused("unknown_channel", permanent=True)
        answer = self._write("POST", path, body, still_mine=still_mine)
        if not isinstance(answer, Answer):
            return answer
        made = str(answer.body.get("id", "")) if isinstance(answer.body, dict) else ""
        return judge(answer, f"{made if forum else channel}/{made}")

    def _edit(
        self, reference: str, message: Message, *, still_mine: Callable[[], bool]
    ) -> SendResult | None:
        """What became of the change; None if the message is gone and must be posted anew."""
        channel, _, number = reference.partition("/")
        body = {"components": message.components(), "allowed_mentions": _NO_PINGS}
        path = f"/channels/{channel}/messages/{number}"
        answer = self._write("PATCH", path, body, still_mine=still_mine)
        if not isinstance(answer, Answer):
            return answer
        if answer.code in {UNKNOWN_MESSAGE, UNKNOWN_CHANNEL}:
            return None
        return judge(answer, reference)

    def _write(
        self, method: str, path: str, body: object, *, still_mine: Callable[[], bool]
    ) -> Answer | SendResult:
        try:
            return self._ask(method, path, body, may_write=still_mine)
        except NotWritten as error:
            return Refused(str(error), permanent=False)
        except Broken as error:
            return Ambiguous(str(error))

    def _ask(
        self,
        method: str,
        path: str,
        body: object = None,
        *,
        may_write: Callable[[], bool] = lambda: True,
    ) -> Answer:
        wait = self._restraint.turn()
        if wait:
            self._pause(wait)
        answer = self._exchange(method, path, body, may_write=may_write)
        self._restraint.note(answer)
        return answer

    def _history(self, channel: str, claimed: Claimed) -> Iterator[dict[str, Any]]:
        """Messages from shortly before the digest was due, oldest first.

        Raises:
            CannotLook: they cannot be read.
        """
        after = _snowflake(claimed)
        for _ in range(_MOST_PAGES):
            page = self._look(f"/channels/{channel}/messages?limit={_PAGE}&after={after}")
            messages = sorted(page, key=lambda one: int(one["id"])) if page else []
            yield from messages
            if len(messages) < _PAGE:
                return
            after = int(messages[-1]["id"])
        reason = "too much was written since"
        raise CannotLook(reason, forever=False)

    def _find_post(self, claimed: Claimed, wanted: str) -> str | None:
        """The forum post: among the active threads of the server, then the archived ones."""
        wish = claimed.subscription.wish
        active = self._look(f"/guilds/{wish.workspace}/threads/active").get("threads", [])
        archived = self._look(f"/channels/{wish.channel}/threads/archived/public?limit={_PAGE}")
        earliest = _snowflake(claimed)
        for thread in (*active, *archived.get("threads", [])):
            if str(thread.get("parent_id")) != wish.channel or int(thread["id"]) < earliest:
                continue
            first = self._look(f"/channels/{thread['id']}/messages?limit=1&after=0")
            if any(wanted in _texts(message.get("components")) for message in first):
                return f"{thread['id']}/{thread['id']}"
        return None

    def _look(self, path: str) -> Any:  # noqa: ANN401 - JSON of Discord
        try:
            answer = self._ask("GET", path)
        except (NotWritten, Broken) as error:
            raise CannotLook(str(error), forever=False) from error
        if answer.status in {_FORBIDDEN, _NOT_FOUND}:
            reason = f"HTTP {answer.status}, code {answer.code}"
            raise CannotLook(reason, forever=bool(answer.code))
        if answer.status >= 400:  # noqa: PLR2004 - HTTP
            reason = f"HTTP {answer.status}"
            raise CannotLook(reason, forever=False)
        return answer.body


def permalink(wish: Wish, message_ref: str) -> str | None:
    """The address of a digest that was posted."""
    channel, _, message = message_ref.partition("/")
    if not message:
        return None
    return f"https://discord.com/channels/{wish.workspace}/{channel}/{message}"


def _parent(claimed: Claimed, payload: str) -> Message:
    part = payload_parts(payload)[0]
    return render_part(part, claimed.subscription.wish.language, note=_note(claimed))[0]


def _cards(claimed: Claimed, parts: tuple[Part, ...]) -> list[list[dict[str, Any]]]:
    """Each card as the bodies of its messages."""
    language = claimed.subscription.wish.language
    numbers = count()
    return [
        [
            _body(message, nonce=_nonce(claimed, next(numbers)))
            for message in render_part(part, language)
        ]
        for part in parts
    ]


def _note(claimed: Claimed) -> str:
    words = words_for(claimed.subscription.wish.language)
    return words.digest_note.format(id=claimed.delivery.public_id)


def _title(claimed: Claimed) -> str:
    wish = claimed.subscription.wish
    day = Viewer(language=wish.language, zone=wish.zone).long_day(claimed.delivery.local_date)
    return words_for(wish.language).thread_name.format(day=day)[:THREAD_NAME]


def _body(message: Message, *, nonce: str) -> dict[str, Any]:
    return {
        "components": message.components(),
        "flags": _COMPONENTS_V2,
        "nonce": nonce,
        "enforce_nonce": True,
        "allowed_mentions": _NO_PINGS,
    }


def _nonce(claimed: Claimed, number: int) -> str:
    """As short as Discord wants it, and the same for the same card of the same edition."""
    named = f"{claimed.delivery.public_id}/{number}"
    return hashlib.sha256(named.encode()).hexdigest()[:NONCE]


def _snowflake(claimed: Claimed) -> int:
    """A number below those of all messages since shortly before the digest was due."""
    moment = claimed.delivery.due_at - _CLOCK_SKEW
    return max(0, int(moment.timestamp() * 1000) - _EPOCH_MS) << 22


def _texts(component: Any) -> str:  # noqa: ANN401 - JSON of Discord
    """All texts of a message's components, each ending in a space."""
    if component is None:
        return ""
    if isinstance(component, list):
        return "".join(_texts(one) for one in component)
    own = f"{component.get('content') or ''} "
    return own + _texts(component.get("components"))

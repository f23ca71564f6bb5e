"""The cards of a digest in the thread under it: posted once each, renewed on a re-run."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any, Protocol

from bot.adapters.discord.verdicts import THREAD_EXISTS, pause_after, wait_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.adapters.discord.exchange import Answer

_logger = logging.getLogger(__name__)
_A_DAY = 1440
_PAGE = 100
_TOO_MANY = 429
_REFUSED = 400
# A wait that a lease can bear; longer ones leave the rest to nobody, and the log says so.
_LONGEST_WAIT = 8.0
_TRIES = 3
_CONTAINER = 17


class Ask(Protocol):
    """One request and its answer."""

    def __call__(self, method: str, path: str, body: object = None, /) -> Answer:
        """The answer to the request."""


class Thread:
    """Fills one thread while the lease lasts."""

    def __init__(
        self, ask: Ask, pause: Callable[[float], None], still_mine: Callable[[], bool]
    ) -> None:
        """Go on only while `still_mine` says so."""
        self._ask = ask
        self._pause = pause
        self._still_mine = still_mine

    def fill(
        self,
        channel: str,
        message: str,
        *,
        name: str,
        cards: Sequence[Sequence[dict[str, Any]]],
        renew: bool,
    ) -> None:
        """Make the thread if it is not there, and post each card that is not in it.

        A card is the bodies of one or two messages, the last of which has its buttons.
        A thread under a message has the message's id; a forum post is a thread already. With
        `renew` what stands there is changed instead, and what is too many is deleted.
        """
        standing = self._open(channel, message, name)
        if standing is None:
            return
        if renew:
            self._renew(message, standing, [body for card in cards for body in card])
            return
        self._post_missing(message, cards, standing)

    def fill_below(
        self, channel: str, message: str, cards: Sequence[Sequence[dict[str, Any]]]
    ) -> None:
        """Post below the message each card that does not stand there, where there are no threads.

        What stands there is never changed: answers to what was asked meanwhile may be among it.
        """
        self._post_missing(channel, cards, self._drawn(channel, after=message))

    def _post_missing(
        self,
        place: str,
        cards: Sequence[Sequence[dict[str, Any]]],
        standing: list[dict[str, Any]] | None,
    ) -> None:
        """Post each card that is not among our messages; nothing if these are not known."""
        if standing is None:
            return
        there = {key for one in standing for key in _keys(one)}
        for body in (body for card in cards if not _keys(card[-1]) & there for body in card):
            if self._patiently("POST", f"/channels/{place}/messages", body) is None:
                return

    def _open(self, channel: str, message: str, name: str) -> list[dict[str, Any]] | None:
        """Our messages in the thread, oldest first; None if there is none and can be none."""
        if channel != message:
            made = self._patiently(
                "POST",
                f"/channels/{channel}/messages/{message}/threads",
                {"name": name, "auto_archive_duration": _A_DAY},
            )
            if made is None:
                return None
            if made.code != THREAD_EXISTS:
                return []
        return self._drawn(message)

    def _drawn(self, place: str, *, after: str = "") -> list[dict[str, Any]] | None:
        """Our messages there, oldest first; None if they cannot be read."""
        beyond = f"&after={after}" if after else ""
        there = self._patiently("GET", f"/channels/{place}/messages?limit={_PAGE}{beyond}")
        if there is None or not isinstance(there.body, list):
            return None
        ours = [one for one in there.body if _is_drawn(one)]
        return sorted(ours, key=lambda one: int(one["id"]))

    def _renew(
        self, thread: str, standing: list[dict[str, Any]], bodies: Sequence[dict[str, Any]]
    ) -> None:
        for number, body in enumerate(bodies):
            if number < len(standing):
                path = f"/channels/{thread}/messages/{standing[number]['id']}"
                changed = {key: body[key] for key in ("components", "allowed_mentions")}
                done = self._patiently("PATCH", path, changed)
            else:
                done = self._patiently("POST", f"/channels/{thread}/messages", body)
            if done is None:
                return
        for old in standing[len(bodies) :]:
            self._patiently("DELETE", f"/channels/{thread}/messages/{old['id']}")

    def _patiently(self, method: str, path: str, body: object = None) -> Answer | None:
        """The answer, after waits that Discord asks for; None if it is to be left."""
        for _ in range(_TRIES):
            if not self._still_mine():
                return None
            answer = self._ask(method, path, body)
            if answer.status == _TOO_MANY:
                wait = wait_of(answer)
                if wait > _LONGEST_WAIT:
                    break
                self._pause(wait)
                continue
            if answer.status < _REFUSED or answer.code == THREAD_EXISTS:
                wait = pause_after(answer)
                if 0 < wait <= _LONGEST_WAIT:
                    self._pause(wait)
                return answer
            break
        _logger.warning("a card was refused (HTTP %s, code %s)", answer.status, answer.code)
        return None


def _keys(message: Any) -> frozenset[str]:  # noqa: ANN401 - JSON of Discord
    """The ids of the buttons, which name the card; none for what is no card of ours."""
    found = {str(message["custom_id"])} if "custom_id" in message else set()
    for inner in message.get("components") or []:
        found |= _keys(inner)
    return frozenset(found)


def _is_drawn(message: Any) -> bool:  # noqa: ANN401 - JSON of Discord
    """Whether the message is one of our drawings, which people cannot write."""
    return any(one.get("type") == _CONTAINER for one in message.get("components") or [])

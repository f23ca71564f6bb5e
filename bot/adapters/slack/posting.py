"""Posts digests on the event loop: the parent, its cards in the thread, and looks for both."""

from __future__ import annotations

import asyncio
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import aiohttp
from slack_sdk.errors import SlackApiError

from bot.adapters.slack.render import render_part
from bot.adapters.slack.verdicts import SPEAKING_FAILS, code_of, judge, wait_of
from bot.delivery.port import Refused, Sent
from bot.delivery.rendering import payload_parts

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from slack_sdk.web.async_client import AsyncWebClient

    from bot.adapters.slack.render import Message
    from bot.core.ledger import Claimed
    from bot.delivery.port import SendResult

    StillMine = Callable[[], bool]

DIGEST, CARD = "morgenlage_digest", "morgenlage_card"
# The message that is to be edited is not there any more, or cannot be edited.
_GONE = frozenset({"message_not_found", "cant_update_message", "edit_window_closed"})
# A digest cannot stand in the channel before it was due; clocks may differ by so much.
_SKEW = timedelta(minutes=10)
_PAGE, _MOST_PAGES = 200, 20
# A card that must wait longer is left to whoever looks at the thread next.
_LONGEST_WAIT = 30.0
_OUT_OF_LEASE = Refused("the lease ran out", permanent=False)
_last_look: ContextVar[StillMine | None] = ContextVar("last_look", default=None)


class _LeaseGone(Exception):
    """The last look before the request was written said that the delivery is not ours."""


@dataclass(frozen=True, slots=True)
class Card:
    """A card that stands in a thread, and the id of the delivery that it was made for."""

    ts: str
    delivery: str


@dataclass(frozen=True, slots=True)
class Poster:
    """Works with one workspace's client. `card_pause`: seconds between two posts in a channel.

    `hold` is told for how many seconds Slack wants to be left alone by all of the workspace.
    """

    client: AsyncWebClient
    card_pause: float
    hold: Callable[[float], None]

    async def post(self, claimed: Claimed, payload: str, still_mine: StillMine) -> SendResult:
        """Post the parent once, or edit that of an earlier edition."""
        channel = claimed.subscription.wish.channel
        message = _parent(claimed, payload)
        _last_look.set(still_mine)
        try:
            if claimed.delivery.edition > 1 and claimed.delivery.message_ref:
                edited = await self._edit(channel, claimed.delivery.message_ref, message)
                if edited:
                    return Sent(claimed.delivery.message_ref)
            if not still_mine():
                return _OUT_OF_LEASE
            answer = await self.client.chat_postMessage(channel=channel, **message)
        except _LeaseGone:
            return _OUT_OF_LEASE
        except SPEAKING_FAILS as error:
            return judge(error)
        return Sent(str(answer["ts"]))

    async def look(self, claimed: Claimed) -> str | None:
        """The newest message of the channel that carries this delivery's id."""
        oldest = (claimed.delivery.due_at - _SKEW).timestamp()
        cursor = ""
        for _ in range(_MOST_PAGES):
            answer = await self.client.conversations_history(
                channel=claimed.subscription.wish.channel,
                oldest=f"{oldest:.6f}",
                limit=_PAGE,
                cursor=cursor or None,
                include_all_metadata=True,
            )
            for message in answer.get("messages") or ():
                mark = read_mark(message, DIGEST)
                if mark is not None and mark[0] == claimed.delivery.public_id:
                    return str(message["ts"])
            cursor = (answer.get("response_metadata") or {}).get("next_cursor") or ""
            if not cursor:
                return None
        return None

    async def finish(
        self, claimed: Claimed, payload: str, parent: str, still_mine: StillMine, *, fresh: bool
    ) -> None:
        """Bring the thread to what the payload says; `fresh`: nothing can be in it yet."""
        channel = claimed.subscription.wish.channel
        there = {} if fresh else await self._cards_below(channel, parent)
        _, *cards = payload_parts(payload)
        for number, card in enumerate(cards, start=1):
            known = there.pop(number, None)
            if known is not None and known.delivery == claimed.delivery.public_id:
                continue
            await asyncio.sleep(self.card_pause)
            if not still_mine():
                return
            message = render_part(card, claimed.subscription.wish.language)
            arguments = _with_mark(message, CARD, claimed, card=number)
            await self._place(channel, parent, known, arguments)
        for surplus in there.values():
            await self.client.chat_delete(channel=channel, ts=surplus.ts)

    async def _place(
        self, channel: str, parent: str, known: Card | None, arguments: dict[str, Any]
    ) -> None:
        """Post or edit one card; once more if Slack asks to wait a little."""
        for patient in (True, False):
            try:
                if known is None:
                    await self.client.chat_postMessage(
                        channel=channel, thread_ts=parent, **arguments
                    )
                else:
                    await self.client.chat_update(channel=channel, ts=known.ts, **arguments)
            except SlackApiError as error:
                wait = wait_of(error)
                if not patient or wait is None or wait > _LONGEST_WAIT:
                    raise
                self.hold(wait)
                await asyncio.sleep(wait)
            else:
                return

    async def _edit(self, channel: str, ts: str, message: dict[str, Any]) -> bool:
        """Whether the message was there to be edited."""
        try:
            await self.client.chat_update(channel=channel, ts=ts, **message)
        except SlackApiError as error:
            if code_of(error) in _GONE:
                return False
            raise
        return True

    async def _cards_below(self, channel: str, parent: str) -> dict[int, Card]:
        found: dict[int, Card] = {}
        cursor = ""
        for _ in range(_MOST_PAGES):
            answer = await self.client.conversations_replies(
                channel=channel,
                ts=parent,
                limit=_PAGE,
                cursor=cursor or None,
                include_all_metadata=True,
            )
            for message in answer.get("messages") or ():
                mark = read_mark(message, CARD)
                if mark is not None:
                    found[mark[1]] = Card(str(message["ts"]), mark[0])
            cursor = (answer.get("response_metadata") or {}).get("next_cursor") or ""
            if not cursor:
                break
        return found


def look_last() -> aiohttp.TraceConfig:
    """Asks whether a delivery is still ours once its connection is open, before it is written."""

    async def look(*_: object) -> None:
        still_mine = _last_look.get()
        if still_mine is not None and not still_mine():
            raise _LeaseGone

    trace = aiohttp.TraceConfig()
    trace.on_connection_create_end.append(look)
    trace.on_connection_reuseconn.append(look)
    return trace


def _parent(claimed: Claimed, payload: str) -> dict[str, Any]:
    parent, *_ = payload_parts(payload)
    message = render_part(parent, claimed.subscription.wish.language)
    return _with_mark(message, DIGEST, claimed)


def _with_mark(message: Message, kind: str, claimed: Claimed, *, card: int = 0) -> dict[str, Any]:
    """The message with the delivery's id as metadata, and in the id of its first block.

    Metadata is what Slack has for this; the id of a block is also kept where metadata is lost.
    """
    kept: dict[str, Any] = {"delivery_id": claimed.delivery.public_id}
    kept |= {"card": card} if card else {}
    first, *rest = message.blocks
    mark = f"{kind}:{card}:{claimed.delivery.public_id}"
    return message.as_arguments() | {
        "blocks": [{**first, "block_id": mark}, *rest],
        "metadata": {"event_type": kind, "event_payload": kept},
    }


def read_mark(message: Mapping[str, Any], kind: str) -> tuple[str, int] | None:
    """The delivery's id and the number of the card, 0 for a parent; None on other messages."""
    metadata = message.get("metadata") or {}
    kept = metadata.get("event_payload") or {}
    if metadata.get("event_type") == kind and "delivery_id" in kept:
        return str(kept["delivery_id"]), int(kept.get("card", 0))
    first: Mapping[str, Any] = next(iter(message.get("blocks") or ()), {})
    found, _, rest = str(first.get("block_id") or "").partition(":")
    card, _, delivery = rest.partition(":")
    return (delivery, int(card)) if found == kind and card.isdigit() else None

"""The digest of whoever has no chat platform: a standing order made from the settings."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.core.ledger import Wish

if TYPE_CHECKING:
    from datetime import datetime, time

    from bot.core.ledger import Length, Subscription
    from bot.core.models import Language
    from bot.store import Store

PLATFORM = "folder"
CHANNEL = "digest"
# The mark of an order that follows the settings, until somebody plans the channel otherwise.
OWNER = "settings"
_WORKDAYS = (0, 1, 2, 3, 4)


def wish_of_settings(*, zone: str, at: time, language: Language, topics: int) -> Wish:
    """Monday to Friday into the channel "digest" of the folder, with about so many topics."""
    return Wish(
        platform=PLATFORM,
        workspace="",
        channel=CHANNEL,
        zone=zone,
        local_time=at,
        weekdays=_WORKDAYS,
        topics=(),
        language=language,
        length=_length(topics),
        owner=OWNER,
    )


def plan_standing(store: Store, wish: Wish, now: datetime) -> Subscription:
    """Plan `wish`, or change the order that an earlier start planned; the order as it stands.

    One that was paused, stopped or planned by hand is left as it is.
    """
    found = store.subscriptions.find(wish.platform, wish.workspace, wish.channel)
    if found is not None and (found.state != "active" or found.wish.owner != OWNER):
        return found
    if found is not None and found.wish == replace(wish, topics=found.wish.topics):
        return found
    return store.subscriptions.plan(wish, now)


def _length(topics: int) -> Length:
    if topics <= 3:  # noqa: PLR2004 - as many as a short digest has
        return "short"
    return "normal" if topics <= 5 else "long"  # noqa: PLR2004 - the same

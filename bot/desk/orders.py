"""The standing order of a place: how it stands, and what whoever may plan can do with it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.core.language.folding import spelling_key
from bot.core.outcomes import CardFound
from bot.desk.replies import viewer_of
from bot.dialogue.answers import LastDelivery, NoticeAnswer, PlanStatus
from bot.dialogue.labels import labels_for
from bot.dialogue.requests import Follow, Pause, Resume, Stop, Unfollow

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from bot.core.ledger import Subscription, Wish
    from bot.desk.people import Asker, Place
    from bot.dialogue.answers import Answer
    from bot.dialogue.briefings import Briefings
    from bot.store.store import Store

    Permalink = Callable[[Wish, str], str | None]

OrderRequest = Follow | Unfollow | Pause | Resume | Stop


class Orders:
    """Finds and changes standing orders. Every change is one transaction of the store."""

    def __init__(self, store: Store, library: Briefings, *, permalink: Permalink) -> None:
        """Keep them in `store`; `library` knows the topics that can be followed."""
        self._store = store
        self._library = library
        self._permalink = permalink

    def find(self, place: Place) -> Subscription | None:
        """The standing order of the channel, unless it was ended."""
        found = self._store.subscriptions.find(place.platform, place.workspace, place.channel)
        return found if found is not None and found.state != "stopped" else None

    def status(self, order: Subscription) -> PlanStatus:
        """The order with what became of its newest digest."""
        latest = next(iter(self._store.ledger.of_subscription(order.id, limit=1)), None)
        last = None
        if latest is not None:
            link = self._permalink(order.wish, latest.message_ref) if latest.message_ref else None
            last = LastDelivery(latest.due_at, latest.state, latest.reason, latest.sent_at, link)
        return PlanStatus(
            state=order.state,
            reason=order.reason or order.state,
            zone=order.wish.zone,
            topics=order.wish.topics,
            next_due_at=order.next_due_at,
            last=last,
        )

    def change(
        self, request: OrderRequest, order: Subscription, asker: Asker, now: datetime
    ) -> Answer | None:
        """Carry out the request for the whole channel; None if it names no topic of it."""
        match request:
            case Pause():
                self._store.subscriptions.pause(order.id, "paused")
                return NoticeAnswer("paused_here", undo="/digest resume")
            case Resume():
                resumed = self._store.subscriptions.resume(order.id, now)
                return NoticeAnswer("resumed_here", detail=tell_next(resumed, asker, now))
            case Stop():
                self._store.subscriptions.stop(order.id)
                return NoticeAnswer("stopped_here")
            case Follow(topic):
                return self._follow(topic, order, asker, now)
            case Unfollow(topic):
                return self._unfollow(topic, order, now)

    def _follow(
        self, topic: str, order: Subscription, asker: Asker, now: datetime
    ) -> Answer | None:
        if not topic:
            return None
        outcome = self._library.brief(topic, language=asker.language, matched_only=True)
        if not isinstance(outcome, CardFound):
            return None
        name = outcome.card.name
        if not order.wish.topics:
            return NoticeAnswer("follows_all", name)
        undo = f"/digest unfollow {name}"
        if spelling_key(name) in {spelling_key(one) for one in order.wish.topics}:
            return NoticeAnswer("already_followed", name, undo)
        self._store.subscriptions.plan(replace(order.wish, topics=(*order.wish.topics, name)), now)
        return NoticeAnswer("followed_here", name, undo)

    def _unfollow(self, topic: str, order: Subscription, now: datetime) -> Answer | None:
        key = spelling_key(topic)
        left = tuple(one for one in order.wish.topics if spelling_key(one) != key)
        gone = next((one for one in order.wish.topics if spelling_key(one) == key), None)
        # The last topic is not taken away: a digest of no topic would be one of all.
        if gone is None or not left:
            return None
        self._store.subscriptions.plan(replace(order.wish, topics=left), now)
        return NoticeAnswer("unfollowed_here", gone, f"/digest follow {gone}")


def refuse(asker: Asker) -> NoticeAnswer:
    """Say who may plan here."""
    return NoticeAnswer(
        "plan_refused", detail=asker.managers or labels_for(asker.language).who_manages
    )


def tell_next(order: Subscription | None, asker: Asker, now: datetime) -> str:
    """When the next digest comes, with its zone; a dash while nothing is due."""
    if order is None or order.next_due_at is None:
        return "–"
    viewer = replace(viewer_of(asker, now), zone=order.wish.zone)
    return f"{viewer.moment(order.next_due_at)} ({order.wish.zone})"

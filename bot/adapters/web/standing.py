"""How things stand: what was read, what is planned, what went out, what does not work."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.adapters.web.responses import page
from bot.adapters.web.site import site_of, visitor_of
from bot.dialogue.feed_lines import describe_state, problem_lines
from bot.dialogue.viewer import Viewer

if TYPE_CHECKING:
    from datetime import datetime

    from aiohttp import web

    from bot.adapters.web.site import Site
    from bot.adapters.web.visitors import Visitor
    from bot.core.feeds import FeedHealth
    from bot.core.ledger import Delivery, Subscription

_MOST_DELIVERIES = 50
_MOST_SKIPPED = 200


@dataclass(frozen=True, slots=True)
class OrderRow:
    """A standing order as a line of a table."""

    channel: str
    state: str
    reason: str
    zone: str
    time: str
    topics: tuple[str, ...]
    next_due_at: datetime | None


@dataclass(frozen=True, slots=True)
class DeliveryRow:
    """A delivery as a line of a table. `zone` is that of its channel."""

    channel: str
    state: str
    reason: str
    zone: str
    due_at: datetime
    sent_at: datetime | None


@dataclass(frozen=True, slots=True)
class FeedRow:
    """A feed as a line of a table; `state` is told in the reader's language."""

    name: str
    address: str
    is_bad: bool
    state: str
    last_success_at: datetime | None
    next_at: datetime | None


async def show_status(request: web.Request) -> web.Response:
    """One page for whoever looks after the bot."""
    site, visitor = site_of(request), visitor_of(request)
    return page(await site.run(_status_page, site, visitor))


def _status_page(site: Site, visitor: Visitor) -> str:
    around = site.around
    orders = around.subscriptions()
    report = around.feeds()
    viewer = Viewer(visitor.language, visitor.zone, around.clock())
    return site.drawer.draw(
        "status.html",
        visitor,
        around.clock(),
        here="status",
        conditions=around.conditions(),
        article_count=site.shelf.article_count,
        sources=around.sources(),
        feeds=tuple(_feed_row(one, viewer) for one in report.health),
        problems=tuple(problem_lines(report.problems, visitor.language)),
        skipped=around.skipped()[:_MOST_SKIPPED],
        orders=tuple(_order_row(order) for order in orders),
        deliveries=_delivery_rows(around.deliveries()[:_MOST_DELIVERIES], orders),
    )


def _feed_row(health: FeedHealth, viewer: Viewer) -> FeedRow:
    state = health.state
    return FeedRow(
        health.name,
        health.feed.address,
        is_bad=state is not None and (state.is_gone or state.failing_since is not None),
        state=describe_state(state, viewer.language, viewer.moment),
        last_success_at=state.last_success_at if state else None,
        # One that is gone is not tried again.
        next_at=state.next_at if state and not state.is_gone else None,
    )


def _order_row(order: Subscription) -> OrderRow:
    wish = order.wish
    return OrderRow(
        _channel(order),
        order.state,
        order.reason,
        wish.zone,
        f"{wish.local_time:%H:%M}",
        wish.topics,
        order.next_due_at,
    )


def _delivery_rows(
    deliveries: tuple[Delivery, ...], orders: tuple[Subscription, ...]
) -> tuple[DeliveryRow, ...]:
    known = {order.id: order for order in orders}
    rows = []
    for one in deliveries:
        order = known.get(one.subscription_id)
        channel = _channel(order) if order else f"#{one.subscription_id}"
        zone = order.wish.zone if order else "UTC"
        rows.append(DeliveryRow(channel, one.state, one.reason, zone, one.due_at, one.sent_at))
    return tuple(rows)


def _channel(order: Subscription) -> str:
    return f"{order.wish.platform} · {order.wish.channel}"

"""All that `briefing run` runs, wired together, and what `briefing check` looks at."""

from __future__ import annotations

import logging
import secrets
import time
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from bot import checks
from bot.adapters.folder.delivery import FolderPlatform
from bot.app import data_folder, label_language
from bot.chores import Chores
from bot.delivery.knowledge import channel_memory
from bot.delivery.loop import Loop
from bot.delivery.means import Means, Terms
from bot.delivery.rendering import DigestRenderer
from bot.delivery.standing import plan_standing, wish_of_settings
from bot.desk.desk import Desk
from bot.errors import BriefingError
from bot.feeding import Feeder, report_feeds, tell_troubles
from bot.findings import Finding
from bot.keeping import (
    ALIVE,
    digest_folder,
    open_configured_store,
    open_feeding,
    open_links,
    open_stock,
)
from bot.metrics import Metrics
from bot.platforms import find_link, open_checks, open_services, web_config
from bot.running import House, trouble_of
from bot.schedule.troubles import Troubles
from bot.sources.feeds.file import load_feeds
from bot.sources.web.lending import PageLender
from bot.topics_file import load_topic_rules
from bot.watch import Watch, open_page

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.adapters.web.service import WebService
    from bot.core.ledger import Claimed
    from bot.delivery.port import Platform
    from bot.desk.links import Links
    from bot.library import Library
    from bot.running import Service
    from bot.settings import Settings
    from bot.stocking.stock import Stock
    from bot.store import Store

_logger = logging.getLogger(__name__)


@contextmanager
def open_house(settings: Settings, store: Store) -> Iterator[House]:
    """All that `briefing run` runs, wired together; its threads end with the block.

    Raises:
        SettingsError: the file of topics or a platform's settings cannot be used.
        BriefingError: the store cannot be used.
    """
    stock = open_stock(settings, store)
    stock.follow()
    opened: list[Service] = []
    metrics = Metrics()
    lender = PageLender()
    links = open_links(settings, store, stock, lender=lender)
    desk = _open_desk(settings, store, stock, opened, links, metrics)
    chats = open_services(settings, desk, store)
    opened += chats
    watch = _open_watch(settings, store, stock, chats, metrics)
    page = (open_page(web_config(settings), desk, watch),) if settings.web else ()
    running: list[Service] = [*chats, *page]
    folder = FolderPlatform(digest_folder(settings))
    platforms: dict[str, Platform] = {folder.name: folder}
    with Loop(_means(settings, stock.library, store, platforms, watch.metrics)) as loop:
        chores = Chores(
            store=store,
            stock=stock,
            loop=loop,
            clock=_now,
            folders=settings.articles,
            keep=timedelta(days=settings.keep_days),
            alive=data_folder(settings) / ALIVE,
            describe_next=partial(_describe_next, settings.zone),
            trouble=partial(trouble_of, running),
            ready=partial(_describe_page, page),
        )
        if not chats:
            _plan_standing(settings, store)
        feeding = open_feeding(settings, store, stock, restock=chores.restock, lender=lender)
        feeder = Feeder(feeding, troubles := Troubles())
        running.append(feeder)
        _logger.info("%s", chores.tell_next())
        yield House(
            services=(*chats, *page),
            background=(feeder,),
            troubles=troubles,
            jobs=chores.jobs(),
            stop_jobs=chores.stop,
            open_platform=lambda platform: platforms.update({platform.name: platform}),
            can_idle=not chats or _has_orders(store, folder.name),
        )
    chores.finish()


def _open_desk(  # noqa: PLR0913, PLR0917 - all that a desk is made of
    settings: Settings,
    store: Store,
    stock: Stock,
    services: Sequence[Service],
    links: Links,
    metrics: Metrics,
) -> Desk:
    """The desk; `services` may still be filled, and are asked for the addresses of messages."""
    return Desk(
        stock.library,
        store,
        clock=_now,
        permalink=partial(find_link, services),
        feeds=partial(report_feeds, settings.feeds_file, store),
        links=links,
        on_answer=metrics.count_answer,
    )


def _open_watch(
    settings: Settings, store: Store, stock: Stock, chats: Sequence[Service], metrics: Metrics
) -> Watch:
    return Watch(
        store=store,
        stock=stock,
        services=chats,
        folders=settings.articles,
        alive=data_folder(settings) / ALIVE,
        feeds=partial(report_feeds, settings.feeds_file, store),
        clock=_now,
        metrics=metrics,
    )


def _has_orders(store: Store, platform: str) -> bool:
    """Whether anything is planned there."""
    orders = store.subscriptions.list_all()
    return any(one.wish.platform == platform and one.state == "active" for one in orders)


def _means(
    settings: Settings,
    library: Library,
    store: Store,
    platforms: dict[str, Platform],
    metrics: Metrics,
) -> Means:
    return Means(
        store=store,
        platforms=platforms,
        render=DigestRenderer(
            library,
            partial(channel_memory, store),
            tell=partial(tell_troubles, settings.feeds_file, store),
        ),
        clock=_now,
        monotonic=time.monotonic,
        pause=time.sleep,
        new_token=lambda: secrets.token_hex(8),
        terms=Terms(
            grace=timedelta(minutes=settings.grace_minutes), resend_unseen=settings.resend_unseen
        ),
        on_outcome=partial(_count_outcome, metrics),
    )


def _count_outcome(metrics: Metrics, claimed: Claimed, outcome: str) -> None:
    late = (_now() - claimed.delivery.due_at).total_seconds()
    metrics.count_delivery(claimed.subscription.wish.platform, outcome, late)


def _plan_standing(settings: Settings, store: Store) -> None:
    wish = wish_of_settings(
        zone=settings.zone,
        at=settings.digest_time,
        language=label_language(settings),
        topics=settings.digest_topics,
    )
    order = plan_standing(store, wish, _now())
    place = digest_folder(settings) / order.wish.channel
    _logger.info("no chat platform is connected, so the digest goes to %s (%s)", place, order.state)


def _describe_next(zone: str, due: datetime | None) -> str:
    if due is None:
        return "no digest is planned"
    return f"the next digest is due {due.astimezone(ZoneInfo(zone)):%Y-%m-%d %H:%M} ({zone})"


def _describe_page(pages: Sequence[WebService]) -> str:
    """Where to ask in a browser; "" if no page is served."""
    addresses = [page.address for page in pages if page.address]
    return f"ready: ask at {addresses[0]} in a browser; Ctrl-C ends it" if addresses else ""


def check_all(settings: Settings) -> tuple[Finding, ...]:
    """What is on, what is off or wrong, and why. Nothing is raised."""
    now, data = _now(), data_folder(settings)
    findings = [
        *checks.check_secrets(settings.secret_names()),
        *checks.check_zones(settings.zone),
        *checks.check_articles(settings.articles),
        checks.check_file("topics_file", settings.topics_file, load_topic_rules),
        checks.check_file("feeds_file", settings.feeds_file, load_feeds),
        *checks.check_folder("data", data),
        *checks.check_folder("digest_folder", digest_folder(settings)),
        *checks.check_life(data / ALIVE, now, settings.zone),
    ]
    asks = open_checks(settings)
    try:
        with open_configured_store(settings, beside=True) as store:
            findings += checks.check_store(store, now, settings.zone)
            return (*findings, *chain.from_iterable(ask(store) for ask in asks))
    except BriefingError as error:
        findings.append(Finding("wrong", "store", str(error)))
    return (*findings, *chain.from_iterable(ask(None) for ask in asks))


def _now() -> datetime:
    return datetime.now(UTC)

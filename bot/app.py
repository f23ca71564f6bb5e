"""Composition root: settings become objects. The only file that knows everyone."""

from __future__ import annotations

import locale
import logging
import random
import secrets
import time
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from platformdirs import user_data_path

from bot import checks
from bot.adapters.folder.delivery import FolderPlatform
from bot.adapters.slack.app import SlackService
from bot.adapters.slack.checking import check_slack
from bot.adapters.slack.config import SlackConfig
from bot.adapters.web.config import WebConfig
from bot.chores import Chores
from bot.core.reading.reader import Reader
from bot.delivery.knowledge import channel_memory
from bot.delivery.loop import Loop
from bot.delivery.means import Means, Terms
from bot.delivery.rendering import DigestRenderer
from bot.delivery.standing import plan_standing, wish_of_settings
from bot.desk.desk import Desk
from bot.dialogue.conversation import Conversation
from bot.errors import BriefingError
from bot.feeding import Feeder, Feeding, failing_feeds
from bot.findings import Finding
from bot.lemmas import DictionaryLemmatiser
from bot.library import Library
from bot.metrics import Metrics
from bot.running import House, trouble_of
from bot.schedule.public_holidays import is_public_holiday
from bot.sources.collecting import collect
from bot.sources.feeds.ports import Refreshing
from bot.stocking.shelving import StockShelf
from bot.stocking.stock import Stock
from bot.stocking.workshop import Workshop
from bot.store import Store, open_store
from bot.tagger import WeightedTagger
from bot.topics_file import load_topic_rules
from bot.watch import Watch, open_page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date
    from pathlib import Path

    from bot.core.cards import Digest
    from bot.core.collection import Collection
    from bot.core.ledger import Claimed, Wish
    from bot.core.models import Language
    from bot.delivery.port import Platform
    from bot.running import Service
    from bot.settings import Settings

    OnProgress = Callable[[str, int, int], None]

_APPLICATION = "morgenlage"
# The file in which a running bot says that it lives.
ALIVE = "alive.json"
_logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class App:
    """What a command works with. `collection` says which files were read and which were not."""

    settings: Settings
    library: Library
    collection: Collection

    def conversation(self) -> Conversation:
        """A fresh conversation with the language and zone of the settings."""
        return Conversation(language=label_language(self.settings), zone=self.settings.zone)

    def digest(self, day: date) -> Digest:
        """The digest of a morning, by the settings."""
        return self.library.digest(
            day,
            zone=self.settings.zone,
            at=self.settings.digest_time,
            language=label_language(self.settings),
            limit=self.settings.digest_topics,
        )


def open_app(settings: Settings, *, on_progress: OnProgress) -> App:
    """Collect and read all articles. `on_progress` hears the step, how many are done, of how many.

    Raises:
        SettingsError: the file of topics cannot be used.
    """
    rules = load_topic_rules(settings.topics_file) if settings.topics_file else ()
    collection = collect(
        settings.articles, on_file=lambda done, total: on_progress("files", done, total)
    )
    lemmatiser = open_lemmatiser(settings)
    reader = Reader(lemmatiser, tagger=WeightedTagger())
    library = Library(lemmatiser, rules)
    total = len(collection.articles)
    for done, article in enumerate(collection.articles, start=1):
        library.add(reader.reading(article))
        on_progress("articles", done, total)
    return App(settings, library, collection)


def open_reader(settings: Settings) -> Reader:
    """The reader alone, for articles that come from elsewhere."""
    return Reader(open_lemmatiser(settings), tagger=WeightedTagger())


def open_lemmatiser(settings: Settings) -> DictionaryLemmatiser:
    """The dictionaries, built first where this machine does not have them yet."""
    lemmatiser = DictionaryLemmatiser(settings.cache)
    lemmatiser.build()
    return lemmatiser


def label_language(settings: Settings) -> Language:
    """The language of labels; "auto" follows the system, with English for all but German."""
    if settings.language != "auto":
        return settings.language
    system = locale.setlocale(locale.LC_ALL, "") or ""
    return "de" if system.lower().startswith("de") else "en"


def data_folder(settings: Settings) -> Path:
    """Where the database and the digests are kept."""
    return user_data_path(_APPLICATION) if settings.data == "system" else settings.data


def digest_folder(settings: Settings) -> Path:
    """Where digests go as files."""
    return settings.digest_folder or data_folder(settings) / "digests"


def open_configured_store(settings: Settings) -> Store:
    """The store of the settings, brought up to date.

    Raises:
        SettingsError: the address is of no database that can be used.
        BriefingError: it cannot be used, in one plain line.
    """
    url = settings.store.get_secret_value() if settings.store else None
    return open_store(url, data_folder(settings), is_holiday=is_public_holiday)


def open_stock(settings: Settings, store: Store) -> Stock:
    """The articles of the store and the library that is filled from it, empty as yet.

    Raises:
        SettingsError: the file of topics cannot be used.
    """
    rules = load_topic_rules(settings.topics_file) if settings.topics_file else ()
    # Built here, so that the processes that read find it.
    lemmatiser = open_lemmatiser(settings)
    return Stock(store, lemmatiser, Workshop(partial(open_reader, settings), rules))


def open_topics(settings: Settings, store: Store) -> Callable[[str], bool]:
    """Tells whether a topic is called so, by the articles of the store or else of the folders.

    Raises:
        SettingsError: the file of topics cannot be used.
        BriefingError: the store cannot be used.
    """
    stock = open_stock(settings, store)
    if not stock.follow():
        stock.restock(settings.articles, now=_now())
    return Desk(stock.library, store, clock=_now).is_topic


def open_feeding(
    settings: Settings, store: Store, stock: Stock, *, restock: Callable[[], None]
) -> Feeding:
    """What feeds and pages are read with; `restock` is called when files have changed."""
    refreshing = Refreshing(
        book=store.feeds,
        shelf=StockShelf(stock, store, clock=_now),
        now=_now,
        chance=random.random,
        zone=settings.zone,
        networks=settings.networks,
    )
    return Feeding(settings.feeds_file, refreshing, settings.articles, restock)


def open_services(settings: Settings, desk: Desk) -> tuple[Service, ...]:
    """The chat platforms and pages that the settings switch on."""
    config = slack_config(settings)
    return (SlackService(config, desk),) if config else ()


def open_checks(settings: Settings) -> tuple[Callable[[], Sequence[Finding]], ...]:
    """What each platform that is switched on finds out about itself; `briefing check` asks."""
    return (partial(check_slack, slack_config(settings)),)


def slack_config(settings: Settings) -> SlackConfig | None:
    """What Slack's adapter is told; None where Slack is not switched on."""
    if settings.slack_bot_token is None:
        return None
    app_token, secret = settings.slack_app_token, settings.slack_signing_secret
    return SlackConfig(
        bot_token=settings.slack_bot_token.get_secret_value(),
        app_token=app_token.get_secret_value() if app_token else "",
        signing_secret=secret.get_secret_value() if secret else "",
        mode=settings.slack_mode,
        api_url=settings.slack_api_url,
        host=settings.slack_host,
        port=settings.slack_port,
        planners=settings.slack_planners,
        language=label_language(settings),
        zone=settings.zone,
    )


def check_all(settings: Settings) -> tuple[Finding, ...]:
    """What is on, what is off or wrong, and why. Nothing is raised."""
    now, data = _now(), data_folder(settings)
    findings = [
        *checks.check_secrets(settings.secret_names()),
        *checks.check_zones(settings.zone),
        *checks.check_articles(settings.articles),
        *checks.check_folder("data", data),
        *checks.check_folder("digest_folder", digest_folder(settings)),
        *checks.check_life(data / ALIVE, now),
    ]
    try:
        with open_configured_store(settings) as store:
            findings += checks.check_store(store, now)
    except BriefingError as error:
        findings.append(Finding("wrong", "store", str(error)))
    return (*findings, *chain.from_iterable(ask() for ask in open_checks(settings)))


def web_config(settings: Settings) -> WebConfig:
    """What the web page is told."""
    return WebConfig(
        host=settings.web_host,
        port=settings.web_port,
        token=settings.web_token.get_secret_value() if settings.web_token else "",
        hosts=settings.web_hosts,
        proxy_header=settings.web_proxy_header,
        proxies=settings.web_proxies,
        language=label_language(settings),
        zone=settings.zone,
    )


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
    desk = _open_desk(settings, store, stock, opened)
    opened += (chats := open_services(settings, desk))
    watch = _open_watch(settings, store, stock, chats)
    page = (open_page(web_config(settings), desk, watch),) if settings.web else ()
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
            trouble=partial(trouble_of, chats),
        )
        if not chats:
            _plan_standing(settings, store)
        feeder = Feeder(open_feeding(settings, store, stock, restock=chores.restock))
        _logger.info("%s", chores.tell_next())
        yield House(
            services=(*chats, *page, feeder),
            jobs=chores.jobs(),
            stop_jobs=chores.stop,
            open_platform=lambda platform: platforms.update({platform.name: platform}),
            can_idle=not chats or _has_orders(store, folder.name),
        )


def _open_desk(settings: Settings, store: Store, stock: Stock, opened: Sequence[Service]) -> Desk:
    return Desk(
        stock.library,
        store,
        clock=_now,
        permalink=partial(_find_link, opened),
        failing=partial(_failing, settings, store),
    )


def _open_watch(settings: Settings, store: Store, stock: Stock, chats: Sequence[Service]) -> Watch:
    return Watch(
        store=store,
        stock=stock,
        services=chats,
        folders=settings.articles,
        alive=data_folder(settings) / ALIVE,
        failing=partial(_failing, settings, store),
        clock=_now,
        metrics=Metrics(),
    )


def _failing(settings: Settings, store: Store) -> Sequence[tuple[str, str]]:
    """The feeds that status names, each with the reason."""
    language = label_language(settings)
    return failing_feeds(settings.feeds_file, store, language=language, now=_now())


def _find_link(services: Sequence[Service], wish: Wish, message_ref: str) -> str | None:
    """The address of a message, on platforms that have addresses."""
    for service in services:
        if isinstance(service, SlackService) and service.name == wish.platform:
            return service.platform.permalink(wish.channel, message_ref)
    return None


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
        render=DigestRenderer(library, partial(channel_memory, store)),
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


def _now() -> datetime:
    return datetime.now(UTC)

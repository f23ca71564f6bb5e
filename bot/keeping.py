"""What needs the store: where it is, the articles in it, and the feeds that fill it.

Apart from `app`, so that a question over folders loads no database.
"""

from __future__ import annotations

import random
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from bot.app import data_folder, excerpts_of, open_lemmatiser, open_reader, usual_of
from bot.core.feeds import FeedsReport
from bot.desk.links import Links
from bot.errors import BriefingError, SettingsError
from bot.feeding import Feeding, report_feeds
from bot.linking import LinkReader
from bot.schedule.public_holidays import is_public_holiday
from bot.sources.feeds.file import read_feeds
from bot.sources.feeds.ports import Refreshing
from bot.stocking.shelving import StockShelf
from bot.stocking.stock import Stock
from bot.stocking.workshop import Workshop
from bot.store import FILE_NAME, Store, open_store, sqlite_file
from bot.topics_file import load_topic_rules

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from bot.library import Library
    from bot.settings import Settings
    from bot.sources.web.lending import PageLender

# The file in which a running bot says that it lives.
ALIVE = "alive.json"


def digest_folder(settings: Settings) -> Path:
    """Where digests go as files."""
    return settings.digest_folder or data_folder(settings) / "digests"


def open_configured_store(settings: Settings, *, beside: bool = False) -> Store:
    """The store of the settings, brought up to date; with `beside` for a look at it.

    Raises:
        SettingsError: the address is of no database that can be used.
        BriefingError: it cannot be used, in one plain line.
    """
    url = settings.store.get_secret_value() if settings.store else None
    return open_store(url, data_folder(settings), is_holiday=is_public_holiday, beside=beside)


def open_existing_store(settings: Settings, *, beside: bool = False) -> Store:
    """The same, if there is something to look at: a mistyped file is not made.

    Raises:
        SettingsError: there is no such file.
        BriefingError: as above.
    """
    url = settings.store.get_secret_value() if settings.store else ""
    file = sqlite_file(url) if url else data_folder(settings) / FILE_NAME
    if file is not None and not file.exists():
        where, reason = "store", f"{file}: there is no such database"
        raise SettingsError(where, reason)
    return open_configured_store(settings, beside=beside)


def open_stock(settings: Settings, store: Store) -> Stock:
    """The articles of the store and the library that is filled from it, empty as yet.

    Raises:
        SettingsError: the file of topics cannot be used.
    """
    rules = load_topic_rules(settings.topics_file) if settings.topics_file else ()
    # Built here, so that the processes that read find it.
    lemmatiser = open_lemmatiser(settings)
    workshop = Workshop(partial(open_reader, settings), rules)
    return Stock(
        store,
        lemmatiser,
        workshop,
        excerpts=excerpts_of(settings),
        usual=usual_of(settings),
    )


def open_library(settings: Settings, store: Store) -> Library:
    """The articles of the store, or else of the folders.

    Raises:
        SettingsError: the file of topics cannot be used.
        BriefingError: the store cannot be used.
    """
    stock = open_stock(settings, store)
    if not stock.follow():
        stock.restock(settings.articles, now=_now())
    return stock.library


def open_feeding(
    settings: Settings,
    store: Store,
    stock: Stock,
    *,
    restock: Callable[[], None],
    lender: PageLender,
) -> Feeding:
    """What feeds and pages are read with; `restock` is called when files have changed."""
    refreshing = open_refreshing(settings, store, stock)
    return Feeding(settings.feeds_file, refreshing, settings.articles, restock, lender)


def open_links(settings: Settings, store: Store, stock: Stock, *, lender: PageLender) -> Links:
    """Whose links are followed in chat, by the settings; their articles go into `stock`."""
    reader = LinkReader(open_refreshing(settings, store, stock), lender)
    return Links(settings.links_from, reader)


def open_refreshing(settings: Settings, store: Store, stock: Stock) -> Refreshing:
    """What feeds and single pages are read and shelved with."""
    return Refreshing(
        book=store.feeds,
        shelf=StockShelf(stock, store, clock=_now),
        now=_now,
        chance=random.random,
        zone=settings.zone,
        networks=settings.networks,
    )


def report_configured_feeds(settings: Settings) -> FeedsReport:
    """How the feeds are doing; without a feed no store is opened for it.

    A store that cannot be used is one of the problems.
    """
    read = read_feeds(settings.feeds_file)
    if not read.feeds:
        return FeedsReport(problems=read.problems)
    try:
        with open_configured_store(settings, beside=True) as store:
            return report_feeds(settings.feeds_file, store)
    except SettingsError as error:
        return FeedsReport(problems=(*read.problems, (error.where, error.reason)))
    except BriefingError as error:
        return FeedsReport(problems=(*read.problems, ("store", str(error))))


def make_due(settings: Settings, addresses: Iterable[str]) -> None:
    """Have these feeds visited at the next opportunity, also those that were gone.

    Raises:
        BriefingError: the store cannot be used.
    """
    try:
        with open_existing_store(settings) as store:
            store.feeds.make_due(addresses, now=_now())
    except SettingsError:
        if settings.store is not None:
            raise
        # Without a store nothing was ever visited, so that all feeds are due.


def _now() -> datetime:
    return datetime.now(UTC)

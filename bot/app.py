"""Settings become objects: the reader, the library, the store, what feeds are read with."""

from __future__ import annotations

import locale
import random
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from platformdirs import user_data_path

from bot.core.excerpts import ExcerptLimits
from bot.core.reading.reader import Reader
from bot.desk.desk import Desk
from bot.dialogue.conversation import Conversation
from bot.feeding import Feeding
from bot.lemmas import DictionaryLemmatiser
from bot.library import Library
from bot.schedule.public_holidays import is_public_holiday
from bot.sources.collecting import collect
from bot.sources.feeds.file import load_feeds
from bot.sources.feeds.health import health_of
from bot.sources.feeds.ports import Refreshing
from bot.stocking.shelving import StockShelf
from bot.stocking.stock import Stock
from bot.stocking.workshop import Workshop
from bot.store import Store, open_store
from bot.tagger import WeightedTagger
from bot.topics_file import load_topic_rules

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from bot.core.cards import Digest
    from bot.core.collection import Collection
    from bot.core.feeds import FeedHealth
    from bot.core.models import Language
    from bot.settings import Settings

    OnProgress = Callable[[str, int, int], None]

_APPLICATION = "morgenlage"
# The file in which a running bot says that it lives.
ALIVE = "alive.json"


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
    library = Library(lemmatiser, rules, excerpts=_excerpts(settings))
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
    workshop = Workshop(partial(open_reader, settings), rules)
    return Stock(store, lemmatiser, workshop, excerpts=_excerpts(settings))


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


def feed_health(settings: Settings) -> tuple[FeedHealth, ...]:
    """How the feeds are doing; without a feed no store is opened for it.

    Raises:
        SettingsError: the file of feeds, or the address of the store, cannot be used.
        BriefingError: the store cannot be used.
    """
    feeds = load_feeds(settings.feeds_file)
    if not feeds:
        return ()
    with open_configured_store(settings) as store:
        return health_of(feeds, store.feeds.states(), store.feeds.tallies())


def _excerpts(settings: Settings) -> ExcerptLimits:
    return ExcerptLimits(settings.excerpts, settings.excerpts_others)


def _now() -> datetime:
    return datetime.now(UTC)

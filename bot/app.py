"""Composition root: settings become objects. The only file that knows everyone."""

from __future__ import annotations

import locale
import logging
import secrets
import time
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from platformdirs import user_data_path

from bot.adapters.folder.delivery import FolderPlatform
from bot.core.reading.reader import Reader
from bot.delivery.loop import Loop
from bot.delivery.means import Means, Terms
from bot.delivery.rendering import DigestRenderer
from bot.delivery.standing import plan_standing, wish_of_settings
from bot.delivery.upkeep import describe_counts, forget_old
from bot.desk.desk import Desk
from bot.dialogue.conversation import Conversation
from bot.lemmas import DictionaryLemmatiser
from bot.library import Library
from bot.running import House
from bot.schedule.public_holidays import is_public_holiday
from bot.schedule.tick import TICK, Job
from bot.sources.collecting import collect
from bot.store import Store, open_store
from bot.tagger import WeightedTagger
from bot.topics_file import load_topic_rules

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date
    from pathlib import Path

    from bot.core.cards import Digest
    from bot.core.collection import Collection
    from bot.core.ledger import Subscription
    from bot.core.models import Language
    from bot.delivery.port import Platform
    from bot.running import Service
    from bot.settings import Settings

    OnProgress = Callable[[str, int, int], None]

_APPLICATION = "morgenlage"
_UPKEEP = timedelta(hours=6)
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


def open_stock(settings: Settings) -> Store:
    """The store of the settings, brought up to date.

    Raises:
        SettingsError: the address is of no database that can be used.
        BriefingError: it cannot be used, in one plain line.
    """
    url = settings.store.get_secret_value() if settings.store else None
    return open_store(url, data_folder(settings), is_holiday=is_public_holiday)


def open_services(settings: Settings, desk: Desk) -> tuple[Service, ...]:
    """The chat platforms and pages that the settings switch on."""
    del settings, desk
    return ()


@contextmanager
def open_house(app: App, store: Store) -> Iterator[House]:
    """All that `briefing run` runs, wired together; its threads end with the block."""
    settings = app.settings
    desk = Desk(app.library, store, clock=_now)
    services = open_services(settings, desk)
    folder = FolderPlatform(digest_folder(settings))
    platforms: dict[str, Platform] = {folder.name: folder}
    if not services:
        _plan_standing(settings, store)
    with Loop(_means(settings, app.library, store, platforms)) as loop:
        yield House(
            services=services,
            loop=loop,
            jobs=_jobs(settings, store, loop),
            open_platform=lambda platform: platforms.update({platform.name: platform}),
            can_idle=not services,
        )


def _means(
    settings: Settings, library: Library, store: Store, platforms: dict[str, Platform]
) -> Means:
    def told_last(order: Subscription) -> date | None:
        last, _ = store.ledger.last_and_next(order.id)
        return last.local_date if last else None

    return Means(
        store=store,
        platforms=platforms,
        render=DigestRenderer(library, told_last),
        clock=_now,
        monotonic=time.monotonic,
        pause=time.sleep,
        new_token=lambda: secrets.token_hex(8),
        terms=Terms(
            grace=timedelta(minutes=settings.grace_minutes), resend_unseen=settings.resend_unseen
        ),
    )


def _jobs(settings: Settings, store: Store, loop: Loop) -> tuple[Job, ...]:
    keep = timedelta(days=settings.keep_days)

    def deliver() -> None:
        if told := describe_counts(loop.deliver_once()):
            _logger.info("digests: %s; %s", told, _tell_next(settings, store))

    def forget() -> None:
        if forgotten := forget_old(store, _now(), keep):
            _logger.info("forgot %d rows older than %d days", forgotten, settings.keep_days)

    return (Job("deliver", TICK, deliver), Job("forget", _UPKEEP, forget))


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
    _logger.info("%s", _tell_next(settings, store))


def _tell_next(settings: Settings, store: Store) -> str:
    due = store.subscriptions.next_due()
    if due is None:
        return "no digest is planned"
    local = due.astimezone(ZoneInfo(settings.zone))
    return f"the next is due {local:%Y-%m-%d %H:%M} ({settings.zone})"


def _now() -> datetime:
    return datetime.now(UTC)

"""Settings become objects: the reader, and a library of what lies in the folders."""

from __future__ import annotations

import locale
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from platformdirs import user_cache_path, user_data_path

from bot.core.digest import Usual
from bot.core.excerpts import ExcerptLimits
from bot.core.reading.reader import Reader
from bot.dialogue.conversation import Conversation
from bot.lemmas import DictionaryLemmatiser
from bot.library import Library
from bot.reading_cache import ReadingCache
from bot.sources.collecting import collect
from bot.tagger import WeightedTagger
from bot.topics_file import load_topic_rules

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date, datetime
    from pathlib import Path

    from bot.core.cards import Digest
    from bot.core.collection import Collection
    from bot.core.models import Language
    from bot.settings import Settings

    OnProgress = Callable[[str, int, int], None]

_APPLICATION = "morgenlage"


@dataclass(frozen=True, slots=True)
class App:
    """What a command works with. `collection` says which files were read and which were not."""

    settings: Settings
    library: Library
    collection: Collection

    def conversation(self) -> Conversation:
        """A fresh conversation with the language and zone of the settings."""
        return Conversation(language=label_language(self.settings), zone=self.settings.zone)

    def digest(self, day: date, *, read_at: datetime) -> Digest:
        """The digest of a morning, by the settings, for whoever reads it at that moment."""
        return self.library.digest(
            day,
            zone=self.settings.zone,
            language=label_language(self.settings),
            read_at=read_at,
        )


def open_app(
    settings: Settings,
    *,
    on_progress: OnProgress,
    first_seen: Mapping[str, datetime] | None = None,
) -> App:
    """Collect and read all articles. `on_progress` hears the step, how many are done, of how many.

    `first_seen` says since when they are there, by id, as far as a running bot has kept it.

    Raises:
        SettingsError: the file of topics cannot be used.
    """
    rules = load_topic_rules(settings.topics_file) if settings.topics_file else ()
    collection = collect(
        settings.articles, on_file=lambda done, total: on_progress("files", done, total)
    )
    lemmatiser = open_lemmatiser(settings)
    reader = Reader(lemmatiser, tagger=WeightedTagger())
    library = Library(lemmatiser, rules, excerpts=excerpts_of(settings), usual=usual_of(settings))
    total = len(collection.articles)
    folder = settings.cache or user_cache_path(_APPLICATION)
    with ReadingCache(reader, folder, dictionary=lemmatiser.version) as cache:
        for done, article in enumerate(collection.articles, start=1):
            library.add(cache.reading(article), (first_seen or {}).get(article.id))
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
    return language_of(settings.language)


def language_of(wanted: Language | Literal["auto"]) -> Language:
    """The same for the value of the setting."""
    if wanted != "auto":
        return wanted
    try:
        system = locale.setlocale(locale.LC_ALL, "") or ""
    except locale.Error:
        # It is wished for and not installed, as in many containers and over ssh.
        named = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
        system = next(filter(None, named), "")
    return "de" if system.lower().startswith("de") else "en"


def data_folder(settings: Settings) -> Path:
    """Where the database and the digests are kept."""
    return user_data_path(_APPLICATION) if settings.data == "system" else settings.data


def usual_of(settings: Settings) -> Usual:
    """When a digest is due and how many topics it has, where no channel says otherwise."""
    return Usual(settings.digest_time, settings.digest_topics)


def excerpts_of(settings: Settings) -> ExcerptLimits:
    """How much of an article a card may show word for word, by outlet."""
    return ExcerptLimits(settings.excerpts, settings.excerpts_others)

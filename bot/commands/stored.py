"""What the store knows beside the folders, taken out of it for one answer. Loads the database."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from bot.core.fingerprints import fingerprint
from bot.core.versions import version_of
from bot.keeping import open_existing_store
from bot.stocking.planning import origin_of
from bot.stocking.shelving import WEB

if TYPE_CHECKING:
    from bot.app import App
    from bot.settings import Settings
    from bot.store.articles import Stored

# Each takes a millisecond or two; a running bot has them all at hand.
_MOST = 1_000


def add_from_web(settings: Settings, app: App) -> int:
    """Have `app` answer with the newest articles from feeds and pages too; how many.

    They were read when they came and are not read again.

    Raises:
        SettingsError: the address is of no database, or of a file that is not there.
        BriefingError: the store cannot be used.
    """
    with open_existing_store(settings, beside=True) as store:
        known = [one for one in store.articles.list_stored() if origin_of(one.path) == WEB]
        known.sort(key=_newest_last)
        readings = store.articles.load([one.id for one in known[-_MOST:]])
    there = frozenset(app.library.article_ids)
    fresh = [one for one in readings if one.article.id not in there]
    seen = {one.id: one.first_seen_at for one in known}
    for reading in fresh:
        app.library.add(reading, seen[reading.article.id])
    return len(fresh)


def add_versions(settings: Settings, app: App) -> None:
    """Have `app` know what its files said before they were corrected, as a running bot does.

    What was changed in a file since that bot looked at it is left as it is.

    Raises:
        SettingsError: as above.
        BriefingError: as above.
    """
    here = {fingerprint(one): one.id for one in app.collection.articles}
    with open_existing_store(settings, beside=True) as store:
        of_files = [one for one in store.articles.list_stored() if origin_of(one.path) != WEB]
        newest: dict[str, Stored] = {}
        for one in sorted(of_files, key=lambda one: version_of(one.id)):
            newest[version_of(one.id)[0]] = one
        corrected = {
            first: one
            for first, one in newest.items()
            if version_of(one.id)[1] > 1 and one.text_hash in here
        }
        wanted = [one for one in of_files if version_of(one.id)[0] in corrected]
        readings = store.articles.load([one.id for one in wanted])
    # Where the newest cannot be read, the file's own article stays, and its elders with the store.
    loaded = {reading.article.id for reading in readings}
    replaced = {first: one for first, one in corrected.items() if one.id in loaded}
    for one in replaced.values():
        app.library.remove(here[one.text_hash])
    seen = {one.id: one.first_seen_at for one in wanted}
    for reading in readings:
        if version_of(reading.article.id)[0] in replaced:
            app.library.add(reading, seen[reading.article.id])


def first_seen(settings: Settings) -> dict[str, datetime]:
    """Since when each article is there, by id.

    Raises:
        BriefingError: the store cannot be used.
    """
    with open_existing_store(settings, beside=True) as store:
        return {one.id: one.first_seen_at for one in store.articles.list_stored()}


def _newest_last(one: Stored) -> tuple[date, str]:
    return (one.published_on or date.min, one.id)

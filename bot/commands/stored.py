"""Articles from feeds and pages, taken out of the store for one answer. Loads the database."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

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


def first_seen(settings: Settings) -> dict[str, datetime]:
    """Since when each article is there, by id.

    Raises:
        BriefingError: the store cannot be used.
    """
    with open_existing_store(settings, beside=True) as store:
        return {one.id: one.first_seen_at for one in store.articles.list_stored()}


def _newest_last(one: Stored) -> tuple[date, str]:
    return (one.published_on or date.min, one.id)

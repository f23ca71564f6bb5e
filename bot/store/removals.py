"""Articles that somebody removed: they leave with all their versions, and no feed brings them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, or_, select, update

from bot.core.feeds import REMOVED
from bot.core.versions import version_of
from bot.store.schema import article, feed_entry, removed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from bot.store.articles import Articles
    from bot.store.database import Database


_PAGE = "page "


def keys_of(article_id: str, pages: Iterable[str], texts: Iterable[str]) -> list[str]:
    """By what a removed article is known again: its id, its pages (if any), hashes of its texts."""
    return [
        f"id {version_of(article_id)[0]}",
        *sorted(f"{_PAGE}{one}" for one in set(pages) if one),
        *sorted(f"text {one}" for one in set(texts)),
    ]


def pages_of(keys: Iterable[str]) -> list[str]:
    """The pages among such keys."""
    return [key.removeprefix(_PAGE) for key in keys if key.startswith(_PAGE)]


class Removals:
    """An article is known again by its id, its page or the text of any of its versions."""

    def __init__(self, database: Database, articles: Articles) -> None:
        """Keep them in `database`, out of which `articles` are removed."""
        self._database = database
        self._articles = articles

    def versions(self, article_id: str) -> tuple[str, ...]:
        """The ids of all versions of an article that are stored, whichever of them is given."""
        first, _ = version_of(article_id)
        table = article.c
        below = func.substr(table.id, 1, len(first) + 2) == f"{first}~v"
        with self._database.reading() as connection:
            found = connection.execute(select(table.id).where(or_(table.id == first, below)))
            own = [one for one in found.scalars() if version_of(one)[0] == first]
        return tuple(sorted(own, key=version_of))

    def find_page(self, page: str, urls: Sequence[str]) -> str | None:
        """The id of the article of a page: by its key as feeds know it, or by an address."""
        entry, table = feed_entry.c, article.c
        seen = select(entry.article_id).where(entry.page == page, entry.article_id != "")
        with self._database.reading() as connection:
            stored = connection.execute(select(table.id).where(table.url.in_(urls))).scalars()
            noted = connection.execute(seen.order_by(entry.seen_at.desc())).scalars()
            candidates = (*stored.all(), *noted.all())
        return next((one for one in candidates if self.versions(one)), None)

    def remove(self, article_id: str, texts: Iterable[str], *, now: datetime) -> tuple[str, ...]:
        """Delete an article with all its versions, for good; the ids of those there were.

        `texts` are the hashes of their texts (`sources.duplicates.text_hash`).
        """
        first, _ = version_of(article_id)
        own = self.versions(article_id)
        entry = feed_entry.c
        with self._database.together():
            with self._database.writing() as connection:
                of_it = select(entry.page).where(entry.article_id.in_(own), entry.page != "")
                pages = connection.execute(of_it.distinct()).scalars().all()
                rows = [
                    {"key": key, "article_id": first, "removed_at": now}
                    for key in keys_of(article_id, pages, texts)
                ]
                connection.execute(self._database.insert(removed).on_conflict_do_nothing(), rows)
                connection.execute(
                    update(feed_entry)
                    .where(entry.article_id.in_(own))
                    .values(article_id="", reason=REMOVED)
                )
            self._articles.remove(own)
        return own

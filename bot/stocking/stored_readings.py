"""The library's texts in the store, the last few hundred of them remembered."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock
from typing import TYPE_CHECKING

from bot.core.extracts import unpack
from bot.core.shelf import Loaded

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from bot.store.articles import Articles, Shelved

# Some 50 KB each.
_REMEMBERED = 400


class StoredReadings:
    """Fulfils `bot.core.shelf.Readings`; may be asked by several threads."""

    def __init__(self, articles: Articles, *, remembered: int = _REMEMBERED) -> None:
        """Load from `articles` and remember that many."""
        self._articles = articles
        self._most = remembered
        self._loaded: OrderedDict[str, Loaded] = OrderedDict()
        self._forgotten = 0
        self._lock = Lock()

    def load(self, article_ids: Sequence[str]) -> Mapping[str, Loaded]:
        """Those of the articles that are there, by id."""
        found: dict[str, Loaded] = {}
        with self._lock:
            forgotten = self._forgotten
            for one in article_ids:
                known = self._loaded.get(one)
                if known is not None:
                    self._loaded.move_to_end(one)
                    found[one] = known
        missing = tuple(one for one in article_ids if one not in found)
        if missing:
            fresh = {
                one.reading.article.id: _loaded(one) for one in self._articles.load_shelved(missing)
            }
            self._remember(fresh, forgotten)
            found |= fresh
        return {one: found[one] for one in article_ids if one in found}

    def search(self, wanted: Sequence[Collection[str]], *, limit: int) -> Sequence[str]:
        """Ids of the newest articles that hold a form of each word, newest first."""
        return self._articles.search(wanted, limit=limit)

    def forget(self, article_ids: Iterable[str]) -> None:
        """Load these anew when they are next asked for: they changed."""
        with self._lock:
            self._forgotten += 1
            for one in article_ids:
                self._loaded.pop(one, None)

    def _remember(self, fresh: Mapping[str, Loaded], forgotten: int) -> None:
        with self._lock:
            if forgotten != self._forgotten:
                # They may have been loaded just before they changed.
                return
            self._loaded |= fresh
            while len(self._loaded) > self._most:
                self._loaded.popitem(last=False)


def _loaded(shelved: Shelved) -> Loaded:
    extract = unpack(shelved.extract)
    return Loaded(shelved.reading, extract.subjects if extract else ())

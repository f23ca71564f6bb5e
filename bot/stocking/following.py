"""The library is told what changed in the store, whoever changed it.

The store numbers its changes, so the same step serves a start, an article that was just stored,
and what another replica wrote.
"""

from __future__ import annotations

import gc
from dataclasses import replace
from threading import Lock
from typing import TYPE_CHECKING

from bot.core.extracts import build_extract, pack
from bot.stocking.parts import parts

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from bot.core.models import Reading, TopicRule
    from bot.library import Library
    from bot.stocking.stored_readings import StoredReadings
    from bot.store import Store
    from bot.store.article_rows import Filed

# A question waits until these are taken in, some milliseconds.
_TOLD_AT_ONCE = 20
_RENEWED_AT_ONCE = 50
_STAMP = "stamp"


class Follower:
    """May be used by several threads."""

    def __init__(
        self,
        store: Store,
        library: Library,
        readings: StoredReadings,
        rules: Sequence[TopicRule],
    ) -> None:
        """Keep `library`, with the topics of `rules`, in step with the articles of `store`."""
        self._articles = store.articles
        self._parts = store.index_parts
        self._library = library
        self._readings = readings
        self._rules = tuple(rules)
        self._turn = Lock()
        self._is_open = False
        self._change = 0
        self._unsaved = 0
        # Their extracts were made with other topics, or by another version of the bot.
        self._stale: set[str] = set()
        self._renewed: set[str] = set()

    def follow(self) -> int:
        """Tell the library what changed since the last time; how many articles."""
        with self._turn:
            opened = 0
            if not self._is_open:
                opened = self._open()
                self._is_open = True
                # What is there by now stays, and need not be looked through for garbage while
                # somebody waits for an answer: that takes a tenth of a second.
                gc.freeze()
            changes = self._articles.changes_since(self._change)
            self._readings.forget((*changes.entered, *changes.left))
            for some in parts(changes.entered, _TOLD_AT_ONCE):
                self._shelve(self._articles.load_extracts(some))
            for one in changes.left:
                self._library.remove(one)
            self._stale.difference_update(changes.left)
            self._change = changes.latest
            told = len(changes.entered) + len(changes.left)
            self._unsaved += told
            return opened + told

    def save(self, *, now: datetime, least: int = 1) -> bool:
        """Keep the index for the next start, if as many as `least` articles changed since."""
        with self._turn:
            if self._unsaved < least or self._stale:
                return False
            # Nothing comes or goes while it is written down, but questions are answered.
            dumped = {_STAMP: self._library.stamp, **self._library.dump()}
            change, self._unsaved = self._change, 0
        self._parts.save(dumped, change=change, now=now)
        return True

    def renew_extracts(self) -> int:
        """Make anew what was extracted with other topics; how many.

        Each is stored once: another replica may have other topics and will not be argued with.
        """
        with self._turn:
            stale = tuple(sorted(self._stale))
        for some in parts(stale, _RENEWED_AT_ONCE):
            with self._turn:
                loaded = self._articles.load_shelved(some)
                old = {one.reading.article.id: one.extract for one in loaded}
                new = {one.reading.article.id: self._extract(one.reading) for one in loaded}
                filed = self._articles.load_extracts(some)
                self._shelve(
                    {one: replace(filed[one], extract=new[one]) for one in new if one in filed}
                )
            replaced = {one: (old[one], new[one]) for one in new if one not in self._renewed}
            self._articles.replace_extracts(replaced)
            self._renewed.update(replaced)
        return len(stale)

    def _open(self) -> int:
        """Begin with the index that was kept, else with all extracts; how many articles."""
        kept = self._parts.load()
        if kept is not None and self._library.load(kept[1]):
            self._change = kept[0]
            if kept[1].get(_STAMP) != self._library.stamp:
                self._stale.update(self._library.article_ids)
            return self._library.article_count
        self._change = self._articles.latest_change()
        for some in parts(self._articles.list_extracts(), _TOLD_AT_ONCE):
            self._shelve(dict(some))
        self._unsaved = self._library.article_count
        return self._unsaved

    def _shelve(self, filed: Mapping[str, Filed]) -> None:
        stale = self._library.shelve(
            {one: found.extract for one, found in filed.items()},
            {one: found.first_seen_at for one, found in filed.items()},
        )
        self._stale.difference_update(filed)
        self._stale.update(stale)

    def _extract(self, reading: Reading) -> bytes:
        return pack(build_extract(reading, self._rules), self._library.stamp)

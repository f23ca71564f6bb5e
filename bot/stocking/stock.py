"""What is stored follows the sources: compared, read if new or changed, removed if gone."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from itertools import groupby
from threading import Lock
from typing import TYPE_CHECKING

from bot.core.excerpts import NO_LIMITS, ExcerptLimits
from bot.core.fingerprints import fingerprint
from bot.core.reading.reader import READER_VERSION
from bot.library import Library
from bot.sources.files import read_file
from bot.sources.sandbox import Sandbox
from bot.sources.surveying import survey
from bot.stocking.correcting import Corrections
from bot.stocking.following import Follower
from bot.stocking.notebook import Notebook
from bot.stocking.parts import parts
from bot.stocking.planning import FILE, Found, Wanted, make_plan, unstored
from bot.stocking.stored_readings import StoredReadings
from bot.stocking.workshop import Unread

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from datetime import datetime
    from pathlib import Path

    from bot.core.collection import Skipped
    from bot.core.digest import Usual
    from bot.core.models import Article
    from bot.core.reading.words import Lemmatiser
    from bot.sources.surveying import Survey
    from bot.stocking.workshop import Workshop
    from bot.store import Store
    from bot.store.article_rows import Entry
    from bot.store.articles import Stored

    OnProgress = Callable[[str, int, int], None]

_PUT_AT_ONCE = 100
# Fewer are told again at the next start, in a fraction of a second.
_WORTH_SAVING = 300


@dataclass(frozen=True, slots=True)
class Restocked:
    """What a pass over the folders came to.

    `read` articles were new or changed, `renewed` ones had been read by another version of the
    reader, on `unread` ones the reader failed. `skipped` is everything in the folders that is no
    article, and why. `waiting` files were still being written and must be looked at again.
    """

    files: int
    read: int
    removed: int
    renewed: int
    unread: int
    skipped: tuple[Skipped, ...]
    waiting: int = 0


class Stock:
    """May be used by several threads; only passes over the folders wait for each other."""

    def __init__(
        self,
        store: Store,
        lemmatiser: Lemmatiser,
        workshop: Workshop,
        *,
        excerpts: ExcerptLimits = NO_LIMITS,
        usual: Usual | None = None,
    ) -> None:
        """Fill `store` by `workshop`. The `library` is empty until `follow` or `restock`.

        `skipped` is what the last pass over the folders left out, `has_passed` whether one is done.
        Its cards show no more of an article than `excerpts` allows; `usual` is its digest.
        """
        readings = StoredReadings(store.articles)
        self.library = Library(lemmatiser, workshop.rules, readings, excerpts=excerpts, usual=usual)
        self._articles = store.articles
        self._workshop = workshop
        self._notebook = Notebook(store.source_files)
        self._follower = Follower(store, self.library, readings, workshop.rules)
        self._restocking = Lock()
        self.skipped: tuple[Skipped, ...] = ()
        self.has_passed = False

    def follow(self) -> int:
        """Tell the library what changed in the store, here or elsewhere; how many articles.

        Raises:
            StoreUnavailable: nobody knows.
        """
        return self._follower.follow()

    def restock(
        self,
        folders: Iterable[Path | str],
        *,
        now: datetime,
        rest: float = 0,
        on_progress: OnProgress | None = None,
    ) -> Restocked:
        """Bring what came from folders up to date; articles from elsewhere stay as they are.

        New and changed articles come first; then those that left go; then what another version
        of the reader read is read again, while the old answers. Files that were written within
        `rest` seconds wait for another pass. `on_progress` hears the step ("files", "articles",
        "renewed"), how many are done, of how many.

        Raises:
            StoreUnavailable: nothing more can be stored; what is stored is whole.
            concurrent.futures.process.BrokenProcessPool: a process that read died.
        """
        tell = on_progress or _tell_nobody
        with self._restocking:
            self.follow()
            found = survey(
                folders,
                self._notebook.known(),
                now=now,
                rest=rest,
                on_file=lambda done, total: tell("files", done, total),
            )
            self.skipped = found.skipped
            outcome: Counter[str] = Counter()
            if not self._notebook.is_settled(found):
                outcome = self._take_in(found, now, tell)
                open_ends = outcome["unread"] + outcome["borrowed"]
                self._notebook.keep(found, settled=not open_ends)
            outcome["renewed"] = self.renew(now=now, on_progress=tell)
            self._follower.save(now=now, least=_WORTH_SAVING)
            self.has_passed = True
            # Worked out here, so that whoever asks for the list next need not wait for it.
            self.library.topics()
            return Restocked(
                files=len(found.files),
                read=outcome["read"],
                removed=outcome["removed"],
                renewed=outcome["renewed"],
                unread=outcome["unread"],
                skipped=found.skipped,
                waiting=len(found.waiting),
            )

    def take(self, found: Iterable[Found], *, now: datetime) -> tuple[str, ...]:
        """Store articles that come from elsewhere; the ids of those that were new or changed.

        Each one's `path` begins with its origin and a colon. An id that another origin uses for
        something else is not taken from it: the article gets one of its own.

        Raises:
            StoreUnavailable: nothing was stored, or a part.
        """
        offered = tuple(found)
        fresh = unstored(offered, self._stored(offered))
        # Under an id of its own it may be known after all.
        known = {one.id: one.text_hash for one in self._stored(fresh)}
        fresh = tuple(one for one in fresh if known.get(one.article.id) != fingerprint(one.article))
        stored: list[str] = []
        for batch, _ in self._put(self._workshop.prepare(fresh), now):
            stored += [one.id for one in batch]
        return tuple(stored)

    def save(self, *, now: datetime) -> bool:
        """Keep the library's index for a quick next start; whether anything had changed.

        `restock` does so when much changed; to be called at an orderly end as well.

        Raises:
            StoreUnavailable: the last one stays.
        """
        return self._follower.save(now=now)

    def drop(self, article_ids: Iterable[str]) -> int:
        """Remove articles, whatever their origin; how many there were.

        Raises:
            StoreUnavailable: none was removed.
        """
        removed = self._articles.remove(article_ids)
        self.follow()
        return removed

    def renew(self, *, now: datetime, on_progress: OnProgress | None = None) -> int:
        """Read again what another version of the reader read, while the old answers; how many.

        Raises:
            StoreUnavailable: nothing more can be stored; the rest is left for the next time.
        """
        tell = on_progress or _tell_nobody
        article_ids = self._articles.list_read_otherwise(READER_VERSION)
        renewed = 0
        for some in parts(self._workshop.prepare(self._load(article_ids)), _PUT_AT_ONCE):
            entries = [one for one in some if not isinstance(one, Unread)]
            renewed += self._articles.renew(entries, now=now)
            self.follow()
            tell("renewed", renewed, len(article_ids))
        self._follower.renew_extracts()
        self.follow()
        return renewed

    def _take_in(self, found: Survey, now: datetime, tell: OnProgress) -> Counter[str]:
        plan = make_plan(
            (Wanted(one.id, one.listed.fingerprint, f"{FILE}:{one.path}") for one in found.chosen),
            self._articles.list_stored(),
            origin=FILE,
            is_hidden=_is_below([f"{FILE}:{folder}" for folder in found.unopened]),
            now=now,
        )
        corrections = Corrections(plan.earlier, self._article)
        outcome = Counter(borrowed=plan.borrowed)
        opened = corrections.tell(_open(plan.read, found.places))
        for batch, unread in self._put(self._workshop.prepare(opened), now):
            outcome["read"] += len(batch)
            outcome["unread"] += unread
            tell("articles", outcome["read"], len(plan.read))
        self._articles.relocate(plan.moved)
        outcome["removed"] = self.drop(one for one in plan.gone if one not in corrections.kept)
        return outcome

    def _put(
        self, outcomes: Iterable[Entry | Unread], now: datetime
    ) -> Iterator[tuple[Sequence[Entry], int]]:
        """Store in batches and tell the library; each batch, and how many could not be read."""
        for some in parts(outcomes, _PUT_AT_ONCE):
            entries = [one for one in some if not isinstance(one, Unread)]
            self._articles.enter(entries, now=now)
            self.follow()
            yield entries, len(some) - len(entries)

    def _stored(self, found: Sequence[Found]) -> Sequence[Stored]:
        return self._articles.list_places([one.article.id for one in found])

    def _article(self, article_id: str) -> Article | None:
        found = self._articles.load_articles((article_id,))
        return found[0][0] if found else None

    def _load(self, article_ids: Sequence[str]) -> Iterator[Found]:
        for some in parts(article_ids, _PUT_AT_ONCE):
            for article, path in self._articles.load_articles(some):
                yield Found(article, path)


def _open(wanted: Iterable[Wanted], places: Mapping[str, Path]) -> Iterator[Found]:
    """The wanted articles with their texts, a file at a time.

    One that is no longer in its file is left out: the file changed just now, and the next pass
    will see it.
    """
    by_path = sorted(wanted, key=lambda one: one.path)
    with Sandbox() as sandbox:
        for path, group in groupby(by_path, key=lambda one: one.path):
            file = read_file(places[path.removeprefix(f"{FILE}:")], sandbox=sandbox)
            there = {fingerprint(article): article for article in file.articles}
            for one in group:
                if one.fingerprint in there:
                    yield Found(replace(there[one.fingerprint], id=one.id), path)


def _is_below(folders: Sequence[str]) -> Callable[[str], bool]:
    return lambda path: any(path == one or path.startswith(f"{one}/") for one in folders)


def _tell_nobody(step: str, done: int, total: int) -> None:
    """For those who do not ask."""

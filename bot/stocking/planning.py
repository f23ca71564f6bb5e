"""Which articles must be read and which have left. Pure: what is wanted and what is stored."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from bot.core.fingerprints import fingerprint
from bot.core.versions import version_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import datetime

    from bot.core.models import Article
    from bot.store.articles import Stored

FILE = "file"
_SHORT = 8
# So long a card tells what a file said before it was corrected.
REMEMBERED = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Found:
    """An article, and the place that it came from: an origin, a colon, and the rest.

    "file:/articles/a.txt", "feed:https://…", "web:https://…".
    """

    article: Article
    path: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """An article that shall be stored, without its text."""

    id: str
    fingerprint: str
    path: str


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be done: articles to read, ids that leave, and new places of others.

    `borrowed` counts articles that another origin brought too, and may take away again.
    `earlier` leads from articles to read to what their file held before; it is among `gone` too
    if its id is another.
    """

    read: tuple[Wanted, ...]
    gone: tuple[str, ...]
    moved: Mapping[str, str]
    borrowed: int
    earlier: Mapping[str, str] = field(default_factory=dict)


def origin_of(path: str) -> str:
    """Where an article came from ("file", "feed", "web"); each source minds its own alone."""
    return path.partition(":")[0]


def make_plan(
    wanted: Iterable[Wanted],
    stored: Iterable[Stored],
    *,
    origin: str,
    is_hidden: Callable[[str], bool],
    now: datetime,
) -> Plan:
    """Compare what a source has now with what is stored of it.

    An article that another origin brought is left alone if it is the same, and its id is left
    to it if it is not. What lies where nobody could look (`is_hidden` of its path) stays. So does
    what a file said before it was corrected, for as long as it is `REMEMBERED`.
    """
    known = {one.id: one for one in stored}
    own = [one for one in known.values() if origin_of(one.path) == origin]
    named = _as_stored([name_apart(one, known.get(one.id)) for one in wanted], own)
    ids = {one.id for one in named} | _kept_versions(named, own, now)
    there = [
        (one, known[one.id]) for one in named if one.id in known and _is_stored(one, known[one.id])
    ]
    return Plan(
        read=tuple(one for one in named if not _is_stored(one, known.get(one.id))),
        gone=tuple(one.id for one in own if one.id not in ids and not is_hidden(one.path)),
        moved={
            one.id: one.path
            for one, before in there
            if origin_of(before.path) == origin and before.path != one.path
        },
        borrowed=sum(origin_of(before.path) != origin for _, before in there),
        earlier=_earlier(named, own),
    )


def _as_stored(wanted: Sequence[Wanted], own: Sequence[Stored]) -> list[Wanted]:
    """Each under the id under which it is stored: a corrected one has the id of its version."""
    places = {(one.path, one.text_hash): one.id for one in own}
    stored = {one.id: one.text_hash for one in own}
    return [
        one
        if stored.get(one.id) == one.fingerprint
        else replace(one, id=places.get((one.path, one.fingerprint), one.id))
        for one in wanted
    ]


def _kept_versions(named: Sequence[Wanted], own: Sequence[Stored], now: datetime) -> frozenset[str]:
    """The version before each one that came not long ago."""
    seen = {one.id: one.first_seen_at for one in own}
    kept: set[str] = set()
    for one in named:
        first, version = version_of(one.id)
        if version > 1 and one.id in seen and now - seen[one.id] < REMEMBERED:
            kept.update(other for other in seen if version_of(other) == (first, version - 1))
    return frozenset(kept)


def _earlier(named: Sequence[Wanted], own: Sequence[Stored]) -> dict[str, str]:
    """What the file of each new article held before: under its id, or as its only article."""
    latest: dict[str, Stored] = {}
    for article in sorted(own, key=lambda one: version_of(one.id)):
        latest[version_of(article.id)[0]] = article
    stored = {one.id for one in own}
    alone = Counter(one.path for one in named)
    held: dict[str, list[Stored]] = {}
    for article in latest.values():
        held.setdefault(article.path, []).append(article)
    found: dict[str, str] = {}
    for one in named:
        before = latest.get(one.id)
        if before is None and alone[one.path] == 1 and len(held.get(one.path, ())) == 1:
            before = held[one.path][0]
        if before is not None and before.text_hash != one.fingerprint:
            found[one.id] = before.id
    return {new: old for new, old in found.items() if old in stored}


def name_apart(one: Wanted, known: Stored | None) -> Wanted:
    """The article under an id of its own, if another origin has its id for something else."""
    if (
        known is None
        or known.text_hash == one.fingerprint
        or origin_of(known.path) == origin_of(one.path)
    ):
        return one
    return replace(one, id=f"{one.id}~{one.fingerprint[:_SHORT]}")


def unstored(found: Sequence[Found], stored: Iterable[Stored]) -> tuple[Found, ...]:
    """Those that are not stored as they are, under the ids that they are to have."""
    known = {one.id: one for one in stored}
    fresh: list[Found] = []
    for one in found:
        wanted = Wanted(one.article.id, fingerprint(one.article), one.path)
        named = name_apart(wanted, known.get(wanted.id))
        if not _is_stored(named, known.get(named.id)):
            fresh.append(replace(one, article=replace(one.article, id=named.id)))
    return tuple(fresh)


def _is_stored(one: Wanted, known: Stored | None) -> bool:
    return known is not None and known.text_hash == one.fingerprint

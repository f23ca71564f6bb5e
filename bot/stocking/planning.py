"""Which articles must be read and which have left. Pure: what is wanted and what is stored."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.core.fingerprints import fingerprint

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from bot.core.models import Article
    from bot.store.articles import Stored

FILE = "file"
_SHORT = 8


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
    """

    read: tuple[Wanted, ...]
    gone: tuple[str, ...]
    moved: Mapping[str, str]
    borrowed: int


def origin_of(path: str) -> str:
    """Where an article came from ("file", "feed", "web"); each source minds its own alone."""
    return path.partition(":")[0]


def make_plan(
    wanted: Iterable[Wanted],
    stored: Iterable[Stored],
    *,
    origin: str,
    is_hidden: Callable[[str], bool],
) -> Plan:
    """Compare what a source has now with what is stored of it.

    An article that another origin brought is left alone if it is the same, and its id is left
    to it if it is not. What lies where nobody could look (`is_hidden` of its path) stays.
    """
    known = {one.id: one for one in stored}
    named = [name_apart(one, known.get(one.id)) for one in wanted]
    ids = {one.id for one in named}
    own = [one for one in known.values() if origin_of(one.path) == origin]
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
    )


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

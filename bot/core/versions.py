"""Ids of articles that were changed after they were published. Pure.

Every version is an article of its own, whose text stays what it was: "x" is the first, "x~v2" the
second. Cards are made of the latest version that was out; the one before it is what changed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_VERSION = re.compile(r"(.+)~v(\d{1,6})", re.DOTALL)


def version_id(article_id: str, version: int) -> str:
    """The id of a later version (from 2) of the article, any of whose ids is given."""
    return f"{_split(article_id)[0]}~v{version}"


def replaced_in(article_ids: Iterable[str]) -> frozenset[str]:
    """Those of these ids of which a later version is among them too."""
    known = frozenset(article_ids)
    later = [(one, *_split(one)) for one in known if "~v" in one]
    latest: dict[str, int] = {}
    for _, first, version in later:
        latest[first] = max(version, latest.get(first, 1))
    older = {one for one, first, version in later if version < latest[first]}
    return frozenset(older | {first for first in known if latest.get(first, 1) > 1})


def earlier_version(article_id: str, among: Iterable[str]) -> str | None:
    """The latest of these ids that is an earlier version of the same article."""
    own, version = _split(article_id)
    older = ((_split(one), one) for one in among)
    return max(
        ((split[1], one) for split, one in older if split[0] == own and split[1] < version),
        default=(0, None),
    )[1]


def next_version(article_id: str) -> str:
    """The id of the version that follows this one."""
    return version_id(article_id, _split(article_id)[1] + 1)


def version_of(article_id: str) -> tuple[str, int]:
    """The id of the first version, and which version this is, from 1."""
    return _split(article_id)


def _split(article_id: str) -> tuple[str, int]:
    """The id of the first version, and which version this is."""
    found = _VERSION.fullmatch(article_id)
    return (found[1], int(found[2])) if found else (article_id, 1)

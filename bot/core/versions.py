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


def _split(article_id: str) -> tuple[str, int]:
    """The id of the first version, and which version this is."""
    found = _VERSION.fullmatch(article_id)
    return (found[1], int(found[2])) if found else (article_id, 1)

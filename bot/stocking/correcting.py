"""A changed file whose figures changed becomes a new version of its article, beside the old one."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.core.versions import next_version, version_of
from bot.sources.duplicates import is_alike

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from bot.core.models import Article
    from bot.stocking.planning import Found

_NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")


class Corrections:
    """What came of the articles of changed files. `kept` are ids whose articles must stay."""

    def __init__(self, earlier: Mapping[str, str], load: Callable[[str], Article | None]) -> None:
        """`earlier` leads to the ids that stood in their files; `load` gives a stored article."""
        self._earlier = earlier
        self._load = load
        self.kept: set[str] = set()

    def tell(self, found: Iterable[Found]) -> Iterator[Found]:
        """Each article, a corrected one as the next version of what stood in its file."""
        for one in found:
            before = self._earlier.get(one.article.id)
            yield one if before is None else self._follow(one, before)

    def _follow(self, one: Found, before: str) -> Found:
        stored = self._load(before)
        own = one.article.id
        if stored is not None and is_corrected(stored, one.article):
            own = next_version(before)
        elif version_of(before)[0] == version_of(own)[0]:
            own = before
        self.kept |= {own, before} if own != one.article.id else {own}
        return replace(one, article=replace(one.article, id=own))


def is_corrected(before: Article, after: Article) -> bool:
    """Whether the text is much the same but for its numbers.

    Other changes of a file are its owner's business, and no reader need be told of them.
    """
    told, tells = _NUMBER.findall(before.text), _NUMBER.findall(after.text)
    return sorted(told) != sorted(tells) and is_alike(before.text, after.text)

"""Finds names by what was typed of them, at each key: all spellings stand in one text."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from bot.core.language.folding import spelling_key

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_END = "\n"


@dataclass(frozen=True, slots=True)
class _Index:
    """The names, their spellings each after a line end, and where each of these begins."""

    names: tuple[str, ...]
    text: str
    starts: tuple[int, ...]


class Typeahead:
    """May be asked by several threads. Is built anew only when the names have changed."""

    def __init__(self) -> None:
        """Know no name."""
        self._index = _Index((), "", ())

    def find(self, typed: str, names: Sequence[str], *, limit: int) -> tuple[str, ...]:
        """Those that begin like `typed`, then those that hold it, each in the order of `names`.

        Building takes about 4 µs a name, finding in 80,000 a few milliseconds.
        """
        index, same = self._index, tuple(names)
        if index.names != same:
            self._index = index = _build(same)
        wanted = spelling_key(typed).replace(_END, " ")
        begin = dict.fromkeys(_hits(index, f"{_END}{wanted}", limit))
        inside = _hits(index, wanted, limit + len(begin)) if len(begin) < limit else iter(())
        return tuple(index.names[one] for one in dict.fromkeys((*begin, *inside)))[:limit]


def _build(names: tuple[str, ...]) -> _Index:
    lines = [f"{_END}{spelling_key(name).replace(_END, ' ')}" for name in names]
    return _Index(names, "".join(lines), tuple(accumulate(map(len, lines[:-1]), initial=0)))


def _hits(index: _Index, wanted: str, limit: int) -> Iterator[int]:
    """Places of the first `limit` names whose line holds `wanted`, each once."""
    found, at = 0, 0
    while index.names and found < limit and (at := index.text.find(wanted, at)) >= 0:
        place = bisect_right(index.starts, at) - 1
        yield place
        found += 1
        last = place + 1 == len(index.starts)
        at = len(index.text) if last else index.starts[place + 1]

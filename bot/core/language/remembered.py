"""A table of words that works out an entry when it is first asked for, since texts repeat words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

Value = TypeVar("Value")

# Some megabytes at most; a full table is emptied, which costs less than minding which to keep.
_MOST = 1 << 16
# Longer "words" are addresses or noise: not worth a place in memory.
_LONGEST = 60


class Remembered(dict[str, Value], Generic[Value]):
    """`table[word]` is what the given function says of the word. Never grows without bounds."""

    __slots__ = ("_most", "_work_out")

    def __init__(self, work_out: Callable[[str], Value], *, most: int = _MOST) -> None:
        """Ask `work_out`, which must always say the same of a word; keep `most` at a time."""
        super().__init__()
        self._work_out = work_out
        self._most = most

    def __missing__(self, word: str) -> Value:
        """Called by `table[word]` for a word that is not there."""
        value = self._work_out(word)
        if len(word) <= _LONGEST:
            if len(self) >= self._most:
                self.clear()
            self[word] = value
        return value

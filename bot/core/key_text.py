"""Keys of subjects as one text, in which a part of a key is found at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_BREAK = "\n"


class KeyText:
    """Grows by one key at a time. Keys that are gone stay: whoever asks knows which are alive."""

    def __init__(self, keys: Iterable[str] = ()) -> None:
        """Begin with these keys."""
        self._text = _BREAK
        self._new = list(keys)

    def add(self, key: str) -> None:
        """Take in a key; nobody may ask meanwhile."""
        self._new.append(key)

    def holding(self, part: str, most: int) -> tuple[str, ...]:
        """The keys that hold `part`, in the order in which they came; `most` of them at most.

        Nothing is no part of any.
        """
        if not part:
            return ()
        new = tuple(self._new)
        if new:
            # Several may ask at once: taken in this order, keys may stand here twice, which
            # changes no answer, and none is lost.
            self._text = self._text + _BREAK.join((*new, ""))
            self._new.clear()
        found: dict[str, None] = {}
        at = self._text.find(part)
        while at >= 0 and len(found) < most:
            end = self._text.index(_BREAK, at)
            found[self._text[self._text.rindex(_BREAK, 0, at) + 1 : end]] = None
            at = self._text.find(part, end)
        return tuple(found)

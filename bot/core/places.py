"""Articles by small numbers, so that long lists of them take few bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class Places:
    """Ids to numbers from 0 and back; the number of one that left is given to the next."""

    def __init__(self) -> None:
        """Start empty."""
        # By number; empty where an article left.
        self.ids: list[str] = []
        self._numbers: dict[str, int] = {}
        self._free: list[int] = []

    def load(self, ids: Iterable[str]) -> None:
        """Go on from the `ids` of another."""
        self.ids = list(ids)
        self._numbers = {one: number for number, one in enumerate(self.ids) if one}
        self._free = [number for number, one in enumerate(self.ids) if not one]

    def __len__(self) -> int:
        """How many articles there are."""
        return len(self._numbers)

    def __iter__(self) -> Iterator[str]:
        """The ids of all articles, in no order."""
        return iter(self._numbers)

    def __contains__(self, article_id: str) -> bool:
        """Whether the article has a number."""
        return article_id in self._numbers

    def __getitem__(self, article_id: str) -> int:
        """The number of an article that is there."""
        return self._numbers[article_id]

    def enter(self, article_id: str) -> int:
        """The number of the article, which may be new."""
        number = self._numbers.get(article_id)
        if number is None:
            if self._free:
                number = self._free.pop()
                self.ids[number] = article_id
            else:
                number = len(self.ids)
                self.ids.append(article_id)
            self._numbers[article_id] = number
        return number

    def leave(self, article_id: str) -> None:
        """Take the number back; an article without one is no error."""
        number = self._numbers.pop(article_id, None)
        if number is not None:
            self.ids[number] = ""
            self._free.append(number)

"""Articles by small numbers, so that long lists of them take few bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class Places:
    """Ids to numbers from 0 and back; the number of one that left is given to the next."""

    def __init__(self, article_ids: Iterable[str] = ()) -> None:
        """Give these their numbers, in this order."""
        self.ids: list[str] = list(article_ids)
        self._numbers = {one: number for number, one in enumerate(self.ids)}
        self._free: list[int] = []

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

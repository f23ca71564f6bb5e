"""Which articles hold which words: an inverted index of base forms, in memory."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

from bot.core.tokens import token_of, tokens_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.core.models import Analysis

_FEWEST_TO_TIDY = 1000


class TextIndex:
    """Base forms to articles, added and removed one article at a time.

    Articles are numbered as they come, since the number of one takes four bytes in the list of
    a word. An article that is gone leaves its numbers in those lists until half of all are
    such; then the lists are tidied.
    """

    def __init__(self) -> None:
        """Start empty."""
        self._holders: dict[str, array[int]] = {}
        self._numbers: dict[str, int] = {}
        self._articles: list[str | None] = []

    def add(self, analysis: Analysis) -> None:
        """Take in the words of an article; one that is known is replaced."""
        self.remove(analysis.article_id)
        number = self._numbers[analysis.article_id] = len(self._articles)
        self._articles.append(analysis.article_id)
        for word in tokens_of(analysis).split():
            holders = self._holders.get(word)
            if holders is None:
                self._holders[word] = array("I", (number,))
            else:
                holders.append(number)

    def remove(self, article_id: str) -> None:
        """Forget an article; one that is not known is no error."""
        number = self._numbers.pop(article_id, None)
        if number is None:
            return
        self._articles[number] = None
        if len(self._articles) > max(_FEWEST_TO_TIDY, 2 * len(self._numbers)):
            self._tidy()

    def find(self, wanted: Sequence[Iterable[str]]) -> tuple[str, ...]:
        """Ids of the articles that hold at least one form of every wanted word, sorted."""
        found: set[int] | None = None
        for forms in wanted:
            holders: set[int] = set()
            for form in forms:
                holders.update(self._holders.get(token_of(form), ()))
            found = holders if found is None else found & holders
            if not found:
                return ()
        articles = (self._articles[number] for number in found or ())
        return tuple(sorted(article for article in articles if article is not None))

    def _tidy(self) -> None:
        """Number the articles that are left anew, in the same order."""
        left = [article for article in self._articles if article is not None]
        numbers = {self._numbers[article]: number for number, article in enumerate(left)}
        for word, holders in list(self._holders.items()):
            kept = array("I", [numbers[number] for number in holders if number in numbers])
            if kept:
                self._holders[word] = kept
            else:
                del self._holders[word]
        self._articles = [*left]
        self._numbers = {article: number for number, article in enumerate(left)}

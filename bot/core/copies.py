"""Which articles carry the same text, as an agency's report is printed by several papers.

Who reads such a report three times has it confirmed by nobody. Knows no topic and no outlet.
"""

from __future__ import annotations

from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

from bot.core.language.content_words import STOPWORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bot.core.models import Article, Reading

    Run = tuple[str, str, str]

# Of two reports of one event, each in its own words, far fewer words and hardly any runs of
# three are the same; a shortened or slightly edited copy keeps most of them.
_SAME_WORDS = 0.7
_SAME_RUNS = 0.65
# Two notes of a few words may agree by chance.
_FEWEST_WORDS = 6


def find_copies(readings: Iterable[Reading]) -> Mapping[str, str]:
    """The id of each article that (nearly) repeats an earlier one, with the id of that one.

    The earliest of several is the one that the others repeat; of one day, that with the first id.
    The order given does not matter. One that says much more or gives another number is no copy,
    nor is a translation.
    """
    heads: list[_Wording] = []
    holders: dict[tuple[str, ...], list[int]] = {}
    copies: dict[str, str] = {}
    for reading in sorted(readings, key=lambda one: _when(one.article)):
        wording = _Wording(reading)
        told = [lemmas for lemmas in wording.lemmas if len(lemmas) >= _FEWEST_WORDS]
        # Whoever edits a text leaves some sentence of it as it was.
        alike = sorted({number for lemmas in told for number in holders.get(lemmas, ())})
        head = next((n for n in alike if heads[n].is_repeated_by(wording)), None)
        if head is None:
            for lemmas in told:
                holders.setdefault(lemmas, []).append(len(heads))
            heads.append(wording)
        else:
            copies[reading.article.id] = heads[head].article.id
    return copies


def _when(article: Article) -> tuple[int, str, str]:
    day = article.published_on.toordinal() if article.published_on else 0
    moment = article.published_at.isoformat() if article.published_at else ""
    return (day, moment, article.id)


class _Wording:
    """The words of an article; its runs of words are made when they are first asked for."""

    def __init__(self, reading: Reading) -> None:
        self.article = reading.article
        self.lemmas = [sentence.lemmas for sentence in reading.analysis.sentences]

    def is_repeated_by(self, later: _Wording) -> bool:
        """Whether what a later article says is for the most part said here, in these words."""
        if self.article.language != later.article.language or len(later.words) < _FEWEST_WORDS:
            return False
        new = later.words - self.words
        if len(new) > (1 - _SAME_WORDS) * len(later.words):
            return False
        if any(word[0].isdigit() for word in new):
            return False
        return len(later.runs & self.runs) >= _SAME_RUNS * len(later.runs)

    @cached_property
    def words(self) -> frozenset[str]:
        """The words that carry meaning."""
        return frozenset(chain.from_iterable(self.lemmas)) - STOPWORDS

    @cached_property
    def runs(self) -> frozenset[Run]:
        """All runs of three words within a sentence."""
        found: set[Run] = set()
        for lemmas in self.lemmas:
            found.update(zip(lemmas, lemmas[1:], lemmas[2:], strict=False))
        return frozenset(found)

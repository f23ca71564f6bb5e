"""What a card shows so far, so that nothing is shown twice."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.core.ranking import repeats

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.core.models import Language, Reading
    from bot.core.ranking import Candidate

# A sentence in the other language must tell so much more to come first. Set by reading cards.
_OWN_LANGUAGE = 1.27


@dataclass(slots=True)
class Shown:
    """Sentences on the card: `keys` by article and number, `candidates` for what they say.

    `texts` are their words: the same sentence may stand in several articles.
    """

    keys: set[tuple[str, int]] = field(default_factory=set)
    texts: set[str] = field(default_factory=set)
    candidates: list[Candidate] = field(default_factory=list)

    def copy(self) -> Shown:
        """The same, to be added to by itself."""
        return Shown(set(self.keys), set(self.texts), list(self.candidates))

    def become(self, other: Shown) -> None:
        """Forget what is shown here for what is shown there."""
        self.keys, self.texts, self.candidates = other.keys, other.texts, other.candidates

    def holds(self, reading: Reading, number: int) -> bool:
        """Whether this sentence of the article, or one of the same words, is on the card."""
        key = (reading.article.id, number)
        return key in self.keys or _text(reading, number) in self.texts

    def note(self, reading: Reading, number: int) -> None:
        """Count this sentence of the article as shown."""
        self.keys.add((reading.article.id, number))
        self.texts.add(_text(reading, number))

    def repeats(self, candidate: Candidate) -> bool:
        """Whether the card says it already, in these or nearly these words."""
        return self.holds(candidate.reading, candidate.number) or any(
            repeats(other, candidate) for other in self.candidates
        )

    def add(self, candidate: Candidate) -> None:
        """Count the candidate as shown."""
        self.note(candidate.reading, candidate.number)
        self.candidates.append(candidate)


def by_weight(candidates: Iterable[Candidate], language: Language | None = None) -> list[Candidate]:
    """The candidates that tell most first; ties in a fixed order.

    One in `language` comes before others that tell about as much.
    """
    return sorted(
        candidates,
        key=lambda one: (
            -one.weight * favour(one.reading, language),
            one.key,
        ),
    )


def favour(reading: Reading, language: Language | None) -> float:
    """By how much more a sentence of the article counts for who reads `language`."""
    return _OWN_LANGUAGE if reading.article.language == language else 1.0


def _text(reading: Reading, number: int) -> str:
    return reading.article.cut(reading.analysis.sentences[number].range)

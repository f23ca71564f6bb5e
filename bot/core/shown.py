"""What a card shows so far, so that nothing is shown twice."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.core.ranking import repeats

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.core.ranking import Candidate


@dataclass(slots=True)
class Shown:
    """Sentences on the card: `keys` by article and number, `candidates` for what they say."""

    keys: set[tuple[str, int]] = field(default_factory=set)
    candidates: list[Candidate] = field(default_factory=list)

    def repeats(self, candidate: Candidate) -> bool:
        """Whether the card says it already, in these or nearly these words."""
        return candidate.key in self.keys or any(
            repeats(other, candidate) for other in self.candidates
        )

    def add(self, candidate: Candidate) -> None:
        """Count the candidate as shown."""
        self.keys.add(candidate.key)
        self.candidates.append(candidate)


def by_weight(candidates: Iterable[Candidate]) -> list[Candidate]:
    """The candidates that tell most first; ties in a fixed order."""
    return sorted(candidates, key=lambda one: (-one.weight, one.key))

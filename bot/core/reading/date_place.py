"""One word of a sentence with its neighbours: what the grammars of dates and figures look at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.core.models import Language, Sentence


@dataclass(frozen=True, slots=True)
class Place:
    """Word number `index` of `unit` in `text`, without its first `skip` characters."""

    text: str
    unit: Sentence
    index: int
    language: Language
    skip: int = 0

    @property
    def word(self) -> str:
        """The word as written."""
        return self.unit.words[self.index][self.skip :]

    @property
    def start(self) -> int:
        """Where the word begins in the text."""
        return self.unit.start + self.unit.offsets[self.index] + self.skip

    @property
    def end(self) -> int:
        """Where the word ends in the text."""
        return self.start + len(self.word)

    def at(self, index: int) -> Place:
        """The place of another word of the same unit."""
        return Place(self.text, self.unit, index, self.language)

    def before(self, steps: int = 1) -> str:
        """The word `steps` before, or "" if anything but blanks stands between."""
        index = self.index - steps
        if index < 0 or self.skip or not self._is_blank_between(index, self.index):
            return ""
        return self.unit.words[index]

    def after(self, steps: int = 1) -> str:
        """The word `steps` behind, or "" if anything but blanks stands between."""
        index = self.index + steps
        if index >= len(self.unit.words) or not self._is_blank_between(self.index, index):
            return ""
        return self.unit.words[index]

    def start_before(self, steps: int) -> int:
        """Where the word `steps` before begins in the text."""
        if steps == 0:
            return self.start
        return self.unit.start + self.unit.offsets[self.index - steps]

    def _is_blank_between(self, first: int, last: int) -> bool:
        unit = self.unit
        for left in range(first, last):
            gap_start = unit.offsets[left] + len(unit.words[left]) + unit.start
            gap = self.text[gap_start : unit.start + unit.offsets[left + 1]]
            if not gap.isspace() or len(gap) > 3 or "\n" in gap:  # noqa: PLR2004
                return False
        return True

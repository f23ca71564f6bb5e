"""Who speaks where no verb of saying has its subject before it: found by what stands around."""

from __future__ import annotations

from bisect import bisect_left
from itertools import dropwhile, takewhile
from typing import TYPE_CHECKING, NamedTuple

from bot.core.language.speech_grammar import CONJUNCTIONS
from bot.core.language.speech_words import BODIES, CLAIMS, THINGS
from bot.core.reading.name_lines import is_role
from bot.core.reading.speech_phrases import (
    guess_finite,
    has_subjunctive,
    noun_phrase,
    opens_relative,
    subject_after,
)

if TYPE_CHECKING:
    from bot.core.models import Range
    from bot.core.reading.speakers import Cast
    from bot.core.reading.speech_frames import Frame
    from bot.core.reading.speech_passages import Passage
    from bot.core.reading.speech_phrases import Phrase

_NOMINATIVE = frozenset("der ein er dieser".split())
_LONGEST_CLAIM = 8
_OWNING = frozenset("der des eines einer von vom".split())
_COPULAS = frozenset("ist sind war waren sei seien bleibt wäre".split())


class Search(NamedTuple):
    """A passage, its number, and the cast of the article."""

    cast: Cast
    passage: Passage
    number: int

    def behind(self, first: Phrase, finite: int, last: int) -> Phrase | None:
        """The person behind the verb, if what stands before it cannot speak."""
        passage = self.passage
        places = range(first[0], first[1] + 1)
        capital = dropwhile(lambda word: not passage.capital[word], places)
        heads = [passage.lowers[at] for at in takewhile(passage.capital.__getitem__, capital)]
        can_speak = any(head.endswith(BODIES) for head in heads)
        if can_speak or not any(head.endswith(THINGS) for head in heads):
            return None
        phrase = subject_after(passage, finite + 1, last + 1, "de")
        return phrase if phrase and phrase[0] == finite + 1 and self._is_person(phrase) else None

    def behind_first(self, clause: int) -> Phrase | None:
        """Who surely is the subject behind a verb that opens: "…, schickte der Wirt Worte: „…“"."""
        passage = self.passage
        first, last = passage.clauses[clause]
        if passage.gaps[first] != "," or guess_finite(passage, first, last, "de") != first:
            return None
        phrase = subject_after(passage, first + 1, last + 1, "de")
        if not phrase or phrase[0] != first + 1:
            return None
        sure = passage.lowers[phrase[0]] in _NOMINATIVE or self.is_somebody(phrase)
        return phrase if sure else None

    def right_before(self, part: Range, frame: Frame | None) -> Phrase | None:
        """Who is named right before the quotation without a verb: "Anna Muster: „…“"."""
        passage, language = self.passage, self.cast.language
        before = bisect_left(passage.starts, part.start)
        if not before or passage.gaps[before][:1] not in (":", "("):
            return None
        clause = passage.clause_of(before - 1)
        first = passage.clauses[clause][0]
        if (frame and passage.clause_of(frame.at) == clause) or (
            guess_finite(passage, first, before - 1, language) is not None
        ):
            return None
        first = max([first, *(word for word in passage.quoted if word < before)])
        if passage.lowers[first] in CONJUNCTIONS[language]:
            first += 1
        phrase = noun_phrase(passage, first, before, language) if first < before else None
        return phrase if phrase and phrase[1] == before - 1 and self._is_person(phrase) else None

    def judge(self, part: Range) -> Phrase | None:
        """Who finds something to be what the marks say: "Für den Minister ist das „…“"."""
        passage = self.passage
        before = bisect_left(passage.starts, part.start)
        if not before or self.cast.language != "de":
            return None
        first, last = passage.clauses[passage.clause_of(before - 1)]
        asks = passage.lowers[first] == "was" and first + 1 < last
        first += asks
        if passage.lowers[first] != "für" or first == last:
            return None
        phrase = noun_phrase(passage, first + 1, last + 1, "de")
        if not phrase:
            return None
        found = passage.lowers[last] if asks else passage.lowers[min(phrase[1] + 1, last)]
        if phrase[1] == last or found not in _COPULAS:
            return None
        return phrase if self.is_somebody(phrase) else None

    def claiming(self, part: Range) -> Phrase | None:
        """Whose claim the marks stand in: "den Vorwurf der Partei, es handle sich um „…“"."""
        passage = self.passage
        before = bisect_left(passage.starts, part.start)
        if not before or self.cast.language != "de":
            return None
        number = passage.clause_of(before - 1)
        if number and opens_relative(passage, passage.clauses[number][0], "de"):
            number -= 1
        first, last = passage.clauses[number]
        if not number or passage.gaps[first] != "," or first in passage.heads:
            return None
        if passage.lowers[first] != "dass" and not has_subjunctive(passage, first, last):
            return None
        return self._owner(*passage.clauses[number - 1])

    def _owner(self, first: int, last: int) -> Phrase | None:
        """To whom a claim belongs with which a clause ends."""
        passage = self.passage
        for index in range(last - 1, max(first, last - _LONGEST_CLAIM) - 1, -1):
            if passage.lemmas[index] not in CLAIMS or not passage.capital[index]:
                continue
            opener = passage.lowers[index + 1]
            if opener in _OWNING:
                begin = index + 2 if opener in ("von", "vom") else index + 1
                owner = noun_phrase(passage, begin, last + 1, "de") if begin <= last else None
                return owner if owner and owner[1] == last and self.is_somebody(owner) else None
        return None

    def is_somebody(self, phrase: Phrase) -> bool:
        """Whether a phrase names a person or an organisation, or says a role."""
        words = self.passage.words[phrase[0] : phrase[1] + 1]
        return bool(self.cast.named(self.passage.span(*phrase))) or any(map(is_role, words))

    def _is_person(self, phrase: Phrase) -> bool:
        return self.cast.is_person(self.cast.name_of(self.passage, self.number, phrase))

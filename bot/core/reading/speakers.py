"""Who speaks: from a noun phrase or a pronoun to one of the article's names."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.core.language.speech_grammar import DEMONSTRATIVES, GENITIVES, PERSONAL
from bot.core.models import Range

if TYPE_CHECKING:
    from bot.core.models import Article, Name
    from bot.core.reading.speech_passages import Passage
    from bot.core.reading.speech_phrases import Phrase

# A pronoun looks back over so many sentences, not more.
_REACH = 2
# "Sprecherin", not "in" or "darin".
_SHORTEST_FEMALE = 6
_MALE = frozenset("er he der".split())
_FEMALE = frozenset("sie she die".split())


@dataclass(frozen=True, slots=True)
class Person:
    """Whom a pronoun may mean: the name, where it stood, in which passage."""

    name: str
    passage: int


class Cast:
    """The persons and organisations of an article by their places, and who was last the subject."""

    def __init__(self, names: tuple[Name, ...], article: Article) -> None:
        """Take `names` as they are; it does no harm if some are missing."""
        self.text = article.text
        found = sorted(
            (mention.start, mention.end, number)
            for number, name in enumerate(names)
            if name.kind != "LOC"
            for mention in name.mentions
        )
        self._names = names
        self._persons = frozenset(name.name for name in names if name.kind == "PER")
        self._language = article.language
        self._mentions = found
        self._starts = [start for start, _, _ in found]
        self._subject: Person | None = None
        self._last: Person | None = None
        self._gender: dict[str, str] = {}

    def is_person(self, name: str | None) -> bool:
        """Whether `name` is one of the article's persons."""
        return name in self._persons

    def named(self, part: Range) -> list[tuple[Range, str]]:
        """What is named inside `part`, in order, with its joined name; places are left out."""
        return [(mention, name.name) for mention, name in self._inside(part)]

    def _inside(self, part: Range) -> list[tuple[Range, Name]]:
        first = bisect_left(self._starts, part.start)
        last = bisect_right(self._starts, part.end)
        return [
            (Range(start, end), self._names[number])
            for start, end, number in self._mentions[first:last]
            if end <= part.end
        ]

    def name_of(self, passage: Passage, number: int, phrase: Phrase) -> str | None:
        """The joined name of the phrase, if the phrase is that name and not merely holds it."""
        lower = passage.lowers[phrase[0]]
        if phrase[0] == phrase[1] and (
            lower in PERSONAL[self._language] or lower in DEMONSTRATIVES[self._language]
        ):
            return self._meant_by(lower, number, passage, phrase)
        heads = self._heads(passage, phrase)
        persons = [name for name in heads if name.kind == "PER"]
        chosen = persons or heads
        return chosen[0].name if len({name.name for name in chosen}) == 1 else None

    def note(self, passage: Passage, number: int, subject: Phrase | None) -> None:
        """Remember the persons of a passage for the pronouns of the next."""
        persons = [
            name
            for mention, name in self._inside(passage.range)
            if name.kind == "PER"
            and not _is_genitive(passage.text[mention.start : mention.end], name.name)
        ]
        if subject:
            name = self.name_of(passage, number, subject)
            if name and self.is_person(name):
                self._subject = Person(name, number)
                self._learn(passage, subject, name)
            elif subject[0] != subject[1] and len({p.name for p in persons}) != 1:
                self._subject = None
            elif persons and not name:
                self._subject = Person(persons[0].name, number)
        elif len({name.name for name in persons}) == 1:
            self._subject = Person(persons[0].name, number)
        elif persons:
            self._subject = None
        if persons:
            self._last = Person(persons[-1].name, number)

    def _meant_by(self, lower: str, number: int, passage: Passage, phrase: Phrase) -> str | None:
        meant = self._subject
        if lower in DEMONSTRATIVES[self._language] and self._language == "de":
            meant = self._last
        if not meant or number - meant.passage > _REACH:
            return None
        if lower not in _MALE and lower not in _FEMALE:
            return None
        following = phrase[1] + 1
        plural = following < len(passage.words) and passage.lowers[following].endswith("n")
        if plural and lower in ("sie", "die"):
            return None
        wanted = "m" if lower in _MALE else "f"
        known = self._gender.setdefault(meant.name, wanted)
        return meant.name if known == wanted else None

    def _learn(self, passage: Passage, phrase: Phrase, name: str) -> None:
        first = passage.lowers[phrase[0]]
        words = passage.lowers[phrase[0] : phrase[1] + 1]
        if (
            any(word.endswith("in") and len(word) > _SHORTEST_FEMALE for word in words[:-1])
            or "frau" in words
        ):
            self._gender.setdefault(name, "f")
        elif first in ("der", "ein", "herr"):
            self._gender.setdefault(name, "m")

    def _heads(self, passage: Passage, phrase: Phrase) -> list[Name]:
        out: list[Name] = []
        for mention, name in self._inside(passage.span(*phrase)):
            if name.kind == "OTHER" or _is_genitive(
                passage.text[mention.start : mention.end], name.name
            ):
                continue
            at = bisect_left(passage.starts, mention.start)
            if self._is_part(passage, mention):
                continue
            if not self._is_governed(passage, phrase[0], at):
                out.append(name)
        return out

    def _is_part(self, passage: Passage, mention: Range) -> bool:
        """Whether the mention opens a longer word ("OpenAI-Führung", "OpenAI's")."""
        word = bisect_left(passage.starts, mention.end) - 1
        return word >= 0 and passage.ends[word] > mention.end

    def _is_governed(self, passage: Passage, first: int, at: int) -> bool:
        """Whether the mention at word `at` hangs on a noun before it ("Sprecher von …")."""
        for index in range(at - 1, first - 1, -1):
            if passage.gaps[index + 1]:
                return False
            if passage.lowers[index] in GENITIVES[self._language] and index > first:
                return True
        return False


def _is_genitive(mention: str, name: str) -> bool:
    return mention.endswith(("s", "’", "'")) and not name.endswith(mention[-2:])

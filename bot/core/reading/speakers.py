"""Who speaks: from a noun phrase or a pronoun to one of the article's names."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, NamedTuple

from bot.core.language.name_gender import gender_of
from bot.core.language.speech_grammar import (
    DEMONSTRATIVES,
    DETERMINERS,
    GENITIVES,
    PERSONAL,
    PREPOSITIONS,
    SUBORDINATORS,
)
from bot.core.models import Range
from bot.core.reading.speech_descriptions import fits_only, read_description
from bot.core.reading.speech_phrases import guess_finite, main_subject, subject_after

if TYPE_CHECKING:
    from bot.core.models import Article, Language, Name
    from bot.core.reading.speech_passages import Passage
    from bot.core.reading.speech_phrases import Phrase

# A pronoun looks back over so many sentences, not more.
_REACH = 2
# "Sprecherin", not "in" or "darin".
_SHORTEST_FEMALE = 6
_LISTS = frozenset("und sowie oder and or".split())
_RELATIVE = frozenset("der die welcher welche who".split())
_MALE = frozenset("er he der".split())
_FEMALE = frozenset("sie she die".split())


class Person(NamedTuple):
    """Whom a pronoun may mean: the name, and in which passage it stood."""

    name: str
    passage: int


class Memory(NamedTuple):
    """Who was the subject last, who was named last, and what a description may stand for.

    `alone` is the subject of the sentence right before if no other person is in it, `said` are
    the words of that sentence, `speaker` its subject if that is a person. `recent` are all
    persons whom a pronoun can reach.
    """

    subject: Person | None = None
    last: Person | None = None
    alone: str | None = None
    said: tuple[str, ...] = ()
    speaker: tuple[Range, str] | None = None
    recent: tuple[Person, ...] = ()


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
        self._openers = SUBORDINATORS["de"] if article.language == "de" else frozenset[str]()
        self._mentions = found
        self._starts = [start for start, _, _ in found]
        self._memories: list[tuple[int, Memory]] = [(0, Memory())]
        self._gender = {
            name.name: gender
            for name in names
            if name.kind == "PER" and (gender := gender_of(name.name))
        }

    @property
    def language(self) -> Language:
        """The language of the article."""
        return self._language

    def is_person(self, name: str | None) -> bool:
        """Whether `name` is one of the article's persons."""
        return name in self._persons

    def may_speak(self, name: str | None) -> bool:
        """Whether `name` is a person or an organisation, not a project or a work."""
        return any(known.name == name and known.kind in ("PER", "ORG") for known in self._names)

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
            if _is_relative(passage, phrase[0]):
                return None
            return self._meant_by(lower, number, passage, phrase)
        heads = self._heads(passage, phrase)
        persons = [name for name in heads if name.kind == "PER"]
        chosen = persons or heads
        if not chosen:
            return self._described(passage, phrase)
        return chosen[0].name if len({name.name for name in chosen}) == 1 else None

    def follow(self, passage: Passage, number: int) -> None:
        """Take in the next passage sentence by sentence; call before asking for its names."""
        memory = self.memory
        self._memories = [(0, memory)]
        heads = sorted({0, *passage.heads}) if passage.words else []
        for place, first in enumerate(heads):
            stop = heads[place + 1] if place + 1 < len(heads) else len(passage.words)
            memory = self._after(passage, number, (first, stop - 1), memory)
            self._memories.append((stop, memory))

    @property
    def memory(self) -> Memory:
        """What is remembered after the passage."""
        return self._memories[-1][1]

    def before(self, word: int) -> Memory:
        """What is remembered when the sentence of this word begins."""
        for first, memory in reversed(self._memories):
            if first <= word:
                return memory
        return self.memory

    def apposition(self, passage: Passage, phrase: Phrase) -> Phrase:
        """The phrase with the person's name that follows after a comma, if one does."""
        first = phrase[1] + 1
        opens = passage.lowers[phrase[0]] in DETERMINERS[self._language]
        if not opens or first >= len(passage.words) or passage.gaps[first] != ",":
            return phrase
        start, end = passage.clauses[passage.clause_of(first)]
        follows = passage.lowers[end + 1] if end + 1 < len(passage.words) else ""
        if start != first or follows in _LISTS:
            return phrase
        found = self._inside(passage.span(first, end))
        if len(found) != 1 or found[0][1].kind != "PER":
            return phrase
        last = bisect_left(passage.starts, found[0][0].end) - 1
        bracketed = last == end or passage.gaps[last + 1].startswith("(")
        begins = found[0][0].start == passage.starts[first]
        return (phrase[0], last) if begins and bracketed else phrase

    def _after(self, passage: Passage, number: int, sentence: Phrase, before: Memory) -> Memory:
        """What is remembered after a sentence, given what was before it."""
        opens_late = passage.lowers[sentence[0]] in self._openers
        subject = self._late_subject(passage, sentence) if opens_late else None
        if not subject:
            clause = passage.clause_of(sentence[0])
            subject = main_subject(passage, clause, self._language)
        persons = [name.name for name in self._persons_of(passage, sentence)]
        name: str | None = None
        if subject:
            subject = self.apposition(passage, subject)
            name = self.name_of(passage, number, subject)
        found = before.subject
        if subject and name and self.is_person(name):
            found = Person(name, number)
            self._learn(passage, subject, name)
        elif len(set(persons)) == 1:
            known = found and number - found.passage <= _REACH and found.name != persons[0]
            found = None if known else Person(persons[0], number)
        elif persons or (subject and subject[0] != subject[1]):
            found = None
        person = name if self.is_person(name) else None
        alone = person if person and set(persons) <= {person} else None
        return Memory(
            subject=found,
            last=Person(persons[-1], number) if persons else before.last,
            alone=alone,
            said=passage.lowers[sentence[0] : sentence[1] + 1] if alone else (),
            speaker=(passage.span(*subject), person) if subject and person else None,
            recent=(
                *(one for one in before.recent if number - one.passage <= _REACH),
                *(Person(one, number) for one in dict.fromkeys(persons)),
            ),
        )

    def _late_subject(self, passage: Passage, sentence: Phrase) -> Phrase | None:
        """The subject of a main clause that follows another: "Um zu sparen, will Muster gehen"."""
        following = passage.clause_of(sentence[0]) + 1
        if following < len(passage.clauses) and passage.clauses[following][1] <= sentence[1]:
            first, last = passage.clauses[following]
            if guess_finite(passage, first, last, "de") == first:
                return subject_after(passage, first + 1, last + 1, "de")
        return None

    def _persons_of(self, passage: Passage, sentence: Phrase) -> list[Name]:
        """The persons of a sentence, without those in the genitive or inside quotations."""
        found = self._inside(passage.span(*sentence))
        return [
            name
            for mention, name in found
            if name.kind == "PER"
            and not _is_genitive(passage.text[mention.start : mention.end], name.name)
            and not any(part.contains(mention) for part in passage.quoted.values())
        ]

    def _meant_by(self, lower: str, number: int, passage: Passage, phrase: Phrase) -> str | None:
        memory = self.before(phrase[0])
        meant = self._subject_of_sentence(passage, number, phrase) or memory.subject
        if lower in DEMONSTRATIVES[self._language] and self._language == "de":
            meant = memory.last
        if lower not in _MALE and lower not in _FEMALE:
            return None
        following = phrase[1] + 1
        plural = following < len(passage.words) and passage.lowers[following].endswith("n")
        if plural and lower in ("sie", "die"):
            return None
        wanted = "m" if lower in _MALE else "f"
        if not meant or number - meant.passage > _REACH:
            return None
        known = self._gender.setdefault(meant.name, wanted)
        return meant.name if known == wanted else self._only_one(wanted, memory, number)

    def _only_one(self, wanted: str, memory: Memory, number: int) -> str | None:
        """The only person in reach whom the pronoun can mean, if the name says that it can."""
        able = {
            one.name
            for one in memory.recent
            if number - one.passage <= _REACH and self._gender.get(one.name) in {wanted, None}
        }
        if len(able) != 1:
            return None
        (name,) = able
        return name if gender_of(name) == wanted else None

    def _subject_of_sentence(self, passage: Passage, number: int, phrase: Phrase) -> Person | None:
        """The person with whom the sentence of a pronoun opens: "Muster lobte ihn: „…“, sagte er".

        Only where the pronoun stands behind a quotation.
        """
        first = max((head for head in passage.heads if head <= phrase[0]), default=0)
        quoted = any(
            passage.starts[first] < part.start < passage.starts[phrase[0]]
            for part in passage.quoted.values()
        )
        if not quoted:
            return None
        subject = main_subject(passage, passage.clause_of(first), self._language)
        if not subject or subject[1] >= phrase[0]:
            return None
        heads = [name for name in self._heads(passage, subject) if name.kind == "PER"]
        return Person(heads[0].name, number) if len(heads) == 1 else None

    def _described(self, passage: Passage, phrase: Phrase) -> str | None:
        """The person for whom "der Tesla-Chef" or "der Unternehmer" stands, where it is certain.

        It is the subject of the sentence right before, where no other person is named, and
        neither the noun nor the organisation in it belongs to anybody else.
        """
        meant = self.before(phrase[0])
        if not meant.alone:
            return None
        found = read_description(passage.lowers[phrase[0] : phrase[1] + 1], self._language)
        if not found:
            return None
        roles: tuple[list[str], list[str]] = ([], [])
        for name in self._names:
            if name.kind == "PER":
                stated = roles[name.name == meant.alone]
                stated += [self.text[role.start : role.end].lower() for role in name.roles]
        if not fits_only(found, said=meant.said, own=roles[True], others=roles[False]):
            return None
        known = self._gender.setdefault(meant.alone, found.gender) if found.gender else ""
        return meant.alone if known == found.gender else None

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
        # "Nach Angaben des Landesamtes": the whole phrase is in the genitive, and no noun before.
        is_owner = passage.lowers[phrase[0]] != "des"
        for mention, name in self._inside(passage.span(*phrase)):
            if name.kind == "OTHER" or (
                is_owner and _is_genitive(passage.text[mention.start : mention.end], name.name)
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
        """Whether the mention at word `at` hangs on a noun before it ("Sprecher von …", "zu …")."""
        if at > first and passage.lowers[at - 1] in PREPOSITIONS[self._language]:
            return True
        for index in range(at - 1, first - 1, -1):
            if passage.gaps[index + 1]:
                return False
            if passage.lowers[index] in GENITIVES[self._language] and index > first:
                return True
        return False


def _is_relative(passage: Passage, word: int) -> bool:
    """Whether a lone "der" opens a relative clause, and means whoever stands before it."""
    inside = passage.gaps[word] == "," and word not in passage.heads
    return inside and passage.lowers[word] in _RELATIVE


def _is_genitive(mention: str, name: str) -> bool:
    return mention.endswith(("s", "’", "'")) and not name.endswith(mention[-2:])

"""Persons: a first name with what follows, a title or role with a family name, initials."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.core.language.name_first import SURNAMES
from bot.core.language.name_never import AMBIGUOUS_FIRST_NAMES, NEVER
from bot.core.language.name_words import (
    AFTER_PERSONS,
    ENGLISH_ORGANISATION_HEADS,
    ENGLISH_PLACE_HEADS,
    ENGLISH_ROLE_HEADS,
    ENGLISH_TITLES,
    GERMAN_TITLES,
    LEGAL_FORMS,
    ORGANISATION_ENDINGS,
    PARTICLES,
)
from bot.core.reading.name_candidates import SURE, Found, Vote, found
from bot.core.reading.name_gazetteer import find_known, find_known_word
from bot.core.reading.name_lines import has_capital, is_first_name, is_role, without_apostrophe
from bot.core.reading.name_titled import is_named_by_role

if TYPE_CHECKING:
    from bot.core.reading.name_lines import Lexicon, Line

_LONGEST = 6
_LONGEST_TITLED = 3
_MOST_PARTICLES = 3  # von und zu
_LONGEST_ABBREVIATION = 3
# "Anna zur Linden" is a name, "Anna zum Sieg" is not.
_CONTRACTIONS = frozenset(("zu", "zum", "zur", "vom", "am"))
_FOREIGN_PARTICLES = frozenset(("de", "del", "van", "bin", "ibn", "al", "di", "da", "dos", "el"))
_NUMERALS = frozenset(
    ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "XI", "XII", "XIV", "XVI")
)


def find_person(line: Line, first: int, lexicon: Lexicon) -> Found | None:
    """A person that begins with word `first`, if that is a first name, an initial or titled."""
    word = without_apostrophe(line.words[first])
    if is_initial(word):
        return _find_after_initials(line, first, lexicon)
    if is_first_name(word) or (word.endswith("s") and is_first_name(word[:-1])):
        return _find_after_first_name(line, first, lexicon)
    if is_titled(line, first, lexicon) and is_surname(line, first, lexicon):
        last = _find_first_name_behind(line, first)
        while last - first < _LONGEST_TITLED and (
            (following := _find_second_surname(line, last, lexicon)) > last
        ):
            last = following
        return _with_numeral(line, found(line, first, last, Vote("PER", SURE)))
    return None


def _find_first_name_behind(line: Line, first: int) -> int:
    """Behind a title a first name that no list has, and a family name that is one: Falk Rüdiger."""
    word = line.after(first)
    is_owned = line.words[first].endswith("s")
    return first + 1 if word and is_first_name(word) and not is_owned else first


def is_initial(word: str) -> bool:
    """Whether this is a single capital letter."""
    return len(word) == 1 and word.isupper()


def is_titled(line: Line, number: int, lexicon: Lexicon) -> bool:
    """Whether a title or a role stands directly before word `number`."""
    if number == 0 or line.gaps[number] not in {" ", ". ", "\u00a0"}:
        return False
    before = line.words[number - 1]
    if lexicon.language == "en":
        return before in ENGLISH_TITLES or _is_role_of_name(line, number)
    if before in GERMAN_TITLES:
        return True
    return line.gaps[number] != ". " and has_capital(before) and is_role(before)


def _is_role_of_name(line: Line, number: int) -> bool:
    """Whether an English role with a small letter stands before a name: "police chief Marsh"."""
    word = line.words[number]
    return (
        line.words[number - 1] in ENGLISH_ROLE_HEADS
        and word[:1].isupper()
        and word not in ENGLISH_ORGANISATION_HEADS
        and word not in ENGLISH_PLACE_HEADS
        and not has_capital(line.after(number))
    )


def is_surname(line: Line, number: int, lexicon: Lexicon) -> bool:
    """Whether a word after a title or role can be a family name by itself."""
    word = without_apostrophe(line.words[number])
    if word in SURNAMES or (word.endswith("s") and word[:-1] in SURNAMES):
        return True
    if word in NEVER or word in LEGAL_FORMS or not word[0].isupper() or find_known_word(word):
        return False
    if lexicon.language == "en":
        return not word.isupper() and word not in ENGLISH_ORGANISATION_HEADS
    if line.before(number) in GERMAN_TITLES:
        return not is_role(word)
    if word.isupper():
        return False
    return not lexicon.is_ordinary(word) or is_named_by_role(line, number, lexicon)


def _find_after_first_name(line: Line, first: int, lexicon: Lexicon) -> Found | None:
    last = first
    while last - first < _LONGEST and _is_middle(line, last + 1):
        last += 1
    if last == first and not is_first_name(without_apostrophe(line.words[first])):
        return _find_lone_first_name(line, first, lexicon)  # a genitive: Annas Haus
    surname = _find_surname(line, last, lexicon)
    if surname is None and last > first and not is_initial(line.words[last]):
        return _person(line, first, last)
    if surname is None:
        return _find_lone_first_name(line, first, lexicon)
    return _person(line, first, surname)


def _person(line: Line, first: int, last: int) -> Found:
    kind = AFTER_PERSONS.get(line.after(last))
    if kind is not None:
        return found(line, first, last + 1, Vote(kind, 1.5))
    return _with_numeral(line, found(line, first, last, Vote("PER", SURE)))


def _with_numeral(line: Line, person: Found) -> Found:
    """Karl V., with the full stop."""
    last = person.last + 1
    if line.after(person.last) not in _NUMERALS or not line.gaps[last + 1].startswith("."):
        return person
    return person._replace(last=last, end=line.starts[last] + len(line.words[last]) + 1)


def _is_middle(line: Line, number: int) -> bool:
    if number >= len(line.words):
        return False
    word = line.words[number]
    if is_initial(line.words[number - 1]) and line.gaps[number] in {". ", "."}:
        return is_initial(word) or is_first_name(word)
    return line.joined(number) and (is_initial(word) or is_first_name(word))


def _find_surname(line: Line, last: int, lexicon: Lexicon) -> int | None:
    number = last + 1
    parted_by_initial = (
        is_initial(line.words[last]) and number < len(line.words) and line.gaps[number] == ". "
    )
    if not line.joined(number) and not parted_by_initial:
        return None
    start = number
    while (
        line.joined(number + 1)
        and number - start < _MOST_PARTICLES
        and line.words[number].lower() in PARTICLES
    ):
        number += 1
    if (
        number > start
        and line.words[start] in _CONTRACTIONS
        and lexicon.is_ordinary(line.words[number])
    ):
        return None
    if not _may_be_surname(line.words[number]) or find_known(line, number):
        return None
    if number == start and _is_no_surname(line, number, lexicon):
        return None
    return _find_second_surname(line, number, lexicon)


def _may_be_surname(word: str) -> bool:
    return (
        word[0].isupper()
        and without_apostrophe(word) not in NEVER
        and word not in LEGAL_FORMS
        and not (word.isupper() and 1 < len(word) <= _LONGEST_ABBREVIATION)
    )


def _is_no_surname(line: Line, number: int, lexicon: Lexicon) -> bool:
    word = line.words[number]
    if lexicon.language == "en" or word in SURNAMES:
        return False
    if "-" in word and (is_role(word) or word.lower().endswith(ORGANISATION_ENDINGS)):
        return True
    return word.lower().endswith(("stiftung", "straße", "platz", "institut", "schule", "preis"))


def _find_second_surname(line: Line, last: int, lexicon: Lexicon) -> int:
    following = last + 1
    if not line.joined(following) or "'" in line.words[last] or "’" in line.words[last]:
        return last
    word = line.words[following]
    if word in _FOREIGN_PARTICLES and line.after(following)[:1].isupper():
        return following + 1
    if word in SURNAMES:
        return following
    return following if _is_foreign(line, following, lexicon) else last


def _is_foreign(line: Line, number: int, lexicon: Lexicon) -> bool:
    """Whether an unknown word behind a family name belongs to it."""
    word = line.words[number]
    if not word[0].isupper() or word.isupper() or word in NEVER or word in ENGLISH_TITLES:
        return False
    if lexicon.is_ordinary(word) or find_known_word(word) or is_role(word):
        return False
    # After a genitive the unknown word is what is owned: "Musters Planspiel".
    is_genitive = lexicon.language == "de" and line.words[number - 1].endswith("s")
    return not is_genitive or is_titled(line, number - 1, lexicon)


def _find_lone_first_name(line: Line, first: int, lexicon: Lexicon) -> Found | None:
    word = line.words[first]
    base = word[:-1] if not is_first_name(word) else word
    if base in AMBIGUOUS_FIRST_NAMES or find_known_word(word):
        return None
    if base != word and lexicon.is_ordinary(word):
        return None
    following = line.after(first)
    if following and has_capital(following) and base == word:
        return None
    return found(line, first, first, Vote("PER", 1.0))


def _find_after_initials(line: Line, first: int, lexicon: Lexicon) -> Found | None:
    # The platform X at the end of a sentence; "z. B." before a name.
    if line.before(first) in {"auf", "on"} or (first and line.words[first - 1] in {"z", "u", "d"}):
        return None
    last = first
    while (
        last + 1 < len(line.words)
        and last - first < 3  # noqa: PLR2004 -- "J. R. R." is as many as people have
        and is_initial(line.words[last + 1])
        and line.gaps[last + 1] in {". ", "."}
    ):
        last += 1
    number = last + 1
    if number >= len(line.words) or line.gaps[number] != ". ":
        return None
    word = line.words[number]
    if (
        not word[0].isupper()
        or is_initial(word)
        or (lexicon.is_ordinary(word) and word not in SURNAMES)
    ):
        return None
    return found(line, first, _find_second_surname(line, number, lexicon), Vote("PER", 1.2))

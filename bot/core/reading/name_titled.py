"""Ordinary words that a role makes a family name: "Klinikchefin Wald", "sagte Minister Stamm".

German nouns in the singular have an article before them. A role and a noun without any are a
person with a name, unless the role may be a plural or the noun one that needs no article.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.core.language.name_never import MATTERS, NEVER
from bot.core.language.name_words import (
    ABSTRACT_ENDINGS,
    ACCUSATIVE_PREPOSITIONS,
    DATIVE_PREPOSITIONS,
    FIELD_ROLES,
    FINITE_VERBS,
    NO_SINGULAR_ROLES,
    ONE_PERSON,
    RELATIVE_ROLES,
    RULER_ROLES,
    SPEECH_VERBS,
)
from bot.core.reading.name_lines import has_capital, is_role

if TYPE_CHECKING:
    from bot.core.reading.name_lines import Lexicon, Line

_SHORTEST = 3
_ADJECTIVES = ("e", "en", "er", "es", "em", "n")
_SAYING = tuple(f": {mark}" for mark in '„“"»«‚‘')
_RELATIVES = frozenset(("der", "die"))
# They stand before the first part of a sentence and belong to it.
_FOCUS = frozenset("Auch Selbst Sogar Nur Ausgerechnet".split())


def is_named_by_role(line: Line, number: int, lexicon: Lexicon) -> bool:
    """Whether the ordinary word `number` is the name of whoever has the role before it."""
    role = line.before(number)
    if lexicon.language != "de" or not _is_bearer(role):
        return False
    word = line.words[number]
    if not _may_name(word):
        return False
    # Such as "Ehrenreich": the dictionary knows the word with a small letter alone.
    if lexicon.is_known(word.lower()) and not lexicon.is_known(word):
        return not word.endswith(_ADJECTIVES)
    return lexicon.lemmatiser.lemma(word, "de") == word and _stands_bare(line, number, lexicon)


def _is_bearer(role: str) -> bool:
    """Whether one person is meant by a role that is no relation, no post and no ruler."""
    low = role.lower()
    return (
        has_capital(role)
        and is_role(role)
        and low not in RELATIVE_ROLES
        and low not in RULER_ROLES
        and low not in FIELD_ROLES
        and not low.endswith(NO_SINGULAR_ROLES)
    )


def _may_name(word: str) -> bool:
    return (
        len(word) >= _SHORTEST
        and word.isalpha()
        and word[0].isupper()
        and word[1:].islower()
        and word not in NEVER
        and not is_role(word)
        and not word.lower().endswith(ABSTRACT_ENDINGS)
    )


def _stands_bare(line: Line, number: int, lexicon: Lexicon) -> bool:
    """Whether no article can have been left out before the role, as in "als Minister Geld"."""
    role = number - 1
    before = line.before(role)
    if line.opens(role) or (line.opens(role - 1) and before in _FOCUS):
        return _begins_sentence(line, number, lexicon)
    if before in SPEECH_VERBS:
        return True
    if line.words[number] in MATTERS:
        return False
    if before in FINITE_VERBS:
        return True
    low = before.lower()
    is_one = line.words[role].lower().endswith(ONE_PERSON)
    if low not in DATIVE_PREPOSITIONS and not (is_one and low in ACCUSATIVE_PREPOSITIONS):
        return False
    # "Laut Arzt Grippe." has two things before its stop, "Laut Arzt Grippe fehlt nichts" one.
    return not line.opens(role - 1) or _begins_sentence(line, number, lexicon)


def _begins_sentence(line: Line, number: int, lexicon: Lexicon) -> bool:
    """Whether one verb follows, or what else can only stand behind a name.

    One thing alone stands before a German verb, so that role and noun are one.
    """
    following = line.after(number)
    if following == "und":
        return is_role(line.after(number + 1))
    if following:
        return _is_singular_verb(following, lexicon)
    if number + 1 >= len(line.words):
        return False
    gap, word = line.gaps[number + 1], line.words[number + 1]
    if gap in {" (", ", "}:
        return word.isdigit() or word in _RELATIVES
    return gap.endswith(_SAYING)


def _is_singular_verb(word: str, lexicon: Lexicon) -> bool:
    if word in SPEECH_VERBS or word in FINITE_VERBS:
        return True
    base = lexicon.lemmatiser.lemma(word, "de")
    return word.islower() and base != word and base.endswith("n") and not word.endswith("n")

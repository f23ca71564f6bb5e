"""What begins at a word with a capital: all patterns, tried in the order of their certainty."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from bot.core.language.name_first import FAMOUS_SURNAMES, SURNAMES
from bot.core.language.name_never import NEVER
from bot.core.language.name_places import PLACE_NOUNS
from bot.core.language.name_words import (
    ENGLISH_ORGANISATION_HEADS,
    ENGLISH_ROLE_HEADS,
    ENGLISH_TITLES,
    GERMAN_TITLES,
    LEGAL_FORMS,
    SURE_ENGLISH_TITLES,
)
from bot.core.language.remembered import Remembered
from bot.core.reading.name_candidates import SURE, Found, Vote, found
from bot.core.reading.name_gazetteer import find_known, find_known_word, gazetteer, stem
from bot.core.reading.name_lines import has_capital, is_first_name, is_role
from bot.core.reading.name_patterns import (
    find_federal,
    find_national,
    find_organisation,
    find_place_word,
    find_quoted,
    kind_of_noun,
)
from bot.core.reading.name_persons import find_person
from bot.core.reading.name_singles import (
    find_compound,
    find_listed,
    find_single,
    find_unknown_run,
)
from bot.core.reading.name_towns import is_town_word

if TYPE_CHECKING:
    from bot.core.reading.name_lines import Lexicon, Line

_NO_NAMES_AFTER = ("#", "@")
_LOOSE = frozenset((" ", "", ", "))


def find_candidate(line: Line, number: int, lexicon: Lexicon) -> Found | None:
    """The name that may begin with word `number` (which has a capital), with its votes."""
    if _is_idle(line, number, lexicon):
        return None
    sure = _find_listed_run(line, number) or find_quoted(line, number, lexicon)
    if sure is not None:
        return sure
    if _is_ruled_out(line, number, lexicon):
        return find_national(line, number, lexicon) if lexicon.language == "en" else None
    word = line.words[number]
    if "-" in word and not is_first_name(word):
        return _find_hyphenated(line, number, lexicon)
    if lexicon.language == "en" and line.opens(number) and lexicon.is_known(word.lower()):
        return find_person(line, number, lexicon) or find_listed(line, number, lexicon)
    return (
        find_organisation(line, number, lexicon)
        or find_person(line, number, lexicon)
        or find_federal(line, number)
        or find_listed(line, number, lexicon)
        or _find_unknown(line, number, lexicon)
    )


def _is_idle(line: Line, number: int, lexicon: Lexicon) -> bool:
    """Whether an ordinary noun stands alone, so that no pattern can begin here: most do."""
    words, gaps = line.words, line.gaps
    if not _is_plain(words[number], lexicon) or gaps[number] not in _LOOSE:
        return False
    if line.joined(number + 1) and has_capital(words[number + 1]):
        return False
    return number == 0 or gaps[number] != " " or not _LEADS[words[number - 1]]


# Whether a noun behind it may be a name: "Herr Wald", "Ministerin Wald", "Gemeinde Muster".
_LEADS = Remembered(
    lambda word: (
        word in GERMAN_TITLES
        or kind_of_noun(word) is not None
        or is_role(word)
        or word.lower() in PLACE_NOUNS
        or word in ENGLISH_ROLE_HEADS
        or word in SURE_ENGLISH_TITLES
    )
)


@lru_cache(maxsize=1 << 15)
def _is_plain(word: str, lexicon: Lexicon) -> bool:
    return (
        lexicon.is_ordinary(word)
        and "-" not in word
        and "'" not in word
        and "’" not in word
        and len(word) > 1
        and not _is_personal(word)
        and not _is_personal(word.removesuffix("s"))
        and find_known_word(word) is None
        and word not in ENGLISH_ORGANISATION_HEADS
        and not word.startswith("Bundes")
        and not gazetteer().begins(stem(word))
        and not is_town_word(word, lexicon)
    )


def _is_personal(word: str) -> bool:
    return is_first_name(word) or word in SURNAMES or word in FAMOUS_SURNAMES


def _find_listed_run(line: Line, number: int) -> Found | None:
    known = find_known(line, number)
    if known is None:
        return None
    if known.kind == "ORG" and line.after(known.last) in LEGAL_FORMS:
        return found(line, number, known.last + 1, Vote("ORG", SURE))
    return Found(number, known.last, known.end, (Vote(known.kind, SURE),))


def _is_ruled_out(line: Line, number: int, lexicon: Lexicon) -> bool:
    word = line.words[number]
    if word in NEVER or word in GERMAN_TITLES or line.gaps[number].endswith(_NO_NAMES_AFTER):
        return True
    return lexicon.language == "en" and word in ENGLISH_TITLES and line.after(number)[:1].isupper()


def _find_hyphenated(line: Line, number: int, lexicon: Lexicon) -> Found | None:
    return (
        find_listed(line, number, lexicon)
        or find_place_word(line, number)
        or find_compound(line, number, lexicon)
        or find_person(line, number, lexicon)
    )


def _find_unknown(line: Line, number: int, lexicon: Lexicon) -> Found | None:
    if lexicon.language == "de" and is_role(line.words[number]):
        return None
    return find_unknown_run(line, number, lexicon) or find_single(line, number, lexicon)

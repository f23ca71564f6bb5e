"""Whether a full stop belongs to the token before it: an ordinal, an initial, an abbreviation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from bot.core.language.abbreviations import (
    BEFORE_NUMBERS,
    FULL_WORDS,
    LETTERED_NOUNS,
    LIST_ENDS,
    NEVER_LAST,
    NUMBERED_NOUNS,
    SELDOM_LAST,
    STREETS,
    TIME_ZONES,
    UNITS_OF_MEASURE,
)
from bot.core.language.date_words import DAY_MONTHS, WEEKDAYS
from bot.core.language.stopwords import FUNCTION_WORDS

if TYPE_CHECKING:
    from bot.core.models import Language

_ROMAN = re.compile(r"[IVXLC]+")
_DOTTED = re.compile(r"\w(?:\.\w{1,3})+")
_ORDINAL = re.compile(r"\d{1,2}(?:(?:\./|[./])\d{1,2})?")
_DAY_MONTH = re.compile(r"\d{1,2}\.(\d{1,2})")
_MONTHS_A_YEAR = 12
_CLOCK = frozenset(("a.m", "p.m"))
_YEAR = re.compile(r"(?:19|20)\d\d")
_NUMBER = re.compile(r"[\d.,/]*\d")
_INITIAL = re.compile(r"\w\.")
_DAY = re.compile(r"\d\d?\.")
_VOWELS = frozenset("aeiouyäöüáéèíóú")
_PRONOUN = ("I", "en")
_QUOTATION_MARKS = ("„", "“", "»", "«", '"')
_LONGEST_ORDINAL = 2
_SHORTEST_ACRONYM = 3
_BEFORE_ORDINALS = frozenset(
    "der die das dem den des zum zur am beim vom sein seinem ihrem".split()
)


class Stop(NamedTuple):
    """Marks that may end a sentence, with what stands around them.

    `begin` is where the sentence began, `at` and `end` hold the marks; `token` stands before
    them, `previous` before that; `closing` are the quotation marks and brackets on them;
    behind stand a `dash`, `opening` marks, and a `word` that ends at `after_word`, with the
    first characters of the `rest`.
    """

    begin: int
    at: int
    end: int
    marks: str
    closing: str
    token: str
    previous: str
    dash: str
    opening: str
    word: str
    after_word: int
    rest: str


def is_abbreviated(stop: Stop, language: Language) -> bool:
    """Whether the full stop marks a shortened or ordinal token, so that the sentence goes on.

    Where both is possible ("Inc.", "U.S.", "Ludwig XIV."), it does unless a function word with
    a capital, or a quotation, follows.
    """
    token = stop.token
    if stop.closing.startswith((")", "]")):
        return False
    if _NUMBER.fullmatch(token):
        return _is_ordinal(stop, language)
    low = token.lower()
    if low in NEVER_LAST[language] and not _is_acronym(stop):
        return not stop.closing
    is_numbered = stop.word[:1].isdigit() or _ROMAN.fullmatch(stop.word) is not None
    if is_numbered and (low in BEFORE_NUMBERS[language] or low.endswith("str")):
        return True
    return not stop.closing and _goes_on(stop, low, language)


def begins_with_function_word(stop: Stop, language: Language) -> bool:
    """Whether the next word is a function word with a capital: it would have none inside."""
    word = stop.word
    if not word[:1].isupper() or word.lower() not in FUNCTION_WORDS[language]:
        return False
    # "D" is one in tokenised English ("I 'd"), but not in "J. D. Holm".
    return len(word) > 1 or not stop.rest.startswith(".")


def _is_acronym(stop: Stop) -> bool:
    """Such as "LAT", which is no "lat.", unless the next word is in capitals as well."""
    token = stop.token
    return (
        len(token) >= _SHORTEST_ACRONYM
        and token.isalpha()
        and token.isupper()
        and not stop.word.isupper()
        and not _ROMAN.fullmatch(token)
    )


def _is_ordinal(stop: Stop, language: Language) -> bool:
    """Tell "21. Januar", "im 19. Jahrhundert" from "im Jahr 1914. Danach", "Platz 3. Bayern"."""
    token = stop.token
    if not stop.previous:
        return True
    if language == "en" or stop.closing or not _may_be_ordinal(stop):
        return False
    if stop.word[:1].isdigit():
        if _DAY_MONTH.fullmatch(token) and _YEAR.fullmatch(stop.word):  # 24.01. 2025
            return not stop.opening
        is_date = _DAY.fullmatch(stop.previous) or len(stop.word) <= _LONGEST_ORDINAL
        return token.isdigit() and bool(is_date) and not stop.opening
    if stop.word in DAY_MONTHS:
        return True
    previous = stop.previous.lower()
    is_cardinal = previous in NUMBERED_NOUNS or previous.endswith(STREETS)
    return not is_cardinal and not begins_with_function_word(stop, language)


def _may_be_ordinal(stop: Stop) -> bool:
    """Up to two digits anywhere, three behind an article: "der 140. Geburtstag"."""
    if _ORDINAL.fullmatch(stop.token):
        day = _DAY_MONTH.fullmatch(stop.token)
        # "Um 9.15." is a time.
        return not day or (int(day[1]) <= _MONTHS_A_YEAR and stop.previous.lower() != "um")
    is_long = len(stop.token) == _LONGEST_ORDINAL + 1 and stop.token.isdigit()
    return is_long and stop.previous.lower() in _BEFORE_ORDINALS


def _goes_on(stop: Stop, low: str, language: Language) -> bool:
    may_end = begins_with_function_word(stop, language) or stop.opening.startswith(_QUOTATION_MARKS)
    token = stop.token
    if token in FULL_WORDS or (low in UNITS_OF_MEASURE and stop.previous[-1:].isdigit()):
        return False
    if low in LIST_ENDS and stop.word[:1].isupper():
        return False
    if len(token) == 1 and token.isalpha():
        return _is_initial(stop, language, may_end=may_end)
    if low in _CLOCK and language == "en":
        return not may_end and _belongs_to_clock(stop)
    is_ruler = _ROMAN.fullmatch(token) and stop.previous.lower() not in NUMBERED_NOUNS
    is_known = (
        low in SELDOM_LAST[language] or _DOTTED.fullmatch(token) or is_ruler or low.endswith("str")
    )
    return not may_end and (bool(is_known) or _has_no_vowel(token))


def _belongs_to_clock(stop: Stop) -> bool:
    """Tell "at 5 p.m. Friday", "8 p.m. Berlin time" from "at 5 p.m. Tickets are cheap"."""
    word = stop.word
    is_day = word in WEEKDAYS["en"] or word in DAY_MONTHS
    is_zone = word.lower() in TIME_ZONES or stop.rest.startswith(" time")
    return is_day or is_zone or not word[:1].isupper()


def _is_initial(stop: Stop, language: Language, *, may_end: bool) -> bool:
    """Tell "George W. Bush" and "z. B. Äpfel" from "60 m. Zwei", "Plan B. Der", "and I. He"."""
    token = stop.token
    if stop.previous.lower() in LETTERED_NOUNS:
        return False
    if (token, language) == _PRONOUN:
        return False
    return not may_end or _INITIAL.fullmatch(stop.previous) is not None


def _has_no_vowel(token: str) -> bool:
    """Whether nobody could pronounce it: "Hrsg", "bzgl", "Bd", but no "SPD"."""
    return token[1:].islower() and token.isalpha() and _VOWELS.isdisjoint(token.lower())

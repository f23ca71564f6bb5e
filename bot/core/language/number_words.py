"""German and English number words and what they are worth."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.core.models import Language

_UNITS_DE = {
    "ein": 1, "eins": 1, "zwei": 2, "zwo": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6,
    "sieben": 7, "acht": 8, "neun": 9,
}  # fmt: skip
_TEENS_DE = {
    "zehn": 10, "elf": 11, "zwölf": 12, "dreizehn": 13, "vierzehn": 14, "fünfzehn": 15,
    "sechzehn": 16, "siebzehn": 17, "achtzehn": 18, "neunzehn": 19,
}  # fmt: skip
_TENS_DE = {
    "zwanzig": 20, "dreißig": 30, "dreissig": 30, "vierzig": 40, "fünfzig": 50, "sechzig": 60,
    "siebzig": 70, "achtzig": 80, "neunzig": 90,
}  # fmt: skip
_UNITS_EN = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
}  # fmt: skip
_TEENS_EN = {
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
    "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
_TENS_EN = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90,
}  # fmt: skip
_LONGEST_WORD = 40

# Words for one: a number only before a scale ("eine Million", "a hundred"), never alone.
ONES = frozenset("ein eine einen einem einer eines eins one a an".split())

SCALES_DE = {
    "hundert": 100, "tausend": 1000, "tsd": 1000, "million": 10**6, "millionen": 10**6,
    "mio": 10**6, "milliarde": 10**9, "milliarden": 10**9, "mrd": 10**9, "mia": 10**9,
    "billion": 10**12, "billionen": 10**12, "bio": 10**12, "billiarde": 10**15,
    "billiarden": 10**15, "dutzend": 12,
}  # fmt: skip
SCALES_EN = {
    "hundred": 100, "thousand": 1000, "million": 10**6, "mn": 10**6, "mln": 10**6,
    "billion": 10**9, "bn": 10**9, "bln": 10**9, "trillion": 10**12, "tn": 10**12,
    "trn": 10**12, "dozen": 12,
}  # fmt: skip
# Written at the number itself; "m" alone is a metre, so it counts only behind a currency.
LETTER_SCALES = {
    "k": 10**3, "K": 10**3, "m": 10**6, "M": 10**6, "mn": 10**6, "b": 10**9, "B": 10**9,
    "bn": 10**9, "t": 10**12, "T": 10**12, "tn": 10**12,
}  # fmt: skip

# Tenths, so that they stay whole: "anderthalb Milliarden" is 15 tenths.
HALVES = {"anderthalb": 15, "eineinhalb": 15, "zweieinhalb": 25, "dreieinhalb": 35,
          "viereinhalb": 45, "fünfeinhalb": 55, "sechseinhalb": 65}  # fmt: skip

MIN, MAX, ABOUT = "min", "max", "about"
# What stands before a number and bends it; one to three words in lower case.
QUALIFIERS: dict[str, str] = {
    **dict.fromkeys(
        ("mindestens", "mehr als", "über", "wenigstens", "nicht weniger als", "minimum", "mind.",
         "at least", "more than", "over", "no fewer than", "no less than", "upwards of", "above",
         "exceeding", "a minimum of", "ab"), MIN),
    **dict.fromkeys(
        ("höchstens", "bis zu", "unter", "weniger als", "maximal", "nicht mehr als", "max.",
         "up to", "under", "less than", "fewer than", "no more than", "not more than", "below",
         "at most", "as many as", "as much as", "a maximum of"), MAX),
    **dict.fromkeys(
        ("rund", "etwa", "circa", "ca.", "ca", "zirka", "fast", "knapp", "gut", "ungefähr",
         "annähernd", "nahezu", "beinahe", "schätzungsweise", "an die", "um die", "about",
         "nearly", "almost", "around", "roughly", "approximately", "some", "an estimated", "~",
         "close to"), ABOUT),
}  # fmt: skip
# Behind the number.
QUALIFIERS_BEHIND = {"oder mehr": MIN, "und mehr": MIN, "or more": MIN, "oder weniger": MAX,
                     "or less": MAX, "or fewer": MAX}  # fmt: skip
# These may stand between the qualifier and the number.
FILLERS = frozenset("insgesamt zusammen jeweils weitere weiteren total another".split())
# With these verbs "über" is no "more than" ("verfügt über 500 Euro").
ABOUT_VERBS = ("verfüg", "bericht", "sprech", "sprach", "verhandel", "diskut", "entscheid", "einig")
# Before a scale they leave the number open ("mehrere hundert").
INDEFINITE = frozenset(
    "mehrere mehreren einige einigen ein paar viele vielen many several few".split()
)
FRACTIONS = frozenset(
    "drittel viertel fünftel sechstel achtel zehntel hälfte mal male thirds third quarters "
    "quarter fifths tenths halves times uhr".split()
)
# What a number after it names rather than counts.
LABELS = frozenset(
    "platz rang artikel art paragraf absatz abs seite halle gleis gruppe kapitel nummer "
    "nr no version "
    "raum kanal liga typ boeing airbus apollo windows formel agenda teil band folge staffel runde "
    "stufe klasse etage zimmer linie bus tram zug flug ice ic re rb code modell model article page "
    "chapter room channel group part season episode round level phase section route highway "
    "interstate number flight gate volume rank abschnitt satz punkt position ziffer "
    "klausel iphone playstation xbox gpt llama peugeot porsche audi bmw mercedes "
    "paragraph hausnummer postleitzahl telefon tel fax isbn telefonnummer".split()
)


@lru_cache(maxsize=2)
def number_words(language: Language) -> Mapping[str, int]:
    """Number words from two to ninety-nine in lower case."""
    if language == "en":
        pairs = {
            f"{ten}-{unit}": a + b for ten, a in _TENS_EN.items() for unit, b in _UNITS_EN.items()
        }
        ones = {f"{ten}-one": value + 1 for ten, value in _TENS_EN.items()}
        return {**_UNITS_EN, **_TEENS_EN, **_TENS_EN, **pairs, **ones}
    plain = {word: value for word, value in _UNITS_DE.items() if word not in ONES}
    pairs = {
        f"{unit}und{ten}": a + b for ten, a in _TENS_DE.items() for unit, b in _UNITS_DE.items()
    }
    return {**plain, **_TEENS_DE, **_TENS_DE, **pairs}


def small_number(word: str, language: Language) -> int | None:
    """The value of a number word up to 999,999, or None: "zweihundertfünfzig", "twenty-one".

    Words for one ("ein", "one") have none, being articles and pronouns more often than numbers.
    """
    lowered = word.lower()
    found = number_words(language).get(lowered)
    if found is not None or language == "en" or len(word) > _LONGEST_WORD:
        return found
    if "hundert" in lowered or "tausend" in lowered:
        return _long_number(lowered)
    return None


@lru_cache(maxsize=256)
def _long_number(word: str) -> int | None:
    head, mark, tail = word.partition("tausend")
    if not mark:
        return _below_thousand(word)
    thousands = _below_thousand(head)
    rest = _below_thousand(tail.removeprefix("und")) if tail else 0
    return None if thousands is None or rest is None else thousands * 1000 + rest


def _below_thousand(word: str) -> int | None:
    head, mark, tail = word.partition("hundert")
    if not mark:
        return _below_hundred(word)
    hundreds = _UNITS_DE.get(head)
    rest = _below_hundred(tail.removeprefix("und")) if tail else 0
    return None if hundreds is None or rest is None else hundreds * 100 + rest


def _below_hundred(word: str) -> int | None:
    return _UNITS_DE.get(word) or number_words("de").get(word)


# Before a small number they say that its things were named before.
DEFINITE_WORDS = frozenset(
    "der die das den dem des diese dieser diesen dieses alle allen seine seiner seinen ihre ihrer "
    "ihren unsere unserer beide beiden the these those all his her its their our both".split()
)

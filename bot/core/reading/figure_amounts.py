"""Amounts as written: digits or number words, a scale ("Milliarden"), a unit ("Dollar")."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Context, Decimal
from typing import TYPE_CHECKING

from bot.core.language.number_words import (
    HALVES,
    LETTER_SCALES,
    ONES,
    SCALES_DE,
    SCALES_EN,
    small_number,
)
from bot.core.language.unit_words import MONEY, SIGNS_BEFORE, SIGNS_BEHIND, UNITS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.core.models import Language
    from bot.core.reading.date_place import Place

# A longer run of digits is a key or a serial number.
_MOST_DIGITS = 30
# Room for all those digits and the largest scales; the ambient context would round.
_EXACT = Context(prec=60)
_THOUSAND = 1000
# No second scale behind one of these; "Mio." and "bn." may keep their full stop.
_LARGE = 10**9
_SHORT_SCALE = 3
_SPACE = " \u00a0\u202f"
_GROUPED = re.compile(
    rf"[1-9]\d{{0,2}}(?:[{_SPACE}]\d{{3}}){{1,5}}(?![\d{_SPACE}]?\d)(?:,\d{{1,4}}\b)?"
)
_SWISS = re.compile(r"[1-9]\d{0,2}(?:['’]\d{3}){1,5}(?:\.\d{1,4})?(?!\d)")
_PLAIN = re.compile(r"\d{1,30}(?:[.,]\d{1,30}){0,9}")
_BROKEN = re.compile(r"[.,:/]?\d|[’']\d|[:/]\w")
# "23:18 Stimmen" are two numbers, "23:18" alone may be a time.
_VOTES = re.compile(r":\d{1,6} (?:[^\W\d_]+-)?(?:[^\W\d_]*[Ss]timmen|votes?)\b")
_LETTERS = re.compile(r"(?P<letters>bn|mn|tn|[kKmMbBtT])(?!\w)")
# "1.5m people" are millions, "1.5m tall" is a height.
_PEOPLE = re.compile(r"[mMk] (?:[a-z]{3,15} )?(?:people|[a-z]{3,15}[^\Ws_us]s)\b")
_BEFORE = 4
_MINUS = re.compile(r"(?:(?:^|[\s(])[−-]|\b[Mm]inus )$")


_PEEK = re.compile(rf"[{_SPACE}\n-]{{0,2}}([^\W\d_]+|[^\w\s-])")


def _alternatives(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


_SCALE = {
    "de": re.compile(
        rf"[{_SPACE}-]{{0,2}}(?P<word>(?i:{_alternatives(SCALES_DE)})|(?:{_alternatives(SCALES_EN)}))(?!\w)\.?"
    ),
    "en": re.compile(rf"[{_SPACE}-]{{0,2}}(?P<word>(?i:{_alternatives(SCALES_EN)}))(?!\w)\.?"),
}
_UNIT = re.compile(
    rf"[{_SPACE}\n-]{{0,2}}(?:(?P<sign>{_alternatives(SIGNS_BEHIND)})(?![^\W\d_])"
    rf"|(?P<word>(?i:{_alternatives(UNITS)}))(?!\w))"
)
_SIGN_BEFORE = re.compile(rf"(?:^|[^\w])((?:{_alternatives(SIGNS_BEFORE)})[{_SPACE}]?)$")
_SCALE_WORDS = frozenset((*SCALES_DE, *SCALES_EN))
_HALF_A = re.compile(r"(?:eine[nr]? halbe[nr]?|half an?)(?= )", re.IGNORECASE)
_AND_A_HALF = re.compile(r" and a half(?= )")


def _first_parts(words: Iterable[str]) -> frozenset[str]:
    parts = (_PEEK.match(word.lower()) for word in words)
    return frozenset(part[1] for part in parts if part)


# Most numbers have neither: one look at the next word spares trying all units.
_SCALE_STARTS = _first_parts((*SCALES_DE, *SCALES_EN))
_UNIT_STARTS = _first_parts((*UNITS, *SIGNS_BEHIND))


@dataclass(frozen=True, slots=True)
class Amount:
    """One number as written, from `start` to `end`. `is_grouped`: its thousands are marked.

    `is_word` tells "zwölf" from 12, `is_bound` that a hyphen ties it to the word behind.
    """

    start: int
    end: int
    mantissa: Decimal
    scale: int
    unit: str
    is_grouped: bool = False
    is_word: bool = False
    is_bound: bool = False

    @property
    def value(self) -> int | float:
        """The number in whole units; an int wherever it is one."""
        exact = _EXACT.multiply(self.mantissa, Decimal(self.scale))
        return int(exact) if exact == exact.to_integral_value() else float(exact)


def read_amount(place: Place) -> Amount | None:
    """The amount that begins at this word (with a sign of money or a minus before it)."""
    if place.word[0].isdecimal():
        return _read_digits(place)
    return _read_words(place)


def _read_digits(place: Place) -> Amount | None:
    text, limit = place.text, place.unit.end
    matches = (pattern.match(text, place.start, limit) for pattern in (_GROUPED, _SWISS, _PLAIN))
    match = next(filter(None, matches), None)
    if match is None or _is_broken(text, match.end(), limit):
        return None
    mantissa = parse_digits(match.group(), place.language)
    if mantissa is None:
        return None
    start, money = _sign_before(place)
    end, letters = _letter_scale(text, match.end(), limit, money)
    if end < limit and text[end].isalpha() and not _find_unit(text, end, limit):
        return None
    is_grouped = not match.group().isdecimal() and mantissa >= _THOUSAND
    start, mantissa = _with_minus(place, start, mantissa)
    return _finish(place, Amount(start, end, mantissa, letters, money, is_grouped=is_grouped))


def _is_broken(text: str, end: int, limit: int) -> bool:
    return bool(_BROKEN.match(text, end, limit)) and not _VOTES.match(text, end, limit)


def parse_digits(written: str, language: Language) -> Decimal | None:
    """The value of digits with their marks, read as the language writes them, or None.

    A mark before three digits parts thousands if it is the language's mark for that, else it
    is a decimal mark; before any other number of digits it is always decimal.
    """
    if written.isdecimal() and (written[0] != "0" or len(written) == 1):
        return Decimal(written) if len(written) <= _MOST_DIGITS else None
    plain = re.sub(rf"[{_SPACE}'’]", "", written)
    if len(plain) > _MOST_DIGITS or (plain[0] == "0" and plain[1:2].isdecimal()):
        return None
    marks = [char for char in plain if char in ".,"]
    groups = re.split(r"[.,]", plain)
    decimals = ""
    is_mixed = len(set(marks)) > 1
    if is_mixed or (len(marks) == 1 and _is_decimal(groups, marks[0], language)):
        if is_mixed and marks.count(marks[-1]) > 1:
            return None
        decimals = groups.pop()
    if any(len(group) != 3 for group in groups[1:]) or (len(groups) > 1 and len(groups[0]) > 3):  # noqa: PLR2004
        return None
    return Decimal("".join(groups) + ("." + decimals if decimals else ""))


def _is_decimal(groups: list[str], mark: str, language: Language) -> bool:
    if len(groups[1]) != 3 or groups[0] == "0" or len(groups[0]) > 3:  # noqa: PLR2004
        return True
    return mark == ("," if language == "de" else ".")


def _sign_before(place: Place) -> tuple[int, str]:
    if place.text[place.start - 1 : place.start].isalnum():
        return place.start, ""
    left = max(place.unit.start, place.start - _BEFORE)
    match = _SIGN_BEFORE.search(" " + place.text[left : place.start])
    if match is None or place.skip:
        return place.start, ""
    return place.start - len(match[1]), SIGNS_BEFORE[match[1].rstrip(_SPACE)]


def _letter_scale(text: str, end: int, limit: int, money: str) -> tuple[int, int]:
    """Such as "$80bn", "10B": a single small letter is a scale only behind a sign of money."""
    match = _LETTERS.match(text, end, limit)
    if match and (
        money or match["letters"] in {"bn", "mn", "B"} or _PEOPLE.match(text, end, limit)
    ):
        return match.end(), LETTER_SCALES[match["letters"]]
    return end, 1


def _with_minus(place: Place, start: int, mantissa: Decimal) -> tuple[int, Decimal]:
    left = max(place.unit.start, start - 7)
    match = None if place.skip else _MINUS.search(place.text[left:start])
    if match is None:
        return start, mantissa
    written = match.group().lstrip(" (\n\t\u00a0")
    return start - len(written), mantissa.copy_negate()


def _read_words(place: Place) -> Amount | None:
    lowered = place.word.lower()
    if half := _HALF_A.match(place.text, place.start, place.unit.end):
        return _scaled(place, _worded(place, half.end(), Decimal("0.5")))
    if lowered in HALVES:
        return _finish(place, _worded(place, place.end, Decimal(HALVES[lowered]) / 10))
    if lowered in {"hundert", "tausend"}:
        return _finish(place, _worded(place, place.end, Decimal(1), SCALES_DE[lowered]))
    number = 1 if lowered in ONES else small_number(place.word, place.language)
    return _read_compound(place) if number is None else _read_number_word(place, number)


def _worded(place: Place, end: int, mantissa: Decimal, scale: int = 1) -> Amount:
    return Amount(place.start, end, mantissa, scale, "", is_word=True)


def _read_number_word(place: Place, number: int) -> Amount | None:
    half = _AND_A_HALF.match(place.text, place.end, place.unit.end)
    if half:
        return _finish(place, _worded(place, half.end(), number + Decimal("0.5")))
    amount = _worded(place, place.end, Decimal(number))
    if number > 1:
        return _finish(place, amount)
    has_scale = place.after().rstrip(".").lower() in _SCALE_WORDS
    return _scaled(place, amount) if has_scale else None


def _read_compound(place: Place) -> Amount | None:
    """Such as "Drei-Prozent-Hürde", "fünf-million-dollar"."""
    head, mark, _ = place.word.partition("-")
    number = small_number(head, place.language) if mark else None
    if number is None:
        return None
    end = place.start + len(head)
    found = _finish(place, _worded(place, end, Decimal(number)))
    return found if found.end > end else None


def _scaled(place: Place, amount: Amount) -> Amount | None:
    """The amount, if a scale follows; "eine" alone is an article."""
    found = _finish(place, amount)
    return found if found.scale > 1 else None


def _finish(place: Place, amount: Amount) -> Amount:
    """Take the scales and the unit that follow into the amount."""
    text, limit = place.text, place.unit.end
    end, scale = _take_scales(place, amount)
    unit = amount.unit
    match = None if unit in MONEY else _find_unit(text, end, limit)
    if match:
        unit = SIGNS_BEHIND[match["sign"]] if match["sign"] else UNITS[match["word"].lower()]
        end = match.end()
    return Amount(
        amount.start,
        end,
        amount.mantissa,
        scale,
        unit,
        amount.is_grouped,
        amount.is_word,
        is_bound=text[end : end + 1] == "-" and text[end + 1 : end + 2].isalpha(),
    )


def _find_unit(text: str, end: int, limit: int) -> re.Match[str] | None:
    next_part = _PEEK.match(text, end, limit)
    if next_part is None or next_part[1].lower() not in _UNIT_STARTS:
        return None
    return _UNIT.match(text, end, limit)


def _take_scales(place: Place, amount: Amount) -> tuple[int, int]:
    """Where the scales end ("hundert Millionen", "Mrd.") and what they come to."""
    end, scale = amount.end, amount.scale
    for _ in range(2):
        next_part = _PEEK.match(place.text, end, place.unit.end)
        if scale >= _LARGE or not next_part or next_part[1].lower() not in _SCALE_STARTS:
            break
        match = _SCALE[place.language].match(place.text, end, place.unit.end)
        if match is None:
            break
        word = match["word"]
        scale *= _scale_of(word, place.language)
        is_dotted = match.group().endswith(".") and len(word) > _SHORT_SCALE
        end = match.end() - is_dotted
    return end, scale


def _scale_of(word: str, language: Language) -> int:
    """A small "billion" in a German text is quoted English, a "Billion" is German."""
    if language == "en" or (word.islower() and word in SCALES_EN):
        return SCALES_EN[word.lower()]
    return SCALES_DE.get(word.lower()) or SCALES_EN[word.lower()]

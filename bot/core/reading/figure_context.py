"""What stands around an amount: how exact it is, what it counts, and what makes it no figure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.core.language.number_words import (
    ABOUT_VERBS,
    DEFINITE_WORDS,
    FILLERS,
    FRACTIONS,
    INDEFINITE,
    LABELS,
    QUALIFIERS,
    QUALIFIERS_BEHIND,
)
from bot.core.language.stopwords import FUNCTION_WORDS
from bot.core.language.unit_words import AMOUNT_NOUNS, DURATIONS, MONEY, UNITS, VERB_LIKE

if TYPE_CHECKING:
    from bot.core.models import Language, Sentence
    from bot.core.reading.figure_amounts import Amount

_REACH = 60
_FEW = 12
_CLAUSE = 160
_TOKEN = re.compile(r"[^\s]+")
_NEXT_WORD = re.compile(r"[ \u00a0\u202f](?P<word>[^\W\d_][\w'’-]*)")
_BOUND = re.compile(r"-(?:\w+-){0,3}(?P<noun>[^\W\d_]\w+)")
_SHARE_OF = re.compile(
    r" (?:aller|der|des|dieser|seiner|ihrer|unserer|von|of(?: (?:the|all|its|their))?)(?= )"
)
_IN_AMOUNT = re.compile(r" (?:in|of|an)(?= )")
# "The fine is", "Shares fell": with an article or at the start of a clause it is no verb.
_AFTER_ARTICLE = re.compile(r"\b(?:the|an?|its|his|her|their) $", re.IGNORECASE)
_NUMBER_OF = re.compile(r"\b(?:[Zz]ahl|Anzahl|number) (?:der|von|of(?: the)?)(?= )")
_TWIN = re.compile(r" (?:und|oder) [^\W\d_][\w-]*")
_CLAUSE_BREAK = re.compile(r"[,;:()–—„“”«»]")
_LETTERS = re.compile(r"[^\W\d_]{3,40}")
_PREPOSITIONS = frozenset("von über of worth um".split())
_AGE_BEFORE = ("alter von", "aged", "age of")
_AGE_BEHIND = re.compile(r"[ -](?:alt|alte|alten|alter|old|jährige\w?)\b")
_CLOCK_BEHIND = re.compile(r" ?(?:Uhr|[ap]\.?m\b|o['’]clock)")
_ADJECTIVE = re.compile(r"[a-zäöüß-]{2,}(?:e|en|er|es|em)")
_PLURALS = frozenset("people men women children police cattle".split())
# "Two dead", "five injured": people without a noun.
_STATES = frozenset("dead injured wounded hurt missing homeless".split())
_SINGULAR_ENDS = ("ss", "us", "is")
_MOST_ADJECTIVES = 3
# Rates ("pro 100.000 Einwohner") and paragraphs of a law.
_NO_FIGURE_AFTER = frozenset("§ §§ pro per".split())
# "Bestellungen im Wert von": these nouns only lead to the one that counts.
_EMPTY_HEADS = frozenset("höhe wert umfang volumen summe betrag größenordnung rahmen".split())


def qualifier_of(text: str, unit: Sentence, amount: Amount) -> str:
    """How exact the amount is ("min", "max", "about" or ""), by the words beside it."""
    behind = text[amount.end : amount.end + 15].strip().lower()
    for phrase, kind in QUALIFIERS_BEHIND.items():
        if behind.startswith(phrase):
            return kind
    before = _words_before(text, unit, amount)
    while before and before[-1].lower() in FILLERS:
        before.pop()
    for count in (3, 2, 1):
        phrase = " ".join(before[-count:]).lower().lstrip('(„“"')
        kind = QUALIFIERS.get(phrase, "") if len(before) >= count else ""
        if kind and (count > 1 or not _is_preposition(phrase, before, amount)):
            return kind
    return ""


def refers_back(text: str, unit: Sentence, amount: Amount) -> bool:
    """Whether it only counts what was named before: "der drei Unternehmenslenker", "the two"."""
    if amount.unit or amount.value > _FEW or text[amount.start].isdecimal():
        return False
    before = _words_before(text, unit, amount)
    return bool(before) and before[-1].lower() in DEFINITE_WORDS


def counted_by(text: str, unit: Sentence, amount: Amount, language: Language) -> str:
    """What the amount counts, in the article's own words, or "" where that is not certain."""
    if amount.unit in DURATIONS:
        return ""
    if amount.is_bound:
        match = _BOUND.match(text, amount.end, unit.end)
        return match["noun"] if match and match["noun"][0].isupper() else ""
    if not amount.unit:
        return _noun_behind(text, amount.end, unit.end, language) or _number_of(
            text, unit, amount, language
        )
    return _amount_noun(text, unit, amount, language)


def is_figure(text: str, unit: Sentence, amount: Amount, counts: str) -> bool:
    """Whether the amount is a figure, not a label, an age, a time, an ordinal or an article."""
    before = [word.lower() for word in _words_before(text, unit, amount)]
    last = before[-1] if before else ""
    if counts.lower() in FRACTIONS or last in _NO_FIGURE_AFTER or _is_age(text, before, amount):
        return False
    if _CLOCK_BEHIND.match(text, amount.end, unit.end):
        return False
    if amount.unit or amount.scale > 1:
        is_naming = amount.is_bound and amount.unit in DURATIONS
        return not is_naming and (amount.scale == 1 or last not in INDEFINITE)
    is_named = amount.is_bound or last.strip(".,:()") in LABELS
    if is_named or _is_ordinal(text, unit, amount) or _is_in_digits(text, unit, amount):
        return False
    return bool(counts) or (amount.is_grouped and not amount.is_word)


def _words_before(text: str, unit: Sentence, amount: Amount) -> list[str]:
    left = max(unit.start, amount.start - _REACH)
    return _TOKEN.findall(text[left : amount.start])[-5:]


def _is_preposition(phrase: str, before: list[str], amount: Amount) -> bool:
    """Whether "über" or "unter" is a plain preposition ("ein Programm über 500 Millionen")."""
    if phrase == "unter":
        return not (amount.unit or amount.scale > 1)
    if phrase == "some":
        return False
    if phrase != "über":
        return False
    others = [word.lower() for word in before[:-1]]
    if any(word.startswith(ABOUT_VERBS) for word in others):
        return True
    is_first = len(before) < 3  # noqa: PLR2004
    return len(before) > 1 and not is_first and before[-2][:1].isupper() and amount.unit in MONEY


def _is_age(text: str, before: list[str], amount: Amount) -> bool:
    if amount.unit not in {"", "year", "month"}:
        return False
    joined = " ".join(before[-2:])
    return joined.endswith(_AGE_BEFORE) or bool(_AGE_BEHIND.match(text, amount.end))


def _is_ordinal(text: str, unit: Sentence, amount: Amount) -> bool:
    """Such as "3. Tag" and "1) …", but not a number that ends its sentence."""
    behind = text[amount.end : amount.end + 1]
    if behind == ")":
        return amount.start == unit.start
    return behind == "." and text[amount.end + 1 : unit.end].strip(' ”“"»«’)') != ""


def _is_in_digits(text: str, unit: Sentence, amount: Amount) -> bool:
    """Inside a phone number, a score or a table: digits stand right before or behind."""
    if amount.is_word:
        return False
    before = text[max(unit.start, amount.start - 2) : amount.start]
    behind = text[amount.end : min(unit.end, amount.end + 2)]
    return bool(
        re.search(r"\d[ /:.-]?$|[#/:+]$|\w-$", before) or re.match(r"[ /:-]?\d|[*#]", behind)
    )


def _noun_behind(text: str, position: int, limit: int, language: Language) -> str:
    if language == "en":
        return _english_noun(text, position, limit)
    for _ in range(_MOST_ADJECTIVES + 1):
        match = _NEXT_WORD.match(text, position, limit)
        if match is None:
            return ""
        word = match["word"]
        if word[0].isupper():
            return _whole_noun(text, match, limit) if len(word) > 1 else ""
        if word not in {"der", "des", "von"} and not _is_adjective(word):
            return ""
        position = match.end()
    return ""


def _whole_noun(text: str, match: re.Match[str], limit: int) -> str:
    """Such as "Staats- und Regierungschefs" is one noun."""
    twin = _TWIN.match(text, match.end(), limit) if match["word"].endswith("-") else None
    return match["word"] + twin.group() if twin else match["word"]


def _is_adjective(word: str) -> bool:
    return bool(_ADJECTIVE.fullmatch(word)) and word not in FUNCTION_WORDS["de"]


def _english_noun(text: str, position: int, limit: int) -> str:
    for _ in range(_MOST_ADJECTIVES + 1):
        match = _NEXT_WORD.match(text, position, limit)
        if match is None or match["word"].lower() in FUNCTION_WORDS["en"]:
            return ""
        word = match["word"]
        if word in _PLURALS or (word.endswith("s") and not word.endswith(_SINGULAR_ENDS)):
            return word
        position = match.end()
        if word in _STATES and _ends_phrase(text, position, limit):
            return word
    return ""


def _lone_noun(text: str, position: int, limit: int) -> str:
    """The noun of "of the vote" where it is the only word of its phrase."""
    match = _NEXT_WORD.match(text, position, limit)
    if match is None or match["word"].lower() in FUNCTION_WORDS["en"]:
        return ""
    return match["word"] if _ends_phrase(text, match.end(), limit) else ""


def _ends_phrase(text: str, position: int, limit: int) -> bool:
    following = _NEXT_WORD.match(text, position, limit)
    return following is None or following["word"].lower() in FUNCTION_WORDS["en"]


def _number_of(text: str, unit: Sentence, amount: Amount, language: Language) -> str:
    clause = _clause_before(text, unit, amount)
    if "ahl " not in clause and "number " not in clause:
        return ""
    heads = list(_NUMBER_OF.finditer(clause))
    if len(heads) != 1:
        return ""
    return _noun_behind(clause, heads[0].end(), len(clause), language)


def _amount_noun(text: str, unit: Sentence, amount: Amount, language: Language) -> str:
    """What money, a share or a measure is about: "17 Prozent der Haushalte", "Umsatz von"."""
    if amount.unit == "percent" and (of := _SHARE_OF.match(text, amount.end, unit.end)):
        noun = _noun_behind(text, of.end(), unit.end, language)
        return noun or (_lone_noun(text, of.end(), unit.end) if language == "en" else "")
    return (
        _direct_noun(text, unit, amount, language)
        or _head_before(text, unit, amount, language)
        or _subject(text, unit, amount)
    )


def _direct_noun(text: str, unit: Sentence, amount: Amount, language: Language) -> str:
    """Such as "500 Millionen Euro Umsatz", "$6 billion in revenue"."""
    position = amount.end
    link = _IN_AMOUNT.match(text, position, unit.end)
    position = link.end() if link else position
    match = _NEXT_WORD.match(text, position, unit.end)
    if match is None or is_amount_noun(match["word"]):
        return match["word"] if match else ""
    # "$589 billion in market value"; German writes such words as one.
    second = _NEXT_WORD.match(text, match.end(), unit.end)
    if language == "en" and link and second and is_amount_noun(second["word"]):
        return match["word"] + second.group()
    return ""


def _head_before(text: str, unit: Sentence, amount: Amount, language: Language) -> str:
    """Such as "eine Bewertung von rund 300 Milliarden Dollar", "a valuation of $300 billion"."""
    before = _words_before(text, unit, amount)
    for count in (3, 2):
        if " ".join(before[-count:]).lower() in QUALIFIERS and len(before) > count:
            del before[-count:]
    while before and (before[-1].lower() in FILLERS or before[-1].lower() in QUALIFIERS):
        if before[-1].lower() in _PREPOSITIONS and len(before) > 1 and before[-2][:1].isupper():
            break
        before.pop()
    if len(before) < 2 or before[-1].lower() not in _PREPOSITIONS:  # noqa: PLR2004
        return ""
    head = before[-2]
    if head.lower() in _EMPTY_HEADS:
        has_noun = len(before) > 3 and before[-3].lower() in {"in", "im"}  # noqa: PLR2004
        head = before[-4] if has_noun else ""
    if not head.replace("-", "").isalpha() or head.lower() in FUNCTION_WORDS[language]:
        return ""
    if before[-1].lower() == "um":
        return ""
    is_noun = head[0].isupper() if language == "de" else head.islower()
    return head if is_noun and (language == "de" or is_amount_noun(head)) else ""


def _subject(text: str, unit: Sentence, amount: Amount) -> str:
    clause = _clause_before(text, unit, amount)
    found = {
        match.group()
        for match in _LETTERS.finditer(clause)
        if is_amount_noun(match.group()) and _is_surely_noun(match, clause)
    }
    return found.pop() if len(found) == 1 else ""


def _is_surely_noun(match: re.Match[str], clause: str) -> bool:
    word = match.group()
    if word.lower() not in VERB_LIKE or (word[0].isupper() and match.start() > 0):
        return word not in VERB_LIKE
    opens = word[0].isupper() and not match.start()
    return opens or bool(_AFTER_ARTICLE.search(clause[: match.start()]))


def _clause_before(text: str, unit: Sentence, amount: Amount) -> str:
    left = text[max(unit.start, amount.start - _CLAUSE) : amount.start]
    return _CLAUSE_BREAK.split(left)[-1]


def is_amount_noun(word: str) -> bool:
    """Whether amounts are about it: "Umsatz", "Jahresumsatz", "revenue"."""
    lowered = word.lower()
    if lowered in AMOUNT_NOUNS:
        return lowered not in UNITS
    return word[0].isupper() and any(
        lowered[at:] in AMOUNT_NOUNS for at in range(3, len(lowered) - 3)
    )

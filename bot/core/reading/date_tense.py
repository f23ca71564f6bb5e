"""Whether the clause around a date looks back or ahead."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.core.language.date_words import (
    AHEAD_WITH_AN,
    FUTURE,
    FUTURE_CUES,
    NO_PRETERITES,
    PAST,
    PAST_CUES,
    PLANNED,
    PRESENTS,
)

if TYPE_CHECKING:
    from bot.core.models import Language, Range

_REACH = 160
# The comma of "5,000" breaks nothing.
_CLAUSE_BREAK = re.compile(r"[;()„“”\"»«–—]|[,:](?!\d)")
_WORD = re.compile(r"[^\W\d_]+")
_PRETERITE = {"de": re.compile(r"[a-zäöüß]{2,}ten?"), "en": re.compile(r"[a-z]{2,}ed")}
# "soll am Montag gesagt haben": the modal speaks of what is past.
# Behind "to" they open no infinitive.
_NO_VERBS = frozenset("the a an this that these those its his her their our my all some".split())
_WITH_PARTICIPLES = frozenset("be being is are stays stay remains remain".split())
_PROMISING = frozenset("promised pledged vowed ordered agreed planned due".split())
_DOUBTS = frozenset("soll sollen will wollen dürfte dürften könnte könnten".split())


def find_tense(
    text: str, unit: Range, mention: Range, language: Language, *, is_limit: bool = False
) -> int:
    """FUTURE, PAST or 0, from the nearest telling word of the clause; before goes before after.

    `is_limit`: by then something is to be done, so that an English infinitive looks ahead, in
    "voted to close it by March".
    """
    left = _CLAUSE_BREAK.split(text[max(unit.start, mention.start - _REACH) : mention.start])[-1]
    right = _CLAUSE_BREAK.split(text[mention.end : min(unit.end, mention.end + _REACH)])[0]
    before = _WORD.findall(left)[::-1]
    after = _WORD.findall(right)
    if _is_perfect(after) and not _DOUBTS.isdisjoint((*before, *after)):
        return PAST
    plans = _plans(frozenset((*before, *after)), after, language)
    for step in range(max(len(before), len(after))):
        for words in (before, after):
            if step >= len(words):
                continue
            found = FUTURE if words[step] in plans else _tense_of(words[step], language)
            if language == "en" and words is before:
                found = _english_tense(before, step, found, is_limit=is_limit)
            if found:
                return found
    return 0


def _english_tense(before: list[str], step: int, found: int, *, is_limit: bool) -> int:
    """FUTURE for "to be sold" and, up to a limit, for "to close"; 0 for "sold" and "is closed".

    `before` are the words before the date, the nearest first.
    """
    word, earlier = before[step], before[step + 1] if step + 1 < len(before) else ""
    later = before[step - 1] if step else ""
    if found == PAST and earlier in _WITH_PARTICIPLES:
        return 0
    if word == "to" and (
        later == "be" or (is_limit and later.islower() and later not in _NO_VERBS)
    ):
        return FUTURE
    return FUTURE if is_limit and word in _PROMISING else found


def _plans(clause: frozenset[str], after: list[str], language: Language) -> frozenset[str]:
    """The words that look ahead in this clause alone: "angemeldet" beside "ist"."""
    if language == "de" and after[-1:] == ["an"]:
        return AHEAD_WITH_AN
    is_so = not PRESENTS[language].isdisjoint(clause) and "worden" not in clause
    return PLANNED[language] if is_so else frozenset()


def _is_perfect(words: list[str]) -> bool:
    """Such as "… gesagt haben", "… zurückgetreten sein", but not "… gefährdet sein"."""
    if "worden" in words:
        return True
    if len(words) < 2:  # noqa: PLR2004
        return False
    return words[-1] == "haben" or (words[-1] == "sein" and words[-2].endswith("en"))


def _tense_of(word: str, language: Language) -> int:
    lowered = word.lower()
    if lowered in FUTURE_CUES[language]:
        return FUTURE
    if lowered in PAST_CUES[language]:
        return PAST
    if word in NO_PRETERITES or lowered != word:
        return 0
    return PAST if _PRETERITE[language].fullmatch(word) else 0

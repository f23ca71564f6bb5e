"""Whether "heute" and "today" mean the day of publication, or nowadays."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from bot.core.language import date_words as words
from bot.core.language.folding import fold

if TYPE_CHECKING:
    from bot.core.reading.date_place import Place

_LONGEST_SUBJECT = 5
_ENDINGS = ("e", "n", "t", "d", "s")
_BREAK = re.compile(r"[.;:!?()„“”\"»«–—]|,(?!\d)")
_WORD = re.compile(r"[^\W\d_]+")
_GERMAN = re.compile(r"[a-zäöüß]{2,}ten?")
_ENGLISH = re.compile(r"[a-z]{2,}ed")


def is_this_day(place: Place) -> bool:
    """Whether something was said, happened or falls due on that very day.

    What is told in the past of "today" happened on this day: nowadays is the present.
    """
    if place.language == "en":
        return _is_english(place)
    following = place.after()
    if place.word == "Heute":
        return _is_past(place, following) or (
            following in words.PUNCTUAL["de"] and place.after(2) != "man"
        )
    back = 2 if place.before() in words.PRONOUNS else 1
    return _is_past(place, place.before(back))


def _is_english(place: Place) -> bool:
    text = place.text
    behind = _WORD.findall(_BREAK.split(text[place.end : place.unit.end].lstrip(","))[0])
    if place.word == "Today":
        # What is told of the past behind one of these may have been long ago.
        behind = list(takewhile(lambda word: word not in words.RELATIVES, behind))
        return _tells_past(place, behind, most=_LONGEST_SUBJECT)
    if behind:
        return False
    clause = _last_part(_WORD.findall(_BREAK.split(text[place.unit.start : place.start])[-1]))
    return place.before() in words.PUNCTUAL["en"] or _tells_past(place, clause, most=len(clause))


def _last_part(clause: list[str]) -> list[str]:
    """From the last "and" on, unless a name follows: "It was built in 1900 and houses a school"."""
    for number in range(len(clause) - 2, 0, -1):
        if clause[number] in words.SECOND_VERBS and clause[number + 1].islower():
            return clause[number:]
    return clause


def _tells_past(place: Place, clause: list[str], *, most: int) -> bool:
    """Whether a verb in the past stands among the first words, and none in the present at all."""
    if not words.NOWADAYS.isdisjoint(clause):
        return False
    return any(
        _is_past(place, word) and (not word.endswith("ed") or _is_verb(clause, number))
        for number, word in enumerate(clause[:most])
    )


def _is_verb(clause: list[str], number: int) -> bool:
    """Whether a word in -ed is no adjective: it ends its clause, or no noun can follow."""
    following = clause[number + 1 : number + 2]
    return bool(number) and (not following or following[0] in words.BEHIND_VERBS)


def _is_past(place: Place, word: str) -> bool:
    language = place.language
    if word in words.PAST_CUES[language]:
        return True
    if word in words.NO_PRETERITES or not word.islower():
        return False
    if language == "en":
        return bool(_ENGLISH.fullmatch(word)) or word in words.STRONG_PRETERITES
    base = dict(zip(place.unit.words, place.unit.lemmas, strict=True)).get(word, word)
    # Infinitives and plurals of the present are their own base form: "Heute streiten sie".
    is_verb = base.endswith("n") and base != fold(word)
    return is_verb and (bool(_GERMAN.fullmatch(word)) or _is_strong(word))


def _is_strong(word: str) -> bool:
    """Whether a German verb has no ending of the present, such as "brach"."""
    return not word.endswith(_ENDINGS) and word not in words.BENT_OTHERWISE

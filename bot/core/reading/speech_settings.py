"""When, where and to whom something was said: what stands behind an English verb of saying."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.core.language.speech_grammar import (
    AUXILIARIES,
    CONJUNCTIONS,
    PREPOSITIONS,
    SUBORDINATORS,
)

if TYPE_CHECKING:
    from bot.core.reading.speech_passages import Passage

_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_MONTHS = frozenset(
    "january february march april may june july august september october november december".split()
)
_TIMES = frozenset(
    "yesterday today tonight late early earlier later afterwards recently again".split()
)
_PARTS_OF_DAY = frozenset("morning afternoon evening night".split())
_SPANS = frozenset("week month year night weekend autumn spring summer winter".split())
_LISTENERS = frozenset(
    "reporters journalists lawmakers parliament investors analysts staff employees workers".split()
)
_OCCASIONS = _LISTENERS | frozenset(
    "statement interview speech letter post tweet memo note message video conference briefing "
    "meeting rally event hearing email podcast blog newspaper radio television court filing "
    "congress testimony address debate talks visit announcement release".split()
)
_BEFORE_OCCASIONS = frozenset("in at during after to through via on".split())
_WITHIN = 6


def behind_setting(passage: Passage, first: int, last: int) -> int:
    """The first word from `first` to `last` that is no setting: "on Monday", "in a statement".

    One behind `last` if all of them are.
    """
    at = first
    while at <= last:
        following = _after_one(passage, at, last)
        if following == at:
            break
        at = following
    return at


def holds_statement(passage: Passage, first: int, last: int) -> bool:
    """Whether the words from `first` to `last` state something, not only when or on what."""
    words = passage.lowers[first : last + 1]
    if not AUXILIARIES["en"].isdisjoint(words):
        return words[0] not in SUBORDINATORS["en"] or "," in passage.gaps[first + 1 : last + 1]
    if words[0] in PREPOSITIONS["en"] | SUBORDINATORS["en"] | CONJUNCTIONS["en"]:
        return False
    return any(
        passage.lemmas[at] != passage.lowers[at] and not passage.capital[at]
        for at in range(first, last + 1)
    )


def _after_one(passage: Passage, at: int, last: int) -> int:
    lower = passage.lowers[at]
    following = passage.lowers[at + 1] if at < last else ""
    if lower in _DAYS:
        return at + 1 + (following in _PARTS_OF_DAY)
    if lower in _TIMES or lower in _LISTENERS or (lower == "on" and following in _DAYS):
        return at + 1
    is_span = lower in ("last", "this") and following in _SPANS | _DAYS
    if is_span or (lower in ("in", "on") and (following in _MONTHS or following.isdigit())):
        return at + 2
    return _behind_occasion(passage, at, last) if lower in _BEFORE_OCCASIONS else at


def _behind_occasion(passage: Passage, at: int, last: int) -> int:
    for place in range(at + 1, min(last, at + _WITHIN) + 1):
        lower = passage.lowers[place]
        if passage.gaps[place] or lower in AUXILIARIES["en"]:
            return at
        if lower in _OCCASIONS:
            # "in an interview", "at a news conference", "in a statement to parliament".
            return place + 1
    return at

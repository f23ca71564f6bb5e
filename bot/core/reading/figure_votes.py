"""Both sides of a vote: "mit 23 zu 18 Stimmen", "23:18 Stimmen", "by 23 votes to 18"."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.core.models import Sentence
    from bot.core.reading.figure_amounts import Amount

_BETWEEN = re.compile(r" (?:zu|gegen|to|against) | ?[:–-] ?")
_BETWEEN_BEHIND_NOUN = re.compile(r" votes (?:to|against) ")
_VOTE_OF = re.compile(r"\b(?:vote|margin) of $")
_VOTE_BEHIND = re.compile(r" (?P<noun>vote)\b")
_VOTE = "vote"


def name_sides(
    text: str, unit: Sentence, amounts: Sequence[Amount], counted: Sequence[str]
) -> Mapping[int, str]:
    """The numbers of the amounts that are the sides of a vote, with the word for votes."""
    sides: dict[int, str] = {}
    for number, (one, other) in enumerate(pairwise(amounts)):
        if one.unit or other.unit:
            continue
        noun = _noun(text, unit, (one, other), (counted[number], counted[number + 1]))
        if noun:
            sides[number] = sides[number + 1] = noun
    return sides


def _noun(
    text: str, unit: Sentence, amounts: tuple[Amount, Amount], counted: tuple[str, str]
) -> str:
    one, other = amounts
    gap = text[one.end : other.start]
    if _BETWEEN_BEHIND_NOUN.fullmatch(gap):
        return "" if counted[1] else counted[0]
    if not _BETWEEN.fullmatch(gap):
        return ""
    if is_votes(counted[1]):
        return counted[1]
    behind = _VOTE_BEHIND.match(text, other.end, unit.end)
    before = _VOTE_OF.search(text, unit.start, one.start)
    return _VOTE if behind or before else ""


def is_votes(noun: str) -> bool:
    """Whether votes are counted: "Stimmen", "Wählerstimmen", "votes"."""
    return noun == "votes" or noun.lower().endswith("stimmen")

"""Whether two sentences say the same of the same in other words, whatever the day.

"SoftBank trägt die finanzielle Verantwortung", "Für die Finanzen ist SoftBank verantwortlich" and
"SoftBank has the financial responsibility" are one. Only for what a card shows: what is left out
there is still news elsewhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.core.language.content_words import STOPWORDS
from bot.core.language.opposite_words import OPPOSITES
from bot.core.language.same_words import EMPTY_WORDS, SAME_WORDS
from bot.core.retelling import cues, is_one_actor, speaks, sums
from bot.core.within import inside, named_in

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.core.ranking import Candidate

_MOST_OF = 0.6
_SAME_NAMES = 2
_TELLING_NAMES = 3
# Words of fewer letters share too many beginnings: "Import", "important".
_SHORTEST = 8
_LONGEST_ENDING = 2
# "Die Übernahme von X durch Y" turns round who acts.
_TURNING = frozenset({"durch", "by"})


def rewords(one: Candidate, other: Candidate) -> bool:
    """Whether most of what either says of the names that both have is said by the other."""
    shared = one.names & other.names
    is_within = one.names <= other.names or other.names <= one.names
    if not shared or not (is_within or len(shared) >= _TELLING_NAMES):
        return False
    if speaks(one) or speaks(other):
        return False
    if sums(one) != sums(other) or cues(one) != cues(other) or _are_apart(one, other):
        return False
    if len(shared) >= _SAME_NAMES and not _act_alike(one, other):
        return False
    first, second = _told(one), _told(other)
    fewest = min(len(first), len(second))
    matched = sum(any(_is_same(word, known) for known in first) for word in second)
    if (
        not fewest
        or min(matched, fewest) < _MOST_OF * fewest
        or _are_opposites(one.words, other.words)
    ):
        return False
    return len(shared) >= _SAME_NAMES or matched >= _SAME_NAMES


def _act_alike(one: Candidate, other: Candidate) -> bool:
    """Whether the same one acts, as far as the order of names tells: who sued whom."""
    return is_one_actor(one, other) and _is_turned(one) == _is_turned(other)


def _is_turned(candidate: Candidate) -> bool:
    return not _TURNING.isdisjoint(map(str.lower, candidate.sentence.words))


def _are_apart(one: Candidate, other: Candidate) -> bool:
    """Whether they tell of different days, years or counts."""
    if one.days and other.days and one.days.isdisjoint(other.days):
        return True
    first, second = _numbers(one.words), _numbers(other.words)
    return bool(first and second and first != second)


def _numbers(words: Iterable[str]) -> frozenset[str]:
    return frozenset(word for word in words if word[0].isdigit())


def _told(candidate: Candidate) -> frozenset[str]:
    """The words that are neither names nor dates and say something."""
    sentence, analysis = candidate.sentence, candidate.reading.analysis
    part = sentence.range
    apart = [one.range for one in inside(analysis.dates, part)]
    apart += [mention for mention, _ in named_in(analysis.names, part)]
    return frozenset(
        SAME_WORDS.get(lemma, lemma)
        for place, lemma in enumerate(sentence.lemmas)
        if lemma not in STOPWORDS
        and lemma not in EMPTY_WORDS
        and lemma in candidate.words
        and not any(held.overlaps(sentence.word_range(place)) for held in apart)
    )


def _is_same(one: str, other: str) -> bool:
    """Whether they are one word, but for an ending: "finanziell", "Finanzen"."""
    if one == other:
        return True
    shorter = min(len(one), len(other))
    needed = shorter - _LONGEST_ENDING
    return shorter >= _SHORTEST and one[:needed] == other[:needed]


def _are_opposites(one: frozenset[str], other: frozenset[str]) -> bool:
    sides = {OPPOSITES[word] for word in one if word in OPPOSITES}
    others = {OPPOSITES[word] for word in other if word in OPPOSITES}
    return any((number, not side) in others for number, side in sides)

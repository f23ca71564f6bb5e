"""Sentences of different articles that say the same become one, with more weight."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.core.alike import WordSets
from bot.core.assertions import assertion_of, confirms, may_be_of_same_matter, outdoes
from bot.core.origins import origin_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.core.assertions import Assertion
    from bot.core.ranking import Candidate

# Sentences with fewer words in common are not compared.
SAME_WORDS = 0.55
_SUPPORT = 0.2

_Group = list["Candidate"]


def join_candidates(
    candidates: Sequence[Candidate], copies: Mapping[str, str], said: Sayings
) -> tuple[Candidate, ...]:
    """One candidate for each thing that is said, best first, with its supporters.

    What is hedged or attributed is left out where another sentence says it as a fact. `copies`
    leads from articles to the one whose text each repeats: together they give no more weight
    than one, nor do several articles of one origin. `said` remembers what each says.
    """
    groups: list[_Group] = []
    heads = WordSets()
    for candidate in candidates:
        alike = heads.find(candidate.words, SAME_WORDS)
        home = next((n for n in alike if _may_join(candidate, groups[n], said)), None)
        if home is None:
            groups.append([candidate])
            heads.add(candidate.words)
        else:
            groups[home].append(candidate)
    kept = [group for group in groups if not _is_outdone(group[0], groups, heads, said=said)]
    joined = [_best_of(group, copies) for group in kept]
    return tuple(sorted(joined, key=lambda one: (-one.score, one.key)))


class Sayings:
    """What candidates say, worked out when it is first asked for."""

    def __init__(self) -> None:
        """Nothing is known yet."""
        self._known: dict[tuple[str, int], Assertion] = {}

    def of(self, candidate: Candidate) -> Assertion:
        """What the candidate says."""
        known = self._known.get(candidate.key)
        if known is None:
            known = assertion_of(candidate.reading, candidate.number)
            self._known[candidate.key] = known
        return known


def _may_join(candidate: Candidate, group: _Group, said: Sayings) -> bool:
    """Whether the candidate, in another article, confirms what the group shows."""
    head = group[0]
    return (
        head.reading.article.id != candidate.reading.article.id
        and may_be_of_same_matter(candidate.words, head.words)
        and confirms(said.of(candidate), said.of(head))
    )


def _is_outdone(
    head: Candidate, groups: Sequence[_Group], heads: WordSets, *, said: Sayings
) -> bool:
    """Whether a sentence that can be shown says as a fact what this one says with a hedge."""
    others = (groups[number][0] for number in heads.find(head.words, SAME_WORDS))
    return any(
        outdoes(said.of(other), said.of(head))
        for other in others
        if other is not head and other.is_plain and may_be_of_same_matter(other.words, head.words)
    )


def _best_of(group: _Group, copies: Mapping[str, str]) -> Candidate:
    first = group[0]
    if len(group) == 1:
        return first
    articles = [one.reading.article for one in group]
    origins = {origin_of(one) for one in articles}
    texts = {copies.get(one.id, one.id) for one in articles}
    confirmed = min(len(origins), len(texts)) - 1
    return replace(
        first,
        score=round(first.score * (1 + _SUPPORT * confirmed), 6),
        supporters=tuple((one.reading, one.sentence) for one in group[1:]),
    )

"""How much a sentence says to who sees it on a card, away from its article.

"The case has a long history" may stand alone and tells nothing; "Die Gruppe hatte geboten" tells
something but not of whom; "Trump hat sich zur Kritik geäußert" says that something was said, not
what. What tells more is shown first, what is empty not at all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bot.core.hollow import is_hollow
from bot.core.language.content_words import STOPWORDS
from bot.core.references import find_references, opens_with_role
from bot.core.within import inside, named_in

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.core.ranking import TopicArticle
    from bot.core.references import Reference

# Fewer words than this, beside names, dates and what is only referred to, tell little.
_FEWEST_WORDS = 3
# A longer sentence always has them; most need not be looked at.
_LONGEST_THIN = 14
# In the first words a reference is mostly what the sentence is about.
_OPENING = 3
_EARLY = 6
_OPEN_EARLY = 0.6
_OPEN = 0.8
_THIN = 0.6
_HOLLOW = 0.3


class Bearing(NamedTuple):
    """The `weight` is 1 for a sentence that is understood and tells something.

    `refers`: it speaks of something told before; `is_open`: of something that the topic does not
    explain either; `is_thin`: it tells little; `is_empty`: little, and of something told before,
    or only that somebody said something.
    """

    weight: float
    refers: bool
    is_open: bool
    is_thin: bool
    is_empty: bool

    @property
    def is_full(self) -> bool:
        """Whether nothing is missing where it stands first."""
        return not (self.refers or self.is_thin)


FULL = Bearing(1.0, refers=False, is_open=False, is_thin=False, is_empty=False)


def bearing_of(
    one: TopicArticle, number: int, relevance: Mapping[tuple[str, int], float]
) -> Bearing:
    """The bearing of a sentence of the article, on a card of its topic."""
    references = find_references(one.reading, number)
    hollow = is_hollow(one.reading, number)
    is_thin = hollow or _is_thin(one, number, frozenset(told.noun for told in references))
    refers = bool(references) or opens_with_role(one.reading, number)
    if not refers and not is_thin:
        return FULL
    left = [place for place, told in _open_places(one, references, relevance) if not told]
    weight = (_HOLLOW if hollow else _THIN) if is_thin else 1.0
    if left:
        weight *= _OPEN_EARLY if left[0] < _EARLY else _OPEN
    opens = any(reference.place < _OPENING for reference in references)
    return Bearing(
        weight,
        refers=refers,
        is_open=bool(left),
        is_thin=is_thin,
        is_empty=hollow or (is_thin and (opens or bool(left))),
    )


def leaves_open(one: TopicArticle, number: int, relevance: Mapping[tuple[str, int], float]) -> bool:
    """Whether a question asks of something that nobody knows here, and names nobody."""
    part = one.reading.analysis.sentences[number].range
    named = named_in(one.reading.analysis.names, part)
    if any(name.kind in {"PER", "ORG"} for _, name in named):
        return False
    references = find_references(one.reading, number)
    return any(not told for _, told in _open_places(one, references, relevance))


def _open_places(
    one: TopicArticle,
    references: tuple[Reference, ...],
    relevance: Mapping[tuple[str, int], float],
) -> list[tuple[int, bool]]:
    """Where the references stand, and whether the topic explains each."""
    article = one.reading.article.id
    is_main = one.subject.is_main
    is_matter = is_main and not _is_somebody(one)
    return [
        (
            reference.place,
            is_matter
            or (is_main and reference.is_relational and one.subject.kind != "PER")
            or (
                reference.told_in is not None
                and relevance.get((article, reference.told_in), 0.0) >= 1.0
            ),
        )
        for reference in references
    ]


def _is_somebody(one: TopicArticle) -> bool:
    """Whether the topic is a person, organisation or place: "the deal" is never one of these."""
    spellings = {one.subject.name, *one.subject.variants}
    return one.subject.kind != "OTHER" or any(
        name.kind != "OTHER" and name.name in spellings for name in one.reading.analysis.names
    )


def _is_thin(one: TopicArticle, number: int, referred: frozenset[str]) -> bool:
    """Whether it has neither a figure nor several names, and few words beside."""
    analysis = one.reading.analysis
    sentence = analysis.sentences[number]
    if len(sentence.words) > _LONGEST_THIN:
        return False
    part = sentence.range
    names = [mention for mention, _ in named_in(analysis.names, part)]
    dates = [mention.range for mention in inside(analysis.dates, part)]
    if len(names) > 1 or any(
        not any(date.overlaps(figure.range) for date in dates)
        for figure in inside(analysis.figures, part)
    ):
        return False
    told = {
        lemma
        for place, lemma in enumerate(sentence.lemmas)
        if lemma not in STOPWORDS
        and lemma not in referred
        and not any(held.contains(sentence.word_range(place)) for held in (*names, *dates))
    }
    return len(told) < _FEWEST_WORDS

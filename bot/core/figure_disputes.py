"""Numbers for one count that cannot both be right, told by two articles.

What is counted is compared by the words around the numbers, in one language or across German
and English. Where in doubt two numbers are two counts: a contradiction that is none misleads.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations, islice
from typing import TYPE_CHECKING

from bot.core.alike import similarity
from bot.core.language.count_words import (
    ALONE,
    EMPTY,
    NOUNS_LIKE_VERBS,
    OUTCOMES,
    PARTED,
    PEOPLE,
    THINGS,
)
from bot.core.language.exonyms import shared_key
from bot.core.language.folding import fold
from bot.core.language.remembered import Remembered
from bot.core.language.unit_words import MONEY
from bot.core.points import point_of
from bot.core.ranking import content_words
from bot.core.subjects import sentences_at
from bot.core.within import inside

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.core.cards import Point
    from bot.core.models import DateMention, Figure, Reading
    from bot.core.ranking import Evidence

LONGEST_SIDE = 200
_RELEVANT = 0.5
# Sentences about one count differ in little but the number; less if both name what is counted.
_SAME_MATTER = 0.4
_SAME_COUNT = 0.22
_NEARLY_SAME = 0.6
_MOST_FIGURES = 60
# 3.0 and 3.02 are rounding; 500 and 100 are different things, not two versions of one.
_ROUNDING = 0.004
_SAME_SIZE = 2.5
# Money of several countries has these names, so that it is what is counted.
_FOR_MANY = frozenset((PEOPLE, *"pound pounds pfund kronen pesos rupien".split()))
_YEAR = len("2025")
_SHORTEST_HEAD, _SHORTEST_TAIL = 3, 5
_ALL_OUTCOMES = frozenset(OUTCOMES.values())
# A sum for what is built may be what it costs.
_BUILT = frozenset({"built"})
# "Es gab zwölf Tote" gives nothing.
_GIVEN = frozenset({"granted"})
# The English verb "die" is a German article, so that it is left out with the small words.
_DEAD, _NOBODY = frozenset({"dead"}), frozenset[str]()
_YEARLY = re.compile(
    r"\b(?:jährlich\w*|jedes Jahr|(?:pro|im) Jahr(?! \d)|a year|per year|every year|annual\w*)\b",
    re.IGNORECASE,
)
_INFINITIVE = ("en", "eln", "ern")
_ENDINGS = ("", "en", "e", "n", "er", "ern", "s")


@dataclass(frozen=True, slots=True)
class _Told:
    """A figure in its sentence.

    `words` are the other words, one for all that mean the same; `outcomes` those of them that
    say what became of what is counted; `matter` those that name something, without the topic;
    `counts` is what is counted. `years` before that of the article are `past`.
    """

    reading: Reading
    number: int
    figure: Figure
    counts: str
    words: frozenset[str]
    outcomes: frozenset[str]
    matter: frozenset[str]
    places: frozenset[str]
    dates: frozenset[str]
    past: frozenset[str]

    @property
    def place(self) -> tuple[str, int]:
        """The sentence it stands in."""
        return self.reading.article.id, self.number


def find_figure_disputes(evidence: Evidence) -> Iterator[tuple[Point, Point]]:
    """Pairs of points, those in the most similar words first."""
    told = list(islice(_told(evidence), _MOST_FIGURES))
    beside: defaultdict[tuple[str, int], list[_Told]] = defaultdict(list)
    for one in told:
        beside[one.place].append(one)
    found: list[tuple[float, _Told, _Told]] = []
    for one, other in combinations(told, 2):
        likeness = _same_matter(one, other)
        if likeness and differ(one.figure, other.figure):
            if _agree(one, beside[other.place]) or _agree(other, beside[one.place]):
                continue
            found.append((likeness, one, other))
    found.sort(key=lambda row: (-row[0], row[1].place, row[2].place))
    # Few are asked for, and shortening a sentence costs more than to compare it.
    for _, one, other in found:
        left = _side(one)
        right = _side(other) if left else None
        if left and right:
            yield left, right


def differ(one: Figure, other: Figure) -> bool:
    """Whether two figures for the same count cannot both be right.

    "mehr als 500" and 520 can; so can "rund 590" and 589.
    """
    low, high = sorted((one, other), key=lambda figure: figure.value)
    if not low.value or high.value / low.value > _SAME_SIZE:
        return False
    if low.qualifier == "min" or high.qualifier == "max":
        return False
    slack = 0.03 if "about" in {low.qualifier, high.qualifier} and _is_rounder(low, high) else 0.0
    return (high.value - low.value) / high.value > _ROUNDING + slack


def _agree(one: _Told, others: Iterable[_Told]) -> bool:
    """Whether the other sentence gives the same number too: 23 of "23 zu 18" is no other 18."""
    return any(
        one.figure.value == other.figure.value
        and one.figure.unit == other.figure.unit
        and _count_alike(one, other)
        for other in others
    )


def _is_rounder(one: Figure, other: Figure) -> bool:
    """Whether the "about" figure has fewer significant digits, so that it may mean the other."""
    about, exact = (one, other) if one.qualifier == "about" else (other, one)
    return len(_digits(about.value)) < len(_digits(exact.value))


def _digits(value: float) -> str:
    return f"{value:f}".replace(".", "").strip("0")


def _told(evidence: Evidence) -> Iterator[_Told]:
    topic = frozenset(
        word
        for article in evidence.articles
        for name in (article.subject.name, *article.subject.variants)
        for word in fold(name).split()
    )
    for article in evidence.articles:
        reading = article.reading
        for figure in reading.analysis.figures:
            for number in sentences_at(reading.analysis.sentences, (figure.range,)):
                relevance = evidence.relevance.get((reading.article.id, number), 0.0)
                if relevance >= _RELEVANT:
                    yield _told_in(reading, number, figure, topic)


def _told_in(reading: Reading, number: int, figure: Figure, topic: frozenset[str]) -> _Told:
    part = reading.analysis.sentences[number].range
    names = [
        name
        for name in reading.analysis.names
        if any(part.contains(mention) for mention in name.mentions)
    ]
    named = frozenset(word for name in names for word in fold(name.name).split())
    dates = inside(reading.analysis.dates, part)
    words = concepts(reading, number)
    counts = concept_of_count(figure.counts)
    outcomes = words & _ALL_OUTCOMES
    outcomes -= _BUILT if figure.unit in MONEY else _GIVEN
    return _Told(
        reading,
        number,
        figure,
        counts=counts,
        words=words - EMPTY - topic,
        outcomes=outcomes,
        matter=(words | {counts}) - EMPTY - _ALL_OUTCOMES - topic - named - {PEOPLE, ""},
        places=frozenset(shared_key(name.name) for name in names if name.kind == "LOC"),
        dates=frozenset(mention.date for mention in dates if mention.date),
        past=_past_years(reading, dates),
    )


def concept_of(word: str) -> str:
    """The word that stands for all of the same meaning as this base form."""
    return _CONCEPTS[word]


def concepts(reading: Reading, number: int) -> frozenset[str]:
    """The words of a sentence that carry meaning, without numbers, one for all that mean the same.

    A verb with a part of it at the end of its clause is one word.
    """
    lemmas = frozenset(reading.analysis.sentences[number].lemmas)
    died = _DEAD if reading.article.language == "en" and "die" in lemmas else _NOBODY
    parted = {pair: what for pair, what in PARTED.items() if lemmas.issuperset(pair)}
    gone = frozenset(word for pair in parted for word in pair)
    words = content_words(reading, number) - gone
    said = (_CONCEPTS[word] for word in words if not word[0].isdigit())
    return frozenset((*said, *parted.values(), *died))


def _find_concept(word: str) -> str:
    """The word that stands for all of the same meaning.

    The dictionary leaves English words as they are that are nouns as well ("buying").
    """
    forms = [word, *(word.removesuffix(ending) for ending in ("ing", "ed", "es", "s"))]
    # "cutting" is cut.
    forms += [form[:-1] for form in forms[1:3] if form[-2:-1] == form[-1:] and form != word]
    # "Busunfall" is an accident: a compound means what its last part means.
    tails = [word[place:] for place in range(_SHORTEST_HEAD, len(word) - _SHORTEST_TAIL + 1)]
    forms += [tail for tail in tails if _ends_compounds(tail)]
    known = (OUTCOMES.get(form) or THINGS.get(form) for form in forms)
    return next(filter(None, known), word)


def _ends_compounds(tail: str) -> bool:
    """Whether a word with this end means what the end means: no German verb with a prefix does."""
    return tail not in ALONE and (not tail.endswith(_INFINITIVE) or tail in NOUNS_LIKE_VERBS)


_CONCEPTS = Remembered(_find_concept)


def concept_of_count(counts: str) -> str:
    """What is counted, one word for all that mean the same: "Arbeitsplätze" and "jobs"."""
    folded = fold(counts)
    for ending in _ENDINGS:
        stem = folded.removesuffix(ending)
        # "Arbeitsplätze", folded, is "arbeitsplaetze".
        for one in (stem, stem.replace("ae", "a").replace("ue", "u").replace("oe", "o")):
            if one in OUTCOMES or one in THINGS:
                return _CONCEPTS[one]
    return folded


def _past_years(reading: Reading, dates: tuple[DateMention, ...]) -> frozenset[str]:
    printed = reading.article.published_on
    years = frozenset(mention.date[:_YEAR] for mention in dates if mention.date)
    return frozenset(year for year in years if printed and int(year) < printed.year)


def _same_matter(one: _Told, other: _Told) -> float:
    """How alike the two sentences are, 0 if they do not count the same thing."""
    if one.reading.article.id == other.reading.article.id or one.figure.unit != other.figure.unit:
        return 0.0
    if not _count_alike(one, other) or not _tell_of_one_time(one, other):
        return 0.0
    if _are_apart(one.places, other.places) or _are_apart(one.outcomes, other.outcomes):
        return 0.0
    if _are_apart(one.matter, other.matter) or _is_yearly(one) != _is_yearly(other):
        return 0.0
    if _only_count_alike(one, other):
        return 0.0
    likeness = similarity(one.words, other.words)
    return likeness if likeness >= _needed(one, other) else 0.0


def _only_count_alike(one: _Told, other: _Told) -> bool:
    """Whether two languages share no word but that of what is counted: too little to compare."""
    if one.reading.article.language == other.reading.article.language:
        return False
    return (one.words & other.words) <= {one.counts, other.counts, PEOPLE}


def _needed(one: _Told, other: _Told) -> float:
    """How alike the sentences must be: sums and people are counted for many reasons."""
    if one.outcomes & other.outcomes:
        return _SAME_COUNT
    is_open = one.figure.unit in MONEY or not {one.counts, other.counts}.isdisjoint(_FOR_MANY)
    if is_open and (one.outcomes or other.outcomes):
        return _NEARLY_SAME
    return _SAME_COUNT if one.counts and other.counts else _SAME_MATTER


def _count_alike(one: _Told, other: _Told) -> bool:
    """Whether the same is counted, or one does not say; "12 Menschen" may be "17 Verletzte"."""
    if one.counts == other.counts or not (one.counts and other.counts):
        return True
    return (one.counts == PEOPLE and other.counts in one.words) or (
        other.counts == PEOPLE and one.counts in other.words
    )


def _tell_of_one_time(one: _Told, other: _Told) -> bool:
    """Whether no other day or year is named: what was planned in 2020 may cost more by now."""
    return not _are_apart(one.dates, other.dates) and one.past == other.past


def _is_yearly(told: _Told) -> bool:
    """Whether a sum comes every year: what a house costs to run is not what it costs to build."""
    sentence = told.reading.analysis.sentences[told.number]
    text = told.reading.article.cut(sentence.range)
    return told.figure.unit in MONEY and _YEARLY.search(text) is not None


def _are_apart(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether both name something (places, dates) and none is the same: Kiel and Bern."""
    return bool(one and other) and one.isdisjoint(other)


def _side(told: _Told) -> Point | None:
    sentence = told.reading.analysis.sentences[told.number]
    return point_of(told.reading, sentence, LONGEST_SIDE, keep=(told.figure.range,))

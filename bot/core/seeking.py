"""What a topic's articles say on a question for a sum, a count, a time, a person or a place.

A sentence is chosen because it holds what is asked for, in the words of the question where that
has any. It is shown as what the articles say, not as the answer: of that nothing here is sure.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from bot.core.figure_disputes import concept_of, concept_of_count, concepts
from bot.core.language.count_words import EMPTY, OUTCOMES, THINGS
from bot.core.language.folding import fold
from bot.core.language.question_words import CARRYING, MEANINGS, WHOSE
from bot.core.language.unit_words import DURATIONS, MONEY, UNITS
from bot.core.points import point_of
from bot.core.ranking import NEAR_THE_TOPIC
from bot.core.shown import favour
from bot.core.subjects import sentences_at

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.core.cards import Point
    from bot.core.models import Figure, Language, Range, Reading
    from bot.core.ranking import Evidence, TopicArticle

SoughtKind = Literal["money", "count", "date", "duration", "person", "place"]

MOST_ANSWERS = 2
LONGEST_ANSWER = 280
# Less, and a sentence tells of its article but not of the topic.
_OF_THE_TOPIC = 0.3
# In an article that is about it, whatever speaks of it at all.
_LEAST = 0.1
# One that is understood alone comes before one that needs another.
_ALONE = 1.3
# A person is likelier meant the nearer they stand to the word for what they do.
_BESIDE, _FAR = 3, 100
_KNOWN = frozenset({*OUTCOMES.values(), *THINGS.values(), *MEANINGS.values()})
_OF_A_PRICE = frozenset({"cost"})
_OF_SOMEBODY = frozenset({"lead", "found", "own", "fund"})


@dataclass(frozen=True, slots=True)
class Sought:
    """The kind of thing that is asked for; of a count also what is counted, as written."""

    kind: SoughtKind
    counted: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """What is looked for: `counted` and `words` are one word for all that mean the same."""

    kind: SoughtKind
    counted: frozenset[str]
    words: frozenset[str]

    def is_in_its_words(self, relevance: float) -> bool:
        """Whether a sentence that is so much of the topic must share a word with the question.

        What is counted is a word of it. A price may be told without one: "Das Projekt umfasst …".
        """
        if self.kind == "money" and self.words == _OF_A_PRICE and relevance >= NEAR_THE_TOPIC:
            return False
        return bool(self.words) and self.kind != "count"


def question_of(
    sought: Sought, *, counted: Iterable[frozenset[str]], words: Iterable[frozenset[str]]
) -> Question:
    """The question whose words, and whose counted noun, have these base forms.

    Who asks for a person and says no more asks for whoever leads, founded, owns or pays for it.
    """
    said = frozenset(
        meaning for forms in words if forms.isdisjoint(CARRYING) for meaning in _meaning_of(forms)
    )
    return Question(
        sought.kind,
        frozenset(
            what
            for forms in counted
            for form in forms
            for what in (concept_of_count(form), UNITS.get(form, ""))
        )
        - {""},
        (said - EMPTY) or (_OF_SOMEBODY if sought.kind == "person" else said),
    )


def _meaning_of(forms: frozenset[str]) -> frozenset[str]:
    """What a word of the question means; of one that the tables do not know, its base forms."""
    said = frozenset(one for form in forms for one in _meanings((form,), {concept_of(form)}))
    return said & _KNOWN or said


def find_answers(evidence: Evidence, question: Question, language: Language) -> tuple[Point, ...]:
    """The best two sentences that hold what is asked for; none if none does.

    A question in words of its own ("wann wurde … vorgestellt") is answered in one of them. "Es
    soll 40 Millionen kosten" comes with the sentence before it, which names the topic.
    """
    chosen: list[Point] = []
    told: set[frozenset[str]] = set()
    for reading, numbers, parts in _ranked(evidence, question, language):
        # What is held is the same where its words are: "500 Milliarden Dollar" in two papers.
        what = frozenset(fold(reading.article.cut(part)) for part in parts)
        if what in told or len(chosen) + len(numbers) > MOST_ANSWERS:
            continue
        sentences = (reading.analysis.sentences[number] for number in numbers)
        points = [
            point_of(reading, one, LONGEST_ANSWER, keep=_within(parts, one.range))
            for one in sentences
        ]
        if all(points):
            chosen += filter(None, points)
            told.add(what)
    return tuple(chosen)


def _within(parts: Iterable[Range], whole: Range) -> tuple[Range, ...]:
    return tuple(part for part in parts if whole.contains(part))


def _ranked(
    evidence: Evidence, question: Question, language: Language
) -> Iterator[tuple[Reading, tuple[int, ...], tuple[Range, ...]]]:
    """Sentences that hold what is asked for, the best first, with the places that do."""
    found: list[tuple[float, tuple[str, int], Reading, tuple[int, ...], tuple[Range, ...]]] = []
    for article in evidence.articles:
        reading, own = article.reading, _own_words(article)
        least = _LEAST if article.subject.is_main else _OF_THE_TOPIC
        for number, held in _holders(article, question).items():
            key = (reading.article.id, number)
            numbers = _understood(evidence, reading, number)
            if evidence.relevance.get(key, 0.0) < least or not numbers:
                continue
            if question.kind == "person" and len(numbers) > 1:
                # "Ihr Chef" is that of whoever was named last.
                continue
            shared = len(_said(reading, number, own) & question.words)
            if not shared and question.is_in_its_words(evidence.relevance[key]):
                continue
            weight = evidence.scores[key] * (1 + shared) * favour(reading, language)
            weight *= _ALONE if len(numbers) == 1 else 1.0
            if question.kind == "person":
                near = _distance(reading, number, held, words=question.words, own=own)
                weight *= 1 + _BESIDE / near
            found.append((-weight, key, reading, numbers, tuple(held)))
    found.sort(key=lambda row: row[:2])
    yield from (row[2:] for row in found)


def _holders(article: TopicArticle, question: Question) -> dict[int, list[Range]]:
    """Sentence number to the places in it that hold what is asked for."""
    sentences = article.reading.analysis.sentences
    out: dict[int, list[Range]] = {}
    for part in _parts(article, question):
        for number in sentences_at(sentences, (part,)):
            out.setdefault(number, []).append(part)
    return out


def _parts(article: TopicArticle, question: Question) -> Iterator[Range]:
    analysis = article.reading.analysis
    match question.kind:
        case "money":
            yield from (one.range for one in analysis.figures if one.unit in MONEY)
        case "count":
            yield from (
                one.range
                for one in analysis.figures
                if one.unit not in MONEY and _counts(one, question.counted)
            )
        case "date":
            yield from (one.range for one in analysis.dates if one.date)
        case "duration":
            yield from (one.range for one in analysis.figures if one.unit in DURATIONS)
        case "person" | "place":
            own = {article.subject.name, *article.subject.variants}
            kind = "PER" if question.kind == "person" else "LOC"
            for name in analysis.names:
                if name.kind == kind and name.name not in own:
                    yield from name.mentions


def _counts(figure: Figure, wanted: frozenset[str]) -> bool:
    """Whether this is counted: the noun itself, the last of its words, or the unit."""
    nouns = (figure.counts, *figure.counts.split()[-1:])
    return figure.unit in wanted or any(concept_of_count(one) in wanted for one in nouns)


def _distance(
    reading: Reading,
    number: int,
    people: Iterable[Range],
    *,
    words: frozenset[str],
    own: frozenset[str],
) -> int:
    """How many words lie between a person and a word of the question, at least 1."""
    sentence = reading.analysis.sentences[number]
    said = [
        at
        for at, lemma in enumerate(sentence.lemmas)
        if not words.isdisjoint(_meanings((lemma,), {concept_of(lemma)}, own))
    ]
    named = {
        at
        for person in people
        for at, offset in enumerate(sentence.offsets)
        if person.start <= sentence.start + offset < person.end
    }
    return min((abs(one - other) for one in said for other in named), default=_FAR) or 1


def _understood(evidence: Evidence, reading: Reading, number: int) -> tuple[int, ...]:
    """The sentence, with the one before it where that is needed; none if that does not help."""
    traits, sentences = reading.analysis.traits, reading.analysis.sentences
    if traits[number].asks:
        return ()
    if traits[number].stands_alone and WHOSE.isdisjoint(map(fold, sentences[number].words[:1])):
        return (number,)
    before = number - 1
    goes_on = number > 0 and sentences[before].paragraph == sentences[number].paragraph
    if not goes_on or traits[number].judges or traits[number].quotes:
        return ()
    names_it = evidence.relevance.get((reading.article.id, before), 0.0) >= 1.0
    return (before, number) if names_it and traits[before].is_plain else ()


def _own_words(article: TopicArticle) -> frozenset[str]:
    """The folded words by which the article names the topic."""
    subject = article.subject
    return frozenset(
        word for name in (subject.name, *subject.variants) for word in fold(name).split()
    )


def _said(reading: Reading, number: int, own: frozenset[str]) -> frozenset[str]:
    """What the sentence says of a topic with these words, one word for all that mean the same."""
    lemmas = reading.analysis.sentences[number].lemmas
    return frozenset(_meanings(lemmas, concepts(reading, number), own))


def _meanings(
    lemmas: Iterable[str], known: Iterable[str], own: frozenset[str] = frozenset()
) -> Iterator[str]:
    """`known`, and what the lemmas say of who leads or when something begins.

    "OpenAI-Chef" says it of OpenAI alone.
    """
    yield from known
    for lemma in lemmas:
        whose, _, last = lemma.rpartition("-")
        meaning = MEANINGS.get(last) if not whose or whose in own else None
        if meaning:
            yield meaning

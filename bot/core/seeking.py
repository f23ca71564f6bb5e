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
from bot.core.language.question_words import CARRYING, MEANINGS
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

    A question in words of its own ("wann wurde … vorgestellt") is answered in one of them.
    """
    found: list[tuple[float, tuple[str, int], Reading, tuple[Range, ...]]] = []
    for article in evidence.articles:
        reading, own = article.reading, _own_words(article)
        least = _LEAST if article.subject.is_main else _OF_THE_TOPIC
        for number, held in _holders(article, question).items():
            key = (reading.article.id, number)
            if evidence.relevance.get(key, 0.0) < least or not _may_stand(reading, number):
                continue
            shared = len(_said(reading, number, own) & question.words)
            if not shared and question.is_in_its_words(evidence.relevance[key]):
                continue
            weight = evidence.scores[key] * (1 + shared) * favour(reading, language)
            if question.kind == "person":
                near = _distance(reading, number, held, words=question.words, own=own)
                weight *= 1 + _BESIDE / near
            found.append((-weight, key, reading, tuple(held)))
    found.sort(key=lambda row: row[:2])
    chosen: list[Point] = []
    told: set[frozenset[str]] = set()
    for _, key, reading, parts in found:
        if len(chosen) == MOST_ANSWERS:
            break
        # What is held is the same where its words are: "500 Milliarden Dollar" in two papers.
        what = frozenset(fold(reading.article.cut(part)) for part in parts)
        point = None
        if what not in told:
            sentence = reading.analysis.sentences[key[1]]
            point = point_of(reading, sentence, LONGEST_ANSWER, keep=parts)
        if point is not None:
            chosen.append(point)
            told.add(what)
    return tuple(chosen)


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


def _may_stand(reading: Reading, number: int) -> bool:
    traits = reading.analysis.traits[number]
    return traits.stands_alone and not traits.asks


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

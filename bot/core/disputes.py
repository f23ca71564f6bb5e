"""Where the articles contradict each other: another number for the same count, or a denial."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain, combinations, islice
from typing import TYPE_CHECKING

from bot.core.alike import similarity
from bot.core.cards import Dispute, Point
from bot.core.language.exonyms import shared_key
from bot.core.language.folding import fold
from bot.core.models import Range
from bot.core.points import point_of
from bot.core.ranking import content_words
from bot.core.subjects import sentences_at
from bot.core.within import inside

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from bot.core.models import Figure, Quote, Reading
    from bot.core.ranking import Evidence

MOST_DISPUTES = 2
LONGEST_SIDE = 200
_RELEVANT = 0.5
# What answers a claim about the topic need not name the topic again.
_ANSWER = 0.2
# Sentences about one count differ in little but the number; less if both name what is counted.
_SAME_MATTER = 0.4
_SAME_COUNT = 0.22
_MOST_FIGURES = 60
# 3.0 and 3.02 are rounding; 500 and 100 are different things, not two versions of one.
_ROUNDING = 0.004
_SAME_SIZE = 2.5
# An answer stands at most so many sentences behind what it answers.
_NEAR = 3


@dataclass(frozen=True, slots=True)
class _Told:
    """A figure in its sentence, with the other words and the places and dates that it names."""

    reading: Reading
    number: int
    figure: Figure
    words: frozenset[str]
    places: frozenset[str]
    dates: frozenset[str]


def find_disputes(
    evidence: Evidence, *, display: Callable[[str], str], shown: Sequence[Point]
) -> tuple[Dispute, ...]:
    """At most two pairs that cannot both be right, figures first.

    A denial is left out when both of its sides are among `shown` already.
    """
    voices = {point.spans for point in shown}
    seen: set[tuple[object, ...]] = set()
    out: list[Dispute] = []
    for one, other in chain(_figures(evidence), _denials(evidence, display)):
        key = (one.spans, other.spans)
        if key not in seen and not (one.spans in voices and other.spans in voices):
            seen.add(key)
            out.append(Dispute((one, other)))
        if len(out) == MOST_DISPUTES:
            break
    return tuple(out)


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


def _is_rounder(one: Figure, other: Figure) -> bool:
    """Whether the "about" figure has fewer significant digits, so that it may mean the other."""
    about, exact = (one, other) if one.qualifier == "about" else (other, one)
    return len(_digits(about.value)) < len(_digits(exact.value))


def _digits(value: float) -> str:
    return f"{value:f}".replace(".", "").strip("0")


def _figures(evidence: Evidence) -> Iterator[tuple[Point, Point]]:
    told = list(islice(_told(evidence), _MOST_FIGURES))
    found: list[tuple[float, Point, Point]] = []
    for one, other in combinations(told, 2):
        likeness = _same_matter(one, other)
        if likeness and differ(one.figure, other.figure):
            sides = (_side(one), _side(other))
            if sides[0] and sides[1]:
                found.append((-likeness, sides[0], sides[1]))
    found.sort(key=lambda row: (row[0], row[1].spans, row[2].spans))
    for _, left, right in found:
        yield left, right


def _told(evidence: Evidence) -> Iterator[_Told]:
    for article in evidence.articles:
        reading = article.reading
        for figure in reading.analysis.figures:
            numbers = sentences_at(reading.analysis.sentences, (figure.range,))
            for number in numbers:
                relevance = evidence.relevance.get((reading.article.id, number), 0.0)
                if relevance >= _RELEVANT:
                    yield _told_in(reading, number, figure)


def _told_in(reading: Reading, number: int, figure: Figure) -> _Told:
    part = reading.analysis.sentences[number].range
    places = (name for name in reading.analysis.names if name.kind == "LOC")
    dates = inside(reading.analysis.dates, part)
    return _Told(
        reading,
        number,
        figure,
        words=_without_numbers(content_words(reading, number)),
        places=frozenset(
            shared_key(name.name)
            for name in places
            if any(part.contains(mention) for mention in name.mentions)
        ),
        dates=frozenset(mention.date for mention in dates if mention.date),
    )


def _without_numbers(words: frozenset[str]) -> frozenset[str]:
    return frozenset(word for word in words if not word[0].isdigit())


def _same_matter(one: _Told, other: _Told) -> float:
    """How alike the two sentences are, 0 if they do not count the same thing."""
    if one.reading.article.id == other.reading.article.id or one.figure.unit != other.figure.unit:
        return 0.0
    counts = {fold(one.figure.counts), fold(other.figure.counts)}
    if len(counts) > 1 and "" not in counts:
        return 0.0
    if _are_apart(one.places, other.places) or _are_apart(one.dates, other.dates):
        return 0.0
    likeness = similarity(one.words, other.words)
    needed = _SAME_COUNT if counts != {""} and len(counts) == 1 else _SAME_MATTER
    return likeness if likeness >= needed else 0.0


def _are_apart(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether both name places (or dates) and none is the same: "in Kiel" and "in Bern"."""
    return bool(one and other) and one.isdisjoint(other)


def _side(told: _Told) -> Point | None:
    sentence = told.reading.analysis.sentences[told.number]
    return point_of(told.reading, sentence, LONGEST_SIDE, keep=(told.figure.range,))


def _denials(evidence: Evidence, display: Callable[[str], str]) -> Iterator[tuple[Point, Point]]:
    """What somebody said, and the words of another who rejects it later in the same article.

    Of several answers to one claim, what was said directly, else the longest.
    """
    for article in evidence.articles:
        answers: dict[Quote, list[Quote]] = {}
        for claim, answer in _answered(evidence, article.reading, display):
            answers.setdefault(claim, []).append(answer)
        for claim, found in answers.items():
            answer = max(found, key=lambda one: (one.mode == "direct", _size(one)))
            yield _words(article.reading, claim), _words(article.reading, answer)


def _answered(
    evidence: Evidence, reading: Reading, display: Callable[[str], str]
) -> Iterator[tuple[Quote, Quote]]:
    """Claims with their answers.

    All accusations of whoever is answered; of what else they said only the last words right
    before, and only where the answer denies.
    """
    accusations: dict[str, list[Quote]] = {}
    latest: dict[str, Quote] = {}
    for quote in reading.analysis.quotes:
        if not quote.speaker_name:
            continue
        if quote.stance == "against" and _is_told(evidence, reading, quote, _ANSWER):
            answered = display(quote.towards) if quote.towards else ""
            claims = accusations.get(answered, ())
            last = latest.get(answered)
            if last and not claims and _denies(reading, last, quote):
                claims = [last]
            yield from ((one, quote) for one in claims if one.range.start < quote.range.start)
        if _is_told(evidence, reading, quote, _RELEVANT):
            latest[display(quote.speaker_name)] = quote
            if quote.stance == "against":
                accusations.setdefault(display(quote.speaker_name), []).append(quote)


def _denies(reading: Reading, claim: Quote, answer: Quote) -> bool:
    """Whether the answer stands near the claim, with a word that denies in its sentences."""
    if answer.range.start < claim.range.end:
        return False
    sentences = reading.analysis.sentences
    numbers = sentences_at(sentences, (claim.range, answer.range, answer.speaker or answer.range))
    if numbers[-1] - numbers[0] > _NEAR:
        return False
    around = Range(claim.range.end, sentences[numbers[-1]].end)
    return any(cue.kind == "denial" for cue in inside(reading.analysis.claims, around))


def _is_told(evidence: Evidence, reading: Reading, quote: Quote, least: float) -> bool:
    numbers = sentences_at(reading.analysis.sentences, (quote.shown,))
    return _size(quote) <= LONGEST_SIDE and any(
        evidence.relevance.get((reading.article.id, number), 0.0) >= least
        and not reading.analysis.traits[number].judges
        for number in numbers
    )


def _size(quote: Quote) -> int:
    return quote.shown.end - quote.shown.start


def _words(reading: Reading, quote: Quote) -> Point:
    return Point.of(reading.article, (quote.shown,), whole=quote.shown)

"""Where the articles contradict each other: another number for one count, or a denial."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from bot.core.cards import Dispute, Point
from bot.core.figure_disputes import LONGEST_SIDE, find_figure_disputes
from bot.core.language.folding import spelling_key
from bot.core.models import Range
from bot.core.opposites import find_opposites
from bot.core.subjects import sentences_at
from bot.core.within import inside

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from bot.core.models import Quote, Reading
    from bot.core.ranking import Evidence

MOST_DISPUTES = 2
_RELEVANT = 0.5
# What answers a claim about the topic need not name the topic again.
_ANSWER = 0.2
# An accusation is answered within days.
_SAME_DAYS = 7
# An answer stands at most so many sentences behind what it answers.
_NEAR = 3


def find_contradictions(evidence: Evidence) -> tuple[Dispute, ...]:
    """At most two pairs of statements of the articles' own that cannot both be right.

    What one article denies comes before what two count differently.
    """
    return _first_of(chain(find_opposites(evidence), find_figure_disputes(evidence)), ())


def find_disputes(
    evidence: Evidence,
    *,
    known: Sequence[Dispute],
    display: Callable[[str], str],
    shown: Sequence[Point],
) -> tuple[Dispute, ...]:
    """At most two pairs that cannot both be right: `known` first, then what somebody rejects.

    A denial is left out when both of its sides are among `shown` already.
    """
    denials = chain(_denials(evidence, display), _denials_elsewhere(evidence, display))
    return _first_of(chain((pair.points for pair in known), denials), shown)


def _first_of(found: Iterable[tuple[Point, Point]], shown: Sequence[Point]) -> tuple[Dispute, ...]:
    voices = {point.spans for point in shown}
    seen: set[frozenset[str]] = set()
    out: list[Dispute] = []
    for one, other in found:
        # Of papers that carry one text each would contradict a third.
        key = frozenset((one.text, other.text))
        if key not in seen and not (one.spans in voices and other.spans in voices):
            seen.add(key)
            out.append(Dispute((one, other)))
        if len(out) == MOST_DISPUTES:
            break
    return tuple(out)


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


def _denials_elsewhere(
    evidence: Evidence, display: Callable[[str], str]
) -> Iterator[tuple[Point, Point]]:
    """An accusation, and the words of the accused against the accuser in another article.

    Each must name the other: who else is for or against whom says nothing about this claim. The
    answer stands in an article of the same days or later, and with a word that denies.
    """
    said: dict[tuple[str, str], list[tuple[Reading, Quote]]] = {}
    for article in evidence.articles:
        for quote in article.reading.analysis.quotes:
            if quote.speaker_name and quote.towards and quote.stance == "against":
                pair = (_person(display(quote.speaker_name)), _person(display(quote.towards)))
                said.setdefault(pair, []).append((article.reading, quote))
    for (accuser, accused), claims in sorted(said.items()):
        for reading, claim in claims:
            if _rejects(reading, claim) or not _is_told(evidence, reading, claim, _RELEVANT):
                continue
            for other, answer in said.get((accused, accuser), ()):
                if (
                    other.article.id != reading.article.id
                    and 0 <= _days_between(reading, other) <= _SAME_DAYS
                    and _rejects(other, answer)
                    and _is_told(evidence, other, answer, _ANSWER)
                ):
                    yield _words(reading, claim), _words(other, answer)


def _person(name: str) -> str:
    """One key for "Karl Muster" and "Karl Musters", which may be all that an article writes."""
    return spelling_key(name).removesuffix("s")


def _days_between(one: Reading, other: Reading) -> int:
    first, second = one.article.published_on, other.article.published_on
    return (second - first).days if first and second else 0


def _rejects(reading: Reading, quote: Quote) -> bool:
    """Whether a word that denies stands in the sentences of the quotation."""
    sentences = reading.analysis.sentences
    numbers = sentences_at(sentences, (quote.shown, quote.speaker or quote.shown))
    around = Range(sentences[numbers[0]].start, sentences[numbers[-1]].end)
    return any(cue.kind == "denial" for cue in inside(reading.analysis.claims, around))


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

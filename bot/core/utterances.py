"""What is shown of somebody's words, and in which language: German articles quote in English."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.core.figure_disputes import LONGEST_SIDE
from bot.core.language.detection import detect_language
from bot.core.language.folding import fold
from bot.core.language.reference_words import POINTING_BACK_IN_TIME, POINTING_TIMES
from bot.core.language.speech_words import GIVING_AGAIN
from bot.core.language.stopwords import FUNCTION_WORDS
from bot.core.models import Language, Range
from bot.core.within import inside

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.core.models import Quote, Reading
    from bot.core.ranking import Evidence

_WORD = re.compile(r"[^\W\d_]+")
# By the language of an article, the function words that only the other has.
_FOREIGN: dict[Language, frozenset[str]] = {
    "de": FUNCTION_WORDS["en"] - FUNCTION_WORDS["de"],
    "en": FUNCTION_WORDS["de"] - FUNCTION_WORDS["en"],
}
# Between the halves of a quotation stands who says it, and no end of a sentence.
_LONGEST_BETWEEN = 120
_PARTING = re.compile(r"\s*,?\s*[^.!?:;„“”\"»«]*(?:Dr\.|Prof\.|St\.)?[^.!?:;„“”\"»«]*[,:]?\s*")
_OPENING = re.compile(r"[„“\"»«‚‘][^„“”\"»«.!?]{2,60}[“”\"«»’‘],?\s[^„“”\"»«.!?:;]{2,80},\s*\Z")
_MARKS = "„“”\"»«‚‘’' ,"
_ENDS = ".!?…"
_TIMES = (*POINTING_TIMES, *POINTING_BACK_IN_TIME)


def language_of(reading: Reading, quote: Quote) -> Language:
    """The language of most of what is said; the article's where that is not clear."""
    article, said = reading.article, quote.range
    if quote.mode == "reported":
        # "Er sagte, es sei „the largest project by far“": what counts is quoted.
        exact = (one.range for one in reading.analysis.quotes if one.mode == "direct")
        said = next((one for one in exact if said.contains(one) and _is_most_of(one, said)), said)
    text = article.cut(said)
    # Mostly there is no word of the other language, and nothing to weigh.
    if _FOREIGN[article.language].isdisjoint(_WORD.findall(text.lower())):
        return article.language
    return detect_language(text, default=article.language)


def sums_of(reading: Reading, quote: Quote) -> frozenset[tuple[float, str]]:
    """The figures with a unit in what is said: by them it is known in another language."""
    figures = inside(reading.analysis.figures, quote.range)
    return frozenset((figure.value, figure.unit) for figure in figures if figure.unit)


def find_retelling(
    evidence: Evidence,
    said: tuple[Reading, Quote],
    display: Callable[[str], str],
    language: Language,
) -> tuple[Reading, Quote]:
    """The words, or what an article in `language` reports of the same speaker and sums."""
    reading, quote = said
    sums = sums_of(reading, quote)
    if not sums or language_of(reading, quote) == language:
        return said
    speaker = display(quote.speaker_name or "")
    return next(
        (
            (one.reading, other)
            for one in evidence.articles
            if one.reading.article.language == language
            for other in one.reading.analysis.quotes
            if other.speaker_name
            and display(other.speaker_name) == speaker
            and sums_of(one.reading, other) == sums
            and other.shown.end - other.shown.start <= LONGEST_SIDE
            and language_of(one.reading, other) == language
        ),
        said,
    )


def join_parted(reading: Reading) -> tuple[Quote, ...]:
    """The quotations of an article, those that a clause parts as one.

    „Ich komme“, sagte sie, „wenn es geht.“
    What is shown of such a one reaches to its end: half of it may say the contrary.
    """
    joined: list[Quote] = []
    for found in reading.analysis.quotes:
        quote = _with_its_opening(reading, found)
        last = joined[-1] if joined else None
        if last is not None and _goes_on(reading, last, quote):
            joined[-1] = replace(last, shown=Range(last.shown.start, quote.shown.end))
        else:
            joined.append(quote)
    return tuple(joined)


def _with_its_opening(reading: Reading, quote: Quote) -> Quote:
    """With the few words before its speaker that were too short for speech.

    »Das Bad«, so Anna Muster, »bleibt zu.«
    """
    said = reading.article.cut(quote.shown).lstrip(_MARKS)
    if quote.mode != "direct" or not said[:1].islower():
        return quote
    first = max(0, quote.shown.start - _LONGEST_BETWEEN)
    found = _OPENING.search(reading.article.text, first, quote.shown.start)
    return replace(quote, shown=Range(found.start(), quote.shown.end)) if found else quote


def _goes_on(reading: Reading, one: Quote, other: Quote) -> bool:
    """Whether the other quotation goes on with the sentence of the one, behind its speaker."""
    if not one.mode == other.mode == "direct" or one.speaker_name != other.speaker_name:
        return False
    between = Range(one.shown.end, other.range.start)
    if not 0 < between.end - between.start <= _LONGEST_BETWEEN:
        return False
    said = reading.article.cut(one.shown).rstrip(_MARKS)
    clause = reading.article.cut(between)
    return (
        said[-1:] not in _ENDS and "\n\n" not in clause and _PARTING.fullmatch(clause) is not None
    )


def gives_again(reading: Reading, number: int) -> bool:
    """Whether the sentence with this number says again what the one before quotes.

    "Er habe demnach kein Geld": in the same paragraph, not as a fact, and with such a word.
    """
    sentences = reading.analysis.sentences
    if not 0 < number < len(sentences):
        return False
    sentence, before = sentences[number], sentences[number - 1]
    claims = inside(reading.analysis.claims, sentence.range)
    return (
        sentence.paragraph == before.paragraph
        and not GIVING_AGAIN.isdisjoint(map(str.lower, sentence.words))
        and any(claim.kind == "hedge" for claim in claims)
        and not reading.analysis.traits[number].quotes
    )


def shown_of(reading: Reading, quote: Quote) -> Range:
    """What is shown of it: of reported words not the "Am selben Tag" with which they begin.

    The day is told in the sentences before, which a card does not show.
    """
    part = quote.shown
    if quote.mode == "direct":
        return part
    words = reading.article.cut(part).split(" ")
    for count in (1, 2, 3):
        opening = " ".join(words[:count])
        if fold(opening.rstrip(",")) in _TIMES and part.start + len(opening) < quote.range.start:
            return Range(part.start + len(opening) + 1, part.end)
    return part


def _is_most_of(part: Range, whole: Range) -> bool:
    return 2 * (part.end - part.start) > whole.end - whole.start

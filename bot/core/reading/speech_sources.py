"""Phrases that name a source: "laut X", "X zufolge", "nach Angaben von X", "according to X"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.core.language.speech_words import SOURCE_MARKS, SOURCE_NOUNS, SOURCE_PREPOSITIONS
from bot.core.reading.speech_english import phrase_from
from bot.core.reading.speech_passages import QUOTED
from bot.core.reading.speech_phrases import guess_finite, noun_phrase

if TYPE_CHECKING:
    from bot.core.models import Language
    from bot.core.reading.speech_passages import Passage
    from bot.core.reading.speech_phrases import Phrase

Source = tuple[str, "Phrase | None"]

# How far before its closing word a phrase may begin, and a noun before "nach".
_LONGEST_PHRASE = 8
_NOUN_WITHIN = 5


def find_source(passage: Passage, index: int, language: Language) -> Source | None:
    """The wording and the speaker of a source phrase whose keyword is word `index`."""
    if language == "en":
        return _english(passage, index)
    wording = passage.words[index]
    lower = passage.lowers[index]
    clause = passage.clauses[passage.clause_of(index)]
    stop = clause[1] + 1
    if lower in SOURCE_MARKS["de"]:
        return wording, None
    if lower == "zufolge":
        return wording, _phrase_ending(passage, index - 1, clause[0])
    if index + 1 >= stop:
        return None
    if lower in SOURCE_PREPOSITIONS["de"]:
        return wording, noun_phrase(passage, index + 1, stop, "de")
    speaker: Phrase | None = None
    if lower in ("nach", "aus"):
        speaker = _with_noun(passage, index, stop)
    elif lower == "so" and index == clause[0]:
        speaker = _after_so(passage, index, stop)
    return (wording, speaker) if speaker else None


def _english(passage: Passage, index: int) -> Source | None:
    lower = passage.lowers[index]
    if lower in SOURCE_MARKS["en"]:
        return passage.words[index], None
    stop = passage.clauses[passage.clause_of(index)][1] + 1
    if lower != "according" or index + 2 >= stop or passage.lowers[index + 1] != "to":
        return None
    return f"{passage.words[index]} to", phrase_from(passage, index + 2, stop)


def _after_so(passage: Passage, index: int, stop: int) -> Phrase | None:
    """„…“, so die Ministerin: after a comma or a quotation, and no verb behind."""
    gap = passage.gaps[index]
    if ("," not in gap and QUOTED not in gap) or passage.lowers[index + 1] == "dass":
        return None
    speaker = noun_phrase(passage, index + 1, stop, "de")
    if not speaker:
        return None
    named = passage.capital[speaker[1]] or passage.lowers[speaker[1]] in _STAND_INS
    verb = guess_finite(passage, speaker[1] + 1, stop - 1, "de")
    return speaker if named and verb is None else None


_STAND_INS = frozenset("er sie letzterer letztere dieser diese".split())


def _with_noun(passage: Passage, index: int, stop: int) -> Phrase | None:
    """Find "nach Angaben der Polizei", "nach ihren Worten", "ihrer Ansicht nach"."""
    found = noun_phrase(passage, index + 1, stop, "de")
    if found:
        for place in range(found[0], min(found[1], found[0] + _NOUN_WITHIN) + 1):
            if passage.lowers[place] in SOURCE_NOUNS["de"] and passage.capital[place]:
                return found
    if passage.lowers[index] == "nach" and passage.lowers[index - 1] in SOURCE_NOUNS["de"]:
        return _phrase_ending(passage, index - 1, 0)
    return None


def _phrase_ending(passage: Passage, end: int, first: int) -> Phrase | None:
    """The longest noun phrase that ends with word `end`."""
    best: Phrase | None = None
    for index in range(end, max(first, end - _LONGEST_PHRASE) - 1, -1):
        found = noun_phrase(passage, index, end + 1, "de")
        if found and found[1] == end:
            best = found
    return best

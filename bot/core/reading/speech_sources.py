"""Phrases that name a source: "laut X", "X zufolge", "nach Angaben von X", "according to X"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.core.language.speech_grammar import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    GENITIVES,
    PREPOSITIONS,
)
from bot.core.language.speech_words import (
    SOURCE_MARKS,
    SOURCE_NOUNS,
    SOURCE_PREPOSITIONS,
    SPOKEN_NOUNS,
)
from bot.core.reading.speech_english import phrase_from
from bot.core.reading.speech_passages import QUOTED
from bot.core.reading.speech_phrases import guess_finite, main_subject, noun_phrase
from bot.core.reading.speech_subjects import is_paper

if TYPE_CHECKING:
    from bot.core.models import Language
    from bot.core.reading.speech_passages import Passage
    from bot.core.reading.speech_phrases import Phrase

Source = tuple[str, "Phrase | None"]

# How far before its closing word a phrase may begin, and a noun before "nach".
_LONGEST_PHRASE = 8
_NOUN_WITHIN = 5
# The author speaks for himself: "meiner Meinung nach".
_OURS = frozenset(
    stem + ending for stem in ("mein", "unser") for ending in ("", "e", "er", "em", "en", "es")
)


def find_source(passage: Passage, index: int, language: Language) -> Source | None:
    """The wording and the speaker of a source phrase whose keyword is word `index`."""
    if language == "en":
        return _english(passage, index)
    wording = passage.words[index]
    lower = passage.lowers[index]
    if lower in SOURCE_MARKS["de"]:
        return wording, _noun_before(passage, index) if lower == "wonach" else None
    first, last = passage.clauses[passage.clause_of(index)]
    if lower == "zufolge":
        return wording, _named_source(passage, _phrase_ending(passage, index - 1, first))
    speaker = _german_speaker(passage, index, first, last + 1)
    if not speaker:
        names = lower in SOURCE_PREPOSITIONS["de"] and index < last
        return (wording, None) if names and not _is_adverb(passage, index) else None
    if passage.lowers[speaker[0]] in _OURS:
        return None
    if any(word.startswith("eigen") for word in passage.lowers[speaker[0] : speaker[1] + 1]):
        speaker = main_subject(passage, passage.clause_of(index), "de")
    return wording, speaker


def _is_adverb(passage: Passage, index: int) -> bool:
    """Whether "laut" says how: "laut zu werden", "laut und deutlich"."""
    behind = passage.lowers[index + 1]
    return (
        behind in CONJUNCTIONS["de"] or behind in PREPOSITIONS["de"] or behind in AUXILIARIES["de"]
    )


def _german_speaker(passage: Passage, index: int, first: int, stop: int) -> Phrase | None:
    """Who is named around "laut", "nach", "aus" or "so" at word `index` of a clause."""
    lower = passage.lowers[index]
    if lower == "nach" and index > first and _is_noun(passage, index - 1):
        return _phrase_ending(passage, index - 1, first)
    if index + 1 >= stop:
        return None
    if lower in SOURCE_PREPOSITIONS["de"]:
        return noun_phrase(passage, index + 1, stop, "de")
    if lower in ("nach", "aus"):
        return _with_noun(passage, index, stop)
    return _after_so(passage, index, stop) if lower == "so" and index == first else None


def _noun_before(passage: Passage, index: int) -> Phrase | None:
    """The report before its clause: "Ein Bericht der Zeitung, wonach die Brücke fehlt"."""
    number = passage.clause_of(index)
    if not number or passage.clauses[number][0] != index:
        return None
    first, last = passage.clauses[number - 1]
    found = _phrase_ending(passage, last, first)
    if not found:
        return None
    nouns = (at for at in range(found[0], found[1] + 1) if passage.capital[at])
    tells = _is_noun(passage, next(nouns, found[0])) or is_paper(passage, found)
    return found if tells else None


def _named_source(passage: Passage, phrase: Phrase | None) -> Phrase | None:
    """The phrase unless it is a mere "den Angaben", which names nobody."""
    return None if phrase and _is_noun(passage, phrase[1]) else phrase


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
    if not _opens_name(passage, index + 1):
        return None
    speaker = noun_phrase(passage, index + 1, stop, "de")
    if not speaker:
        return None
    named = passage.capital[speaker[1]] or passage.lowers[speaker[1]] in _STAND_INS
    verb = guess_finite(passage, speaker[1] + 1, stop - 1, "de")
    return speaker if named and verb is None else None


def _opens_name(passage: Passage, index: int) -> bool:
    """Whether no verb stands here: "so griechische Medien", but not "so könne der Rat"."""
    if passage.capital[index] or passage.lowers[index] in DETERMINERS["de"]:
        return True
    return passage.lowers[index] in _STAND_INS or not passage.lemmas[index].endswith("n")


_STAND_INS = frozenset("er sie letzterer letztere dieser diese".split())


def _with_noun(passage: Passage, index: int, stop: int) -> Phrase | None:
    """Find "nach Angaben der Polizei", "nach ihren Worten"."""
    found = noun_phrase(passage, index + 1, stop, "de")
    if found:
        for place in range(found[0], min(found[1], found[0] + _NOUN_WITHIN) + 1):
            if _is_noun(passage, place):
                return _whose(passage, place, stop) or found
    return None


def _whose(passage: Passage, noun: int, stop: int) -> Phrase | None:
    """Whose words they are: "der Polizei" of "Angaben der Polizei", "Muster" of "Angaben von …"."""
    first = noun + 1
    if passage.lowers[noun] not in SPOKEN_NOUNS or first >= stop or passage.gaps[first]:
        return None
    if passage.lowers[first] in ("von", "vom"):
        first += 1
    elif passage.lowers[first] not in GENITIVES["de"] and not passage.capital[first]:
        return None
    return noun_phrase(passage, first, stop, "de") if first < stop else None


def _is_noun(passage: Passage, index: int) -> bool:
    return passage.lowers[index] in SOURCE_NOUNS["de"] and passage.capital[index]


def _phrase_ending(passage: Passage, end: int, first: int) -> Phrase | None:
    """The longest noun phrase that ends with word `end`."""
    best: Phrase | None = None
    for index in range(end, max(first, end - _LONGEST_PHRASE) - 1, -1):
        found = noun_phrase(passage, index, end + 1, "de")
        opens = passage.capital[index] or passage.lowers[index] in DETERMINERS["de"]
        if found and found[1] == end and (opens or not best):
            best = found
    return best

"""Cues that change how true a sentence is meant: hedges, denials, opinion, open questions."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from bot.core.language.remembered import Remembered
from bot.core.language.speech_cues import (
    CUES,
    NOT_SUBJUNCTIVE,
    PARTICLES,
    PRESENT_SUBJUNCTIVES,
    RHETORICAL,
)
from bot.core.models import Claim, Range

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.core.models import ClaimKind, Draft, Language, Quote, Sentence

_LONGEST_GAP = 6
_Phrase = tuple[tuple[str, ...], "ClaimKind"]
_Split = tuple[tuple[str, ...], frozenset[str], "ClaimKind"]


def find_claims(draft: Draft, quotes: tuple[Quote, ...]) -> tuple[Claim, ...]:
    """All cues of the article in the order of the text; one range may carry several kinds.

    Open questions are the article's own: none inside direct speech, whose other cues count.
    """
    language = draft.article.language
    spoken = [quote.range for quote in quotes if quote.mode == "direct"]
    found: set[Claim] = set()
    for sentence in draft.sentences:
        lowers = [word.lower() for word in sentence.words]
        for claim in _cues(sentence, lowers, language):
            if claim.kind != "question" or not _is_inside(claim.range, spoken):
                found.add(claim)
        found.update(_marked_question(draft.article.text, sentence, lowers, spoken))
        if language == "de":
            found.update(_subjunctives(sentence))
            found.update(_verb_first_condition(draft.article.text, sentence, lowers))
        else:
            found.update(_contractions(sentence, lowers))
    return tuple(sorted(found, key=lambda claim: (claim.range, claim.kind)))


def present_subjunctives(sentence: Sentence) -> Iterator[int]:
    """The numbers of the words that are German present subjunctives, but not as "ich habe"."""
    for index, word in enumerate(sentence.words):
        if not _MAY_BE_SUBJUNCTIVE[word]:
            continue
        lemma = sentence.lemmas[index]
        shaped = word[-1] == "e" and lemma[-1:] == "n" and _is_infinitive_of(word, lemma)
        if (shaped or word.lower() in PRESENT_SUBJUNCTIVES) and not _is_beside_ich(sentence, index):
            yield index


_MAY_BE_SUBJUNCTIVE = Remembered(
    lambda word: (word[-1] == "e" and word.islower()) or word.lower() in PRESENT_SUBJUNCTIVES
)


def _is_beside_ich(sentence: Sentence, index: int) -> bool:
    near = sentence.words[max(0, index - 1) : index + 2]
    return "ich" in near or "Ich" in near


def _cues(sentence: Sentence, lowers: list[str], language: Language) -> Iterator[Claim]:
    table = _PHRASES[language]
    split = _SPLIT[language]
    # Most sentences have no cue at all.
    if table.keys().isdisjoint(lowers) and split.keys().isdisjoint(lowers):
        return
    for index, lower in enumerate(lowers):
        if lower not in table and lower not in split:
            continue
        if lower in PARTICLES and _ends_clause(sentence, index):
            continue
        for phrase, kind in table.get(lower, ()):
            if len(phrase) == 1 or tuple(lowers[index : index + len(phrase)]) == phrase:
                yield Claim(sentence.word_range(index, index + len(phrase) - 1), kind)
        for opening, endings, kind in split.get(lower, ()):
            first = index + len(opening)
            if tuple(lowers[index:first]) == opening:
                window = lowers[first : first + _LONGEST_GAP + 1]
                last = next((at for at, word in enumerate(window, first) if word in endings), None)
                if last is not None:
                    yield Claim(sentence.word_range(index, last), kind)


def _ends_clause(sentence: Sentence, index: int) -> bool:
    """Whether a verb's particle stands there ("fand statt"): the last word before a mark."""
    if index + 1 == len(sentence.words):
        return True
    end = sentence.offsets[index] + len(sentence.words[index])
    return sentence.offsets[index + 1] - end > 1


def _marked_question(
    text: str, sentence: Sentence, lowers: list[str], spoken: list[Range]
) -> Iterator[Claim]:
    mark = text.rfind("?", sentence.start, sentence.end)
    if mark < 0 or _is_inside(Range(mark, mark + 1), spoken):
        return
    yield Claim(Range(mark, mark + 1), "question")
    for index, lower in enumerate(lowers):
        if lower in RHETORICAL:
            yield Claim(sentence.word_range(index), "opinion")


def _subjunctives(sentence: Sentence) -> Iterator[Claim]:
    """Present subjunctives ("habe", "verfüge"): somebody is said to say so."""
    for index in present_subjunctives(sentence):
        yield Claim(sentence.word_range(index), "hedge")


def _is_infinitive_of(lower: str, lemma: str) -> bool:
    """Whether `lemma` (folded) is `lower` with an n; compared by its plain end and length."""
    if lower in NOT_SUBJUNCTIVE:
        return False
    written = lower.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue").replace("ß", "ss")
    return written + "n" == lemma


def _verb_first_condition(text: str, sentence: Sentence, lowers: list[str]) -> Iterator[Claim]:
    """Find a verb that opens the sentence: "Sollte der Antrag scheitern, …", not "Sollte er?"."""
    if lowers and lowers[0] in _VERB_FIRST and text[sentence.end - 1] != "?":
        yield Claim(sentence.word_range(0), "condition")


_VERB_FIRST = frozenset(
    "sollte sollten wäre wären hätte hätten würde würden könnte könnten hat haben ist gelingt "
    "kommt wird müsste gäbe käme kämen".split()
)


def _contractions(sentence: Sentence, lowers: list[str]) -> Iterator[Claim]:
    for index, lower in enumerate(lowers):
        if lower.endswith(("n't", "n’t")):
            yield Claim(sentence.word_range(index), "negation")


def _is_inside(part: Range, ranges: list[Range]) -> bool:
    place = bisect_right(ranges, part.start, key=lambda known: known.start) - 1
    return place >= 0 and ranges[place].contains(part)


def _phrases(language: Language) -> dict[str, tuple[_Phrase, ...]]:
    """Unbroken cues by their first word."""
    table: dict[str, tuple[_Phrase, ...]] = {}
    for kind, cues in CUES[language].items():
        for cue in cues:
            words = tuple(cue.lower().split())
            if "…" not in words:
                table[words[0]] = (*table.get(words[0], ()), (words, kind))
    return table


def _split_cues(language: Language) -> dict[str, tuple[_Split, ...]]:
    """Cues with words in between by their first word: all endings of an opening together."""
    endings: dict[tuple[tuple[str, ...], ClaimKind], set[str]] = {}
    for kind, cues in CUES[language].items():
        for cue in cues:
            *opening, gap, last = (" ", *cue.lower().split())
            if gap == "…":
                endings.setdefault((tuple(opening[1:]), kind), set()).add(last)
    table: dict[str, tuple[_Split, ...]] = {}
    for (opening_words, kind), last_words in endings.items():
        entry = (opening_words, frozenset(last_words), kind)
        first = opening_words[0]
        table[first] = (*table.get(first, ()), entry)
    return table


_PHRASES: dict[Language, dict[str, tuple[_Phrase, ...]]] = {
    "de": _phrases("de"),
    "en": _phrases("en"),
}
_SPLIT: dict[Language, dict[str, tuple[_Split, ...]]] = {
    "de": _split_cues("de"),
    "en": _split_cues("en"),
}

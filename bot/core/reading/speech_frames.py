"""Frames of speech: a verb or a source phrase that says that somebody says something."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from bot.core.language.endings import ADJECTIVE_ENDINGS
from bot.core.language.speech_grammar import (
    AUXILIARIES,
    PASSIVES,
)
from bot.core.language.speech_words import (
    OPINIONS,
    SOURCE_KEYS,
    SPEECH_VERBS,
    SpeechVerb,
)
from bot.core.reading.speech_english import english_finite, is_noun
from bot.core.reading.speech_phrases import (
    guess_finite,
    is_subjunctive,
    noun_phrase,
)
from bot.core.reading.speech_sources import find_source
from bot.core.reading.speech_subjects import NO_SUBJECT, find_english_speaker, find_speaker

if TYPE_CHECKING:
    from bot.core.models import Language
    from bot.core.reading.speech_passages import Passage
from bot.core.reading.speech_phrases import Phrase

FrameKind = Literal["verb", "as", "source"]
_TWO_BREAKS = 2
_UNSTRESSED = ("be", "emp", "ent", "er", "miss", "ver", "zer")
_SOURCE = SpeechVerb("say")
_ANY = SpeechVerb("weak")
_OPINION = SpeechVerb("clause")


@dataclass(frozen=True, slots=True)
class Frame:
    """Who says something, by which words, and in which clause of the passage.

    Numbers count words of the passage. `kind` is "as" for "wie X mitteilte" and "source" for
    "laut X". `opens` says that the verb stands first, after what is said ("…", sagte X).
    """

    kind: FrameKind
    verb: SpeechVerb
    wording: str
    at: int
    finite: int
    clause: Phrase
    speaker: Phrase | None
    opens: bool = False
    passive: bool = False


def find_frames(passage: Passage, language: Language) -> tuple[Frame, ...]:
    """All frames of the passage in the order of their verbs."""
    out: list[Frame] = []
    verbs = SPEECH_VERBS[language]
    quoted = passage.quoted
    keys = SOURCE_KEYS[language]
    if (
        not quoted
        and keys.isdisjoint(passage.lowers)
        and verbs.keys().isdisjoint(passage.lemmas)
        and OPINIONS.isdisjoint(passage.lemmas)
    ):
        return ()
    for index, (lower, lemma) in enumerate(zip(passage.lowers, passage.lemmas, strict=True)):
        source = lower in keys and find_source(passage, index, language)
        if source:
            out.append(_source_frame(passage, index, *source))
            continue
        if lemma in OPINIONS and _holds_opinion(passage, index):
            frame = _verb_frame(passage, index, (_OPINION,), language)
            if frame:
                wording = f"{passage.words[frame.finite]} der {passage.words[index]}"
                own = frame.speaker and frame.speaker[0] <= index <= frame.speaker[1]
                speaker = None if own else frame.speaker
                out.append(replace(frame, wording=wording, speaker=speaker))
            continue
        entries = verbs.get(lemma)
        if not entries:
            # Most words are neither verbs of saying nor stand behind a quotation.
            entries = _unknown_verb(passage, index, language) if index in quoted else ()
            if not entries:
                continue
        if passage.capital[index] if language == "de" else is_noun(passage, index):
            continue
        frame = _verb_frame(passage, index, entries, language)
        if frame:
            out.append(frame)
    return tuple(out)


def _holds_opinion(passage: Passage, index: int) -> bool:
    """Whether somebody "ist der (festen) Meinung"."""
    first, last = passage.clauses[passage.clause_of(index)]
    is_whose = "der" in passage.lowers[max(first, index - 2) : index]
    return is_whose and "sein" in passage.lemmas[first : last + 1]


def _source_frame(passage: Passage, index: int, wording: str, speaker: Phrase | None) -> Frame:
    return Frame(
        kind="source",
        verb=_SOURCE,
        wording=wording,
        at=index,
        finite=index,
        clause=passage.clauses[passage.clause_of(index)],
        speaker=speaker,
    )


def _unknown_verb(passage: Passage, index: int, language: Language) -> tuple[SpeechVerb, ...]:
    """After a quotation and a comma any verb is one of saying: „…“, staunte die Ministerin."""
    gap = passage.gaps[index]
    if index and not gap.endswith(","):
        return ()
    return (_ANY,) if guess_finite(passage, index, index, language) == index else ()


def _verb_frame(
    passage: Passage, index: int, entries: tuple[SpeechVerb, ...], language: Language
) -> Frame | None:
    number = passage.clause_of(index)
    clause = passage.clauses[number]
    if language == "en":
        finite: int | None = english_finite(passage, index, clause[0])
    else:
        finite = _finite(passage, index, number, language)
    if finite is None:
        return None
    if language == "de" and (is_subjunctive(passage, finite) or _is_attribute(passage, index)):
        return None
    verb, particle = _matching(passage, index, number, entries)
    if verb is None or _is_withheld(passage, index, finite) or _explains(passage, index):
        return None
    first = passage.clauses[passage.clause_of(finite)][0]
    whole = (_opened_by_wie(passage, number, min(first, clause[0])), clause[1])
    passive = _is_passive(passage, index, finite, language)
    is_as = verb.strength != "weak" and passage.lowers[whole[0]] in ("wie", "as")
    if is_as and _is_position(passage, index, whole):
        return None
    opens = finite == whole[0]
    if language == "en":
        speaker = find_english_speaker(passage, index, finite, whole)
    else:
        speaker = find_speaker(passage, index, finite, whole, passive=passive)
    wording = passage.words[index] + _with_negation(passage, index, clause[1], particle)
    return Frame(
        kind="as" if is_as else "verb",
        verb=verb,
        wording=wording,
        at=index,
        finite=finite,
        clause=whole,
        speaker=speaker,
        opens=opens,
        passive=passive,
    )


def _with_negation(passage: Passage, index: int, last: int, particle: str) -> str:
    """The particle as it is shown behind its verb, with what denies it: "schloss nicht aus"."""
    if not particle:
        return ""
    lowers = passage.lowers
    negated = last > index + 1 and lowers[last] == particle and lowers[last - 1] == "nicht"
    return f" nicht {particle}" if negated else f" {particle}"


def _is_passive(passage: Passage, index: int, finite: int, language: Language) -> bool:
    """Whether the subject does not say it: "wurde erklärt", "ist erklärt worden"."""
    passives = PASSIVES[language]
    if finite == index:
        return False
    following = passage.lowers[index + 1 : index + 2]
    return passage.lowers[finite] in passives or (language == "de" and following == ("worden",))


def _opened_by_wie(passage: Passage, number: int, first: int) -> int:
    """Where a clause begins that an apposition parts: "wie der Minister, Max Muster, mitteilte"."""
    if number < _TWO_BREAKS or passage.clauses[number][0] in passage.heads:
        return first
    start = passage.clauses[number - 2][0]
    if passage.lowers[start] != "wie" or passage.gaps[passage.clauses[number][0]] != ",":
        return first
    inner, last = passage.clauses[number - 1]
    parts = passage.gaps[inner] == "," and guess_finite(passage, start, last, "de") is None
    return start if parts else first


def _is_position(passage: Passage, index: int, clause: Phrase) -> bool:
    """Whether "wie X zu Y steht" speaks of what somebody thinks, unlike "wie im Bericht steht"."""
    words = passage.lowers[clause[0] : clause[1] + 1]
    return passage.lemmas[index] == "stehen" and not {"zu", "zum", "zur"}.isdisjoint(words)


def _is_withheld(passage: Passage, index: int, finite: int) -> bool:
    """Whether nothing has been said: "wollte nicht bestätigen", "has not said"."""
    return finite < index and passage.lowers[index - 1] in ("nicht", "not", "nie", "never")


def _explains(passage: Passage, index: int) -> bool:
    """Whether "das heißt" only says the same in other words."""
    return passage.lowers[max(0, index - 1)] == "das" and passage.lowers[index] == "heißt"


def _finite(passage: Passage, index: int, number: int, language: Language) -> int | None:
    """The word that carries the tense: the verb itself or an auxiliary of its clause."""
    lower = passage.lowers[index]
    auxiliaries = AUXILIARIES[language]
    first, last = passage.clauses[number]
    for place in range(index + 1, min(last + 1, index + 3)):
        if passage.lowers[place] in auxiliaries and (place == last or language == "de"):
            if place == last:
                return place
            break
    for place in range(index - 1, first - 1, -1):
        if passage.lowers[place] in auxiliaries:
            return place
    is_participle = language == "de" and _is_participle(lower, passage.lemmas[index])
    alone = first == last and number >= _TWO_BREAKS and language == "de"
    may_be_either = alone and not is_participle and _may_be_participle(lower)
    is_infinitive = (
        language == "de"
        and passage.lemmas[index] == lower
        and index == last
        and not _has_subject_before(passage, first, index)
    )
    if is_participle or is_infinitive or may_be_either:
        for earlier in range(number - 1, max(-1, number - 4), -1):
            begin, end = passage.clauses[earlier]
            for place in range(begin, end + 1):
                # "…, der im Rat war, erklärt": the auxiliary is that of the relative clause.
                if passage.lowers[place] in auxiliaries and (place < end or not may_be_either):
                    return place
        return None if is_participle else index
    return index


def _may_be_participle(lower: str) -> bool:
    """Whether a form without "ge" can be a participle as well: "erklärt", "kritisiert"."""
    return lower.endswith("iert") or (lower.endswith("t") and lower.startswith(_UNSTRESSED))


def _has_subject_before(passage: Passage, first: int, index: int) -> bool:
    """Whether a noun phrase of its own stands right before the verb: "andere Quellen berichten"."""
    if first == index or passage.lowers[first] in NO_SUBJECT:
        return False
    found = noun_phrase(passage, first, index, "de")
    return found is not None and found[1] == index - 1


def _is_participle(lower: str, lemma: str) -> bool:
    """Whether the form cannot be finite: "gesagt", "mitgeteilt"; "gibt" and "geht" can."""
    prefixed = lower.startswith("ge") and not lemma.startswith("ge")
    infixed = "ge" in lower[2:7] and "ge" not in lemma[2:7]
    return (prefixed or infixed) and lower.endswith(("t", "en")) and lemma != lower


def _is_attribute(passage: Passage, index: int) -> bool:
    """Whether the form only qualifies: "die geäußerte Hoffnung", "darauf verweisend"."""
    lower, lemma = passage.lowers[index], passage.lemmas[index]
    if lower.endswith("end") and not lemma.endswith("enden"):
        return True
    if "ge" not in lower:
        return False
    stems = [lower.removesuffix(end) for end in ADJECTIVE_ENDINGS if lower.endswith(end)]
    before_noun = not passage.gaps[index + 1] and passage.capital[index + 1 : index + 2] == (True,)
    if lower.endswith("en") and not before_noun:
        return False
    return any(_is_participle(stem, lemma) for stem in stems)


def _matching(
    passage: Passage, index: int, number: int, entries: tuple[SpeechVerb, ...]
) -> tuple[SpeechVerb | None, str]:
    plain: SpeechVerb | None = None
    for verb in entries:
        if not verb.particle:
            plain = plain or verb
            continue
        if _has_particle(passage, index, number, verb.particle.split()):
            return verb, verb.particle
    return plain, ""


def _has_particle(passage: Passage, index: int, number: int, particle: list[str]) -> bool:
    """Whether the particle stands at the end of this clause or of one of the next two."""
    last_words = len(particle)
    if list(passage.lowers[max(0, index - last_words) : index]) == particle:
        return True
    if particle == ["davon"]:
        return "davon" in passage.lowers[passage.clauses[number][0] : index]
    for later in range(number, min(len(passage.clauses), number + 3)):
        last = passage.clauses[later][1]
        for end in range(max(index + 1, passage.clauses[later][0]), last + 1):
            begin = end - last_words + 1
            if begin > index and list(passage.lowers[begin : end + 1]) == particle:
                closes = end == last or passage.lowers[end + 1] in (
                    "und",
                    "oder",
                    "dass",
                    "sowie",
                    "haben",
                    "hat",
                    "hatte",
                    "worden",
                )
                if closes or last_words > 1:
                    return True
    return False

"""Where reported speech stands: the clause that somebody is said to have said."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.core.language.speech_cues import SINGLE_CUES
from bot.core.language.speech_grammar import (
    COMPLEMENTISERS,
    CONJUNCTIONS,
    PERSONAL,
    RELATIVES,
    SUBORDINATORS,
)
from bot.core.language.speech_words import (
    ACCUSATIONS,
    AGAINST_WORDS,
    CONTRADICTING,
    FOR_WORDS,
    OBJECTS,
    REJECTING,
)
from bot.core.models import Range
from bot.core.reading.speech_english import english_content
from bot.core.reading.speech_passages import QUOTED
from bot.core.reading.speech_phrases import (
    guess_finite,
    has_infinitive,
    has_subjunctive,
    is_setting,
    is_subjunctive,
    opens_relative,
    opens_subordinate,
)
from bot.core.reading.speech_settings import behind_setting, holds_statement

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.core.models import Language
    from bot.core.reading.speech_frames import Frame
from bot.core.reading.speech_passages import Passage

# With fewer words beside its source a sentence says nothing of its own.
_FEWEST = 3
# The content begins at most so many clauses after its verb.
_FAR = 6
# So few words before the subject are shown with it ("Selbst die Partei").
_FEW = 2
_MARKS = '„“”"»«'
# A finite verb within so many words makes a main clause.
_NEAR = 4
# A sentence up to this length is shown whole.
_WHOLE = 160
_JOINERS = frozenset("und aber doch denn sondern and but yet".split())


@dataclass(frozen=True, slots=True)
class Reported:
    """Reported content and the stretch around it that can stand alone."""

    frame: Frame
    range: Range
    shown: Range


def find_reported(
    passage: Passage, frames: tuple[Frame, ...], language: Language
) -> tuple[Reported, ...]:
    """The reported speech of the passage, at most one for each frame, in order."""
    out: list[Reported] = []
    for frame in frames:
        found = _content(passage, frame, frames, language)
        if found and not any(_repeats(frame, found, other) for other in out):
            part = _shown(passage, frame, found, frames, language)
            out.append(Reported(frame, found, _with_marks(passage, part)))
    return tuple(out)


def tells_nothing_beside(passage: Passage, item: Reported, direct: Iterable[Range]) -> bool:
    """Whether only quotations and their source were taken: „Alles läuft“, so die Chefin."""
    first, last = item.frame.clause
    if item.frame.kind != "source" or item.frame.at != first:
        return False
    rest = [at for at in passage.starts if item.range.start <= at < item.range.end]
    rest = [at for at in rest if not passage.starts[first] <= at <= passage.starts[last]]
    return bool(rest) and all(any(part.start <= at < part.end for part in direct) for at in rest)


def _repeats(frame: Frame, found: Range, other: Reported) -> bool:
    """Whether the same has been found before: the same words, or a part by the same speaker."""
    same = frame.speaker == other.frame.speaker and other.range.contains(found)
    return found == other.range or (same and frame.verb.strength == "act")


def _content(
    passage: Passage, frame: Frame, frames: tuple[Frame, ...], language: Language
) -> Range | None:
    if frame.kind == "source":
        return _around_source(passage, frame)
    if frame.kind == "as":
        return _beside_as(passage, frame)
    if frame.verb.strength == "weak":
        return None
    if frame.verb.strength == "act":
        return _act(passage, frame) if _labels(passage, frame) else None
    return _beside_verb(passage, frame, frames, language)


def _beside_verb(
    passage: Passage, frame: Frame, frames: tuple[Frame, ...], language: Language
) -> Range | None:
    if language == "en" and frame.opens and not frame.speaker:
        return None
    if language == "en":
        first = english_content(passage, frame.at, frame.clause[1], frame.verb)
        if first is not None:
            return _to_end(passage, first, frame, frames, language)
    after = _after(passage, frame, frames, language)
    if after:
        return after
    follows = frame.speaker is not None and frame.speaker[0] > frame.finite
    if language == "en" and frame.verb.strength == "say" and _ends_clause(passage, frame):
        return _before(passage, frame, language)
    if frame.opens and follows and frame.verb.strength == "say":
        return _before(passage, frame, language)
    return _act(passage, frame) if _rejects(passage, frame) else None


def _ends_clause(passage: Passage, frame: Frame) -> bool:
    """Whether nothing but when and where stands behind the verb: "…, the firm said on Monday"."""
    last = frame.clause[1]
    return behind_setting(passage, frame.at + 1, last) > last


def _labels(passage: Passage, frame: Frame) -> bool:
    """Whether somebody is called something good or bad."""
    words = set(passage.lowers[frame.clause[0] : frame.clause[1] + 1])
    judged = not words.isdisjoint(AGAINST_WORDS) or not words.isdisjoint(FOR_WORDS)
    return judged and frame.speaker is not None and not frame.passive


def _rejects(passage: Passage, frame: Frame) -> bool:
    """Whether what others said is rejected ("wies Vorwürfe zurück", "denied the claims")."""
    words = set(passage.lowers[frame.clause[0] : frame.clause[1] + 1])
    lemma = passage.lemmas[frame.at]
    named = not words.isdisjoint(ACCUSATIONS)
    if lemma in CONTRADICTING and frame.at < frame.clause[1]:
        # "widersprach ihm": what was said right before.
        named = named or passage.lowers[frame.at + 1] in OBJECTS
    return named and lemma in REJECTING and frame.speaker is not None


def _after(
    passage: Passage, frame: Frame, frames: tuple[Frame, ...], language: Language
) -> Range | None:
    """The content clause behind the frame, up to the end of the sentence."""
    number = passage.clause_of(frame.at)
    aside = frame.finite == frame.clause[1] and opens_subordinate(
        passage, frame.clause[0], language
    )
    far = 2 if aside else _FAR
    for later in range(number + 1, min(number + far, len(passage.clauses))):
        first, last = passage.clauses[later]
        if not _same_sentence(passage, frame.clause[1], first):
            return None
        gap = passage.gaps[first]
        if QUOTED in gap and not gap.rpartition(QUOTED)[2].endswith((",", ":")):
            return None
        if _is_content(passage, frame, first, last, language):
            return _to_end(passage, first, frame, frames, language)
        sure = language == "de" and frame.verb.strength == "say" and later == number + 1
        sure = sure and not aside
        if sure and _is_main(passage, first, last, language):
            return _to_end(passage, first, frame, frames, language)
    return None


def _is_main(passage: Passage, first: int, last: int, language: Language) -> bool:
    """Whether the clause can be a main clause of its own: "sagte, die Lage ist ernst"."""
    joined = passage.lowers[first] in CONJUNCTIONS[language] | SUBORDINATORS[language]
    if joined or guess_finite(passage, first, last, language) is None:
        return False
    return not opens_relative(passage, first, language) and last - first >= _FEWEST


def _is_content(passage: Passage, frame: Frame, first: int, last: int, language: Language) -> bool:
    """Whether the clause is what is said: that-clause, subjunctive or infinitive."""
    lower = passage.lowers[first]
    if lower in ("dass", "daß", "that", "ob", "whether"):
        return True
    if lower in COMPLEMENTISERS[language]:
        if _tells_of_speaker(passage, frame, first, language):
            return False
        return frame.verb.strength == "say"
    if opens_relative(passage, first, language) and is_subjunctive(passage, last):
        return False
    return (language == "de" and has_subjunctive(passage, first, last)) or has_infinitive(
        passage, first, last, language
    )


def _tells_of_speaker(passage: Passage, frame: Frame, first: int, language: Language) -> bool:
    """Whether the narrator describes who spoke: “…”, said Okoye, who lives nearby."""
    speaker = frame.speaker
    follows = speaker is not None and speaker[0] > frame.finite and speaker[1] + 1 == first
    return frame.opens and follows and passage.lowers[first] in RELATIVES[language]


def _to_end(
    passage: Passage, first: int, frame: Frame, frames: tuple[Frame, ...], language: Language
) -> Range:
    last = first
    start = passage.clause_of(first)
    for number in range(start, len(passage.clauses)):
        begin, end = passage.clauses[number]
        if number > start and (
            not _same_sentence(passage, last, begin)
            or ";" in passage.gaps[begin]
            or _goes_elsewhere(passage, begin, frame, frames, language)
        ):
            break
        last = end
    return passage.stretch(first, _before_next_verb(passage, first, last, frames))


def _before_next_verb(passage: Passage, first: int, last: int, frames: tuple[Frame, ...]) -> int:
    """Where the content ends before "und fügte hinzu", else its last word."""
    for other in frames:
        joiner = other.finite - 1
        joined = first + _FEWEST <= joiner < last and passage.lowers[joiner] in ("und", "and")
        if joined and other.kind == "verb" and other.at <= last:
            return joiner - 1
    return last


def _goes_elsewhere(
    passage: Passage, begin: int, frame: Frame, frames: tuple[Frame, ...], language: Language
) -> bool:
    """Whether a clause after a comma is a new main clause with a frame of its own."""
    if passage.lowers[begin] not in CONJUNCTIONS[language]:
        return False
    for other in frames:
        if other.at > frame.at and other.clause[0] == begin and other.kind == "verb":
            subject = passage.lowers[begin + 1] if begin + 1 < len(passage.lowers) else ""
            indicative = not has_subjunctive(passage, *other.clause)
            return indicative and (subject in PERSONAL[language] or other.finite - begin <= _NEAR)
    return False


def _before(passage: Passage, frame: Frame, language: Language) -> Range | None:
    number = passage.clause_of(frame.clause[0])
    if not number or QUOTED in passage.gaps[frame.clause[0]]:
        return None
    first = number
    while first > 0 and _same_sentence(
        passage, passage.clauses[first - 1][1], passage.clauses[first][0]
    ):
        first -= 1
    if first == number or passage.gaps[frame.clause[0]] in ("–", "-"):
        return None
    if language == "de" and is_setting(passage, first, number):
        return None
    begin, end = passage.clauses[first][0], passage.clauses[number - 1][1]
    if language == "en" and not holds_statement(passage, begin, end):
        return None
    return passage.stretch(begin, end)


def _around_source(passage: Passage, frame: Frame) -> Range | None:
    first, last = _sentence_of(passage, frame.at)
    said = last - first + 1
    if frame.speaker:
        said -= frame.speaker[1] - frame.speaker[0] + 2
    if QUOTED in passage.gaps[first] and passage.gaps[first].endswith(","):
        return None
    if said < _FEWEST or (passage.lowers[frame.at] == "so" and first == frame.clause[0]):
        return None
    return passage.stretch(first, last)


def _beside_as(passage: Passage, frame: Frame) -> Range | None:
    first, last = _sentence_of(passage, frame.at)
    if frame.clause[0] - first < last - frame.clause[1]:
        return passage.stretch(frame.clause[1] + 1, last) if last > frame.clause[1] else None
    return passage.stretch(first, frame.clause[0] - 1) if first < frame.clause[0] else None


def _act(passage: Passage, frame: Frame) -> Range | None:
    first, last = frame.clause
    if QUOTED in "".join(passage.gaps[first : last + 1]):
        return None
    if passage.lowers[frame.finite - 1] in _JOINERS and frame.finite > first:
        # "Der wehrte sich und wies …": what comes before the verb is another statement.
        first = frame.finite
    while first < last and passage.lowers[first] in _JOINERS:
        first += 1
    return passage.stretch(first, last)


def _shown(
    passage: Passage,
    frame: Frame,
    content: Range,
    frames: tuple[Frame, ...],
    language: Language,
) -> Range:
    """The stretch with the verb that can stand alone; no cue of the clause is cut away."""
    first, last = _sentence_of(passage, frame.at)
    whole = passage.sentence(first, last)
    if frame.kind != "verb":
        return whole
    if frame.verb.strength == "act" or content == passage.stretch(first, last):
        return content
    if content.start <= passage.starts[frame.at] < content.end:
        return content
    begin = _begin(passage, frame, language)
    if frame.opens and passage.gaps[begin].endswith(QUOTED + ","):
        # „…“, erklärte X: es bleibe dabei.
        return Range(passage.quoted[begin].start, content.end)
    end = passage.ends[max(frame.finite, frame.at)]
    if content.end <= passage.starts[frame.clause[0]]:
        end = passage.ends[frame.clause[1]]
    part = Range(min(passage.starts[begin], content.start), max(end, content.end))
    alone = sum(other.kind == "verb" for other in frames) == 1 and QUOTED not in "".join(
        passage.gaps[first + 1 : last + 1]
    )
    outer = passage.stretch(first, last)
    fills = content.end == outer.end or content.start == outer.start
    if alone and fills and whole.end - whole.start <= _WHOLE:
        return whole
    return Range(part.start, _end_with_cues(passage, part.end, language))


def _end_with_cues(passage: Passage, end: int, language: Language) -> int:
    """`end`, or the end of its clause if a cue stands between: "und sagte nicht aus"."""
    last = bisect_left(passage.ends, end)
    if last >= len(passage.ends):
        return end
    stop = passage.clauses[passage.clause_of(last)][1]
    return passage.ends[stop] if _has_cue(passage, last + 1, stop + 1, language) else end


def _begin(passage: Passage, frame: Frame, language: Language) -> int:
    """The first word to show: the verb, its subject if that stands right before it, or a cue.

    A subordinate clause is shown from its conjunction on.
    """
    first = frame.clause[0]
    begin = min(frame.finite, frame.at)
    subordinate = opens_subordinate(passage, first, language)
    if subordinate or _has_cue(passage, first, begin, language):
        return first
    subject = frame.speaker
    if not subject or not first <= subject[0] or subject[1] + 1 != begin:
        return begin
    near = subject[0] - first <= _FEW and passage.lowers[first] not in CONJUNCTIONS[language]
    return first if near else subject[0]


def _with_marks(passage: Passage, part: Range) -> Range:
    """The stretch with the quotation mark right before or behind it that it cut off."""
    start, end = part
    text = passage.text
    if sum(text.count(mark, start, end) for mark in _MARKS) % 2 == 0:
        return part
    if start > passage.range.start and text[start - 1] in _MARKS:
        return Range(start - 1, end)
    ahead = text[end : min(end + 1, passage.range.end)]
    return Range(start, end + 1) if ahead and ahead in _MARKS else part


def _has_cue(passage: Passage, first: int, stop: int, language: Language) -> bool:
    """Whether a hedge, negation or condition stands between word `first` and word `stop`."""
    cues = SINGLE_CUES[language]
    return any(lower in cues for lower in passage.lowers[first:stop])


def _sentence_of(passage: Passage, index: int) -> tuple[int, int]:
    number = passage.clause_of(index)
    first = last = number
    clauses = passage.clauses
    while first > 0 and _same_sentence(passage, clauses[first - 1][1], clauses[first][0]):
        first -= 1
    while last + 1 < len(clauses) and _same_sentence(
        passage, clauses[last][1], clauses[last + 1][0]
    ):
        last += 1
    return clauses[first][0], clauses[last][1]


def _same_sentence(passage: Passage, before: int, after: int) -> bool:
    return not any(index in passage.heads for index in range(before + 1, after + 1))

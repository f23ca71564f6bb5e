"""Which stretches between quotation marks are somebody's words, and which are names or titles.

A weighted vote of some fifty plain features: a rule for each case had more exceptions than hits.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from bot.core.language.speech_grammar import (
    AUXILIARIES,
    DETERMINERS,
    PREPOSITIONS,
    SUBJUNCTIVES,
)
from bot.core.language.speech_weights import DIRECT_BIAS, DIRECT_WEIGHTS
from bot.core.language.speech_words import SO_CALLED, TITLE_NOUNS
from bot.core.reading.speech_passages import QUOTED
from bot.core.reading.speech_phrases import has_subjunctive

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.core.models import Language, Range
    from bot.core.reading.speech_frames import Frame
    from bot.core.reading.speech_passages import Passage

# Upper ends of the classes of length in words; what is longer is "long".
_LENGTHS = (1, 2, 4, 7, 12)
_CLAUSE = 4
# „…“, sagte X: at the head of a sentence or behind a colon this is speech whatever is inside.
_SAID_ALONE = "said alone"
# „repressive“ und „präventive“: what may stand between two stretches of one kind.
_JOINERS = frozenset(
    "und oder sowie bzw. , / bis wie als mit von ein eine einen einem einer der die das den".split()
)
_LONGEST_JOINER = 12
# Before what somebody calls a thing: "nannte es einen", "spricht von".
_NAMED_AFTER = frozenset("ein eine einen einem einer der die den von".split())
_FIRST_PERSONS = frozenset("ich wir mich mir uns mein meine unser unsere i we my our us me".split())
_AFTER_MARKS = {
    ",": "before comma",
    ")": "before bracket",
    "(": "before open bracket",
    "-": "before dash",
    "–": "before dash",
    ".": "before end",
    "!": "before end",
    "?": "before end",
    "": "before end",
}
_BEFORE_MARKS = {
    "": "at start",
    ":": "after colon",
    ",": "after comma",
    "(": "after bracket",
}


class Judged(NamedTuple):
    """A stretch between marks, and whether it was taken for speech."""

    range: Range
    is_speech: bool


def is_speech(
    passage: Passage,
    part: Range,
    *,
    frames: tuple[Frame, ...],
    language: Language,
    company: list[str],
) -> bool:
    """Whether the marked stretch `part` is direct speech.

    `company` is what `describe_company` says of it.
    """
    features = describe_marked(passage, part, frames=frames, language=language)
    if _SAID_ALONE in features:
        return True
    features += company
    return DIRECT_BIAS + sum([DIRECT_WEIGHTS.get(name, 0.0) for name in features]) > 0


def describe_company(text: str, part: Range, last: Judged | None, *, goes_on: bool) -> list[str]:
    """The features that hang on what was taken for speech before.

    `goes_on`: the sentence before held speech. `last` is the stretch before this one.
    """
    out = ["goes on"] if goes_on else []
    if last and part.start - last.range.end <= _LONGEST_JOINER:
        between = text[last.range.end : part.start].split()
        if _JOINERS.issuperset(between):
            out.append("joined to speech" if last.is_speech else "joined to title")
    return out


def describe_marked(
    passage: Passage, part: Range, *, frames: tuple[Frame, ...], language: Language
) -> list[str]:
    """The features of a marked stretch: its inside, its neighbours, the frames around it."""
    before = bisect_left(passage.starts, part.start)
    after = bisect_left(passage.starts, part.end)
    inside = passage.text[part.start + 1 : part.end - 1]
    out = [*_inside(inside), *_known_words(inside, language)]
    if len(inside.split()) <= _CLAUSE and _is_said_again(passage.text, part, inside):
        out.append("inside again")
    out += _left(passage, part, before, language)
    out += _right(passage, part)
    out += sorted({*_around(passage, before, after, frames)})
    return out


def _inside(inside: str) -> Iterator[str]:
    words = inside.split()
    count = len(words)
    small = sum([word[0].islower() for word in words])
    yield f"words {next((end for end in _LENGTHS if count <= end), 'long')}"
    if inside.rstrip().endswith((".", "!", "?", "…")):
        yield "inside ends"
        if count >= _CLAUSE:
            yield "inside ends long"
    if "," in inside:
        yield "inside comma"
    if words and words[0][0].islower():
        yield "inside small start"
        if count < _CLAUSE:
            yield "inside small start short"
    if not small:
        yield "inside all capital"
        if count > 1:
            yield "inside all capital many"
    elif small * 2 >= count:
        yield "inside mostly small"


def _is_said_again(text: str, part: Range, inside: str) -> bool:
    """Whether the article has the same words elsewhere: 163 names and titles, 4 times speech."""
    return text.find(inside) <= part.start or text.find(inside, part.end) >= 0


def _known_words(inside: str, language: Language) -> Iterator[str]:
    lowers = [word.strip(".,;:!?").lower() for word in inside.split()]
    if not _FIRST_PERSONS.isdisjoint(lowers):
        yield "inside first person"
    if not AUXILIARIES[language].isdisjoint(lowers):
        yield "inside auxiliary"


def _left(passage: Passage, part: Range, before: int, language: Language) -> Iterator[str]:
    near = passage.text[max(passage.range.start, part.start - 3) : part.start].rstrip()
    if near[-1:] in _BEFORE_MARKS:
        yield _BEFORE_MARKS[near[-1:]]
        return
    if not before:
        return
    lower = passage.lowers[before - 1]
    if lower in ("als", "as"):
        yield "after als"
    elif lower in DETERMINERS[language]:
        yield "after determiner"
    elif lower in PREPOSITIONS[language]:
        yield "after preposition"
    elif passage.capital[before - 1]:
        yield "after noun"
    else:
        yield "after small"
    lemma = passage.lemmas[before - 1]
    if lower.endswith(TITLE_NOUNS) or lemma.endswith(TITLE_NOUNS):
        yield "after title noun"
    if lower in SO_CALLED:
        yield "after so called"


def _right(passage: Passage, part: Range) -> Iterator[str]:
    near = passage.text[part.end : min(passage.range.end, part.end + 2)].lstrip()[:1]
    if near == ")" and passage.text[part.start - 1] == "(":
        return
    if near in _AFTER_MARKS:
        yield _AFTER_MARKS[near]
    elif near.isupper():
        yield "before noun"


def _around(passage: Passage, before: int, after: int, frames: tuple[Frame, ...]) -> Iterator[str]:
    if not passage.words:
        return
    clause = passage.clause_of(min(max(before, 0), len(passage.words) - 1))
    opens = not before or passage.gaps[before].startswith(":") or before in passage.heads
    for frame in frames:
        kind = frame.verb.strength if frame.kind == "verb" else frame.kind
        yield f"frame {kind}"
        if frame.opens and after == frame.at:
            yield from _right_after(passage.gaps[after], opens=opens)
        if after == frame.clause[0] and frame.kind == "source":
            yield "source right after"
        inside = frame.clause[0] <= before <= frame.clause[1] + 1
        if inside or passage.clause_of(frame.at) == clause:
            yield f"frame {kind} here"
            if before and _labels(frame, passage.lowers[before - 1]):
                yield "label"
    if has_subjunctive(passage, *passage.clauses[clause]):
        yield "subjunctive here"
    elif not SUBJUNCTIVES.isdisjoint(passage.lowers):
        yield "subjunctive"


def _right_after(gap: str, *, opens: bool) -> Iterator[str]:
    if QUOTED in gap or "," in gap:
        yield "frame right after"
    if opens and "," in gap:
        yield _SAID_ALONE


def _labels(frame: Frame, before: str) -> bool:
    """Whether somebody calls something what follows: "nannte es einen", "wies es als … zurück"."""
    if frame.kind != "verb" or frame.passive or not frame.speaker:
        return False
    return before == "als" or (before in _NAMED_AFTER and frame.verb.strength in ("act", "weak"))

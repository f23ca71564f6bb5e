"""For or against, and towards whom: only where the words of the frame or the speech carry it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bot.core.language.date_words import MONTHS, WEEKDAYS
from bot.core.language.speech_grammar import GENITIVES
from bot.core.language.speech_words import (
    ABOUT_WHAT,
    ACCUSATIONS,
    AGAINST_WORDS,
    CLAIMING,
    CONTRADICTING,
    DEMANDING,
    DOUBTING_NOUNS,
    DOUBTS,
    FALSE_VERDICTS,
    FOR_WORDS,
    HOSTILE_ENDS,
    NEGATORS,
    OBJECTS,
    POINTING,
    PRAISES,
    REFLEXIVE,
    REJECTING,
    SIDES,
    TRUE_VERDICTS,
    TRUST_PHRASES,
    VERDICTS,
)
from bot.core.models import Range

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.core.models import Stance
    from bot.core.reading.speakers import Cast
    from bot.core.reading.speech_frames import Frame
    from bot.core.reading.speech_passages import Passage

Judgement = tuple["Stance", str | None]
# "die Vorwürfe der Partei", "the claims of the party": somebody's.
_WHOSE = GENITIVES["de"] | GENITIVES["en"] | frozenset("gegen by that dass".split())
_ABOUT = frozenset("zur zum zu auf über der die den about on to the".split())
# "lehnte auf X ab": where it was said, not whom it is about.
_WHERE = (" auf ", " bei ", " im ", " in ", " on ", " at ", " via ", " über ")
_ON = frozenset({"am", "on"})
_DAYS = tuple(day.lower() for days in WEEKDAYS.values() for day in days)
_TIMES = frozenset(month.lower() for months in MONTHS.values() for month in months) | frozenset(
    "tag tage abend morgen vormittag mittag nachmittag wochenende day weekend".split()
)
_BEFORE_TIMES = frozenset("selben gleichen späten frühen the same".split())
_UNCLEAR: Judgement = ("unclear", None)


class Voices(NamedTuple):
    """Who is named in the article, who speaks, and who spoke last before: the claimant."""

    cast: Cast
    speaker: str | None
    claimant: str | None


def judge_stance(
    passage: Passage,
    frame: Frame | None,
    speech: Range,
    voices: Voices,
) -> Judgement:
    """The stance of a speech and the joined name of its target, if one is named.

    The target is never the speaker. A negated frame ("kritisierte nicht") is unclear. Who
    rejects a claim without saying whose ("widersprach") is against the claimant.
    """
    cast, speaker, claimant = voices
    words = _words_in(passage, speech)
    if not frame or frame.kind != "verb":
        if claimant and claimant != speaker and _calls_that_false(words):
            return "against", claimant
        return _by_words(words, speech, cast, speaker)
    clause = passage.lowers[frame.clause[0] : frame.clause[1] + 1]
    own = _frame_words(passage, frame, speech)
    if not NEGATORS.isdisjoint(own):
        return _UNCLEAR
    stance = _by_frame(frame, own, clause, passage.lemmas[frame.at])
    if stance != "unclear":
        target = _target(passage, frame, speech, voices)
        if not target and claimant != speaker and _rejects_what_was_said(passage, frame):
            target = claimant
        return stance, target
    if passage.lemmas[frame.at] in CLAIMING and not NEGATORS.isdisjoint(words):
        target = _first_name(cast, speech, speaker)
        return ("against", target) if cast.may_speak(target) else _UNCLEAR
    return _by_words(words, speech, cast, speaker)


def _calls_that_false(words: Sequence[str]) -> bool:
    """Whether all that is said of what was said before is that it is false."""
    place = next((at for at, word in enumerate(words) if word in POINTING), len(words))
    verdict = frozenset(words[place + 1 :])
    if not verdict <= VERDICTS:
        return False
    is_false = not verdict.isdisjoint(FALSE_VERDICTS)
    # "nicht wahr" rejects it, "nicht falsch" does not.
    if verdict.isdisjoint(NEGATORS):
        return is_false
    return not is_false and not verdict.isdisjoint(TRUE_VERDICTS)


def _rejects_what_was_said(passage: Passage, frame: Frame) -> bool:
    """Whether a claim is rejected and nothing in the clause says whose it is."""
    first, last = frame.clause
    named = [index for index in range(first, last + 1) if passage.lowers[index] in ACCUSATIONS]
    if any(index < last and passage.lowers[index + 1] in _WHOSE for index in named):
        return False
    clause = passage.lowers[first : last + 1]
    labels = frame.verb.strength == "act" and not POINTING.isdisjoint(clause)
    if not (named or labels or passage.lemmas[frame.at] in CONTRADICTING):
        return False
    speaker = frame.speaker or (first, first)
    inside = range(speaker[0], speaker[1] + 1)
    return not any(
        passage.capital[index]
        for index in range(first, last + 1)
        if index not in named and index not in inside
    )


def judge_act(passage: Passage, frame: Frame, voices: Voices) -> Judgement:
    """The stance that the frame's clause takes by itself, whatever is said: "lobte Muster: …"."""
    if frame.kind != "verb" or frame.passive or frame.speaker is None:
        return _UNCLEAR
    words = passage.lowers[frame.clause[0] : frame.clause[1] + 1]
    # German negates behind the verb ("lobte ihn nicht"), English before it.
    english = voices.cast.language == "en"
    if not NEGATORS.isdisjoint(passage.lowers[frame.clause[0] : frame.at] if english else words):
        return _UNCLEAR
    own = [
        word
        for place, word in enumerate(words)
        # "äußerte sich zur Kritik": of others, and not his own.
        if not (place and words[place - 1] in _ABOUT and word in DOUBTS | PRAISES)
    ]
    stance = _by_frame(frame, own, own, passage.lemmas[frame.at])
    if stance == "unclear":
        return _UNCLEAR
    return stance, _target(passage, frame, passage.span(*frame.clause), voices)


def _by_frame(frame: Frame, own: Sequence[str], clause: Sequence[str], lemma: str) -> Stance:
    if frame.verb.stance != "unclear":
        return frame.verb.stance
    if (sides := SIDES.get(lemma)) and not (lemma in REFLEXIVE and "sich" not in own):
        return next((sides[word] for word in own if word in sides), "unclear")
    if lemma in DEMANDING and not HOSTILE_ENDS.isdisjoint(own):
        return "against"
    if frame.verb.strength in ("act", "weak"):
        label = clause[clause.index("als") :] if "als" in clause else clause
        return _label(label)
    if not DOUBTS.isdisjoint(own):
        return "against"
    return "for" if not PRAISES.isdisjoint(own) else "unclear"


def _label(words: Sequence[str]) -> Stance:
    if not AGAINST_WORDS.isdisjoint(words):
        return "against"
    return "for" if not FOR_WORDS.isdisjoint(words) else "unclear"


def _by_words(words: Sequence[str], speech: Range, cast: Cast, speaker: str | None) -> Judgement:
    """Speech that itself asks to trust somebody."""
    for first, *rest in TRUST_PHRASES:
        if first in words and all(word in words for word in rest):
            negated = not NEGATORS.isdisjoint(words)
            target = _first_name(cast, speech, speaker)
            return ("against" if negated else "for", target)
    return _UNCLEAR


def _target(passage: Passage, frame: Frame, speech: Range, voices: Voices) -> str | None:
    """The first name after the verb, else anywhere in the clause, else in the speech.

    A pronoun right behind the verb ("widersprach ihr") is whoever spoke before.
    """
    cast, speaker, claimant = voices
    behind = frame.at + 1
    if behind <= frame.clause[1] and passage.lowers[behind] in OBJECTS:
        return claimant if claimant != speaker else None
    clause = passage.span(*frame.clause)
    about = _about(passage, frame)
    if about is not None:
        # What was said about it is rejected, which is rather for it.
        clause = speech = Range(clause.start, passage.starts[about])
    after = Range(passage.starts[frame.finite], clause.end)
    avoided = passage.span(*frame.speaker) if frame.speaker else None
    for part in (after, clause, speech):
        name = _first_name(cast, part, speaker, avoided)
        if name:
            return name
    return None


def _about(passage: Passage, frame: Frame) -> int | None:
    """Behind which word stands what the rejected words were about: "wies Kritik am Bau zurück"."""
    if passage.lemmas[frame.at] not in REJECTING:
        return None
    first, last = frame.clause
    nouns = [at for at in range(first, last) if passage.lowers[at] in ACCUSATIONS]
    for at in range(nouns[0] + 1 if nouns else last, last):
        word, before = passage.lowers[at], passage.lowers[at - 1]
        if word in _ON and _tells_when(passage, at + 1):
            continue
        if word in ABOUT_WHAT or (word == "of" and before in DOUBTING_NOUNS):
            return at
    return None


def _tells_when(passage: Passage, at: int) -> bool:
    """Whether a day stands here: "am Montag", "on the same day", "on 3 May"."""
    words = passage.lowers[at : at + 3]
    return words[0][:1].isdigit() or any(
        word in _TIMES or word.startswith(_DAYS)
        for word in words[: 1 + (words[0] in _BEFORE_TIMES) * 2]
    )


def _first_name(
    cast: Cast, part: Range, speaker: str | None, avoided: Range | None = None
) -> str | None:
    """The first name in `part`, or the person whom it describes ("OpenAI-Chef Sam Altman")."""
    found = [
        (mention, name)
        for mention, name in cast.named(part)
        if name != speaker
        # What is rejected, not whose it is.
        and name.lower() not in ACCUSATIONS
        and not (avoided and avoided.overlaps(mention))
        and not cast.text[max(0, mention.start - 6) : mention.start].endswith(_WHERE)
    ]
    if not found:
        return None
    for mention, name in found[1:2]:
        between = cast.text[found[0][0].end : mention.start]
        if between.startswith("-") and between.count(" ") == 1 and "," not in between:
            return name
    return found[0][1]


def _frame_words(passage: Passage, frame: Frame, speech: Range) -> list[str]:
    """The words of the frame's clause that are not part of the speech."""
    first, last = frame.clause
    return [
        passage.lowers[index]
        for index in range(first, last + 1)
        if frame.verb.strength == "act" or not speech.start <= passage.starts[index] < speech.end
    ]


def _words_in(passage: Passage, speech: Range) -> list[str]:
    return [
        word.strip('.,!?;:„“”"»«()').lower()
        for word in passage.text[speech.start : speech.end].split()
    ]

"""Who says what: direct and reported speech of an article with speaker, verb and stance."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from bot.core.language.speech_words import POINTING, REJECTING
from bot.core.models import Quote, Range
from bot.core.reading.name_lines import is_role
from bot.core.reading.reported import find_reported, tells_nothing_beside
from bot.core.reading.speaker_search import Search
from bot.core.reading.speakers import Cast
from bot.core.reading.speech_direct import Judged, describe_company, is_speech
from bot.core.reading.speech_frames import find_frames
from bot.core.reading.speech_marks import find_marked
from bot.core.reading.speech_passages import QUOTED, build_passages
from bot.core.reading.speech_phrases import (
    guess_finite,
    has_subjunctive,
    main_subject,
    opens_subordinate,
)
from bot.core.reading.speech_subjects import find_paper, is_wording
from bot.core.reading.stance import Voices, judge_act, judge_stance

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.core.models import Draft, Language, Name, Stance
    from bot.core.reading.speech_frames import Frame
    from bot.core.reading.speech_passages import Passage
    from bot.core.reading.speech_phrases import Phrase
    from bot.core.reading.words import Lemmatiser


# A speaker is remembered for so many sentences.
_REACH = 2
_POSSESSIVES = ("seine", "ihre")
# A "sentence" of more words is a list or garbage, and would cost more than its length.
_LONGEST = 400


def find_quotes(
    draft: Draft, names: tuple[Name, ...], *, lemmatiser: Lemmatiser
) -> tuple[Quote, ...]:
    """All direct and reported speech in the order of the text.

    Names or titles between quotation marks are no speech. Where no speaker or no name is
    certain, there is none.
    """
    marked = find_marked(draft.article.text, paragraph_ranges(draft))
    finder = _Finder(marked, Cast(names, draft.article), draft.article.language)
    named = {mention.start for name in names for mention in name.mentions}
    for passage in build_passages(draft, marked, lemmatiser, named=named):
        finder.read(passage)
    return tuple(sorted(finder.quotes, key=lambda quote: (quote.range, quote.mode)))


def paragraph_ranges(draft: Draft) -> tuple[Range, ...]:
    """From the first to the last sentence of each paragraph, in order."""
    out: list[Range] = []
    number = -1
    for sentence in draft.sentences:
        if sentence.paragraph == number:
            out[-1] = Range(out[-1].start, sentence.end)
        else:
            out.append(sentence.range)
            number = sentence.paragraph
    return tuple(out)


@dataclass(frozen=True, slots=True)
class _Voice:
    """Who spoke last, for a quotation that stands alone."""

    speaker: Range | None
    name: str | None
    passage: int


class _Act(NamedTuple):
    """A clause that takes a stance by itself, with who takes it and towards whom."""

    start: int
    passage: int
    name: str
    stance: Stance
    towards: str | None


class _Finder:
    """Goes through the passages in order and remembers who spoke last."""

    def __init__(self, marked: tuple[Range, ...], cast: Cast, language: Language) -> None:
        self.quotes: list[Quote] = []
        self._marked = marked
        self._cast = cast
        self._language = language
        self._number = -1
        self._next = 0
        self._voice: _Voice | None = None
        self._quoted = -9
        self._judged: Judged | None = None
        self._before: Range | None = None
        self._person: tuple[Range, str] | None = None
        self._acts: list[_Act] = []

    def read(self, passage: Passage) -> None:
        """Find the speech of the next passage."""
        self._number += 1
        if len(passage.words) > _LONGEST:
            self._marks_of(passage)
            return
        self._cast.follow(passage, self._number)
        frames = find_frames(passage, self._language)
        if frames and self._language == "de":
            frames = self._turned_all(passage, frames)
        found = self._direct(passage, frames)
        direct = [quote.range for quote in found]
        found += [
            quote
            for quote in self._reported(passage, frames, direct)
            if not any(part.contains(quote.range) for part in direct)
        ]
        self._acts = [
            *(act for act in self._acts if self._number - act.passage <= 1),
            *self._judging(passage, frames),
        ]
        self.quotes += [self._carried(quote) for quote in found]
        self._before = passage.range
        self._person = self._cast.memory.speaker if passage.words else None
        if self._voice and has_subjunctive(passage, 0, len(passage.words) - 1):
            self._voice = replace(self._voice, passage=self._number)
        self._remember(passage, frames, found)

    def _judging(self, passage: Passage, frames: tuple[Frame, ...]) -> Iterator[_Act]:
        for frame in frames:
            if frame.speaker is None:
                continue
            _, name = self._named(passage, frame.speaker)
            stance, towards = judge_act(passage, frame, Voices(self._cast, name, self._claimant()))
            # Who denies something need not be against what the words behind it are about.
            is_sure = passage.lemmas[frame.at] not in REJECTING or self._cast.is_person(towards)
            if name and stance != "unclear" and is_sure:
                yield _Act(passage.starts[frame.at], self._number, name, stance, towards)

    def _carried(self, quote: Quote) -> Quote:
        """The quote with the stance that its speaker took right before: "lobte ihn. „…“"."""
        if quote.stance != "unclear" or not quote.speaker_name:
            return quote
        for act in reversed(self._acts):
            if act.start < quote.range.start and act.name == quote.speaker_name:
                return replace(quote, stance=act.stance, towards=act.towards)
        return quote

    def _remember(self, passage: Passage, frames: tuple[Frame, ...], found: list[Quote]) -> None:
        """Keep who spoke last; speech without content ("kritisierte die Pläne") counts."""
        spoken = [quote for quote in found if quote.speaker]
        if spoken:
            last = spoken[-1]
            self._voice = _Voice(last.speaker, last.speaker_name, self._number)
            return
        search = Search(self._cast, passage, self._number)
        for frame in frames:
            tells = frame.kind == "verb" and not frame.passive and frame.verb.strength != "weak"
            judges = tells and frame.verb.stance != "unclear"
            if frame.speaker and (judges or (tells and search.is_somebody(frame.speaker))):
                self._voice = _Voice(*self._named(passage, frame.speaker), self._number)

    def _direct(self, passage: Passage, frames: tuple[Frame, ...]) -> list[Quote]:
        out: list[Quote] = []
        for part in self._marks_of(passage):
            company = describe_company(
                passage.text, part, self._judged, goes_on=self._number - self._quoted == 1
            )
            found = is_speech(
                passage, part, frames=frames, language=self._language, company=company
            )
            self._judged = Judged(part, is_speech=found)
            if not found:
                continue
            frame = _frame_of(passage, part, frames)
            speaker, name, verb = self._speaker(passage, part, frame)
            voices = Voices(self._cast, name, self._claimant())
            stance, towards = judge_stance(passage, frame, part, voices)
            out.append(Quote(part, "direct", part, verb, speaker, name, stance, towards))
        if out:
            self._quoted = self._number
        return out

    def _marks_of(self, passage: Passage) -> list[Range]:
        first = self._next
        while self._next < len(self._marked) and self._marked[self._next].start < passage.range.end:
            self._next += 1
        return list(self._marked[first : self._next])

    def _speaker(
        self, passage: Passage, part: Range, frame: Frame | None
    ) -> tuple[Range | None, str | None, str]:
        verb = frame.wording if frame else ""
        search = Search(self._cast, passage, self._number)
        said_by = search.right_before(part, frame) or search.claiming(part)
        if said_by:
            verb = ""
        elif frame and frame.speaker and not part.contains(passage.span(*frame.speaker)):
            said_by = frame.speaker
        else:
            said_by = search.judge(part)
        if said_by:
            return (*self._named(passage, said_by), verb)
        told = frame is not None and (frame.passive or frame.kind == "source")
        own = None if told else self._own_subject(passage, part)
        voice = self._voice
        recent = voice and self._number - voice.passage <= _REACH
        if own and is_wording(passage, own):
            return None, None, verb
        if own and not (recent and self._is_thing(passage, own)):
            return (*self._named(passage, own), verb)
        if voice and recent:
            return self._mention(passage, part, voice.name) or voice.speaker, voice.name, verb
        if self._person:
            return (*self._person, verb)
        return None, None, verb

    def _mention(self, passage: Passage, part: Range, name: str | None) -> Range | None:
        """Where the sentence of the quotation itself names whoever spoke before."""
        before = Range(passage.range.start, part.start)
        found = (mention for mention, known in self._cast.named(before) if known == name)
        return next(found, None)

    def _claimant(self) -> str | None:
        """Who spoke last in the sentences before."""
        voice = self._voice
        recent = voice and self._number - voice.passage <= _REACH
        return voice.name if voice and recent else None

    def _own_subject(self, passage: Passage, part: Range) -> Phrase | None:
        """The subject of the clause around the quotation or before its colon, without a frame.

        None in the subjunctive, where the subject is not the speaker but what is spoken of.
        """
        before = bisect_left(passage.starts, part.start)
        if not before:
            return None
        clause = passage.clause_of(before - 1)
        first, last = passage.clauses[clause]
        if has_subjunctive(passage, first, last) or opens_subordinate(
            passage, first, self._language
        ):
            return None
        subject = main_subject(passage, clause, self._language)
        if not subject and self._language == "de":
            subject = Search(self._cast, passage, self._number).behind_first(clause)
        if subject and is_wording(passage, subject):
            return find_paper(passage, (first, last)) or subject
        if subject and self._language == "de":
            finite = guess_finite(passage, subject[1] + 1, last, "de")
            if finite is not None:
                search = Search(self._cast, passage, self._number)
                return search.behind(subject, finite, last) or subject
        return subject

    def _turned_all(self, passage: Passage, frames: tuple[Frame, ...]) -> tuple[Frame, ...]:
        """The frames with the persons that speak; two verbs of one subject turn together."""
        out = tuple([self._turned(passage, frame) for frame in frames])
        turned = {
            old.speaker: new.speaker
            for old, new in zip(frames, out, strict=True)
            if old.speaker != new.speaker
        }
        if not turned:
            return out
        return tuple(
            [replace(frame, speaker=turned.get(frame.speaker, frame.speaker)) for frame in out]
        )

    def _turned(self, passage: Passage, frame: Frame) -> Frame:
        """With whom is named behind the verb for what is said first: "Die Pläne lobte Muster"."""
        if not frame.speaker or frame.speaker[1] >= frame.finite:
            return frame
        search = Search(self._cast, passage, self._number)
        behind = search.behind(frame.speaker, frame.finite, frame.clause[1])
        return replace(frame, speaker=behind) if behind else frame

    def _is_thing(self, passage: Passage, phrase: Phrase) -> bool:
        """Whether a phrase is a thing of whoever spoke before: "Seine Zuversicht"."""
        if not passage.lowers[phrase[0]].startswith(_POSSESSIVES):
            return False
        return not any(is_role(word) for word in passage.words[phrase[0] : phrase[1] + 1])

    def _named(self, passage: Passage, phrase: Phrase) -> tuple[Range, str | None]:
        whole = self._cast.apposition(passage, phrase)
        return passage.span(*whole), self._cast.name_of(passage, self._number, whole)

    def _reported(
        self, passage: Passage, frames: tuple[Frame, ...], direct: list[Range]
    ) -> list[Quote]:
        out: list[Quote] = []
        for item in find_reported(passage, frames, self._language):
            if direct and tells_nothing_beside(passage, item, direct):
                continue
            speaker: Range | None = None
            name: str | None = None
            if item.frame.speaker:
                speaker, name = self._named(passage, item.frame.speaker)
            voices = Voices(self._cast, name, self._claimant())
            stance, towards = judge_stance(passage, item.frame, item.range, voices)
            verb = item.frame.wording
            out.append(
                Quote(item.range, "reported", item.shown, verb, speaker, name, stance, towards)
            )
        back = self._pointing_back(passage, frames) if not out else None
        return [back] if back else out

    def _pointing_back(self, passage: Passage, frames: tuple[Frame, ...]) -> Quote | None:
        """Take the sentence before as said: "… . Das bestätigte die Polizei.".

        A quotation of nobody known that is the whole sentence gets the speaker for its own.
        """
        before = self._before
        if not before or len(frames) != 1 or passage.lowers[0] not in POINTING:
            return None
        frame = frames[0]
        sure = frame.kind == "verb" and frame.verb.strength == "say" and frame.finite == 1
        if not sure or not frame.speaker or QUOTED in "".join(passage.gaps):
            return None
        speaker, name = self._named(passage, frame.speaker)
        last = self.quotes[-1] if self.quotes else None
        is_open = last and last.mode == "direct" and not (last.verb or last.speaker)
        if last and is_open and _fills(passage, last.range, before):
            said = replace(last, verb=frame.wording, speaker=speaker, speaker_name=name)
            self.quotes[-1] = said
            return None
        part = Range(before.start, passage.span(*frame.clause).end)
        return Quote(part, "reported", part, frame.wording, speaker, name)


def _fills(passage: Passage, part: Range, whole: Range) -> bool:
    """Whether nothing but punctuation stands in `whole` beside `part`."""
    rest = passage.text[whole.start : part.start] + passage.text[part.end : whole.end]
    return whole.contains(part) and not any(map(str.isalnum, rest))


def _frame_of(passage: Passage, part: Range, frames: tuple[Frame, ...]) -> Frame | None:
    """The frame that belongs to a quotation: right after it, before its colon, or the nearest."""
    before = bisect_left(passage.starts, part.start)
    after = bisect_left(passage.starts, part.end)
    for frame in frames:
        follows = frame.clause[0] == after and (frame.opens or frame.kind == "source")
        if follows and (QUOTED in passage.gaps[after] or before < after):
            return frame
    left = [frame for frame in frames if frame.at < before]
    if left:
        # Short words in marks that open a clause behind a comma are no part of the one before.
        opens = before < after and "," in passage.gaps[before]
        clause = passage.clause_of(before if opens else before - 1)
        if passage.gaps[before].startswith(":"):
            left = _of_main_clause(passage, clause, left)
        return max(left, key=lambda frame: _closeness(passage, frame, clause))
    right = [frame for frame in frames if frame.at >= after]
    return right[0] if right else None


def _of_main_clause(passage: Passage, clause: int, frames: list[Frame]) -> list[Frame]:
    """Prefer what governs the colon: "Dort heißt es zur Frage, was man beschlossen hat: …"."""
    if not opens_subordinate(passage, passage.clauses[clause][0], "de"):
        return frames
    here = [frame for frame in frames if passage.clause_of(frame.at) == clause]
    if any(frame.verb.strength == "say" for frame in here):
        return frames
    return [frame for frame in frames if frame.verb.strength == "say"] or frames


def _closeness(passage: Passage, frame: Frame, clause: int) -> tuple[int, int]:
    """Frames of the quotation's own clause first, then sure ones, then the nearest."""
    distance = clause - passage.clause_of(frame.at)
    if not distance or frame.kind == "as":
        is_weak = frame.kind == "verb" and frame.verb.strength == "weak"
        if is_weak and has_subjunctive(passage, *frame.clause):
            # The report tells who does it, not who says it.
            return 1, frame.at
        return 2 if is_weak else 3 if frame.kind != "verb" else 4, frame.at
    sure = frame.kind != "verb" or frame.verb.strength == "say"
    return 2 if sure else 1 if frame.verb.strength == "clause" else 0, frame.at

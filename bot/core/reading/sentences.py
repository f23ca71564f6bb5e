"""Sentence boundaries with offsets: where a full stop, a mark or a line ends a sentence.

Rules and word lists, no statistics: each candidate is judged by the token before it and the
first word behind it. Every look around is bounded, so the time is linear in the text.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.core.language.abbreviations import MARKED_NAMES
from bot.core.models import Range
from bot.core.reading.full_stops import Stop, begins_with_function_word, is_abbreviated
from bot.core.reading.layout import split_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.core.models import Language

# A run of marks with the closing quotation marks, brackets and footnotes that stand on it.
_STOP = re.compile(r"([.!?…]+)((?:[\"“”»«›‹’‘')\]]|\[\d{1,3}\])*)")
# Tokenised text sets the closing mark apart: `. ''`, `. "`.
_LOOSE_MARK = re.compile(r"\s?(''|[\"'»«”“])(?=\s|$)")
_AHEAD = re.compile(r"\s*([–—-]\s+)?([\"“”„»«›‹‚‘’'`(\[¿¡]{0,4}\s?)(\w{0,40})(\W?)")
_PARTNERS = {"»": "«", "«": "»", "“": "„"}
_ELLIPSES = frozenset({"…", "..", "...", "....", "…."})
_SPEECH_VERBS = frozenset("said says asked asks told added wrote replied thought wondered".split())
# What goes on after a full stop is not a sentence of its own.
_GOING_ON = frozenset(",;:.!?…)]}%/+=&|<>~")
_OPENING = "\"'„“‚»«›‹([*•·:/–—-"
# Names that begin in lower case and have a capital later: eBay, iPhone, xAI.
_CAMEL = re.compile(r"[a-z][A-Z]")
# How far is looked for a token, for the ends of a bracket, for the mark that opened speech.
_TOKEN, _BRACKET, _SPEECH = 40, 300, 1200
_RUN_TOGETHER = 3
_REST = len(" time")


@dataclass(frozen=True, slots=True)
class _Passage:
    """The paragraph in which boundaries are sought.

    `is_lower`: it uses no capitals at all. `straight`: where its straight marks (") stand.
    """

    text: str
    start: int
    end: int
    language: Language
    is_lower: bool
    straight: tuple[int, ...]


def split_sentences(text: str, block: Range, language: Language) -> tuple[Range, ...]:
    """The sentences of one paragraph, in order and apart, without the white space between.

    Every other character of the paragraph lies in exactly one of them. A piece without any
    letter or digit belongs to the sentence before it, or to the next where there is none.
    """
    pieces: list[Range] = []
    for line in split_lines(text, block):
        start = line.start
        for end in (*_find_ends(text, line, language), line.end):
            piece = _strip(text, start, end)
            if piece.start < piece.end:
                pieces.append(piece)
            start = end
    return _glue(text, pieces)


def _find_ends(text: str, line: Range, language: Language) -> Iterator[int]:
    content = text[line.start : line.end]
    passage = _Passage(
        text=text,
        start=line.start,
        end=line.end,
        language=language,
        is_lower=content == content.lower(),
        straight=tuple(line.start + match.start() for match in re.finditer('"', content)),
    )
    begin = line.start
    for match in _STOP.finditer(text, line.start, line.end):
        end = _end_at(passage, match, begin)
        if end is not None and begin < end < line.end:
            yield end
            begin = end


def _end_at(passage: _Passage, match: re.Match[str], begin: int) -> int | None:
    """Where the sentence ends if it ends at these marks."""
    text, end = passage.text, match.end()
    if end < passage.end and not text[end].isspace():
        return end if _lacks_space(text, match) else None
    loose = _LOOSE_MARK.match(text, end, passage.end)
    if loose and _closes(passage, match, loose):
        end = loose.end()
    ahead = _AHEAD.match(text, end, passage.end)
    if ahead is None or not (ahead[2] or ahead[3] or ahead[4]):
        return None
    token, previous = _tokens_before(text, max(begin, match.start() - 2 * _TOKEN), match.start())
    stop = Stop(
        begin=begin,
        at=match.start(),
        end=end,
        marks=match[1],
        closing=match[2] + text[match.end() : end].strip(),
        token=token,
        previous=previous,
        dash=ahead[1] or "",
        opening=ahead[2].strip(),
        word=ahead[3],
        after_word=ahead.end(3),
        rest=text[ahead.end(3) : ahead.end(3) + _REST],
    )
    return end if _is_boundary(passage, stop) else None


def _lacks_space(text: str, match: re.Match[str]) -> bool:
    """Whether two sentences were run together ("... gesagt.Danach"), unlike in an address."""
    before = text[max(0, match.start() - _RUN_TOGETHER) : match.start()]
    behind = text[match.end() : match.end() + _RUN_TOGETHER]
    if not (len(before) == len(behind) == _RUN_TOGETHER and (before + behind).isalpha()):
        return False
    around = text[max(0, match.start() - _TOKEN) : match.end() + _TOKEN]
    return before.islower() and behind.istitle() and "/" not in around


def _closes(passage: _Passage, match: re.Match[str], loose: re.Match[str]) -> bool:
    """Whether a quotation mark between two spaces closes the speech before it."""
    mark, at = loose[1], loose.start(1)
    if mark in ("''", "”"):
        return True
    if at == match.end():
        return False
    back = max(passage.start, at - _SPEECH)
    if mark in _PARTNERS:
        partner = passage.text.rfind(_PARTNERS[mark], back, at)
        return partner >= 0 and partner > passage.text.rfind(mark, back, at)
    if mark == "'":
        return passage.text.count(" ' ", back, at) % 2 == 1
    before = bisect_left(passage.straight, at)
    # An odd mark closes; so does an even one that leaves no pair behind it.
    return before % 2 == 1 or (len(passage.straight) - before) % 2 == 1


def _tokens_before(text: str, left: int, right: int) -> tuple[str, str]:
    """The token that ends at `right`, without opening marks, and the one before it."""
    chunk = text[left:right]
    if not chunk or chunk[-1].isspace():
        return "", ""
    tokens = ["", *chunk.rsplit(None, 2)[-2:]]
    return tokens[-1].lstrip(_OPENING), tokens[-2]


def _is_boundary(passage: _Passage, stop: Stop) -> bool:
    if _is_in_bracket(passage, stop) or not _can_begin(passage, stop):
        return False
    if stop.dash and not passage.text[stop.begin : stop.at].count(" "):
        # "Wien. – ..." is where a report comes from.
        return False
    if stop.marks == ".":
        return not stop.token or not is_abbreviated(stop, passage.language)
    starts = begins_with_function_word(stop, passage.language)
    if stop.marks in _ELLIPSES:
        return bool(stop.token or stop.closing) or starts
    is_name = stop.token.lower() in MARKED_NAMES and not stop.closing and not starts
    return not is_name and not _is_reported(passage, stop)


def _is_in_bracket(passage: _Passage, stop: Stop) -> bool:
    """A bracket inside a sentence hides the stops in it; one around sentences does not."""
    text, back = passage.text, max(stop.begin, stop.at - _BRACKET)
    for left, right in ("()", "[]"):
        opened = text.rfind(left, back, stop.at)
        if opened < 0 or not text[back:opened].strip(" \n\t\"„“»«'"):
            continue
        is_open = text.find(right, opened, stop.at) < 0
        if is_open and text.find(right, stop.at, min(passage.end, stop.at + _BRACKET)) >= 0:
            return True
    return False


def _can_begin(passage: _Passage, stop: Stop) -> bool:
    """Whether what follows looks like the beginning of a sentence."""
    word = stop.word
    if not word:
        sign = passage.text[stop.after_word : stop.after_word + 1]
        return sign != "" and sign not in _GOING_ON and not sign.isspace()
    if stop.opening.startswith(("(", "[")) and _is_credit(passage, stop):
        return False
    if not word[0].islower():
        return True
    if passage.is_lower or not stop.token:
        return stop.marks not in _ELLIPSES and stop.opening != "'"
    return _CAMEL.match(word) is not None


def _is_credit(passage: _Passage, stop: Stop) -> bool:
    """A short bracket without a full stop of its own, such as the agency behind a report."""
    closed = passage.text.find(")", stop.end, min(passage.end, stop.end + _TOKEN))
    return closed >= 0 and passage.text[closed - 1] not in ".!?…"


def _is_reported(passage: _Passage, stop: Stop) -> bool:
    """`"Why?" Obama asked.` is one sentence."""
    if not stop.closing or passage.language != "en":
        return False
    behind = passage.text[stop.after_word : min(passage.end, stop.after_word + _TOKEN)]
    return any(part.strip(".,") in _SPEECH_VERBS for part in behind.split()[:2])


def _strip(text: str, start: int, end: int) -> Range:
    piece = text[start:end]
    left = start + len(piece) - len(piece.lstrip())
    return Range(left, max(left, start + len(piece.rstrip())))


def _glue(text: str, pieces: list[Range]) -> tuple[Range, ...]:
    out: list[Range] = []
    is_spoken = False
    for piece in pieces:
        speaks = any(char.isalnum() for char in text[piece.start : piece.end])
        if out and not (speaks and is_spoken):
            out[-1] = Range(out[-1].start, piece.end)
        else:
            out.append(piece)
        is_spoken = is_spoken or speaks
    return tuple(out)

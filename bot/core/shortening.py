"""Shorter sentences by deletion alone, with the meaning kept.

Only stretches that a sentence can do without are candidates: a lead-in before a colon, an
insertion between dashes or in brackets, a relative or reason clause, what follows a semicolon
or a trailing "und er …". A stretch that holds a negation, a modal, a hedge, a condition, a
denial, a word of saying or part of a quotation is never one of them.
"""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING

from bot.core.cards import ELLIPSIS
from bot.core.language.content_words import SAYING_LEMMAS
from bot.core.language.folding import fold
from bot.core.language.reference_words import JOINING_WORDS, POINTING_WORDS
from bot.core.marks import is_torn
from bot.core.models import Range
from bot.core.within import inside

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.core.models import Quote, Reading, Sentence

# A longer "sentence" is a list or noise: a few deletions do not make it short.
_LONGEST = 1200
_MOST_CUTS = 3
_MOST_STRETCHES = 6
_SHORTEST_REST = 40
_SHORTEST_CLAUSE_WORDS = 3

_LEAD_IN = re.compile(r"[^:]{10,}?:\s+(?=[A-ZÄÖÜ])")
_BRACKETS = re.compile(r"\s?\([^()]{2,200}\)")
_INSERTION = re.compile(r"\s[–—-]\s[^–—]{3,200}?\s[–—-](?=[\s,])")
_AFTER_DASH = re.compile(r"\s[–—-]\s[^–—]{8,}$")
_AFTER_SEMICOLON = re.compile(r";\s.{8,}$", re.DOTALL)
# Only a clause with a subject of its own: without one, "und" may join the parts of a list.
_AFTER_AND = re.compile(
    r",? (?:und|and) (?:er|sie|es|man|he|she|it|they) (?:(?! und | and ).){8,}$", re.DOTALL
)
_COMMA = re.compile(r",\s")
_RELATIVE = frozenset(
    "der die das dem den deren dessen denen welche welcher welches wo who which whose where".split()
)
_REASON = frozenset(
    "weil da zumal nachdem waehrend indem wobei womit um sodass because since as".split()
)
_PREPOSITIONS = frozenset("in an auf mit von zu bei nach aus für über unter of at for".split())
_GERMAN_FINITE = re.compile(r"(?:t|en|te|ten|st|war|ist|hat|wird|ließ|gab|kam|ging|sah)$")
_REFERRING = POINTING_WORDS | JOINING_WORDS
# What decides whether something is meant as true; more than the reader's claims may know.
_PROTECTED = frozenset(
    "sollen wollen koennen duerfen muessen moegen nicht kein nie niemals weder ohne kaum falls "
    "sofern wenn ausser nur laut zufolge angeblich offenbar may might could would should must not "
    "never no without if unless only allegedly reportedly according".split()
)


def shorten(
    reading: Reading, sentence: Sentence, limit: int, *, keep: Sequence[Range] = ()
) -> tuple[Range, ...] | None:
    """The parts of the sentence that are left when it must fit into `limit` characters.

    The whole sentence if it fits; None if no allowed deletion makes it fit. All of `keep`
    stays. Of several ways the one that leaves most of the sentence is taken.
    """
    whole = sentence.range
    if whole.end - whole.start <= limit:
        return (whole,)
    if whole.end - whole.start > _LONGEST:
        return None
    stretches = [
        stretch
        for stretch in _stretches(reading, sentence)
        if _may_go(reading, sentence, stretch, keep)
    ][:_MOST_STRETCHES]
    best: tuple[int, tuple[Range, ...]] | None = None
    for count in range(1, _MOST_CUTS + 1):
        for cuts in combinations(stretches, count):
            parts = _without(reading.article.text, whole, cuts)
            size = _length(parts)
            if parts and _SHORTEST_REST <= size <= limit and (best is None or size > best[0]):
                best = (size, parts)
        if best is not None:
            return best[1]
    return None


def _length(parts: Sequence[Range]) -> int:
    return sum(part.end - part.start for part in parts) + len(ELLIPSIS) * (len(parts) - 1)


def _without(text: str, whole: Range, cuts: Sequence[Range]) -> tuple[Range, ...]:
    """What is left of `whole`, each part trimmed of white space and of joining commas."""
    parts: list[Range] = []
    start = whole.start
    for cut in sorted(cuts):
        if cut.start < start:
            continue
        parts.append(Range(start, cut.start))
        start = cut.end
    parts.append(Range(start, whole.end))
    trimmed = (_trimmed(text, part) for part in parts)
    return tuple(part for part in trimmed if re.search(r"\w", text[part.start : part.end]))


def _trimmed(text: str, part: Range) -> Range:
    start, end = part
    while start < end and (text[start].isspace() or text[start] in ",;"):
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] in ",;:"):
        end -= 1
    return Range(start, end)


def _stretches(reading: Reading, sentence: Sentence) -> Iterator[Range]:
    text = reading.article.text[sentence.start : sentence.end]
    lead_in = _LEAD_IN.match(text)
    # "…: Sie kam" says nothing without what stands before the colon.
    if lead_in and fold(text[lead_in.end() :].split(None, 1)[0]) not in _REFERRING:
        yield _placed(sentence, 0, lead_in.end())
    for pattern in (_INSERTION, _BRACKETS, _AFTER_DASH, _AFTER_SEMICOLON, _AFTER_AND):
        for match in pattern.finditer(text):
            yield _placed(sentence, match.start(), match.end())
    yield from _clauses(sentence, text)


def _placed(sentence: Sentence, start: int, end: int) -> Range:
    return Range(sentence.start + start, sentence.start + end)


def _clauses(sentence: Sentence, text: str) -> Iterator[Range]:
    """Relative and reason clauses, from their comma to the next or to the end."""
    commas = [match.start() for match in _COMMA.finditer(text)]
    end = len(text.rstrip('.!?“”"»«'))
    borders = [*commas, end]
    for place, comma in enumerate(commas):
        words = re.findall(r"[\w-]+", text[comma : borders[place + 1]])
        if len(words) < _SHORTEST_CLAUSE_WORDS:
            continue
        if _is_relative(text, comma, words) or _gives_reason(words):
            yield _placed(sentence, comma, borders[place + 1])


def _gives_reason(words: Sequence[str]) -> bool:
    """A clause such as "weil …", or a relative one behind a preposition ("in der …")."""
    opener, second = words[0].casefold(), words[1].casefold()
    return opener in _REASON or (opener in _PREPOSITIONS and second in _RELATIVE - {"das"})


def _is_relative(text: str, comma: int, words: Sequence[str]) -> bool:
    """A noun before it and a verb at its end tell a relative clause from an enumeration."""
    if words[0].casefold() not in _RELATIVE:
        return False
    before = re.search(r"([\w-]+)[“”\"]?$", text[max(0, comma - 60) : comma])
    if before is None:
        return False
    if words[0] in {"who", "which", "whose", "where"}:
        return True
    noun = before.group(1)[0].isupper()
    return noun and words[-1][0].islower() and bool(_GERMAN_FINITE.search(words[-1]))


def _may_go(reading: Reading, sentence: Sentence, stretch: Range, keep: Sequence[Range]) -> bool:
    analysis = reading.analysis
    if any(stretch.overlaps(kept) for kept in keep):
        return False
    text = reading.article.text
    if is_torn(text[sentence.start : stretch.start]) or is_torn(text[stretch.start : stretch.end]):
        return False
    if any(claim.kind != "opinion" for claim in inside(analysis.claims, stretch)):
        return False
    for place, lemma in enumerate(sentence.lemmas):
        word = sentence.word_range(place)
        if (lemma in _PROTECTED or lemma in SAYING_LEMMAS) and stretch.contains(word):
            return False
    return not any(_belongs_to(quote, stretch) for quote in analysis.quotes)


def _belongs_to(quote: Quote, stretch: Range) -> bool:
    """Whether cutting the stretch would take part of what is said, or who says it, away."""
    parts = (quote.range, quote.shown, quote.speaker or quote.range)
    whole = Range(min(part.start for part in parts), max(part.end for part in parts))
    return stretch.overlaps(whole) and not stretch.contains(whole)

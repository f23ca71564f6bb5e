"""Well-known names, looked up word by word in a sentence."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from bot.core.language.name_organisations import ORGANISATIONS, SAME, WORKS
from bot.core.language.name_places import PLACES
from bot.core.reading.name_lines import without_apostrophe

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bot.core.models import NameKind
    from bot.core.reading.name_lines import Line

_WORD = re.compile(r"\w+(?:[-'’&]\w+)*")
_ENDINGS = ("en", "em", "er", "es", "e", "s", "n")
_SHORTEST_STEM = 3


class Entry(NamedTuple):
    """A well-known name: its words, what stands between and after them, and its kind."""

    name: str
    kind: NameKind
    words: tuple[str, ...]
    stems: tuple[str, ...]
    gaps: tuple[str, ...]
    tail: str


class Gazetteer:
    """Names of one word by spelling, longer ones by the stem of their first word.

    There are thousands, of which a text has a few: a name is taken apart when its first word is
    met.
    """

    def __init__(self, listed: Iterable[tuple[str, NameKind]]) -> None:
        """Hold these names. Of two alike the first counts."""
        self.single: dict[str, NameKind] = {}
        self._longer: dict[str, list[tuple[str, NameKind]]] = {}
        self._entries: dict[str, tuple[Entry, ...]] = {}
        for name, kind in listed:
            if name.isalnum():
                self.single.setdefault(name, kind)
                continue
            first = _WORD.search(name)
            if first is None:
                continue
            if first.group() == name:
                self.single.setdefault(name, kind)
            else:
                self._longer.setdefault(stem(first.group()), []).append((name, kind))

    def begins(self, stem_of_word: str) -> bool:
        """Whether a name of several words begins with a word of this stem."""
        return stem_of_word in self._longer

    def beginning_with(self, stem_of_word: str) -> tuple[Entry, ...]:
        """The names of several words whose first has this stem, longest first."""
        listed = self._longer.get(stem_of_word)
        if listed is None:
            return ()
        entries = self._entries.get(stem_of_word)
        if entries is None:
            made = [_entry(name, kind) for name, kind in listed]
            made.sort(key=lambda entry: -len(entry.words))
            entries = self._entries[stem_of_word] = tuple(made)
        return entries


class Known(NamedTuple):
    """A well-known name in a sentence. `end` may lie behind its last word (U.S.)."""

    last: int
    end: int
    kind: NameKind


def find_known(line: Line, first: int) -> Known | None:
    """The longest well-known name of several words that begins with word `first`."""
    entries = gazetteer().beginning_with(stem(line.words[first]))
    if not entries:
        return None
    following = line.words[first + 1 : first + 2]
    second = stem(without_apostrophe(following[0])) if following else ""
    for entry in entries:
        if len(entry.stems) > 1 and entry.stems[1] != second:
            continue
        last = first + len(entry.words) - 1
        if last >= len(line.words) or tuple(line.gaps[first + 1 : last + 1]) != entry.gaps:
            continue
        words = tuple(without_apostrophe(word) for word in line.words[first : last + 1])
        if words == entry.words or _is_inflected(words, entry):
            end = line.range(first, last).end
            tail = len(entry.tail) if line.gaps[last + 1].startswith(entry.tail) else 0
            return Known(last, end + tail, entry.kind)
    return None


def find_known_word(word: str) -> NameKind | None:
    """The kind of a well-known name of one word, in its base form or with a genitive s."""
    single = gazetteer().single
    kind = single.get(word)
    if kind is None and word.endswith("s"):
        kind = single.get(word[:-1]) if len(word) > _SHORTEST_STEM else None
    return kind


def shown_name(words: tuple[str, ...]) -> str | None:
    """How a well-known name is written in its base form: "Weißen Hauses" is "Weißes Haus"."""
    stems = tuple(map(stem, words))
    entries = gazetteer().beginning_with(stems[0]) if stems else ()
    return next((entry.name for entry in entries if entry.stems == stems), None)


@lru_cache(maxsize=1 << 14)
def stem(word: str) -> str:
    """A word without its endings, enough to match inflected adjectives and nouns."""
    low = word.lower()
    for ending in _ENDINGS:
        if low.endswith(ending) and len(low) - len(ending) >= _SHORTEST_STEM:
            # Once more, for "Hauses" and "Haus" must meet.
            return stem(low[: -len(ending)])
    return low


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    """All well-known names. Made once, at the first sentence."""
    sources: tuple[tuple[tuple[str, ...], NameKind], ...] = (
        (ORGANISATIONS, "ORG"),
        (PLACES, "LOC"),
        (WORKS, "OTHER"),
    )
    return Gazetteer((name, kind) for names, kind in sources for name in names if name)


@lru_cache(maxsize=1)
def same_names() -> Mapping[str, tuple[str, ...]]:
    """For each spelling that has others: all of them."""
    found: dict[str, tuple[str, ...]] = {}
    for names in SAME:
        for name in names:
            found[name] = tuple(dict.fromkeys((*found.get(name, ()), *names)))
    return found


def _entry(name: str, kind: NameKind) -> Entry:
    matches = list(_WORD.finditer(name))
    words = tuple(match.group() for match in matches)
    ends = [match.end() for match in matches]
    gaps = tuple(name[end : match.start()] for end, match in zip(ends, matches[1:], strict=False))
    return Entry(name, kind, words, tuple(map(stem, words)), gaps, name[ends[-1] :])


def _is_inflected(words: tuple[str, ...], entry: Entry) -> bool:
    return tuple(map(stem, words)) == entry.stems and all(
        word[0].isupper() == own[0].isupper() for word, own in zip(words, entry.words, strict=True)
    )

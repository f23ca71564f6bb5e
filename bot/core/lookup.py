"""From what somebody typed to the topic that is meant.

Ways are tried from the surest to the least sure: the name itself, another spelling, an
inflected form, an acronym, the name with a word like "Projekt" around it, and at last a typing
error. The distance that counts as a typing error grows with the length of the word, so that
"stargte" is Stargate but "Fußball" is nothing when nobody wrote about it.
"""

from __future__ import annotations

import re
from operator import itemgetter
from typing import TYPE_CHECKING

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.core.language.content_words import STOPWORDS
from bot.core.language.count_words import OUTCOMES
from bot.core.language.folding import fold, spelling_key
from bot.core.language.query_words import COMPANION_WORDS
from bot.core.language.question_words import MEANINGS
from bot.core.listing import WORTH_LISTING
from bot.core.outcomes import Ambiguous, Found, NotFound
from bot.core.topics import CLEARLY_MEANT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from bot.core.models import Match
    from bot.core.outcomes import LookupOutcome
    from bot.core.topics import TopicIndex

LONGEST_QUERY = 200
_SUGGESTIONS = 3
# Letters of a key -> typing errors forgiven; shorter keys forgive none.
_FORGIVEN = ((12, 3), (8, 2), (4, 1))
_CLOSE_ENOUGH_TO_SUGGEST = 0.62
_SHORTEST_SUGGESTION = 5
_ENDINGS = ("'s", "’s", "s", "es")
_SHORTEST_STEM = 3
_ACRONYM = re.compile(r"[A-Za-zÄÖÜäöü]{2,6}")
_WORD = re.compile(r"[\w&.]+")
_SPOKEN = re.compile(r"[\w&.'’-]*[\w&]")
# Of a question; more words name nothing that fewer do not.
_MOST_WORDS = 16
_LONGEST_NAME = 5
_SHORTEST_NAME = 4
_SHORTEST_WORD, _SHORTEST_PART = 4, 6
# A part that more names hold is a word of its own.
_MOST_PARTLY_NAMED = 100
_INFLECTIONS = ("en", "es", "er", "e", "n", "s")
# What a question asks of a topic ("kosten", "gründen") is none.
_NAMES_NONE = STOPWORDS | OUTCOMES.keys() | MEANINGS.keys()


class Lookup:
    """Finds topics of one index; follows it as articles come and go."""

    def __init__(self, index: TopicIndex) -> None:
        """Look up in `index`."""
        self._index = index

    def find(self, query: str) -> LookupOutcome:
        """The topic that is meant by its name or another spelling of it, without guessing."""
        typed = query.strip()[:LONGEST_QUERY]
        ways: tuple[Callable[[str], Iterable[str]], ...] = (
            self._spelt,
            self._inflected,
            self._acronym,
            self._with_companions,
        )
        for way in ways:
            for key in way(typed):
                outcome = self._meant(typed, key, is_name=way == self._spelt)
                if outcome is not None:
                    return outcome
        return NotFound(typed)

    def find_within(self, query: str) -> tuple[LookupOutcome, str]:
        """The topic that is named among the words of a question, and the other words.

        The weightiest counts, each in its longest form: "Elon Musk" before "Musk". Words that
        carry nothing, and what might be initials, name none.
        """
        typed = _SPOKEN.findall(query.strip()[:LONGEST_QUERY])[:_MOST_WORDS]
        found: list[tuple[float, LookupOutcome, str]] = []
        start = 0
        while start < len(typed):
            ends = range(min(len(typed), start + _LONGEST_NAME), start, -1)
            named = ((end, self._named(typed[start:end])) for end in ends)
            end, outcome = next((pair for pair in named if pair[1]), (start + 1, None))
            if outcome is not None:
                weight = outcome.topic.weight if isinstance(outcome, Found) else 0.0
                found.append((weight, outcome, " ".join((*typed[:start], *typed[end:]))))
            start = end
        _, best, rest = max(found, key=itemgetter(0), default=(0.0, NotFound(query), query))
        return best, rest

    def _named(self, words: list[str]) -> LookupOutcome | None:
        name = " ".join(words)
        if len(words) == 1 and fold(name) in _NAMES_NONE:
            return None
        own = spelling_key(name)
        outcomes = (
            self._meant(name, key, is_name=key == own) for key in (own, *self._genitive(name))
        )
        return next((one for one in outcomes if one is not None), None)

    def near_within(self, query: str) -> tuple[str, ...]:
        """Names of the topics that may be meant by a mistyped word of a question, three at most."""
        typed = _SPOKEN.findall(query.strip()[:LONGEST_QUERY])[:_MOST_WORDS]
        words = [word for word in typed if fold(word) not in _NAMES_NONE]
        near = [key for word in words for key in self._near(spelling_key(word))]
        return tuple(self._index.display_name(key) for key in self._clearest(near))

    def find_part(self, query: str) -> LookupOutcome:
        """The one topic in whose name all words of the query stand, whole or within a compound.

        A whole word comes first. Of several such topics one is meant that clearly weighs most;
        if none does, nothing is found.
        """
        typed = query.strip()[:LONGEST_QUERY]
        words = [_stem(word) for word in map(fold, _SPOKEN.findall(typed))]
        words = [word for word in words if word not in STOPWORDS | COMPANION_WORDS]
        longest = spelling_key(max(words, key=len, default=""))
        if len(longest) < _SHORTEST_WORD:
            return NotFound(typed)
        keys = self._index.keys_holding(longest, _MOST_PARTLY_NAMED)
        named = {key: _name_words(self._index.display_name(key)) for key in keys}
        for is_held in (_is_word, _is_in_compound):
            meant = [
                (self._index.weight(key), key)
                for key, name in named.items()
                if all(is_held(word, name) for word in words)
            ]
            meant = sorted((one for one in meant if self._is_worth(*one)), reverse=True)
            if meant:
                is_clear = len(meant) == 1 or meant[0][0] >= CLEARLY_MEANT * meant[1][0]
                return self._outcome(typed, [meant[0][1]] if is_clear else (), "fuzzy")
        return NotFound(typed)

    def _is_worth(self, weight: float, key: str) -> bool:
        return weight >= WORTH_LISTING or self._index.is_curated(key)

    def guess(self, query: str) -> LookupOutcome:
        """The topic that is meant if something was mistyped; suggestions if that is less sure."""
        typed = query.strip()[:LONGEST_QUERY]
        parts = (typed, *self._without_companions(typed))
        keys = [spelling_key(part) for part in parts]
        for key in dict.fromkeys(keys):
            near = self._near(key)
            if near:
                return self._outcome(typed, near, "fuzzy")
        return NotFound(typed, self._suggestions(spelling_key(typed)))

    def _spelt(self, typed: str) -> Iterator[str]:
        yield spelling_key(typed)

    def _inflected(self, typed: str) -> Iterator[str]:
        lowered = typed.casefold()
        for ending in _ENDINGS:
            stem = lowered.removesuffix(ending)
            if stem != lowered and len(stem) >= _SHORTEST_STEM:
                yield spelling_key(stem)
        yield spelling_key(lowered + "s")

    def _genitive(self, typed: str) -> Iterator[str]:
        for ending in _ENDINGS:
            stem = typed.removesuffix(ending)
            if stem != typed and len(stem) >= _SHORTEST_NAME:
                yield spelling_key(stem)

    def _acronym(self, typed: str) -> Iterator[str]:
        if _ACRONYM.fullmatch(typed):
            yield from self._index.acronym_meanings(fold(typed))

    def _with_companions(self, typed: str) -> Iterator[str]:
        for part in self._without_companions(typed):
            yield spelling_key(part)
            yield from self._inflected(part)

    def _without_companions(self, typed: str) -> Iterator[str]:
        """The query without words such as "Projekt", "Firma", "Chef", if any stood in it."""
        words = _WORD.findall(typed.replace("-", " "))
        kept = [word for word in words if fold(word) not in COMPANION_WORDS]
        if kept and len(kept) < len(words):
            yield " ".join(kept)

    def _meant(self, typed: str, key: str, *, is_name: bool) -> LookupOutcome | None:
        if not key:
            return None
        keys = self._index.meanings(key)
        if not keys:
            return None
        return self._outcome(typed, keys, "exact" if is_name and key in keys else "alias")

    def _outcome(self, typed: str, keys: Iterable[str], matched: Match) -> LookupOutcome:
        topics = [self._index.topic(key) for key in keys]
        known = [topic for topic in topics if topic is not None]
        if len(known) > 1:
            return Ambiguous(typed, tuple(known))
        return Found(known[0], matched) if known else NotFound(typed)

    def _near(self, key: str) -> tuple[str, ...]:
        """Keys of the topics nearest to a mistyped key, if near enough."""
        forgiven = next((errors for size, errors in _FORGIVEN if len(key) >= size), 0)
        if not forgiven:
            return ()
        # Only spellings with the same first letter: it is rarely mistyped, and a guess that
        # changes it looks silly.
        near = [
            (distance, spelling)
            for spelling, distance, _ in process.extract(
                key,
                self._index.spellings_like(key, forgiven),
                scorer=OSA.distance,
                score_cutoff=forgiven,
                limit=None,
            )
            if spelling[:1] == key[:1]
        ]
        if not near:
            return ()
        best = min(distance for distance, _ in near)
        keys = [
            meant
            for distance, spelling in sorted(near)
            if distance == best
            for meant in self._index.meanings(spelling)
        ]
        return self._clearest(keys)

    def _clearest(self, keys: list[str]) -> tuple[str, ...]:
        unique = list(dict.fromkeys(keys))
        unique.sort(key=lambda key: (-self._index.weight(key), key))
        return tuple(unique[:_SUGGESTIONS])

    def _suggestions(self, key: str) -> tuple[str, ...]:
        """Names of topics that look alike, the likest first; none for short or far words."""
        if len(key) < _SHORTEST_SUGGESTION:
            return ()
        near = sorted(
            (-likeness, spelling)
            for spelling, likeness, _ in process.extract(
                key,
                self._index.spellings_like(key, 3),
                scorer=OSA.normalized_similarity,
                score_cutoff=_CLOSE_ENOUGH_TO_SUGGEST,
                limit=None,
            )
            if spelling[:1] == key[:1]
        )
        keys = [meant for _, spelling in near for meant in self._index.meanings(spelling)]
        topics = [self._index.topic(meant) for meant in dict.fromkeys(keys)]
        return tuple(topic.name for topic in topics if topic)[:_SUGGESTIONS]


def _stem(word: str) -> str:
    """A folded word without the ending of a plural or case, if enough is left."""
    stems = (word.removesuffix(ending) for ending in _INFLECTIONS if word.endswith(ending))
    return next((stem for stem in stems if len(stem) >= _SHORTEST_WORD), word)


def _name_words(name: str) -> frozenset[str]:
    return frozenset(_stem(word) for word in fold(name).replace("-", " ").split())


def _is_word(word: str, name: frozenset[str]) -> bool:
    return word in name


def _is_in_compound(word: str, name: frozenset[str]) -> bool:
    """Whether a word of the name begins or ends with it: "Angebot" in "Übernahmeangebot"."""
    if word in name:
        return True
    return len(word) >= _SHORTEST_PART and any(
        one.startswith(word) or one.endswith(word) for one in name
    )

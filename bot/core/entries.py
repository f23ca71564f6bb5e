"""What all articles say of each subject, packed: half a million subjects fit into memory.

Each is unpacked when it is asked for, which takes microseconds, and most never are.
"""

from __future__ import annotations

import json
from array import array
from dataclasses import dataclass
from typing import TYPE_CHECKING, get_args

from bot.core.models import NameKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.core.subjects import Subject

KINDS: tuple[NameKind, ...] = get_args(NameKind)
# Aboutness is kept in steps of 0.0001, as it is rounded: whole numbers add up exactly, in any
# order. It takes the lower bits of a posting, the number of the article the upper ones.
STEPS = 10_000
_BITS = 14
_MASK = (1 << _BITS) - 1
_POSTING = "Q"
_SIZE = array(_POSTING).itemsize


@dataclass(slots=True)
class Spoken:
    """How the articles speak of one subject: spellings, variants and kinds with their counts.

    `kinds` runs in parallel to `KINDS`; `phrases` counts the articles that only use the word.
    """

    spellings: dict[str, int]
    variants: dict[str, int]
    kinds: list[int]
    phrases: int

    def count(self, subject: Subject, sign: int) -> None:
        """Count what one article says, or no longer count it with a `sign` of -1."""
        _count(self.spellings, subject.name, sign)
        for spelling in {subject.name, *subject.variants}:
            _count(self.variants, spelling, sign)
        self.kinds[KINDS.index(subject.kind)] += sign
        self.phrases += sign * subject.is_phrase


def _count(counts: dict[str, int], what: str, sign: int) -> None:
    left = counts.get(what, 0) + sign
    if left:
        counts[what] = left
    else:
        del counts[what]


class Entries:
    """Subjects by key."""

    def __init__(self) -> None:
        """Start empty."""
        self._spoken: dict[str, str] = {}
        self._postings: dict[str, bytes] = {}

    def __contains__(self, key: str) -> bool:
        """Whether any article is about it."""
        return key in self._postings

    def __iter__(self) -> Iterator[str]:
        """All keys."""
        return iter(self._postings)

    def __len__(self) -> int:
        """How many subjects there are."""
        return len(self._postings)

    def spoken(self, key: str) -> Spoken:
        """How the articles speak of a subject that is there."""
        return Spoken(*json.loads(self._spoken[key]))

    def count(self, key: str) -> int:
        """In how many articles the subject is."""
        return len(self._postings.get(key, b"")) // _SIZE

    def members(self, key: str) -> dict[int, int]:
        """Numbers of articles to their aboutness in steps."""
        postings = array(_POSTING, self._postings.get(key, b""))
        return {posting >> _BITS: posting & _MASK for posting in postings}

    def total(self, key: str) -> int:
        """The sum of the aboutness of all articles, in steps."""
        postings = array(_POSTING, self._postings.get(key, b""))
        return sum([posting & _MASK for posting in postings])

    def add(self, subject: Subject, number: int) -> None:
        """Note what the article with this number says; it said nothing of the subject before."""
        key = subject.key
        spoken = self.spoken(key) if key in self._spoken else Spoken({}, {}, [0] * len(KINDS), 0)
        spoken.count(subject, 1)
        self._write(key, spoken)
        posting = number << _BITS | steps(subject.aboutness)
        self._postings[key] = self._postings.get(key, b"") + array(_POSTING, (posting,)).tobytes()

    def remove(self, subject: Subject, number: int) -> None:
        """Take back what the article said."""
        key = subject.key
        postings = array(_POSTING, self._postings[key])
        left = array(_POSTING, [one for one in postings if one >> _BITS != number])
        if not left:
            del self._postings[key], self._spoken[key]
            return
        self._postings[key] = left.tobytes()
        spoken = self.spoken(key)
        spoken.count(subject, -1)
        self._write(key, spoken)

    def _write(self, key: str, spoken: Spoken) -> None:
        fields = (spoken.spellings, spoken.variants, spoken.kinds, spoken.phrases)
        self._spoken[key] = json.dumps(fields, ensure_ascii=False, separators=(",", ":"))

    def dump(self) -> tuple[list[str], list[str], list[bytes]]:
        """Keys, how they are spoken of, and postings, in parallel."""
        keys = list(self._postings)
        return (
            keys,
            list(map(self._spoken.__getitem__, keys)),
            list(map(self._postings.__getitem__, keys)),
        )

    @classmethod
    def of(cls, keys: Iterable[str], spoken: Iterable[str], postings: Iterable[bytes]) -> Entries:
        """What `dump` gave."""
        entries = cls()
        known = tuple(keys)
        entries._spoken = dict(zip(known, spoken, strict=True))
        entries._postings = dict(zip(known, postings, strict=True))
        return entries


def steps(aboutness: float) -> int:
    """Aboutness (0 to 1) in whole steps."""
    return round(aboutness * STEPS)


class Meanings:
    """Spellings with the subjects that each may mean, and how much weight says so (in steps)."""

    def __init__(self, packed: dict[str, str] | None = None) -> None:
        """Start with what `dump` gave, or empty."""
        # Nearly always a spelling means the subject of that key and no other: then the value is
        # the weight alone, else keys and weights in turn.
        self._packed = packed if packed is not None else {}
        # First letter and length to spellings, for the search for typing errors; made when
        # somebody first makes one.
        self._alike: dict[tuple[str, int], list[str]] | None = None

    def of(self, spelling: str) -> dict[str, int]:
        """Keys to weights; empty for a spelling that is not known."""
        packed = self._packed.get(spelling)
        if packed is None:
            return {}
        if "\t" not in packed:
            return {spelling: int(packed)}
        parts = packed.split("\t")
        return dict(zip(parts[::2], map(int, parts[1::2]), strict=True))

    def is_sole(self, spelling: str) -> bool:
        """Whether it means the subject of that very key and no other."""
        packed = self._packed.get(spelling)
        return packed is not None and "\t" not in packed

    def change(self, spelling: str, key: str, weight: int) -> None:
        """Let so much more (or less) weight say that `spelling` means `key`."""
        weights = self.of(spelling)
        left = weights.pop(key, 0) + weight
        if left > 0:
            weights[key] = left
        if not weights:
            self._packed.pop(spelling, None)
            return
        if spelling not in self._packed and self._alike is not None:
            self._alike.setdefault(_likeness(spelling), []).append(spelling)
        if weights.keys() == {spelling}:
            self._packed[spelling] = str(weights[spelling])
        else:
            self._packed[spelling] = "\t".join(f"{one}\t{own}" for one, own in weights.items())

    def alike(self, first: str, length: int) -> list[str]:
        """All spellings with this first letter and length, and some that are no longer in use."""
        if self._alike is None:
            alike: dict[tuple[str, int], list[str]] = {}
            for spelling in self._packed:
                alike.setdefault(_likeness(spelling), []).append(spelling)
            self._alike = alike
        return self._alike.get((first, length), [])

    def dump(self) -> dict[str, str]:
        """All of it, to be given to a new one."""
        return self._packed


def _likeness(spelling: str) -> tuple[str, int]:
    return spelling[:1], len(spelling)

"""Learned weights and lists of names, read from files that the package brings, at first use.

The files are written by tests/training/train_names.py and tests/training/list_names.py and
described in bot/models/README.md.
"""

from __future__ import annotations

import hashlib
import json
import sys
from array import array
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from bot.core.reading.name_scoring import LABELS
from bot.errors import BriefingError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bot.core.reading.name_scoring import Points

MODEL = Path(__file__).parent / "models" / "names-de.weights"
SHA256 = "3b0354926f5caba7eb60142c4bedd049c722e1e04f7b9d62e4ce1ccb317bf366"
LISTS = Path(__file__).parent / "models" / "names.lists"
LISTS_SHA256 = "94815ce5e8710b560bf5633bc66993227115aa1eeb16cfdc1b65f4b4427a4866"
# Bytes of a row unpacked: 32 bits a label, so that sums of many rows stay apart.
_WIDTH = 4 * len(LABELS)
# Added to all points of a row, so that none is below zero; only differences count.
_LIFT = 1 << 15


class BrokenWeights(BriefingError):
    """The file of weights is not the one that belongs to this version."""

    def __init__(self, path: Path) -> None:
        """Name the file."""
        super().__init__(f"{path}: not the weights of this version; install the package again")
        self.path = path


class _Weights(NamedTuple):
    rows: Mapping[str, int]
    moves: tuple[Points, ...]


class WeightedTagger:
    """Fulfils the core's `NameTagger`. The files are opened at the first question."""

    def __init__(self, path: Path = MODEL, *, sha256: str = SHA256) -> None:
        """Use the weights in `path`, which must have this hash."""
        self._path = path
        self._sha256 = sha256

    def points(self, attributes: Iterable[str]) -> int:
        """What the attributes together say for each label; what was never seen says nothing."""
        return sum(filter(None, map(self._weights.rows.get, attributes)))

    def moves(self) -> tuple[Points, ...]:
        """What speaks for each label (inner) after each label (outer)."""
        return self._weights.moves

    def listed(self, word: str) -> str:
        """The lists that have this very word, a letter each (bot/models/README.md), or nothing."""
        return self._lists.get(word, "")

    @cached_property
    def _weights(self) -> _Weights:
        return _unpack(_read(self._path, self._sha256))

    @cached_property
    def _lists(self) -> Mapping[str, str]:
        return _read_lists()


def _read_lists() -> Mapping[str, str]:
    """The words of the lists of names, each with the letters of the lists that have it."""
    lists: dict[str, str] = {}
    for line in _read(LISTS, LISTS_SHA256).decode().splitlines():
        marks, *words = line.split(" ")
        lists.update(dict.fromkeys(words, marks))
    return lists


def _read(path: Path, sha256: str) -> bytes:
    content = path.read_bytes()
    if hashlib.sha256(content).hexdigest() != sha256:
        raise BrokenWeights(path)
    return content


def pack(
    weights: Mapping[str, Sequence[int]], moves: Sequence[Sequence[int]], *, about: str
) -> bytes:
    """The bytes of a file of weights: a line of JSON, the attributes, a table of 16-bit numbers."""
    names = sorted(weights)
    head = {"about": about, "labels": LABELS, "moves": moves, "attributes": len(names)}
    table = array("H", [points + _LIFT for name in names for points in weights[name]])
    if sys.byteorder == "big":
        table.byteswap()
    lines = [json.dumps(head), *names]
    return "".join(f"{line}\n" for line in lines).encode() + table.tobytes()


def _unpack(content: bytes) -> _Weights:
    first = content.index(b"\n")
    head = json.loads(content[:first])
    size = head["attributes"]
    split = len(content) - size * len(LABELS) * 2
    # From 16 bits a label to 32: the two low bytes are the stored ones, the high ones zero.
    table = bytearray(size * _WIDTH)
    table[0::4] = content[split::2]
    table[1::4] = content[split + 1 :: 2]
    names = content[first + 1 : split].decode().split("\n")
    starts = range(0, size * _WIDTH, _WIDTH)
    points = [int.from_bytes(table[start : start + _WIDTH], "little") for start in starts]
    moves = tuple(tuple(row) for row in head["moves"])
    return _Weights(dict(zip(names, points, strict=False)), moves)

"""Learned weights of names, read from the file that the package brings, at their first use.

The file is written by tests/training/train_names.py and described in bot/models/README.md.
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
SHA256 = "4fcdef56dba68ce852d2d5d55a72be52c749146bab967040857a7f021ca2b9e9"
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
    """Fulfils the core's `NameTagger`. The file is opened at the first question."""

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

    @cached_property
    def _weights(self) -> _Weights:
        content = self._path.read_bytes()
        if hashlib.sha256(content).hexdigest() != self._sha256:
            raise BrokenWeights(self._path)
        return _unpack(content)


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

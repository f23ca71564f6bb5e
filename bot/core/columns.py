"""Long series of texts and bytes as one piece of bytes each, quick to take apart again."""

from __future__ import annotations

import json
from array import array
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_LINES = b"L"
_JSON = b"J"
_LENGTH = "I"


def join_texts(texts: Sequence[str]) -> bytes:
    """The texts as bytes, to be taken apart by `split_texts`."""
    joined = "\n".join(texts)
    if not texts or joined.count("\n") != len(texts) - 1:
        return _JSON + json.dumps(texts, ensure_ascii=False).encode("utf-8", "surrogatepass")
    return _LINES + joined.encode("utf-8", "surrogatepass")


def split_texts(data: bytes) -> list[str]:
    """What `join_texts` was given.

    Raises:
        ValueError: these are other bytes.
    """
    text = data[1:].decode("utf-8", "surrogatepass")
    if data[:1] == _LINES:
        return text.split("\n")
    texts: list[str] = json.loads(text)
    return texts


def join_pieces(pieces: Sequence[bytes]) -> bytes:
    """The pieces as bytes, to be taken apart by `split_pieces`."""
    lengths = array(_LENGTH, (len(pieces), *map(len, pieces)))
    return b"".join((lengths.tobytes(), *pieces))


def split_pieces(data: bytes) -> list[bytes]:
    """What `join_pieces` was given.

    Raises:
        ValueError: these are other bytes.
    """
    size = array(_LENGTH).itemsize
    (count,) = array(_LENGTH, data[:size])
    start = size * (count + 1)
    ends = accumulate(array(_LENGTH, data[size:start]), initial=start)
    pieces = [data[begin:end] for begin, end in pairwise(ends)]
    if len(pieces) != count or start + sum(map(len, pieces)) != len(data):
        reason = "the pieces are not complete"
        raise ValueError(reason)
    return pieces
